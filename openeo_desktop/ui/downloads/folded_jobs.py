"""Which jobs are closed in the list of downloads; remembered between runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.models.downloads_table import DownloadsTableModel

if TYPE_CHECKING:
    from openeo_desktop.core.settings import Settings

FOLDED_KEY = "downloads.closed_jobs"
MOST = 500


class FoldedJobs(QObject):
    """Keeps the choice; jobs that are no longer on the list are forgotten."""

    def __init__(self, model: DownloadsTableModel, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._settings = settings
        for pair in settings.get(FOLDED_KEY, list[Any]())[:MOST]:
            if isinstance(pair, list) and len(pair) == 2 and all(isinstance(p, str) for p in pair):
                key = JobKey(AccountId(pair[0]), JobId(pair[1]))
                model.set_collapsed(key, collapsed=True)

    def fold(self, key: JobKey, closed: bool) -> None:
        """Close or open a job, and remember it."""
        self._model.set_collapsed(key, collapsed=closed)
        queue = self._model.queue
        kept = [list(job) for job in queue.groups if job in queue.collapsed]
        self._settings.set(FOLDED_KEY, kept[:MOST])
