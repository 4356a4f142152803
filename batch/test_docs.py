"""docs/mass-sorting.md begins with a snippet that works as it stands."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from batch.conftest import SAMPLES
from training.paths import REPOSITORY

DOC = REPOSITORY / "docs" / "mass-sorting.md"
OUT = REPOSITORY / "sorted"


@pytest.fixture
def no_folder_there() -> Iterator[None]:
    """What a person sorted before is put aside and back again."""
    kept = OUT.with_name("sorted.before-test")
    if OUT.exists():
        OUT.rename(kept)
    yield
    shutil.rmtree(OUT, ignore_errors=True)
    if kept.exists():
        kept.rename(OUT)


def test_the_snippet_sorts_the_samples(no_folder_there) -> None:
    title, rest = DOC.read_text().split("\n\n", 1)
    assert title.startswith("# ")
    snippet = re.match(r"```bash\n(.*?)```", rest, re.DOTALL)
    assert snippet is not None, "the page does not begin with a snippet"
    done = subprocess.run(
        ["bash", "-euc", snippet[1]],
        cwd=REPOSITORY,
        env={key: value for key, value in os.environ.items() if key != "RAY_ADDRESS"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    rows = {row["path"]: row for row in pq.read_table(OUT).to_pylist()}
    assert rows.keys() == {path.name for path in Path(SAMPLES).iterdir()}
    assert rows["metal-1.jpg"]["class"] == "metal"
    assert rows["SOURCES.md"]["error_code"] == "not-jpeg-or-png"
    assert "model_version" in done.stdout
