import numpy as np
import pytest

from training.calibrate import best_temperature, not_waste_threshold, sure_threshold
from training.evaluate import verdict_figures
from training.metrics import (
    auroc,
    calibration_error_by_chance,
    expected_calibration_error,
    held_out_figures,
    macro_recall,
    normalised_entropy,
    risk_coverage,
    softmax,
)
from training.objective import targets


def test_macro_recall_weighs_a_rare_class_like_a_common_one() -> None:
    labels = np.array([0] * 9 + [1])
    assert macro_recall(labels, np.zeros(10, dtype=np.int64)) == pytest.approx(0.5)


def test_calibration_error_is_the_gap_between_confidence_and_accuracy() -> None:
    probabilities = np.full((10, 9), 0.2 / 8)
    probabilities[:, 0] = 0.8
    labels = np.array([0] * 6 + [1] * 4)
    assert expected_calibration_error(labels, probabilities) == pytest.approx(0.2)


def test_the_best_calibrated_network_shows_the_less_error_the_more_photos_there_are() -> None:
    # |right / n - 0.8| of a binomial: about sqrt(2 / pi * 0.8 * 0.2 / n).
    for count in (100, 10_000):
        mean, deviation = calibration_error_by_chance([{"n": count, "confidence": 0.8}])
        assert mean == pytest.approx(np.sqrt(2 / np.pi * 0.16 / count), rel=0.05)
        assert 0 < deviation < mean
    # Two bins: each counts by its photos. One photo at a half is always off by a half.
    bins = [{"n": 1, "confidence": 0.5}, {"n": 3, "confidence": 1.0}]
    assert calibration_error_by_chance(bins) == pytest.approx((0.5 / 4, 0))


def test_auroc_counts_a_tie_as_half() -> None:
    assert auroc(np.array([3.0, 2.0]), np.array([1.0, 2.0])) == pytest.approx(3.5 / 4)


def test_figures_leave_other_photos_out_of_recall() -> None:
    probabilities = softmax(np.eye(9)[[0, 1, 2, 3]] * 9)
    figures = held_out_figures(np.array([0, 1, 5, -1]), probabilities)
    assert figures["n"] == 3
    assert figures["accuracy"] == pytest.approx(2 / 3, abs=1e-4)
    assert figures["confusion"][5][2] == 1
    assert figures["notWaste"]["n"] == 1


def test_the_temperature_undoes_a_scaling_of_calibrated_logits() -> None:
    rng = np.random.default_rng(0)
    logits = rng.normal(size=(20_000, 9)) * 2
    labels = np.array([rng.choice(9, p=p) for p in softmax(logits)])
    assert best_temperature(logits * 2.5, labels) == pytest.approx(2.5, rel=0.05)


def test_sure_is_the_lowest_bound_above_which_97_percent_are_right() -> None:
    top = np.linspace(1, 0, 100, endpoint=False)
    right = np.ones(100, dtype=bool)
    right[[40, 60, 61, 62, 63]] = False
    bound = sure_threshold(top, right)
    assert right[top >= bound].mean() >= 0.97
    assert right[top >= bound - 0.011].mean() < 0.97


def test_not_waste_never_rejects_more_than_3_percent_of_the_waste() -> None:
    rng = np.random.default_rng(0)
    waste, other = rng.uniform(0, 0.8, 1000), rng.uniform(0.7, 0.9, 200)
    bound = not_waste_threshold(waste, other)
    assert 0 < (waste > bound).mean() <= 0.03
    assert (other > bound).mean() > 0.3


def test_entropy_is_0_for_one_class_and_1_for_all_alike() -> None:
    halves = np.zeros(9)
    halves[:2] = 0.5
    rows = np.stack([np.eye(9)[3], halves, np.full(9, 1 / 9)])
    assert normalised_entropy(rows) == pytest.approx([0, np.log(2) / np.log(9), 1])


def test_risk_is_that_of_the_surest_photos() -> None:
    top = np.linspace(0.95, 0.2, 20)
    probabilities = np.full((20, 9), ((1 - top) / 8)[:, None])
    probabilities[:, 0] = top
    labels = np.zeros(20, dtype=np.int64)
    labels[15:] = 1  # the five least sure are wrong
    curve = {entry["coverage"]: entry["risk"] for entry in risk_coverage(labels, probabilities)}
    assert (curve[0.05], curve[0.75], curve[0.8], curve[1.0]) == (0, 0, 0.0625, 0.25)


def test_a_photo_of_something_else_pulls_to_no_class() -> None:
    assert targets(np.array([-1, 2]))[0] == pytest.approx(np.full(9, 1 / 9))
    assert targets(np.array([-1, 2])).sum(axis=1) == pytest.approx([1, 1])


def test_the_verdicts_are_counted_apart_for_waste_and_for_other_photos() -> None:
    answers = [
        {"class": "battery", "verdict": "sure"},
        {"class": "glass", "verdict": "sure"},
        {"class": "battery", "verdict": "not-waste"},
        {"class": "metal", "verdict": "unsure"},
        {"class": "metal", "verdict": "not-waste"},
    ]
    assert verdict_figures(np.array([0, 0, 0, -1, -1]), answers) == {
        "sureShare": pytest.approx(2 / 3, abs=1e-4),
        "sureAccuracy": 0.5,
        "wasteRejected": pytest.approx(1 / 3, abs=1e-4),
        "otherRejected": 0.5,
        "otherSure": 0.0,
    }
