"""Fine-tunes block 5 and the head on cached block-4 activations.

Blocks 1 to 4 stay ImageNet's: their activations are read from disk, several views of each photo, so
an epoch costs minutes on two cores. Checkpoints let it go on after a stop.
"""

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
import optax
from jax import Array, lax
from numpy.typing import NDArray
from tqdm import tqdm

from training.features import View
from training.metrics import macro_recall
from training.objective import cross_entropy, targets, weighted_mean
from training.vgg16 import BLOCK4_SHAPE, FEATURE_COUNT, Layer
from training.winograd import convolve3x3

MAX_SHIFT: Final = 2  # cells of 16 pixels
CHECKPOINT_STEPS: Final = 100

log = logging.getLogger(__name__)

Weights = dict[str, Array]


@dataclass(frozen=True)
class TuneRecipe:
    """Hyper-parameters of the fine-tuning."""

    epochs: int = 5
    learning_rate: float = 8e-5
    weight_decay: float = 0.05
    dropout: float = 0.5
    batch_size: int = 32
    seed: int = 3


class Batch(NamedTuple):
    block4: NDArray[np.float16]
    target: NDArray[np.float32]
    weight: NDArray[np.float32]


def to_weights(layers: list[Layer]) -> Weights:
    """`{"conv5_1.kernel": ..., "conv5_1.bias": ..., ...}` of block 5's layers and the head."""
    return {
        f"{layer.name}.{part}": jnp.asarray(getattr(layer, part))
        for layer in layers
        for part in ("kernel", "bias")
    }


def to_layers(weights: Weights) -> list[Layer]:
    names = dict.fromkeys(key.rsplit(".", 1)[0] for key in weights)
    return [
        Layer(name, np.asarray(weights[f"{name}.kernel"]), np.asarray(weights[f"{name}.bias"]))
        for name in names
    ]


def block5(weights: Weights, block4: Array) -> Array:
    """`(n, 14, 14, 512)` to `(n, 25088)`."""
    x = block4.astype(jnp.float32)
    for name in ("conv5_1", "conv5_2", "conv5_3"):
        x = jax.nn.relu(convolve3x3(x, weights[f"{name}.kernel"]) + weights[f"{name}.bias"])
    pooled = x.reshape(len(x), 7, 2, 7, 2, 512).max(axis=(2, 4))
    return pooled.reshape(len(x), FEATURE_COUNT)


def shift_and_mirror(block4: Array, key: Array) -> Array:
    """Each photo moved by up to MAX_SHIFT cells (zeros come in) and mirrored half of the time."""
    count, height, width, channels = block4.shape
    coins = jax.random.bernoulli(key, 0.5, (count, 1, 1, 1))
    mirrored = jnp.where(coins, block4[:, :, ::-1], block4)
    padding = (MAX_SHIFT, MAX_SHIFT)
    padded = jnp.pad(mirrored, ((0, 0), padding, padding, (0, 0)))
    corners = jax.random.randint(jax.random.fold_in(key, 1), (count, 2), 0, 2 * MAX_SHIFT + 1)

    def crop(image: Array, corner: Array) -> Array:
        return lax.dynamic_slice(image, (corner[0], corner[1], 0), (height, width, channels))

    return jax.vmap(crop)(padded, corners)


def network_logits(weights: Weights, activations: NDArray[np.float16]) -> NDArray[np.float32]:
    """`(n, 9)` logits of `(n, 14, 14, 512)` block-4 activations, without augmentation."""
    run = jax.jit(
        lambda part: block5(weights, part) @ weights["head.kernel"] + weights["head.bias"]
    )
    padding = -len(activations) % 32  # one shape, compiled once
    padded = np.concatenate([activations, np.zeros((padding, *BLOCK4_SHAPE), np.float16)])
    slices = [np.asarray(run(padded[start : start + 32])) for start in range(0, len(padded), 32)]
    return np.concatenate(slices)[: len(activations)]


class Tuner:
    """One fine-tuning run; its state is the weights, the optimiser's moments and the step."""

    def __init__(self, layers: list[Layer], recipe: TuneRecipe, photo_count: int) -> None:
        self.recipe = recipe
        self.epoch_steps = photo_count // recipe.batch_size
        self.total_steps = recipe.epochs * self.epoch_steps
        schedule = optax.warmup_cosine_decay_schedule(
            0.0, recipe.learning_rate, min(100, self.total_steps // 5), self.total_steps
        )
        self._optimiser = optax.adamw(schedule, weight_decay=recipe.weight_decay)
        self.weights = to_weights(layers)
        self._state = self._optimiser.init(self.weights)
        self.step = 0
        self._update = jax.jit(self._compute_update)

    def _loss(self, weights: Weights, batch: Batch, key: Array) -> Array:
        moved = shift_and_mirror(batch.block4, jax.random.fold_in(key, 0))
        features = block5(weights, moved)
        kept = jax.random.bernoulli(
            jax.random.fold_in(key, 1), 1 - self.recipe.dropout, features.shape
        )
        dropped = jnp.where(kept, features / (1 - self.recipe.dropout), 0)
        logits = dropped @ weights["head.kernel"] + weights["head.bias"]
        return weighted_mean(cross_entropy(logits, batch.target), batch.weight)

    def _compute_update(
        self, weights: Weights, state: optax.OptState, batch: Batch, key: Array
    ) -> tuple[Weights, optax.OptState, Array]:
        loss, gradients = jax.value_and_grad(self._loss)(weights, batch, key)
        updates, state = self._optimiser.update(gradients, state, weights)
        return optax.apply_updates(weights, updates), state, loss

    def train_step(self, batch: Batch) -> float:
        key = jax.random.fold_in(jax.random.key(self.recipe.seed), self.step)
        self.weights, self._state, loss = self._update(self.weights, self._state, batch, key)
        self.step += 1
        return float(loss)

    def save(self, path: Path) -> None:
        leaves = jax.tree.leaves((self.weights, self._state))
        partial = path.with_suffix(".partial.npz")
        np.savez(partial, step=self.step, **{f"leaf{k}": leaf for k, leaf in enumerate(leaves)})
        partial.replace(path)

    def restore(self, path: Path) -> None:
        structure = jax.tree.structure((self.weights, self._state))
        with np.load(path) as kept:
            leaves = [jnp.asarray(kept[f"leaf{k}"]) for k in range(structure.num_leaves)]
            self.step = int(kept["step"])
        self.weights, self._state = jax.tree.unflatten(structure, leaves)


def batches(
    views: list[View],
    rows: list[NDArray[np.int64]],
    target: NDArray[np.float32],
    weight: NDArray[np.float32],
    tuner: Tuner,
) -> Iterator[Batch]:
    """Every photo once an epoch, each time in a view drawn at random.

    `rows[v][j]` is where training photo j stands in view v. Read one batch ahead of its use.
    """
    recipe = tuner.recipe

    def read(step: int) -> Batch:
        epoch, place = divmod(step, tuner.epoch_steps)
        rng = np.random.default_rng([recipe.seed, epoch])
        order = rng.permutation(len(target))
        choice = rng.integers(len(views), size=len(target))
        chosen = order[place * recipe.batch_size : (place + 1) * recipe.batch_size]
        block4 = np.empty((len(chosen), *BLOCK4_SHAPE), dtype=np.float16)
        for slot, photo in enumerate(chosen):
            view = choice[photo]
            activations = views[view].block4
            if activations is None:
                raise ValueError("fine-tuning needs views with block-4 activations")
            block4[slot] = activations[rows[view][photo]]
        return Batch(block4, target[chosen], weight[chosen])

    with ThreadPoolExecutor(1) as reader:
        ahead = reader.submit(read, tuner.step)
        for step in range(tuner.step, tuner.total_steps):
            batch = ahead.result()
            if step + 1 < tuner.total_steps:
                ahead = reader.submit(read, step + 1)
            yield batch


def finetune(
    layers: list[Layer],
    views: list[View],
    positions: NDArray[np.int64],
    labels: NDArray[np.int64],
    weights: NDArray[np.float32],
    validation: tuple[NDArray[np.float16], NDArray[np.int64]],
    recipe: TuneRecipe,
    checkpoint: Path,
) -> list[Layer]:
    """Tuned conv5_1, conv5_2, conv5_3 and head.

    layers: where to start; positions: the training photos in the index, and for each its label and
    weight; validation: activations and labels (waste only) that are looked at after each epoch.
    """
    tuner = Tuner(layers, recipe, len(positions))
    if checkpoint.exists():
        tuner.restore(checkpoint)
        log.info("going on at step %d of %d", tuner.step, tuner.total_steps)
    rows = [np.searchsorted(view.positions, positions) for view in views]
    stream = batches(views, rows, targets(labels), weights, tuner)
    progress = tqdm(stream, "fine-tuning", tuner.total_steps, initial=tuner.step)
    for batch in progress:
        progress.set_postfix(loss=f"{tuner.train_step(batch):.3f}", refresh=False)
        if tuner.step % CHECKPOINT_STEPS == 0 or tuner.step == tuner.total_steps:
            tuner.save(checkpoint)
        if tuner.step % tuner.epoch_steps == 0:
            answers = network_logits(tuner.weights, validation[0]).argmax(axis=1)
            recall = macro_recall(validation[1], answers)
            log.info("epoch %d: validation %.4f", tuner.step // tuner.epoch_steps, recall)
    return to_layers(tuner.weights)
