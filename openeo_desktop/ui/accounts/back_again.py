"""Asks again when a back-end that did not answer is back, so that no old banner stays.

That is as well after a sign-in: what was refused before it is asked for again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, SignalInstance

from openeo_desktop.core.accounts import AccountState
from openeo_desktop.core.errors import AppError, SignInError, UnreachableError
from openeo_desktop.core.jobs import JobKey

if TYPE_CHECKING:
    from openeo_desktop.services.accounts import AccountsService


class _Asking(Protocol):
    """What asks the back-end about one job, as `LogFeed` and `JobWatch` do."""

    @property
    def key(self) -> JobKey | None: ...


class BackAgain(QObject):
    """Follows one who asks; `ask_again` is called once for each failure that is over.

    A refused sign-in is over when the account was away and is online: a right that is missing,
    while all else works, would be asked for again and again.
    """

    def __init__(
        self,
        asking: _Asking,
        outcomes: tuple[SignalInstance, SignalInstance],
        accounts: AccountsService,
        ask_again: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._asking = asking
        self._accounts = accounts
        self._ask_again = ask_again
        self._failed: JobKey | None = None
        self._was_away = False
        failed, answered = outcomes
        failed.connect(self._on_failed)
        answered.connect(self._on_answered)
        self.destroyed.connect(accounts.changed.connect(self._on_accounts_changed))

    def _on_failed(self, error: AppError) -> None:
        passes = isinstance(error, (UnreachableError, SignInError))
        self._failed = self._asking.key if passes else None
        self._was_away = isinstance(error, UnreachableError) or not self._is_online()

    def _on_answered(self) -> None:
        self._failed = None

    def _on_accounts_changed(self, _change: object) -> None:
        if self._failed is None or self._failed != self._asking.key:
            return
        if not self._is_online():
            self._was_away = True
        elif self._was_away:
            self._failed = None
            self._ask_again()

    def _is_online(self) -> bool:
        status = self._accounts.status(self._failed.account_id) if self._failed else None
        return status is not None and status.state is AccountState.ONLINE
