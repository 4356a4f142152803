"""Integer codes to shards. src/inference/weight-codec.ts and code-decoder.ts read them.

Each code is entropy-coded by the table of its context: how large a code is to be expected at its
place, judged by those before it. Trained weights have large and small rows and columns, which one
Huffman code for a layer cannot use: this is a sixth smaller than gzip. The coder is rANS (Duda
2013, https://arxiv.org/abs/1311.2540), whose decoder needs a multiplication and a table look-up a
code; codes take turns in 64 states, so that numpy can write as many at once.

Unpacked, a layer is its float32 scales, its float32 biases (one of each for an output channel) and
its coded codes. The layers stand one after another in one run of bytes, which is cut into shards.
"""

import hashlib
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from training.vgg16 import FEATURE_SHAPE, Float32, Layer

Codes = NDArray[np.int8]
Contexts = NDArray[np.int64]

# Codes are one byte each.
LARGEST_CODE: Final = 127
SHARD_BYTES: Final = 512 * 1024
CONTEXT_COUNT: Final = 32
# Expected magnitudes are compared in 64ths; a neighbourhood counts as much as four known codes.
UNITS: Final = 64
PRIOR: Final = 4
TABLE_BITS: Final = 12
LANES: Final = 64
# States lie in 2^15 to 2^31, so that JavaScript computes them as small integers.
LOWEST_STATE: Final = 1 << 15
WORD_BITS: Final = 16


@dataclass(frozen=True)
class QuantisedLayer:
    """codes: int8 within +-127, the kernel's shape; scales and biases: `(out,)`."""

    name: str
    codes: NDArray[np.int8]
    scales: Float32
    biases: Float32

    def dequantised(self) -> Layer:
        return Layer(self.name, self.codes.astype(np.float32) * self.scales, self.biases)


@dataclass(frozen=True)
class Table:
    """How often, in 4096ths, each code from `lowest` on is to be expected; empty when unused."""

    lowest: int
    frequencies: list[int]

    def entry(self) -> dict[str, Any]:
        return {"lowest": self.lowest, "frequencies": self.frequencies}


@dataclass(frozen=True)
class Shard:
    file: str
    data: bytes

    def entry(self) -> dict[str, Any]:
        return {
            "file": self.file,
            "bytes": len(self.data),
            "sha256": hashlib.sha256(self.data).hexdigest(),
        }


@dataclass(frozen=True)
class Packed:
    """The manifest's `layers` and `tables`, and the shards."""

    layers: list[dict[str, Any]]
    tables: list[Table]
    shards: list[Shard]

    @property
    def bytes(self) -> int:
        return sum(len(shard.data) for shard in self.shards)


def context_edges() -> NDArray[np.int64]:
    """Expected magnitudes, in 64ths, at which the next context begins: each a quarter larger."""
    edges = [2]
    while len(edges) < CONTEXT_COUNT - 1:
        edges.append(edges[-1] + max(1, edges[-1] // 4))
    return np.array(edges)


def by_place(codes: Codes) -> Codes:
    """`(places, in, out)` of a kernel HWIO or `(places * in, out)`."""
    inputs = codes.shape[2] if codes.ndim == 4 else FEATURE_SHAPE[-1]
    return codes.reshape(-1, inputs, codes.shape[-1])


def contexts(codes: Codes) -> Contexts:
    """For codes `(places, in, out)`, each code's context, from the codes before it alone.

    The expected magnitude is the mean of those at the same input and output in earlier places and,
    with the weight of four, of a product: the input's mean in earlier places times the output's in
    all earlier rows. The decoder does the same arithmetic in float64, in the same order.
    """
    places, inputs, outputs = codes.shape
    magnitudes = np.abs(codes.astype(np.float64))
    cell = before(magnitudes, axis=0)
    row_sums = magnitudes.sum(axis=2)
    total = before(row_sums.ravel(), axis=0).reshape(places, inputs)
    columns = before(magnitudes.reshape(-1, outputs), axis=0).reshape(codes.shape)
    place = np.arange(places, dtype=np.float64)[:, None]
    rows_before = np.arange(places * inputs, dtype=np.float64).reshape(places, inputs)
    mean = (total + 1) / (rows_before * outputs + 1)
    row = (before(row_sums, axis=0) + 0.5 * mean) / (place * outputs + 0.5)
    cell_weight = UNITS / (place + PRIOR)
    column_weight = PRIOR * row / (mean * (rows_before + PRIOR)) * cell_weight
    prior = PRIOR * mean
    expected = (
        cell * cell_weight[..., None] + (columns + prior[..., None]) * column_weight[..., None]
    )
    return np.searchsorted(context_edges(), np.floor(expected), side="right")


def before(values: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
    """Sums of all that stand before, along `axis`; exact, the values being integers."""
    return np.cumsum(values, axis) - values


def table_of(counts: NDArray[np.int64]) -> Table:
    """Counts of the codes -127 to 127 as frequencies that sum to 4096, at least 1 where counted."""
    present = np.flatnonzero(counts)
    if len(present) == 0:
        return Table(0, [])
    lowest, highest = present[0], present[-1]
    counts = counts[lowest : highest + 1]
    whole = 1 << TABLE_BITS
    frequencies = np.maximum(counts * whole // counts.sum(), counts > 0)
    # What rounding left over or took too much goes to the most frequent, where it matters least.
    while (excess := int(frequencies.sum()) - whole) != 0:
        most = frequencies.argmax()
        frequencies[most] -= min(excess, int(frequencies[most]) // 2)
    return Table(int(lowest) - LARGEST_CODE, frequencies.tolist())


def encode(codes: Codes, context: Contexts, tables: list[Table]) -> bytes:
    """64 first states, uint32, and the words that the decoder will ask for, uint16."""
    frequencies = np.zeros((CONTEXT_COUNT, 2 * LARGEST_CODE + 1), np.int64)
    for row, table in zip(frequencies, tables, strict=True):
        first = table.lowest + LARGEST_CODE
        row[first : first + len(table.frequencies)] = table.frequencies
    starts = np.cumsum(frequencies, axis=1) - frequencies
    symbol = codes.ravel().astype(np.int64) + LARGEST_CODE
    frequency = frequencies[context.ravel(), symbol]
    start = starts[context.ravel(), symbol]

    states = np.full(LANES, LOWEST_STATE, np.int64)
    largest_shift = WORD_BITS + (LOWEST_STATE.bit_length() - 1) - TABLE_BITS
    words = []
    # Last code first: the decoder runs the other way.
    for turn in reversed(range(0, len(symbol), LANES)):
        own = frequency[turn : turn + LANES]
        state = states[: len(own)]
        full = state >= own << largest_shift
        words.append((state[full] & 0xFFFF).astype("<u2"))
        state = np.where(full, state >> WORD_BITS, state)
        quotient, rest = np.divmod(state, own)
        states[: len(own)] = (quotient << TABLE_BITS) + rest + start[turn : turn + LANES]
    return states.astype("<u4").tobytes() + b"".join(chunk.tobytes() for chunk in reversed(words))


def pack(layers: list[QuantisedLayer]) -> Packed:
    """All layers share the tables, so those cost a two-hundredth of what they save."""
    every = [by_place(layer.codes) for layer in layers]
    context = [contexts(codes) for codes in every]
    counts = np.zeros((CONTEXT_COUNT, 2 * LARGEST_CODE + 1), np.int64)
    for codes, own in zip(every, context, strict=True):
        np.add.at(counts, (own, codes.astype(np.int64) + LARGEST_CODE), 1)
    tables = [table_of(row) for row in counts]

    entries, chunks = [], []
    for layer, codes, own in zip(layers, every, context, strict=True):
        coded = encode(codes, own, tables)
        chunks += [
            layer.scales.astype("<f4").tobytes(),
            layer.biases.astype("<f4").tobytes(),
            coded,
        ]
        entries.append(
            {
                "name": layer.name,
                "shape": list(layer.codes.shape),
                "places": len(codes),
                "codedBytes": len(coded),
            }
        )
    run = b"".join(chunks)
    shards = [
        Shard(f"shard-{number:02}.bin", run[start : start + SHARD_BYTES])
        for number, start in enumerate(range(0, len(run), SHARD_BYTES))
    ]
    return Packed(entries, tables, shards)
