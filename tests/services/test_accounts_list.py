"""The person's list of accounts: titles, order, switched off, removed, and their states."""

from __future__ import annotations

import asyncio

import pytest

from openeo_desktop.core.accounts import Account, AccountState, AccountStatus
from openeo_desktop.core.errors import AppError, InputError
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services.services import Services
from tests.support.fake_back_end import FakeBackEnd, error
from tests.support.fault_server import json_reply
from tests.support.service_runs import asked, opened, password_of, run, sign_in, until


def _status(services: Services, account: Account) -> AccountStatus:
    status = services.accounts.status(account.id)
    assert status is not None
    return status


async def _three(services: Services, back_end: FakeBackEnd) -> list[Account]:
    return [await sign_in(services, back_end, name) for name in ("a", "b", "c")]


def _users(services: Services) -> str:
    return "".join(status.account.user for status in services.accounts.statuses())


def test_title_and_order_are_the_persons_own(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            a, b, c = await _three(services, back_end)
            told: list[object] = []
            services.accounts.changed.connect(told.append)
            await services.accounts.reorder([c.id, a.id])
            assert (_users(services), len(told)) == ("cab", 1)
            await services.accounts.rename(b.id, "  My\nown ")
            with pytest.raises(InputError):
                await services.accounts.rename(b.id, " \n")
            await services.accounts.rename(a.id, "x" * 1000)
            await services.accounts.sign_in_again(b.id, password_of(back_end))  # keeps both
        async with opened(paths) as services:
            assert _users(services) == "cab"
            titles = {s.account.user: s.account.title for s in services.accounts.statuses()}
            assert (titles["b"], len(titles["a"])) == ("My own", 200)
            again = await sign_in(services, back_end, "c")
            assert again.position == 0

    run(main())


def test_switched_off_asks_nothing(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            services.sync.start()
            await asked(back_end, "/jobs")
            await services.accounts.set_enabled(account.id, False)
            assert _status(services, account).state is AccountState.DISABLED
            before = len(back_end.requests)
            with pytest.raises(InputError, match="disabled"):
                await services.accounts.call(account.id, _nothing)
            await services.sync.refresh_now()
            assert len(back_end.requests) == before
            assert _status(services, account).state is AccountState.DISABLED
        async with opened(paths) as services:
            assert _status(services, account).state is AccountState.DISABLED
            services.sync.start()
            await services.accounts.sign_in_again(account.id, password_of(back_end))
            assert _status(services, account).account.enabled
            listed = len(back_end.to(f"{back_end.api}/jobs"))
            await asked(back_end, "/jobs", listed + 1)

    run(main())


def _nothing(*_: object, **__: object) -> None:
    pytest.fail("it was asked all the same")


def test_switched_on_again_is_watched_at_once(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            services.sync.start()
            await asked(back_end, "/jobs")
            await services.accounts.set_enabled(account.id, False)
            listed = len(back_end.to(f"{back_end.api}/jobs"))
            await services.accounts.set_enabled(account.id, True)
            await asked(back_end, "/jobs", listed + 1)  # its session is still there
            await until(
                services.accounts.changed,
                lambda: _status(services, account).state is AccountState.ONLINE,
            )

    run(main())


def test_late_answer_does_not_wake_what_is_switched_off(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.on(f"{back_end.api}/me", json_reply({"user_id": "u"}))
            task = asyncio.ensure_future(services.accounts.user(account.id))
            await asked(back_end, "/me")
            await services.accounts.set_enabled(account.id, False)
            await task
            assert _status(services, account).state is AccountState.DISABLED

    run(main())


def test_removed_with_its_history_or_without(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            a, b, _ = await _three(services, back_end)
            back_end.job("j")
            keys = [JobKey(account.id, JobId("j")) for account in (a, b)]
            for key in keys:
                await services.jobs.refresh(key)
            await services.accounts.remove(a.id)
            await services.accounts.remove(b.id, keep_history=True)
            assert [await services.jobs.get(key) is None for key in keys] == [True, False]
            assert _status(services, b).state is AccountState.HISTORY
            with pytest.raises(InputError, match="removed"):
                await services.jobs.refresh(keys[1])
        async with opened(paths) as services:
            assert _users(services) == "bc"
            assert _status(services, b).state is AccountState.HISTORY
            assert await services.jobs.get(keys[1]) is not None
            again = await sign_in(services, back_end, "b")  # added again: its history is there
            assert again.id == b.id
            assert _status(services, b).state is AccountState.ONLINE
            await services.jobs.refresh(keys[1])

    run(main())


def test_back_end_that_fails_and_fails_is_out_of_order(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            broken = error("Internal", 500, "The database is gone")
            back_end.on(f"{back_end.api}/me", *[broken] * 4, json_reply({"user_id": "u"}))
            states = []
            for _ in range(4):
                with pytest.raises(AppError):
                    await services.accounts.user(account.id)
                states.append(_status(services, account).state)
            online, wrong = AccountState.ONLINE, AccountState.ERROR
            assert states == [online, online, wrong, wrong]
            assert "database" in _status(services, account).message
            await services.accounts.user(account.id)
            assert _status(services, account).state is online

    run(main())


def test_state_knows_since_when(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            online = _status(services, account).since
            back_end.stop()
            for _ in range(2):
                with pytest.raises(AppError):
                    await services.accounts.user(account.id)
            offline = _status(services, account)
            assert offline.state is AccountState.OFFLINE
            assert offline.since > online
            with pytest.raises(AppError):
                await services.accounts.user(account.id)
            assert _status(services, account).since == offline.since

    run(main())
