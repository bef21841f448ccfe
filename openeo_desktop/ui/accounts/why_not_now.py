"""Why nothing can be asked of a back-end now, in one sentence: for tool tips and empty states.

An account that synchronises slowly, or whose synchronisation is paused, is no reason. No widgets.
"""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.accounts import AccountState, AccountStatus
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.times import utc_now
from openeo_desktop.ui.accounts.account_texts import since_when


def _tr(text: str) -> str:
    return QCoreApplication.translate("WhyNotNow", text)


def why_not_now(status: AccountStatus | None, now: dt.datetime | None = None) -> str:
    """Why an action that needs the back-end cannot be done now; empty where it can be tried.

    Args:
        status: Of the account; None if there is none such (any more).
        now: UTC, to say a time of today without its date.
    """
    if status is None:
        return _tr("The account of this is no longer there.")
    if status.account.is_local and status.state in (AccountState.OFFLINE, AccountState.SIGNED_OUT):
        return _tr("The back-end of this computer is not running.")
    text = _reasons().get(status.state, "")
    return text.format(
        account=visible_text(status.account.title),
        time=since_when(status.since, now or utc_now()),
    )


def _reasons() -> dict[AccountState, str]:
    sign_in = _tr("Sign in to «{account}» first.")
    return {
        AccountState.OFFLINE: _tr("Needs the network: «{account}» is offline since {time}."),
        AccountState.SIGNED_OUT: sign_in,
        AccountState.NEEDS_SIGN_IN: sign_in,
        AccountState.SIGNING_IN: _tr("Signing in to «{account}»…"),
        AccountState.DISABLED: _tr("«{account}» is switched off. Switch it on first."),
        AccountState.HISTORY: _tr("Only the history of «{account}» is here."),
    }


def is_offline(status: AccountStatus | None) -> bool:
    """Whether the back-end is known not to answer; what is here stays readable."""
    return status is not None and status.state is AccountState.OFFLINE


def offline_words(status: AccountStatus | None, now: dt.datetime | None = None) -> str:
    """`Offline since 14:05`; empty while the back-end answers."""
    if status is None or not is_offline(status):
        return ""
    if status.account.is_local:
        return _tr("The back-end of this computer is not running")
    return _tr("Offline since {time}").format(time=since_when(status.since, now or utc_now()))
