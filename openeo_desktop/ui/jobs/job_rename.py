"""Renaming a job where it stands: F2 in the table, then Enter (openEO API 1.2, `PATCH /jobs/{id}`).

The table shows the new title when the back-end has taken it; until then it says «Changing…».
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from openeo_desktop.core.job_requests import JobChanges
from openeo_desktop.models.jobs_table import JobColumn, JobsTableModel, Rename
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.jobs.job_rules import JobAction, why_not
from openeo_desktop.ui.jobs.jobs_delegate import JobsDelegate
from openeo_desktop.ui.kit.table_view import DataTable

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


class JobRename(QObject):
    """Opens the field in the row of the current job.

    Signals: `refused(str)` why it cannot be renamed.
    """

    refused = Signal(str)

    def __init__(
        self, services: Services, spawn: Spawn, table: DataTable, model: JobsTableModel
    ) -> None:
        super().__init__(table)
        self._services = services
        self._spawn = spawn
        self._table = table
        self._model = model
        model.rename_asked.connect(self._on_rename_asked)
        delegate = table.itemDelegate()
        if isinstance(delegate, JobsDelegate):
            delegate.closeEditor.connect(self._on_closed)

    def start(self) -> None:
        """Let the person type another title for the current job, or say why not."""
        row = self._table.currentIndex().row()
        job = self._model.value(row)
        accounts = self._services.accounts
        jobs = [job] if job is not None else []
        reason = why_not(JobAction.EDIT, jobs, accounts.status, accounts.supports)
        if reason:
            self.refused.emit(reason)
            return
        index = self._model.index(row, JobColumn.TITLE)
        self._model.hold(True)
        self._table.scrollTo(index)
        self._table.edit(index)

    def _on_closed(self) -> None:
        self._model.hold(False)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_rename_asked(self, rename: Rename) -> None:
        changes = JobChanges({"title": rename.title or None})
        self._spawn(self._services.actions.update(rename.key, changes), "rename the job")
