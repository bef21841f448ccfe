"""Asks the back-end of the chosen account what it offers for a job beside the API."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.job_parameters import JobParameters
from openeo_desktop.services.job_parameters import job_parameters

if TYPE_CHECKING:
    from openeo_desktop.services.accounts import AccountsService
    from openeo_desktop.services.spawner import Spawn


class OfferedParameters(QObject):
    """Asks once for each account that is chosen; a back-end that does not answer is asked later.

    Signals: `found(JobParameters)` of the account that is chosen now, empty while they are asked.
    """

    found = Signal(object)

    def __init__(
        self,
        accounts: AccountsService,
        spawn: Spawn,
        account_id: Callable[[], AccountId | None],
        dialog: QDialog,
    ) -> None:
        super().__init__(dialog)
        self._accounts = accounts
        self._spawn = spawn
        self._account_id = account_id
        self._asked: AccountId | None = None
        self._known: dict[AccountId, JobParameters] = {}
        self._failed = False
        self._closed = False
        dialog.finished.connect(self._on_finished)

    def follow(self) -> None:
        """Another account may be chosen."""
        chosen = self._account_id()
        if chosen != self._asked:
            self._asked = chosen
            known = self._known.get(chosen) if chosen is not None else None
            self.found.emit(known or JobParameters())
            self._ask_if_unknown()

    def retry(self) -> None:
        """The back-end may answer again."""
        if self._failed:
            self._ask_if_unknown()

    def _ask_if_unknown(self) -> None:
        self._failed = False
        if self._asked is not None and self._asked not in self._known:
            self._spawn(self._ask(self._asked), "read what can be chosen for a job")

    async def _ask(self, account_id: AccountId) -> None:
        try:
            found = await job_parameters(self._accounts, account_id)
        except AppError:  # the dialog says by itself that the back-end does not answer
            self._failed = True
            return
        self._known[account_id] = found
        if self._asked == account_id and not self._closed:
            self.found.emit(found)

    def _on_finished(self) -> None:
        self._closed = True
