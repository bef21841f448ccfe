"""kill -9 between the end of a job and the wish for its files: the rule holds all the same."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from openeo_desktop.core.auto_rules import AutoRule
from openeo_desktop.core.downloads import Download, DownloadState
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.core.paths import AppPaths
from tests.services.test_auto_downloads import results_of_job, seen_running
from tests.support.fake_back_end import FakeBackEnd
from tests.support.service_runs import DEADLINE, opened, password_of, run, sign_in, until
from tests.support.source_tree import ROOT

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")


def _killed_at_the_end_of(job_id: str, paths: AppPaths, back_end: FakeBackEnd) -> None:
    place = (str(paths.data.parent), back_end.base, job_id)
    ended = subprocess.run(
        [sys.executable, "-m", "tests.services.killed_auto_downloads", *place],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=2 * DEADLINE,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr


@pytest.mark.parametrize("has_rule", [True, False])
def test_kill_between_the_end_and_the_wish(
    back_end: FakeBackEnd, paths: AppPaths, has_rule: bool
) -> None:
    results_of_job(back_end, "j", "a.tif", "b.json")

    async def before() -> JobKey:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            await services.auto_downloads.start()
            if has_rule:
                services.auto_downloads.set_rule(account.id, AutoRule(glob="*.tif"))
            return await seen_running(services, back_end, "j")

    async def after(key: JobKey) -> None:
        async with opened(paths) as services:
            await services.downloads.load()
            await services.auto_downloads.start()
            assert services.auto_downloads.is_wished(key) is has_rule
            await services.accounts.sign_in_again(key.account_id, password_of(back_end))
            if has_rule:
                await until(services.downloads.changed, lambda: _done(services.downloads.all()))
            assert {row.asset_key for row in services.downloads.all()} == (
                {"a.tif"} if has_rule else set()
            )

    key = run(before())
    back_end.job("j", "finished")
    _killed_at_the_end_of("j", paths, back_end)
    run(after(key))


def _done(rows: tuple[Download, ...]) -> bool:
    return [row.state for row in rows] == [DownloadState.DONE]
