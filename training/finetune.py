"""Fine-tunes blocks 3 to 5 and the head end to end on freshly augmented photos.

Blocks 1 and 2 stay ImageNet's: edges and colours are the same on waste, and nothing is computed
backward for them. The network that comes out is the running mean of the weights over the last
thousand steps or so, which is steadier than the last step's. Checkpoints let it go on after a stop.
"""

import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray
from tqdm import tqdm

from training.metrics import macro_recall
from training.network import Network, Runner, fast_dtype
from training.objective import cross_entropy, targets
from training.vgg16 import Layer
from training.views import Rgb, ViewBatch, ViewStream

FROZEN_CONVOLUTIONS: Final = 4
CHECKPOINT_STEPS: Final = 100

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class TuneRecipe:
    """Hyper-parameters of the fine-tuning; the learning rates are peaks, block by block."""

    epochs: int = 8
    learning_rates: dict[str, float] = field(
        default_factory=lambda: {"conv3": 2e-5, "conv4": 4e-5, "conv5": 8e-5, "head": 8e-5}
    )
    weight_decay: float = 0.05
    dropout: float = 0.5
    mixup: float = 0.2
    mean_decay: float = 0.999
    batch_size: int = 32
    seed: int = 3


@dataclass(frozen=True)
class TrainingPhotos:
    """Places in the index, and for each its label and how often it is shown (mean 1)."""

    positions: NDArray[np.int64]
    labels: NDArray[np.int64]
    weights: NDArray[np.float32]


class Tuner:
    """One fine-tuning run; its state is weights, their running mean, moments and the step."""

    def __init__(self, layers: list[Layer], recipe: TuneRecipe, photo_count: int) -> None:
        self.recipe = recipe
        self.epoch_steps = photo_count // recipe.batch_size
        self.total_steps = recipe.epochs * self.epoch_steps
        self.network = Network(layers, dtype=fast_dtype())
        self.mean = Network(layers, dtype=fast_dtype())
        self._groups = [
            (self._optimiser(rate), self._variables(self.network, prefix))
            for prefix, rate in recipe.learning_rates.items()
        ]
        self._trained = [variable for _, group in self._groups for variable in group]
        self._means = [
            variable
            for prefix in recipe.learning_rates
            for variable in self._variables(self.mean, prefix)
        ]
        for optimiser, variables in self._groups:
            optimiser.build(variables)
        self._step = tf.Variable(0, dtype=tf.int64)
        self._random = tf.random.Generator.from_seed(recipe.seed)
        self._checkpoint = tf.train.Checkpoint(
            trained=self._trained,
            means=self._means,
            optimisers=[optimiser for optimiser, _ in self._groups],
            step=self._step,
            random=self._random,
        )
        self._update = tf.function(self._compute_update)

    @property
    def step(self) -> int:
        return int(self._step)

    def _optimiser(self, rate: float) -> tf.keras.optimizers.Optimizer:
        warm_up = min(100, self.total_steps // 5)
        schedule = tf.keras.optimizers.schedules.CosineDecay(
            0.0, self.total_steps - warm_up, warmup_target=rate, warmup_steps=warm_up
        )
        return tf.keras.optimizers.AdamW(schedule, weight_decay=self.recipe.weight_decay)

    @staticmethod
    def _variables(network: Network, prefix: str) -> list[tf.Variable]:
        parts = zip(network.names, network.kernels, network.biases, strict=True)
        return [
            variable
            for name, kernel, bias in parts
            if name.startswith(prefix)
            for variable in (kernel, bias)
        ]

    def _compute_update(self, rgb: tf.Tensor, target: tf.Tensor) -> tf.Tensor:
        recipe = self.recipe
        # Mixup (Zhang et al. 2018, https://arxiv.org/abs/1710.09412): Beta(a, a) as a quotient.
        gammas = tf.random.stateless_gamma(
            (2, len(rgb), 1), self._random.make_seeds()[:, 0], recipe.mixup
        )
        share = tf.math.divide_no_nan(gammas[0], gammas[0] + gammas[1])
        images = tf.cast(rgb, tf.float32)
        images = images * share[:, :, None, None] + images[::-1] * (1 - share[:, :, None, None])
        target = target * share + target[::-1] * (1 - share)
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch(self._trained)
            features = self.network.features(images, FROZEN_CONVOLUTIONS)
            kept = self._random.uniform(features.shape) >= recipe.dropout
            dropped = tf.where(kept, features / (1 - recipe.dropout), 0)
            loss = tf.reduce_mean(cross_entropy(self.network.head(dropped), target))
        gradients = iter(tape.gradient(loss, self._trained))
        for optimiser, variables in self._groups:
            optimiser.apply_gradients([(next(gradients), variable) for variable in variables])
        # Rising at first, so that the start is forgotten soon.
        decay = tf.minimum(
            recipe.mean_decay, tf.cast((1 + self._step) / (10 + self._step), tf.float32)
        )
        for mean, variable in zip(self._means, self._trained, strict=True):
            mean.assign(decay * mean + (1 - decay) * variable)
        self._step.assign_add(1)
        return loss

    def train_step(self, rgb: Rgb, target: NDArray[np.float32]) -> float:
        return float(self._update(tf.constant(rgb), tf.constant(target)))

    def save(self, folder: Path) -> None:
        self._checkpoint.write(str(folder / f"step-{self.step}"))
        (folder / "latest.partial").write_text(f"step-{self.step}")
        (folder / "latest.partial").replace(folder / "latest")
        for file in folder.glob("step-*"):
            if not file.name.startswith(f"step-{self.step}."):
                file.unlink()

    def restore(self, folder: Path) -> None:
        """Goes on from the last checkpoint in `folder`; does nothing where there is none."""
        latest = folder / "latest"
        if latest.exists():
            self._checkpoint.read(str(folder / latest.read_text())).assert_consumed()


def drawn_rows(photos: TrainingPhotos, recipe: TuneRecipe, steps: int) -> NDArray[np.int64]:
    """`(steps, batch size)` rows of `photos`; a photo's weight is how often it is drawn."""
    chances = photos.weights / photos.weights.sum()
    rng = np.random.default_rng(recipe.seed)
    return rng.choice(len(chances), (steps, recipe.batch_size), p=chances)


def finetune(
    layers: list[Layer],
    photos: TrainingPhotos,
    stream: ViewStream,
    validation: tuple[Rgb, NDArray[np.int64]],
    recipe: TuneRecipe,
    checkpoints: Path,
) -> list[Layer]:
    """The tuned network, all fourteen layers.

    layers: where to start; validation: photos and labels (waste only) looked at after each epoch.
    """
    tuner = Tuner(layers, recipe, len(photos.positions))
    checkpoints.mkdir(parents=True, exist_ok=True)
    tuner.restore(checkpoints)
    log.info("fine-tuning from step %d of %d", tuner.step, tuner.total_steps)
    watcher = Runner(tuner.mean)
    target = targets(photos.labels)
    rows = drawn_rows(photos, recipe, tuner.total_steps)
    first = tuner.step
    remaining = range(first, tuner.total_steps)
    shown = stream.read(
        ViewBatch("augmented", photos.positions[rows[step]], (step,)) for step in remaining
    )
    progress = tqdm(
        zip(remaining, shown, strict=True), "fine-tuning", tuner.total_steps, initial=first
    )
    for step, rgb in progress:
        loss = tuner.train_step(rgb, target[rows[step]])
        progress.set_postfix(loss=f"{loss:.3f}", refresh=False)
        if tuner.step % CHECKPOINT_STEPS == 0 or tuner.step == tuner.total_steps:
            tuner.save(checkpoints)
        if tuner.step % tuner.epoch_steps == 0:
            recall = macro_recall(validation[1], watcher.logits(validation[0]).argmax(axis=1))
            log.info("epoch %d: validation %.4f", tuner.step // tuner.epoch_steps, recall)
    return tuner.mean.layers()
