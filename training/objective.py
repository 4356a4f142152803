"""What both training stages minimise, and how often each photo is shown."""

from typing import Final

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from training.photos import Photo
from training.vgg16 import CLASS_IDS, OTHER

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


def photo_weights(photos: list[Photo]) -> NDArray[np.float32]:
    """Mean 1: by the root of how rare the class is, and more for street sources."""
    counts = {
        class_id: sum(photo.class_id == class_id for photo in photos)
        for class_id in (*CLASS_IDS, OTHER)
    }
    weights = np.array(
        [
            counts[photo.class_id] ** -0.5
            * (STREET_WEIGHT if photo.source in STREET_SOURCES else 1.0)
            for photo in photos
        ]
    )
    return (weights / weights.mean()).astype(np.float32)


def cross_entropy(logits: tf.Tensor, target: tf.Tensor) -> tf.Tensor:
    """For each photo; the last axis is the classes."""
    return -tf.reduce_sum(target * tf.nn.log_softmax(logits), axis=-1)
