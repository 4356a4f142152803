import re
import sys

import pytest

from training import bench


def test_both_kinds_of_work_are_timed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "BATCH", 1)
    monkeypatch.setattr(sys, "argv", ["bench", "--runs", "1"])
    bench.main()
    lines = capsys.readouterr().out.splitlines()
    names = [re.fullmatch(r"(.*): minimum \d+ ms, median \d+ ms", line)[1] for line in lines]
    assert names[:2] == ["forward, float32", "fine-tuning step, float32"]
    assert len(names) % 2 == 0
