"""A command's way to its back-end: the account that is stored, or name and password given now."""

from __future__ import annotations

import getpass
import os
import signal
import sys

from openeo_desktop.api.urls import is_plain_http, normalise_user_url
from openeo_desktop.core.accounts import Account
from openeo_desktop.core.errors import InputError, NotFoundError, SignInNeeded, SignInRefused
from openeo_desktop.core.jobs import Job, JobId, JobKey
from openeo_desktop.headless.output import Output
from openeo_desktop.services.services import Services

PASSWORD_VARIABLE = "OPENEO_DESKTOP_PASSWORD"


async def sign_in(services: Services, backend: str, user: str, output: Output) -> Account:
    """The account for this back-end, signed in.

    Args:
        backend: Its address, as typed.
        user: Name for basic sign-in; empty takes the stored account.

    Raises:
        SignInNeeded: No name is given and no account is stored, or there is no password.
        SignInRefused: Wrong name or password.
        InputError, UnreachableError: The address is none, or nothing answers.
    """
    url = normalise_user_url(backend)
    if is_plain_http(url):
        output.remark(f"Warning: the connection to {url} is not encrypted.")
    stored = _stored(services, url, user)
    if stored is not None and await _signed_in(services, stored):
        return stored
    if not user:
        user = stored.user if stored else ""
    if not user:
        raise SignInNeeded(
            f"There is no stored account for {url}.",
            f"Give --user NAME, and the password when asked or in {PASSWORD_VARIABLE}.",
        )
    return await services.accounts.sign_in_basic(url, user, _password(user), remember=False)


def _stored(services: Services, url: str, user: str) -> Account | None:
    for status in services.accounts.statuses():
        account = status.account
        same = url in (account.user_url, account.api_base)
        if same and user in ("", account.user):
            return account
    return None


async def _signed_in(services: Services, account: Account) -> bool:
    """Whether the kept password still works; a password given now goes before it."""
    if os.environ.get(PASSWORD_VARIABLE):
        return False
    try:
        await services.accounts.user(account.id)
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
            f"See the ids: openeo-desktop jobs --backend {account.user_url}",
        ) from None


def _password(user: str) -> str:
    given = os.environ.get(PASSWORD_VARIABLE)
    if given:
        return given
    if not sys.stdin.isatty():
        raise SignInNeeded(
            f"There is no password for {user}.", f"Set {PASSWORD_VARIABLE} or use a terminal."
        )
    # asyncio's own handler would only cancel the task, and the prompt would go on waiting.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return getpass.getpass(f"Password of {user}: ")
    except EOFError:
        raise SignInNeeded(f"There is no password for {user}.", "Try again and type it.") from None
    finally:
        signal.signal(signal.SIGINT, before)
