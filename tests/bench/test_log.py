"""The bench of the log still runs: with few entries, and no budget counts."""

from __future__ import annotations

from tests.bench import log


def test_bench_runs() -> None:
    results = list(log.run(small=True))
    assert len({result.what for result in results}) == len(log.TOLD)
    assert all(result.values for result in results)
