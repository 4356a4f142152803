"""Draws the manifest's figures beside the model's files: SVG, readable on light and dark.

They are for readers of the repository; the page draws its own plots.
"""

from pathlib import Path
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np

from training.vgg16 import CLASS_IDS

INK = "#64748b"  # legible on white and on near-black alike
ACCENT = "#0d9488"
STYLE = {
    "svg.fonttype": "path",
    "svg.hashsalt": "pilah",  # the same figures give the same file
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "savefig.facecolor": "none",
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def save(figure: mpl.figure.Figure, path: Path) -> None:
    figure.savefig(path, bbox_inches="tight", metadata={"Date": None})
    plt.close(figure)


def draw_confusion(shipped: dict[str, Any], path: Path) -> None:
    """Share of each true class (row) that got each answer (column)."""
    counts = np.asarray(shipped["confusion"], dtype=np.float64)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    figure, axes = plt.subplots(figsize=(6.4, 5.6))
    axes.imshow(shares, cmap="BuGn", vmin=0, vmax=1)
    for row, column in np.ndindex(shares.shape):
        if counts[row, column] > 0:
            colour = "white" if shares[row, column] > 0.55 else "#134e4a"
            text = f"{shares[row, column]:.0%}"
            axes.text(column, row, text, ha="center", va="center", color=colour, fontsize=8)
    axes.set_xticks(range(len(CLASS_IDS)), CLASS_IDS, rotation=40, ha="right")
    axes.set_yticks(range(len(CLASS_IDS)), CLASS_IDS)
    axes.set_xlabel("answer")
    axes.set_ylabel(f"photo shows (n = {shipped['n']})")
    save(figure, path)


def draw_reliability(shipped: dict[str, Any], path: Path) -> None:
    """Accuracy over confidence; on the diagonal a probability means what it says."""
    bins = shipped["reliability"]
    figure, axes = plt.subplots(figsize=(5.2, 4.6))
    axes.plot([0, 1], [0, 1], color=INK, linestyle="--", linewidth=1)
    axes.scatter(
        [entry["confidence"] for entry in bins],
        [entry["accuracy"] for entry in bins],
        s=[12 + entry["n"] for entry in bins],
        color=ACCENT,
        alpha=0.75,
        clip_on=False,
    )
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    axes.set_xlabel("probability that Pilah gives")
    axes.set_ylabel("share that is right")
    axes.set_title(f"calibration error {shipped['expectedCalibrationError']:.3f}", fontsize=10)
    save(figure, path)


def draw_per_class(shipped: dict[str, Any], paper: dict[str, Any], path: Path) -> None:
    """Recall of each class, ours beside the paper's recipe on the same photos."""
    figure, axes = plt.subplots(figsize=(6.4, 4.6))
    rows = np.arange(len(CLASS_IDS))
    for offset, figures, label, colour in (
        (-0.2, shipped, "Pilah", ACCENT),
        (0.2, paper, "the paper's recipe", "#94a3b8"),
    ):
        recalls = [entry["recall"] for entry in figures["perClass"]]
        axes.barh(rows + offset, recalls, 0.38, label=label, color=colour)
    axes.set_yticks(rows, CLASS_IDS)
    axes.invert_yaxis()
    axes.set_xlim(0, 1)
    axes.set_xlabel("recall")
    axes.legend(frameon=False, loc="lower right", bbox_to_anchor=(1, 1), ncols=2)
    save(figure, path)


def draw_risk_coverage(shipped: dict[str, Any], path: Path) -> None:
    """Wrong answers among those given, if only so many of the surest photos were answered."""
    curve, verdicts = shipped["riskCoverage"], shipped["verdicts"]
    figure, axes = plt.subplots(figsize=(5.2, 4.6))
    axes.plot(
        [entry["coverage"] for entry in curve], [entry["risk"] for entry in curve], color=ACCENT
    )
    sure = (verdicts["sureShare"], 1 - verdicts["sureAccuracy"])
    axes.plot(*sure, "o", color=ACCENT)
    axes.annotate("sure", sure, (-8, 8), textcoords="offset points", ha="right")
    axes.set_xlim(0, 1)
    axes.set_ylim(0, None)
    axes.set_xlabel("share of photos answered, the surest first")
    axes.set_ylabel("share of those that is wrong")
    save(figure, path)


def write_plots(folder: Path, evaluation: dict[str, Any]) -> None:
    """confusion.svg, reliability.svg, risk-coverage.svg and per-class.svg in `folder`."""
    mpl.use("svg")
    with plt.rc_context(STYLE):
        draw_confusion(evaluation["shipped"], folder / "confusion.svg")
        draw_reliability(evaluation["shipped"], folder / "reliability.svg")
        draw_risk_coverage(evaluation["shipped"], folder / "risk-coverage.svg")
        draw_per_class(evaluation["shipped"], evaluation["paper"], folder / "per-class.svg")
