"""Why the last action on a job came to nothing; stays until it is read or the person acts again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.job_actions import (
    IGNORED_RESTART,
    NOT_CREATED,
    ActionFailure,
    ActionKind,
)
from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.kit.message_bar import MessageBar

if TYPE_CHECKING:
    from openeo_desktop.services.job_actions import JobActions


class ActionNote(MessageBar):
    """Hidden while there is nothing to tell.

    Signals: `duplicate_requested()` where a copy of the job is the way on.
    """

    duplicate_requested = Signal()

    def __init__(self, actions: JobActions, spawn: Spawn, parent: QWidget | None = None) -> None:
        super().__init__(parent, stacked=True)
        self.setObjectName("action_note")
        self._actions = actions
        self._spawn = spawn
        self._key: JobKey | None = None
        self.action_triggered.connect(self.duplicate_requested)
        self.closed.connect(self._on_closed)

    def follow(self, job: Job | None) -> None:
        """Show what there is to tell of this job as it is now."""
        if job is None or job.key != self._key:
            self.clear()
        self._key = None if job is None else job.key
        if job is not None:
            self._spawn(self._load(job.key), "read what became of the last action")

    async def _load(self, key: JobKey) -> None:
        failure = await self._actions.failure_of(key)
        if key != self._key:
            return
        if failure is None:
            self.clear()
        else:
            offer = self.tr("Duplicate…") if _copy_helps(failure) else None
            self.show_message("error", failure_text(failure), offer)

    def _on_closed(self) -> None:
        if self._key is not None:
            self._spawn(self._actions.dismiss_failure(self._key), "note that it was read")


def _copy_helps(failure: ActionFailure) -> bool:
    unsupported = failure.kind is ActionKind.UPDATING and "Duplicate" in failure.hint
    return failure.code in (IGNORED_RESTART, NOT_CREATED) or unsupported


def failure_text(failure: ActionFailure) -> str:
    """What was not done, why, and what to do."""
    heads = {
        ActionKind.STARTING: _tr("Not started."),
        ActionKind.STOPPING: _tr("Not stopped."),
        ActionKind.DELETING: _tr("Not deleted."),
        ActionKind.UPDATING: _tr("Not changed."),
    }
    parts = (heads.get(failure.kind, ""), failure.message, failure.hint)
    return visible_text(" ".join(part for part in parts if part))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ActionNote", text)
