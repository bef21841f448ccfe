"""A command's way to its back-end: the account that is stored, or name and password given now."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Sequence

from openeo_desktop.api.urls import is_plain_http, normalise_user_url
from openeo_desktop.core.accounts import Account
from openeo_desktop.core.errors import InputError, NotFoundError, SignInNeeded, SignInRefused
from openeo_desktop.core.jobs import Job, JobId, JobKey
from openeo_desktop.core.sign_in import SignInMethod
from openeo_desktop.headless.output import Output
from openeo_desktop.headless.prompts import ask_secret
from openeo_desktop.services.services import Services

PASSWORD_VARIABLE = "OPENEO_DESKTOP_PASSWORD"


async def sign_in(services: Services, backend: str, user: str, output: Output) -> Account:
    """The account for this back-end, signed in.

    Args:
        backend: Its address, as typed.
        user: Which of several accounts, or the name for basic sign-in.

    Raises:
        SignInNeeded: No name is given and no account is stored, or there is no password.
        SignInRefused: Wrong name or password.
        InputError: The address is none, or several accounts are stored for it.
        UnreachableError: Nothing answers.
    """
    url = normalise_user_url(backend)
    if is_plain_http(url):
        output.remark(f"Warning: the connection to {url} is not encrypted.")
    found = at_back_end(services, url, user)
    basic = [account for account in found if account.method is SignInMethod.BASIC]
    if os.environ.get(PASSWORD_VARIABLE) and (user or len(basic) == len(found) == 1):
        return await _with_password(services, url, user or basic[0].user)
    stored = choose(found)
    if stored is not None and await _signed_in(services, stored):
        return stored
    if stored is not None and stored.method is not SignInMethod.BASIC:
        raise SignInNeeded(
            f"{stored.title} asks for sign-in.", f"Do it with: openeo-desktop login --backend {url}"
        )
    if not user:
        user = stored.user if stored else ""
    if not user:
        raise SignInNeeded(
            f"There is no stored account for {url}.",
            f"Sign in with: openeo-desktop login --backend {url}. Or give --user NAME, and the "
            f"password when asked or in {PASSWORD_VARIABLE}.",
        )
    return await _with_password(services, url, user)


def options_of(account: Account) -> str:
    """The options that lead another command to the same account."""
    user = f" --user {shlex.quote(account.user)}" if account.user else ""
    return f"--backend {shlex.quote(account.user_url)}{user}"


def at_back_end(
    services: Services, url: str, user: str = "", *, also_removed: bool = False
) -> list[Account]:
    """The stored accounts at an address, of one user if a name is given.

    Args:
        also_removed: Those too of which only the history is here.

    Raises:
        InputError: It is no address.
    """
    address = normalise_user_url(url)
    accounts = [status.account for status in services.accounts.statuses()]
    return [
        account
        for account in accounts
        if address in (account.user_url, account.api_base)
        and user in ("", account.user)
        and (also_removed or not account.history_only)
    ]


def choose(accounts: Sequence[Account]) -> Account | None:
    """The one account, None if there is none.

    Raises:
        InputError: There are several.
    """
    if len(accounts) > 1:
        names = "; ".join(
            f"{account.user} ({account.method.value}, id {account.id})" for account in accounts
        )
        raise InputError(
            f"There are {len(accounts)} accounts: {names}.", "Say which one with --user NAME."
        )
    return accounts[0] if accounts else None


async def _with_password(services: Services, url: str, user: str) -> Account:
    """For this command alone; what the keychain holds stays."""
    question = f"Password of {user}: "
    password = ask_secret(question, f"password for {user}", PASSWORD_VARIABLE)
    return await services.accounts.sign_in_basic(url, user, password, remember=False)


async def _signed_in(services: Services, account: Account) -> bool:
    """Whether what is kept still works."""
    try:
        await services.accounts.connection(account.id)
    except SignInNeeded:
        return False
    except SignInRefused:
        if not sys.stdin.isatty():
            raise
        return False
    return True


async def find_job(services: Services, account: Account, job_id: str) -> Job:
    """The job of this id, as the back-end knows it now.

    Raises:
        InputError: There is none.
        AppError: The back-end cannot be asked.
    """
    try:
        return await services.jobs.refresh(JobKey(account.id, JobId(job_id)))
    except NotFoundError:
        raise InputError(
            f"There is no job '{job_id}' at {account.user_url}.",
            f"See the ids: openeo-desktop jobs {options_of(account)}",
        ) from None
