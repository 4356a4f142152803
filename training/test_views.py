from dataclasses import replace
from pathlib import Path

import numpy as np

from training.mirrored import mirror
from training.photos import open_photo, read_index
from training.views import ViewReader, in_batches


def test_photos_of_different_batches_are_augmented_differently(photo_folder: Path) -> None:
    photos = read_index(photo_folder)
    reader = ViewReader(photo_folder, photos, np.ones(len(photos), np.bool_))
    batches = list(in_batches("augmented", np.arange(4), 2))
    again, elsewhere = (
        reader.read(batches[0]),
        reader.read(replace(batches[0], draw=batches[1].draw)),
    )
    assert np.array_equal(reader.read(batches[0]), again)
    assert not np.array_equal(elsewhere, again)


def test_mirrored_copies_lose_nothing_and_are_made_once(photo_folder: Path, tmp_path: Path) -> None:
    photos = read_index(photo_folder)[:2]
    copies = mirror(photo_folder, photos, tmp_path)
    for photo, copy in zip(photos, copies, strict=True):
        assert (copy.class_id, copy.source) == (photo.class_id, photo.source)
        original = np.asarray(open_photo(photo_folder, photo))
        assert np.array_equal(np.asarray(open_photo(tmp_path, copy)), original[:, ::-1])
    (tmp_path / copies[0].file).write_bytes(b"kept")
    mirror(photo_folder, photos, tmp_path)
    assert (tmp_path / copies[0].file).read_bytes() == b"kept"
