"""The network of the paper's Table I: its shape, its preprocessing and its float32 weights.

Not how it is run: `frozen` runs the untrained part, `head` and `finetune` train the rest.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Float32 = NDArray[np.float32]

# The paper's Table II, in its order; the same ids and order stand in src/domain/waste-class.ts.
CLASS_IDS: Final = (
    "battery",
    "clothes",
    "e-waste",
    "glass",
    "light-bulb",
    "metal",
    "organic",
    "paper",
    "plastic",
)
OTHER: Final = "other"

INPUT_SIZE: Final = 224
BLOCK_WIDTHS: Final = ((64, 64), (128, 128), (256, 256, 256), (512, 512, 512), (512, 512, 512))
BLOCK4_SHAPE: Final = (14, 14, 512)
FEATURE_SHAPE: Final = (7, 7, 512)
FEATURE_COUNT: Final = 7 * 7 * 512
PARAMETER_COUNT: Final = 14_940_489


class Preprocessing(NamedTuple):
    """Maps RGB in 0..1 to the network's input: (rgb - mean) / sd, per channel."""

    mean: tuple[float, float, float]
    sd: tuple[float, float, float]


# https://pytorch.org/vision/stable/models/generated/torchvision.models.vgg16.html
TORCHVISION: Final = Preprocessing((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
# The paper divides by 255 and does nothing else.
PAPER: Final = Preprocessing((0.0, 0.0, 0.0), (1.0, 1.0, 1.0))


@dataclass(frozen=True)
class Layer:
    """One layer's float32 weights.

    kernel: HWIO `(3, 3, in, out)` for a convolution, `(25088, 9)` for the head; bias: `(out,)`.
    """

    name: str
    kernel: Float32
    bias: Float32


def convolution_names() -> list[str]:
    """conv1_1 .. conv5_3, in the order in which a photo passes them."""
    return [
        f"conv{block}_{index}"
        for block, widths in enumerate(BLOCK_WIDTHS, start=1)
        for index in range(1, len(widths) + 1)
    ]


def convolution_shapes() -> list[tuple[int, int, int, int]]:
    """HWIO shapes of the thirteen convolutions."""
    widths = [3, *(width for block in BLOCK_WIDTHS for width in block)]
    return [(3, 3, fan_in, fan_out) for fan_in, fan_out in pairwise(widths)]


def check_architecture(layers: list[Layer]) -> None:
    """Raises ValueError unless `layers` is Table I: shapes, order and 14,940,489 parameters."""
    expected = [
        *zip(convolution_names(), convolution_shapes(), strict=True),
        ("head", (FEATURE_COUNT, len(CLASS_IDS))),
    ]
    found = [(layer.name, layer.kernel.shape) for layer in layers]
    if found != expected:
        raise ValueError(f"layers are not the paper's Table I: {found}")
    count = sum(layer.kernel.size + layer.bias.size for layer in layers)
    if count != PARAMETER_COUNT:
        raise ValueError(f"{count:,} parameters instead of {PARAMETER_COUNT:,}")
