"""Whole sortings on a real cluster of two nodes, one of which is lost; drivers that are killed."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from batch.conftest import SAMPLES, Cluster, kill, wait_until
from batch.outputs import SCHEMA
from training.paths import REPOSITORY

PART = 3
FINISH_SECONDS = 300


def start(source: Path, out: Path, cluster: Cluster, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "batch.sort", source, "--out", out, "--part", str(PART)]
    with out.with_suffix(".log").open("ab") as log:
        return subprocess.Popen(
            [*map(str, command), "--address", cluster.address, *words],
            cwd=REPOSITORY,
            env=cluster.env,
            stdout=log,
            stderr=log,
        )


def log_of(out: Path) -> str:
    return out.with_suffix(".log").read_text()


def nodes_at_work(out: Path) -> set[str]:
    return set(re.findall(r"on node (\w+)", log_of(out)))


def parts_in(out: Path) -> list[Path]:
    return sorted(out.glob("part-*.parquet"))


def answers_in(out: Path) -> dict[str, dict]:
    """By path; a path that stands in two rows is an error."""
    rows = pa.concat_tables([pq.read_table(part) for part in parts_in(out)]).to_pylist()
    paths = [row["path"] for row in rows]
    assert len(set(paths)) == len(paths), "a photo has two rows"
    return {row["path"]: row for row in rows}


@pytest.fixture(scope="module")
def command_line(photo_folder: Path) -> dict[str, dict]:
    """What `npm run -s classify -- --json` says of each file, by the path below the folder."""
    files = [str(path) for path in sorted(photo_folder.rglob("*")) if path.is_file()]
    done = subprocess.run(
        ["npm", "run", "-s", "classify", "--", "--json", "--", *files],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(files), done.stderr
    return {str(Path(answer["file"]).relative_to(photo_folder)): answer for answer in answers}


def check_all(answers: dict[str, dict], command_line: dict[str, dict]) -> None:
    assert answers.keys() == command_line.keys()
    for path, row in answers.items():
        expected = command_line[path]
        assert row["model_version"] == "4"
        if "error" in expected:
            assert row["error_code"] == expected["error"]["code"], path
            assert row["class"] is row["probability"] is row["verdict"] is None
            continue
        assert row["error_code"] is None
        assert (row["class"], row["verdict"]) == (expected["class"], expected["verdict"]), path
        assert row["probability"] == pytest.approx(expected["probability"], abs=0.02)
        nine = list(expected["probabilities"].values())
        assert row["probabilities"] == pytest.approx(nine, abs=0.02)


def test_a_lost_node_costs_no_photo_and_doubles_none(
    cluster: Cluster, photo_folder: Path, command_line: dict[str, dict], tmp_path: Path
) -> None:
    second = cluster.start_node()
    out = tmp_path / "sorted"
    driver = start(photo_folder, out, cluster)
    try:
        wait_until(
            lambda: len(nodes_at_work(out)) == 2 or driver.poll() is not None, "work on both"
        )
        assert len(nodes_at_work(out)) == 2, log_of(out)
        before = len(parts_in(out))
        kill(second)
        assert driver.wait(FINISH_SECONDS) == 0, log_of(out)
    finally:
        kill(driver)
    assert before < len(parts_in(out)) == -(-len(command_line) // PART)
    check_all(answers_in(out), command_line)
    assert pq.read_schema(parts_in(out)[0]).equals(SCHEMA)
    assert not list(out.glob(".*")), "no unfinished file is left"


def test_a_killed_driver_is_called_again_and_does_only_what_is_left(
    cluster: Cluster, photo_folder: Path, command_line: dict[str, dict], tmp_path: Path
) -> None:
    out = tmp_path / "sorted"
    driver = start(photo_folder, out, cluster)
    try:
        wait_until(lambda: len(parts_in(out)) >= 3 or driver.poll() is not None, "three parts")
        driver.send_signal(signal.SIGKILL)
        driver.wait()
        assert nodes_at_work(out), log_of(out)
        done = {part: part.stat().st_mtime_ns for part in parts_in(out)}
        # What a crash leaves: a file that was being written, and a part that is cut off.
        (out / ".1234.unfinished").write_bytes(b"PAR1")
        broken = max(done)
        broken.write_bytes(broken.read_bytes()[:100])
        del done[broken]

        driver = start(photo_folder, out, cluster)
        assert driver.wait(FINISH_SECONDS) == 0, log_of(out)
    finally:
        kill(driver)
    assert {part: part.stat().st_mtime_ns for part in done} == done
    assert f"{len(done)} of them finished" in log_of(out)
    check_all(answers_in(out), command_line)
    assert not list(out.glob(".*"))


def test_a_sorting_that_is_finished_starts_nothing(
    cluster: Cluster, photo_folder: Path, tmp_path: Path
) -> None:
    """And one of other photos, into the same folder, is refused."""
    out = tmp_path / "sorted"
    assert start(SAMPLES / "metal-1.jpg", out, cluster).wait(FINISH_SECONDS) == 0, log_of(out)
    before = len(re.findall("on node", log_of(out)))
    assert start(SAMPLES / "metal-1.jpg", out, cluster).wait(FINISH_SECONDS) == 0, log_of(out)
    assert len(re.findall("on node", log_of(out))) == before == 1
    assert start(SAMPLES / "metal-2.jpg", out, cluster).wait(FINISH_SECONDS) == 2
    assert "another input" in log_of(out)
    assert list(answers_in(out)) == ["metal-1.jpg"]


def test_a_machine_that_computes_wrongly_ends_with_a_code(cluster: Cluster, tmp_path: Path) -> None:
    out = tmp_path / "sorted"
    model = tmp_path / "model"
    model.mkdir()
    for file in (REPOSITORY / "public" / "model" / "4").glob("*"):
        (model / file.name).write_bytes(file.read_bytes())
    manifest = json.loads((model / "manifest.json").read_text())
    manifest["golden"]["logits"][0] += 0.1
    (model / "manifest.json").write_text(json.dumps(manifest))
    driver = start(SAMPLES / "metal-1.jpg", out, cluster, "--model", str(model))
    assert driver.wait(FINISH_SECONDS) == 1
    assert "no-backend" in log_of(out)
    assert not parts_in(out)


def test_ray_tells_nobody() -> None:
    code = "import batch.sort; from ray._common.usage.usage_lib import usage_stats_enabled as on"
    env = {key: value for key, value in os.environ.items() if not key.startswith("RAY_")}
    command = [sys.executable, "-c", f"{code}; print(on())"]
    done = subprocess.run(command, cwd=REPOSITORY, env=env, capture_output=True, text=True)
    assert done.stdout == "False\n", done.stderr
