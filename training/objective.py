"""What both training stages minimise, and how often each photo is shown."""

from collections import Counter
from typing import Final

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from training.photos import Photo
from training.vgg16 import CLASS_IDS

LABEL_SMOOTHING: Final = 0.05
# Few, and the only ones from streets, homes and bulbs in use: three times their share.
STREET_SOURCES: Final = {"aquatrash", "ecoera-home", "bulbs"}
STREET_WEIGHT: Final = 3.0


def targets(labels: NDArray[np.int64], smoothing: float = LABEL_SMOOTHING) -> NDArray[np.float32]:
    """`(n, 9)` target distributions: smoothed one-hot, and uniform for `other` (label -1).

    The uniform target is outlier exposure (Hendrycks et al. 2019,
    https://arxiv.org/abs/1812.04606): the net learns to be unsure where there is no waste.
    """
    classes = len(CLASS_IDS)
    result = np.full((len(labels), classes), 1 / classes, dtype=np.float32)
    waste = labels >= 0
    result[waste] = smoothing / classes
    result[waste, labels[waste]] += 1 - smoothing
    return result


def photo_weights(
    photos: list[Photo], *, balance: float = 0.5, street: float = STREET_WEIGHT
) -> NDArray[np.float32]:
    """Mean 1: by a power of how rare the class is, and more for street sources.

    balance: 0 leaves the classes as frequent as they are, 1 makes them alike.
    """
    counts = Counter(photo.class_id for photo in photos)
    weights = np.array(
        [
            counts[photo.class_id] ** -balance * (street if photo.source in STREET_SOURCES else 1)
            for photo in photos
        ]
    )
    return (weights / weights.mean()).astype(np.float32)


def cap_sources(photos: list[Photo], weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """The same share for each class, but no source has more than a third of its class.

    Where a class has fewer than three sources, they share it evenly.
    """
    classes = np.array([photo.class_id for photo in photos])
    sources = np.array([photo.source for photo in photos])
    result = weights.astype(np.float64)
    for class_id in np.unique(classes):
        inside = classes == class_id
        members = [inside & (sources == source) for source in np.unique(sources[inside])]
        masses = np.array([result[member].sum() for member in members])
        # The largest may have half of the others; the two largest, each as much as the rest.
        *rest, second, _ = [0.0, *np.sort(masses)] if len(masses) > 2 else [masses.min()] * 3
        cap = min(sum(rest), (sum(rest) + second) / 2)
        capped = np.minimum(masses, cap)
        capped *= masses.sum() / capped.sum()
        for member, mass, wanted in zip(members, masses, capped, strict=True):
            result[member] *= wanted / mass
    return result.astype(np.float32)


def cross_entropy(logits: tf.Tensor, target: tf.Tensor) -> tf.Tensor:
    """For each photo; the last axis is the classes."""
    return -tf.reduce_sum(target * tf.nn.log_softmax(logits), axis=-1)
