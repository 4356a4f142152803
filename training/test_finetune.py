"""Fine-tuning for real on small batches of generated photos, the network at its full shape."""

from pathlib import Path

import numpy as np
import pytest

from training.finetune import FROZEN_CONVOLUTIONS, TrainingPhotos, Tuner, TuneRecipe, drawn_rows
from training.objective import targets
from training.vgg16 import FEATURE_COUNT, Layer

RECIPE = TuneRecipe(epochs=4, batch_size=4)


@pytest.fixture(scope="module")
def layers(random_base: list[Layer]) -> list[Layer]:
    rng = np.random.default_rng(5)
    kernel = (rng.standard_normal((FEATURE_COUNT, 9)) * 1e-3).astype(np.float32)
    return [*random_base, Layer("head", kernel, np.zeros(9, np.float32))]


@pytest.fixture(scope="module")
def batch() -> tuple[np.ndarray, np.ndarray]:
    """Four photos of one colour each, of four classes."""
    colours = np.array([[250, 30, 30], [30, 250, 30], [30, 30, 250], [120, 120, 120]], np.uint8)
    rgb = np.broadcast_to(colours[:, None, None], (4, 224, 224, 3)).copy()
    return rgb, targets(np.array([0, 3, 5, -1]))


def test_a_stopped_run_goes_on_as_if_it_had_not_stopped(layers, batch, tmp_path: Path) -> None:
    whole, first = (Tuner(layers, RECIPE, 4) for _ in range(2))
    losses = [whole.train_step(*batch) for _ in range(4)]
    assert [first.train_step(*batch) for _ in range(2)] == pytest.approx(losses[:2], rel=1e-3)
    first.save(tmp_path)
    resumed = Tuner(layers, RECIPE, 4)
    resumed.restore(tmp_path)
    assert resumed.step == 2
    assert [resumed.train_step(*batch) for _ in range(2)] == pytest.approx(losses[2:], rel=1e-3)
    for ours, theirs in zip(resumed.mean.layers(), whole.mean.layers(), strict=True):
        assert np.allclose(ours.kernel, theirs.kernel, atol=1e-5)


def test_early_blocks_stay_as_they_were_and_the_others_learn(layers, batch) -> None:
    tuner = Tuner(layers, RECIPE, 4)
    for _ in range(3):
        tuner.train_step(*batch)
    changed = [
        not np.array_equal(before.kernel, after.kernel)
        for before, after in zip(layers, tuner.mean.layers(), strict=True)
    ]
    assert changed == [False] * FROZEN_CONVOLUTIONS + [True] * (14 - FROZEN_CONVOLUTIONS)


def test_a_photo_of_twice_the_weight_is_shown_twice_as_often() -> None:
    weights = np.array([1, 1, 2], np.float32)
    photos = TrainingPhotos(np.arange(3), np.arange(3), weights)
    shares = np.bincount(drawn_rows(photos, RECIPE, 5000).ravel()) / 20_000
    assert np.allclose(shares, [0.25, 0.25, 0.5], atol=0.02)
