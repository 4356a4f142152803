"""Sorts very many photos on a Ray cluster, or on this machine, and writes Parquet.

INPUT is a folder, a photo or any fsspec address (s3://bucket/photos, zip://::/photos.zip): every
file below it gets a row, whatever it is. Where there are Parquet files their rows are the photos:
column `bytes`, and `path` or `id`. The output has a part for every --part photos, with the columns
path, class, probability, verdict (sure, unsure or not-waste), probabilities (nine), model_version
and error_code. Called again, it goes on where it was stopped.

Exit status: 0 when every photo has its row, 1 when parts are missing, 2 when nothing was begun.
"""

import argparse
import logging
import os
import pickle
import sys
import time
import warnings
from collections import Counter
from pathlib import Path
from typing import Final

# Ray tells its makers of every cluster unless it is told not to, before it is imported.
os.environ["RAY_USAGE_STATS_ENABLED"] = "0"

import ray
from ray.data import ActorPoolStrategy, DataContext
from ray.exceptions import RayError
from ray.util.annotations import RayDeprecationWarning

from batch.coded_error import CodedError
from batch.graph import build_graph
from batch.inputs import Input, Part, fingerprint
from batch.model_files import DEFAULT_MODEL, Model, read_model
from batch.outputs import Output
from batch.worker import PartSorter
from training.paths import REPOSITORY

# Network, runtime and samples take 0.73 GB; a photo of 120 megapixels half a gigabyte more.
WORKER_BYTES: Final = 1 << 30
# A part that ends its worker as often is left out, so that one photo cannot hold up the rest. A try
# a second goes to a lost node until the cluster has noticed, which takes up to half a minute.
TRIES: Final = 100
# More parts that were left out are no accident.
MAX_LEFT_OUT: Final = 10
EXIT_INCOMPLETE, EXIT_NOT_BEGUN = 1, 2

log = logging.getLogger("batch")


def main() -> None:
    arguments = parse_arguments()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        model, layers = read_model(arguments.model)
        source, target = Input.at(arguments.input), Output.at(arguments.out)
        parts = source.parts(arguments.part)
        target.claim(
            {"model": model.version, "manifest": model.sha256, "input": fingerprint(parts)}
        )
    except (CodedError, ValueError, OSError, ImportError) as error:
        log.error("%s", error)
        sys.exit(EXIT_NOT_BEGUN)
    finished = target.finished(parts)
    left = [part for part in parts if part.number not in finished]
    log.info("%d photos in %d parts, %d of them finished", total(parts), len(parts), len(finished))
    if left:
        onnx = build_graph(model, layers).SerializeToString()
        sort_parts(left, onnx, model, source, target, arguments)
    sys.exit(report(parts, target))


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m batch.sort",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("input", metavar="INPUT", help="folder, file or fsspec address")
    parser.add_argument(
        "--out", required=True, metavar="DIR", help="folder or fsspec address of the answers"
    )
    parser.add_argument(
        "--address",
        default=os.environ.get("RAY_ADDRESS", "local"),
        help="host:port of a Ray cluster, or auto (default: $RAY_ADDRESS, or this machine alone)",
    )
    parser.add_argument(
        "--workers", type=int, help="networks at a time (default: one a core of the cluster)"
    )
    parser.add_argument(
        "--part", type=int, default=500, metavar="N", help="photos in a part (default: 500)"
    )
    parser.add_argument(
        "--model", type=Path, default=DEFAULT_MODEL, metavar="DIR", help="manifest and shards"
    )
    arguments = parser.parse_args()
    if arguments.part < 1 or (arguments.workers is not None and arguments.workers < 1):
        parser.error("--part and --workers take whole numbers from 1")
    return arguments


def sort_parts(
    parts: list[Part],
    onnx: bytes,
    model: Model,
    source: Input,
    target: Output,
    arguments: argparse.Namespace,
) -> None:
    """Returns when every part is written or was left out; says of each where it was computed."""
    own_code = [str(REPOSITORY / name) for name in ("batch", "training")]
    ray.init(
        arguments.address,
        runtime_env={"py_modules": own_code},
        log_to_driver=False,
        logging_level=logging.WARNING,
        **({"include_dashboard": False} if arguments.address == "local" else {}),
    )
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    # Of Ray 2.64, for `max_task_retries`, which has no other place in 2.60.
    warnings.filterwarnings("ignore", category=RayDeprecationWarning)
    context = DataContext.get_current()
    context.enable_progress_bars = False
    context.max_errored_blocks = MAX_LEFT_OUT
    workers = arguments.workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
    reports = ray.data.from_items(
        [{"part": pickle.dumps(part)} for part in parts], override_num_blocks=len(parts)
    ).map_batches(
        PartSorter,
        batch_size=1,
        compute=ActorPoolStrategy(size=min(workers, len(parts))),
        fn_constructor_args=(ray.put(onnx), model, source, target),
        num_cpus=1,
        memory=WORKER_BYTES,
        max_task_retries=TRIES,
    )
    started, photos = time.perf_counter(), 0
    try:
        for done, row in enumerate(reports.iter_rows(), start=1):
            photos += row["photos"]
            log.info(
                "part %06d: %d photos in %.1f s on node %s; %d of %d parts, %.1f photos a second",
                row["part"],
                row["photos"],
                row["seconds"],
                row["node"][:8],
                done,
                len(parts),
                photos / (time.perf_counter() - started),
            )
    except RayError as error:
        log.error("%s", error)
    finally:
        ray.shutdown()


def report(parts: list[Part], target: Output) -> int:
    """Counts what is in the output, which is what the exit status goes by."""
    finished = target.finished(parts)
    counts: Counter[str] = Counter()
    for number in finished:
        table = target.read(number, ["class", "error_code"])
        for class_id, error_code in zip(*(column.to_pylist() for column in table), strict=True):
            counts[class_id or error_code] += 1
    for name, count in counts.most_common():
        log.info("%8d %s", count, name)
    missing = [part.number for part in parts if part.number not in finished]
    if not missing:
        log.info("%8d photos, each in one row", counts.total())
        return 0
    log.error("missing parts: %s; call again to try them again", ", ".join(map(str, missing)))
    return EXIT_INCOMPLETE


def total(parts: list[Part]) -> int:
    return sum(part.photos for part in parts)


if __name__ == "__main__":
    main()
