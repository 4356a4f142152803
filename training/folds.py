"""The ways to hold photos out: percentage split, k-fold, leave-one-source-out, street."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from training.photos import SPLIT_SEED, Photo
from training.vgg16 import OTHER

FOLD_COUNT: Final = 5
# Photos from streets, homes and bulbs in use. Half of the bulbs train: no other source has such.
STREET: Final = {"aquatrash", "ecoera-home", "clothing-ds", "bulbs"}
HALVED: Final = "bulbs"
FEWEST_TESTED: Final = 10


@dataclass(frozen=True)
class Fold:
    """`trains` and `tests` are masks over the index; a photo can be in neither, never in both."""

    name: str
    trains: NDArray[np.bool_]
    tests: NDArray[np.bool_]


def percentage_fold(parts: list[str]) -> Fold:
    part = np.asarray(parts)
    return Fold("percentage split", part == "train", part == "test")


def k_folds(photos: list[Photo], count: int = FOLD_COUNT, seed: int = SPLIT_SEED) -> list[Fold]:
    """Every photo is tested once; each class and source is spread evenly over the folds."""
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(photos))
    by_stratum = sorted(
        order, key=lambda position: (photos[position].class_id, photos[position].source)
    )
    number = np.empty(len(photos), dtype=np.int64)
    number[by_stratum] = np.arange(len(photos)) % count
    return [Fold(f"fold {k + 1} of {count}", number != k, number == k) for k in range(count)]


def source_folds(photos: list[Photo]) -> list[Fold]:
    """One fold for each source of waste photos whose every class some other source has, too."""
    sources = np.array([photo.source for photo in photos])
    classes = np.array([photo.class_id for photo in photos])
    folds = []
    for source in sorted(set(sources)):
        held_out = (sources == source) & (classes != "other")
        learnable = set(classes[sources != source])
        tests = held_out & np.isin(classes, sorted(learnable))
        if tests.any():
            folds.append(Fold(source, sources != source, tests))
    return folds


def street_fold(photos: list[Photo], seed: int = SPLIT_SEED) -> Fold:
    """Tests on real surroundings what was learned without them.

    A class with fewer than ten photos there (one battery) is not tested: its recall would be luck.
    """
    sources = np.array([photo.source for photo in photos])
    classes = np.array([photo.class_id for photo in photos])
    street = np.isin(sources, sorted(STREET))
    halved = np.random.default_rng(seed).permutation(np.flatnonzero(sources == HALVED))
    street[halved[: len(halved) // 2]] = False
    ids, counts = np.unique(classes[street], return_counts=True)
    tested = [class_id for class_id in ids[counts >= FEWEST_TESTED] if class_id != OTHER]
    return Fold("street", ~street, street & np.isin(classes, tested))
