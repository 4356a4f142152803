"""Times what training's speed rests on: the network forward, and a step of fine-tuning.

Milliseconds a photo, minimum and median, in float32 and, where the processor multiplies it, in
bfloat16, in the same run.
"""

import argparse
import statistics
import time
from collections.abc import Callable

import numpy as np
import tensorflow as tf

from training.network import Network, fast_dtype
from training.objective import cross_entropy
from training.train import FROZEN_CONVOLUTIONS
from training.vgg16 import CLASS_IDS, FEATURE_COUNT, Layer, convolution_names, convolution_shapes

BATCH = 32


def report(name: str, run: Callable[[], tf.Tensor], runs: int) -> None:
    run()  # compiles and warms the caches
    each = []
    for _ in range(runs):
        start = time.perf_counter()
        run()
        each.append((time.perf_counter() - start) * 1000 / BATCH)
    print(f"{name}: minimum {min(each):.0f} ms, median {statistics.median(each):.0f} ms")


def random_layers() -> list[Layer]:
    rng = np.random.default_rng(0)
    head = ("head", (FEATURE_COUNT, len(CLASS_IDS)))
    named = [*zip(convolution_names(), convolution_shapes(), strict=True), head]
    return [
        Layer(name, rng.normal(0, 0.02, shape).astype("f4"), np.zeros(shape[-1], "f4"))
        for name, shape in named
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    rgb = tf.random.uniform((BATCH, 224, 224, 3), 0, 256, tf.int32)
    target = tf.fill((BATCH, len(CLASS_IDS)), 1 / len(CLASS_IDS))
    for dtype in dict.fromkeys((tf.float32, fast_dtype())):
        network = Network(random_layers(), dtype=dtype, frozen=FROZEN_CONVOLUTIONS)

        @tf.function
        def forward(network: Network = network) -> tf.Tensor:
            return network.features(rgb)

        @tf.function
        def step(network: Network = network) -> tf.Tensor:
            trained = network.kernels[FROZEN_CONVOLUTIONS:]
            with tf.GradientTape(watch_accessed_variables=False) as tape:
                tape.watch(trained)
                features = network.features(rgb)
                loss = tf.reduce_mean(cross_entropy(network.head(features), target))
            return tf.add_n([tf.reduce_sum(part) for part in tape.gradient(loss, trained)])

        report(f"forward, {dtype.name}", lambda run=forward: run().numpy(), runs)
        report(f"fine-tuning step, {dtype.name}", lambda run=step: run().numpy(), runs)


if __name__ == "__main__":
    main()
