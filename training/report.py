"""Writes the manifest's figures into README and the model card, between their `figures` marks.

What stands between `<!-- figures -->` and `<!-- /figures -->` is this module's; the rest of both
files is written by hand. With --check it changes nothing and fails where a file says otherwise.
"""

import argparse
import json
import logging
import re
import sys
from pathlib import Path
from typing import Any, Final

from training.figures import (
    Manifest,
    ablation_table,
    by_source,
    calibration,
    class_table,
    mistakes,
    paragraph,
    recall_table,
    samples,
    stage_table,
    summary,
)
from training.paths import ABLATION, MODELS, REPOSITORY, shipped_version

README: Final = REPOSITORY / "README.md"
MODEL_CARD: Final = REPOSITORY / "docs" / "model-card.md"
SAMPLE_ANSWERS: Final = REPOSITORY / "e2e" / "fixtures" / "python-golden.json"
MARKS: Final = re.compile(r"(<!-- figures -->\n).*?(<!-- /figures -->)", re.DOTALL)

log = logging.getLogger(__name__)


def sections(
    manifest: Manifest, answers: dict[str, Any], ablation: dict[str, Any]
) -> dict[Path, str]:
    """What stands between the marks of each file."""
    evaluation = manifest["evaluation"]
    figures = [recall_table(manifest), summary(manifest)]
    return {
        README: "\n\n".join([*figures, samples(answers)]),
        MODEL_CARD: "\n\n".join(
            [
                *figures,
                "Stage by stage (macro-averaged recall, float32 arithmetic):",
                stage_table(evaluation),
                paragraph(
                    "One thing of the head's recipe changed at a time (`.venv/bin/python -m "
                    f"training.ablation`; mean ± sd over {len(ablation['seeds'])} seeds; "
                    "macro-averaged recall but for the last column):"
                ),
                ablation_table(ablation),
                class_table(evaluation),
                by_source(evaluation),
                mistakes(evaluation),
                calibration(manifest),
            ]
        ),
    }


def with_section(text: str, section: str) -> str:
    """Raises ValueError unless `text` has exactly one pair of marks."""
    result, count = MARKS.subn(lambda marks: f"{marks[1]}\n{section}\n\n{marks[2]}", text)
    if count != 1:
        raise ValueError(f"{count} pairs of <!-- figures --> marks instead of one")
    return result


def outdated_files(version: str, write: bool) -> list[Path]:
    """The files whose figures are not the manifest's; brought up to date where `write` says so."""
    manifest = json.loads((MODELS / version / "manifest.json").read_text())
    answers, ablation = (json.loads(file.read_text()) for file in (SAMPLE_ANSWERS, ABLATION))
    outdated = []
    for file, section in sections(manifest, answers, ablation).items():
        text = file.read_text(encoding="utf-8")
        wanted = with_section(text, section)
        if text == wanted:
            continue
        outdated.append(file)
        if write:
            file.write_text(wanted, encoding="utf-8")
    return outdated


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, fail if outdated")
    check = parser.parse_args().check
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    outdated = outdated_files(shipped_version(), write=not check)
    for file in outdated:
        log.info("%s: %s", file.relative_to(REPOSITORY), "outdated" if check else "updated")
    sys.exit(1 if check and outdated else 0)


if __name__ == "__main__":
    main()
