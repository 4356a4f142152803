"""Where the steps keep what they make, and the options that they share."""

import argparse
import re
from pathlib import Path
from typing import Final

REPOSITORY: Final = Path(__file__).resolve().parent.parent
DEFAULT_PHOTOS: Final = REPOSITORY.parent / "shared" / "waste9"
DEFAULT_CACHE: Final = Path.home() / ".cache" / "pilah"
ABLATION: Final = REPOSITORY / "docs" / "ablation.json"
MODELS: Final = REPOSITORY / "public" / "model"


def step_parser(description: str | None) -> argparse.ArgumentParser:
    """The options that every step has: --photos and --cache."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.ArgumentDefaultsHelpFormatter
    )
    parser.add_argument(
        "--photos", type=Path, default=DEFAULT_PHOTOS, help="folder with index.csv and the photos"
    )
    parser.add_argument(
        "--cache",
        type=Path,
        default=DEFAULT_CACHE,
        help="folder for downloads, features and checkpoints; delete it to start afresh",
    )
    return parser


def shipped_version() -> str:
    """The version that src/domain/model-version.ts names."""
    source = (REPOSITORY / "src" / "domain" / "model-version.ts").read_text(encoding="utf-8")
    found = re.search(r"MODEL_VERSION = '([^']+)'", source)
    if found is None:
        raise ValueError("src/domain/model-version.ts names no version")
    return found[1]
