"""What is said of an account: a sentence for its state, an icon, who may sign in. No widgets."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from PySide6.QtCore import QCoreApplication, QUrl

from openeo_desktop.core.accounts import Account, AccountState, AccountStatus
from openeo_desktop.core.formatting import format_exact, format_moment, visible_text
from openeo_desktop.core.sign_in import SignInMethod
from openeo_desktop.ui.look.icons import Icon

_ROLES = {
    AccountState.ONLINE: "success",
    AccountState.SIGNING_IN: "info",
    AccountState.NOT_ASKED: "muted",
    AccountState.OFFLINE: "warning",
    AccountState.NEEDS_SIGN_IN: "warning",
    AccountState.SIGNED_OUT: "muted",
    AccountState.ERROR: "error",
    AccountState.FAILED: "error",
    AccountState.DISABLED: "disabled",
    AccountState.HISTORY: "disabled",
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


def wants_retry(status: AccountStatus) -> bool:
    """Whether a «Try again» button helps: there is a session, and asking failed otherwise."""
    return status.state in (AccountState.ERROR, AccountState.FAILED)


def state_sentence(status: AccountStatus, now: dt.datetime) -> str:
    """One short line under the account's name; empty while all is well."""
    match status.state:
        case AccountState.ONLINE:
            return ""
        case AccountState.SIGNING_IN:
            return _tr("Signing in…")
        case AccountState.NOT_ASKED:
            return _tr("Not asked yet, paused") if status.paused else _tr("Not asked yet")
        case AccountState.OFFLINE:
            return _tr("Offline since {time}").format(time=since_when(status.since, now))
        case AccountState.NEEDS_SIGN_IN:
            return _tr("Sign in again to go on")
        case AccountState.ERROR:
            return _tr("Trouble with this back-end")
        case AccountState.FAILED:
            return _tr("A mistake in the app")
        case AccountState.DISABLED:
            return _tr("Switched off")
        case AccountState.HISTORY:
            return _tr("History only")
    return _tr("Not running") if status.account.is_local else _tr("Signed out")


def since_when(since: dt.datetime, now: dt.datetime) -> str:
    """A time that fits behind «since»: `11:27` today, else with its date."""
    local, today = since.astimezone(), now.astimezone()
    return f"{local:%H:%M}" if local.date() == today.date() else format_moment(since, now)


def state_words(status: AccountStatus) -> str:
    """The state in a sentence that also says what it means."""
    words = {
        AccountState.ONLINE: _tr("Online"),
        AccountState.SIGNING_IN: _tr("Signing in…"),
        AccountState.NOT_ASKED: _tr("Not asked since the start."),
        AccountState.OFFLINE: _tr("The back-end does not answer. Its history stays readable."),
        AccountState.NEEDS_SIGN_IN: _tr("Sign in again to go on. Its history stays readable."),
        AccountState.SIGNED_OUT: _tr("Signed out. Its history stays readable."),
        AccountState.ERROR: _tr("The back-end answers with errors."),
        AccountState.FAILED: _tr("Not asked: something went wrong inside the app. Try again."),
        AccountState.DISABLED: _tr("Switched off: nothing is asked of this back-end."),
        AccountState.HISTORY: _tr("Removed; the history of its jobs was kept."),
    }
    if status.state is AccountState.OFFLINE and status.account.is_local:
        return _tr("Not running. Its history stays readable.")
    if status.state is AccountState.NOT_ASKED and status.paused:
        return _tr("Not asked since the start: the synchronisation is paused.")
    return words[status.state]


def method_words(account: Account) -> str:
    """How one signs in to an account."""
    host = visible_text(QUrl(account.issuer).host() or account.provider)
    match account.method:
        case SignInMethod.BASIC:
            return _tr("User name and password")
        case SignInMethod.DEVICE_CODE:
            return _tr("{provider}, by a code").format(provider=host)
        case SignInMethod.AUTHORIZATION_CODE:
            return _tr("{provider}, in the browser").format(provider=host)
    return _tr("Client credentials at {provider}").format(provider=host)


def account_tip(status: AccountStatus) -> str:
    """All that is known, for the tool tip; plain text."""
    account = status.account
    lines = [visible_text(account.title), visible_text(account.api_base)]
    lines.append(_tr("User: {user}").format(user=visible_text(account.user)))
    lines += [state_words(status), visible_text(status.message[:500])]
    if status.last_sync is not None:
        time = format_exact(status.last_sync)
        lines.append(_tr("Jobs last listed: {time}").format(time=time))
    return "\n".join(line for line in lines if line)


def accounts_summary(statuses: tuple[AccountStatus, ...], now: dt.datetime) -> str:
    """The left of the status bar: `3 accounts, 2 online, 1 to sign in  ·  synchronised 12 s ago`.

    What is kept as history only is no account any more.
    """
    live = [status for status in statuses if status.state is not AccountState.HISTORY]
    if not live:
        return _tr("No account yet")
    numbers = Counter(status.state for status in live)
    online, count = numbers[AccountState.ONLINE], len(live)
    words = _tr("1 account") if count == 1 else _tr("{count} accounts").format(count=count)
    state = _tr("online") if online == count == 1 else _tr("{count} online").format(count=online)
    parts = [words, state]
    for kind, text in _trouble().items():
        if numbers[kind]:
            parts.append(text.format(count=numbers[kind]))
    return "  ·  ".join(part for part in (", ".join(parts), _freshness(statuses, now)) if part)


def _trouble() -> dict[AccountState, str]:
    return {
        AccountState.NEEDS_SIGN_IN: _tr("{count} to sign in"),
        AccountState.NOT_ASKED: _tr("{count} not asked yet"),
        AccountState.OFFLINE: _tr("{count} offline"),
        AccountState.ERROR: _tr("{count} with errors"),
        AccountState.FAILED: _tr("{count} not reached by a mistake in the app"),
        AccountState.DISABLED: _tr("{count} switched off"),
    }


def _freshness(statuses: tuple[AccountStatus, ...], now: dt.datetime) -> str:
    if any(status.syncing for status in statuses):
        return _tr("synchronising…")
    listed = max((s.last_sync for s in statuses if s.last_sync is not None), default=None)
    looked = max((s.last_look for s in statuses if s.last_look is not None), default=None)
    if looked is not None and (listed is None or looked > listed):
        return _tr("checked {time}").format(time=_ago(looked, now))
    return "" if listed is None else _tr("synchronised {time}").format(time=_ago(listed, now))


def _ago(moment: dt.datetime, now: dt.datetime) -> str:
    seconds = int((now - moment).total_seconds())
    if seconds < 60:
        return _tr("{count} s ago").format(count=max(0, seconds))
    return format_moment(moment, now)


def freshness_tip(statuses: tuple[AccountStatus, ...]) -> str:
    """When each account was listed whole, and its changing jobs looked at; plain text."""
    lines = []
    for status in statuses:
        if status.last_sync is None:
            continue
        title, listed = visible_text(status.account.title), format_exact(status.last_sync)
        line = _tr("{account}: all jobs listed {time}").format(account=title, time=listed)
        if status.last_look is not None and status.last_look > status.last_sync:
            looked = _tr("what changes was checked {time}")
            line += "; " + looked.format(time=format_exact(status.last_look))
        lines.append(line)
    return "\n".join(lines)
