"""What Python writes, TypeScript must read: to the last bit, whatever the codes look like."""

import hashlib
import json
import subprocess
from pathlib import Path

import numpy as np
import pytest

from training.codec import (
    CONTEXT_COUNT,
    LANES,
    SHARD_BYTES,
    Packed,
    QuantisedLayer,
    by_place,
    context_edges,
    contexts,
    pack,
    table_of,
)
from training.paths import REPOSITORY

TSX = REPOSITORY / "node_modules" / ".bin" / "tsx"


def layer_of(name: str, codes: np.ndarray, rng: np.random.Generator) -> QuantisedLayer:
    outputs = codes.shape[-1]
    scales, biases = rng.standard_normal((2, outputs)).astype(np.float32)
    return QuantisedLayer(name, codes.astype(np.int8), scales, biases)


def random_layer(rng: np.random.Generator, number: int) -> QuantisedLayer:
    """A kernel of random shape and spread, its rows and columns of different sizes."""
    inputs, outputs = rng.integers(1, 70, 2)
    shape = (512 * int(rng.integers(1, 4)), outputs) if number % 4 == 3 else (3, 3, inputs, outputs)
    spread = np.exp(rng.uniform(-3, 4))
    rows = np.exp(rng.standard_normal((shape[-2], 1)) * rng.uniform(0, 1.5))
    codes = np.rint(rng.laplace(0, spread, shape) * rows).clip(-127, 127)
    return layer_of(f"random-{number}", codes, rng)


def special_layers(rng: np.random.Generator) -> list[QuantisedLayer]:
    extremes = rng.choice([-127, 127], (3, 3, 8, 8))
    lonely = np.zeros((3, 3, 40, 64))
    lonely[2, 2, 39, 63] = -127
    return [
        layer_of("zeros", np.zeros((3, 3, 16, 16)), rng),
        layer_of("one code", np.full((1, 1, 1, 1), 5), rng),
        layer_of("fewer codes than lanes", np.arange(LANES - 1).reshape(1, 1, 3, 21), rng),
        layer_of("extremes", extremes, rng),
        layer_of("every code", rng.integers(-127, 128, (3, 3, 64, 64)), rng),
        layer_of("one in zeros", lonely, rng),
    ]


def write(packed: Packed, folder: Path) -> None:
    entries = {
        "layers": packed.layers,
        "tables": [table.entry() for table in packed.tables],
        "shards": [shard.entry() for shard in packed.shards],
    }
    (folder / "layers.json").write_text(json.dumps(entries))
    for shard in packed.shards:
        (folder / shard.file).write_bytes(shard.data)


def read_by_typescript(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(TSX), str(REPOSITORY / "training" / "layer-hashes.ts"), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def hashes_of(layer: QuantisedLayer) -> str:
    parts = (layer.codes, layer.scales, layer.biases)
    return " ".join([layer.name, *(hashlib.sha256(part.tobytes()).hexdigest() for part in parts)])


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_typescript_decodes_what_python_encodes(seed: int, tmp_path: Path) -> None:
    rng = np.random.default_rng(seed)
    layers = [*special_layers(rng), *(random_layer(rng, number) for number in range(24))]
    packed = pack(layers)
    write(packed, tmp_path)
    lines = read_by_typescript(tmp_path).stdout.splitlines()
    assert lines == [hashes_of(layer) for layer in layers]
    assert len(packed.shards) == -(-packed.bytes // SHARD_BYTES)


def test_a_changed_byte_of_the_codes_is_noticed(tmp_path: Path) -> None:
    rng = np.random.default_rng(4)
    packed = pack([random_layer(rng, 1)])
    write(packed, tmp_path)
    [shard] = packed.shards
    changed = bytearray(shard.data)
    changed[-40] ^= 1
    (tmp_path / shard.file).write_bytes(changed)
    failed = read_by_typescript(tmp_path)
    assert failed.returncode != 0
    assert "model-corrupt" in failed.stderr


def test_the_same_codes_give_the_same_shards() -> None:
    first, second = (pack([random_layer(np.random.default_rng(5), 0)]) for _ in range(2))
    assert first == second


def test_codes_come_near_their_entropy() -> None:
    """Laplacian codes of one size: nothing to learn from neighbours, nothing to waste on them."""
    rng = np.random.default_rng(6)
    codes = np.rint(rng.laplace(0, 1.2, (3, 3, 128, 256))).clip(-127, 127).astype(np.int8)
    counts = np.bincount(codes.ravel().astype(np.int64) + 127)
    shares = counts[counts > 0] / codes.size
    entropy_bytes = -(shares * np.log2(shares)).sum() * codes.size / 8
    packed = pack([layer_of("plain", codes, rng)])
    assert packed.layers[0]["codedBytes"] < 1.005 * entropy_bytes


def test_rows_and_columns_of_different_sizes_cost_less_than_their_entropy() -> None:
    rng = np.random.default_rng(7)
    rows, columns = (np.exp(rng.standard_normal(128)) for _ in range(2))
    spread = rows[:, None] * columns
    codes = np.rint(rng.laplace(0, 1, (3, 3, 128, 128)) * spread).clip(-127, 127).astype(np.int8)
    counts = np.bincount(codes.ravel().astype(np.int64) + 127)
    shares = counts[counts > 0] / codes.size
    entropy_bytes = -(shares * np.log2(shares)).sum() * codes.size / 8
    packed = pack([layer_of("varied", codes, rng)])
    assert packed.layers[0]["codedBytes"] < 0.85 * entropy_bytes


def test_a_context_knows_nothing_of_the_code_itself_or_of_later_ones() -> None:
    codes = np.random.default_rng(8).integers(-20, 21, (3, 3, 5, 7)).astype(np.int8)
    changed = codes.copy()
    changed[1, 1, 2, 3:] = 100
    changed[1, 1, 3:] = 100
    changed[1, 2:] = 100
    changed[2:] = 100
    place, row = 4, 2
    first, second = contexts(by_place(codes)), contexts(by_place(changed))
    assert np.array_equal(first[:place], second[:place])
    assert np.array_equal(first[place, :row], second[place, :row])
    assert np.array_equal(first[place, row], second[place, row])
    assert not np.array_equal(first, second)


def test_there_is_an_edge_less_than_there_are_contexts_and_each_is_larger() -> None:
    edges = context_edges()
    assert len(edges) == CONTEXT_COUNT - 1
    assert (np.diff(edges) > 0).all()


@pytest.mark.parametrize("counts", [[1, 0, 100_000], [1] * 255, [7], [3, 3, 3, 1_000_000, 1]])
def test_frequencies_sum_to_4096_and_forget_no_code(counts: list[int]) -> None:
    table = table_of(np.pad(counts, (0, 255 - len(counts))))
    assert sum(table.frequencies) == 4096
    assert len(table.frequencies) == len(counts)
    assert all(
        (frequency > 0) == (count > 0)
        for frequency, count in zip(table.frequencies, counts, strict=True)
    )
