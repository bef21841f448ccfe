"""The main window: places the panes and binds the actions to what they mean. No rules here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import JobKey, JobStatus
from openeo_desktop.models.navigation import Place
from openeo_desktop.services.spawner import Spawn, raising
from openeo_desktop.ui.accounts.certificates import CertificateIntents
from openeo_desktop.ui.details.details_pane import DetailsPane
from openeo_desktop.ui.details.process_pane import ProcessPane
from openeo_desktop.ui.downloads.downloads_pane import DownloadsPane
from openeo_desktop.ui.jobs.jobs_pane import JobsPane
from openeo_desktop.ui.jobs.search_entry import SearchEntry
from openeo_desktop.ui.jobs.selected_jobs import SelectedJobs
from openeo_desktop.ui.kit.dialog_geometry import remember_geometry
from openeo_desktop.ui.kit.toast import Toast
from openeo_desktop.ui.log.log_pane import LogPane
from openeo_desktop.ui.look.icons import Icon, app_icon
from openeo_desktop.ui.palette.window_palette import WindowPalette
from openeo_desktop.ui.results.results_pane import ResultsPane
from openeo_desktop.ui.window.actions import WindowActions
from openeo_desktop.ui.window.navigation_pane import NavigationPane
from openeo_desktop.ui.window.pause_switch import PauseSwitch
from openeo_desktop.ui.window.process_drop import ProcessDrop
from openeo_desktop.ui.window.reset_layout import ResetLayout
from openeo_desktop.ui.window.status_bar import StatusBar
from openeo_desktop.ui.window.window_bars import WindowToolBar, build_menus, job_menu
from openeo_desktop.ui.window.window_dialogs import WindowDialogs
from openeo_desktop.ui.window.window_docks import COMPACT_BELOW, WindowDocks
from openeo_desktop.ui.window.window_geometry import GEOMETRY_KEY, place_window
from openeo_desktop.ui.window.window_notices import WindowNotices
from openeo_desktop.ui.window.window_sight import WindowSight

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services
    from openeo_desktop.ui.new_job.new_job_dialog import NewJobDialog

Pane = Literal["details", "process", "results", "log", "downloads", "navigation"]
PLACE_KEY = "window.place"
SAVE_MS = 1500


class MainWindow(QMainWindow):
    """The window of the app.

    Signals: `quit_requested()` when the person closes it. The window stays as it is then: whoever
    made it hides it and ends the app (hiding in `closeEvent` would end the loop too early).
    """

    quit_requested = Signal()

    def __init__(self, services: Services, spawn: Spawn) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(self.tr("openEO Desktop"))
        self.setWindowIcon(app_icon())
        self._services = services
        self._spawn = spawn
        self.on_close: Callable[[], None] = self.leave
        self.actions_ = WindowActions(self)
        self.dialogs = WindowDialogs(services, spawn, self)
        self.drop = ProcessDrop(self)
        WindowSight(self, services.sync)
        self.certificates = CertificateIntents(services, spawn, self, self.show_notice)
        self._make_panes()
        self._make_bars()
        self._make_docks()
        self._selected = SelectedJobs(services, spawn, self.jobs_pane, self.actions_, self)
        self._connect_actions()
        self._connect_panes()
        self.notices = WindowNotices(services, spawn, self)
        self.palette_ = WindowPalette(services, spawn, self)
        self._restore()

    # What the app and the demo drive.

    def select_job(self, key: JobKey) -> None:
        """Select a job in the table; all panes show it."""
        self.jobs_pane.select(key)

    def show_pane(self, name: Pane) -> None:
        """Bring a pane to the front."""
        self.docks.show(name)

    def open_new_job(self, text: str = "", title: str = "") -> NewJobDialog:
        """Open the dialog for a new job, with a process graph or the last draft in it."""
        return self.dialogs.open_new_job(text, title, self.jobs_pane.place.account)

    def open_account(self, account_id: AccountId | None = None) -> None:
        """Open the dialog to add an account, or to sign in to one again."""
        self.dialogs.open_account(account_id)

    def open_history(self) -> None:
        """Open the dialog for what is kept, and for how long."""
        self.dialogs.open_history(self.jobs_pane)

    def show_notice(self, text: str) -> None:
        """A short notice at the bottom."""
        self.toast.show_notice(text)

    def save_state(self) -> None:
        """Remember size, docks, columns and place (in memory; the services write it)."""
        settings = self._services.settings
        remember_geometry(self, settings, GEOMETRY_KEY)
        self.docks.save()
        settings.set(PLACE_KEY, self.jobs_pane.place.to_text())

    # Parts.

    def _make_panes(self) -> None:
        services, spawn, settings = self._services, self._spawn, self._services.settings
        self.jobs_pane = JobsPane(services, spawn, self)
        self.setCentralWidget(self.jobs_pane)
        self.navigation_pane = NavigationPane(services.accounts)
        self.navigation_pane.show_views(self.jobs_pane.viewing)
        self.log_pane = LogPane(services, spawn, settings)
        self.downloads_pane = DownloadsPane(services, spawn, settings)
        self.details_pane = DetailsPane(services, spawn, self.actions_)
        self.process_pane = ProcessPane(services, spawn)
        self.results_pane = ResultsPane(services, spawn, settings)

    def _make_bars(self) -> None:
        self.tool_bar = WindowToolBar(self.actions_, self)
        self.addToolBar(self.tool_bar)
        self.search = self.tool_bar.search
        self.status_bar = StatusBar(self._services, self)
        self.setStatusBar(self.status_bar)
        PauseSwitch(self._services.sync, self.actions_.pause_sync, self.status_bar.resume_button)
        self.toast = Toast(self)

    def _make_docks(self) -> None:
        self.docks = WindowDocks(self, self._services.settings)
        panes: tuple[tuple[Pane, str, Icon, QWidget], ...] = (
            ("navigation", self.tr("Navigation"), Icon.ALL_JOBS, self.navigation_pane),
            ("log", self.tr("Log"), Icon.LOG, self.log_pane),
            ("downloads", self.tr("Downloads"), Icon.DOWNLOAD, self.downloads_pane),
            ("details", self.tr("Details"), Icon.DETAILS, self.details_pane),
            ("process", self.tr("Process"), Icon.PROCESS, self.process_pane),
            ("results", self.tr("Results"), Icon.RESULTS, self.results_pane),
        )
        for name, title, mark, pane in panes:
            self.docks.add(name, title, mark, pane)
        build_menus(self, self.actions_, self.docks.toggle_actions(), self.jobs_pane.looks)
        self._save_timer = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._save_timer.timeout.connect(self.save_state)

    def _connect_actions(self) -> None:
        actions = self.actions_
        for action, slot in (
            (actions.new_job, self._on_new_job),
            (actions.open_file, self.dialogs.choose_file),
            (actions.add_account, self.dialogs.add_account),
            (actions.account_details, self._on_account_details),
            (actions.trust_file, self.certificates.choose),
            (actions.trust_system, self.certificates.forget),
            (actions.history, self.open_history),
            (actions.settings, lambda: self.dialogs.open_settings(actions)),
            (actions.diagnostics, self.dialogs.open_diagnostics),
            (actions.quit, self.leave),
            (actions.rename, self.jobs_pane.rename.start),
            (actions.refresh_job, self._on_refresh_job),
            (actions.refresh, self._on_refresh),
            (actions.find, self.tool_bar.focus_search),
            (actions.reset_layout, ResetLayout(self, self.docks).reset),
            (actions.about, self.dialogs.open_about),
        ):
            action.triggered.connect(slot)
        self.jobs_pane.table.own(actions.delete, actions.rename)

    def _connect_panes(self) -> None:
        jobs, navigation = self.jobs_pane, self.navigation_pane
        SearchEntry(self.search, jobs)
        jobs.current_changed.connect(self._on_current_changed)
        jobs.job_activated.connect(self._on_job_activated)
        jobs.menu_requested.connect(lambda at: job_menu(self.actions_, self).popup(at))
        jobs.new_job_requested.connect(self._on_new_job)
        jobs.show_all_requested.connect(self._on_show_all)
        jobs.text_wanted.connect(self.search.set_search)
        jobs.place_wanted.connect(navigation.go_to)
        jobs.notice_wanted.connect(self.show_notice)
        navigation.place_chosen.connect(self._on_place_chosen)
        self.dialogs.follow_navigation(navigation)
        self.details_pane.full_log_requested.connect(self._on_full_log_requested)
        self.process_pane.new_job_requested.connect(self.open_new_job)
        self.log_pane.node_requested.connect(self._on_node_requested)
        self.results_pane.log_requested.connect(self._on_full_log_requested)
        self.docks.count("results", self.results_pane.count_changed)
        self.docks.count("log", self.log_pane.new_errors)
        self.docks.count("downloads", self.downloads_pane.open_count_changed)
        self.downloads_pane.job_requested.connect(self.select_job)
        self.status_bar.downloads_requested.connect(lambda: self.show_pane("downloads"))
        self.dialogs.job_created.connect(self._on_job_created)
        self.dialogs.file_chosen.connect(lambda path: self.drop.read(Path(path)))
        self.drop.dropped.connect(self.open_new_job)
        self.drop.failed.connect(lambda error: self._spawn(raising(error), "read the file"))
        stop = self._services.accounts.changed.connect(self._on_accounts_changed)
        self.destroyed.connect(stop)
        self._on_accounts_changed(None)

    # Size and place.

    def _restore(self) -> None:
        settings = self._services.settings
        place_window(self, settings)
        self.docks.restore(compact=self.width() < COMPACT_BELOW)
        self.tool_bar.follow_width(self.width())
        place = Place.from_text(settings.get(PLACE_KEY, ""))
        self.navigation_pane.set_place(place)
        if self.navigation_pane.place != Place():
            self.jobs_pane.set_place(self.navigation_pane.place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._follow_width()
            self._save_timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:
            self.jobs_pane.stack.take_focus()
        self._follow_width()

    def _follow_width(self) -> None:
        self.docks.follow_width(self.width())
        self.tool_bar.follow_width(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.save_state()
        self.on_close()

    def leave(self) -> None:
        """End the app, whatever closing the window means."""
        self.save_state()
        self.quit_requested.emit()

    def shut_down(self) -> None:
        """The app ends: hear no more events."""
        self._save_timer.stop()
        self.jobs_pane.shut_down()
        self.log_pane.shut_down()

    # Slots.

    def _on_current_changed(self, key: JobKey | None) -> None:
        for pane in (self.details_pane, self.process_pane, self.results_pane, self.log_pane):
            pane.set_job(key)

    def _on_job_activated(self, _key: JobKey) -> None:
        job = self.details_pane.job
        finished = job is not None and job.status is JobStatus.FINISHED
        self.show_pane("results" if finished else "details")

    def _on_new_job(self) -> None:
        self.open_new_job()

    def _on_job_created(self, key: JobKey) -> None:
        self._on_show_all()
        self.jobs_pane.select(key, focus=True)

    def _on_account_details(self) -> None:
        self.dialogs.open_account_details(self.jobs_pane.place.account)

    def _on_node_requested(self, path: object) -> None:
        self.show_pane("process")
        self.process_pane.show_node(path)

    def _on_refresh_job(self) -> None:
        self.details_pane.refresh()
        self.log_pane.refresh()

    def _on_refresh(self) -> None:
        self._spawn(self._services.sync.refresh_now(), "list the jobs again")
        self.details_pane.refresh()

    def _on_place_chosen(self, place: Place) -> None:
        self.jobs_pane.set_place(place)
        self._save_timer.start()

    def _on_show_all(self) -> None:
        self.search.clear_search()
        self.navigation_pane.set_place(Place())
        self.jobs_pane.set_place(Place())

    def _on_full_log_requested(self) -> None:
        self.show_pane("log")
        self.log_pane.show_all()

    def _on_accounts_changed(self, _change: object) -> None:
        self.actions_.follow_accounts(self._services.accounts.statuses())
