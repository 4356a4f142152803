"""Trains a head on the frozen base, then (recipe `ours`) fine-tunes the network with it: first on
the photos' labels alone, then with the answers of a stronger network, which was tuned on the same
photos and is not shipped (distillation, Hinton et al. 2015, https://arxiv.org/abs/1503.02531). At
last its weights are rounded as the shipped ones will be.

`ours` also trains the heads of the k-fold and leave-one-source-out splits, which tell how much of
the accuracy belongs to the photos' sources. `--split street` repeats all of `ours` without the
photos from real surroundings, for evaluate.py to measure on them. `paper` is the paper's
recipe on the same split: frozen base, RGB / 255, photos darkened at random (one fixed darkening for
each photo), dense 9, 28 epochs.
"""

import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray
from tqdm import tqdm

from training.features import PAPER_DARK, PAPER_PLAIN, PLAIN, load_features
from training.fetch_weights import load_base
from training.finetune import DISTIL, DISTIL_AGAIN, TEACH, TUNE, TrainingPhotos, Tuner, finetune
from training.folds import k_folds, percentage_fold, source_folds, street_fold
from training.head import OURS, PAPER, head_logits, held_out_answers, pooled, train_heads
from training.metrics import held_out_figures, macro_recall, softmax
from training.network import Network, Runner, fast_dtype
from training.objective import photo_weights
from training.paths import step_parser
from training.photos import Photo, labels_of, percentage_split, positions_of, read_index
from training.quantise import Sensitivity, Steps, rounded, save_steps, steps_of
from training.teacher import Teacher, load_tensors, weights_of
from training.vgg16 import Layer
from training.views import Rgb, ViewBatch, ViewReader, ViewStream, view_stream

# Blocks 1 and 2 stay ImageNet's: edges and colours are the same on waste.
FROZEN_CONVOLUTIONS: Final = 4
SENSITIVITY_PHOTOS: Final = 512
SENSITIVITY_SEED: Final = 7

log = logging.getLogger(__name__)


def save_layers(path: Path, layers: list[Layer]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    arrays = {
        f"{layer.name}.{part}": getattr(layer, part)
        for layer in layers
        for part in ("kernel", "bias")
    }
    np.savez(path, **arrays)


def load_layers(path: Path) -> list[Layer]:
    with np.load(path) as kept:
        names = dict.fromkeys(key.rsplit(".", 1)[0] for key in kept.files)
        return [Layer(name, kept[f"{name}.kernel"], kept[f"{name}.bias"]) for name in names]


def float_logits(
    folder: Path, photos: list[Photo], layers: list[Layer], positions: NDArray[np.int64]
) -> NDArray[np.float32]:
    """`(n, 9)` of a network with these weights, in float32."""
    nothing_trains = np.zeros(len(photos), np.bool_)
    with view_stream(ViewReader(folder, photos, nothing_trains)) as stream:
        return Runner(Network(layers)).logits(stream.plain(positions))


def train_frozen_heads(photos: list[Photo], cache: Path, run: Path) -> None:
    """Heads of all splits on the plain view; writes head.npz and frozen-head.json."""
    labels = labels_of(photos)
    features = np.array(load_features(cache, PLAIN).features)
    split = percentage_fold(percentage_split(photos))
    crossed, sources = k_folds(photos), source_folds(photos)
    folds = [split, *crossed, *sources]
    weights = np.stack([fold.trains for fold in folds], axis=1) * photo_weights(photos)[:, None]
    heads = train_heads(features, labels, weights.astype(np.float32), OURS)

    results = [
        (truth[truth >= 0], logits[truth >= 0].argmax(axis=1))
        for truth, logits in held_out_answers(heads, folds, features, labels)
    ]
    recalls = [macro_recall(*result) for result in results[1 : 1 + len(crossed)]]
    by_source = results[1 + len(crossed) :]
    truth, given = pooled(by_source)
    figures: dict[str, Any] = {
        "n": len(results[0][0]),
        "macroRecall": round(macro_recall(*results[0]), 4),
        "kFold": {
            "folds": len(crossed),
            "n": int((labels >= 0).sum()),
            "macroRecall": round(float(np.mean(recalls)), 4),
            "sd": round(float(np.std(recalls, ddof=1)), 4),
        },
        "leaveOneSourceOut": {
            "n": len(truth),
            "macroRecall": round(macro_recall(truth, given), 4),
            "sources": [
                {
                    "source": fold.name,
                    "n": len(result[0]),
                    "accuracy": round(float((result[0] == result[1]).mean()), 4),
                }
                for fold, result in zip(sources, by_source, strict=True)
            ],
        },
    }
    save_layers(run / "head.npz", heads[:1])
    (run / "frozen-head.json").write_text(json.dumps(figures, indent=2))
    log.info("frozen base, our head: %s", json.dumps(figures))


@dataclass(frozen=True)
class TuningData:
    """What every fine-tuning reads: the percentage split's training and validation photos."""

    training: TrainingPhotos
    stream: ViewStream
    validation: tuple[Rgb, NDArray[np.int64]]

    def run(self, tuner: Tuner, checkpoints: Path) -> None:
        finetune(tuner, self.training, self.stream, self.validation, checkpoints)


def tune(data: TuningData, cache: Path, run: Path) -> None:
    """From the frozen base and its head; writes tuned.npz."""
    start = [*load_base(cache), *load_layers(run / "head.npz")]
    network, mean = trained_copy(start), trained_copy(start)
    data.run(Tuner(network, mean, TUNE, len(data.training.labels)), run / "tune")
    save_layers(run / "tuned.npz", mean.layers())


def teach(data: TuningData, cache: Path, run: Path) -> None:
    """Tunes the teacher from its ImageNet weights; writes teacher.npz."""
    start = weights_of(load_tensors(cache))
    mean = Teacher(start)
    data.run(Tuner(Teacher(start), mean, TEACH, len(data.training.labels)), run / "teach")
    np.savez(run / "teacher.npz", **mean.weights())


def distil(data: TuningData, run: Path) -> None:
    """From the tuned network, with the teacher's answers, in two rounds; writes distilled.npz."""
    start = load_layers(run / "tuned.npz")
    teacher = load_teacher(run)
    for recipe, checkpoints in ((DISTIL, "distil"), (DISTIL_AGAIN, "distil-again")):
        network, mean = trained_copy(start), trained_copy(start)
        data.run(
            Tuner(network, mean, recipe, len(data.training.labels), teacher), run / checkpoints
        )
        start = mean.layers()
    save_layers(run / "distilled.npz", start)


def compact(data: TuningData, run: Path) -> None:
    """Rounds the distilled network; writes steps.npz and network.npz.

    network.npz holds the rounded weights: what is exported, but for `folded`.
    """
    layers = load_layers(run / "distilled.npz")
    steps = chosen_steps(layers, data)
    save_steps(run / "steps.npz", [layer.name for layer in layers], steps)
    pairs = zip(layers, steps, strict=True)
    save_layers(run / "network.npz", [rounded(layer, step) for layer, step in pairs])


def chosen_steps(layers: list[Layer], data: TuningData) -> list[Steps]:
    """By the sensitivity of each channel on augmented training photos."""
    sensitivity = Sensitivity(Network(layers, dtype=fast_dtype()), SENSITIVITY_SEED)
    photos = data.training
    drawn = np.random.default_rng(SENSITIVITY_SEED).choice(photos.positions, SENSITIVITY_PHOTOS)
    calls = drawn.reshape(-1, Sensitivity.CALL)
    batches = (
        ViewBatch("augmented", call, (SENSITIVITY_SEED, number))
        for number, call in enumerate(calls)
    )
    shown = tqdm(data.stream.read(batches), "sensitivity", len(calls))
    sensitivity.add(shown)
    return [
        steps_of(layer, fisher, foldable=number > 0)
        for number, (layer, fisher) in enumerate(zip(layers, sensitivity.fisher(), strict=True))
    ]


def load_teacher(run: Path, dtype: tf.DType | None = None) -> Teacher:
    with np.load(run / "teacher.npz") as kept:
        return Teacher(dict(kept), dtype)


def trained_copy(layers: list[Layer]) -> Network:
    return Network(layers, dtype=fast_dtype(), frozen=FROZEN_CONVOLUTIONS)


def train_network(
    folder: Path, photos: list[Photo], cache: Path, run: Path, trains: NDArray[np.bool_]
) -> None:
    """All fine-tunings that are not done yet; the last one writes network.npz.

    trains: mask over the index. The percentage split's validation photos are only looked at.
    """
    labels = labels_of(photos)
    training = np.flatnonzero(trains)
    watched = positions_of(percentage_split(photos), "validation")
    watched = watched[labels[watched] >= 0]
    weights = photo_weights([photos[position] for position in training])
    with view_stream(ViewReader(folder, photos, trains)) as stream:
        data = TuningData(
            TrainingPhotos(training, labels[training], weights),
            stream,
            (stream.plain(watched), labels[watched]),
        )
        if not (run / "tuned.npz").exists():
            tune(data, cache, run)
        if not (run / "teacher.npz").exists():
            teach(data, cache, run)
        if not (run / "distilled.npz").exists():
            distil(data, run)
        if not (run / "network.npz").exists():
            compact(data, run)


def train_street(folder: Path, photos: list[Photo], cache: Path, run: Path) -> None:
    """Every stage of `ours` without the street fold's photos, into a folder of its own."""
    labels, fold = labels_of(photos), street_fold(photos)
    trains = fold.trains & (np.asarray(percentage_split(photos)) != "validation")
    if not (run / "head.npz").exists():
        weights = (trains * photo_weights(photos))[:, None].astype(np.float32)
        features = np.array(load_features(cache, PLAIN).features)
        save_layers(run / "head.npz", train_heads(features, labels, weights, OURS))
    train_network(folder, photos, cache, run, trains)


def train_paper(photos: list[Photo], cache: Path, run: Path) -> None:
    """The paper's head on the paper's features; writes paper.json (same test photos as ours)."""
    labels = labels_of(photos)
    parts = percentage_split(photos)
    dark, plain = load_features(cache, PAPER_DARK), load_features(cache, PAPER_PLAIN)
    known = labels[dark.positions] >= 0  # the paper has no photos of other things
    counts = known.astype(np.float32)[:, None]
    [head] = train_heads(np.array(dark.features), labels[dark.positions], counts, PAPER)
    test = positions_of(parts, "test")
    rows = np.searchsorted(plain.positions, test)
    figures = held_out_figures(labels[test], softmax(head_logits(head, plain.features[rows])))
    run.mkdir(parents=True, exist_ok=True)
    (run / "paper.json").write_text(json.dumps(figures, indent=2))
    log.info("paper's recipe: macro recall %.4f, n = %d", figures["macroRecall"], figures["n"])


def main() -> None:
    parser = step_parser(__doc__)
    parser.add_argument("--recipe", choices=["ours", "paper"], default="ours")
    parser.add_argument("--split", choices=["percentage", "street"], default="percentage")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    photos = read_index(arguments.photos)
    run = arguments.cache / "runs"
    run.mkdir(parents=True, exist_ok=True)
    if arguments.recipe == "paper":
        if not (run / "paper.json").exists():
            train_paper(photos, arguments.cache, run)
        return
    if arguments.split == "street":
        train_street(arguments.photos, photos, arguments.cache, run / "street")
        return
    if not (run / "head.npz").exists():
        train_frozen_heads(photos, arguments.cache, run)
    trains = percentage_fold(percentage_split(photos)).trains
    train_network(arguments.photos, photos, arguments.cache, run, trains)


if __name__ == "__main__":
    main()
