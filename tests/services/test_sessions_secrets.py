"""A hunt for secrets: a whole session at DEBUG, with faults, leaves none in any file or log."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterator

import pytest

from openeo_desktop.core.accounts import Account
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.log_file import start_log_file, stop_log_file
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.core.sign_in import SignInMethod, SignInRequest
from openeo_desktop.services.services import Services
from tests.credentials.vaults import Vault
from tests.support.oidc_back_end import OidcBackEnd
from tests.support.oidc_person import Person
from tests.support.service_runs import opened, run


class Hunt:
    """What happens, and every secret that was seen on the way."""

    def __init__(self, services: Services, back_end: OidcBackEnd, vault: Vault) -> None:
        self.secrets = {back_end.provider.secret_of("robot"), back_end.password}
        self._services = services
        self._back_end = back_end
        self._vault = vault

    def note(self) -> None:
        """What the keychain holds and what the back-end was sent."""
        for text in self._vault.items.values():
            values = json.loads(text)
            names = ("refresh_token", "client_secret", "password")
            self.secrets.update(values[name] for name in names if name in values)
        self.secrets.update(bearer.rpartition("/")[2] for bearer in self._back_end.bearers)

    async def sign_in(self) -> list[Account]:
        """Every way, and once in vain."""
        url, accounts, person = self._back_end.base, self._services.accounts, Person()
        robot = SignInRequest(
            SignInMethod.CLIENT_CREDENTIALS,
            client_id="robot",
            client_secret=self._back_end.provider.secret_of("robot"),
        )
        browser = SignInRequest(SignInMethod.AUTHORIZATION_CODE)
        found = [
            await accounts.sign_in(url, SignInRequest(SignInMethod.DEVICE_CODE), person),
            await accounts.sign_in(url, browser, Person("bob")),
            await accounts.sign_in(url, robot),
            await accounts.sign_in_basic(url, "me", self._back_end.password),
        ]
        self.secrets.update(code.device_code for code in person.codes)
        self.secrets.add("CANARY-wrong-password")
        with pytest.raises(Exception, match="does not accept"):
            await accounts.sign_in_basic(url, "me", "CANARY-wrong-password")
        self.note()
        return found

    async def work_with_faults(self, account: Account) -> None:
        """Refused tokens, a provider that fails, a keychain that does not keep."""
        for fault in ("", "broken", "dropped", "keychain"):
            if fault == "keychain":
                self._vault.fault_at = self._vault.writes + 1
            elif fault:
                self._back_end.provider.change(**{fault: 1})
            self._back_end.refuse_next = 1
            for _ in range(2):
                key = JobKey(account.id, JobId("j"))
                await asyncio.gather(self._services.jobs.refresh(key), return_exceptions=True)
                self.note()


@pytest.fixture
def logged(paths: AppPaths, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """The app's own log file, at DEBUG."""
    paths.make_folders()
    log_file = start_log_file(paths.logs, logging.DEBUG)
    with caplog.at_level(logging.DEBUG, "openeo_desktop"):
        yield
    stop_log_file(log_file)


@pytest.mark.usefixtures("logged")
def test_whole_session_with_faults_leaves_no_secret(
    federated: OidcBackEnd, paths: AppPaths, vault: Vault, caplog: pytest.LogCaptureFixture
) -> None:
    secrets: set[str] = set()

    async def main() -> None:
        async with opened(paths) as services:
            hunt = Hunt(services, federated, vault)
            accounts = await hunt.sign_in()
            for account in accounts[:3]:
                await hunt.work_with_faults(account)
            await services.accounts.sign_out(accounts[1].id)
            await services.accounts.remove(accounts[0].id, keep_history=True)
            secrets.update(hunt.secrets)

    run(main())
    log = (paths.logs / "openeo-desktop.log").read_text("utf-8")
    assert all(name in log for name in ("urllib3", "openeo_desktop.credentials"))
    ours = [r.getMessage() for r in caplog.records if r.name.startswith("openeo_desktop")]
    _hunt(secrets, paths, "\n".join(ours))


def _hunt(secrets: set[str], paths: AppPaths, said: str) -> None:
    """`said`: what our own modules logged, before anything was redacted."""
    long = {secret for secret in secrets if len(secret) >= 12}
    assert len(long) >= 15
    files = [path for path in paths.data.parent.rglob("*") if path.is_file()]
    assert {"history.sqlite3", "openeo-desktop.log"} <= {path.name for path in files}
    leaks = [(f.name, s) for f in files for s in long if s.encode() in f.read_bytes()]
    assert not leaks
    assert not [secret for secret in long if secret in said]
