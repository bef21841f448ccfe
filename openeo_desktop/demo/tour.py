"""Drives the real window through the main job and leaves the evidence in a folder.

Buttons are clicked, the panes are read: what a person would do and see, each step with its time.
"""

from __future__ import annotations

import asyncio
import shutil
import time
from pathlib import Path

from openeo_desktop.app import Desktop
from openeo_desktop.core.downloads import Download, DownloadState, Verification
from openeo_desktop.core.errors import DownloadError, JobFailedError
from openeo_desktop.core.formatting import format_size
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.demo.examples import FINISHED, example, example_text, local_account, until
from openeo_desktop.services.jobs import JobTransition
from openeo_desktop.services.result_folder import write_job_metadata, write_log
from openeo_desktop.ui.loop.stall_probe import StallProbe
from openeo_desktop.ui.new_job.new_job_dialog import NewJobDialog

JOB_WITHIN = 300.0
A_MOMENT = 0.1
WIDTH, HEIGHT = 1440, 900


class Tour:
    """One run through the main job.

    Args:
        out: Folder for the result, its metadata, the log and the picture; it exists.
    """

    def __init__(self, out: Path) -> None:
        self._out = out
        self._began = time.perf_counter()
        self._statuses: list[JobStatus] = []

    def _say(self, text: str) -> None:
        print(f"{time.perf_counter() - self._began:7.2f} s  {text}", flush=True)

    async def run(self, desktop: Desktop) -> int:
        """All steps; returns 0 only after the result was verified.

        Raises:
            AppError: The first step that failed, in words.
        """
        window, services = desktop.window, desktop.services
        await until(window.isVisible, "the window")
        window.resize(WIDTH, HEIGHT)
        probe = StallProbe(window)
        probe.start()
        self._say("The window is open")
        services.jobs.transitioned.connect(self._on_transitioned)
        account = await local_account(services)
        self._say(f"Signed in to «{account.title}» ({account.api_base})")
        key = await self._create(desktop)
        job = await self._watch(desktop, key)
        rows = await self._download(desktop, job)
        stall = probe.stop()
        await self._leave_evidence(desktop, job, rows)
        self._say(f"Longest pause of the window: {stall:.0f} ms")
        self._say(f"Everything is in {self._out}")
        return 0

    def _on_transitioned(self, change: JobTransition) -> None:
        self._statuses.append(change.job.status)
        self._say(f"Job {change.job.status}")

    async def _create(self, desktop: Desktop) -> JobKey:
        """Open the dialog, put the process graph in, press «Create and start»."""
        window = desktop.window
        window.actions_.new_job.trigger()
        await until(lambda: window.findChild(NewJobDialog) is not None, "the New-job dialog")
        dialog = window.findChild(NewJobDialog)
        if dialog is None:
            raise AssertionError("the dialog was there a moment ago")
        created: asyncio.Future[JobKey] = asyncio.get_running_loop().create_future()
        dialog.job_created.connect(created.set_result)
        await until(dialog.isVisible, "the New-job dialog on the screen")
        await asyncio.sleep(A_MOMENT)  # it paints itself; no person pastes any sooner
        dialog.set_text(example_text(FINISHED))
        dialog.set_title(example(FINISHED).title)
        await until(dialog.start_button.isEnabled, "the check of the process graph")
        self._say("Process graph in the New-job dialog, checked")
        dialog.start_button.click()
        return await asyncio.wait_for(created, JOB_WITHIN)

    async def _watch(self, desktop: Desktop, key: JobKey) -> Job:
        """Follow status and log in the window until the job has ended."""
        window, services = desktop.window, desktop.services
        window.select_job(key)
        window.show_pane("log")
        growth: list[int] = []
        deadline = time.monotonic() + JOB_WITHIN
        while True:
            job = await services.jobs.get(key)
            lines = window.log_pane.model.rowCount()
            if lines and (not growth or lines > growth[-1]):
                growth.append(lines)
                self._say(f"Log: {lines} lines while the job is {job.status if job else '?'}")
            if job is not None and job.status.is_terminal:
                break
            await asyncio.sleep(0.1)
            if time.monotonic() > deadline:
                raise JobFailedError(f"The job {key.job_id} does not end.", "See its log.")
        if job.status is not JobStatus.FINISHED:
            errors = await services.logs.errors(key)
            raise JobFailedError(
                f"The job ended as {job.status}.", " ".join(entry.message for entry in errors)
            )
        return job

    async def _download(self, desktop: Desktop, job: Job) -> tuple[Download, ...]:
        """List the results, press «Download all», wait until every file is verified."""
        window, services = desktop.window, desktop.services
        window.show_pane("results")
        pane = window.results_pane
        await until(lambda: pane.model.rowCount() > 0, "the results")
        self._say(f"Results listed: {pane.model.rowCount()} file(s)")
        button = pane.footer.download_all
        await until(button.isEnabled, "the button «Download all»")
        button.click()
        await until(lambda: bool(services.downloads.of_job(job.key)), "the downloads")
        ids = [row.id for row in services.downloads.of_job(job.key)]
        rows = await services.downloads.settled(ids)
        for row in rows:
            self._require_verified(row)
        return rows

    def _require_verified(self, row: Download) -> None:
        if row.state is not DownloadState.DONE or row.verified is not Verification.CHECKSUM:
            raise DownloadError(
                f"{row.path.name} was not verified ({row.reason or row.state}).", "Run it again."
            )
        self._say(f"Downloaded {row.path.name}, {format_size(row.total)}, checksum verified")

    async def _leave_evidence(self, desktop: Desktop, job: Job, rows: tuple[Download, ...]) -> None:
        """Result, `job-results.json`, `job.json`, `log.json` and `window.png`."""
        services, window = desktop.services, desktop.window
        results = await services.results.get(job.key)
        fresh = await services.jobs.refresh(job.key)
        await services.logs.refresh(job.key)
        entries = await services.logs.export(job.key)
        await asyncio.to_thread(_copy, rows, self._out)
        names = {row.asset_key: row.path.name for row in rows}
        if results is not None:
            await asyncio.to_thread(write_job_metadata, self._out, fresh, results, names)
        await asyncio.to_thread(write_log, self._out, entries)
        await until(lambda: window.log_pane.model.rowCount() == len(entries), "the whole log")
        if not window.grab().save(str(self._out / "window.png")):
            raise DownloadError(
                "The picture of the window could not be saved.",
                "Check the folder given with --out.",
            )


def _copy(rows: tuple[Download, ...], out: Path) -> None:
    for row in rows:
        shutil.copy2(row.path, out / row.path.name)
