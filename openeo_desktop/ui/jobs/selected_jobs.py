"""The actions on the selection: enabled as the selected jobs allow, carried out on all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.jobs import Job
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.jobs.job_intents import JobIntents
from openeo_desktop.ui.jobs.jobs_pane import JobsPane
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.window.actions import WindowActions

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services

Intent = Callable[[Sequence[Job]], None]


class SelectedJobs(QObject):
    """Binds start, stop, download and delete to what is selected in the table."""

    def __init__(
        self,
        services: Services,
        spawn: Spawn,
        pane: JobsPane,
        actions: WindowActions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._spawn = spawn
        self._pane = pane
        self._actions = actions
        self._intents = JobIntents(services, spawn, window)
        # Rows come in pages and selections in bursts: the actions follow once per turn.
        self._follow_timer = QTimer(self, singleShot=True, interval=0)
        self._follow_timer.timeout.connect(self._follow)
        pane.selection_changed.connect(self._follow_timer.start)
        stop = services.accounts.changed.connect(self._on_accounts_changed)
        self.destroyed.connect(stop)
        for action, intent in (
            (actions.start, self._intents.start),
            (actions.stop, self._intents.stop),
            (actions.download, self._intents.download),
            (actions.delete, self._intents.delete),
        ):
            action.triggered.connect(self._slot(intent))
        actions.copy_id.triggered.connect(self._on_copy_id)
        self._follow()

    def _on_copy_id(self) -> None:
        copy_to_clipboard("\n".join(job.id for job in self._pane.selected_jobs()))

    def _slot(self, intent: Intent) -> Callable[[], None]:
        return lambda: self._carry_out(intent)

    def _carry_out(self, intent: Intent) -> None:
        """At once for what is in memory; a large selection is read from the history first."""
        jobs = self._pane.selected_jobs()
        if len(jobs) == self._pane.selected_count():
            intent(jobs)
        else:
            self._spawn(self._carry_out_all(intent), "read the selected jobs")

    async def _carry_out_all(self, intent: Intent) -> None:
        intent(await self._pane.load_selected())

    def _on_accounts_changed(self, _change: object) -> None:
        self._follow_timer.start()

    def _follow(self) -> None:
        supports = self._services.accounts.supports
        self._actions.follow_selection(self._pane.selected_jobs(), self._intents.state_of, supports)
