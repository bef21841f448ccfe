"""What the person asks of accounts; asked back before something is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.job_query import JobQuery
from openeo_desktop.services.spawner import Spawn, raising
from openeo_desktop.ui.accounts.account_menu import AccountRequests
from openeo_desktop.ui.accounts.remove_account import ask_remove

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


class AccountIntents(QObject):
    """Turns the requests of the navigation and of the details into calls of the services.

    Signals: `sign_in_wanted(AccountId)` and `details_wanted(AccountId)`: dialogs of the window.
    """

    sign_in_wanted = Signal(object)
    details_wanted = Signal(object)

    def __init__(self, services: Services, spawn: Spawn, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._spawn = spawn
        self._window = window
        if services.local is not None:
            self.destroyed.connect(services.local.failed.connect(self._on_local_failed))

    def follow(self, requests: AccountRequests) -> None:
        """Hear the requests of one more place."""
        requests.sign_in_requested.connect(self.sign_in_wanted)
        requests.details_requested.connect(self.details_wanted)
        requests.sign_out_requested.connect(self.sign_out)
        requests.remove_requested.connect(self.remove)
        requests.refresh_requested.connect(self.refresh)
        requests.enable_requested.connect(self.set_enabled)
        requests.start_requested.connect(self.start_local)
        requests.downloads_requested.connect(self.choose_downloads)

    def sign_out(self, account_id: AccountId) -> None:
        """End the session; nothing is lost."""
        self._spawn(self._services.accounts.sign_out(account_id), "sign out")

    def refresh(self, account_id: AccountId) -> None:
        """List its jobs again."""
        self._spawn(self._services.sync.refresh_now(account_id), "list the jobs again")

    def start_local(self, _account_id: AccountId) -> None:
        """Start the back-end of this computer, which has stopped."""
        self._spawn(self._services.local.start(), "start the back-end of this computer")

    def choose_downloads(self, account_id: AccountId) -> None:
        """Which files of its jobs come by themselves."""
        from openeo_desktop.ui.downloads.auto_download_dialog import AutoDownloadDialog

        account = self._services.accounts.account(account_id)
        if account is not None:
            dialog = AutoDownloadDialog(self._services.auto_downloads, account, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _on_local_failed(self, error: AppError) -> None:
        """It ended by itself and could not be started again: shown like every other error."""
        self._spawn(raising(error), "keep the back-end of this computer running")

    def set_enabled(self, account_id: AccountId, enabled: bool) -> None:
        """Switch an account on or off; nothing is lost."""
        what = "switch the account on" if enabled else "switch the account off"
        self._spawn(self._services.accounts.set_enabled(account_id, enabled), what)

    def reorder(self, account_ids: Sequence[AccountId]) -> None:
        """Another order in the navigation."""
        self._spawn(self._services.accounts.reorder(account_ids), "reorder the accounts")

    def remove(self, account_id: AccountId) -> None:
        """Remove the account, with its history or without, after a question that counts jobs."""
        self._spawn(self._ask_remove(account_id), "remove the account")

    async def _ask_remove(self, account_id: AccountId) -> None:
        listing = await self._services.jobs.listing(JobQuery(account=account_id))
        account = self._services.accounts.account(account_id)
        if account is not None:
            ask_remove(self._window, account, listing.total, self._remover(account_id))

    def _remover(self, account_id: AccountId) -> Callable[[bool], None]:
        def remove(keep_history: bool) -> None:
            work = self._services.accounts.remove(account_id, keep_history=keep_history)
            self._spawn(work, "remove the account")

        return remove
