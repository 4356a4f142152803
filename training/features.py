"""Runs the frozen base over the photos once for each view and keeps the activations on disk.

A view is one way to look at every photo: `plain` as it is, `augmented-1`, `augmented-2`, ... by
`augment`, `dark` by the paper's darkening. Float16, HWC; block 4 is 200 KB a photo, block 5 50 KB.
Stopped half-way, the step goes on where it was.
"""

import json
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import numpy as np
from numpy.lib.format import open_memmap
from numpy.typing import NDArray
from PIL import Image
from tqdm import tqdm

from training.augment import augment, darken
from training.fetch_weights import load_base
from training.frozen import Activations, FrozenBase
from training.paths import step_parser
from training.photos import Photo, open_photo, percentage_split, positions_of, read_index, squash
from training.vgg16 import (
    BLOCK4_SHAPE,
    FEATURE_SHAPE,
    OTHER,
    PAPER,
    TORCHVISION,
    Layer,
    Preprocessing,
)

PLAIN: Final = "plain"
PAPER_PLAIN: Final = "paper-plain"
PAPER_DARK: Final = "paper-dark"
AUGMENT_SEED: Final = 9

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class View:
    """Which photos of the index a view covers, and its activations row by row."""

    positions: NDArray[np.int64]
    block4: NDArray[np.float16] | None
    block5: NDArray[np.float16]


def augmented(number: int) -> str:
    return f"augmented-{number}"


class ViewReader:
    """Makes one photo's pixels for a view: the same pixels for the same view and position."""

    def __init__(self, folder: Path, photos: list[Photo], view: str) -> None:
        self._folder, self._photos, self._view = folder, photos, view
        parts = percentage_split(photos)
        self._backgrounds = [
            photo
            for photo, part in zip(photos, parts, strict=True)
            if part == "train" and photo.class_id == OTHER
        ]

    def read(self, position: int) -> NDArray[np.uint8]:
        image = open_photo(self._folder, self._photos[position])
        if self._view in (PLAIN, PAPER_PLAIN):
            return squash(image)
        if self._view == PAPER_DARK:
            return squash(darken(image, np.random.default_rng([AUGMENT_SEED, position])))
        number = int(self._view.removeprefix("augmented-"))
        rng = np.random.default_rng([AUGMENT_SEED, position, number])
        return squash(augment(image, self._random_background, rng))

    def _random_background(self, rng: np.random.Generator) -> Image.Image:
        return open_photo(self._folder, self._backgrounds[rng.integers(len(self._backgrounds))])


# One base and one reader for each worker process, set by start_worker.
_base: FrozenBase
_reader: ViewReader


def start_worker(reader: ViewReader, base: list[Layer], preprocessing: Preprocessing) -> None:
    global _base, _reader
    _base = FrozenBase(base, preprocessing)
    _reader = reader


def compute(position: int) -> Activations:
    return _base.run(_reader.read(position))


def extract(
    folder: Path, cache: Path, photos: list[Photo], view: str, positions: NDArray[np.int64]
) -> None:
    """Fills the view's two arrays; the paper's views keep block 5 only."""
    target = cache / "features" / view
    target.mkdir(parents=True, exist_ok=True)
    is_paper = view in (PAPER_PLAIN, PAPER_DARK)
    progress = target / "progress.json"
    state = {"done": 0, "positions": positions.tolist()}
    if progress.exists():
        kept = json.loads(progress.read_text())
        if kept["positions"] != state["positions"]:
            raise ValueError(f"{target} was made for other photos; delete it")
        state = kept
    mode = "r+" if progress.exists() else "w+"
    count = len(positions)
    block5 = open_memmap(target / "block5.npy", mode, np.float16, (count, *FEATURE_SHAPE))
    block4 = (
        None
        if is_paper
        else open_memmap(target / "block4.npy", mode, np.float16, (count, *BLOCK4_SHAPE))
    )
    remaining = positions[state["done"] :]
    preprocessing = PAPER if is_paper else TORCHVISION
    start = (ViewReader(folder, photos, view), load_base(cache), preprocessing)
    # Spawned, not forked: a fork of a process that has run JAX may deadlock.
    with get_context("spawn").Pool(os.cpu_count(), start_worker, start) as pool:
        results: Iterator[Activations] = pool.imap(compute, remaining.tolist(), chunksize=4)
        for activations in tqdm(results, view, count, initial=state["done"]):
            row = state["done"]
            block5[row] = activations.block5
            if block4 is not None:
                block4[row] = activations.block4
            state["done"] = row + 1
            if state["done"] % 256 == 0 or state["done"] == count:
                block5.flush()
                if block4 is not None:
                    block4.flush()
                progress.write_text(json.dumps(state))


def load_view(cache: Path, view: str) -> View:
    """A finished view, its arrays mapped read-only. Raises ValueError when it is not finished."""
    target = cache / "features" / view
    state = json.loads((target / "progress.json").read_text())
    if state["done"] != len(state["positions"]):
        raise ValueError(f"{target} is not finished: run training.features again")
    block4 = target / "block4.npy"
    return View(
        positions=np.asarray(state["positions"]),
        block4=np.load(block4, mmap_mode="r") if block4.exists() else None,
        block5=np.load(target / "block5.npy", mmap_mode="r"),
    )


def load_plain_block4(cache: Path) -> NDArray[np.float16]:
    """Block-4 activations of all photos as they are, `(n, 14, 14, 512)` in the index's order."""
    block4 = load_view(cache, PLAIN).block4
    if block4 is None:
        raise ValueError("the plain view has no block-4 activations: run training.features again")
    return block4


def positions_needed(photos: list[Photo], view: str) -> NDArray[np.int64]:
    """All photos for the plain view, since every fold reads it; else only what the split reads."""
    if view == PLAIN:
        return np.arange(len(photos))
    return positions_of(percentage_split(photos), "test" if view == PAPER_PLAIN else "train")


def main() -> None:
    parser = step_parser(__doc__)
    parser.add_argument(
        "--views", nargs="+", default=[PLAIN, augmented(1)], help="which to extract"
    )
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    photos = read_index(arguments.photos)
    for view in arguments.views:
        positions = positions_needed(photos, view)
        extract(arguments.photos, arguments.cache, photos, view, positions)
        log.info("%s: %d photos", view, len(positions))


if __name__ == "__main__":
    main()
