"""What a second look at each test photo, mirrored, would gain: the lever that a page can pull
without another model, at twice the time.

Runs the shipped files by the command line on the test photos and on mirrored copies of them, and
prints the figures of the first look and of both looks' mean probability.
"""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from training.evaluate import classify
from training.metrics import held_out_figures
from training.paths import step_parser
from training.photos import Photo, labels_of, open_photo, percentage_split, positions_of, read_index
from training.vgg16 import CLASS_IDS

FIGURES: Final = ("n", "macroRecall", "accuracy", "expectedCalibrationError", "notWaste")


def mirror(folder: Path, photos: list[Photo], target: Path) -> list[Photo]:
    """Lossless mirrored copies under `target`; returns their rows. Copies that are there stay."""
    copies = [replace(photo, file=f"{photo.file}.png") for photo in photos]
    for photo, copy in zip(photos, copies, strict=True):
        file = target / copy.file
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            image = open_photo(folder, photo).transpose(Image.Transpose.FLIP_LEFT_RIGHT)
            image.save(file, compress_level=1)
    return copies


def probabilities_of(answers: list[dict[str, Any]]) -> NDArray[np.float64]:
    return np.array([[answer["probabilities"][name] for name in CLASS_IDS] for answer in answers])


def main() -> None:
    arguments = step_parser(__doc__).parse_args()
    photos = read_index(arguments.photos)
    photos = [photos[place] for place in positions_of(percentage_split(photos), "test")]
    kept = arguments.cache / "mirrored"
    copies = mirror(arguments.photos, photos, kept / "photos")
    plain = probabilities_of(classify(arguments.photos, photos, kept / "plain.jsonl"))
    mirrored = probabilities_of(classify(kept / "photos", copies, kept / "mirrored.jsonl"))
    for name, probabilities in (("one look", plain), ("both looks", (plain + mirrored) / 2)):
        figures = held_out_figures(labels_of(photos), probabilities)
        print(f"{name}: {json.dumps({figure: figures[figure] for figure in FIGURES})}")


if __name__ == "__main__":
    main()
