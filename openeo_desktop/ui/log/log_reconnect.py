"""Reads the log again when a back-end that did not answer is back, so that no old banner stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from openeo_desktop.core.accounts import AccountState
from openeo_desktop.core.errors import AppError, UnreachableError
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.models.log_feed import LogFeed

if TYPE_CHECKING:
    from openeo_desktop.services.accounts import AccountsService


class LogReconnect(QObject):
    """Follows one feed; `refresh` is called once for each failure that is over."""

    def __init__(
        self,
        feed: LogFeed,
        accounts: AccountsService,
        refresh: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._feed = feed
        self._accounts = accounts
        self._refresh = refresh
        self._failed: JobKey | None = None
        feed.failed.connect(self._on_failed)
        feed.fetched.connect(self._on_fetched)
        self.destroyed.connect(accounts.changed.connect(self._on_accounts_changed))

    def _on_failed(self, error: AppError) -> None:
        self._failed = self._feed.key if isinstance(error, UnreachableError) else None

    def _on_fetched(self) -> None:
        self._failed = None

    def _on_accounts_changed(self, _change: object) -> None:
        key = self._failed
        if key is None or key != self._feed.key:
            return
        status = self._accounts.status(key.account_id)
        if status is not None and status.state is AccountState.ONLINE:
            self._failed = None
            self._refresh()
