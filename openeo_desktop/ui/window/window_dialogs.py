"""The dialogs that the main window opens: one of each kind at a time, none of them modal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFileDialog, QMainWindow, QWidget

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.accounts.account_intents import AccountIntents
from openeo_desktop.ui.accounts.keychain_notices import KeychainNotices
from openeo_desktop.ui.files.start_folder import start_folder
from openeo_desktop.ui.window.navigation_pane import NavigationPane
from openeo_desktop.ui.window.session_end import session_end

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services
    from openeo_desktop.ui.accounts.account_dialog import AccountDialog
    from openeo_desktop.ui.history.history_transfer import ShownJobs
    from openeo_desktop.ui.new_job.job_draft import JobDraft
    from openeo_desktop.ui.new_job.new_job_dialog import NewJobDialog
    from openeo_desktop.ui.window.actions import WindowActions

FOLDER_KEY = "window.open_folder"


class WindowDialogs(QObject):
    """Signals: `job_created(JobKey)`; `signed_in(AccountId)`; `file_chosen(str)` path;
    `setting_chosen(str)` key.
    """

    job_created = Signal(object)
    signed_in = Signal(object)
    file_chosen = Signal(str)
    setting_chosen = Signal(str)

    def __init__(self, services: Services, spawn: Spawn, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._spawn = spawn
        self._window = window
        self._open: dict[str, QDialog] = {}
        self._keychain = KeychainNotices(services.accounts, window)
        self._intents = AccountIntents(services, spawn, window)
        self._intents.sign_in_wanted.connect(self.open_account)
        self._intents.details_wanted.connect(self.open_account_details)

    def open_new_job(
        self, text: str = "", title: str = "", account_id: AccountId | None = None
    ) -> NewJobDialog:
        """The dialog for a new job; one that is open takes the text (Undo brings its own back)."""
        from openeo_desktop.ui.new_job.new_job_dialog import NewJobDialog

        known = self._open.get("new job")
        if isinstance(known, NewJobDialog):
            if text:
                known.set_text(text)
                known.set_title(title)
            _to_front(known)
            return known
        dialog = NewJobDialog(self._services, self._spawn, self._window, text, title, account_id)
        dialog.job_created.connect(self.job_created)
        dialog.account_wanted.connect(self.open_account)
        session_end().began.connect(dialog.keep_draft)
        self._show("new job", dialog)
        return dialog

    def open_draft(self, draft: JobDraft) -> NewJobDialog:
        """The same with all that is known of the job; what stood there comes back with Undo."""
        fresh = () if "new job" in self._open else (draft.text, draft.title, draft.account_id)
        dialog = self.open_new_job(*fresh)
        dialog.take_draft(draft)
        return dialog

    def open_account(self, account_id: AccountId | None = None) -> AccountDialog:
        """Add an account, or sign in to a known one again."""
        from openeo_desktop.ui.accounts.account_dialog import AccountDialog

        name = f"account {account_id or ''}"
        known = self._open.get(name)
        if isinstance(known, AccountDialog):
            _to_front(known)
            return known
        dialog = AccountDialog(
            self._services,
            self._spawn,
            self._window,
            account_id=account_id,
            keychain_notice=self._keychain.last,
        )
        dialog.signed_in.connect(self.signed_in)
        self._show(name, dialog)
        return dialog

    def follow_navigation(self, navigation: NavigationPane) -> None:
        """Do what is asked of accounts there."""
        self._intents.follow(navigation.requests)
        navigation.reorder_requested.connect(self._intents.reorder)
        navigation.add_account_requested.connect(self.add_account)

    def add_account(self) -> None:
        """Add an account."""
        self.open_account()

    def open_account_details(self, account_id: AccountId | None) -> None:
        """Who one is there, and what can be done; None stands for the first account."""
        from openeo_desktop.ui.accounts.account_details_dialog import AccountDetailsDialog

        statuses = self._services.accounts.statuses()
        wanted = [s.account.id for s in statuses if account_id in (None, s.account.id)]
        if not wanted:
            return
        name = f"details {wanted[0]}"
        known = self._open.get(name)
        if known is not None:
            _to_front(known)
            return
        dialog = AccountDetailsDialog(self._services, self._spawn, wanted[0], self._window)
        self._intents.follow(dialog.requests)
        self._show(name, dialog)

    def open_history(self, shown: ShownJobs) -> None:
        """How much is kept and for how long; into a file and back."""
        from openeo_desktop.ui.history.history_dialog import HistoryDialog

        known = self._open.get("history")
        if known is not None:
            _to_front(known)
        else:
            dialog = HistoryDialog(self._services, self._spawn, shown, self._window)
            self._show("history", dialog)

    def open_settings(self, actions: WindowActions) -> None:
        """All choices, page by page."""
        from openeo_desktop.ui.settings.settings_dialog import SettingsDialog

        known = self._open.get("settings")
        if known is not None:
            _to_front(known)
            return
        exact_times = self._window.findChild(QAction, "exact_times")
        dialog = SettingsDialog(
            self._services,
            self._spawn,
            actions,
            self._window,
            exact_times if isinstance(exact_times, QAction) else None,
        )
        dialog.chosen.connect(self.setting_chosen)
        dialog.account_wanted.connect(self.open_account_details)
        self._show("settings", dialog)

    def open_diagnostics(self) -> None:
        """What a support request needs."""
        from openeo_desktop.ui.window.diagnostics import DiagnosticsDialog

        known = self._open.get("diagnostics")
        if known is not None:
            _to_front(known)
        else:
            dialog = DiagnosticsDialog(self._services, self._spawn, self._window)
            self._show("diagnostics", dialog)

    def open_shortcuts(self) -> None:
        """Which keys do what, read from the menus."""
        from openeo_desktop.ui.palette.shortcuts_dialog import ShortcutsDialog

        known = self._open.get("shortcuts")
        if known is not None:
            _to_front(known)
        elif isinstance(self._window, QMainWindow):
            self._show("shortcuts", ShortcutsDialog(self._window.menuBar(), self._window))

    def open_about(self) -> None:
        """Versions, licences, folders."""
        from openeo_desktop.ui.window.about_dialog import AboutDialog

        known = self._open.get("about")
        if known is not None:
            _to_front(known)
        else:
            self._show("about", AboutDialog(self._services.paths, self._window))

    def choose_file(self) -> None:
        """Choose a process graph's file."""
        folder = start_folder(self._services.settings.get(FOLDER_KEY, ""))
        dialog = QFileDialog(self._window, self.tr("Open a process graph"), folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("JSON files (*.json *.geojson)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._on_file_selected)
        self._show("file", dialog)

    def _on_file_selected(self, path: str) -> None:
        self._services.settings.set(FOLDER_KEY, str(Path(path).parent))
        self.file_chosen.emit(path)

    def _show(self, name: str, dialog: QDialog) -> None:
        self._open[name] = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._forget(name, dialog))
        dialog.open() if name == "file" else dialog.show()

    def _forget(self, name: str, dialog: QDialog) -> Callable[[], None]:
        def forget() -> None:
            if self._open.get(name) is dialog:
                del self._open[name]

        return forget


def _to_front(dialog: QDialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
