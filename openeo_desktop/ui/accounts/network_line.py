"""One line of a dialog that is kept true: why the back-end of the chosen account cannot be asked.

It goes by itself when the back-end answers again; what the dialog says meanwhile is left alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.ui.accounts.why_not_now import why_not_now
from openeo_desktop.ui.kit.message_bar import MessageBar

if TYPE_CHECKING:
    from openeo_desktop.services.accounts import AccountsService


class NetworkLine(QObject):
    """Follows the account that is chosen in a dialog, until that is closed.

    Args:
        account_id: Tells which one; None while there is none.
        bar: Shows the reason, unless something else is said there.
        comfort: Said behind the reason: that nothing is lost.

    Signals: `changed()` when there is another reason, or none any more.
    """

    changed = Signal()

    def __init__(
        self,
        dialog: QDialog,
        accounts: AccountsService,
        account_id: Callable[[], AccountId | None],
        bar: MessageBar,
        comfort: str,
    ) -> None:
        super().__init__(dialog)
        self.reason = ""
        self._accounts = accounts
        self._bar = bar
        self._comfort = comfort
        self._account_id = account_id
        self._said = ""
        self._stop = accounts.changed.connect(self._on_accounts_changed)
        self.destroyed.connect(self._stop)
        dialog.finished.connect(self._on_finished)

    def _on_accounts_changed(self, _change: object) -> None:
        self.follow()

    def _on_finished(self) -> None:
        self._stop()

    def follow(self) -> None:
        """Another account was chosen, or something changed."""
        account_id = self._account_id()
        reason = "" if account_id is None else why_not_now(self._accounts.status(account_id))
        if reason != self.reason:
            self.reason = reason
            self._say()
            self.changed.emit()

    def _say(self) -> None:
        silent = self._bar.isHidden() or self._bar.text() == self._said
        self._said = f"{self.reason} {self._comfort}" if self.reason else ""
        if self.reason and silent:
            self._bar.show_message("info", self._said)
        elif silent:
            self._bar.clear()
