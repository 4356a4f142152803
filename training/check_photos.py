"""Chooses the photos that what a person teaches is checked by, and writes how they are seen.

Ten validation photos of each class. Also written, into the cache: the other validation photos, for
`npm run teach-study`.
"""

import json
import logging

import numpy as np

from training.evaluate import classify
from training.paths import MODELS, shipped_version, step_parser
from training.photos import labels_of, percentage_split, positions_of, read_index
from training.vgg16 import CLASS_IDS

log = logging.getLogger(__name__)

FORMAT = 1
PHOTOS_A_CLASS = 10
SEED = 20261126


def main() -> None:
    parser = step_parser(__doc__)
    parser.add_argument(
        "--version", default=shipped_version(), help="the folder's name under public/model"
    )
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    target = MODELS / arguments.version
    manifest = json.loads((target / "manifest.json").read_text())
    photos = read_index(arguments.photos)
    positions = positions_of(percentage_split(photos), "validation")
    labels = labels_of(photos)[positions]
    positions, labels = positions[labels >= 0], labels[labels >= 0]

    run = arguments.cache / "runs"
    run.mkdir(parents=True, exist_ok=True)
    answers_file = run / f"sights-{manifest['shards'][-1]['sha256'][:16]}.jsonl"
    answers = classify(
        arguments.photos, [photos[p] for p in positions], answers_file, ("--embedding",)
    )
    lessons = [
        {"class": CLASS_IDS[label], "logits": answer["logits"], "embedding": answer["embedding"]}
        for label, answer in zip(labels, answers, strict=True)
    ]
    rng = np.random.default_rng(SEED)
    check, others = [], []
    for label in range(len(CLASS_IDS)):
        shuffled = rng.permutation(np.flatnonzero(labels == label))
        check += [lessons[index] for index in shuffled[:PHOTOS_A_CLASS]]
        others += [
            {"file": str((arguments.photos / photos[positions[index]].file).resolve())}
            | lessons[index]
            for index in shuffled[PHOTOS_A_CLASS:]
        ]
    others_file = run / "other-validation-photos.json"
    others_file.write_text(json.dumps(others))
    log.info("%s: %d photos", others_file, len(others))
    file = target / "check-photos.json"
    content = {
        "format": FORMAT,
        "modelVersion": manifest["version"],
        "check": check,
    }
    file.write_text(json.dumps(content, separators=(",", ":")) + "\n")
    right = [CLASS_IDS[int(np.argmax(lesson["logits"]))] == lesson["class"] for lesson in check]
    log.info("%s: %d bytes, %d of %d right", file, file.stat().st_size, sum(right), len(right))


if __name__ == "__main__":
    main()
