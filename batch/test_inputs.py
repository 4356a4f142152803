"""Folders, archives, other file systems, Parquet: the same photos in the same parts each time."""

import zipfile
from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from batch.coded_error import CodedError
from batch.inputs import SIGNATURE_BYTES, Input, fingerprint

JPEG = b"\xff\xd8\xff" + bytes(100)
CONTENTS = {"a/one.jpg": JPEG + b"1", "b.png": JPEG + b"2", "c d.jpg": JPEG + b"3"}


def everything(source: Input, photos_each: int = 2) -> list:
    return [pair for part in source.parts(photos_each) for pair in source.photos(part)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in CONTENTS.items():
        path = tmp_path / "photos" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "photos"


def table(file: Path, rows_a_group: int, **columns: list) -> Path:
    file.parent.mkdir(exist_ok=True)
    pq.write_table(pa.table(columns), file, row_group_size=rows_a_group)
    return file


def test_a_folder_its_address_an_archive_and_memory_hold_the_same(folder: Path) -> None:
    archive = folder.with_name("photos.zip")
    memory = fsspec.filesystem("memory")
    with zipfile.ZipFile(archive, "w") as file:
        for name, data in CONTENTS.items():
            file.writestr(name, data)
            memory.pipe_file(f"/inputs/{name}", data)
    for address in (str(folder), folder.as_uri(), f"zip://::{archive}", "memory://inputs"):
        assert everything(Input.at(address)) == list(CONTENTS.items()), address


def test_parts_are_the_same_each_time_and_their_fingerprint_tells_others(folder: Path) -> None:
    source = Input.at(str(folder))
    parts = source.parts(2)
    assert [part.photos for part in parts] == [2, 1]
    assert fingerprint(parts) == fingerprint(Input.at(str(folder)).parts(2))
    assert fingerprint(parts) != fingerprint(source.parts(3))
    (folder / "another.jpg").write_bytes(JPEG)
    assert fingerprint(parts) != fingerprint(source.parts(2))


def test_a_single_photo_has_its_name(folder: Path) -> None:
    assert everything(Input.at(str(folder / "b.png"))) == [("b.png", CONTENTS["b.png"])]


def test_a_file_that_is_gone_is_told_in_its_place(folder: Path) -> None:
    source = Input.at(str(folder))
    [part] = source.parts(10)
    (folder / "b.png").unlink()
    contents = dict(source.photos(part))
    assert list(contents) == list(CONTENTS)
    gone = contents["b.png"]
    assert isinstance(gone, CodedError)
    assert gone.code == "file-unreadable"


def test_of_a_film_only_the_signature_is_read(folder: Path) -> None:
    (folder / "film.mp4").write_bytes(b"ftypmp42" * 1000)
    contents = dict(everything(Input.at(str(folder))))
    assert len(contents["film.mp4"]) == SIGNATURE_BYTES


def test_rows_of_parquet_are_cut_within_their_row_groups(tmp_path: Path) -> None:
    data = [JPEG + bytes([number]) for number in range(11)]
    names = [f"{number}.jpg" for number in range(11)]
    table(tmp_path / "tables" / "first.parquet", 4, path=names[:10], bytes=data[:10])
    table(tmp_path / "tables" / "second.parquet", 4, path=names[10:], bytes=data[10:])
    source = Input.at(str(tmp_path / "tables"))
    assert everything(source, 3) == list(zip(names, data, strict=True))
    assert [part.photos for part in source.parts(3)] == [3, 1, 3, 1, 2, 1]


def test_a_row_without_bytes_and_one_with_a_number_for_its_name(tmp_path: Path) -> None:
    file = table(tmp_path / "t" / "a.parquet", 9, id=[7, 8], bytes=[None, JPEG])
    (_, missing), second = everything(Input.at(str(file)))
    assert missing.code == "file-unreadable"
    assert second == ("8", JPEG)


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({}, "no files"),
        ({"a.parquet": {"path": ["a"], "bytes": [JPEG]}, "b.jpg": None}, "and others"),
        ({"a.parquet": {"path": ["a"], "image": [JPEG]}}, "no column `bytes`"),
        ({"a.parquet": {"name": ["a"], "bytes": [JPEG]}}, "`path` or `id`"),
    ],
)
def test_what_cannot_be_read_in_one_way_is_refused(
    tmp_path: Path, files: dict, reason: str
) -> None:
    for name, columns in files.items():
        if columns is None:
            (tmp_path / "in" / name).write_bytes(JPEG)
        else:
            table(tmp_path / "in" / name, 9, **columns)
    with pytest.raises(ValueError, match=reason):
        Input.at(str(tmp_path / "in")).parts(2)
