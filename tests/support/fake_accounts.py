"""A hand-written `AccountsService` for tests and pictures: no network, no keychain.

A test steers it through its attributes (`failure`, `gate`, `device_code`...).
"""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from openeo_desktop.core.accounts import (
    Account,
    AccountId,
    AccountState,
    AccountStatus,
    KeychainNotice,
    UserInfo,
    make_account_id,
)
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.events import Event
from openeo_desktop.core.sign_in import (
    DeviceCode,
    OidcClient,
    OidcProvider,
    SignInMethod,
    SignInPrompts,
    SignInRequest,
)

NOW = dt.datetime(2026, 11, 22, 11, 27, tzinfo=dt.UTC)


class Failing(Protocol):
    """A fake whose next call may fail."""

    failure: AppError | None


def make_account(
    title: str = "This computer",
    *,
    host: str = "127.0.0.1:8080",
    user: str = "local",
    is_local: bool = False,
    provider: str = "basic",
    **values: Any,
) -> Account:
    """An account of a made-up back-end; `values` are further fields of `Account`."""
    base = f"https://{host}/openeo/1.2"
    return Account(
        id=make_account_id(base, provider, user),
        title=title,
        user_url=f"https://{host}",
        api_base=base,
        provider=provider,
        user=user,
        is_local=is_local,
        **values,
    )


def make_provider(name: str = "CDSE", title: str = "Copernicus Data Space") -> OidcProvider:
    """A provider with a default client for a code and for the browser."""
    device = "urn:ietf:params:oauth:grant-type:device_code+pkce"
    grants = (device, "authorization_code+pkce", "refresh_token")
    client = OidcClient("openeo-app", grant_types=grants, redirect_urls=("http://localhost:1410",))
    return OidcProvider(
        name, f"https://identity.{name.lower()}.example.org", title, default_clients=(client,)
    )


def make_device_code(**values: Any) -> DeviceCode:
    """A code that is valid for ten minutes from this moment on."""
    page = "https://identity.dataspace.example.org/device"
    fields: dict[str, Any] = {
        "user_code": "WDJB-MJHT",
        "verification_uri": page,
        "complete_uri": f"{page}?user_code=WDJB-MJHT",
        "expires_at": dt.datetime.now(dt.UTC) + dt.timedelta(minutes=10),
        "interval": 5.0,
    }
    return DeviceCode(**(fields | values))


def make_status(
    account: Account, state: AccountState = AccountState.ONLINE, message: str = ""
) -> AccountStatus:
    """The account in a state, since `NOW`."""
    return AccountStatus(account=account, state=state, since=NOW, message=message, last_sync=NOW)


@dataclass(frozen=True, slots=True)
class FakeBackEndInfo:
    """`services.accounts.BackEndInfo` as the window reads it."""

    title: str = "Copernicus Data Space Ecosystem"
    description: str = ""
    user_url: str = "https://openeo.dataspace.copernicus.eu"
    api_base: str = "https://openeo.dataspace.copernicus.eu/openeo/1.2"
    api_version: str = "1.2.0"
    production: bool = True
    basic: bool = True
    batch_jobs: bool = True
    plain_http: bool = False
    links: Sequence[Mapping[str, Any]] = ()
    methods: tuple[SignInMethod, ...] = (SignInMethod.BASIC,)
    providers: tuple[OidcProvider, ...] = ()


@dataclass(slots=True)
class FakeAccounts:
    """`AccountsService`: `failure` is raised by the next call; `gate` holds calls until set.

    A sign-in shows `device_code` or opens `browser_url` first, then waits for `gate`, and ends with
    `refusal` if there is one.
    """

    items: list[AccountStatus] = field(default_factory=list)
    changed: Event[Any] = field(default_factory=Event)
    info: FakeBackEndInfo = field(default_factory=FakeBackEndInfo)
    failure: AppError | None = None
    refusal: AppError | None = None
    gate: asyncio.Event | None = None
    unsupported: set[tuple[AccountId, str, str]] = field(default_factory=set)
    calls: list[tuple[Any, ...]] = field(default_factory=list)
    keychain_notice: Event[KeychainNotice] = field(default_factory=Event)
    device_code: DeviceCode | None = None
    browser_url: str = ""
    info_of_user: UserInfo = field(default_factory=lambda: UserInfo("anna"))
    offers_parameters: bool = False
    answer: Any = None
    """What the back-end says to any `call`."""

    def statuses(self) -> tuple[AccountStatus, ...]:
        return tuple(self.items)

    def status(self, account_id: AccountId) -> AccountStatus | None:
        return next((s for s in self.items if s.account.id == account_id), None)

    def account(self, account_id: AccountId) -> Account | None:
        return next((s.account for s in self.items if s.account.id == account_id), None)

    def supports(self, account_id: AccountId, method: str, path: str) -> bool:
        if path == "/processing_parameters":
            return self.offers_parameters
        return (account_id, method, path) not in self.unsupported

    def currency(self, account_id: AccountId) -> str:
        return "credits"

    def set(self, *statuses: AccountStatus) -> None:
        """These are the accounts now; told as the service does."""
        self.items = list(statuses)
        self.changed.emit(statuses)

    async def probe(self, url: str) -> FakeBackEndInfo:
        await self._answer("probe", url)
        return self.info

    async def sign_in(
        self,
        url: str,
        request: SignInRequest,
        prompts: SignInPrompts | None = None,
        *,
        title: str = "",
    ) -> Account:
        self.calls.append(("sign_in", url, request, title))
        await self._prompt(prompts)
        provider = request.provider_id or "basic"
        account = make_account(title or self.info.title, user=request.user, provider=provider)
        self.items.append(make_status(account))
        return account

    async def sign_in_again(
        self,
        account_id: AccountId,
        request: SignInRequest | None = None,
        prompts: SignInPrompts | None = None,
    ) -> None:
        self.calls.append(("sign_in_again", account_id, request))
        await self._prompt(prompts)

    async def _prompt(self, prompts: SignInPrompts | None) -> None:
        if prompts is not None and self.device_code is not None:
            prompts.show_device_code(self.device_code)
        if prompts is not None and self.browser_url:
            prompts.open_browser(self.browser_url)
        await wait_for(self.gate)
        raise_once(self)
        if self.refusal is not None:
            raise self.refusal

    async def sign_out(self, account_id: AccountId) -> None:
        await self._answer("sign_out", account_id)

    async def remove(self, account_id: AccountId, *, keep_history: bool = False) -> None:
        await self._answer("remove", account_id, keep_history)
        self.items = [s for s in self.items if s.account.id != account_id]

    async def user(self, account_id: AccountId) -> UserInfo:
        await self._answer("user", account_id)
        return self.info_of_user

    async def rename(self, account_id: AccountId, title: str) -> None:
        await self._answer("rename", account_id, title)
        self.set(*(_renamed(s, title) if s.account.id == account_id else s for s in self.items))

    async def reorder(self, account_ids: Sequence[AccountId]) -> None:
        await self._answer("reorder", tuple(account_ids))
        self.set(*sorted(self.items, key=lambda s: list(account_ids).index(s.account.id)))

    async def set_enabled(self, account_id: AccountId, enabled: bool) -> None:
        await self._answer("set_enabled", account_id, enabled)

    async def call(self, account_id: AccountId, fn: Callable[..., Any], *args: Any) -> Any:
        await self._answer("call", account_id, fn.__name__, *args)
        return self.answer

    async def _answer(self, *call: Any) -> None:
        self.calls.append(call)
        await wait_for(self.gate)
        raise_once(self)


def _renamed(status: AccountStatus, title: str) -> AccountStatus:
    return dataclasses.replace(status, account=dataclasses.replace(status.account, title=title))


async def wait_for(gate: asyncio.Event | None) -> None:
    """A turn of the loop, and until the gate opens if there is one."""
    await asyncio.sleep(0)
    if gate is not None:
        await gate.wait()


def raise_once(fake: Failing) -> None:
    """Raise what a test wants to happen next."""
    failure, fake.failure = fake.failure, None
    if failure is not None:
        raise failure


def three_accounts() -> list[AccountStatus]:
    """This computer and Copernicus online, Terrascope needing a sign-in: as in the sketches."""
    return [
        make_status(make_account(is_local=True)),
        make_status(
            make_account(
                "Copernicus Data Space", host="openeo.dataspace.copernicus.eu", user="anna"
            )
        ),
        make_status(
            make_account("Terrascope", host="openeo.vito.be", user="anna"),
            AccountState.NEEDS_SIGN_IN,
            "Your session at Terrascope is over. Sign in again to go on.",
        ),
    ]
