"""Figures of merit of a classifier on photos it has not seen; all from labels and probabilities."""

from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from training.vgg16 import CLASS_IDS

Labels = NDArray[np.int64]
Probabilities = NDArray[np.float64]
# `sure` and `notWaste`, the verdict's thresholds, and `temperature`.
Calibration = dict[str, float]

CALIBRATION_BINS: Final = 15
CHANCE_SEED: Final = 11
CHANCE_DRAWS: Final = 10_000
COVERAGES: Final = [percent / 100 for percent in range(5, 101, 5)]


def softmax(logits: NDArray[np.floating], temperature: float = 1.0) -> Probabilities:
    scaled = np.asarray(logits, dtype=np.float64) / temperature
    exponentials = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return exponentials / exponentials.sum(axis=1, keepdims=True)


def confusion_matrix(labels: Labels, answers: Labels) -> NDArray[np.int64]:
    """`(9, 9)` counts; rows are the true classes."""
    matrix = np.zeros((len(CLASS_IDS), len(CLASS_IDS)), dtype=np.int64)
    np.add.at(matrix, (labels, answers), 1)
    return matrix


def macro_recall(labels: Labels, answers: Labels) -> float:
    """Mean over the classes that occur of the share of their photos that is answered right."""
    matrix = confusion_matrix(labels, answers)
    counts = matrix.sum(axis=1)
    present = counts > 0
    return float((np.diag(matrix)[present] / counts[present]).mean())


def reliability(labels: Labels, probabilities: Probabilities) -> list[dict[str, float]]:
    """Bins of the top probability: mean confidence and accuracy in each that is not empty."""
    top = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    edges = np.linspace(0, 1, CALIBRATION_BINS + 1)
    bins = []
    for low, high in pairwise(edges):
        inside = (top > low) & (top <= high)
        if inside.any():
            bins.append(
                {
                    "from": round(float(low), 4),
                    "to": round(float(high), 4),
                    "n": int(inside.sum()),
                    "confidence": round(float(top[inside].mean()), 4),
                    "accuracy": round(float(right[inside].mean()), 4),
                }
            )
    return bins


def expected_calibration_error(labels: Labels, probabilities: Probabilities) -> float:
    """Mean gap of confidence and accuracy over 15 equal bins (Naeini et al. 2015)."""
    bins = reliability(labels, probabilities)
    total = sum(entry["n"] for entry in bins)
    return float(
        sum(entry["n"] * abs(entry["confidence"] - entry["accuracy"]) for entry in bins) / total
    )


def calibration_error_by_chance(bins: list[dict[str, float]]) -> tuple[float, float]:
    """Mean and standard deviation of the error that a perfectly calibrated classifier with these
    bins' sizes and confidences would show: few photos never come out evenly."""
    counts = np.array([entry["n"] for entry in bins], dtype=np.int64)
    confidences = np.array([entry["confidence"] for entry in bins])
    right = np.random.default_rng(CHANCE_SEED).binomial(
        counts, confidences, (CHANCE_DRAWS, len(bins))
    )
    gaps = np.abs(right - counts * confidences).sum(axis=1) / counts.sum()
    return float(gaps.mean()), float(gaps.std())


def auroc(positives: NDArray[np.floating], negatives: NDArray[np.floating]) -> float:
    """Chance that a positive scores above a negative; a tie counts half."""
    merged = np.concatenate([positives, negatives])
    _, inverse, counts = np.unique(merged, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    wins = ranks[: len(positives)].sum() - len(positives) * (len(positives) + 1) / 2
    return float(wins / (len(positives) * len(negatives)))


def normalised_entropy(probabilities: Probabilities) -> NDArray[np.float64]:
    """For each row: 0 when one class has all, 1 when all have the same."""
    logs = np.log(np.where(probabilities > 0, probabilities, 1))
    return -(probabilities * logs).sum(axis=1) / np.log(probabilities.shape[1])


def verdicts(probabilities: Probabilities, calibration: Calibration) -> list[str]:
    """What src/domain/classification.ts decides."""
    sure = probabilities.max(axis=1) >= calibration["sure"]
    spread = normalised_entropy(probabilities) > calibration["notWaste"]
    return np.select([sure, spread], ["sure", "not-waste"], "unsure").tolist()


def risk_coverage(labels: Labels, probabilities: Probabilities) -> list[dict[str, float]]:
    """Share of wrong answers among the surest 5, 10 ... 100 % (El-Yaniv and Wiener 2010)."""
    wrong = probabilities.argmax(axis=1) != labels
    surest_first = wrong[np.argsort(-probabilities.max(axis=1), kind="stable")]
    curve = []
    for coverage in COVERAGES:
        answered = max(1, round(coverage * len(labels)))
        risk = float(surest_first[:answered].mean())
        curve.append({"coverage": coverage, "risk": round(risk, 4)})
    return curve


def held_out_figures(labels: Labels, probabilities: Probabilities) -> dict[str, Any]:
    """The manifest's figures of one network; `labels` -1 are `other` photos."""
    waste = labels >= 0
    truth, answers = labels[waste], probabilities[waste].argmax(axis=1)
    matrix = confusion_matrix(truth, answers)
    answered = np.maximum(matrix.sum(axis=0), 1)
    counts = matrix.sum(axis=1)
    entropy = normalised_entropy(probabilities)
    return {
        "n": int(waste.sum()),
        "macroRecall": round(macro_recall(truth, answers), 4),
        "accuracy": round(float((truth == answers).mean()), 4),
        "expectedCalibrationError": round(
            expected_calibration_error(truth, probabilities[waste]), 4
        ),
        "perClass": [
            {
                "id": class_id,
                "n": int(counts[k]),
                "precision": round(float(matrix[k, k] / answered[k]), 4),
                "recall": round(float(matrix[k, k] / max(counts[k], 1)), 4),
            }
            for k, class_id in enumerate(CLASS_IDS)
        ],
        "confusion": matrix.tolist(),
        "reliability": reliability(truth, probabilities[waste]),
        "notWaste": {
            "n": int((~waste).sum()),
            "auroc": round(
                auroc(probabilities[waste].max(axis=1), probabilities[~waste].max(axis=1)), 4
            ),
            "entropyAuroc": round(auroc(-entropy[waste], -entropy[~waste]), 4),
        },
        "riskCoverage": risk_coverage(truth, probabilities[waste]),
    }
