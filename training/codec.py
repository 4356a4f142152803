"""Float32 layers to gzipped shards of integer codes. src/inference/weight-codec.ts reads them.

Unpacked, a layer is its float32 scales, its float32 biases (one of each for an output channel) and
its int8 codes in the kernel's own order; weight = code x scale. The layers stand one after another
in one run of bytes, which is cut into shards and each shard gzipped. Trained weights have no
repeats to find, so Huffman coding alone is smallest and fastest.
"""

import hashlib
import zlib
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from training.vgg16 import Layer

SHARD_UNPACKED_BYTES: Final = 1_310_720  # 1.25 MiB, about 1.1 MB as gzip


@dataclass(frozen=True)
class QuantisedLayer:
    """codes: int8, the kernel's shape, within +-(2^(bits-1) - 1); scales and biases: `(out,)`."""

    name: str
    bits: int
    codes: NDArray[np.int8]
    scales: NDArray[np.float32]
    biases: NDArray[np.float32]

    def dequantised(self) -> Layer:
        return Layer(self.name, self.codes.astype(np.float32) * self.scales, self.biases)


@dataclass(frozen=True)
class Shard:
    file: str
    packed: bytes
    unpacked_bytes: int

    def entry(self) -> dict[str, Any]:
        return {
            "file": self.file,
            "bytes": len(self.packed),
            "unpackedBytes": self.unpacked_bytes,
            "sha256": hashlib.sha256(self.packed).hexdigest(),
        }


def quantise(layer: Layer, bits: int) -> QuantisedLayer:
    """Round to nearest with one scale for each output channel (the last axis)."""
    levels = 2 ** (bits - 1) - 1
    axes = tuple(range(layer.kernel.ndim - 1))
    largest = np.abs(layer.kernel).max(axis=axes)
    scales = np.where(largest > 0, largest / levels, 1).astype(np.float32)
    codes = np.clip(np.rint(layer.kernel / scales), -levels, levels).astype(np.int8)
    return QuantisedLayer(layer.name, bits, codes, scales, layer.bias.astype(np.float32))


def pack(layers: list[QuantisedLayer]) -> tuple[list[dict[str, Any]], list[Shard]]:
    """The manifest's layer entries and the shards."""
    entries, chunks, position = [], [], 0
    for layer in layers:
        parts = [
            layer.scales.astype("<f4").tobytes(),
            layer.biases.astype("<f4").tobytes(),
            np.ascontiguousarray(layer.codes).tobytes(),
        ]
        offsets = []
        for part in parts:
            offsets.append(position)
            position += len(part)
        chunks += parts
        entries.append(
            {
                "name": layer.name,
                "shape": list(layer.codes.shape),
                "bits": layer.bits,
                "scalesOffset": offsets[0],
                "biasesOffset": offsets[1],
                "codesOffset": offsets[2],
            }
        )
    unpacked = b"".join(chunks)
    pieces = [
        unpacked[start : start + SHARD_UNPACKED_BYTES]
        for start in range(0, len(unpacked), SHARD_UNPACKED_BYTES)
    ]
    shards = [
        Shard(f"shard-{number:02}.bin", gzip_bytes(piece), len(piece))
        for number, piece in enumerate(pieces)
    ]
    return entries, shards


def gzip_bytes(data: bytes) -> bytes:
    """Gzip without a time stamp, so that the same weights give the same hash."""
    gzip_window = 16 + zlib.MAX_WBITS
    coder = zlib.compressobj(9, zlib.DEFLATED, gzip_window, 9, zlib.Z_HUFFMAN_ONLY)
    return coder.compress(data) + coder.flush()
