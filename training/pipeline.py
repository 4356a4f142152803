"""From nothing to public/model/<version>/: runs every step in order; a finished one is skipped.

Takes about eight hours on two cores with AMX tiles, half of them for the street split. Stop it at
any time: called again, it goes on where it was.
"""

import logging
import subprocess
import sys
import time

from training.features import PAPER_DARK, PAPER_PLAIN, PLAIN
from training.paths import shipped_version, step_parser

log = logging.getLogger(__name__)


def main() -> None:
    parser = step_parser(__doc__)
    parser.add_argument(
        "--version", default=shipped_version(), help="the folder's name under public/model"
    )
    parser.add_argument("--recipe", choices=["ours", "paper"], default="ours")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    shared = ["--photos", str(arguments.photos), "--cache", str(arguments.cache)]
    paper = [
        ["features", "--sets", PAPER_DARK, PAPER_PLAIN],
        ["train", "--recipe", "paper"],
    ]
    ours = [
        ["features", "--sets", PLAIN],
        ["train"],
        ["train", "--split", "street"],
        ["calibrate"],
        ["export", "--version", arguments.version],
        ["evaluate", "--version", arguments.version],
    ]
    # Ours is shown beside the paper's, so its evaluation needs both.
    steps = paper if arguments.recipe == "paper" else [["fetch_weights"], *paper, *ours]
    for step, *options in steps:
        log.info("== %s %s", step, " ".join(options))
        start = time.monotonic()
        command = [sys.executable, "-m", f"training.{step}", *options, *shared]
        subprocess.run(command, check=True)
        log.info("== %s took %.0f s", step, time.monotonic() - start)
    if arguments.recipe == "ours" and arguments.version == shipped_version():
        subprocess.run([sys.executable, "-m", "training.report"], check=True)


if __name__ == "__main__":
    main()
