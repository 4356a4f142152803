"""The training photos: their index, the fixed percentage split, and the one way to read one.

`python -m training.photos` prints the index with the split in a column, for `pilah evaluate`.
"""

import csv
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from training.paths import step_parser
from training.vgg16 import CLASS_IDS, INPUT_SIZE, OTHER

Part = Literal["train", "validation", "test"]
Rgb = NDArray[np.uint8]

SPLIT_SEED: Final = 2026
TEST_SHARE: Final = 0.10
VALIDATION_SHARE: Final = 0.05


@dataclass(frozen=True)
class Photo:
    """One row of index.csv. `label` is the class's place in CLASS_IDS, -1 for `other`."""

    file: str
    class_id: str
    source: str

    @property
    def label(self) -> int:
        return -1 if self.class_id == OTHER else CLASS_IDS.index(self.class_id)


def read_index(folder: Path) -> list[Photo]:
    """All photos of `folder/index.csv` (columns file, class, source), sorted by file name."""
    with (folder / "index.csv").open(newline="", encoding="utf-8") as rows:
        photos = [Photo(row["file"], row["class"], row["source"]) for row in csv.DictReader(rows)]
    unknown = {photo.class_id for photo in photos} - {*CLASS_IDS, OTHER}
    if unknown:
        raise ValueError(f"unknown classes in index.csv: {sorted(unknown)}")
    return sorted(photos, key=lambda photo: photo.file)


def labels_of(photos: list[Photo]) -> NDArray[np.int64]:
    return np.array([photo.label for photo in photos])


def percentage_split(photos: list[Photo], seed: int = SPLIT_SEED) -> list[Part]:
    """Train / validation / test (85 / 5 / 10 %), stratified by class and source.

    A pure function of the index and the seed, so that no step can disagree about it. Near
    duplicates were removed from the set; crops of one `aquatrash` or `bulbs` picture may still
    share a background across parts, which nothing in the index tells.
    """
    strata: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position, photo in enumerate(photos):
        strata[photo.class_id, photo.source].append(position)
    parts: list[Part] = ["train"] * len(photos)
    rng = np.random.default_rng(seed)
    for _, positions in sorted(strata.items()):
        shuffled = rng.permutation(positions)
        test = round(TEST_SHARE * len(positions))
        validation = round(VALIDATION_SHARE * len(positions))
        for position in shuffled[:test]:
            parts[position] = "test"
        for position in shuffled[test : test + validation]:
            parts[position] = "validation"
    return parts


def positions_of(parts: list[Part], part: Part) -> NDArray[np.int64]:
    """Where in the index the photos of one part stand, ascending."""
    return np.flatnonzero(np.asarray(parts) == part)


def squash(image: Image.Image) -> Rgb:
    """224 x 224 x 3 uint8, aspect ratio not kept.

    Pillow's BILINEAR is a triangle filter widened by the scale when it shrinks;
    src/imaging/resize.ts does the same arithmetic, so page and training see the same pixels. Two
    calls, because Pillow squashes tall photos columns first, which rounds differently by a level:
    enough to move a doubtful photo's probability by 0.016.
    """
    rgb = image.convert("RGB")
    narrow = rgb.resize((INPUT_SIZE, rgb.height), Image.Resampling.BILINEAR)
    return np.asarray(narrow.resize((INPUT_SIZE, INPUT_SIZE), Image.Resampling.BILINEAR))


def open_photo(folder: Path, photo: Photo) -> Image.Image:
    """The photo in RGB at its stored size (the set is upright and free of metadata)."""
    with Image.open(folder / photo.file) as image:
        return image.convert("RGB")


def main() -> None:
    photos = read_index(step_parser(__doc__).parse_args().photos)
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(["file", "class", "source", "split"])
    for photo, part in zip(photos, percentage_split(photos), strict=True):
        rows.writerow([photo.file, photo.class_id, photo.source, part])


if __name__ == "__main__":
    main()
