"""One background task for each account that is not at rest: begun and ended as accounts change."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.services.account_states import AccountsChanged
from openeo_desktop.services.accounts import AccountsService


class AccountTasks:
    """Runs `work(account_id)` for each account as long as it is there and enabled."""

    def __init__(
        self,
        name: str,
        accounts: AccountsService,
        work: Callable[[AccountId], Coroutine[Any, Any, None]],
    ) -> None:
        self._name = name
        self._accounts = accounts
        self._work = work
        self._tasks: dict[AccountId, asyncio.Task[None]] = {}
        self._disconnect: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Also for accounts that are added later."""
        self._disconnect = self._accounts.changed.connect(self._on_accounts_changed)
        self._on_accounts_changed(AccountsChanged(self._accounts.statuses()))

    def _on_accounts_changed(self, change: AccountsChanged) -> None:
        wanted = {status.account.id for status in change.statuses if not status.is_at_rest}
        for account_id in wanted - self._tasks.keys():
            self._tasks[account_id] = asyncio.get_running_loop().create_task(
                self._work(account_id), name=f"{self._name} {account_id}"
            )
        for account_id in self._tasks.keys() - wanted:
            self._tasks.pop(account_id).cancel()

    async def close(self) -> None:
        """End them all; nothing that is still told begins a new one."""
        self._disconnect()
        tasks = list(self._tasks.values())
        self._tasks.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
