"""Downloads of whole jobs that a person asks for: an answer at once, and what came of it.

No rules here (`job_rules`); where the files go is the service's own choice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from openeo_desktop.core.downloads import Download, DownloadState
from openeo_desktop.core.jobs import Job
from openeo_desktop.services.spawner import about, raising
from openeo_desktop.ui.kit.numbers import count_text

if TYPE_CHECKING:
    from openeo_desktop.services.downloads import DownloadsService
    from openeo_desktop.services.spawner import Spawn

WHAT = "download the results"
_HERE = (DownloadState.DONE, DownloadState.VERIFYING)


class AskedDownloads(QObject):
    """Queues all files of jobs.

    Signals: `began()`, the person wants to see the downloads now; `noticed(str)`, a short word;
    `outdated(str)`: that word is no longer true, for all files have come.
    """

    began = Signal()
    noticed = Signal(str)
    outdated = Signal(str)

    def __init__(self, service: DownloadsService, spawn: Spawn, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._spawn = spawn
        self._said = ""
        self.destroyed.connect(service.changed.connect(self._on_changed))

    def download(self, jobs: Sequence[Job]) -> None:
        """Fetch what these jobs have; a job that has nothing, or fails, stops no other one."""
        if not jobs:
            return
        self.began.emit()
        self.noticed.emit(self.tr("Asking for the list of files…"))
        self._spawn(self._queue(jobs), WHAT)

    async def _queue(self, jobs: Sequence[Job]) -> None:
        asked = (self._service.download(job.key) for job in jobs)
        outcomes = await asyncio.gather(*asked, return_exceptions=True)
        rows = [row for found in outcomes if not isinstance(found, BaseException) for row in found]
        self._said = asked_text(rows) if any(row.state not in _HERE for row in rows) else ""
        self.noticed.emit(asked_text(rows))
        self._on_changed(None)
        for job, error in zip(jobs, outcomes, strict=True):
            if isinstance(error, BaseException):
                self._spawn(about(job.shown_title, raising(error)), WHAT)

    def _on_changed(self, _change: object) -> None:
        if self._said and not self._service.summary().open:
            said, self._said = self._said, ""
            self.outdated.emit(said)


def asked_text(rows: Sequence[Download]) -> str:
    """`2 files are being downloaded; 1 is here already.`"""
    here = sum(row.state in _HERE for row in rows)
    coming = len(rows) - here
    if not rows:
        return _tr("No file is being downloaded.")
    if not coming:
        if here == 1:
            return _tr("The file is here already.")
        return _tr("All {count} files are here already.").format(count=count_text(here))
    begun = _tr("1 file is being downloaded")
    if coming > 1:
        begun = _tr("{count} files are being downloaded").format(count=count_text(coming))
    if not here:
        return f"{begun}."
    rest = _tr("1 is here already")
    if here > 1:
        rest = _tr("{count} are here already").format(count=count_text(here))
    return f"{begun}; {rest}."


def _tr(text: str) -> str:
    return QCoreApplication.translate("AskedDownloads", text)
