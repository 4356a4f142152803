"""Parts are there whole or not at all, and a folder holds answers of one model to one input."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from batch.inputs import FilesPart
from batch.outputs import SCHEMA, Output

RECORD = {"model": "4", "manifest": "ab", "input": "cd"}
ROW = {"path": "a.jpg", "class": "metal", "probability": 0.9, "verdict": "sure"}
ROW |= {"probabilities": [0.1] * 9, "model_version": "4"}
BAD_ROW = {"path": "b.jpg", "model_version": "4", "error_code": "photo-damaged"}


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def output(tmp_path: Path) -> Output:
    output = Output.at(str(tmp_path / "out"))
    output.claim(RECORD)
    return output


def test_a_part_has_the_columns_that_are_promised(output: Output) -> None:
    output.write(7, [ROW, BAD_ROW])
    table = pq.read_table(output.root)
    assert table.schema.equals(SCHEMA)
    first, second = table.to_pylist()
    assert first.pop("probabilities") == pytest.approx(ROW["probabilities"])
    assert first.pop("probability") == pytest.approx(ROW["probability"])
    assert first.items() <= (ROW | {"error_code": None}).items()
    assert second == dict.fromkeys(SCHEMA.names) | BAD_ROW


def test_a_crash_while_writing_leaves_no_part_and_is_cleared_away(
    output: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(type(output.fs), "mv", crash)
        with pytest.raises(KeyboardInterrupt):
            output.write(0, [ROW])
    assert output.finished([FilesPart(0, ("a.jpg",))]) == set()
    assert len(files(Path(output.root))) == 2
    output.claim(RECORD)
    assert files(Path(output.root)) == ["_sorting.json"]


def test_a_part_with_too_few_rows_or_a_broken_one_is_not_finished(output: Output) -> None:
    parts = [FilesPart(number, ("a.jpg", "b.jpg")) for number in range(4)]
    output.write(0, [ROW, BAD_ROW])
    output.write(1, [ROW])
    output.write(2, [ROW, BAD_ROW])
    broken = Path(output.root) / "part-000002.parquet"
    broken.write_bytes(broken.read_bytes()[:-20])
    assert output.finished(parts) == {0}


@pytest.mark.parametrize(("key", "named"), [("model", "another model"), ("input", "another input")])
def test_answers_of_another_model_or_to_another_input_are_refused(
    output: Output, key: str, named: str
) -> None:
    output.claim(RECORD)
    with pytest.raises(ValueError, match=named):
        output.claim({**RECORD, key: "other"})
