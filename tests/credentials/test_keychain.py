"""Secrets in the keychain of the system: kept there or nowhere."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import keyring
import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import keyring.errors
import pytest
from keyring.backend import KeyringBackend

from openeo_desktop.credentials.keychain import SERVICE, Keychain


class Vault(KeyringBackend):
    """A keychain in memory; `locked` refuses as a system's keychain does."""

    priority = 1.0
    name = "Vault"

    def __init__(self) -> None:
        super().__init__()
        self.items: dict[tuple[str, str], str] = {}
        self.locked = False

    def _check(self) -> None:
        if self.locked:
            raise keyring.errors.KeyringLocked("canary-detail")

    def get_password(self, service: str, username: str) -> str | None:
        self._check()
        return self.items.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check()
        self.items[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._check()
        if self.items.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError("not there")


@pytest.fixture
def vault() -> Iterator[Vault]:
    before = keyring.get_keyring()
    made = Vault()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_secret_is_kept_and_forgotten(vault: Vault) -> None:
    keychain = Keychain()
    assert keychain.load("a") is None
    assert keychain.save("a", "sécret")
    assert keychain.load("a") == "sécret"
    assert vault.items == {(SERVICE, "a"): "sécret"}
    keychain.delete("a")
    keychain.delete("a")
    assert keychain.load("a") is None
    assert keychain.describe() == "Vault"


def test_locked_keychain_is_no_crash_and_no_leak(
    vault: Vault, caplog: pytest.LogCaptureFixture
) -> None:
    vault.locked = True
    with caplog.at_level(logging.DEBUG):
        assert not Keychain().save("a", "canary-secret")
        assert Keychain().load("a") is None
        Keychain().delete("a")
    assert "canary" not in caplog.text


@pytest.mark.parametrize("weak", [keyring.backends.fail.Keyring, keyring.backends.null.Keyring])
def test_weak_keychains_are_not_used(vault: Vault, weak: Any) -> None:
    keyring.set_keyring(weak())
    keychain = Keychain()
    assert keychain.describe() == ""
    assert not keychain.save("a", "s")
    assert keychain.load("a") is None


def test_plain_text_file_of_keyrings_alt_is_not_used(vault: Vault) -> None:
    plain = type("PlaintextKeyring", (Vault,), {"__module__": "keyrings.alt.file"})()
    keyring.set_keyring(plain)
    assert not Keychain().save("a", "s")
    assert plain.items == {}
