"""Accounts: which there are and how they are, with the way to each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from openeo_desktop.core.accounts import AccountId, AccountStatus
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.ui.accounts.account_texts import state_words
from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.settings.settings_page import SettingsPage, tr
from openeo_desktop.ui.window.actions import WindowActions

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


class AccountsPage(SettingsPage):
    """Signals: `account_wanted(AccountId)`."""

    account_wanted = Signal(object)

    def __init__(self, services: Services, actions: WindowActions, parent: QWidget) -> None:
        super().__init__(tr("Accounts"), Icon.ACCOUNT, services.settings, parent)
        self._accounts = services.accounts
        card = self.card(tr("Your accounts"))
        self._holder = QWidget(card)
        self._rows = QVBoxLayout(self._holder)
        self._rows.setContentsMargins(0, 0, 0, 0)
        card.whole(self._holder)
        add = self.button(tr("&Add account…"), Icon.ACCOUNT_ADD, actions.add_account.trigger)
        card.wide(add)
        card.hint(
            tr(
                "Sign-in, title, order, automatic downloads and removal are with each account. "
                "Passwords and tokens are kept in the keychain of the system alone."
            )
        )
        self.destroyed.connect(services.accounts.changed.connect(self._on_changed))
        self.follow()

    def follow(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for status in self._accounts.statuses():
            self._rows.addWidget(self._row(status))

    def _on_changed(self, _change: object) -> None:
        if self.isVisible():
            self.follow()

    def _row(self, status: AccountStatus) -> QWidget:
        row = QWidget(self._holder)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        title = visible_text(status.account.title)
        line.addWidget(ElidedLabel(title, row), 2)
        line.addWidget(
            ElidedLabel(state_words(status), row, mode=Qt.TextElideMode.ElideRight, muted=True), 1
        )
        button = outlined_button(tr("Account…"), None, row)
        button.setAccessibleName(tr("Account {title}").format(title=title))
        button.clicked.connect(self._opener(status.account.id))
        line.addWidget(button)
        return row

    def _opener(self, account_id: AccountId) -> Callable[[], None]:
        return lambda: self.account_wanted.emit(account_id)
