"""What each lever of the training is worth by itself, where it is cheap to ask: heads on the frozen
base, each variant with one thing of its recipe changed.

Every variant trains the heads of k-fold, leave-one-source-out and the street split, with several
seeds; no photo is kept back for a last test, since nothing is chosen by these figures. Writes
docs/ablation.json, which training.report puts into the model card. What is measured already is
not measured again.

Reads the features `plain` and `augmented` (`training.features --sets plain augmented`). Backgrounds
in the augmented ones are the percentage split's training photos of other things, some of which a
fold holds out: that variant's AUROC may be a little kind.
"""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from training.features import AUGMENTED, PLAIN, load_features
from training.folds import k_folds, source_folds, street_fold
from training.head import OURS, HeadRecipe, held_out_answers, pooled, train_heads
from training.metrics import auroc, macro_recall, normalised_entropy, softmax
from training.objective import cap_sources, photo_weights
from training.paths import ABLATION, step_parser
from training.photos import Photo, labels_of, read_index

SEEDS: Final = (1, 2)
FIGURES: Final = ("kFold", "leaveOneSourceOut", "street", "notWasteAuroc")

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Variant:
    """weigh: how often each photo of the index counts, 0 for never."""

    name: str
    recipe: HeadRecipe = OURS
    weigh: Callable[[list[Photo]], NDArray[np.float32]] = photo_weights
    is_augmented: bool = False


VARIANTS: Final = {
    "ours": Variant("as it is trained"),
    "no-mirror": Variant("without mirrored photos", replace(OURS, mirror=False)),
    "no-dropout": Variant("without dropout", replace(OURS, dropout=0.0)),
    "no-smoothing": Variant("without label smoothing", replace(OURS, label_smoothing=0.0)),
    "no-balance": Variant(
        "classes as frequent as they are", weigh=lambda photos: photo_weights(photos, balance=0)
    ),
    "no-street": Variant(
        "street photos no more often than others",
        weigh=lambda photos: photo_weights(photos, street=1),
    ),
    "capped-sources": Variant(
        "no source above a third of its class",
        weigh=lambda photos: cap_sources(photos, photo_weights(photos)),
    ),
    "no-others": Variant(
        "without photos of other things",
        weigh=lambda photos: photo_weights(photos) * (labels_of(photos) >= 0),
    ),
    "mixup": Variant("with mixup of features (0.2)", replace(OURS, mixup=0.2)),
    "mean": Variant("with the running mean of the weights", replace(OURS, mean_decay=0.999)),
    "augmented": Variant("with an augmented view beside the plain one", is_augmented=True),
}


@dataclass(frozen=True)
class Data:
    """The index and both views' features of all its photos."""

    photos: list[Photo]
    plain: NDArray[np.float16]
    augmented: NDArray[np.float16]


def measure(variant: Variant, seed: int, data: Data) -> dict[str, float]:
    """Macro recall of the held-out waste photos in each way to hold out, and how well the entropy
    parts those of other things from waste in the k folds (AUROC)."""
    labels = labels_of(data.photos)
    crossed, sources = k_folds(data.photos), source_folds(data.photos)
    folds = [*crossed, *sources, street_fold(data.photos)]
    weights = np.stack([fold.trains for fold in folds], axis=1)
    weights = (weights * variant.weigh(data.photos)[:, None]).astype(np.float32)
    recipe = replace(variant.recipe, seed=seed)
    augmented = data.augmented if variant.is_augmented else None
    heads = train_heads(data.plain, labels, weights, recipe, augmented)
    answers = held_out_answers(heads, folds, data.plain, labels)

    def recall(truth: NDArray[np.int64], logits: NDArray[np.float32]) -> float:
        waste = truth >= 0
        return macro_recall(truth[waste], logits[waste].argmax(axis=1))

    by_fold, by_source, street = np.split(
        np.arange(len(folds)), [len(crossed), len(crossed) + len(sources)]
    )
    truth, logits = pooled([answers[fold] for fold in by_fold])
    entropy = normalised_entropy(softmax(logits))
    return {
        "kFold": float(np.mean([recall(*answers[fold]) for fold in by_fold])),
        "leaveOneSourceOut": recall(*pooled([answers[fold] for fold in by_source])),
        "street": recall(*answers[int(street[0])]),
        "notWasteAuroc": auroc(-entropy[truth >= 0], -entropy[truth < 0]),
    }


def measured(kept: Path, data: Data, seeds: tuple[int, ...]) -> list[dict[str, Any]]:
    """A row for each variant; `kept` is the folder of what runs before have measured."""
    kept.mkdir(parents=True, exist_ok=True)
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in VARIANTS}
    for seed in seeds:  # all variants with one seed before any with two
        for name, variant in VARIANTS.items():
            file = kept / f"{name}-{seed}.json"
            if not file.exists():
                file.write_text(json.dumps(measure(variant, seed, data)))
            figures = json.loads(file.read_text())
            log.info("%s, seed %d: %s", name, seed, figures)
            runs[name].append(figures)
    return [
        {
            "name": VARIANTS[name].name,
            **{figure: spread([run[figure] for run in each]) for figure in FIGURES},
        }
        for name, each in runs.items()
    ]


def spread(values: list[float]) -> dict[str, float]:
    """Mean and standard deviation over the seeds."""
    sd = np.std(values, ddof=1) if len(values) > 1 else 0.0
    return {"mean": round(float(np.mean(values)), 4), "sd": round(float(sd), 4)}


def main() -> None:
    parser = step_parser(__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=SEEDS)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    photos = read_index(arguments.photos)
    # Read whole: rows are drawn at random, over and over.
    views = (np.array(load_features(arguments.cache, name).features) for name in (PLAIN, AUGMENTED))
    data = Data(photos, *views)
    rows = measured(arguments.cache / "ablation", data, tuple(arguments.seeds))
    waste = labels_of(photos) >= 0
    tested = np.any([fold.tests for fold in source_folds(photos)], axis=0)
    counts = {
        "kFold": int(waste.sum()),
        "leaveOneSourceOut": int(tested.sum()),
        "street": int(street_fold(photos).tests.sum()),
        "notWasteAuroc": int((~waste).sum()),
    }
    result = {"seeds": list(arguments.seeds), "n": counts, "variants": rows}
    ABLATION.write_text(json.dumps(result, indent=2) + "\n")


if __name__ == "__main__":
    main()
