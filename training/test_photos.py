from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from training.folds import k_folds, source_folds, street_fold
from training.photos import Photo, main, percentage_split, read_index, squash


def many_photos() -> list[Photo]:
    return [
        Photo(f"{class_id}/{source}-{index:03}.jpg", class_id, source)
        for class_id in ("battery", "glass", "other")
        for source in ("a", "b")
        for index in range(100)
    ]


def test_the_split_takes_the_same_share_of_every_class_and_source() -> None:
    photos = many_photos()
    parts = percentage_split(photos)
    counts = Counter(
        (photo.class_id, photo.source, part) for photo, part in zip(photos, parts, strict=True)
    )
    assert set(counts.values()) == {85, 5, 10}


def test_the_split_is_a_pure_function_of_index_and_seed() -> None:
    photos = many_photos()
    assert percentage_split(photos) == percentage_split(list(photos))
    assert percentage_split(photos) != percentage_split(photos, seed=1)


def test_the_index_is_printed_with_the_split(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    photos = many_photos()
    rows = [f"{photo.file},{photo.class_id},{photo.source}" for photo in photos]
    (tmp_path / "index.csv").write_text("\n".join(["file,class,source", *rows]))
    monkeypatch.setattr("sys.argv", ["photos", "--photos", str(tmp_path)])
    main()
    header, *lines = capsys.readouterr().out.splitlines()
    assert header == "file,class,source,split"
    expected = zip(rows, percentage_split(photos), strict=True)
    assert lines == [f"{row},{part}" for row, part in expected]


def test_k_folds_test_every_photo_once_and_never_train_on_it() -> None:
    folds = k_folds(many_photos())
    assert (sum(fold.tests.astype(int) for fold in folds) == 1).all()
    assert not any((fold.trains & fold.tests).any() for fold in folds)


def test_leaving_a_source_out_leaves_none_of_its_photos_in_training() -> None:
    photos = [*many_photos(), Photo("metal/only.jpg", "metal", "lonely")]
    folds = {fold.name: fold for fold in source_folds(photos)}
    sources = np.array([photo.source for photo in photos])
    assert set(folds) == {"a", "b"}, "nobody else has metal: nothing to learn it from"
    assert not folds["a"].trains[sources == "a"].any()
    assert all(photos[k].class_id != "other" for k in np.flatnonzero(folds["a"].tests))


def test_the_street_split_trains_on_half_of_the_bulbs_and_nothing_else_from_real_places() -> None:
    photos = [
        *many_photos(),
        *(Photo(f"light-bulb/bulbs-{index}.jpg", "light-bulb", "bulbs") for index in range(31)),
        *(Photo(f"metal/aquatrash-{index}.jpg", "metal", "aquatrash") for index in range(10)),
        Photo("battery/aquatrash-1.jpg", "battery", "aquatrash"),
        *(Photo(f"other/aquatrash-{index}.jpg", "other", "aquatrash") for index in range(10)),
    ]
    fold = street_fold(photos)
    tested = Counter(photos[k].source for k in np.flatnonzero(fold.tests))
    trained = Counter(photos[k].source for k in np.flatnonzero(fold.trains))
    assert tested == {"bulbs": 16, "aquatrash": 10}, (
        "a single battery would be luck, and other things have no recall"
    )
    assert trained == {"a": 300, "b": 300, "bulbs": 15}
    assert not (fold.trains & fold.tests).any()


def test_an_unknown_class_in_the_index_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "index.csv").write_text("file,class,source\na.jpg,wood,x\n")
    with pytest.raises(ValueError, match="wood"):
        read_index(tmp_path)


def test_squashing_keeps_the_whole_photo_whatever_its_shape() -> None:
    wide = Image.new("RGB", (400, 100), (255, 0, 0))
    wide.paste((0, 0, 255), (200, 0, 400, 100))
    pixels = squash(wide)
    assert pixels.shape == (224, 224, 3)
    assert pixels[0, 0].tolist() == [255, 0, 0]
    assert pixels[-1, -1].tolist() == [0, 0, 255]
