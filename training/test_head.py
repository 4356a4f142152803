"""Heads trained for real on made-up features; each class lights up a channel of its own."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from training.head import OURS, HeadRecipe, head_logits, train_heads
from training.vgg16 import FEATURE_SHAPE

RECIPE = replace(OURS, epochs=6, learning_rate=3e-3, dropout=0.0)
# Of the two classes that there are, the first 64 photos are of the one, the others of the other.
LABELS = np.repeat([0, 1], 64)


def features_of(channels: NDArray[np.int64]) -> NDArray[np.float16]:
    features = np.zeros((len(channels), *FEATURE_SHAPE), np.float16)
    features[np.arange(len(channels)), :, :, channels] = 1
    return features


def trained(
    recipe: HeadRecipe,
    weights: NDArray[np.float32] | None = None,
    augmented: NDArray[np.float16] | None = None,
) -> list:
    weights = np.ones((len(LABELS), 1), np.float32) if weights is None else weights
    return train_heads(features_of(LABELS), LABELS, weights, recipe, augmented)


@pytest.mark.parametrize("mixup", [0.0, 0.4])
def test_a_head_learns_nothing_from_photos_that_are_held_out_from_it(mixup: float) -> None:
    # The second head never sees the second class, whose photos light up the second channel.
    weights = np.ones((len(LABELS), 2), np.float32)
    weights[LABELS == 1, 1] = 0
    all_seen, half_seen = trained(replace(RECIPE, mixup=mixup), weights)
    assert np.abs(all_seen.kernel.reshape(*FEATURE_SHAPE, 9)[:, :, 1]).max() > 1e-4
    assert np.abs(half_seen.kernel.reshape(*FEATURE_SHAPE, 9)[:, :, 1]).max() == 0


def test_mixed_photos_teach_both_classes_in_their_shares() -> None:
    [plain], [mixed] = trained(RECIPE), trained(replace(RECIPE, mixup=1.0))
    half = features_of(np.array([0])) / 2 + features_of(np.array([1])) / 2
    for head in (plain, mixed):
        assert head_logits(head, features_of(LABELS)).argmax(axis=1).tolist() == LABELS.tolist()
    # What never stood between the classes may be anything; what was taught there is undecided.
    mixed_half = head_logits(mixed, half)[0]
    assert abs(mixed_half[0] - mixed_half[1]) < 0.5
    sureness = [
        np.ptp(head_logits(head, features_of(LABELS[:1]))[0, :2]) for head in (plain, mixed)
    ]
    assert sureness[1] < sureness[0]


def test_augmented_features_are_shown_in_place_of_the_plain_ones_half_the_time() -> None:
    elsewhere = features_of(LABELS + 2)
    [without], [with_them] = trained(RECIPE), trained(RECIPE, augmented=elsewhere)
    answers = [head_logits(head, elsewhere) for head in (without, with_them)]
    assert np.ptp(answers[0], axis=0).max() < 1e-3  # channels that it has never seen lit
    assert answers[1].argmax(axis=1).tolist() == LABELS.tolist()
    plain = head_logits(with_them, features_of(LABELS))
    assert plain.argmax(axis=1).tolist() == LABELS.tolist()


def test_the_running_mean_lags_behind_the_last_weights() -> None:
    [last], [mean] = trained(RECIPE), trained(replace(RECIPE, mean_decay=0.9))
    assert 0 < np.abs(mean.kernel).max() < np.abs(last.kernel).max()
