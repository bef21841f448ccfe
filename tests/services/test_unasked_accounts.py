"""After a start: what is said of accounts that nothing was asked of yet, and for how long not."""

from __future__ import annotations

import asyncio
from typing import NoReturn

import pytest

from openeo_desktop.core.accounts import Account, AccountId, AccountState, AccountStatus
from openeo_desktop.core.errors import BusyError
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services.account_states import OWN_FAULT, PATIENCE
from openeo_desktop.services.services import Services
from openeo_desktop.services.sessions import Sessions
from tests.support.fake_back_end import PASSWORD, FakeBackEnd
from tests.support.fault_server import Reply, json_reply
from tests.support.service_runs import opened, run, until


async def _signed_in(services: Services, back_end: FakeBackEnd) -> Account:
    return await services.accounts.sign_in_basic(back_end.base, "me", PASSWORD, remember=True)


def _status(services: Services, account_id: AccountId) -> AccountStatus:
    status = services.accounts.status(account_id)
    assert status is not None
    return status


async def _until(services: Services, account_id: AccountId, state: AccountState) -> None:
    changed = services.accounts.changed
    await until(changed, lambda: _status(services, account_id).state is state)


@pytest.mark.usefixtures("vault")
def test_paused_start_does_not_say_signed_out(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = (await _signed_in(services, back_end)).id
            services.sync.set_paused(True)
        asked = len(back_end.requests)
        async with opened(paths) as services:
            services.sync.start()
            await services.accounts.look_for_sessions()
            status = _status(services, account)
            assert (status.state, status.paused) == (AccountState.NOT_ASKED, True)
            assert len(back_end.requests) == asked
            back_end.on(f"{back_end.api}/me", json_reply({"user_id": "me"}))
            await services.accounts.user(account)  # an action works, and tells the state
            assert _status(services, account).state is AccountState.ONLINE

    run(main())


@pytest.mark.usefixtures("vault")
def test_paused_start_says_signed_out_where_no_session_is_kept(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            kept = (await _signed_in(services, back_end)).id
            gone = (await services.accounts.sign_in_basic(back_end.base, "you", PASSWORD)).id
            services.sync.set_paused(True)
            await services.accounts.sign_out(gone)
        asked = len(back_end.requests)
        async with opened(paths) as services:
            services.sync.start()
            await _until(services, gone, AccountState.SIGNED_OUT)
            assert _status(services, kept).state is AccountState.NOT_ASKED
            await services.accounts.set_enabled(gone, False)
            await services.accounts.set_enabled(gone, True)
            assert _status(services, gone).state is AccountState.SIGNED_OUT
            assert len(back_end.requests) == asked

    run(main())


@pytest.mark.usefixtures("vault")
def test_start_that_is_not_paused_asks_and_says_so(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = (await _signed_in(services, back_end)).id
        async with opened(paths) as services:
            assert _status(services, account).state is AccountState.NOT_ASKED
            services.sync.start()
            await _until(services, account, AccountState.ONLINE)
            assert not _status(services, account).paused

    run(main())


@pytest.mark.usefixtures("vault")
def test_back_end_that_asked_for_patience_is_left_alone_at_the_next_start(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = (await _signed_in(services, back_end)).id
            busy = Reply(429, b"{}", headers={"Retry-After": "3000"})
            back_end.on(f"{back_end.api}/me", busy)
            with pytest.raises(BusyError):
                await services.accounts.user(account)
        asked = len(back_end.requests)
        async with opened(paths) as services:
            assert 2000 < services.accounts.listings.held_for(account) <= 3000
            assert _status(services, account).message == PATIENCE
            services.sync.start()
            for _ in range(50):
                await asyncio.sleep(0)
            assert len(back_end.requests) == asked

    run(main())


@pytest.mark.usefixtures("vault")
def test_mistake_of_the_app_while_signing_in_is_said_until_it_is_tried_again(
    back_end: FakeBackEnd, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> NoReturn:
        raise ImportError("half loaded")

    async def main() -> None:
        async with opened(paths) as services:
            account = (await _signed_in(services, back_end)).id
        async with opened(paths) as services:
            back_end.on(f"{back_end.api}/me", json_reply({"user_id": "me"}))
            with monkeypatch.context() as patch:
                patch.setattr(Sessions, "connect", broken)
                with pytest.raises(ImportError):
                    await services.accounts.user(account)
            status = _status(services, account)
            assert (status.state, status.message) == (AccountState.FAILED, OWN_FAULT)
            await services.accounts.user(account)
            assert _status(services, account).state is AccountState.ONLINE

    run(main())


@pytest.mark.usefixtures("vault")
def test_signing_in_that_is_given_up_leaves_the_state_as_it_was(
    back_end: FakeBackEnd, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = asyncio.Event()

    async def endless(*_: object) -> NoReturn:
        begun.set()
        await asyncio.Event().wait()
        raise AssertionError

    async def main() -> None:
        async with opened(paths) as services:
            account = (await _signed_in(services, back_end)).id
        async with opened(paths) as services:
            with monkeypatch.context() as patch:
                patch.setattr(Sessions, "connect", endless)
                task = asyncio.create_task(services.accounts.user(account))
                await begun.wait()
                assert _status(services, account).state is AccountState.SIGNING_IN
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
            assert _status(services, account).state is AccountState.NOT_ASKED

    run(main())
