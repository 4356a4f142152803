"""The ablation for real, on made-up features that tell the classes apart but for one source's."""

import json
from pathlib import Path

import numpy as np
import pytest

from training.ablation import FIGURES, VARIANTS, Data, measured, spread
from training.figures import ablation_table
from training.photos import Photo, labels_of
from training.vgg16 import CLASS_IDS, FEATURE_SHAPE, OTHER


@pytest.fixture(scope="module")
def data() -> Data:
    """Of each class five photos from each of two studios, and ten from the street, all alike."""
    photos = [
        Photo(f"{class_id}-{source}-{number}.jpg", class_id, source)
        for class_id in (*CLASS_IDS, OTHER)
        for source, count in (("a", 5), ("aquatrash", 10), ("b", 5))
        for number in range(count)
    ]
    labels = labels_of(photos)
    features = np.zeros((len(photos), *FEATURE_SHAPE), np.float16)
    for row, photo in enumerate(photos):
        channel = 100 if photo.source == "aquatrash" else int(labels[row])
        features[row, :, :, channel] = 1
    return Data(photos, features, features[:, :, ::-1])


def test_every_variant_is_measured_in_every_way_to_hold_out(data: Data, tmp_path: Path) -> None:
    rows = measured(tmp_path, data, (1,))
    assert [row["name"] for row in rows] == [variant.name for variant in VARIANTS.values()]
    ours = rows[0]
    # All that is alike gets the same answer, which is right for one class of nine.
    assert ours["street"]["mean"] == pytest.approx(1 / 9, abs=1e-4)
    assert ours["leaveOneSourceOut"]["mean"] == pytest.approx((1 + 8 / 2) / 9, abs=1e-4)
    # A run that is on disk is not trained again.
    file = tmp_path / "mixup-1.json"
    changed = {**json.loads(file.read_text()), "kFold": 0.123}
    file.write_text(json.dumps(changed))
    again = {row["name"]: row for row in measured(tmp_path, data, (1,))}
    assert again[VARIANTS["mixup"].name]["kFold"]["mean"] == 0.123
    text = ablation_table({"n": dict.fromkeys(FIGURES, 1234), "variants": rows})
    assert text.splitlines()[0].count("(n = 1,234)") == len(FIGURES)
    assert f"| {ours['name']} | {ours['kFold']['mean']:.3f} ± 0.000 |" in text


def test_the_spread_over_seeds_is_of_a_sample() -> None:
    assert spread([0.1, 0.2, 0.3]) == {"mean": 0.2, "sd": 0.1}
    assert spread([0.5]) == {"mean": 0.5, "sd": 0.0}
