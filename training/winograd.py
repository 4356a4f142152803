"""A differentiable 3 x 3 convolution with 2.25 times fewer multiplications, in JAX.

Winograd F(2x2, 3x3) (Lavin and Gray 2015, https://arxiv.org/abs/1509.09308): 2 x 2 outputs from a
4 x 4 input tile take 16 products instead of 36. Forward and backward through block 5 take 37 ms a
photo on two AVX2 cores, with XLA's own convolution 81 (training.bench).
"""

from typing import Final

import jax.numpy as jnp
import numpy as np
from jax import Array, lax

TILE: Final = 2
PATCH: Final = TILE + 2

INPUT_TRANSFORM: Final = np.array(
    [[1, 0, -1, 0], [0, 1, 1, 0], [0, -1, 1, 0], [0, 1, 0, -1]], dtype=np.float32
)
KERNEL_TRANSFORM: Final = np.array(
    [[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]], dtype=np.float32
)
OUTPUT_TRANSFORM: Final = np.array([[1, 1, 1, 0], [0, 1, -1, -1]], dtype=np.float32)


def convolve3x3(images: Array, kernel: Array) -> Array:
    """Padding "same", stride 1: NHWC `(n, h, w, in)`, HWIO `(3, 3, in, out)`; h and w even."""
    count, height, width, channels = images.shape
    outputs = kernel.shape[3]
    rows, columns = height // TILE, width // TILE
    padded = jnp.pad(images, ((0, 0), (1, 1), (1, 1), (0, 0)))
    patches = jnp.stack([padded[:, i : i + height : TILE] for i in range(PATCH)])
    patches = jnp.stack([patches[:, :, :, j : j + width : TILE] for j in range(PATCH)], axis=1)
    v = jnp.einsum("ij,kl,jlnrcx->iknrcx", INPUT_TRANSFORM, INPUT_TRANSFORM, patches)
    u = jnp.einsum("ij,kl,jlxo->ikxo", KERNEL_TRANSFORM, KERNEL_TRANSFORM, kernel)
    products = lax.dot_general(
        v.reshape(PATCH * PATCH, count * rows * columns, channels),
        u.reshape(PATCH * PATCH, channels, outputs),
        (((2,), (1,)), ((0,), (0,))),
    ).reshape(PATCH, PATCH, count, rows, columns, outputs)
    tiles = jnp.einsum("ij,kl,jlnrco->nricko", OUTPUT_TRANSFORM, OUTPUT_TRANSFORM, products)
    return tiles.reshape(count, height, width, outputs)
