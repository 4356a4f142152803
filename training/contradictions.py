"""Lists the photos whose label cross validation contradicts most, to look for wrong labels.

Each photo is answered by a head on the frozen base that was trained without it (five folds). Those
whose own class got the least probability come first, as a list and as contact sheets.
"""

import logging
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from training.features import PLAIN, load_features
from training.folds import k_folds
from training.head import OURS, head_logits, train_heads
from training.metrics import softmax
from training.objective import photo_weights
from training.paths import step_parser
from training.photos import Photo, labels_of, open_photo, read_index
from training.vgg16 import CLASS_IDS

SHEET_COLUMNS: Final = 12
SHEET_ROWS: Final = 6
TILE: Final = 150
WORDS_HEIGHT: Final = 26

log = logging.getLogger(__name__)


def held_out_answers(photos: list[Photo], features: NDArray[np.float32]) -> NDArray[np.float64]:
    """`(n, 9)` probabilities, each photo's by a head that has not seen it."""
    folds = k_folds(photos)
    weights = np.stack([fold.trains for fold in folds], axis=1) * photo_weights(photos)[:, None]
    heads = train_heads(features, labels_of(photos), weights.astype(np.float32), OURS)
    answers = np.empty((len(photos), len(CLASS_IDS)))
    for fold, head in zip(folds, heads, strict=True):
        answers[fold.tests] = softmax(head_logits(head, features[fold.tests]))
    return answers


def most_contradicted(
    labels: NDArray[np.int64], answers: NDArray[np.float64], count: int
) -> NDArray[np.int64]:
    """Places of the waste photos whose own class is least probable, least first."""
    waste = np.flatnonzero(labels >= 0)
    return waste[np.argsort(answers[waste, labels[waste]], kind="stable")[:count]]


def contact_sheet(folder: Path, photos: list[Photo], answers: NDArray[np.float64]) -> Image.Image:
    """Small pictures with label, answer and source. photos, answers: of one sheet."""
    rows = -(-len(photos) // SHEET_COLUMNS)
    sheet = Image.new("RGB", (SHEET_COLUMNS * TILE, rows * (TILE + WORDS_HEIGHT)), "white")
    draw = ImageDraw.Draw(sheet)
    for number, (photo, answer) in enumerate(zip(photos, answers, strict=True)):
        x = number % SHEET_COLUMNS * TILE
        y = number // SHEET_COLUMNS * (TILE + WORDS_HEIGHT)
        small = open_photo(folder, photo)
        small.thumbnail((TILE - 4, TILE - 4))
        sheet.paste(small, (x, y))
        given = CLASS_IDS[int(answer.argmax())]
        draw.text((x, y + TILE), f"{photo.class_id} > {given}\n{photo.source}", fill="black")
    return sheet


def main() -> None:
    parser = step_parser(__doc__)
    parser.add_argument("--count", type=int, default=2 * SHEET_COLUMNS * SHEET_ROWS)
    parser.add_argument("--out", type=Path, required=True, help="folder for list and sheets")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    photos = read_index(arguments.photos)
    features = np.array(load_features(arguments.cache, PLAIN).features)
    answers = held_out_answers(photos, features)
    places = most_contradicted(labels_of(photos), answers, arguments.count)
    arguments.out.mkdir(parents=True, exist_ok=True)
    lines = [
        f"{photos[place].file}\t{photos[place].class_id}\t{CLASS_IDS[int(answers[place].argmax())]}"
        for place in places
    ]
    (arguments.out / "contradicted.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    per_sheet = SHEET_COLUMNS * SHEET_ROWS
    for start in range(0, len(places), per_sheet):
        shown = places[start : start + per_sheet]
        sheet = contact_sheet(arguments.photos, [photos[place] for place in shown], answers[shown])
        sheet.save(arguments.out / f"contradicted-{start // per_sheet + 1}.png")
    log.info("%d of %d photos listed in %s", len(places), len(photos), arguments.out)


if __name__ == "__main__":
    main()
