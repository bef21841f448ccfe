"""A whole run against the real embedded back-end leaves no secret in any file of the profile."""

from __future__ import annotations

import logging
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from openeo_desktop.core.downloads import DownloadState
from openeo_desktop.core.job_requests import JobRequest
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.core.process_graph import ProcessDraft
from tests.support.local_backend import LocalBackend, example_process
from tests.support.service_runs import opened, run, until


def test_whole_run_leaves_no_secret(
    paths: AppPaths, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    secrets: set[str] = set()

    async def main(server: LocalBackend) -> None:
        async with opened(paths) as services:
            await services.downloads.load()
            services.sync.start()
            account = await services.accounts.sign_in_basic(
                server.url, server.user, server.password
            )
            services.settings.set("x", 1)
            draft = ProcessDraft(example_process("sample_time_series"))
            ended: list[JobStatus] = []
            services.jobs.transitioned.connect(
                lambda t: ended.append(t.job.status) if t.job.status.is_terminal else None
            )
            job = await services.actions.create(account.id, JobRequest(draft, "Series"), start=True)
            await until(services.jobs.transitioned, lambda: ended)
            assert ended == [JobStatus.FINISHED]
            await services.logs.refresh(job.key)
            rows = await services.downloads.download(job.key)
            done = await services.downloads.settled([row.id for row in rows])
            assert {row.state for row in done} == {DownloadState.DONE}
            results = await services.results.get(job.key)
            assert results is not None
            for asset in results.assets:
                secrets.add(urlsplit(asset.href).path.rpartition("/")[0].rpartition("/")[2])
                secrets.update(p.partition("=")[2] for p in urlsplit(asset.href).query.split("&"))
        secrets.update((server.password, server.bearer().rpartition("/")[2]))

    with (
        caplog.at_level(logging.DEBUG, "openeo_desktop"),
        LocalBackend(tmp_path / "server") as server,
    ):
        run(main(server))
    _hunt(secrets, tmp_path / "profile", caplog.text)


def _hunt(secrets: set[str], profile: Path, log: str) -> None:
    long = {secret.encode() for secret in secrets if len(secret) >= 12}
    assert len(long) >= 3
    files = [path for path in profile.rglob("*") if path.is_file()]
    assert len(files) >= 4
    leaks = [(f.name, s) for f in files for s in long if s in f.read_bytes()]
    assert not leaks
    assert not [secret for secret in long if secret.decode() in log]
