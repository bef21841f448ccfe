"""The frame of the benches: medians, budgets, files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from devtool.bench import bench_command
from tests.bench.__main__ import main
from tests.bench.report import Result, machine, write


@pytest.mark.parametrize(
    ("values", "budget", "at_least", "met"),
    [
        ([40, 50, 900], 50, False, True),
        ([40, 51, 60], 50, False, False),
        ([0.9, 1.1], 1, True, True),
        ([0.7], 0.85, True, False),
        ([1e9], None, False, True),
    ],
)
def test_median_is_held_against_the_budget(
    values: list[float], budget: float | None, at_least: bool, met: bool
) -> None:
    assert Result("typing", "ms", values, budget, at_least).is_met is met


def test_both_files_are_written(tmp_path: Path) -> None:
    results = [
        Result("keystroke", "ms", [3, 1, 2], 50, peer="none"),
        Result("sort", "ms", [300], 150),
        Result("size of the file", "MB", [12]),
    ]
    assert write("odd", results, tmp_path) is False
    document = json.loads((tmp_path / "odd.json").read_text(encoding="utf-8"))
    assert [found["met"] for found in document["results"]] == [True, False, True]
    assert document["results"][0]["median"] == 2
    assert document["machine"] == machine()
    table = (tmp_path / "odd.md").read_text(encoding="utf-8")
    assert "| keystroke | 2 ms | 1 to 3 (n = 3) | ≤ 50 ms | none | yes |" in table
    assert "**NO**" in table
    assert write("even", results[::2], tmp_path) is True


def test_machine_is_not_named() -> None:
    assert set(machine()) == {"python", "sqlite", "system", "cores"}


def test_unknown_bench_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nonsense"]) == 2
    assert "There is no bench nonsense" in capsys.readouterr().out


def test_command_is_run_by_the_python_of_the_tests() -> None:
    command = bench_command(Path("python"), ["store"])
    assert command == ["python", "-m", "tests.bench", "store"]
