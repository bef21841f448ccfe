"""The bench of the window still runs: with few jobs and entries, and no budget counts."""

from __future__ import annotations

from tests.bench import ui

PHASES = ("scrolling", "sorting", "filtering", "typing", "grouping", "selecting", "tailing")


def test_bench_measures_every_phase() -> None:
    results = {result.what: result for result in ui.run(small=True)}
    for phase in PHASES:
        assert f"{phase}: loop late, longest" in results
    assert any(what.startswith("left alone, 10 active jobs") for what in results)
    assert all(result.notes["ticks"] > 0 for what, result in results.items() if "late" in what)
