"""The keychain against a real Secret Service (gnome-keyring on a private session bus)."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.credentials.vaults import token
from tests.support.secret_service import SecretService, secret_service
from tests.support.source_tree import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Secret Service is of Linux")
LONG = token(100_000)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[SecretService]:
    with secret_service(tmp_path / "home") as running:
        yield running


def _use(service: SecretService, *steps: str, wait_s: float = 30.0) -> list[object]:
    """What each step came to in one process of the app: a value, or the state of the error."""
    code = (
        "import json, sys\n"
        "from openeo_desktop.credentials.keychain import Keychain, KeychainError\n"
        f"k = Keychain(wait_s={wait_s})\n"
        "def tell(fn):\n"
        "    try: value = fn()\n"
        "    except KeychainError as error: value = 'KeychainError ' + error.state\n"
        "    print(json.dumps(value), flush=True)\n"
    )
    code += "".join(f"tell(lambda: {step})\n" for step in steps)
    return [json.loads(line) for line in service.python(code).splitlines()]


def test_stored_read_back_and_forgotten(service: SecretService) -> None:
    assert _use(service, "k.load('a')", f"k.save('a', {LONG!r})", "k.describe()") == [
        None,
        None,
        "SecretService Keyring",
    ]
    assert _use(service, "k.load('a')", "k.delete('a')", "k.load('a')", "k.delete('a')") == [
        LONG,
        None,
        None,
        None,
    ]


def test_read_back_after_the_daemon_restarts(service: SecretService) -> None:
    _use(service, "k.save('a', 'kept')")
    service.kill()
    service.start()
    assert _use(service, "k.load('a')") == ["kept"]


def test_nothing_readable_on_the_disk(service: SecretService, tmp_path: Path) -> None:
    _use(service, "k.save('a', 'canary-0123456789')")
    files = [path for path in (tmp_path / "home").rglob("*") if path.is_file()]
    assert [path for path in files if path.suffix == ".keyring"]
    assert not [path for path in files if b"canary-0123456789" in path.read_bytes()]


def test_locked_is_told_and_open_again_it_is_all_there(service: SecretService) -> None:
    _use(service, "k.save('a', 'kept')")
    service.lock()
    assert _use(service, "k.load('a')", "k.save('a', 'new')", "k.delete('a')", "k.describe()") == [
        "KeychainError locked",
        "KeychainError locked",
        "KeychainError locked",
        "SecretService Keyring",
    ]
    service.kill()
    service.start()
    assert _use(service, "k.load('a')") == ["kept"]


def test_wrong_password_is_no_sign_out(service: SecretService) -> None:
    """The person (or PAM) gives another password: the keyring stays closed."""
    _use(service, "k.save('a', 'kept')")
    service.kill()
    service.start("another password")
    assert _use(service, "k.load('a')") == ["KeychainError locked"]
    service.kill()
    service.start()
    assert _use(service, "k.load('a')") == ["kept"]


def _talk(service: SecretService) -> subprocess.Popen[str]:
    """A process of the app that does one step per line of its input."""
    code = (
        "import json, sys\n"
        "from openeo_desktop.credentials.keychain import Keychain, KeychainError\n"
        "k = Keychain(wait_s=30)\n"
        "for line in sys.stdin:\n"
        "    try: value = eval(line)\n"
        "    except KeychainError as error: value = 'KeychainError ' + error.state\n"
        "    print(json.dumps(value), flush=True)\n"
    )
    return subprocess.Popen(
        [sys.executable, "-c", code],
        env=service.env,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _say(app: subprocess.Popen[str], step: str) -> object:
    assert app.stdin is not None
    assert app.stdout is not None
    app.stdin.write(step + "\n")
    app.stdin.flush()
    return json.loads(app.stdout.readline())


def test_daemon_killed_in_the_middle_of_a_run(service: SecretService) -> None:
    with _talk(service) as app:
        assert _say(app, "k.save('a', 'kept')") is None
        service.kill()
        assert _say(app, "k.load('a')") == "KeychainError locked"
        assert _say(app, "k.save('a', 'new')") == "KeychainError locked"
        assert app.stdin is not None
        app.stdin.close()
    assert app.returncode == 0


def test_bus_gone_in_the_middle_of_a_run(service: SecretService) -> None:
    with _talk(service) as app:
        assert _say(app, "k.save('a', 'kept')") is None
        service.kill()
        service.stop_bus()
        assert _say(app, "k.load('a')") == "KeychainError locked"
        assert app.stdin is not None
        app.stdin.close()
    assert app.returncode == 0


def test_no_bus_at_all(service: SecretService) -> None:
    service.env.pop("DBUS_SESSION_BUS_ADDRESS")
    steps = ("k.load('a')", "k.save('a', 'x')", "k.delete('a')", "k.describe()")
    missing = "KeychainError missing"
    assert _use(service, *steps) == [missing, missing, None, ""]
