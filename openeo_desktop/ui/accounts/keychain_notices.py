"""Tells once that there is no keychain, and remembers it for the dialogs that ask for a sign-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.accounts import KeychainNotice
from openeo_desktop.ui.kit.toast import Toast

if TYPE_CHECKING:
    from openeo_desktop.services.accounts import AccountsService

SHOW_MS = 30_000


class KeychainNotices(QObject):
    """A notice at the bottom of the window; it stays while the pointer is on it."""

    def __init__(self, accounts: AccountsService, window: QWidget) -> None:
        super().__init__(window)
        self._toast = Toast(window, show_ms=SHOW_MS)
        self._toast.setObjectName("keychain_notice")
        self.last: KeychainNotice | None = None
        self.destroyed.connect(accounts.keychain_notice.connect(self._on_notice))

    def _on_notice(self, notice: KeychainNotice) -> None:
        if notice != self.last:
            self.last = notice
            self._toast.show_notice(f"{notice.message} {notice.hint}".strip())
