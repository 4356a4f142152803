"""Runs the frozen ImageNet base over the photos once and keeps its features on disk.

`plain` is every photo as it is, for the heads of all folds; `augmented` is every photo changed once
at random, for training.ablation; `paper-dark` and `paper-plain` are what the paper's recipe trains
on and is tested on. Float16, `(7, 7, 512)`, 50 KB a photo. Stopped
half-way, the step goes on where it was.
"""

import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.lib.format import open_memmap
from numpy.typing import NDArray
from tqdm import tqdm

from training.fetch_weights import load_base
from training.folds import percentage_fold
from training.network import Network, Runner, fast_dtype
from training.paths import step_parser
from training.photos import Photo, percentage_split, positions_of, read_index
from training.vgg16 import FEATURE_SHAPE, PAPER, TORCHVISION
from training.views import View, ViewReader, in_batches, view_stream

PLAIN: Final = "plain"
AUGMENTED: Final = "augmented"
PAPER_PLAIN: Final = "paper-plain"
PAPER_DARK: Final = "paper-dark"
VIEWS: Final[dict[str, View]] = {
    PLAIN: "plain",
    AUGMENTED: "augmented",
    PAPER_DARK: "dark",
    PAPER_PLAIN: "plain",
}
BATCH: Final = 32
SAVE_EVERY: Final = 256

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Features:
    """Which photos of the index a set covers, ascending, and their features row by row."""

    positions: NDArray[np.int64]
    features: NDArray[np.float16]


def extract(folder: Path, cache: Path, photos: list[Photo], name: str) -> int:
    """Fills the set's array; returns how many photos it covers."""
    positions = positions_needed(photos, name)
    target = cache / "features" / name
    target.mkdir(parents=True, exist_ok=True)
    progress = target / "progress.json"
    state = {"done": 0, "positions": positions.tolist()}
    if progress.exists():
        kept = json.loads(progress.read_text())
        if kept["positions"] != state["positions"]:
            raise ValueError(f"{target} was made for other photos; delete it")
        state = kept
    shape = (len(positions), *FEATURE_SHAPE)
    mode = "r+" if progress.exists() else "w+"
    features = open_memmap(target / "features.npy", mode, np.float16, shape)
    remaining = positions[state["done"] :]
    if len(remaining) == 0:
        return len(positions)
    preprocessing = PAPER if name in (PAPER_DARK, PAPER_PLAIN) else TORCHVISION
    runner = Runner(Network(load_base(cache), preprocessing, fast_dtype()))
    reader = ViewReader(folder, photos, percentage_fold(percentage_split(photos)).trains)
    with view_stream(reader) as stream, tqdm(desc=name, total=len(positions)) as bar:
        bar.update(state["done"])
        for rgb in stream.read(in_batches(VIEWS[name], remaining, BATCH)):
            row = state["done"]
            features[row : row + len(rgb)] = runner.features(rgb)
            state["done"] = row + len(rgb)
            bar.update(len(rgb))
            if state["done"] % SAVE_EVERY == 0 or state["done"] == len(positions):
                features.flush()
                progress.write_text(json.dumps(state))
    return len(positions)


def load_features(cache: Path, name: str) -> Features:
    """A finished set, mapped read-only. Raises ValueError when it is not finished."""
    target = cache / "features" / name
    state = json.loads((target / "progress.json").read_text())
    if state["done"] != len(state["positions"]):
        raise ValueError(f"{target} is not finished: run training.features again")
    features = np.load(target / "features.npy", mmap_mode="r")
    return Features(np.asarray(state["positions"]), features)


def positions_needed(photos: list[Photo], name: str) -> NDArray[np.int64]:
    """All photos for the sets that every fold reads; else only what the split reads."""
    if name in (PLAIN, AUGMENTED):
        return np.arange(len(photos))
    return positions_of(percentage_split(photos), "test" if name == PAPER_PLAIN else "train")


def main() -> None:
    parser = step_parser(__doc__)
    parser.add_argument(
        "--sets",
        nargs="+",
        choices=[*VIEWS],
        default=[PLAIN, PAPER_DARK, PAPER_PLAIN],
        help="which to extract",
    )
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    photos = read_index(arguments.photos)
    for name in arguments.sets:
        count = extract(arguments.photos, arguments.cache, photos, name)
        log.info("%s: %d photos", name, count)


if __name__ == "__main__":
    main()
