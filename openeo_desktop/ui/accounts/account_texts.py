"""What is said of an account: a sentence for its state, an icon, who may sign in. No widgets."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.accounts import Account, AccountState, AccountStatus
from openeo_desktop.core.formatting import format_exact, format_moment, visible_text
from openeo_desktop.ui.look.icons import Icon

_ROLES = {
    AccountState.ONLINE: "success",
    AccountState.SIGNING_IN: "info",
    AccountState.OFFLINE: "warning",
    AccountState.NEEDS_SIGN_IN: "warning",
    AccountState.SIGNED_OUT: "muted",
    AccountState.ERROR: "error",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Accounts", text)


def account_icon(account: Account) -> Icon:
    """The mark of an account."""
    return Icon.THIS_COMPUTER if account.is_local else Icon.BACK_END


def state_role(state: AccountState) -> str:
    """The colour role of a state; it never stands alone, the sentence says the same."""
    return _ROLES[state]


def wants_sign_in(status: AccountStatus) -> bool:
    """Whether a «Sign in» button helps."""
    asks = (AccountState.NEEDS_SIGN_IN, AccountState.SIGNED_OUT)
    return status.state in asks and not status.account.is_local


def state_sentence(status: AccountStatus, now: dt.datetime) -> str:
    """One short line under the account's name; empty while all is well."""
    match status.state:
        case AccountState.ONLINE:
            return ""
        case AccountState.SIGNING_IN:
            return _tr("Signing in…")
        case AccountState.OFFLINE:
            return _tr("Offline since {time}").format(time=format_moment(status.since, now))
        case AccountState.NEEDS_SIGN_IN:
            return _tr("Sign in again to go on")
        case AccountState.ERROR:
            return _tr("Trouble with this back-end")
    return _tr("Not running") if status.account.is_local else _tr("Signed out")


def account_tip(status: AccountStatus) -> str:
    """All that is known, for the tool tip; plain text."""
    account = status.account
    words = {
        AccountState.ONLINE: _tr("Online"),
        AccountState.SIGNING_IN: _tr("Signing in…"),
        AccountState.OFFLINE: _tr("The back-end does not answer. Its history stays readable."),
        AccountState.NEEDS_SIGN_IN: _tr("Sign in again to go on. Its history stays readable."),
        AccountState.SIGNED_OUT: _tr("Signed out. Its history stays readable."),
        AccountState.ERROR: _tr("The back-end answers with errors."),
    }
    lines = [visible_text(account.title), visible_text(account.api_base)]
    lines.append(_tr("User: {user}").format(user=visible_text(account.user)))
    lines += [words[status.state], visible_text(status.message[:500])]
    if status.last_sync is not None:
        time = format_exact(status.last_sync)
        lines.append(_tr("Jobs last listed: {time}").format(time=time))
    return "\n".join(line for line in lines if line)


def accounts_summary(statuses: tuple[AccountStatus, ...], now: dt.datetime) -> str:
    """The left of the status bar: `3 accounts, 2 online  ·  synchronised 12 s ago`."""
    if not statuses:
        return _tr("No account yet")
    online = sum(status.state is AccountState.ONLINE for status in statuses)
    count = len(statuses)
    words = _tr("1 account") if count == 1 else _tr("{count} accounts").format(count=count)
    state = _tr("online") if online == count == 1 else _tr("{count} online").format(count=online)
    return "  ·  ".join(part for part in (f"{words}, {state}", _freshness(statuses, now)) if part)


def _freshness(statuses: tuple[AccountStatus, ...], now: dt.datetime) -> str:
    if any(status.syncing for status in statuses):
        return _tr("synchronising…")
    times = [status.last_sync for status in statuses if status.last_sync is not None]
    if not times:
        return ""
    seconds = int((now - max(times)).total_seconds())
    if seconds < 60:
        return _tr("synchronised {count} s ago").format(count=max(0, seconds))
    moment = format_moment(max(times), now)
    return _tr("synchronised {time}").format(time=moment)
