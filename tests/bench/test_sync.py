"""The bench of the synchronisation with little data: it measures what it says, and does not rot."""

from __future__ import annotations

from tests.bench.sync import run


def test_small_bench_measures_everything() -> None:
    results = {result.what: result for result in run(small=True)}
    assert len(results) == 12
    assert all(value >= 0 for result in results.values() for value in result.values)
    assert results["first synchronisation, 2,000 jobs"].median > 0
    assert results["requests of an hour with 10 running jobs"].notes["requests"] > 10
