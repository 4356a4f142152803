"""Rounds a network's weights to whole multiples of steps: coarse where an error hurts little.

A weight's rounding error e moves the answers by about F e^2 / 2 (in nats of Kullback-Leibler
divergence), where F is the weight's Fisher information, the mean square of the log likelihood's
gradient. Bits are spent best when F times the square of the step is the same everywhere. F is
taken as a product of one factor for each input channel and one for each output channel (Kronecker
factors: Martens and Grosse 2015, https://arxiv.org/abs/1503.05671), and so is the step. The input
channels' factors then move into the layer before (`folded`), so that what is shipped has one scale
for each output channel.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from training.codec import LARGEST_CODE, QuantisedLayer
from training.network import Network
from training.vgg16 import FEATURE_SHAPE, Float32, Layer

# Keeps a channel that the measured photos hardly use from an unbounded step.
DAMPING: Final = 0.01
# The root of F times step squared; a weight's rounding costs a 24th of its square in nats. Of 7e-5,
# 8e-5, 9e-5 and 1e-4 the finest was the first to leave the validation photos' recall and log loss
# as they were.
STEP: Final = 7e-5


@dataclass(frozen=True)
class Steps:
    """A weight's step is rows[input channel] * columns[output channel]; `(in,)` and `(out,)`."""

    rows: Float32
    columns: Float32

    def of(self, kernel_shape: tuple[int, ...]) -> Float32:
        """For a kernel HWIO or `(places * in, out)`, in a shape that broadcasts to the kernel's."""
        table = np.outer(self.rows, self.columns)
        return (
            np.tile(table, (kernel_shape[0] // len(table), 1)) if len(kernel_shape) == 2 else table
        )


class Sensitivity:
    """Sums the squared gradients of one photo after another, for answers drawn from the network.

    Photos come in fours: each has its own gradient, only the call is shared.
    """

    CALL: Final = 4

    def __init__(self, network: Network, seed: int) -> None:
        self._network = network
        self._random = tf.random.Generator.from_seed(seed)
        self._sums = [tf.Variable(tf.zeros_like(kernel)) for kernel in network.kernels]
        self._count = 0
        self._add = tf.function(self._add_gradients)

    def _add_gradients(self, rgb: tf.Tensor) -> None:
        kernels = self._network.kernels
        for number in range(self.CALL):
            with tf.GradientTape(watch_accessed_variables=False) as tape:
                tape.watch(kernels)
                logits = self._network.head(self._network.features(rgb[number : number + 1]))
                # The largest of logits with Gumbel noise is a draw from their softmax.
                noise = -tf.math.log(-tf.math.log(self._random.uniform(logits.shape)))
                drawn = tf.one_hot(tf.argmax(logits + noise, axis=1), logits.shape[1])
                loss = -tf.reduce_sum(drawn * tf.nn.log_softmax(logits))
            for total, gradient in zip(self._sums, tape.gradient(loss, kernels), strict=True):
                total.assign_add(tf.square(gradient))

    def add(self, batches: Iterable[NDArray[np.uint8]]) -> None:
        """batches: `(4, 224, 224, 3)` each."""
        for rgb in batches:
            self._add(tf.constant(rgb))
            self._count += len(rgb)

    def fisher(self) -> list[Float32]:
        """For each layer `(in, out)`: the mean over photos and over places in the kernel."""
        means = []
        for total in self._sums:
            outputs = total.shape[-1]
            inputs = total.shape[-2] if len(total.shape) == 4 else FEATURE_SHAPE[-1]
            by_place = total.numpy().reshape(-1, inputs, outputs)
            means.append(by_place.mean(axis=0) / self._count)
        return means


def steps_of(layer: Layer, fisher: Float32, foldable: bool, step: float = STEP) -> Steps:
    """The steps at which F times step squared is `step` squared, larger where codes pass 127.

    foldable: whether a layer stands before this one, to take the rows' factors.
    """
    mean = fisher.mean()
    by_row = fisher.mean(axis=1) / mean + DAMPING
    by_column = fisher.mean(axis=0) / mean + DAMPING
    rows = by_row**-0.5 if foldable else np.ones_like(by_row)
    middle = np.exp(np.log(rows).mean())  # so that activations keep their size
    rows, columns = rows / middle, step * middle * (mean * by_column) ** -0.5
    largest = np.abs(layer.kernel).reshape(-1, len(rows), len(columns)).max(axis=0)
    beyond = (largest / np.outer(rows, columns * LARGEST_CODE)).max(axis=0)
    return Steps(rows.astype(np.float32), (columns * np.maximum(beyond, 1)).astype(np.float32))


def plain_steps(layer: Layer) -> Steps:
    """The usual eight bits: one step for each output channel, its largest weight at 127."""
    largest = np.abs(layer.kernel).max(axis=tuple(range(layer.kernel.ndim - 1)))
    inputs = layer.kernel.shape[2] if layer.kernel.ndim == 4 else FEATURE_SHAPE[-1]
    return Steps(np.ones(inputs, np.float32), np.maximum(largest / LARGEST_CODE, 1e-12))


def rounded(layer: Layer, steps: Steps) -> Layer:
    """The layer on whole multiples of its steps."""
    codes = quantise(layer, steps).codes
    return Layer(layer.name, codes * steps.of(layer.kernel.shape), layer.bias)


def quantise(layer: Layer, steps: Steps) -> QuantisedLayer:
    """Rounds to the nearest code. The scales are the columns': `folded` deals with the rows."""
    ratio = np.rint(layer.kernel / steps.of(layer.kernel.shape))
    codes = np.clip(ratio, -LARGEST_CODE, LARGEST_CODE).astype(np.int8)
    return QuantisedLayer(layer.name, codes, steps.columns, layer.bias)


def folded(layers: list[Layer], steps: list[Steps]) -> list[QuantisedLayer]:
    """The whole network in codes. Each layer's rows are moved into the outputs of the one before.

    That changes no answer: ReLU and max pooling commute with a positive factor of a channel.
    """
    quantised = [quantise(*pair) for pair in zip(layers, steps, strict=True)]
    following = [*(step.rows for step in steps[1:]), np.ones(len(layers[-1].bias), np.float32)]
    return [
        QuantisedLayer(layer.name, layer.codes, layer.scales * factor, layer.biases * factor)
        for layer, factor in zip(quantised, following, strict=True)
    ]


def save_steps(path: Path, names: list[str], steps: list[Steps]) -> None:
    arrays = {}
    for name, step in zip(names, steps, strict=True):
        arrays |= {f"{name}.rows": step.rows, f"{name}.columns": step.columns}
    np.savez(path, **arrays)


def load_steps(path: Path, names: list[str]) -> list[Steps]:
    with np.load(path) as kept:
        return [Steps(kept[f"{name}.rows"], kept[f"{name}.columns"]) for name in names]
