"""The trial of the keychain: a real Secret Service, open, locked and gone; nobody is ever asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from openeo_desktop.credentials.keychain_trial import Trial, try_keychain
from tests.support.secret_service import SecretService

_TRY = (
    "from openeo_desktop.credentials.keychain_trial import try_keychain\n"
    "trial, about = try_keychain('openEO Desktop (trial)')\n"
    "print(trial.value, about, sep='|')"
)
_COUNT = (
    "import secretstorage as s\n"
    "print(len(list(s.get_default_collection(s.dbus_init()).get_all_items())))"
)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[SecretService]:
    with SecretService(tmp_path) as running:
        yield running


def _tried(service: SecretService) -> tuple[str, str]:
    trial, _, about = service.python(_TRY).strip().partition("|")
    return trial, about


def test_an_open_one_keeps_nothing_of_the_trial(service: SecretService) -> None:
    assert _tried(service) == ("works", "SecretService Keyring")
    assert service.python(_COUNT).strip() == "0"


def test_a_locked_one_is_left_locked(service: SecretService) -> None:
    service.lock()
    assert _tried(service) == ("locked", "SecretService Keyring")
    locked = "import secretstorage as s; c = s.get_collection_by_alias(s.dbus_init(), 'default')"
    assert service.python(f"{locked}; print(c.is_locked())").strip() == "True"


class _Forgetful(KeyringBackend):
    """Called like one of Windows; what is written comes back changed, or not at all."""

    priority = -10.0  # it is never chosen by itself

    def __init__(self, says: str | Exception | None) -> None:
        self.says = says
        self.deleted = 0

    def get_password(self, service: str, username: str) -> str | None:
        if isinstance(self.says, Exception):
            raise self.says
        return self.says

    def set_password(self, service: str, username: str, password: str) -> None:
        """Lost."""

    def delete_password(self, service: str, username: str) -> None:
        self.deleted += 1


@pytest.fixture
def before() -> Iterator[None]:
    known = keyring.get_keyring()
    yield
    keyring.set_keyring(known)


@pytest.mark.parametrize("says", ["another value", None, OSError("c4n4ry")])
def test_one_that_does_not_keep_is_found(
    before: None, monkeypatch: pytest.MonkeyPatch, says: str | Exception | None
) -> None:
    monkeypatch.setattr(_Forgetful, "__module__", "keyring.backends.Windows")
    keyring.set_keyring(_Forgetful(says))
    trial, about = try_keychain("openEO Desktop (trial)")
    assert trial is Trial.FAILED
    assert "c4n4ry" not in about


def test_one_of_unknown_ways_is_not_tried(before: None) -> None:
    unknown = _Forgetful(None)
    keyring.set_keyring(unknown)
    assert try_keychain("openEO Desktop (trial)")[0] is Trial.NOT_TRIED
    assert unknown.deleted == 0
