"""Running services in tests: opened, used and closed within one `asyncio.run`, with deadlines."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from openeo_desktop.core.accounts import Account
from openeo_desktop.core.events import Event
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.core.sign_in import SignInMethod, SignInRequest
from openeo_desktop.services.services import Services, make_services
from tests.support.fake_back_end import PASSWORD, FakeBackEnd

T = TypeVar("T")
DEADLINE = 60.0


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run to the end; a bug in a background task fails the test."""
    bugs: list[str] = []

    async def guarded() -> T:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: bugs.append(str(context)))
        return await asyncio.wait_for(coroutine, 3 * DEADLINE)

    result = asyncio.run(guarded())
    assert not bugs, bugs
    return result


@asynccontextmanager
async def opened(paths: AppPaths) -> AsyncIterator[Services]:
    """Services as at a start of the app, closed as at its end."""
    services = make_services(paths)
    await services.open()
    try:
        yield services
    finally:
        await services.close()


async def sign_in(services: Services, back_end: FakeBackEnd, user: str = "me") -> Account:
    """An account on the fake back-end."""
    url = back_end.base
    return await services.accounts.sign_in_basic(url, user, PASSWORD, remember=False)


def password_of(back_end: FakeBackEnd) -> SignInRequest:
    """What a person types to sign in again; kept for this run alone."""
    return SignInRequest(SignInMethod.BASIC, password=back_end.password, remember=False)


async def until(event: Event[Any], true: Callable[[], Any]) -> None:
    """Wait until `true()`, asked anew at each event."""
    moved = asyncio.Event()
    disconnect = event.connect(lambda _: moved.set())
    try:
        async with asyncio.timeout(DEADLINE):
            while not true():
                await moved.wait()
                moved.clear()
    finally:
        disconnect()


async def asked(back_end: FakeBackEnd, path: str, count: int = 1) -> None:
    """Wait until the back-end was asked for this path (below its API) so often."""
    await asyncio.to_thread(back_end.wait_for, f"{back_end.api}{path}", count)


async def eventually(true: Callable[[], Awaitable[Any]]) -> None:
    """Wait for a fact that no event tells of."""
    async with asyncio.timeout(DEADLINE):
        while not await true():  # noqa: ASYNC110 - there is no event to wait for
            await asyncio.sleep(0.01)
