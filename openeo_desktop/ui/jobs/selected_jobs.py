"""The actions on the selection: enabled as the selected jobs allow, carried out on all of them.

Binds; what is done is in `job_intents`, `job_copies`, `job_exports` and the dialogs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction

from openeo_desktop.core.jobs import Job
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.downloads.asked_downloads import AskedDownloads
from openeo_desktop.ui.jobs.job_copies import JobCopies
from openeo_desktop.ui.jobs.job_exports import JobExports
from openeo_desktop.ui.jobs.job_intents import JobIntents
from openeo_desktop.ui.jobs.job_rules import JobAction, is_edited_by_copy
from openeo_desktop.ui.jobs.jobs_pane import JobsPane
from openeo_desktop.ui.jobs.jobs_stack import EmptyAction
from openeo_desktop.ui.jobs.when_finished import WhenFinished
from openeo_desktop.ui.window.actions import WindowActions

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services
    from openeo_desktop.ui.jobs.add_job_dialog import AddJobDialog
    from openeo_desktop.ui.window.main_window import MainWindow

Intent = Callable[[Sequence[Job]], None]


class SelectedJobs(QObject):
    """Binds start, stop, change, download and delete to what is selected in the table."""

    def __init__(
        self,
        services: Services,
        spawn: Spawn,
        pane: JobsPane,
        actions: WindowActions,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._services = services
        self._spawn = spawn
        self._pane = pane
        self._actions = actions
        self._window = window
        self._intents = JobIntents(services, spawn, window)
        self._copies = JobCopies(services, spawn, window)
        self._exports = JobExports(services, spawn, window)
        self._asked = AskedDownloads(services.downloads, spawn, self)
        # Rows come in pages and selections in bursts: the actions follow once per turn.
        self._follow_timer = QTimer(self, singleShot=True, interval=0)
        self._follow_timer.timeout.connect(self._follow)
        pane.selection_changed.connect(self._follow_timer.start)
        stop = services.accounts.changed.connect(self._on_accounts_changed)
        self.destroyed.connect(stop)
        self._bind(window)
        WhenFinished(services.auto_downloads, spawn, pane, actions.download_when_finished, self)
        pane.table.explain(*actions.of_selection)
        actions.add_job.triggered.connect(self._on_add_job)
        pane.stack.asked.connect(self._on_asked)
        self._follow()

    def _bind(self, window: MainWindow) -> None:
        """Each action to what it means."""
        actions, pane = self._actions, self._pane
        codes: list[tuple[QAction, Intent]] = [
            (action, partial(self._exports.copy_code, language))
            for language, action in actions.copy_code.items()
        ]
        for action, intent in (
            (actions.start, self._intents.start),
            (actions.stop, self._intents.stop),
            (actions.download, self._download),
            (actions.delete, self._intents.delete),
            (actions.edit, self._edit),
            (actions.estimate, self._estimate),
            (actions.duplicate, self._copies.duplicate),
            (actions.run_copy, self._copies.run_copies),
            (actions.copy_id, self._exports.copy_ids),
            (actions.copy_link, self._exports.copy_links),
            *codes,
            (actions.export_graph, self._exports.export_graphs),
            (actions.share, self._exports.share),
            (actions.web_editor, self._exports.open_web_editor),
        ):
            action.triggered.connect(self._slot(intent))
        self._copies.draft_wanted.connect(window.dialogs.open_draft)
        self._copies.copied.connect(pane.select)
        self._asked.began.connect(lambda: window.show_pane("downloads"))
        for part in (self._copies, self._exports, self._asked):
            part.noticed.connect(window.show_notice)
        self._asked.outdated.connect(window.toast.withdraw)

    def add_job(self, text: str = "") -> AddJobDialog:
        """Ask for the id of a job that the listing does not show; what is added is selected."""
        from openeo_desktop.ui.jobs.add_job_dialog import AddJobDialog

        place = self._pane.place
        dialog = AddJobDialog(self._services, self._spawn, self._window, text, place.account)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.job_added.connect(self._pane.select)
        dialog.open()
        return dialog

    def _on_add_job(self) -> None:
        self.add_job()

    def _on_asked(self, action: EmptyAction) -> None:
        if action is EmptyAction.ADD_JOB:
            self.add_job(self._pane.model.query.text)

    def _edit(self, jobs: Sequence[Job]) -> None:
        """Change the one job that is selected, if it allows it; else a copy of it."""
        from openeo_desktop.ui.jobs.edit_job_dialog import EditJobDialog

        if is_edited_by_copy(jobs, self._services.accounts.supports):
            self._copies.duplicate(jobs)
            return
        for job in self._intents.allowed(JobAction.EDIT, jobs)[:1]:
            dialog = EditJobDialog(self._services, self._spawn, job, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.duplicate_requested.connect(self._actions.duplicate.trigger)
            dialog.open()

    def _download(self, jobs: Sequence[Job]) -> None:
        self._asked.download(self._intents.allowed(JobAction.DOWNLOAD, jobs))

    def _estimate(self, jobs: Sequence[Job]) -> None:
        """Ask what the one job that is selected will cost."""
        from openeo_desktop.ui.jobs.estimate_dialog import EstimateDialog

        for job in self._intents.allowed(JobAction.ESTIMATE, jobs)[:1]:
            dialog = EstimateDialog(self._services, self._spawn, job, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

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
        accounts = self._services.accounts
        jobs = self._pane.selected_jobs()
        self._actions.follow_selection(jobs, accounts.status, accounts.supports)
        count = self._pane.selected_count()
        self._window.status_bar.show_selection(count)
        self._window.details_pane.foot.show_selection(count)
