"""The folder of answers: Parquet parts that are there whole or not at all, and what they are of."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final
from uuid import uuid4

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq

from batch.inputs import Part

# Readers of Parquet folders pass over names that begin with `_` or a dot.
RECORD: Final = "_sorting.json"
UNFINISHED: Final = ".unfinished"
# Files whose last bytes are looked at together, at the start and at the end.
LOOKS_AT_ONCE: Final = 16

SCHEMA: Final = pa.schema(
    [
        pa.field("path", pa.string(), nullable=False),
        # Null where there is an error code, as are the three columns after it.
        ("class", pa.string()),
        ("probability", pa.float32()),
        ("verdict", pa.string()),
        ("probabilities", pa.list_(pa.float32())),
        pa.field("model_version", pa.string(), nullable=False),
        ("error_code", pa.string()),
    ]
)

Row = dict[str, Any]


@dataclass(frozen=True)
class Output:
    fs: fsspec.AbstractFileSystem
    root: str

    @classmethod
    def at(cls, address: str) -> "Output":
        return cls(*fsspec.url_to_fs(address))

    def claim(self, record: dict[str, Any]) -> None:
        """Makes the folder, or finds in it answers of the same model to the same input.

        Raises ValueError, which says what differs, where it holds others.
        """
        self.fs.makedirs(self.root, exist_ok=True)
        for left_by_a_crash in self.fs.find(self.root):
            if left_by_a_crash.endswith(UNFINISHED):
                self.fs.rm_file(left_by_a_crash)
        path = f"{self.root}/{RECORD}"
        if not self.fs.exists(path):
            self._write(path, (json.dumps(record, indent=2) + "\n").encode())
            return
        found = json.loads(self.fs.cat_file(path))
        differing = [key for key in record if found.get(key) != record[key]]
        if differing:
            raise ValueError(
                f"{self.root} holds answers with another {' and '.join(differing)}: "
                f"take another folder, or remove this one"
            )

    def finished(self, parts: list[Part]) -> set[int]:
        """Numbers of the parts that are there with all their rows; one that is broken is not."""
        there = set(self.fs.find(self.root))
        candidates = [part for part in parts if self._path(part.number) in there]
        with ThreadPoolExecutor(LOOKS_AT_ONCE) as pool:
            counts = pool.map(lambda part: self._rows_of(part.number), candidates)
            return {
                part.number
                for part, count in zip(candidates, counts, strict=True)
                if count == part.photos
            }

    def write(self, number: int, rows: list[Row]) -> None:
        """In place of what is there: a part that is computed twice is the same part."""
        sink = pa.BufferOutputStream()
        pq.write_table(pa.Table.from_pylist(rows, SCHEMA), sink)
        self._write(self._path(number), sink.getvalue().to_pybytes())

    def read(self, number: int, columns: list[str]) -> pa.Table:
        # Arrow's threads must hold no file of Python's: one that they let go at the end ends badly.
        data = pa.BufferReader(self.fs.cat_file(self._path(number)))
        return pq.read_table(data, columns=columns, use_threads=False)

    def _rows_of(self, number: int) -> int:
        try:
            with self.fs.open(self._path(number)) as file:
                return pq.read_metadata(file).num_rows
        except (OSError, pa.ArrowException):
            return -1

    def _write(self, path: str, data: bytes) -> None:
        """Under another name first. A crash leaves that, which no reader takes for a part."""
        unfinished = f"{self.root}/.{uuid4().hex}{UNFINISHED}"
        self.fs.pipe_file(unfinished, data)
        self.fs.mv(unfinished, path)

    def _path(self, number: int) -> str:
        return f"{self.root}/part-{number:06}.parquet"
