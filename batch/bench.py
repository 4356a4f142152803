"""Times the parts of a photo's way on one core, and onnxruntime beside our own engine.

The sample photos, over and over: reading and squashing; the network in onnxruntime (CPU, one
thread) and in the engine that the command line uses (WebAssembly, one job), in turn, on the same
photos. Milliseconds a photo, minimum and median; network time alone, without decoding. A ratio
above 1 says by how much our engine takes longer.
"""

import argparse
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from batch.graph import build_graph
from batch.model_files import DEFAULT_MODEL, read_model
from batch.network import PHOTOS_AT_ONCE, Network
from batch.photo import read_photo
from training.paths import REPOSITORY

SAMPLES = REPOSITORY / "public" / "samples"
TSX = REPOSITORY / "node_modules" / ".bin" / "tsx"

Photos = NDArray[np.uint8]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5, help="of all photos (default: 5)")
    runs = parser.parse_args().runs
    files = [path.read_bytes() for path in sorted(SAMPLES.glob("*.jpg"))]
    photos = np.stack([read_photo(data) for data in files[: len(files) // 4 * 4]])
    model, layers = read_model(DEFAULT_MODEL)
    network = Network(build_graph(model, layers).SerializeToString(), model)

    reading = [milliseconds(lambda data=data: read_photo(data)) for data in files * runs]
    print(f"{len(photos)} photos, {runs} runs; onnxruntime {onnxruntime.__version__}")
    tell("reading a photo", reading)
    with our_engine(photos) as engine:
        for together in (1, PHOTOS_AT_ONCE):
            native, ours = [], []
            for _ in range(runs):
                native += network_times(network, photos, together)
                ours += engine(together)
            tell(f"onnxruntime, {together} together", native)
            tell(f"our engine, {together} together", ours)
            print(
                f"ours / onnxruntime, {together} together: "
                f"minimum {min(ours) / min(native):.2f}, "
                f"median {statistics.median(ours) / statistics.median(native):.2f}"
            )
    for name, sum_up in (("minimum", min), ("median", statistics.median)):
        whole = sum_up(reading) + sum_up(native)
        print(
            f"photos a second a core, by the {name}: {1000 / whole:.2f}, "
            f"of which the network takes {sum_up(native) / whole:.0%} of the time"
        )


def milliseconds(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return (time.perf_counter() - started) * 1000


def tell(name: str, times: list[float]) -> None:
    print(f"{name}: minimum {min(times):.1f} ms, median {statistics.median(times):.1f} ms")


def network_times(network: Network, photos: Photos, together: int) -> list[float]:
    """Of a photo, for each group of so many."""
    groups = np.split(photos, len(photos) // together)
    return [milliseconds(lambda group=group: network.run(group)) / together for group in groups]


@contextmanager
def our_engine(photos: Photos) -> Iterator[Callable[[int], list[float]]]:
    """A function that times all photos, so many together, in a process that is ready."""
    with NamedTemporaryFile(suffix=".rgb") as file:
        Path(file.name).write_bytes(photos.tobytes())
        command = [str(TSX), str(REPOSITORY / "batch" / "time-engine.ts"), file.name]
        pipe = subprocess.PIPE
        with subprocess.Popen(
            command, cwd=REPOSITORY, stdin=pipe, stdout=pipe, text=True
        ) as engine:

            def times(together: int) -> list[float]:
                print(together, file=engine.stdin, flush=True)
                return [float(word) for word in engine.stdout.readline().split()]

            times(PHOTOS_AT_ONCE)  # loads, and warms the caches
            yield times
            engine.stdin.close()


if __name__ == "__main__":
    main()
