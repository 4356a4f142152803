"""What the tests of batch/ share: the shipped model, photos, and a Ray cluster on this machine."""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

import pytest
from PIL import Image

from batch.graph import build_graph
from batch.model_files import DEFAULT_MODEL, Model, read_model
from batch.network import Network
from training.paths import REPOSITORY

SAMPLES = REPOSITORY / "public" / "samples"
RAY = Path(sys.executable).with_name("ray")
START_SECONDS = 120


class Shipped(NamedTuple):
    model: Model
    onnx: bytes
    network: Network


@pytest.fixture(scope="session")
def shipped() -> Shipped:
    model, layers = read_model(DEFAULT_MODEL)
    onnx = build_graph(model, layers).SerializeToString()
    return Shipped(model, onnx, Network(onnx, model))


@pytest.fixture(scope="session")
def photo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, their left halves in a folder below, and two files that are no photos."""
    folder = tmp_path_factory.mktemp("photos")
    halves = folder / "left halves"
    halves.mkdir()
    for sample in sorted(SAMPLES.glob("*.jpg")):
        shutil.copy(sample, folder)
        if sample.stem.endswith("-1"):
            with Image.open(sample) as image:
                half = image.crop((0, 0, image.width // 2, image.height))
                half.save(halves / f"{sample.stem}.png")
    (folder / "cut-off.jpg").write_bytes((SAMPLES / "metal-1.jpg").read_bytes()[:5000])
    (folder / "notes.txt").write_text("no photo")
    return folder


def wait_until(condition: Callable[[], object], what: str, seconds: float = START_SECONDS) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"{what} did not happen within {seconds} s"
        time.sleep(0.1)


def descendants(pid: int) -> list[int]:
    """Of a process that we started: its own id last, those that it started before it."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        parents[int(stat.parent.name)] = int(fields[1])
    found = [pid]
    for process in found:
        found += [child for child, parent in parents.items() if parent == process]
    return found[::-1]


def kill(process: subprocess.Popen[bytes]) -> None:
    """At once and whole, as when a machine loses its power."""
    for pid in descendants(process.pid):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Cluster:
    """Nodes of one core each, all of them on this machine; tells nobody and shows no dashboard."""

    def __init__(self, folder: Path) -> None:
        self.address = f"127.0.0.1:{free_port()}"
        self.env = os.environ | {
            "RAY_USAGE_STATS_ENABLED": "0",
            "RAY_AUTH_MODE": "token",
            "RAY_AUTH_TOKEN": secrets.token_hex(32),
        }
        self._folder = folder
        self._nodes: list[subprocess.Popen[bytes]] = []
        self.start_node(
            *("--head", f"--port={self.address.rpartition(':')[2]}", f"--temp-dir={folder}"),
            *("--include-dashboard=false", f"--ray-client-server-port={free_port()}"),
        )

    def start_node(self, *words: str) -> subprocess.Popen[bytes]:
        """A head with `words`, else one more node."""
        log = self._folder.with_name(f"{self._folder.name}-node-{len(self._nodes)}.log")
        common = [
            *("--block", "--num-cpus=1", "--node-ip-address=127.0.0.1", "--disable-usage-stats"),
            *("--object-store-memory=200000000", "--min-worker-port=0", "--max-worker-port=0"),
            f"--dashboard-agent-listen-port={free_port()}",
        ]
        command = [RAY, "start", *common, *(words or [f"--address={self.address}"])]
        with log.open("wb") as output:
            node = subprocess.Popen(command, env=self.env, stdout=output, stderr=output)
        self._nodes.append(node)
        wait_until(
            lambda: "Ray runtime started" in log.read_text() or node.poll(), "a node's start"
        )
        assert node.poll() is None, log.read_text()
        return node

    def stop(self) -> None:
        for node in reversed(self._nodes):
            kill(node)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    # Addresses of sockets may have 107 characters: pytest's own folders are too deep.
    folder = Path(mkdtemp(prefix="ray-", dir="/tmp"))
    cluster = Cluster(folder)
    yield cluster
    cluster.stop()
    for path in folder.parent.glob(f"{folder.name}*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
