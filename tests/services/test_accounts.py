"""Accounts: sign-in, one renewal for an invalid token, states that follow from what happens."""

from __future__ import annotations

import asyncio

import pytest

from openeo_desktop.core.accounts import Account, AccountId, AccountState
from openeo_desktop.core.errors import (
    NotOpenEOError,
    SignInError,
    SignInNeeded,
    SignInRefused,
    UnreachableError,
    UnsupportedError,
)
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.core.sign_in import SignInMethod, SignInRequest
from openeo_desktop.services.services import Services
from tests.support.fake_back_end import PASSWORD, FakeBackEnd, error
from tests.support.fault_server import Reply, json_reply
from tests.support.service_runs import asked, opened, run, sign_in


def _state(services: Services, account: Account) -> AccountState:
    status = services.accounts.status(account.id)
    assert status is not None
    return status.state


def _password(text: str) -> SignInRequest:
    return SignInRequest(SignInMethod.BASIC, password=text, remember=False)


def test_probe_needs_no_sign_in(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            info = await services.accounts.probe(back_end.base)
            assert (info.title, info.basic, info.batch_jobs) == ("Fake", True, True)
            assert not info.plain_http
            assert services.accounts.statuses() == ()

    run(main())


def test_accounts_are_there_at_the_next_start(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            first = await sign_in(services, back_end, "me")
            second = await sign_in(services, back_end, "you")
            assert first.id != second.id
        async with opened(paths) as services:
            states = [(s.account, s.state) for s in services.accounts.statuses()]
            assert states == [(first, AccountState.NOT_ASKED), (second, AccountState.NOT_ASKED)]
            assert not services.accounts.supports(first.id, "PUT", "/jobs")
            with pytest.raises(SignInNeeded):  # no keychain: the password is nowhere
                await services.accounts.user(first.id)
            assert _state(services, first) is AccountState.NEEDS_SIGN_IN

    run(main())


def test_sign_in_failures_leave_no_account(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            with pytest.raises(SignInRefused):
                await services.accounts.sign_in_basic(back_end.base, "me", "wrong")
            with pytest.raises(NotOpenEOError):
                await services.accounts.sign_in_basic(back_end.url, "me", PASSWORD)
            back_end.on(f"{back_end.api}/", json_reply({"api_version": "1.0.0", "endpoints": []}))
            with pytest.raises(UnsupportedError, match="batch jobs"):
                await services.accounts.sign_in_basic(back_end.base, "me", PASSWORD)
            assert services.accounts.statuses() == ()

    run(main())


def test_invalid_token_is_renewed_once_for_all(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.job("j")
            back_end.tokens, back_end.next_token = set(), "token-2"
            key = JobKey(account.id, JobId("j"))
            await asyncio.gather(*(services.jobs.refresh(key) for _ in range(6)))
            assert len(back_end.to(f"{back_end.api}/credentials/basic")) == 2
            assert _state(services, account) is AccountState.ONLINE

    run(main())


def test_token_that_stays_invalid_asks_for_sign_in(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.on(f"{back_end.api}/me", error("TokenInvalid", 403))
            with pytest.raises(SignInNeeded):
                await services.accounts.user(account.id)
            assert len(back_end.to(f"{back_end.api}/me")) == 2
            assert _state(services, account) is AccountState.NEEDS_SIGN_IN

    run(main())


def test_refused_password_is_not_tried_again_until_a_person_signs_in(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.tokens, back_end.next_token, back_end.password = set(), "token-2", "changed"
            back_end.job("j")
            key = JobKey(account.id, JobId("j"))
            for _ in range(4):
                with pytest.raises(SignInError):
                    await services.jobs.refresh(key)
            assert len(back_end.to(f"{back_end.api}/credentials/basic")) == 2
            assert _state(services, account) is AccountState.NEEDS_SIGN_IN
            with pytest.raises(SignInRefused):
                await services.accounts.sign_in_again(account.id, _password("wrong"))
            await services.accounts.sign_in_again(account.id, _password("changed"))
            assert _state(services, account) is AccountState.ONLINE
            await services.jobs.refresh(key)

    run(main())


def test_permissions_are_no_reason_to_sign_in(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.on(f"{back_end.api}/me", error("PermissionsInsufficient", 403))
            with pytest.raises(Exception, match="No"):
                await services.accounts.user(account.id)
            assert len(back_end.to(f"{back_end.api}/me")) == 1
            assert _state(services, account) is AccountState.ONLINE

    run(main())


def test_signed_out_stays_signed_out(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            await services.accounts.sign_out(account.id)
            before = len(back_end.requests)
            with pytest.raises(SignInNeeded):
                await services.accounts.user(account.id)
            assert len(back_end.requests) == before
            assert _state(services, account) is AccountState.SIGNED_OUT

    run(main())


def test_dead_server_is_offline_and_comes_back(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.on(
                f"{back_end.api}/me", Reply(200, b"{}", cut=1), json_reply({"user_id": "u"})
            )
            with pytest.raises(UnreachableError):
                await services.accounts.user(account.id)
            assert _state(services, account) is AccountState.OFFLINE
            assert (await services.accounts.user(account.id)).user_id == "u"
            assert _state(services, account) is AccountState.ONLINE

    run(main())


def test_removed_account_takes_nothing_more(back_end: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            back_end.job("j")
            await services.accounts.remove(account.id)
            assert services.accounts.statuses() == ()
            await services.jobs.write(account.id, [back_end.jobs["j"]])  # it was on its way
            assert await services.jobs.get(JobKey(account.id, JobId("j"))) is None
            with pytest.raises(SignInNeeded):
                await services.accounts.user(account.id)

    run(main())


def test_local_account_that_is_not_started_is_offline(paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            with pytest.raises(SignInNeeded):
                await services.accounts.user(AccountId("local"))

    run(main())


def test_one_hung_account_does_not_delay_another(
    back_end: FakeBackEnd, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("openeo_desktop.api.connection.TIMEOUT", (5.0, 3600.0))

    async def main(hung: FakeBackEnd) -> None:
        async with opened(paths) as services:
            dead = await sign_in(services, hung)
            good = await sign_in(services, back_end)
            hung.on(f"{hung.api}/me", Reply(200, b"{", length=9, stall=True))
            back_end.on(f"{back_end.api}/me", json_reply({"user_id": "u"}))
            stuck = [asyncio.create_task(services.accounts.user(dead.id)) for _ in range(10)]
            await asked(hung, "/me", 3)
            assert (await services.accounts.user(good.id)).user_id == "u"
            assert not any(task.done() for task in stuck)
            for task in stuck:
                task.cancel()
            await asyncio.wait(stuck)

    with FakeBackEnd() as hung:
        run(main(hung))
