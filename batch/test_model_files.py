"""The shipped files in, the network out: decoded to the last bit, refused when not right."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import pytest

from batch.coded_error import CodedError
from batch.conftest import Shipped
from batch.graph import OPSET
from batch.model_files import DEFAULT_MODEL, decode_layers, read_model
from batch.network import Network
from training.codec import Packed, pack
from training.paths import REPOSITORY
from training.test_codec import random_layer, special_layers


def manifest_of(packed: Packed) -> dict:
    return {"layers": packed.layers, "tables": [table.entry() for table in packed.tables]}


def run_of(packed: Packed) -> bytes:
    return b"".join(shard.data for shard in packed.shards)


@pytest.mark.parametrize("seed", [1, 2])
def test_what_training_encodes_is_decoded_to_the_last_bit(seed: int) -> None:
    rng = np.random.default_rng(seed)
    layers = [*special_layers(rng), *(random_layer(rng, number) for number in range(12))]
    packed = pack(layers)
    for layer, found in zip(
        layers, decode_layers(manifest_of(packed), run_of(packed)), strict=True
    ):
        expected = layer.dequantised()
        assert found.name == layer.name
        np.testing.assert_array_equal(found.kernel, expected.kernel)
        np.testing.assert_array_equal(found.bias, expected.bias)


@pytest.mark.parametrize(
    "change",
    [
        lambda run: run[:-2],
        lambda run: run + b"\0\0",
        lambda run: run[:-40] + bytes([run[-40] ^ 1]) + run[-39:],
    ],
    ids=["cut off", "too long", "a changed bit"],
)
def test_other_bytes_than_the_layers_are_model_corrupt(change) -> None:
    packed = pack([random_layer(np.random.default_rng(4), 1)])
    with pytest.raises(CodedError, match="model-corrupt"):
        decode_layers(manifest_of(packed), change(run_of(packed)))


def test_the_graph_computes_what_the_manifest_knows(shipped: Shipped) -> None:
    assert shipped.network.golden_error < 1e-3
    logits, probabilities = shipped.network.run(np.zeros((2, 224, 224, 3), np.uint8))
    tempered = logits / shipped.model.calibration["temperature"]
    expected = np.exp(tempered) / np.exp(tempered).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(probabilities, expected, rtol=1e-5)


def test_another_golden_logit_stops_the_network(shipped: Shipped) -> None:
    first, *others = shipped.model.golden_logits
    wrong = replace(shipped.model, golden_logits=(first + 0.05, *others))
    with pytest.raises(CodedError, match="no-backend"):
        Network(shipped.onnx, wrong)
    with pytest.raises(CodedError, match="no-backend"):
        Network(shipped.onnx, replace(wrong, golden_logits=(float("nan"), *others)))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DEFAULT_MODEL, tmp_path / "model"))


def test_a_changed_shard_is_model_corrupt(copy: Path) -> None:
    shard = copy / "shard-03.bin"
    data = bytearray(shard.read_bytes())
    data[1000] ^= 1
    shard.write_bytes(data)
    with pytest.raises(CodedError, match=r"model-corrupt: shard-03\.bin"):
        read_model(copy)


def test_a_missing_shard_is_model_unreachable(copy: Path) -> None:
    (copy / "shard-03.bin").unlink()
    with pytest.raises(CodedError, match="model-unreachable"):
        read_model(copy)


@pytest.mark.parametrize(
    "change",
    [
        lambda manifest: manifest.update(format=3),
        lambda manifest: manifest.pop("golden"),
        lambda manifest: manifest["input"].update(fit="crop"),
        lambda manifest: manifest["layers"][3].update(shape=[3, 3, 128, 64]),
    ],
    ids=["format", "no golden", "another fit", "another shape"],
)
def test_a_manifest_of_another_kind_is_model_corrupt(copy: Path, change) -> None:
    manifest = json.loads((copy / "manifest.json").read_text())
    change(manifest)
    (copy / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(CodedError, match="model-corrupt"):
        read_model(copy)


def test_export_writes_the_same_graph_checked(shipped: Shipped, tmp_path: Path) -> None:
    file = tmp_path / "pilah.onnx"
    done = subprocess.run(
        [sys.executable, "-m", "batch.export", "--onnx", str(file)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"opset {OPSET}" in done.stdout
    assert file.read_bytes() == shipped.onnx
    model = onnx.load(file)
    onnx.checker.check_model(model, full_check=True)
    assert [entry.version for entry in model.opset_import] == [OPSET]
    facts = {entry.key: json.loads(entry.value) for entry in model.metadata_props}
    assert facts["version"] == "4"
    assert len(facts["classes"]) == 9
