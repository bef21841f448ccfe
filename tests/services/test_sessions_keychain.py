"""Sessions and the keychain: kept, found again, locked, missing, changed by another process."""

from __future__ import annotations

import asyncio
import json
import threading
from pathlib import Path

import pytest

from openeo_desktop.core.accounts import Account, AccountState, KeychainNotice
from openeo_desktop.core.errors import KeychainError, SignInNeeded
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import AppPaths, profile_paths
from openeo_desktop.core.sign_in import SignInMethod, SignInRequest
from openeo_desktop.services.services import Services
from tests.credentials.vaults import Vault
from tests.support.oidc_back_end import OidcBackEnd
from tests.support.oidc_person import DEVICE, Person
from tests.support.service_runs import DEADLINE, opened, run

KEPT = SignInRequest(SignInMethod.DEVICE_CODE)


def _item(vault: Vault, account: Account) -> dict[str, str]:
    found: dict[str, str] = json.loads(
        next(text for (_, name), text in vault.items.items() if name == account.id)
    )
    return found


def _state(services: Services, account: Account) -> AccountState:
    status = services.accounts.status(account.id)
    assert status is not None
    return status.state


async def _work(services: Services, account: Account) -> None:
    await services.jobs.refresh(JobKey(account.id, JobId("j")))


async def _refresh(services: Services, back_end: OidcBackEnd, account: Account) -> None:
    """A request whose token is refused first."""
    back_end.refuse_next = 1
    await _work(services, account)


def _noticed(services: Services) -> list[KeychainNotice]:
    notices: list[KeychainNotice] = []
    services.accounts.keychain_notice.connect(notices.append)
    return notices


def test_kept_and_found_at_the_next_start(
    federated: OidcBackEnd, paths: AppPaths, vault: Vault
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            notices = _noticed(services)
            account = await services.accounts.sign_in(federated.base, KEPT, Person())
            first = _item(vault, account)
            assert (first["method"], first["issuer"]) == ("device-code", federated.provider.issuer)
            assert federated.bearers[-1].rpartition("/")[2] not in str(first)  # memory alone
            await _refresh(services, federated, account)
            assert _item(vault, account)["refresh_token"] != first["refresh_token"]
            assert await services.accounts.is_kept(account.id)
        async with opened(paths) as services:
            await _work(services, account)
            assert _state(services, account) is AccountState.ONLINE
            await services.accounts.sign_out(account.id)
            assert not vault.items
            assert not notices

    run(main())


def test_stored_before_it_is_used(federated: OidcBackEnd, paths: AppPaths, vault: Vault) -> None:
    """When the back-end sees a new access token, the keychain has the new refresh token."""
    seen: list[tuple[str, str]] = []

    async def main() -> None:
        async with opened(paths) as services:
            account = await services.accounts.sign_in(federated.base, KEPT, Person())
            honest = federated.accepts

            def accepts(authorization: str) -> bool:
                seen.append((authorization, _item(vault, account)["refresh_token"]))
                return honest(authorization)

            federated.accepts = accepts  # type: ignore[method-assign]
            for _ in range(3):
                await _refresh(services, federated, account)
            assert seen[-1][1] == _item(vault, account)["refresh_token"]

    run(main())
    # Each refused one is followed by one with another bearer and another refresh token.
    pairs = list(zip(seen[::2], seen[1::2], strict=True))
    assert len(pairs) == 3
    assert all(old[0] != new[0] and old[1] != new[1] for old, new in pairs)


def test_not_kept_leaves_the_keychain_empty(
    federated: OidcBackEnd, paths: AppPaths, vault: Vault
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await services.accounts.sign_in(federated.base, KEPT, Person())
            assert vault.items
            await services.accounts.sign_in_again(account.id, DEVICE, Person())
            assert not vault.items
            await _refresh(services, federated, account)
            assert not vault.items
            assert _state(services, account) is AccountState.ONLINE
        async with opened(paths) as services:
            with pytest.raises(SignInNeeded):
                await _work(services, account)

    run(main())


def test_rotated_by_another_process(federated: OidcBackEnd, paths: AppPaths, vault: Vault) -> None:
    """Two runs of the app with one keychain, one after the other, again and again."""

    async def main() -> None:
        async with opened(paths) as first:
            account = await first.accounts.sign_in(federated.base, KEPT, Person())
            async with opened(paths) as second:
                for _ in range(5):
                    await _refresh(first, federated, account)
                    await _refresh(second, federated, account)
                assert _state(second, account) is AccountState.ONLINE
            assert _state(first, account) is AccountState.ONLINE
        statuses = [entry["status"] for entry in federated.provider.token_requests()[-10:]]
        assert statuses == [200] * 10

    run(main())


def test_signed_out_by_another_process(
    federated: OidcBackEnd, paths: AppPaths, vault: Vault
) -> None:
    async def main() -> None:
        async with opened(paths) as first, opened(paths) as second:
            account = await first.accounts.sign_in(federated.base, KEPT, Person())
            await second.accounts.load()
            await second.accounts.sign_out(account.id)
            federated.refuse_next = 1
            with pytest.raises(SignInNeeded):
                await _work(first, account)
            assert _state(first, account) is AccountState.NEEDS_SIGN_IN
            assert not vault.items

    run(main())


def test_signed_in_again_by_another_process(
    federated: OidcBackEnd, paths: AppPaths, vault: Vault
) -> None:
    """What needs sign-in here finds the session that somebody began in another window."""

    async def main() -> None:
        async with opened(paths) as first, opened(paths) as second:
            account = await first.accounts.sign_in(federated.base, KEPT, Person())
            await second.accounts.load()
            secret = await second.accounts._sessions.secret(account)
            assert secret is not None
            await second.accounts._sessions.revoke(account, secret)
            federated.refuse_next = 1
            with pytest.raises(SignInNeeded):
                await _work(first, account)
            await second.accounts.sign_in_again(account.id, KEPT, Person())
            await _work(first, account)
            assert _state(first, account) is AccountState.ONLINE

    run(main())


def test_locked_keychain_ends_no_session_and_is_told_once(
    federated: OidcBackEnd, paths: AppPaths, vault: Vault
) -> None:
    vault.locked = True

    async def main() -> None:
        async with opened(paths) as services:
            notices = _noticed(services)
            account = await services.accounts.sign_in(federated.base, KEPT, Person())
            for _ in range(3):
                await _refresh(services, federated, account)
            assert _state(services, account) is AccountState.ONLINE
            assert len(notices) == 1
            assert "locked" in notices[0].message
            vault.locked = False
            await _refresh(services, federated, account)
            assert vault.items  # kept after all, as the person wanted
        async with opened(paths) as services:
            await _work(services, account)

    run(main())


def test_locked_at_the_start_is_not_signed_out(
    federated: OidcBackEnd, paths: AppPaths, vault: Vault
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await services.accounts.sign_in(federated.base, KEPT, Person())
        vault.locked = True
        async with opened(paths) as services:
            with pytest.raises(KeychainError):
                await _work(services, account)
            assert _state(services, account) is AccountState.NEEDS_SIGN_IN
            vault.locked = False
            await _work(services, account)
            assert _state(services, account) is AccountState.ONLINE

    run(main())


def test_profiles_do_not_share_sessions(
    federated: OidcBackEnd, paths: AppPaths, vault: Vault, tmp_path: Path
) -> None:
    """The locks are in the profile, so a secret that several profiles used would not be safe."""

    async def main() -> None:
        async with opened(paths) as one, opened(profile_paths(tmp_path / "other")) as other:
            first = await one.accounts.sign_in(federated.base, KEPT, Person())
            second = await other.accounts.sign_in(federated.base, KEPT, Person())
            assert first.id == second.id
            for _ in range(3):
                await _refresh(one, federated, first)
                await _refresh(other, federated, second)
            assert len(vault.items) == 2
            await one.accounts.sign_out(first.id)
            await _refresh(other, federated, second)

    run(main())


def test_locked_keychain_delays_no_account_in_memory(
    federated: OidcBackEnd, paths: AppPaths, vault: Vault
) -> None:
    """One waits for the person to unlock the keychain; the other one works meanwhile."""
    waits = threading.Event()
    unlocked = threading.Event()

    def slow(_service: str, _name: str) -> str | None:
        waits.set()
        unlocked.wait(DEADLINE)
        return None

    async def main() -> None:
        async with opened(paths) as services:
            kept = await services.accounts.sign_in(federated.base, KEPT, Person("ada"))
            other = await services.accounts.sign_in(federated.base, DEVICE, Person("bob"))
            vault.get_password = slow  # type: ignore[method-assign]
            federated.refuse_next = 1
            task = asyncio.ensure_future(_work(services, kept))
            await asyncio.to_thread(waits.wait, DEADLINE)
            assert await services.accounts.is_kept(other.id)
            await _work(services, other)
            assert not task.done()
            unlocked.set()
            with pytest.raises(SignInNeeded):  # there was nothing in it
                await task

    run(main())


def test_missing_keychain_is_told(federated: OidcBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            notices = _noticed(services)
            for user in ("ada", "bob"):
                account = await services.accounts.sign_in(federated.base, KEPT, Person(user))
                await _refresh(services, federated, account)
            assert len(notices) == 1
            assert notices[0].hint

    run(main())
