"""The benches of the history and of the start still run: with little data, and no budget counts."""

from __future__ import annotations

import pytest

from tests.bench import start, store


@pytest.mark.parametrize("bench", [store, start], ids=["store", "start"])
def test_bench_runs(bench: object) -> None:
    results = list(bench.run(small=True))  # type: ignore[attr-defined]
    assert len({result.what for result in results}) == len(results) >= 5
    assert all(result.values for result in results)
    written = [result for result in results if result.unit == "rows"]
    assert all(result.is_met for result in written)  # the one that no machine changes
