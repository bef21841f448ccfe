"""`openeo-desktop login`, `logout` and `accounts`: sign in once, and other commands find it."""

from __future__ import annotations

import os
from dataclasses import dataclass

from openeo_desktop.api.urls import is_plain_http, normalise_user_url
from openeo_desktop.core.accounts import Account, AccountState, AccountStatus, KeychainNotice
from openeo_desktop.core.errors import InputError, KeychainError, SignInNeeded
from openeo_desktop.core.sign_in import SignInMethod, SignInRequest
from openeo_desktop.core.times import format_time
from openeo_desktop.headless.output import Output
from openeo_desktop.headless.prompts import TerminalPrompts, ask_secret, ask_yes
from openeo_desktop.headless.session import PASSWORD_VARIABLE, at_back_end, choose
from openeo_desktop.services.back_ends import BackEndInfo
from openeo_desktop.services.services import Services

SECRET_VARIABLE = "OPENEO_DESKTOP_CLIENT_SECRET"


@dataclass(frozen=True, slots=True)
class LoginOptions:
    """What was given on the command line; `method` None: the one that the back-end prefers."""

    backend: str
    method: SignInMethod | None
    provider: str
    user: str
    client_id: str
    title: str
    keep: bool
    accept_terms: bool = False


async def login(services: Services, options: LoginOptions, output: Output) -> None:
    """Sign in, and keep the sign-in in the keychain.

    Raises:
        SignInNeeded: Signed in, but there is no keychain that would keep it.
        AppError: No sign-in.
    """
    url = normalise_user_url(options.backend)
    if is_plain_http(url):
        output.remark(f"Warning: the connection to {url} is not encrypted.")
    info = await services.accounts.probe(url)
    if info.non_production:
        output.remark(f"{info.title} calls itself a test back-end, not a productive one.")
    _agree(info, options, output)
    request = _request(options, info)
    notices: list[KeychainNotice] = []
    services.accounts.keychain_notice.connect(notices.append)
    with TerminalPrompts(output, services.lanes.net.submit) as prompts:
        account = await services.accounts.sign_in(url, request, prompts, title=options.title)
    output.line(f"Signed in to {account.title} as {account.user}.")
    output.document(_document(account, "signed in"))
    if notices and options.keep:
        raise SignInNeeded(
            f"The sign-in ends with this command: {notices[0].message}",
            f"Give --user and {PASSWORD_VARIABLE} with each command, or see to the keychain.",
        )


def _agree(info: BackEndInfo, options: LoginOptions, output: Output) -> None:
    """Terms and privacy policy are shown, and agreed to before anything else happens.

    Source: openEO API 1.2, `GET /`, links.

    Raises:
        InputError: They were not agreed to.
    """
    shown = 0
    for rel, words in (("terms-of-service", "Terms of service"), ("privacy-policy", "Privacy")):
        for link in info.links:
            if link.get("rel") == rel and isinstance(link.get("href"), str):
                output.remark(f"{words}: {link['href']}")
                shown += 1
    if shown and not options.accept_terms and not ask_yes("Do you agree?"):
        raise InputError(
            f"{info.title} asks you to agree to its terms first.",
            "Read them; then sign in again with --accept-terms.",
        )


def _request(options: LoginOptions, info: BackEndInfo) -> SignInRequest:
    method = options.method or _preferred(options, info)
    password = client_secret = ""
    if method is SignInMethod.BASIC:
        if not options.user:
            raise InputError("There is no user name.", "Give it with --user NAME.")
        question = f"Password of {options.user}: "
        password = ask_secret(question, f"password for {options.user}", PASSWORD_VARIABLE)
    elif method is SignInMethod.CLIENT_CREDENTIALS:
        if not options.client_id:
            raise InputError("There is no client id.", "Give it with --client-id ID.")
        question = f"Secret of the client {options.client_id}: "
        client_secret = ask_secret(question, "client secret", SECRET_VARIABLE)
    elif options.client_id:
        client_secret = os.environ.get(SECRET_VARIABLE, "")
    return SignInRequest(
        method=method,
        user=options.user if method is SignInMethod.BASIC else "",
        password=password,
        provider_id=options.provider,
        client_id=options.client_id,
        client_secret=client_secret,
        remember=options.keep,
    )


def _preferred(options: LoginOptions, info: BackEndInfo) -> SignInMethod:
    """A name means name and password; a client with its secret in the environment, that one."""
    if options.user and info.basic and not options.provider:
        return SignInMethod.BASIC
    if not info.methods:
        raise InputError(
            f"{info.title} offers no way to sign in.", "Check the address of the back-end."
        )
    return info.methods[0]


async def logout(services: Services, name: str, backend: str, user: str, output: Output) -> None:
    """End a session, at the provider too where it offers that; the history stays.

    Raises:
        InputError: There is no such account, or several.
    """
    account = choose(_named(services, name) if name else at_back_end(services, backend, user))
    if account is None:
        known = ", ".join(s.account.id for s in services.accounts.statuses()) or "none"
        raise InputError(
            f"There is no account «{name or backend}».",
            f"See them with: openeo-desktop accounts (ids: {known}).",
        )
    await services.accounts.sign_out(account.id)
    output.line(f"Signed out of {account.title} ({account.user}). The history stays.")
    output.document(_document(account, "signed out"))


def _named(services: Services, name: str) -> list[Account]:
    """By its id, else by its title."""
    accounts = [status.account for status in services.accounts.statuses()]
    by_id = [account for account in accounts if account.id == name]
    return by_id or [account for account in accounts if account.title == name]


async def accounts(services: Services, output: Output) -> None:
    """All accounts, in the person's order, and whether they sign in by themselves."""
    statuses = services.accounts.statuses()
    rows = [(status.account, await _state(services, status)) for status in statuses]
    for account, state in rows:
        facts = f"{account.id}  {state:<14}  {account.method.value:<18}  {account.user}"
        output.line(f"{facts}  {account.user_url}  {_one_line(account.title)}")
        output.document(_document(account, state) | _synced(services, account))
    if not rows:
        output.line("No accounts yet. Sign in with: openeo-desktop login --backend URL")


def _one_line(text: str) -> str:
    return " ".join(text.split())


async def _state(services: Services, status: AccountStatus) -> str:
    if status.state.is_at_rest:
        return status.state.value
    if status.account.is_local:
        return "this computer"
    try:
        kept = await services.accounts.is_kept(status.account.id)
    except KeychainError as error:
        return f"keychain {error.state.value}"
    return "signed in" if kept else AccountState.NEEDS_SIGN_IN.value


def _document(account: Account, state: str) -> dict[str, object]:
    return {
        "id": account.id,
        "title": account.title,
        "state": state,
        "method": account.method.value,
        "provider": account.provider,
        "user": account.user,
        "url": account.user_url,
        "api": account.api_base,
    }


def _synced(services: Services, account: Account) -> dict[str, object]:
    status = services.accounts.status(account.id)
    return {"last_sync": format_time(status.last_sync) if status else None}
