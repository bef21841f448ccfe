"""What the person asks of accounts in the navigation; asked back before something is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.jobs import confirm
from openeo_desktop.ui.window.navigation_pane import NavigationPane

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


class AccountIntents(QObject):
    """Sign out, remove, list again. Signing in is a dialog and belongs to the window."""

    def __init__(
        self, services: Services, spawn: Spawn, navigation: NavigationPane, window: QWidget
    ) -> None:
        super().__init__(window)
        self._services = services
        self._spawn = spawn
        self._window = window
        navigation.sign_out_requested.connect(self.sign_out)
        navigation.remove_requested.connect(self.remove)
        navigation.refresh_requested.connect(self.refresh)

    def sign_out(self, account_id: AccountId) -> None:
        """End the session; nothing is lost."""
        self._spawn(self._services.accounts.sign_out(account_id), "sign out")

    def remove(self, account_id: AccountId) -> None:
        """Remove the account and its history, after a question."""
        account = self._services.accounts.account(account_id)
        if account is not None:
            question = confirm.remove_account_question(account)
            confirm.ask(self._window, question, lambda: self._remove(account_id))

    def refresh(self, account_id: AccountId) -> None:
        """List its jobs again."""
        self._spawn(self._services.sync.refresh_now(account_id), "list the jobs again")

    def _remove(self, account_id: AccountId) -> None:
        self._spawn(self._services.accounts.remove(account_id), "remove the account")
