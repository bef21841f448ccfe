"""Notices in the main window: cards, the bell, the list of earlier ones, and the way to jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from openeo_desktop.core.jobs import JobKey
from openeo_desktop.core.notices import NoticeGroup
from openeo_desktop.models.navigation import Place, View
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.notices.notice_presenter import NoticePresenter

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services
    from openeo_desktop.ui.notices.notices_dialog import NoticesDialog
    from openeo_desktop.ui.window.main_window import MainWindow


class WindowNotices(QObject):
    """Binds the service to the window's parts."""

    def __init__(self, services: Services, spawn: Spawn, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self._spawn = spawn
        self._window = window
        self._dialog: NoticesDialog | None = None
        self.presenter = NoticePresenter(services.notices, spawn, window)
        self.presenter.jobs_wanted.connect(self._on_jobs_wanted)
        action = window.actions_.notices
        action.triggered.connect(self.open_list)
        window.status_bar.notices_requested.connect(action.trigger)
        self.destroyed.connect(
            services.notices.unread_changed.connect(window.status_bar.show_unread)
        )
        window.status_bar.show_unread(services.notices.unread)

    def open_list(self) -> None:
        """The earlier notices; the cards go, for the list has them."""
        from openeo_desktop.ui.notices.notices_dialog import NoticesDialog

        self.presenter.dismiss_all()
        if self._dialog is None:
            self._dialog = NoticesDialog(self._services, self._spawn, self._window)
            self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._dialog.job_wanted.connect(self.show_job)
            self._dialog.finished.connect(self._on_closed)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _on_closed(self) -> None:
        self._dialog = None

    def open_group(self, group: NoticeGroup) -> None:
        """Show the jobs of a notice that was read outside of the window."""
        self.presenter.dismiss_all()
        self._spawn(self._services.notices.mark_read(group.notices), "note the notices as read")
        self._on_jobs_wanted(group)

    def show_job(self, key: JobKey) -> None:
        """Select a job, and give the keyboard to the table."""
        self._window.select_job(key)
        self._to_front()

    def _on_jobs_wanted(self, group: NoticeGroup) -> None:
        """One job is selected; of many those that ended since then are listed."""
        if len(group.notices) == 1:
            self.show_job(group.notices[0].key)
            return
        statuses = frozenset(notice.status for notice in group.notices)
        self._window.search.clear_search()
        self._window.navigation_pane.set_place(Place())
        self._window.jobs_pane.set_place(Place(View.ENDED, since=group.since))
        if len(statuses) == 1:
            self._window.jobs_pane.chips.choose(next(iter(statuses)))
        self._to_front()

    def _to_front(self) -> None:
        self._window.activateWindow()
        self._window.jobs_pane.table.setFocus(Qt.FocusReason.OtherFocusReason)
