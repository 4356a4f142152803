"""Times what training's speed rests on, each beside a reference in the same run.

Block 5 forward and backward, our Winograd convolution against XLA's own; and the frozen base, which
has no second implementation here. Milliseconds a photo, minimum and median.
"""

import argparse
import statistics
import time
from collections.abc import Callable

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array, lax

from training.frozen import FrozenBase
from training.vgg16 import (
    BLOCK4_SHAPE,
    TORCHVISION,
    Layer,
    convolution_names,
    convolution_shapes,
)
from training.winograd import convolve3x3

BATCH = 32


def xla_convolution(images: Array, kernel: Array) -> Array:
    numbers = ("NHWC", "HWIO", "NHWC")
    return lax.conv_general_dilated(images, kernel, (1, 1), "SAME", dimension_numbers=numbers)


def report(name: str, run: Callable[[], object], photos: int, runs: int) -> None:
    run()  # compiles and warms the caches
    each = []
    for _ in range(runs):
        start = time.perf_counter()
        run()
        each.append((time.perf_counter() - start) * 1000 / photos)
    print(f"{name}: minimum {min(each):.0f} ms, median {statistics.median(each):.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    rng = np.random.default_rng(0)
    block4 = jnp.asarray(rng.random((BATCH, *BLOCK4_SHAPE)), dtype=jnp.float32)
    kernels = [jnp.asarray(rng.normal(0, 0.02, (3, 3, 512, 512)), jnp.float32) for _ in range(3)]
    for name, convolution in (("Winograd", convolve3x3), ("XLA", xla_convolution)):

        def loss(kernels: list[Array], convolution: Callable = convolution) -> Array:
            x = block4
            for kernel in kernels:
                x = jax.nn.relu(convolution(x, kernel))
            return (x**2).mean()

        gradient = jax.jit(jax.grad(loss))

        def train_block5(gradient: Callable = gradient) -> None:
            jax.block_until_ready(gradient(kernels))

        report(f"block 5 forward and backward, {name}", train_block5, BATCH, runs)

    shapes = zip(convolution_names(), convolution_shapes(), strict=True)
    base = FrozenBase(
        [
            Layer(name, rng.normal(0, 0.02, shape).astype(np.float32), np.zeros(shape[3], "f4"))
            for name, shape in shapes
        ],
        TORCHVISION,
        threads=2,
    )
    rgb = rng.integers(0, 256, (224, 224, 3)).astype(np.uint8)
    report("frozen base, ncnn on two threads", lambda: base.run(rgb), 1, runs)


if __name__ == "__main__":
    main()
