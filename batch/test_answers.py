"""Rows of answers: the samples as the reference network knows them, and photos that are none."""

import json

import numpy as np
import pytest

from batch.answers import rows_of
from batch.coded_error import CodedError
from batch.conftest import SAMPLES, Shipped
from training.paths import REPOSITORY

KNOWN = json.loads((REPOSITORY / "e2e" / "fixtures" / "python-golden.json").read_text())


def test_class_probability_and_verdict_of_the_samples_are_those_of_the_reference(
    shipped: Shipped,
) -> None:
    photos = [(name, (SAMPLES / name).read_bytes()) for name in KNOWN]
    rows = rows_of(photos, shipped.network, shipped.model)
    assert {row["verdict"] for row in rows} == {"sure", "unsure", "not-waste"}
    for name, row in zip(KNOWN, rows, strict=True):
        known = KNOWN[name]
        assert (row["path"], row["class"], row["verdict"]) == (
            name,
            known["class"],
            known["verdict"],
        )
        assert row["probability"] == pytest.approx(known["probability"], abs=0.02)
        assert row["probability"] == max(row["probabilities"])


def test_what_is_no_photo_is_a_row_in_its_place(shipped: Shipped) -> None:
    photo = (SAMPLES / "metal-1.jpg").read_bytes()
    contents = {
        "first.jpg": b"",
        "second.jpg": photo,
        "third.jpg": photo[:5000],
        "fourth.jpg": CodedError("file-unreadable", "gone"),
        "fifth.jpg": photo,
    }
    rows = rows_of(contents.items(), shipped.network, shipped.model)
    assert [(row["path"], row.get("error_code"), row.get("class")) for row in rows] == [
        ("first.jpg", "not-jpeg-or-png", None),
        ("second.jpg", None, "metal"),
        ("third.jpg", "photo-damaged", None),
        ("fourth.jpg", "file-unreadable", None),
        ("fifth.jpg", None, "metal"),
    ]


def test_an_answer_that_is_no_number_is_inference_failed(
    shipped: Shipped, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = np.full((1, 9), np.nan, np.float32)
    monkeypatch.setattr(shipped.network, "run", lambda _: (nothing, nothing))
    photo = (SAMPLES / "metal-1.jpg").read_bytes()
    [row] = rows_of([("photo.jpg", photo)], shipped.network, shipped.model)
    assert row["error_code"] == "inference-failed"
    assert "class" not in row
