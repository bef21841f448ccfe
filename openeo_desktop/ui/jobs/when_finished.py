"""«Download when finished»: the switch in the menus, for the selected jobs that still run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.services.spawner import Spawn, raising
from openeo_desktop.ui.jobs.jobs_pane import JobsPane
from openeo_desktop.ui.kit.plain_text import plain_tool_tip

if TYPE_CHECKING:
    from openeo_desktop.services.auto_downloads import AutoDownloads, AutoFailed

_OVER = frozenset((JobStatus.FINISHED, JobStatus.ERROR, JobStatus.CANCELED))


class WhenFinished(QObject):
    """Follows the selection and the wishes; says when a wish had to be given up."""

    def __init__(
        self, rules: AutoDownloads, spawn: Spawn, pane: JobsPane, action: QAction, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._rules = rules
        self._spawn = spawn
        self._pane = pane
        self._action = action
        action.setCheckable(True)
        action.triggered.connect(self._on_triggered)
        pane.selection_changed.connect(self._follow)
        self.destroyed.connect(rules.changed.connect(lambda _key: self._follow()))
        self.destroyed.connect(rules.failed.connect(self._on_failed))
        self._follow()

    def _follow(self) -> None:
        jobs = self._pane.selected_jobs()
        fitting = [job for job in jobs if _can_be_wished(job)]
        wished = [job for job in fitting if self._rules.is_wished(job.key)]
        self._action.setEnabled(bool(fitting))
        self._action.setChecked(bool(fitting) and len(wished) == len(fitting))
        reason = "" if fitting else self._why_not(jobs)
        self._action.setToolTip(plain_tool_tip(reason))
        self._action.setStatusTip(reason)  # the palette and the keyboard in a menu show this one

    def _why_not(self, jobs: Sequence[Job]) -> str:
        if not jobs:
            return self.tr("Select a job first.")
        if any(job.status is JobStatus.FINISHED for job in jobs):
            if len(jobs) > 1:
                return self.tr("These jobs have ended: what finished can be downloaded now.")
            return self.tr("This job has finished: its results can be downloaded now.")
        if len(jobs) > 1:
            return self.tr("These jobs will not finish any more.")
        return self.tr("This job will not finish any more.")

    def _on_triggered(self, wished: bool) -> None:
        jobs = [job for job in self._pane.selected_jobs() if _can_be_wished(job)]
        self._spawn(self._set(jobs, wished), "download when finished")

    async def _set(self, jobs: Sequence[Job], wished: bool) -> None:
        for job in jobs:
            await self._rules.set_when_finished(job.key, wished)

    def _on_failed(self, failed: AutoFailed) -> None:
        self._spawn(raising(failed.error), "download the results of a job that has finished")


def _can_be_wished(job: Job) -> bool:
    return job.status not in _OVER and not job.gone and not job.key.is_provisional
