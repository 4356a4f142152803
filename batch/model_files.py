"""The shipped model from its folder: manifest and shards, each checked, to float32 layers."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from batch.code_decoder import CodeDecoder
from batch.coded_error import CodedError
from training.codec import QuantisedLayer
from training.metrics import Calibration
from training.paths import MODELS, shipped_version
from training.vgg16 import INPUT_SIZE, Layer, Preprocessing, check_architecture

MANIFEST_FORMAT: Final = 2
DEFAULT_MODEL: Final = MODELS / shipped_version()


@dataclass(frozen=True)
class Model:
    """What a worker must know of a model version beside its weights.

    calibration: `temperature`, and the verdict's bounds `sure` and `notWaste`. sha256: of the
    manifest, in which those of the shards stand.
    """

    version: str
    sha256: str
    classes: tuple[str, ...]
    preprocessing: Preprocessing
    calibration: Calibration
    golden_logits: tuple[float, ...]
    golden_tolerance: float


def read_model(folder: Path) -> tuple[Model, list[Layer]]:
    """The thirteen convolutions and the head, in the order of the manifest.

    Raises CodedError `model-unreachable` for a missing file, `model-corrupt` for a wrong one.
    """
    text = read_file(folder / "manifest.json")
    try:
        manifest = json.loads(text)
        model = parse(manifest, hashlib.sha256(text).hexdigest())
        layers = decode_layers(manifest, read_shards(folder, manifest))
        check_architecture(layers)
    except (KeyError, TypeError, ValueError) as error:
        raise CodedError("model-corrupt", f"{folder}: {error!r}") from error
    return model, layers


def parse(manifest: dict[str, Any], sha256: str) -> Model:
    """Raises KeyError, TypeError or ValueError where something is missing or of another kind."""
    shape = manifest["input"]
    found = (manifest["format"], shape["size"], shape["fit"], shape["channels"])
    if found != (MANIFEST_FORMAT, INPUT_SIZE, "squash", "rgb"):
        raise ValueError(f"not a manifest that this version reads: {found}")
    red_green_blue = (tuple(map(float, shape[name])) for name in ("mean", "sd"))
    return Model(
        version=str(manifest["version"]),
        sha256=sha256,
        classes=tuple(manifest["classes"]),
        preprocessing=Preprocessing(*red_green_blue),
        calibration={
            "temperature": float(manifest["temperature"]),
            "sure": float(manifest["verdict"]["sure"]),
            "notWaste": float(manifest["verdict"]["notWaste"]),
        },
        golden_logits=tuple(map(float, manifest["golden"]["logits"])),
        golden_tolerance=float(manifest["golden"]["tolerance"]),
    )


def read_shards(folder: Path, manifest: dict[str, Any]) -> bytes:
    """All shards as one run of bytes, 4 MB. Raises CodedError as `read_model` does."""
    run = []
    for shard in manifest["shards"]:
        # A plain name beside the manifest: a path could lead elsewhere.
        data = read_file(folder / Path(shard["file"]).name)
        if hashlib.sha256(data).hexdigest() != shard["sha256"]:
            detail = f"{shard['file']} is not the file that the manifest names"
            raise CodedError("model-corrupt", detail)
        run.append(data)
    return b"".join(run)


def decode_layers(manifest: dict[str, Any], run: bytes) -> list[Layer]:
    """Raises CodedError `model-corrupt` when the bytes are not what the manifest tells."""
    decoder = CodeDecoder(manifest["tables"])
    layers = []
    position = 0

    def take(byte_count: int) -> bytes:
        nonlocal position
        piece = run[position : position + byte_count]
        if len(piece) < byte_count:
            raise CodedError("model-corrupt", f"the shards end at byte {len(run)}")
        position += byte_count
        return piece

    for entry in manifest["layers"]:
        shape, places = entry["shape"], entry["places"]
        scales, biases = (floats(take(4 * shape[-1])) for _ in range(2))
        inputs = int(np.prod(shape[:-1])) // places
        codes = decoder.decode(take(entry["codedBytes"]), places, inputs, shape[-1])
        layers.append(QuantisedLayer(entry["name"], codes.reshape(shape), scales, biases))
    if position < len(run):
        raise CodedError("model-corrupt", f"bytes are left over after {position}")
    return [layer.dequantised() for layer in layers]


def floats(data: bytes) -> NDArray[np.float32]:
    return np.frombuffer(data, "<f4")


def read_file(path: Path) -> bytes:
    """Raises CodedError `model-unreachable`."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise CodedError("model-unreachable", f"{path} cannot be read") from error
