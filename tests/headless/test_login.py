"""`login`, `logout`, `accounts`, and how other commands find the account; the keychain is real."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine, Running
from tests.support.fake_back_end import PASSWORD, FakeBackEnd
from tests.support.fault_server import json_reply
from tests.support.oidc_back_end import OidcBackEnd
from tests.support.oidc_provider import OidcProviderServer, ScriptedBrowser
from tests.support.secret_service import SecretService, secret_service


@pytest.fixture(scope="module")
def keychain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SecretService]:
    with secret_service(tmp_path_factory.mktemp("keychain")) as running:
        yield running


@pytest.fixture(scope="module")
def provider(oidc_packages: Path) -> Iterator[OidcProviderServer]:
    with OidcProviderServer(oidc_packages) as running:
        yield running


@pytest.fixture
def federated(provider: OidcProviderServer) -> Iterator[OidcBackEnd]:
    provider.change(interval=1, access_token_ttl=60)
    with OidcBackEnd(provider) as back_end:
        back_end.job("job-one")
        yield back_end


@pytest.fixture
def kept(bare: CommandLine, keychain: SecretService) -> CommandLine:
    """A command line with a keychain."""
    names = ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "XDG_DATA_HOME")
    bare.environment |= {name: keychain.env[name] for name in names}
    bare.environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.SecretService.Keyring"
    return bare


def _allow(running: Running, user: str = "ada") -> None:
    """The person opens the address that is printed."""
    line = running.wait_for("With the code in it already: ")
    ScriptedBrowser().allow(line.rpartition(" ")[2].strip(), user)


def _login(cli: CommandLine, back_end: FakeBackEnd, user: str = "ada", *more: str) -> str:
    with cli.start("login", "--backend", back_end.base, *more) as running:
        _allow(running, user)
        ended = running.wait()
    assert ended.code == 0, ended.err
    return ended.out


def test_signed_in_once_and_found_afterwards(kept: CommandLine, federated: OidcBackEnd) -> None:
    out = _login(kept, federated, "ada", "--title", "Mine")
    assert re.search(r"type the code: +\w{4}-\w{4}\n", out)
    assert "Signed in to Mine as ada." in out
    jobs = kept.run("jobs", "--backend", federated.base)
    assert (jobs.code, jobs.lines[0].split()[0]) == (0, "job-one")
    (account,) = kept.run("accounts", "--json").documents
    assert (account["user"], account["state"], account["method"]) == (
        *("ada", "signed in"),
        "device-code",
    )
    assert account["last_sync"]
    (line,) = kept.run("accounts").lines
    assert account["id"] in line
    signed_out = kept.run("logout", account["id"])
    assert (signed_out.code, "The history stays." in signed_out.out) == (0, True)
    refused = kept.run("jobs", "--backend", federated.base)
    assert refused.code == 3
    assert f"openeo-desktop login --backend {federated.base}" in refused.sentence()
    assert kept.run("accounts", "--json").documents[0]["state"] == "needs sign-in"


def test_code_in_json(kept: CommandLine, federated: OidcBackEnd) -> None:
    with kept.start("login", "--backend", federated.base, "--json") as running:
        code = json.loads(running.wait_for("user_code"))
        ScriptedBrowser().allow(code["verification_uri_complete"])
        ended = running.wait()
    assert ended.documents[-1]["state"] == "signed in"
    assert code["expires_at"].endswith("Z")


def test_browser(kept: CommandLine, federated: OidcBackEnd) -> None:
    arguments = ("login", "--backend", federated.base, "--method", "authorization-code")
    with kept.start(*arguments) as running:
        url = running.wait_for(f"{federated.provider.issuer}/auth").strip()
        ScriptedBrowser().allow(url)
        ended = running.wait()
    assert (ended.code, "as ada" in ended.out) == (0, True)
    assert kept.run("jobs", "--backend", federated.base).code == 0


def test_client_credentials(kept: CommandLine, federated: OidcBackEnd) -> None:
    arguments = ("login", "--backend", federated.base, "--method", "client-credentials")
    assert kept.run(*arguments).code == 2
    missing = kept.run(*arguments, "--client-id", "robot")
    assert missing.code == 3
    assert "OPENEO_DESKTOP_CLIENT_SECRET" in missing.sentence()
    secret = federated.provider.secret_of("robot")
    kept.environment["OPENEO_DESKTOP_CLIENT_SECRET"] = secret
    assert kept.run(*arguments, "--client-id", "robot").code == 0
    del kept.environment["OPENEO_DESKTOP_CLIENT_SECRET"]
    assert kept.run("jobs", "--backend", federated.base).code == 0


def test_basic_is_kept(kept: CommandLine) -> None:
    with FakeBackEnd() as back_end:
        at = ("--backend", back_end.base)
        assert kept.run("login", *at).code == 2  # no name
        assert kept.run("login", *at, "--user", "me").code == 3  # no password
        kept.password = "wrong"
        assert kept.run("login", *at, "--user", "me").code == 3
        kept.password = PASSWORD
        assert kept.run("login", *at, "--user", "me").code == 0
        kept.password = ""
        assert kept.run("jobs", *at).code == 0
        kept.password = "wrong"  # given now, it goes before what is kept, and leaves it alone
        assert kept.run("jobs", *at).code == 3
        kept.password = ""
        assert kept.run("jobs", *at).code == 0


def test_several_accounts_are_told_apart(kept: CommandLine, federated: OidcBackEnd) -> None:
    _login(kept, federated, "ada")
    _login(kept, federated, "bob")
    ambiguous = kept.run("jobs", "--backend", federated.base)
    assert ambiguous.code == 2
    assert all(name in ambiguous.sentence() for name in ("ada", "bob", "--user"))
    for user in ("ada", "bob"):
        assert kept.run("jobs", "--backend", federated.base, "--user", user).code == 0
    assert kept.run("logout", "--backend", federated.base).code == 2
    assert kept.run("logout", "--backend", federated.base, "--user", "ada").code == 0
    states = {d["user"]: d["state"] for d in kept.run("accounts", "--json").documents}
    assert states == {"ada": "needs sign-in", "bob": "signed in"}


def test_interrupted_while_a_person_is_waited_for(
    kept: CommandLine, federated: OidcBackEnd
) -> None:
    with kept.start("login", "--backend", federated.base) as running:
        running.wait_for("type the code")
        running.interrupt()
        ended = running.wait()
    assert ended.code == 130
    assert "Traceback" not in ended.err
    assert kept.run("accounts").out.startswith("No accounts yet.")


def test_without_a_keychain_it_is_said(bare: CommandLine, federated: OidcBackEnd) -> None:
    with bare.start("login", "--backend", federated.base) as running:
        _allow(running)
        ended = running.wait()
    assert ended.code == 3
    assert "keychain" in ended.sentence()
    with bare.start("login", "--backend", federated.base, "--no-keep") as running:
        _allow(running)
        assert running.wait().code == 0


def test_terms_are_agreed_to_first(kept: CommandLine) -> None:
    with FakeBackEnd() as back_end:
        links = [{"rel": "terms-of-service", "href": "https://terms.example.org"}]
        capabilities = {"api_version": "1.2.0", "title": "Strict", "links": links}
        endpoints = [
            {"path": "/jobs", "methods": ["GET", "POST"]},
            {"path": "/credentials/basic", "methods": ["GET"]},
        ]
        document = json_reply(capabilities | {"endpoints": endpoints})
        back_end.on(f"{back_end.api}/", document)
        kept.password = PASSWORD
        arguments = ("login", "--backend", back_end.base, "--user", "me")
        refused = kept.run(*arguments)
        assert refused.code == 2
        assert "https://terms.example.org" in refused.err
        assert not back_end.to(f"{back_end.api}/credentials/basic")
        assert kept.run(*arguments, "--accept-terms").code == 0


def test_nothing_to_sign_out_of(bare: CommandLine) -> None:
    ended = bare.run("logout", "nobody")
    assert ended.code == 2
    assert "«nobody»" in ended.sentence()
    assert bare.run("logout").code == 2
