"""Signing in with a real OpenID provider: every method, renewing, signing out, several accounts."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.core.accounts import Account, AccountState
from openeo_desktop.core.errors import (
    InputError,
    SignInError,
    SignInNeeded,
    SignInRefused,
    UnreachableError,
)
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.core.sign_in import SignInMethod, SignInRequest
from openeo_desktop.services.services import Services
from tests.support.oidc_back_end import OidcBackEnd
from tests.support.oidc_person import DEVICE, Person
from tests.support.oidc_provider import OidcProviderServer
from tests.support.service_runs import DEADLINE, opened, run

BROWSER = SignInRequest(SignInMethod.AUTHORIZATION_CODE, remember=False)


def _state(services: Services, account: Account) -> AccountState:
    status = services.accounts.status(account.id)
    assert status is not None
    return status.state


async def _work(services: Services, account: Account) -> None:
    """A request that needs a token which the back-end accepts."""
    await services.jobs.refresh(JobKey(account.id, JobId("j")))


def _grants(provider: OidcProviderServer, since: int = 0) -> list[int]:
    return [entry["status"] for entry in provider.token_requests()[since:]]


def test_probe_tells_the_ways_in(federated: OidcBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            info = await services.accounts.probe(federated.base)
            assert info.methods == (
                SignInMethod.DEVICE_CODE,
                SignInMethod.AUTHORIZATION_CODE,
                SignInMethod.BASIC,
                SignInMethod.CLIENT_CREDENTIALS,
            )
            assert [provider.id for provider in info.providers] == ["tests"]
            assert info.non_production

    run(main())


@pytest.mark.parametrize("request_", [DEVICE, BROWSER], ids=["device-code", "browser"])
@pytest.mark.parametrize("jwt", [False, True], ids=["classic", "jwt"])
def test_person_signs_in(
    provider: OidcProviderServer, paths: AppPaths, request_: SignInRequest, jwt: bool
) -> None:
    async def main(back_end: OidcBackEnd) -> None:
        async with opened(paths) as services:
            account = await services.accounts.sign_in(back_end.base, request_, Person())
            assert (account.user, account.provider) == ("ada", "tests")
            assert (account.issuer, account.client_id) == (provider.issuer, "desk")
            assert account.method is request_.method
            assert _state(services, account) is AccountState.ONLINE
            await _work(services, account)
            user = await services.accounts.user(account.id)
            assert (user.storage_free, user.storage_quota) == (5, 10)
            assert user.payment_url == "https://pay.example.org"
        async with opened(paths) as services:
            assert services.accounts.account(account.id) == account

    with OidcBackEnd(provider, jwt=jwt) as back_end:
        back_end.job("j")
        run(main(back_end))


def test_two_people_on_one_server(federated: OidcBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            ada = await services.accounts.sign_in(federated.base, DEVICE, Person("ada"))
            bob = await services.accounts.sign_in(federated.base, DEVICE, Person("bob"))
            assert ada.id != bob.id
            for account in (ada, bob):
                assert (await services.accounts.user(account.id)).user_id == account.user
            with pytest.raises(SignInRefused, match="belongs to bob"):
                await services.accounts.sign_in_again(ada.id, None, Person("bob"))
            assert (await services.accounts.user(ada.id)).user_id == "ada"

    run(main())


@pytest.mark.parametrize("request_", [DEVICE, BROWSER], ids=["device-code", "browser"])
def test_denied_leaves_no_account(
    federated: OidcBackEnd, paths: AppPaths, request_: SignInRequest
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            with pytest.raises(SignInRefused, match="denied"):
                await services.accounts.sign_in(federated.base, request_, Person(deny=True))
            assert services.accounts.statuses() == ()

    run(main())


@pytest.mark.parametrize("request_", [DEVICE, BROWSER], ids=["device-code", "browser"])
def test_cancelled_while_the_person_is_asked(
    federated: OidcBackEnd, paths: AppPaths, request_: SignInRequest
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            person = Person(idle=True)
            task = asyncio.ensure_future(
                services.accounts.sign_in(federated.base, request_, person)
            )
            await asyncio.wait_for(person.asked.wait(), DEADLINE)
            task.cancel()
            await asyncio.wait([task], timeout=DEADLINE)
            assert task.cancelled()
            assert services.accounts.statuses() == ()

    run(main())


def test_signing_in_again_given_up_leaves_the_state(
    federated: OidcBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await services.accounts.sign_in(federated.base, DEVICE, Person())
            await services.accounts.sign_out(account.id)
            person = Person(idle=True)
            task = asyncio.ensure_future(services.accounts.sign_in_again(account.id, None, person))
            await asyncio.wait_for(person.asked.wait(), DEADLINE)
            assert _state(services, account) is AccountState.SIGNING_IN
            task.cancel()
            await asyncio.wait([task])
            assert _state(services, account) is AccountState.SIGNED_OUT
            await services.accounts.sign_in_again(account.id, DEVICE, Person())
            assert _state(services, account) is AccountState.ONLINE
            await _work(services, account)

    run(main())


def test_client_credentials(federated: OidcBackEnd, paths: AppPaths) -> None:
    secret = federated.provider.secret_of("robot")
    request = SignInRequest(
        SignInMethod.CLIENT_CREDENTIALS, client_id="robot", client_secret=secret, remember=False
    )

    async def main() -> None:
        async with opened(paths) as services:
            account = await services.accounts.sign_in(federated.base, request)
            assert (account.user, account.client_id) == ("robot", "robot")
            federated.refuse_next = 1
            await _work(services, account)
            assert _state(services, account) is AccountState.ONLINE

    run(main())


def test_missing_and_unknown_are_said(federated: OidcBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            for request, words in (
                (SignInRequest(SignInMethod.CLIENT_CREDENTIALS), "client secret"),
                (SignInRequest(SignInMethod.BASIC), "user name"),
                (SignInRequest(SignInMethod.DEVICE_CODE, provider_id="egi"), "no provider «egi»"),
            ):
                with pytest.raises(InputError, match=words):
                    await services.accounts.sign_in(federated.base, request, Person())

    run(main())


def test_refused_token_is_refreshed_once_for_all(federated: OidcBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await services.accounts.sign_in(federated.base, DEVICE, Person())
            before = len(_grants(federated.provider))
            federated.refuse_next = 6
            await asyncio.gather(*(_work(services, account) for _ in range(6)))
            assert _grants(federated.provider, before) == [200]
            assert _state(services, account) is AccountState.ONLINE

    run(main())


def test_renewed_ahead_of_its_end(
    federated: OidcBackEnd, provider: OidcProviderServer, paths: AppPaths
) -> None:
    """Half of a short life is over: the next request comes with a new token, none was refused."""
    provider.change(access_token_ttl=2)

    async def main() -> None:
        async with opened(paths) as services:
            account = await services.accounts.sign_in(federated.base, DEVICE, Person())
            first = set(federated.bearers)
            async with asyncio.timeout(10):
                while set(federated.bearers) == first:
                    await _work(services, account)
            assert _state(services, account) is AccountState.ONLINE
        assert federated.refused == 0

    run(main())


def test_network_faults_end_no_session(
    federated: OidcBackEnd, provider: OidcProviderServer, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await services.accounts.sign_in(federated.base, DEVICE, Person())
            for fault in ("broken", "dropped"):
                provider.change(**{fault: 1})
                federated.refuse_next = 1
                with pytest.raises(Exception, match=r"127\.0\.0\.1"):
                    await _work(services, account)
                assert _state(services, account) is not AccountState.NEEDS_SIGN_IN
                await _work(services, account)
                assert _state(services, account) is AccountState.ONLINE

    run(main())


def test_session_that_is_over_asks_for_sign_in(federated: OidcBackEnd, paths: AppPaths) -> None:
    """Revoked at the provider: asked once, not again and again, until a person signs in."""

    async def main() -> None:
        async with opened(paths) as services:
            account = await services.accounts.sign_in(federated.base, DEVICE, Person())
            sessions = services.accounts._sessions
            secret = await sessions.secret(account)
            assert secret is not None
            await sessions.revoke(account, secret)
            federated.refuse_next = 1
            before = len(_grants(federated.provider))
            for _ in range(3):
                with pytest.raises(SignInError):
                    await _work(services, account)
            assert _grants(federated.provider, before) == [400]
            assert _state(services, account) is AccountState.NEEDS_SIGN_IN
            await services.accounts.sign_in_again(account.id, None, Person())
            assert _state(services, account) is AccountState.ONLINE
            await _work(services, account)

    run(main())


def test_sign_out_revokes(
    federated: OidcBackEnd, provider: OidcProviderServer, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await services.accounts.sign_in(federated.base, DEVICE, Person())
            token = federated.bearers[-1].rpartition("/")[2]
            assert provider.knows(token)
            await services.accounts.sign_out(account.id)
            assert not provider.knows(token)
            assert _state(services, account) is AccountState.SIGNED_OUT
            with pytest.raises(SignInNeeded):
                await _work(services, account)

    run(main())


def test_sign_out_without_the_provider(oidc_packages: Path, paths: AppPaths) -> None:
    async def main(back_end: OidcBackEnd) -> None:
        async with opened(paths) as services:
            account = await services.accounts.sign_in(back_end.base, DEVICE, Person())
            back_end.provider.stop()
            back_end.refuse_next = 1
            with pytest.raises(UnreachableError):
                await _work(services, account)
            assert _state(services, account) is AccountState.OFFLINE
            await services.accounts.sign_out(account.id)
            assert _state(services, account) is AccountState.SIGNED_OUT

    with OidcProviderServer(oidc_packages) as provider, OidcBackEnd(provider) as back_end:
        run(main(back_end))


def test_cancelled_request_does_not_lose_the_rotated_token(
    federated: OidcBackEnd, paths: AppPaths
) -> None:
    """Whoever asked has gone: the refresh goes on, and its token is the one that is used next."""

    async def main() -> None:
        async with opened(paths) as services:
            account = await services.accounts.sign_in(federated.base, DEVICE, Person())
            began = asyncio.Event()
            refresher = services.accounts._sessions._refresher
            honest = refresher._alone

            async def alone(of: Account) -> Any:
                began.set()
                return await honest(of)

            refresher._alone = alone
            for _ in range(5):
                began.clear()
                federated.refuse_next = 1
                task = asyncio.ensure_future(_work(services, account))
                await asyncio.wait_for(began.wait(), DEADLINE)
                task.cancel()
                await asyncio.wait([task])
                assert task.cancelled()
                await _work(services, account)  # with the new token, or it waits for it
            federated.refuse_next = 1
            await _work(services, account)
            assert _state(services, account) is AccountState.ONLINE

    run(main())
