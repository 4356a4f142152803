"""A fixed picture made by a formula: what computes the network must give its known logits first."""

import numpy as np
from numpy.typing import NDArray

from training.vgg16 import INPUT_SIZE


def golden_input() -> NDArray[np.uint8]:
    """The picture of src/inference/golden-input.ts, `(224, 224, 3)`."""
    y, x, channel = np.indices((INPUT_SIZE, INPUT_SIZE, 3))
    return ((x + 2 * y + 85 * channel + ((x * y) >> 5)) & 255).astype(np.uint8)
