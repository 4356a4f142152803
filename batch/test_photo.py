"""Every odd and broken photo that page and command line are held to: same pixels, same refusals."""

import json
import subprocess
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from batch.coded_error import CodedError
from batch.photo import read_photo
from training.paths import REPOSITORY

TSX = REPOSITORY / "node_modules" / ".bin" / "tsx"
SCRIPT = REPOSITORY / "batch" / "write-bad-photos.ts"
# A colour profile is computed by other roundings of the same library; all else is equal.
LEVELS = 1


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bad-photos")
    subprocess.run([str(TSX), str(SCRIPT), str(folder)], cwd=REPOSITORY, check=True)
    return folder


def test_each_photo_ends_as_it_does_on_the_command_line(folder: Path) -> None:
    expected = json.loads((folder / "expected.json").read_text())
    assert len(expected) > 60
    for photo in expected:
        data = (folder / photo["file"]).read_bytes()
        if photo["outcome"] != "pixels":
            with pytest.raises(CodedError) as refusal:
                read_photo(data)
            assert refusal.value.code == photo["outcome"], photo["name"]
            continue
        pixels = np.frombuffer((folder / f"{photo['file']}.rgb").read_bytes(), np.uint8)
        difference = np.abs(read_photo(data).ravel().astype(int) - pixels)
        assert difference.max() <= LEVELS, photo["name"]


def test_sixteen_bits_of_grey_are_scaled_not_clipped() -> None:
    file = BytesIO()
    Image.fromarray(np.full((9, 7), 0x7712, np.uint16)).save(file, "PNG")
    assert (read_photo(file.getvalue()) == 0x77).all()
