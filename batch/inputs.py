"""What is to be sorted: files under an fsspec address, or photos' bytes in Parquet; in parts.

The same input gives the same parts, whenever it is listed.
"""

import hashlib
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import Final

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq

from batch.coded_error import CodedError
from batch.photo_structure import is_photo

# More than any format's signature needs; a film is refused without being read.
SIGNATURE_BYTES: Final = 32
# Photos that are fetched while earlier ones are computed; they are in memory as files.
READ_AHEAD: Final = 8
PARQUET: Final = ".parquet"
NAME_COLUMNS: Final = ("path", "id")

Content = bytes | CodedError


@dataclass(frozen=True)
class FilesPart:
    """A piece of the sorted list of files, by their full names."""

    number: int
    names: tuple[str, ...]

    @property
    def photos(self) -> int:
        return len(self.names)


@dataclass(frozen=True)
class RowsPart:
    """`photos` rows of one row group of a Parquet file, from `first` on."""

    number: int
    name: str
    row_group: int
    first: int
    photos: int


Part = FilesPart | RowsPart


@dataclass(frozen=True)
class Input:
    """Every file under an address, or, where there are Parquet files, every row of these.

    Goes to workers as it is: file systems of fsspec know how to open themselves elsewhere.
    """

    fs: fsspec.AbstractFileSystem
    root: str

    @classmethod
    def at(cls, address: str) -> "Input":
        return cls(*fsspec.url_to_fs(address))

    def parts(self, photos_each: int) -> list[Part]:
        """Raises ValueError where there is nothing, or nothing that can be read in one way."""
        names = sorted(self.fs.find(self.root))
        tables = [name for name in names if name.endswith(PARQUET)]
        if not names:
            raise ValueError("there are no files under the input's address")
        if tables and len(tables) < len(names):
            raise ValueError("there are Parquet files and others under the input's address")
        if not tables:
            starts = range(0, len(names), photos_each)
            return [
                FilesPart(number, tuple(names[start : start + photos_each]))
                for number, start in enumerate(starts)
            ]
        parts: list[Part] = []
        for name in tables:
            with self.fs.open(name) as file:
                metadata = pq.read_metadata(file)
            name_column(name, metadata.schema.to_arrow_schema())
            for group in range(metadata.num_row_groups):
                rows = metadata.row_group(group).num_rows
                for first in range(0, rows, photos_each):
                    count = min(photos_each, rows - first)
                    parts.append(RowsPart(len(parts), name, group, first, count))
        return parts

    def photos(self, part: Part) -> Iterator[tuple[str, Content]]:
        """Each photo's name, below the address or as its row says, and its bytes or why not."""
        return self._files(part) if isinstance(part, FilesPart) else self._rows(part)

    def _files(self, part: FilesPart) -> Iterator[tuple[str, Content]]:
        with ThreadPoolExecutor(READ_AHEAD) as pool:
            waiting = deque()
            names = iter(part.names)
            while True:
                for name in islice(names, READ_AHEAD - len(waiting)):
                    waiting.append((self._short(name), pool.submit(self._read, name)))
                if not waiting:
                    return
                name, reading = waiting.popleft()
                yield name, reading.result()

    def _short(self, name: str) -> str:
        return name.removeprefix(self.root).lstrip("/") or name.rpartition("/")[2]

    def _read(self, name: str) -> Content:
        try:
            with self.fs.open(name) as file:
                start = file.read(SIGNATURE_BYTES)
                return start + file.read() if is_photo(start) else start
        # File systems say in many ways that they cannot; a photo must end in a row all the same.
        except Exception as error:
            return CodedError("file-unreadable", repr(error))

    def _rows(self, part: RowsPart) -> Iterator[tuple[str, Content]]:
        with self.fs.open(part.name) as file:
            table = pq.ParquetFile(file, pre_buffer=False)
            names = name_column(part.name, table.schema_arrow)
            batches = table.iter_batches(
                READ_AHEAD,
                row_groups=[part.row_group],
                columns=[names, "bytes"],
                use_threads=False,
            )
            rows = (row for batch in batches for row in batch.to_pylist())
            for row in islice(rows, part.first, part.first + part.photos):
                data = row["bytes"]
                missing = CodedError("file-unreadable", "no bytes in this row")
                yield str(row[names]), missing if data is None else data


def name_column(file: str, schema: pa.Schema) -> str:
    """Raises ValueError when the table is not one of photos."""
    found = [name for name in NAME_COLUMNS if name in schema.names]
    if "bytes" not in schema.names or not found:
        raise ValueError(f"{file} has no column `bytes` beside `path` or `id`")
    return found[0]


def fingerprint(parts: list[Part]) -> str:
    """Changes with any name, order, number of rows and the size of the parts."""
    hash_ = hashlib.sha256()
    for part in parts:
        hash_.update(repr(part).encode())
    return hash_.hexdigest()
