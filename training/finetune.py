"""Fine-tunes a network end to end on freshly augmented photos, with a teacher or without.

The network that comes out is the running mean of the weights over the last thousand steps or so,
which is steadier than the last step's. Checkpoints let it go on after a stop.
"""

import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Protocol

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray
from tqdm import tqdm

from training.metrics import macro_recall
from training.network import Runner
from training.objective import cross_entropy, targets
from training.views import Rgb, ViewBatch, ViewStream

CHECKPOINT_STEPS: Final = 100

log = logging.getLogger(__name__)


class Tunable(Protocol):
    """A network whose trained variables lie in groups, each with its own learning rate."""

    def features(self, rgb: tf.Tensor) -> tf.Tensor: ...

    def head(self, features: tf.Tensor) -> tf.Tensor: ...

    def variables_of(self, group: str) -> list[tf.Variable]: ...


@dataclass(frozen=True)
class TuneRecipe:
    """Hyper-parameters of a fine-tuning; the learning rates are peaks, group by group.

    teacher_share: how much of the target is the teacher's answer, where there is a teacher.
    """

    epochs: int
    learning_rates: dict[str, float]
    dropout: float
    seed: int
    teacher_share: float = 0.0
    mean_decay: float = 0.999
    weight_decay: float = 0.05
    mixup: float = 0.2
    batch_size: int = 32


# From the frozen base and its head to a network that knows waste.
TUNE: Final = TuneRecipe(
    epochs=8,
    learning_rates={"conv3": 2e-5, "conv4": 4e-5, "conv5": 8e-5, "head": 8e-5},
    dropout=0.5,
    seed=3,
)
TEACH: Final = TuneRecipe(
    epochs=4,
    learning_rates={"body": 2e-4, "head": 1e-3},
    dropout=0.2,
    seed=4,
    mean_decay=0.997,
)
# The teacher's soft answers regularise, so rates may be higher and dropout lower.
DISTIL: Final = TuneRecipe(
    epochs=9,
    learning_rates={"conv3": 4e-5, "conv4": 8e-5, "conv5": 1.5e-4, "head": 1.5e-4},
    dropout=0.3,
    seed=5,
    teacher_share=0.7,
)
# Nearly all the teacher's: from the rates of the start again, out of where the first round settled.
DISTIL_AGAIN: Final = replace(DISTIL, seed=6, teacher_share=0.9)


@dataclass(frozen=True)
class TrainingPhotos:
    """Places in the index, and for each its label and how often it is shown (mean 1)."""

    positions: NDArray[np.int64]
    labels: NDArray[np.int64]
    weights: NDArray[np.float32]


class Tuner:
    """One fine-tuning run; its state is weights, their running mean, moments and the step."""

    def __init__(
        self,
        network: Tunable,
        mean: Tunable,
        recipe: TuneRecipe,
        photo_count: int,
        teacher: Tunable | None = None,
    ) -> None:
        """network, mean: two copies of the same start."""
        self.network, self.mean, self.recipe = network, mean, recipe
        self.epoch_steps = photo_count // recipe.batch_size
        self.total_steps = recipe.epochs * self.epoch_steps
        self._teacher = teacher
        self._groups = [
            (self._optimiser(rate), network.variables_of(group))
            for group, rate in recipe.learning_rates.items()
        ]
        self._trained = [variable for _, group in self._groups for variable in group]
        self._means = [
            variable for group in recipe.learning_rates for variable in mean.variables_of(group)
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
        if self._teacher is not None:
            # It answers for the very picture that the student sees (Beyer et al. 2022,
            # https://arxiv.org/abs/2106.05237: a good teacher is patient and consistent).
            answer = tf.nn.softmax(self._teacher.head(self._teacher.features(images)))
            target += recipe.teacher_share * (answer - target)
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch(self._trained)
            features = self.network.features(images)
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
    tuner: Tuner,
    photos: TrainingPhotos,
    stream: ViewStream,
    validation: tuple[Rgb, NDArray[np.int64]],
    checkpoints: Path,
) -> None:
    """Trains to the end; `tuner.mean` is then the tuned network.

    validation: photos and labels (waste only) looked at after each epoch.
    """
    checkpoints.mkdir(parents=True, exist_ok=True)
    tuner.restore(checkpoints)
    log.info("fine-tuning from step %d of %d", tuner.step, tuner.total_steps)
    watcher = Runner(tuner.mean)
    target = targets(photos.labels)
    rows = drawn_rows(photos, tuner.recipe, tuner.total_steps)
    first = tuner.step
    remaining = range(first, tuner.total_steps)
    shown = stream.read(
        ViewBatch("augmented", photos.positions[rows[step]], (tuner.recipe.seed, step))
        for step in remaining
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
