"""Trains dense heads on the frozen base's features: one for each fold, all in one pass.

The folds (the percentage split, k-fold, leave-one-source-out) differ only in which photos count,
so their heads stand side by side in one matrix and every batch is read once for all of them.
"""

from dataclasses import dataclass

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray
from tqdm import tqdm

from training.folds import Fold
from training.objective import cross_entropy, targets
from training.vgg16 import CLASS_IDS, FEATURE_COUNT, Layer


@dataclass(frozen=True)
class HeadRecipe:
    """Hyper-parameters of one way to train a head.

    mixup: Beta's parameter, 0 for none. mean_decay: of the running mean of the weights, which then
    comes out; 0 for the last step's.
    """

    epochs: int
    learning_rate: float
    weight_decay: float
    dropout: float
    label_smoothing: float
    mirror: bool
    mixup: float = 0.0
    mean_decay: float = 0.0
    batch_size: int = 64
    seed: int = 1


OURS = HeadRecipe(12, 3e-4, 0.05, 0.5, 0.05, mirror=True)
# 28 epochs and a plain dense layer are the paper's; the optimiser it does not name is taken to be
# Keras' usual Adam(1e-3), batch 32.
PAPER = HeadRecipe(28, 1e-3, 0.0, 0.0, 0.0, mirror=False, batch_size=32)


def train_heads(
    features: NDArray[np.float16],
    labels: NDArray[np.int64],
    weights: NDArray[np.float32],
    recipe: HeadRecipe,
    augmented: NDArray[np.float16] | None = None,
) -> list[Layer]:
    """One head for each column of `weights`.

    features: `(n, 7, 7, 512)`; labels: `(n,)`, -1 for `other`; weights: `(n, heads)`, 0 where a
    photo is held out from that head; augmented: other features of the same photos, shown instead
    every second time or so.
    """
    heads, classes = weights.shape[1], len(CLASS_IDS)
    target = targets(labels, recipe.label_smoothing)
    steps = recipe.epochs * (len(labels) // recipe.batch_size)
    optimiser = tf.keras.optimizers.AdamW(
        tf.keras.optimizers.schedules.CosineDecay(recipe.learning_rate, steps),
        weight_decay=recipe.weight_decay,
    )
    kernel = tf.Variable(tf.zeros((FEATURE_COUNT, heads * classes)))
    bias = tf.Variable(tf.zeros(heads * classes))
    means = [tf.Variable(kernel), tf.Variable(bias)]
    random = tf.random.Generator.from_seed(recipe.seed)

    @tf.function
    def step(batch: tf.Tensor, target: tf.Tensor, weight: tf.Tensor) -> None:
        x = tf.cast(batch, tf.float32)
        if recipe.mirror:
            coins = random.uniform((recipe.batch_size, 1, 1, 1)) < 0.5
            x = tf.where(coins, x[:, :, ::-1], x)
        x = tf.reshape(x, (recipe.batch_size, FEATURE_COUNT))
        if recipe.dropout:
            kept = random.uniform(x.shape) >= recipe.dropout
            x = tf.where(kept, x / (1 - recipe.dropout), 0)
        if recipe.mixup:
            x, target, weight = mixed(x, target, weight)
        with tf.GradientTape() as tape:
            logits = tf.reshape(tf.matmul(x, kernel) + bias, (-1, heads, classes))
            # Each head's mean over its own photos; their sum keeps the heads independent.
            each = cross_entropy(logits, target[:, None]) * weight
            loss = tf.reduce_sum(tf.reduce_mean(each, axis=0))
        gradients = tape.gradient(loss, [kernel, bias])
        optimiser.apply_gradients(zip(gradients, [kernel, bias], strict=True))
        for mean, variable in zip(means, [kernel, bias], strict=True):
            mean.assign(recipe.mean_decay * mean + (1 - recipe.mean_decay) * variable)

    def mixed(
        x: tf.Tensor, target: tf.Tensor, weight: tf.Tensor
    ) -> tuple[tf.Tensor, tf.Tensor, tf.Tensor]:
        seed = random.make_seeds()[:, 0]
        gammas = tf.random.stateless_gamma((2, recipe.batch_size, 1), seed, recipe.mixup)
        share = tf.math.divide_no_nan(gammas[0], gammas[0] + gammas[1])
        # A pair counts for a head only where neither of the two is held out from it.
        both = tf.cast((weight > 0) & (weight[::-1] > 0), tf.float32)
        return (
            x * share + x[::-1] * (1 - share),
            target * share + target[::-1] * (1 - share),
            both * (weight * share + weight[::-1] * (1 - share)),
        )

    rng = np.random.default_rng(recipe.seed)
    for _ in tqdm(range(recipe.epochs), "heads"):
        order = rng.permutation(len(labels))
        for start in range(0, len(order) - recipe.batch_size + 1, recipe.batch_size):
            rows = np.sort(order[start : start + recipe.batch_size])
            shown = features[rows]
            if augmented is not None:
                changed = rng.random(len(rows)) < 0.5
                shown[changed] = augmented[rows[changed]]
            step(shown, target[rows], weights[rows])
    kernels = means[0].numpy().reshape(FEATURE_COUNT, heads, classes)
    biases = means[1].numpy().reshape(heads, classes)
    return [
        Layer("head", np.ascontiguousarray(kernels[:, number]), biases[number])
        for number in range(heads)
    ]


def held_out_answers(
    heads: list[Layer], folds: list[Fold], features: NDArray[np.float16], labels: NDArray[np.int64]
) -> list[tuple[NDArray[np.int64], NDArray[np.float32]]]:
    """For each fold the labels of the photos that it tests, and its own head's logits of them."""
    return [
        (labels[fold.tests], head_logits(head, features[fold.tests]))
        for fold, head in zip(folds, heads, strict=True)
    ]


def pooled(answers: list[tuple[NDArray, NDArray]]) -> tuple[NDArray, NDArray]:
    """Those of several folds as if of one."""
    labels, given = zip(*answers, strict=True)
    return np.concatenate(labels), np.concatenate(given)


def head_logits(head: Layer, features: NDArray[np.float16]) -> NDArray[np.float32]:
    """`(n, 9)` logits of `(n, 7, 7, 512)` features, in slices that fit in memory."""
    slices = [
        features[start : start + 512].reshape(-1, FEATURE_COUNT).astype(np.float32) @ head.kernel
        for start in range(0, len(features), 512)
    ]
    return np.concatenate(slices) + head.bias
