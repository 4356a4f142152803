"""The figures of a manifest and of the ablation in words and Markdown tables."""

import re
import textwrap
from typing import Any

from training.metrics import calibration_error_by_chance
from training.vgg16 import CLASS_IDS, OTHER, PARAMETER_COUNT

Manifest = dict[str, Any]


def percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def paragraph(text: str) -> str:
    return textwrap.fill(text, 120, break_long_words=False, break_on_hyphens=False)


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def recall_table(manifest: Manifest) -> str:
    evaluation = manifest["evaluation"]
    shipped, frozen = evaluation["shipped"], evaluation["frozenHead"]
    folds, left_out = frozen["kFold"], frozen["leaveOneSourceOut"]
    eight_bit, stages = evaluation["eightBit"], evaluation["stages"]["percentage"]
    size = download_bytes(manifest)
    bits = f"{8 * size / PARAMETER_COUNT:.2f}"
    rows: list[tuple[str, dict[str, Any], str, int | None]] = [
        (f"**Shipped files** ({bits} bits a weight, run by the command line)", shipped, "", size),
        (
            "the same before rounding, float32",
            {"n": stages["n"], "macroRecall": stages["distilled"]},
            "",
            PARAMETER_COUNT * 4,
        ),
        ("the same, rounded to 8 bits as usual", eight_bit, "", eight_bit["bytes"]),
        ("frozen base, our head, float32", frozen, "", None),
        (
            f"frozen base, our head, {folds['folds']}-fold cross validation",
            folds,
            f" ± {folds['sd']:.3f}",
            None,
        ),
        ("frozen base, our head, leave one source out", left_out, "", None),
        *street_rows(evaluation["stages"]["street"]),
        ("the paper's recipe, re-run, float32", evaluation["paper"], "", None),
    ]
    return table(
        ["network", "macro-averaged recall", "n", "bytes"],
        [
            [
                name,
                f"**{figures['macroRecall']:.3f}**"
                if figures is shipped
                else f"{figures['macroRecall']:.3f}{deviation}",
                f"{figures['n']:,}",
                "" if stored is None else f"{stored:,}",
            ]
            for name, figures, deviation, stored in rows
        ],
    )


def street_rows(
    street: dict[str, Any] | None,
) -> list[tuple[str, dict[str, Any], str, int | None]]:
    """Trained without the photos from real surroundings, measured on them."""
    if street is None:
        return []
    return [
        (
            f"{name}, trained without photos from streets and homes, on these",
            {"n": street["n"], "macroRecall": street[stage]},
            "",
            None,
        )
        for stage, name in (
            ("frozenHead", "frozen base, our head"),
            ("tuned", "tuned, not yet distilled"),
            ("distilled", "before rounding"),
        )
        if stage in street
    ]


def download_bytes(manifest: Manifest) -> int:
    return sum(shard["bytes"] for shard in manifest["shards"])


def summary(manifest: Manifest) -> str:
    evaluation = manifest["evaluation"]
    shipped, paper = evaluation["shipped"], evaluation["paper"]
    verdicts = shipped["verdicts"]
    chance, deviation = calibration_error_by_chance(shipped["reliability"])
    return paragraph(
        "Rows one to four and the last: the same held-out test photos (random split, stratified "
        "by class and source). Leaving sources out is what tells about the street: a "
        "photo's source leaks into its background. Shipped files: accuracy "
        f"{shipped['accuracy']:.3f}, "
        f"calibration error {shipped['expectedCalibrationError']:.3f} (15 bins; a perfectly "
        f"calibrated network as sure as this one would show {chance:.3f} ± {deviation:.3f} on so "
        "few photos), waste against "
        f"other photos AUROC {shipped['notWaste']['auroc']:.3f} by the top probability and "
        f"{shipped['notWaste']['entropyAuroc']:.3f} by the entropy, which decides "
        f"(n = {shipped['n']:,} and {shipped['notWaste']['n']}; the paper's recipe: "
        f"{paper['accuracy']:.3f}, "
        f"{paper['expectedCalibrationError']:.3f}, {paper['notWaste']['auroc']:.3f}, "
        f"{paper['notWaste']['entropyAuroc']:.3f}). Pilah is "
        f"*sure* of {percent(verdicts['sureShare'])} of the waste photos, and right on "
        f"{percent(verdicts['sureAccuracy'])} of those; it turns "
        f"{percent(verdicts['wasteRejected'])} of waste and {percent(verdicts['otherRejected'])} "
        f"of other photos away as *not waste*, and is wrongly sure of "
        f"{percent(verdicts['otherSure'])} of the others. "
        f"Download: {download_bytes(manifest):,} bytes."
    )


def samples(answers: dict[str, Any]) -> str:
    waste = {name: a for name, a in answers.items() if not name.startswith(f"{OTHER}-")}
    others = {name: a for name, a in answers.items() if name not in waste}
    wrong = {n: a for n, a in waste.items() if re.sub(r"-\d+\.jpg$", "", n) != a["class"]}
    mistakes = ", ".join(
        f"{name} (taken for {answer['class']}, {answer['probability']:.2f})"
        for name, answer in wrong.items()
    )
    verdicts = ", ".join(
        f"{name} is {answer['verdict'].replace('-', ' ')}" for name, answer in others.items()
    )
    return paragraph(
        f"Of the {len(waste)} sample photos of waste in `public/samples/`, "
        f"{len(waste) - len(wrong)} are classified rightly"
        + (f"; wrong: {mistakes}. " if wrong else ". ")
        + f"Of the {len(others)} of other things, {verdicts}."
    )


def class_table(evaluation: dict[str, Any]) -> str:
    paper = {row["id"]: row["recall"] for row in evaluation["paper"]["perClass"]}
    return table(
        ["class", "n", "precision", "recall", "recall of the paper's recipe"],
        [
            [
                row["id"],
                str(row["n"]),
                f"{row['precision']:.3f}",
                f"{row['recall']:.3f}",
                f"{paper[row['id']]:.3f}",
            ]
            for row in evaluation["shipped"]["perClass"]
        ],
    )


def stage_table(evaluation: dict[str, Any]) -> str:
    """What each stage of the training gained: the ablation."""
    splits = {
        name: figures
        for name, figures in (
            ("test photos", evaluation["stages"]["percentage"]),
            ("street split", evaluation["stages"]["street"]),
        )
        if figures is not None
    }
    stages = (
        ("frozenHead", "head on the frozen base"),
        ("tuned", "blocks 3 to 5 tuned on augmented photos"),
        ("teacher", "(the teacher itself)"),
        ("distilled", "with the teacher's answers"),
        ("compact", "rounded to what is shipped"),
    )
    return table(
        ["stage", *(f"{name} (n = {figures['n']:,})" for name, figures in splits.items())],
        [
            [
                label,
                *(
                    f"{figures[stage]:.3f}" if stage in figures else ""
                    for figures in splits.values()
                ),
            ]
            for stage, label in stages
        ],
    )


def ablation_table(ablation: dict[str, Any]) -> str:
    """What training.ablation measured, against the first row, which is the recipe unchanged."""
    figures = {
        "kFold": "5 folds",
        "leaveOneSourceOut": "a source left out",
        "street": "street split",
        "notWasteAuroc": "AUROC of not-waste, 5 folds",
    }
    return table(
        [
            "heads on the frozen base",
            *(f"{figures[k]} (n = {n:,})" for k, n in ablation["n"].items()),
        ],
        [
            [row["name"], *(f"{row[k]['mean']:.3f} ± {row[k]['sd']:.3f}" for k in figures)]
            for row in ablation["variants"]
        ],
    )


def by_source(evaluation: dict[str, Any]) -> str:
    sources = evaluation["frozenHead"]["leaveOneSourceOut"]["sources"]
    rows = ", ".join(f"{row['source']} {row['accuracy']:.3f} (n = {row['n']:,})" for row in sources)
    return paragraph(
        f"Leave one source out, by source (share right of all its waste photos): {rows}."
    )


def mistakes(evaluation: dict[str, Any]) -> str:
    shipped = evaluation["shipped"]
    weakest = sorted(shipped["perClass"], key=lambda row: row["recall"])[:3]
    pairs = sorted(
        (
            (count, CLASS_IDS[truth], CLASS_IDS[answer])
            for truth, row in enumerate(shipped["confusion"])
            for answer, count in enumerate(row)
            if truth != answer
        ),
        key=lambda pair: -pair[0],
    )[:4]
    return paragraph(
        "Weakest classes on the test photos: "
        + ", ".join(f"{row['id']} ({row['recall']:.3f})" for row in weakest)
        + ". Most frequent mistakes: "
        + ", ".join(f"{truth} taken for {answer} ({count})" for count, truth, answer in pairs)
        + "."
    )


def calibration(manifest: Manifest) -> str:
    verdict = manifest["verdict"]
    return paragraph(
        f"Temperature {manifest['temperature']}; *sure* from {verdict['sure']} on, *not waste* "
        f"above an entropy of {verdict['notWaste']} (1: all nine alike)."
    )
