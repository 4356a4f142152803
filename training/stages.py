"""What each stage of the training gained, in float32, on photos that it has not seen."""

from pathlib import Path

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from training.fetch_weights import load_base
from training.metrics import macro_recall
from training.network import Network, Runner
from training.photos import Photo, labels_of
from training.teacher import Teacher
from training.train import load_layers, load_teacher
from training.views import ViewReader, view_stream


def networks_of(run: Path, cache: Path) -> dict[str, Network | Teacher]:
    """The stages that this run has come to, first to last."""
    networks: dict[str, Network | Teacher] = {
        "frozenHead": Network([*load_base(cache), *load_layers(run / "head.npz")])
    }
    for stage, name in (("tuned", "tuned"), ("distilled", "distilled"), ("compact", "network")):
        if (run / f"{name}.npz").exists():
            networks[stage] = Network(load_layers(run / f"{name}.npz"))
    if (run / "teacher.npz").exists():
        networks["teacher"] = load_teacher(run, tf.float32)
    return networks


def stage_figures(
    folder: Path, photos: list[Photo], cache: Path, run: Path, positions: NDArray[np.int64]
) -> dict[str, float]:
    """Macro recall of each stage's network on waste photos, and their number `n`.

    run: the folder of one training; it may not have come to its end.
    """
    labels = labels_of(photos)[positions]
    with view_stream(ViewReader(folder, photos, np.zeros(len(photos), np.bool_))) as stream:
        rgb = stream.plain(positions)
    recalls = {
        stage: round(macro_recall(labels, Runner(network).logits(rgb).argmax(axis=1)), 4)
        for stage, network in networks_of(run, cache).items()
    }
    return {"n": len(positions), **recalls}
