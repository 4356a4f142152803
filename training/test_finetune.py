"""Fine-tuning for real on small batches of generated photos, the network at its full shape."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from training.finetune import TUNE, TrainingPhotos, Tuner, TuneRecipe, drawn_rows
from training.network import Network
from training.objective import targets
from training.teacher import Teacher
from training.test_teacher import random_weights
from training.train import FROZEN_CONVOLUTIONS, trained_copy
from training.vgg16 import FEATURE_COUNT, Layer

RECIPE = replace(TUNE, epochs=4, batch_size=4)


@pytest.fixture(scope="module")
def layers(random_base: list[Layer]) -> list[Layer]:
    rng = np.random.default_rng(5)
    kernel = (rng.standard_normal((FEATURE_COUNT, 9)) * 1e-3).astype(np.float32)
    return [*random_base, Layer("head", kernel, np.zeros(9, np.float32))]


def tuner_of(layers: list[Layer], recipe: TuneRecipe = RECIPE, teacher=None) -> Tuner:
    return Tuner(trained_copy(layers), trained_copy(layers), recipe, 4, teacher)


@pytest.fixture(scope="module")
def batch() -> tuple[np.ndarray, np.ndarray]:
    """Four photos of one colour each, of four classes."""
    colours = np.array([[250, 30, 30], [30, 250, 30], [30, 30, 250], [120, 120, 120]], np.uint8)
    rgb = np.broadcast_to(colours[:, None, None], (4, 224, 224, 3)).copy()
    return rgb, targets(np.array([0, 3, 5, -1]))


def layers_of(tuner: Tuner) -> list[Layer]:
    assert isinstance(tuner.mean, Network)
    return tuner.mean.layers()


def test_a_stopped_run_goes_on_as_if_it_had_not_stopped(layers, batch, tmp_path: Path) -> None:
    whole, first = (tuner_of(layers) for _ in range(2))
    losses = [whole.train_step(*batch) for _ in range(4)]
    assert [first.train_step(*batch) for _ in range(2)] == pytest.approx(losses[:2], rel=1e-3)
    first.save(tmp_path)
    resumed = tuner_of(layers)
    resumed.restore(tmp_path)
    assert resumed.step == 2
    assert [resumed.train_step(*batch) for _ in range(2)] == pytest.approx(losses[2:], rel=1e-3)
    for ours, theirs in zip(layers_of(resumed), layers_of(whole), strict=True):
        assert np.allclose(ours.kernel, theirs.kernel, atol=1e-5)


def test_early_blocks_stay_as_they_were_and_the_others_learn(layers, batch) -> None:
    tuner = tuner_of(layers)
    for _ in range(3):
        tuner.train_step(*batch)
    changed = [
        not np.array_equal(before.kernel, after.kernel)
        for before, after in zip(layers, layers_of(tuner), strict=True)
    ]
    assert changed == [False] * FROZEN_CONVOLUTIONS + [True] * (14 - FROZEN_CONVOLUTIONS)


def test_a_photo_of_twice_the_weight_is_shown_twice_as_often() -> None:
    weights = np.array([1, 1, 2], np.float32)
    photos = TrainingPhotos(np.arange(3), np.arange(3), weights)
    shares = np.bincount(drawn_rows(photos, RECIPE, 5000).ravel()) / 20_000
    assert np.allclose(shares, [0.25, 0.25, 0.5], atol=0.02)


def test_the_teachers_answer_is_part_of_the_target(layers, batch) -> None:
    weights = random_weights()
    weights["head.bias"][2] = 20  # it is always sure of the third class
    recipe = replace(RECIPE, teacher_share=1.0, dropout=0.0, mixup=1e-3)
    rgb, target = batch
    with_teacher = tuner_of(layers, recipe, Teacher(weights)).train_step(rgb, target)
    as_taught = np.zeros_like(target)
    as_taught[:, 2] = 1
    assert with_teacher == pytest.approx(tuner_of(layers, recipe).train_step(rgb, as_taught), 0.02)
    assert abs(with_teacher - tuner_of(layers, recipe).train_step(rgb, target)) > 0.1
