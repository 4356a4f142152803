"""The steps from photos to exported files, run for real on small generated data."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from training import calibrate, export, features, folds, photos, stages, train
from training.test_teacher import random_tensors
from training.vgg16 import Layer


@pytest.fixture(scope="module")
def patched(random_base: list[Layer], tmp_path_factory: pytest.TempPathFactory):  # noqa: ANN201
    """Random weights instead of the downloaded ones, and a model folder of the test's own."""
    patch = pytest.MonkeyPatch()
    models = tmp_path_factory.mktemp("models")
    for module in (features, stages, train):
        patch.setattr(module, "load_base", lambda _: random_base)
    patch.setattr(train, "load_tensors", lambda _: random_tensors())
    for recipe in ("TUNE", "TEACH", "DISTIL", "DISTIL_AGAIN"):
        patch.setattr(train, recipe, replace(getattr(train, recipe), epochs=1))
    patch.setattr(train, "SENSITIVITY_PHOTOS", 8)
    patch.setattr(folds, "FEWEST_TESTED", 1)
    patch.setattr(export, "MODELS", models)
    patch.setattr(export, "SAMPLE_ANSWERS", models / "samples.json")
    yield patch, models
    patch.undo()


def call(module, *options: str) -> None:
    arguments = sys.argv
    sys.argv = ["step", *options]
    try:
        module.main()
    finally:
        sys.argv = arguments


def test_photos_become_a_model(
    photo_folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
    patched: tuple[pytest.MonkeyPatch, Path],
) -> None:
    _, models = patched
    cache = tmp_path_factory.mktemp("cache")
    shared = ["--photos", str(photo_folder), "--cache", str(cache)]

    call(features, "--sets", "plain", *shared)
    # A stopped extraction goes on: what is kept stays, what is missing is computed.
    progress = cache / "features" / "plain" / "progress.json"
    whole = np.load(cache / "features" / "plain" / "features.npy").copy()
    state = json.loads(progress.read_text())
    assert state["done"] == len(state["positions"]) == 180
    progress.write_text(json.dumps({**state, "done": 177}))
    with pytest.raises(ValueError, match="not finished"):
        features.load_features(cache, "plain")
    call(features, "--sets", "plain", *shared)
    assert np.array_equal(np.load(cache / "features" / "plain" / "features.npy"), whole)

    call(train, *shared)
    figures = json.loads((cache / "runs" / "frozen-head.json").read_text())
    assert figures["kFold"]["n"] == 162
    assert [source["source"] for source in figures["leaveOneSourceOut"]["sources"]] == [
        "aquatrash",
        "studio",
    ]
    assert figures["kFold"]["macroRecall"] > 0.5, "nine colours are easy to tell apart"

    call(train, "--split", "street", *shared)
    street = cache / "runs" / "street"
    read = photos.read_index(photo_folder)
    tested = np.flatnonzero(folds.street_fold(read).tests)
    figures = stages.stage_figures(photo_folder, read, cache, street, tested)
    assert figures.pop("n") == 36
    names = {"frozenHead", "tuned", "teacher", "distilled", "compact"}
    assert set(figures) == names
    assert all(0 <= recall <= 1 for recall in figures.values())
    # A training that has not come to its end is told as far as it came.
    (street / "network.npz").unlink()
    assert set(stages.networks_of(street, cache)) == names - {"compact"}

    call(calibrate, *shared)
    call(export, "--version", "7", *shared)
    manifest = json.loads((models / "7" / "manifest.json").read_text())
    assert manifest["evaluation"] is None
    assert 0 < manifest["verdict"]["notWaste"] <= manifest["verdict"]["sure"] <= 1
    for shard in manifest["shards"]:
        assert (models / "7" / shard["file"]).stat().st_size == shard["bytes"]
    outputs = sum(layer["shape"][-1] for layer in manifest["layers"])
    coded = sum(layer["codedBytes"] for layer in manifest["layers"])
    assert sum(shard["bytes"] for shard in manifest["shards"]) == coded + 8 * outputs


def test_the_papers_recipe_is_measured_on_the_same_test_photos(
    photo_folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
    patched: tuple[pytest.MonkeyPatch, Path],
) -> None:
    cache = tmp_path_factory.mktemp("paper-cache")
    shared = ["--photos", str(photo_folder), "--cache", str(cache)]
    call(features, "--sets", "paper-dark", "paper-plain", *shared)
    call(train, "--recipe", "paper", *shared)
    figures = json.loads((cache / "runs" / "paper.json").read_text())
    assert (figures["n"], figures["notWaste"]["n"]) == (9, 1)
    assert len(figures["confusion"]) == 9
