"""Tells what became of actions that nobody waits for any more: queued, started later, settled."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.job_actions import ActionKind
from openeo_desktop.core.jobs import Job
from openeo_desktop.services.spawner import Spawn, about, raising

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services
    from openeo_desktop.services.start_queue import WaitingEnded
    from openeo_desktop.services.unsettled_actions import ActionSettled

_WHAT = {
    ActionKind.CREATING: "create the job",
    ActionKind.STARTING: "start the job",
    ActionKind.STOPPING: "stop the job",
    ActionKind.DELETING: "delete the job",
    ActionKind.UPDATING: "change the job",
}


class ActionNotices(QObject):
    """Listens for the life of the window.

    Args:
        show_notice: Shows a short text.
    """

    def __init__(
        self,
        services: Services,
        spawn: Spawn,
        show_notice: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._spawn = spawn
        self._show_notice = show_notice
        for stop in (
            services.actions.queued.connect(self._on_queued),
            services.start_queue.ended.connect(self._on_ended),
            services.unsettled.settled.connect(self._on_settled),
        ):
            self.destroyed.connect(stop)

    def _on_queued(self, job: Job) -> None:
        account = self._services.accounts.account(job.account_id)
        text = self.tr("«{title}» waits: {back_end} runs no more of your jobs at once.")
        where = account.title if account else self.tr("the back-end")
        self._show_notice(text.format(title=_title(job), back_end=visible_text(where)))

    def _on_ended(self, ended: WaitingEnded) -> None:
        if ended.error is not None:
            failed = about(ended.job.shown_title, raising(ended.error))
            self._spawn(failed, "start the waiting job")
            return
        text = self.tr("«{title}» has found a place and was started.")
        self._show_notice(text.format(title=_title(ended.job)))

    def _on_settled(self, settled: ActionSettled) -> None:
        if settled.error is not None:
            self._spawn(raising(settled.error), _WHAT[settled.action.kind])


def _title(job: Job) -> str:
    return visible_text(" ".join(job.shown_title.split()))[:80]
