"""Measures the exported files with the repository's own command line and writes the figures.

The test photos of the percentage split go through `npm run classify`: the TypeScript code that the
browser runs, on the compressed shards. The figures go into the manifest's `evaluation`, beside the
same network before quantisation and the paper's recipe; pictures of them go beside the manifest.
"""

import json
import logging
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from training.codec import pack
from training.export import write_manifest
from training.folds import street_fold
from training.metrics import held_out_figures, macro_recall
from training.paths import MODELS, REPOSITORY, shipped_version, step_parser
from training.photos import Photo, labels_of, percentage_split, positions_of, read_index
from training.plots import write_plots
from training.quantise import plain_steps, quantise
from training.stages import stage_figures
from training.train import float_logits, load_layers
from training.vgg16 import CLASS_IDS

log = logging.getLogger(__name__)


def classify(
    folder: Path, photos: list[Photo], answers_file: Path, options: tuple[str, ...] = ()
) -> list[dict[str, Any]]:
    """One answer of the command line for each photo, in order. Raises when one failed.

    Answers that `answers_file` already holds (a run that was stopped) are not computed again.
    """
    answers = []
    if answers_file.exists():
        lines = answers_file.read_text().splitlines()
        answers = [json.loads(line) for line in lines if line.endswith("}")]
    remaining = [str((folder / photo.file).resolve()) for photo in photos[len(answers) :]]
    with answers_file.open("w") as log_lines:
        for answer in answers:
            log_lines.write(json.dumps(answer) + "\n")
        if remaining:
            # Files go as arguments in one call, so that the model is loaded once.
            command = ["npm", "run", "-s", "classify", "--", "--json", *options, *remaining]
            process = subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True)
            if process.stdout is None:
                raise RuntimeError("no output to read")
            for line in tqdm(process.stdout, "classify", len(photos), initial=len(answers)):
                answers.append(json.loads(line))
                log_lines.write(line)
                log_lines.flush()
            if process.wait() != 0:
                raise RuntimeError("the command line failed on a test photo")
    return answers


def verdict_figures(labels: NDArray[np.int64], answers: list[dict[str, Any]]) -> dict[str, float]:
    """What a person is told: how often Pilah is sure, and how often that is right."""
    verdicts = np.array([answer["verdict"] for answer in answers])
    right = np.array([answer["class"] for answer in answers]) == np.array(
        [CLASS_IDS[label] if label >= 0 else "" for label in labels]
    )
    waste = labels >= 0
    sure, rejected = verdicts == "sure", verdicts == "not-waste"
    return {
        "sureShare": round(float(sure[waste].mean()), 4),
        "sureAccuracy": round(float(right[waste & sure].mean()), 4),
        "wasteRejected": round(float(rejected[waste].mean()), 4),
        "otherRejected": round(float(rejected[~waste].mean()), 4),
        "otherSure": round(float(sure[~waste].mean()), 4),
    }


def main() -> None:
    parser = step_parser(__doc__)
    parser.add_argument(
        "--version", default=shipped_version(), help="the folder's name under public/model"
    )
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    run, target = arguments.cache / "runs", MODELS / arguments.version
    manifest = json.loads((target / "manifest.json").read_text())
    photos = read_index(arguments.photos)
    positions = positions_of(percentage_split(photos), "test")
    labels = labels_of(photos)[positions]

    # The shards' hash names the answers: a new export is measured anew.
    answers_file = run / f"answers-{manifest['shards'][-1]['sha256'][:16]}.jsonl"
    answers = classify(arguments.photos, [photos[p] for p in positions], answers_file)
    probabilities = np.array(
        [[answer["probabilities"][class_id] for class_id in CLASS_IDS] for answer in answers]
    )
    waste = labels >= 0
    plain = [quantise(layer, plain_steps(layer)) for layer in load_layers(run / "distilled.npz")]
    street, tested = run / "street", np.flatnonzero(street_fold(photos).tests)

    rounded = float_logits(
        arguments.photos, photos, [layer.dequantised() for layer in plain], positions[waste]
    )
    manifest["evaluation"] = {
        "shipped": {
            **held_out_figures(labels, probabilities),
            "verdicts": verdict_figures(labels, answers),
        },
        "stages": {
            "percentage": stage_figures(
                arguments.photos, photos, arguments.cache, run, positions[waste]
            ),
            "street": stage_figures(arguments.photos, photos, arguments.cache, street, tested)
            if (street / "tuned.npz").exists()
            else None,
        },
        "eightBit": {
            "n": int(waste.sum()),
            "macroRecall": round(macro_recall(labels[waste], rounded.argmax(axis=1)), 4),
            "bytes": pack(plain).bytes,
        },
        "frozenHead": json.loads((run / "frozen-head.json").read_text()),
        "paper": json.loads((run / "paper.json").read_text()),
    }
    write_manifest(target, manifest)
    write_plots(target, manifest["evaluation"])
    print(json.dumps(manifest["evaluation"], indent=2))


if __name__ == "__main__":
    main()
