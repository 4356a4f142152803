"""Times the parts of a photo's way on one core, and onnxruntime beside our own engine.

The sample photos, over and over: reading and squashing, also as photos of 12 megapixels; the
network in onnxruntime (CPU, one thread) and in the engine that the command line uses (WebAssembly,
one job), in turn, on the same photos. Milliseconds a photo, minimum and median; network time alone,
without decoding. A ratio above 1 says by how much our engine takes longer. Then what the medians
mean for ten million photos of 12 megapixels.
"""

import argparse
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from PIL import Image

from batch.graph import build_graph
from batch.model_files import DEFAULT_MODEL, read_model
from batch.network import PHOTOS_AT_ONCE, Network
from batch.photo import read_photo
from training.paths import REPOSITORY

SAMPLES = REPOSITORY / "public" / "samples"
TWELVE_MEGAPIXELS = (4000, 3000)
MANY = 10_000_000

Photos = NDArray[np.uint8]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5, help="of all photos (default: 5)")
    parser.add_argument(
        "--relaxed",
        action="store_true",
        help="our engine with relaxed SIMD, which browsers have and Node 20 has behind a flag",
    )
    parser.add_argument(
        "--price",
        type=float,
        default=0.04,
        help="of a core and hour; an assumption (default: 0.04)",
    )
    arguments = parser.parse_args()
    runs = arguments.runs
    files = [path.read_bytes() for path in sorted(SAMPLES.glob("*.jpg"))]
    photos = np.stack([read_photo(data) for data in files[: len(files) // 4 * 4]])
    model, layers = read_model(DEFAULT_MODEL)
    network = Network(build_graph(model, layers).SerializeToString(), model)

    print(f"{len(photos)} photos, {runs} runs; onnxruntime {onnxruntime.__version__}")
    large = [enlarged(data) for data in files[::4]]
    reading = {
        "a sample": [milliseconds(lambda data=data: read_photo(data)) for data in files * runs],
        "12 megapixels": [
            milliseconds(lambda data=data: read_photo(data)) for data in large * runs
        ],
    }
    for name, times in reading.items():
        tell(f"reading {name}", times)
    with our_engine(photos, arguments.relaxed) as engine:
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
    for name, times in reading.items():
        for figure in (min, statistics.median):
            whole = figure(times) + figure(native)
            print(
                f"{name}, {figure.__name__}: {1000 / whole:.2f} photos a second a core, "
                f"{figure(native) / whole:.0%} of the time in the network"
            )
    print(scale_table(1000 / whole, arguments.price))


def scale_table(photos_a_second_a_core: float, price: float) -> str:
    """Hours: photos / (cores x photos a second a core) / 3600; cost: cores x hours x price."""
    lines = [f"| cores | hours | cost at {price} a core and hour |", "| ---: | ---: | ---: |"]
    for cores in (2, 16, 64, 128, 512):
        hours = MANY / (cores * photos_a_second_a_core) / 3600
        lines.append(f"| {cores} | {hours:,.1f} | {cores * hours * price:,.0f} |")
    return "\n".join(lines)


def milliseconds(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return (time.perf_counter() - started) * 1000


def enlarged(data: bytes) -> bytes:
    with Image.open(BytesIO(data)) as image:
        result = BytesIO()
        image.resize(TWELVE_MEGAPIXELS).save(result, "JPEG", quality=90)
    return result.getvalue()


def tell(name: str, times: list[float]) -> None:
    print(f"{name}: minimum {min(times):.1f} ms, median {statistics.median(times):.1f} ms")


def network_times(network: Network, photos: Photos, together: int) -> list[float]:
    """Of a photo, for each group of so many."""
    groups = np.split(photos, len(photos) // together)
    return [milliseconds(lambda group=group: network.run(group)) / together for group in groups]


@contextmanager
def our_engine(photos: Photos, is_relaxed: bool) -> Iterator[Callable[[int], list[float]]]:
    """A function that times all photos, so many together, in a process that is ready."""
    with NamedTemporaryFile(suffix=".rgb") as file:
        Path(file.name).write_bytes(photos.tobytes())
        flags = ["--experimental-wasm-relaxed-simd"] if is_relaxed else []
        command = ["node", *flags, "--import", "tsx", "batch/time-engine.ts", file.name]
        pipe = subprocess.PIPE
        with subprocess.Popen(
            command, cwd=REPOSITORY, stdin=pipe, stdout=pipe, text=True
        ) as engine:

            def times(together: int) -> list[float]:
                print(together, file=engine.stdin, flush=True)
                return [float(word) for word in engine.stdout.readline().split()]

            print(f"our engine: {engine.stdout.readline().strip()}")
            times(PHOTOS_AT_ONCE)  # warms the caches
            yield times
            engine.stdin.close()


if __name__ == "__main__":
    main()
