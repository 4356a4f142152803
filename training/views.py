"""Makes training's pixels: each photo as it is, darkened like the paper's, or augmented at random.

Processes of their own make the batches while the network computes on those before.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.pool import Pool
from pathlib import Path
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from training.augment import augment, darken
from training.photos import Photo, open_photo, squash
from training.vgg16 import OTHER

View = Literal["plain", "dark", "augmented"]
Rgb = NDArray[np.uint8]

AUGMENT_SEED: Final = 9
PROCESSES: Final = 2
BATCHES_AHEAD: Final = 4


@dataclass(frozen=True)
class ViewBatch:
    """Which photos to show and how; the same `draw` gives the same random changes."""

    view: View
    positions: NDArray[np.int64]
    draw: tuple[int, ...] = ()


class ViewReader:
    """Makes photos' pixels; backgrounds to paste on come from `backgrounds` only."""

    def __init__(self, folder: Path, photos: list[Photo], trains: NDArray[np.bool_]) -> None:
        self._folder, self._photos = folder, photos
        self._backgrounds = [
            photo
            for photo, may_train in zip(photos, trains, strict=True)
            if may_train and photo.class_id == OTHER
        ]

    def read(self, batch: ViewBatch) -> Rgb:
        """`(n, 224, 224, 3)` uint8."""
        seeds = [[AUGMENT_SEED, *batch.draw, slot] for slot in range(len(batch.positions))]
        return np.stack(
            [
                self._read_one(batch.view, int(position), np.random.default_rng(seed))
                for position, seed in zip(batch.positions, seeds, strict=True)
            ]
        )

    def _read_one(self, view: View, position: int, rng: np.random.Generator) -> Rgb:
        image = open_photo(self._folder, self._photos[position])
        match view:
            case "plain":
                return squash(image)
            case "dark":
                # One darkening for each photo: its place in the index is its seed.
                return squash(darken(image, np.random.default_rng([AUGMENT_SEED, position])))
            case "augmented":
                return squash(augment(image, self._random_background, rng))

    def _random_background(self, rng: np.random.Generator) -> Image.Image:
        return open_photo(self._folder, self._backgrounds[rng.integers(len(self._backgrounds))])


# One reader for each process, set when it starts.
_reader: ViewReader


def _start(reader: ViewReader) -> None:
    global _reader
    _reader = reader


def _read(batch: ViewBatch) -> Rgb:
    return _reader.read(batch)


class ViewStream:
    """Hands out batches in order, a few of them made ahead."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    def read(self, batches: Iterable[ViewBatch]) -> Iterator[Rgb]:
        ahead: deque = deque()
        for batch in batches:
            ahead.append(self._pool.apply_async(_read, (batch,)))
            if len(ahead) > BATCHES_AHEAD:
                yield ahead.popleft().get()
        while ahead:
            yield ahead.popleft().get()

    def plain(self, positions: NDArray[np.int64], size: int = 32) -> Rgb:
        """All of `positions` as they are, in memory: 150 KB each."""
        return np.concatenate(list(self.read(in_batches("plain", positions, size))))


def in_batches(view: View, positions: NDArray[np.int64], size: int) -> Iterator[ViewBatch]:
    for start in range(0, len(positions), size):
        part = positions[start : start + size]
        yield ViewBatch(view, part, (int(part[0]),))


@contextmanager
def view_stream(reader: ViewReader) -> Iterator[ViewStream]:
    # Spawned, not forked: a fork of a process that has run TensorFlow may deadlock.
    with get_context("spawn").Pool(PROCESSES, _start, (reader,)) as pool:
        yield ViewStream(pool)
