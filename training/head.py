"""Trains dense heads on the frozen base's features: one for each fold, all in one pass.

The folds (the percentage split, k-fold, leave-one-source-out) differ only in which photos count,
so their heads stand side by side in one matrix and every batch is read once for all of them.
"""

from dataclasses import dataclass

import jax
import jax.numpy as jnp
import numpy as np
import optax
from jax import Array
from numpy.typing import NDArray
from tqdm import tqdm

from training.objective import cross_entropy, targets
from training.vgg16 import CLASS_IDS, FEATURE_COUNT, Layer


@dataclass(frozen=True)
class HeadRecipe:
    """Hyper-parameters of one way to train a head."""

    epochs: int
    learning_rate: float
    weight_decay: float
    dropout: float
    label_smoothing: float
    mirror: bool
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
) -> list[Layer]:
    """One head for each column of `weights`.

    features: `(n, 7, 7, 512)`; labels: `(n,)`, -1 for `other`; weights: `(n, heads)`, 0 where a
    photo is held out from that head.
    """
    heads, classes = weights.shape[1], len(CLASS_IDS)
    target = targets(labels, recipe.label_smoothing)
    steps = recipe.epochs * (len(labels) // recipe.batch_size)
    optimiser = optax.adamw(
        optax.cosine_decay_schedule(recipe.learning_rate, steps), weight_decay=recipe.weight_decay
    )
    parameters = (jnp.zeros((FEATURE_COUNT, heads * classes)), jnp.zeros(heads * classes))
    state = optimiser.init(parameters)

    def loss(
        parameters: tuple[Array, Array], batch: Array, target: Array, weight: Array, key: Array
    ) -> Array:
        kernel, bias = parameters
        x = batch.astype(jnp.float32)
        if recipe.mirror:
            coins = jax.random.bernoulli(key, 0.5, (len(x), 1, 1, 1))
            x = jnp.where(coins, x[:, :, ::-1], x)
        x = x.reshape(len(x), FEATURE_COUNT)
        if recipe.dropout:
            kept = jax.random.bernoulli(jax.random.fold_in(key, 1), 1 - recipe.dropout, x.shape)
            x = jnp.where(kept, x / (1 - recipe.dropout), 0)
        logits = (x @ kernel + bias).reshape(len(x), heads, classes)
        # Each head's mean over its own photos; their sum keeps the heads independent.
        each = cross_entropy(logits, target[:, None]) * weight
        return (each.sum(axis=0) / len(x)).sum()

    @jax.jit
    def step(parameters, state, batch, target, weight, key):  # noqa: ANN001, ANN202
        gradients = jax.grad(loss)(parameters, batch, target, weight, key)
        updates, state = optimiser.update(gradients, state, parameters)
        return optax.apply_updates(parameters, updates), state

    rng = np.random.default_rng(recipe.seed)
    key = jax.random.key(recipe.seed)
    number = 0
    for _ in tqdm(range(recipe.epochs), "heads"):
        order = rng.permutation(len(labels))
        for start in range(0, len(order) - recipe.batch_size + 1, recipe.batch_size):
            rows = np.sort(order[start : start + recipe.batch_size])
            parameters, state = step(
                parameters,
                state,
                features[rows],
                target[rows],
                weights[rows],
                jax.random.fold_in(key, number),
            )
            number += 1
    kernel = np.asarray(parameters[0]).reshape(FEATURE_COUNT, heads, classes)
    bias = np.asarray(parameters[1]).reshape(heads, classes)
    return [
        Layer("head", np.ascontiguousarray(kernel[:, number]), bias[number])
        for number in range(heads)
    ]


def head_logits(head: Layer, features: NDArray[np.float16]) -> NDArray[np.float32]:
    """`(n, 9)` logits of `(n, 7, 7, 512)` features, in slices that fit in memory."""
    slices = [
        features[start : start + 512].reshape(-1, FEATURE_COUNT).astype(np.float32) @ head.kernel
        for start in range(0, len(features), 512)
    ]
    return np.concatenate(slices) + head.bias
