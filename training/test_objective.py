import numpy as np
import pytest

from training.objective import STREET_WEIGHT, cap_sources, photo_weights
from training.photos import Photo


def photos_of(counts: dict[tuple[str, str], int]) -> list[Photo]:
    """counts: by class and source."""
    return [
        Photo(f"{class_id}-{source}-{number}.jpg", class_id, source)
        for (class_id, source), count in counts.items()
        for number in range(count)
    ]


def shares_of(photos: list[Photo], weights: np.ndarray, class_id: str) -> dict[str, float]:
    """How much of a class's weight each source has."""
    inside = [
        (photo.source, weight)
        for photo, weight in zip(photos, weights, strict=True)
        if photo.class_id == class_id
    ]
    total = sum(weight for _, weight in inside)
    return {
        name: sum(weight for source, weight in inside if source == name) / total
        for name in {source for source, _ in inside}
    }


@pytest.mark.parametrize(("balance", "ratio"), [(0, 9), (0.5, 3), (1, 1)])
def test_classes_are_balanced_by_a_power_of_their_rarity(balance: float, ratio: float) -> None:
    photos = photos_of({("glass", "a"): 90, ("metal", "a"): 10})
    weights = photo_weights(photos, balance=balance)
    assert weights.mean() == pytest.approx(1)
    assert weights[:90].sum() / weights[90:].sum() == pytest.approx(ratio)


def test_street_photos_count_more() -> None:
    photos = photos_of({("glass", "a"): 5, ("glass", "aquatrash"): 5})
    weights = photo_weights(photos)
    assert weights[5:] / weights[:5] == pytest.approx(STREET_WEIGHT)
    assert photo_weights(photos, street=1) == pytest.approx(1)


@pytest.mark.parametrize(
    ("counts", "shares"),
    [
        ({"a": 100, "b": 10, "c": 5, "d": 5}, {"a": 1 / 3, "b": 1 / 3, "c": 1 / 6, "d": 1 / 6}),
        ({"a": 100, "b": 20, "c": 20, "d": 20}, {"a": 1 / 3, "b": 2 / 9, "c": 2 / 9, "d": 2 / 9}),
        ({"a": 3, "b": 3, "c": 2, "d": 2}, {"a": 0.3, "b": 0.3, "c": 0.2, "d": 0.2}),
        ({"a": 30, "b": 10}, {"a": 0.5, "b": 0.5}),
        ({"a": 30}, {"a": 1}),
    ],
)
def test_no_source_has_more_than_a_third_of_its_class(
    counts: dict[str, int], shares: dict[str, float]
) -> None:
    others = {("metal", "a"): 40, ("metal", "b"): 40}
    photos = photos_of({("glass", source): count for source, count in counts.items()} | others)
    capped = cap_sources(photos, photo_weights(photos))
    assert shares_of(photos, capped, "glass") == pytest.approx(shares, abs=1e-3)
    # The class as a whole, and the other class, count as before.
    before = photo_weights(photos)
    glass = np.array([photo.class_id == "glass" for photo in photos])
    assert capped[glass].sum() == pytest.approx(before[glass].sum())
    assert capped[~glass] == pytest.approx(before[~glass])
