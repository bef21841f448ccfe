"""kill -9 between showing a notice and noting that it was shown: told again, never lost."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services import notices
from openeo_desktop.store import notices as store
from tests.services.test_notices import settled, watched, words
from tests.support.fake_back_end import FakeBackEnd
from tests.support.service_runs import DEADLINE, run, until

PROJECT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")


def _told_and_killed(paths: AppPaths, back_end: FakeBackEnd) -> list[str]:
    """What a run told before it was killed."""
    ended = subprocess.run(
        [
            *(sys.executable, "-m", "tests.services.killed_notices"),
            *(str(paths.data.parent), back_end.base),
        ],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=2 * DEADLINE,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    return sorted(ended.stdout.splitlines())


def test_notice_that_was_shown_but_not_noted_is_told_again_and_then_no_more(
    back_end: FakeBackEnd, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices, "SETTLE", 0.0)

    async def first() -> None:
        async with watched(paths, back_end) as (_, told):
            assert told == []

    async def after_the_kills() -> None:
        async with watched(paths, back_end) as (services, told):
            await until(services.notices.told, lambda: told)
            await settled(services)
            assert [words(group) for group in told] == [[("a", "finished"), ("b", "error")]]
            assert services.notices.unread == 2

    async def ever_after() -> None:
        async with watched(paths, back_end) as (services, told):
            await services.sync.refresh_now()
            await settled(services)
            assert told == []
            kept = await services.history.read(store.told_notices, 10)
            assert sorted(notice.key.job_id for notice in kept) == ["a", "b"]

    back_end.job("a", "running")
    back_end.job("b", "running")
    run(first())
    back_end.job("a", "finished")
    back_end.job("b", "error")
    for _ in range(3):
        assert _told_and_killed(paths, back_end) == ["a finished", "b error"]
    run(after_the_kills())
    run(ever_after())
