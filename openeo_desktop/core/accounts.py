"""Accounts: who the person is on which back-end, and in which state that account is."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NewType

from openeo_desktop.core.sign_in import SignInMethod
from openeo_desktop.core.words import tr

AccountId = NewType("AccountId", str)


def make_account_id(api_base: str, provider: str, user: str) -> AccountId:
    """A stable id of (API base URL as resolved, authentication provider, user)."""
    digest = hashlib.sha256("\n".join((api_base, provider, user)).encode()).hexdigest()
    return AccountId(digest[:16])


LOCAL_TITLE = "This computer"
"""How the account of the embedded back-end is called until the person gives it another title."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account. `api_base` is what discovery resolved, never what was typed (`user_url`).

    `provider` is "basic" or the id of an OpenID provider (`GET /credentials/oidc`); `issuer`
    and `client_id` are then those of its session, never a secret. `user` is the name that was typed
    (basic) or the `user_id` of `GET /me`. `enabled` off: no requests. `history_only`: removed, but
    its jobs stay readable.
    """

    id: AccountId
    title: str
    user_url: str
    api_base: str
    provider: str
    user: str
    is_local: bool = False
    position: int = 0
    method: SignInMethod = SignInMethod.BASIC
    enabled: bool = True
    history_only: bool = False
    issuer: str = ""
    client_id: str = ""


def with_said_title(account: Account) -> Account:
    """The account as the window shows it: `LOCAL_TITLE` in the chosen language."""
    if account.is_local and account.title == LOCAL_TITLE:
        return dataclasses.replace(account, title=tr(LOCAL_TITLE))
    return account


def with_kept_title(account: Account) -> Account:
    """The account as the history keeps it: the language may be another one tomorrow."""
    if account.is_local and account.title == tr(LOCAL_TITLE):
        return dataclasses.replace(account, title=LOCAL_TITLE)
    return account


class AccountState(enum.Enum):
    """What the person is told about an account."""

    NOT_ASKED = "not asked yet"
    SIGNED_OUT = "signed out"
    SIGNING_IN = "signing in"
    ONLINE = "online"
    OFFLINE = "offline"
    NEEDS_SIGN_IN = "needs sign-in"
    ERROR = "error"
    FAILED = "failed inside the app"
    DISABLED = "disabled"
    HISTORY = "history"

    @property
    def is_at_rest(self) -> bool:
        """Nothing is asked of its back-end: the person switched it off, or kept only its jobs."""
        return self in (AccountState.DISABLED, AccountState.HISTORY)


@dataclass(frozen=True, slots=True)
class AccountStatus:
    """An account with its visible state; `since` is when the state began, UTC.

    `paused`: nothing is asked of its back-end by itself, only when the person wants it.
    `last_sync`: when the listing was last read whole; `last_look`: when the back-end was last asked
    about the jobs that change, which is more often (and is told with the next change only).
    """

    account: Account
    state: AccountState
    since: dt.datetime
    message: str = ""
    last_sync: dt.datetime | None = None
    syncing: bool = False
    paused: bool = False
    last_look: dt.datetime | None = None

    @property
    def is_at_rest(self) -> bool:
        """Nothing is asked of its back-end, not even while the person signs in to wake it."""
        return self.state.is_at_rest or self.account.history_only or not self.account.enabled


@dataclass(frozen=True, slots=True)
class UserInfo:
    """`GET /me` (openEO API 1.2, «User profile»).

    `budget` in the back-end's currency, None where there is no limit; `storage_free` and
    `storage_quota` in bytes; `links`: the first http(s) address for each relation.
    """

    user_id: str
    name: str = ""
    plan: str = ""
    budget: float | None = None
    raw: Mapping[str, object] = field(default_factory=dict, repr=False)
    storage_free: int | None = None
    storage_quota: int | None = None
    links: Mapping[str, str] = field(default_factory=dict)

    @property
    def payment_url(self) -> str:
        """Where to pay or to see the account, empty if the back-end names no place."""
        return self.links.get("payment", "")


@dataclass(frozen=True, slots=True)
class KeychainNotice:
    """Why sign-ins last only as long as the app runs, in words; told once in a run."""

    message: str
    hint: str = ""
