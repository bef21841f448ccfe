"""The app against VITO's openeo_driver: the way of a job, its failures, and the server's habits."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
import requests

from openeo_desktop.core.accounts import Account
from openeo_desktop.core.downloads import DownloadState
from openeo_desktop.core.errors import BackEndError
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.services.services import Services, make_services
from tests.support.command_line import CommandLine
from tests.support.driver_server import DriverServer
from tests.support.waiting import wait_until

pytestmark = pytest.mark.interop
GRAPH = {"add": {"process_id": "add", "arguments": {"x": 3, "y": 5}, "result": True}}


@pytest.fixture
def cli(bare: CommandLine, driver: DriverServer) -> CommandLine:
    bare.password = driver.password
    return bare


@pytest.fixture
def at(driver: DriverServer) -> tuple[str, ...]:
    return ("--backend", driver.url, "--user", driver.user)


@pytest.fixture
def process(tmp_path: Path) -> Path:
    file = tmp_path / "sum.json"
    file.write_text(json.dumps({"process_graph": GRAPH}), "utf-8")
    return file


def _finished(cli: CommandLine, at: tuple[str, ...], process: Path, out: Path) -> str:
    """The id of a job that has just finished."""
    ended = cli.run("run", process, *at, "--out", out, "--max-poll", 0.2, "--json")
    assert ended.code == 0, ended.err
    return str(ended.documents[0]["job"])


def test_created_queued_running_finished_downloaded(
    cli: CommandLine, at: tuple[str, ...], process: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    ended = cli.run("run", process, *at, "--title", "Sum", "--out", out, "--max-poll", 0.1)
    assert (ended.code, ended.err) == (0, "")
    created, *polls, file = ended.lines
    job_id = created.removeprefix("Created job '").removesuffix("'")
    pattern = rf"0:00:\d\d Job '{job_id}': (queued|running|finished) \(progress (\d+%|N/A)\)"
    seen = [match.groups() for line in polls if (match := re.fullmatch(pattern, line))]
    assert len(seen) == len(polls), polls
    assert list(dict.fromkeys(status for status, _ in seen)) == ["queued", "running", "finished"]
    assert ("running", "1%") in seen
    assert file == f"{out / 'result.txt'} (9 B, length verified)"
    assert (out / "result.txt").read_text("utf-8") == "a result\n"
    assert json.loads((out / "job.json").read_text("utf-8"))["id"] == job_id


def test_failed_job_prints_the_error_of_its_log(
    cli: CommandLine, at: tuple[str, ...], process: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    ended = cli.run("run", process, *at, "--title", "will fail", "--out", out, "--max-poll", 0.2)
    assert ended.code == 1
    assert ended.lines[-1].partition("': ")[2].startswith("error (progress ")
    assert "error: Failed to load data cube: corrupt data for tile 'J9A7K2'." in ended.err
    assert "ended in error" in ended.sentence()
    assert not out.exists()


def test_listing_log_and_download(
    cli: CommandLine, at: tuple[str, ...], process: Path, tmp_path: Path
) -> None:
    job_id = _finished(cli, at, process, tmp_path / "first")
    jobs = {entry["id"]: entry["status"] for entry in cli.run("jobs", *at, "--json").documents}
    assert jobs[job_id] == "finished"
    log = cli.run("logs", job_id, *at)
    assert [line.rpartition("  ")[2].strip() for line in log.lines] == [
        "Job started",
        "Job finished",
    ]
    again = cli.run("download", job_id, *at, "--out", tmp_path / "second", "--only", "*.txt")
    assert again.code == 0
    assert (tmp_path / "second" / "result.txt").is_file()


def test_unknown_process_and_job(cli: CommandLine, at: tuple[str, ...], tmp_path: Path) -> None:
    file = tmp_path / "unknown.json"
    node = {"process_id": "no_such_process", "arguments": {}, "result": True}
    file.write_text(json.dumps({"process_graph": {"odd": node}}), "utf-8")
    ended = cli.run("run", file, *at)
    assert (ended.code, ended.out) == (2, "")
    assert "no_such_process" in ended.sentence()
    missing = cli.run("logs", "j-missing", *at)
    assert missing.code == 2
    assert "There is no job 'j-missing'" in missing.sentence()


def test_wrong_password(bare: CommandLine, at: tuple[str, ...]) -> None:
    bare.password = "wrong"
    ended = bare.run("jobs", *at)
    assert (ended.code, ended.out) == (3, "")
    assert "password" in ended.sentence()


def _with_services(
    folder: Path, driver: DriverServer, work: Callable[[Services, Account], Awaitable[None]]
) -> None:
    """Run a coroutine on services of its own, signed in at the server."""

    async def main() -> None:
        services = make_services(profile_paths(folder))
        try:
            await services.open()
            account = await services.accounts.sign_in_basic(
                driver.url, driver.user, driver.password, remember=False
            )
            await work(services, account)
        finally:
            await services.close()

    asyncio.run(asyncio.wait_for(main(), 60))


def test_restart_that_the_server_ignores_is_said(
    cli: CommandLine, at: tuple[str, ...], process: Path, tmp_path: Path, driver: DriverServer
) -> None:
    job_id = _finished(cli, at, process, tmp_path / "out")

    async def restart(services: Services, account: Account) -> None:
        key = JobKey(account.id, JobId(job_id))
        await services.jobs.refresh(key)
        with pytest.raises(BackEndError, match="ignored the restart") as caught:
            await services.actions.start(key)
        assert "Duplicate the job" in caught.value.hint

    _with_services(tmp_path / "services", driver, restart)


def test_expired_link_is_renewed_once(
    cli: CommandLine, at: tuple[str, ...], process: Path, tmp_path: Path, driver: DriverServer
) -> None:
    job_id = _finished(cli, at, process, tmp_path / "first")

    async def wait_out(services: Services, account: Account) -> None:
        key = JobKey(account.id, JobId(job_id))
        await services.jobs.refresh(key)
        await services.downloads.load(key)
        results = await services.results.refresh(key)
        asset = results.assets[0]
        (row,) = await services.downloads.download(key, [asset.key], tmp_path / "later")
        await services.downloads.pause([row.id])
        stale = await services.results.get(key)
        assert stale is not None
        href = stale.assets[0].href
        await asyncio.to_thread(wait_until, lambda: _is_expired(href), "the end of the link")
        (tmp_path / "later" / asset.key).unlink(missing_ok=True)
        await services.downloads.resume([row.id])
        (ended,) = await services.downloads.settled([row.id])
        assert ended.state is DownloadState.DONE, ended.reason
        fresh = await services.results.get(key)
        assert fresh is not None
        assert fresh.assets[0].href != stale.assets[0].href

    _with_services(tmp_path / "services", driver, wait_out)
    assert (tmp_path / "later" / "result.txt").read_text("utf-8") == "a result\n"


def _is_expired(url: str) -> bool:
    return not requests.get(url, timeout=60).ok
