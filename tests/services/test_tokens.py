"""Rotating refresh tokens: two processes of the app, one session, a provider that watches reuse."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from tests.support.oidc_back_end import OidcBackEnd
from tests.support.oidc_provider import ScriptedBrowser
from tests.support.secret_service import SecretService, secret_service
from tests.support.source_tree import ROOT

TIMES = 100
"""For each of the two processes."""
DEADLINE_S = 90.0
SCRIPT = Path(__file__).parents[1] / "support" / "refresh_often.py"


@pytest.fixture
def keychain(tmp_path: Path) -> Iterator[SecretService]:
    with secret_service(tmp_path / "keychain") as running:
        yield running


@pytest.fixture
def cli(tmp_path: Path, keychain: SecretService) -> CommandLine:
    names = ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "XDG_DATA_HOME")
    environment = {name: keychain.env[name] for name in names}
    environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.SecretService.Keyring"
    home = tmp_path / "home"
    home.mkdir()
    return CommandLine(tmp_path / "profile", home, environment=environment)


def _sign_in(cli: CommandLine, back_end: OidcBackEnd) -> str:
    """The id of a new account."""
    with cli.start("login", "--backend", back_end.base) as running:
        line = running.wait_for("With the code in it already: ")
        ScriptedBrowser().allow(line.rpartition(" ")[2].strip())
        assert running.wait().code == 0
    return str(cli.run("accounts", "--json").documents[0]["id"])


@contextlib.contextmanager
def _process(cli: CommandLine, account: str) -> Iterator[subprocess.Popen[str]]:
    """One that has its session and waits for the start."""
    process = subprocess.Popen(
        [sys.executable, SCRIPT, cli.profile, account, str(TIMES)],
        env=cli.variables() | {"PYTHONPATH": os.fspath(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        if process.stdout.readline() != "ready\n":
            pytest.fail(process.communicate(timeout=30)[1])
        yield process
    finally:
        process.kill()
        process.communicate()


def test_two_processes_refresh_one_token(cli: CommandLine, federated: OidcBackEnd) -> None:
    """Neither is logged out, and no refresh token was sent twice (the provider would end both)."""
    account = _sign_in(cli, federated)
    with _process(cli, account) as first, _process(cli, account) as second:
        before = len(federated.provider.token_requests())
        for process in (first, second):
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        ends = [process.communicate(timeout=DEADLINE_S) for process in (first, second)]
    assert [(out, err) for out, err in ends] == [(f"{TIMES}\n", "")] * 2
    answers = [entry["status"] for entry in federated.provider.token_requests()[before:]]
    assert answers == [200] * (2 * TIMES)
    assert federated.refused == 0
    assert cli.run("jobs", "--backend", federated.base).code == 0


def test_killed_while_it_refreshes(cli: CommandLine, federated: OidcBackEnd) -> None:
    """kill -9 leaves no lock behind: at worst its answer is lost, and that is said, not a hang."""
    account = _sign_in(cli, federated)
    with _process(cli, account) as process:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
        before = len(federated.provider.token_requests())
        while len(federated.provider.token_requests()) < before + 5:
            assert process.poll() is None
        process.kill()
        process.wait(10)
    assert cli.run("jobs", "--backend", federated.base).code in (0, 3)
    with cli.start("login", "--backend", federated.base) as running:
        line = running.wait_for("With the code in it already: ")
        ScriptedBrowser().allow(line.rpartition(" ")[2].strip())
        assert running.wait().code == 0
    assert cli.run("jobs", "--backend", federated.base).code == 0
