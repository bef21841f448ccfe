"""Accounts: who the person is on which back-end, and in which state that account is."""

from __future__ import annotations

import datetime as dt
import enum
import hashlib
from dataclasses import dataclass, field
from typing import NewType

AccountId = NewType("AccountId", str)


def make_account_id(api_base: str, provider: str, user: str) -> AccountId:
    """A stable id of (API base URL as resolved, authentication provider, user)."""
    digest = hashlib.sha256("\n".join((api_base, provider, user)).encode()).hexdigest()
    return AccountId(digest[:16])


@dataclass(frozen=True, slots=True)
class Account:
    """One account. `api_base` is what discovery resolved, never what was typed (`user_url`).

    `provider` is "basic" or the id of an OpenID Connect provider (`GET /credentials/oidc`).
    """

    id: AccountId
    title: str
    user_url: str
    api_base: str
    provider: str
    user: str
    is_local: bool = False
    position: int = 0


class AccountState(enum.Enum):
    """What the person is told about an account."""

    SIGNED_OUT = "signed out"
    SIGNING_IN = "signing in"
    ONLINE = "online"
    OFFLINE = "offline"
    NEEDS_SIGN_IN = "needs sign-in"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class AccountStatus:
    """An account with its visible state; `since` is when the state began, UTC."""

    account: Account
    state: AccountState
    since: dt.datetime
    message: str = ""
    last_sync: dt.datetime | None = None
    syncing: bool = False


@dataclass(frozen=True, slots=True)
class UserInfo:
    """`GET /me` (openEO API 1.2, «User profile»); `budget` in the back-end's currency."""

    user_id: str
    name: str = ""
    plan: str = ""
    budget: float | None = None
    raw: dict[str, object] = field(default_factory=dict, repr=False)
