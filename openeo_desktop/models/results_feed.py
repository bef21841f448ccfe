"""The results of the chosen job: from the store, from the back-end when missing or old.

Latest choice wins; nothing is fetched while nobody looks (`set_active`). No widgets, no texts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from openeo_desktop.core.assets import Results
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.times import utc_now

if TYPE_CHECKING:
    from openeo_desktop.services.jobs import JobsChanged, JobsService
    from openeo_desktop.services.results import ResultsChanged, ResultsService
    from openeo_desktop.services.spawner import Spawn

# Walking through the jobs table with the arrow keys must not send a request for each row.
REST_MS = 250


@dataclass(frozen=True, slots=True)
class ResultsView:
    """What the pane shows. `reading`: the store has not answered; `fetching`: the back-end has not.

    With `error`, `results` are what the store has, if anything.
    """

    key: JobKey | None = None
    job: Job | None = None
    results: Results | None = None
    reading: bool = False
    fetching: bool = False
    error: AppError | None = None


class ResultsFeed(QObject):
    """Keeps a `ResultsView` of one job true.

    Signals:
        changed(ResultsView): Something of it changed.
    """

    changed = Signal(object)

    def __init__(
        self,
        jobs: JobsService,
        results: ResultsService,
        spawn: Spawn,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._results = results
        self._spawn = spawn
        self._active = False
        self._asked = False
        self.view = ResultsView()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._on_rested)
        self._forget = (
            jobs.changed.connect(self._on_jobs_changed),
            results.changed.connect(self._on_results_changed),
        )

    def set_job(self, key: JobKey | None) -> None:
        """Show the results of another job."""
        if key == self.view.key:
            return
        self._rest.stop()
        self._asked = False
        self._show(ResultsView(key=key, reading=key is not None))
        if key is not None:
            self._spawn(self._read(key), "read the results")

    def set_active(self, active: bool) -> None:
        """Whether somebody looks; what was not fetched for that reason is fetched now."""
        self._active = active
        if active:
            self._fetch_if_needed()

    def refresh(self) -> None:
        """Ask the back-end now."""
        if self.view.key is not None and not self.view.fetching:
            self._asked = True
            self._show(replace(self.view, fetching=True, error=None))
            self._spawn(self._fetch(self.view.key), "fetch the results")

    def close(self) -> None:
        """Hear no more."""
        for forget in self._forget:
            forget()
        self._rest.stop()
        self.view = ResultsView()

    def _show(self, view: ResultsView) -> None:
        if view != self.view:
            self.view = view
            self.changed.emit(view)

    async def _read(self, key: JobKey) -> None:
        """The stored state of job and results; fetches if that is not enough."""
        try:
            job, results = await self._jobs.get(key), await self._results.get(key)
        except AppError as error:
            if key == self.view.key:
                self._show(replace(self.view, reading=False, error=error))
            return
        if key != self.view.key:
            return
        restarted = _status(job) is not _status(self.view.job) and self.view.job is not None
        self._show(replace(self.view, job=job, results=results, reading=False))
        if restarted and _status(job) is JobStatus.FINISHED:
            self.refresh()
        else:
            self._fetch_if_needed()

    async def _fetch(self, key: JobKey) -> None:
        try:
            results = await self._results.refresh(key)
        except AppError as error:
            if key == self.view.key:
                self._show(replace(self.view, fetching=False, error=error))
        else:
            if key == self.view.key:
                self._show(replace(self.view, results=results, fetching=False, error=None))

    def _fetch_if_needed(self) -> None:
        if self._active and self._is_wanting():
            self._rest.start()

    def _on_rested(self) -> None:
        if self._active and self._is_wanting():
            self.refresh()

    def _is_wanting(self) -> bool:
        """Whether the back-end may have more than the store: nothing stored, or links that ended.

        Asked once for each choice of a job: links that are over when they come stay as they are.
        A canceled job keeps partial results (openEO API 1.2, `DELETE /jobs/{job_id}/results`).
        """
        view = self.view
        if self._asked or view.reading or view.job is None or view.job.gone:
            return False
        if view.job.status not in (JobStatus.FINISHED, JobStatus.CANCELED):
            return False
        expires = view.results.expires if view.results else None
        return view.results is None or (expires is not None and expires <= utc_now())

    def _on_jobs_changed(self, event: JobsChanged) -> None:
        if self.view.key in event.upserted and self.view.key is not None:
            self._spawn(self._read(self.view.key), "read the results")

    def _on_results_changed(self, event: ResultsChanged) -> None:
        if event.key == self.view.key:
            self._spawn(self._read(event.key), "read the results")


def _status(job: Job | None) -> JobStatus | None:
    return job.status if job else None
