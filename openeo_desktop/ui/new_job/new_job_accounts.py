"""Which accounts a new job can be created with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openeo_desktop.core.accounts import Account, AccountState

if TYPE_CHECKING:
    from openeo_desktop.services.accounts import AccountsService

_SIGNED_IN = (
    AccountState.ONLINE,
    AccountState.OFFLINE,
    AccountState.ERROR,
    AccountState.FAILED,
    AccountState.NOT_ASKED,
)


def accounts_for_jobs(accounts: AccountsService) -> list[Account]:
    """Those with a session whose back-end lists batch jobs, in the person's order."""
    return [
        status.account
        for status in accounts.statuses()
        if status.state in _SIGNED_IN and accounts.supports(status.account.id, "POST", "/jobs")
    ]
