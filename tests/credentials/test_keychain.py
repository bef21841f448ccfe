"""Secrets in the keychain of the system: kept there or nowhere; «cannot be read» is not «gone»."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator

import keyring
import keyring.backends.fail
import keyring.backends.null
import keyring.errors
import pytest
from keyring.backend import KeyringBackend

from openeo_desktop.core.errors import KeychainError, SignInError
from openeo_desktop.core.keychain_state import KeychainState
from openeo_desktop.credentials.keychain import SERVICE, Keychain
from tests.credentials.vaults import MacVault, Vault, WindowsVault, token, used
from tests.support.waiting import wait_until


@pytest.fixture
def vault() -> Iterator[Vault]:
    made = Vault()
    with used(made):
        yield made


def test_secret_is_kept_and_forgotten(vault: Vault) -> None:
    keychain = Keychain()
    assert keychain.load("a") is None
    keychain.save("a", "sécret")
    assert keychain.load("a") == "sécret"
    assert vault.items == {(SERVICE, "a"): "sécret"}
    keychain.delete("a")
    keychain.delete("a")
    assert keychain.load("a") is None
    assert keychain.describe() == "Vault"
    assert keychain.state is KeychainState.AVAILABLE


def test_locked_is_an_error_of_its_own_and_tells_no_secret(
    vault: Vault, caplog: pytest.LogCaptureFixture
) -> None:
    keychain = Keychain()
    keychain.save("a", "kept before")
    vault.locked = True
    with caplog.at_level(logging.DEBUG):
        for call in (
            lambda: keychain.load("a"),
            lambda: keychain.save("a", "canary-secret"),
            lambda: keychain.delete("a"),
        ):
            with pytest.raises(KeychainError) as caught:
                call()
            assert caught.value.state is KeychainState.LOCKED
            assert not isinstance(caught.value, SignInError)
            assert "Unlock" in caught.value.hint
            assert "canary" not in caught.value.full_text()
            assert caught.value.__context__ is None
    assert "canary" not in caplog.text
    warned = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert [text.partition(" (")[0] for text in warned] == [str(caught.value)]  # a sentence, once
    assert keychain.state is KeychainState.LOCKED
    vault.locked = False
    assert keychain.load("a") == "kept before"
    assert keychain.state is KeychainState.AVAILABLE


@pytest.mark.parametrize(
    ("raised", "state"),
    [
        (keyring.errors.NoKeyringError("x"), KeychainState.MISSING),
        (keyring.errors.PasswordSetError("x"), KeychainState.REFUSED),
        (OSError(1783, "The stub received bad data"), KeychainState.REFUSED),
        (ConnectionResetError("the bus went away"), KeychainState.LOCKED),
        (NotImplementedError(), KeychainState.REFUSED),
    ],
)
def test_failures_have_their_state(vault: Vault, raised: Exception, state: KeychainState) -> None:
    vault.fault, vault.fault_at = raised, 1
    with pytest.raises(KeychainError) as caught:
        Keychain().save("a", "s")
    assert caught.value.state is state
    assert vault.items == {}


@pytest.mark.parametrize("weak", [keyring.backends.fail.Keyring, keyring.backends.null.Keyring])
def test_weak_keychains_are_not_used(weak: type[KeyringBackend]) -> None:
    with used(weak()):
        keychain = Keychain()
        assert keychain.describe() == ""
        with pytest.raises(KeychainError) as caught:
            keychain.save("a", "s")
        assert caught.value.state is KeychainState.MISSING
        with pytest.raises(KeychainError):
            keychain.load("a")
        keychain.delete("a")


def test_plain_text_file_of_keyrings_alt_is_not_used() -> None:
    plain = type("PlaintextKeyring", (Vault,), {"__module__": "keyrings.alt.file"})()
    with used(plain):
        with pytest.raises(KeychainError):
            Keychain().save("a", "s")
        assert plain.items == {}


class _Chain(Vault):
    """Several back-ends, as keyring's chainer shows them."""

    def __init__(self, *backends: KeyringBackend) -> None:
        super().__init__()
        self.backends = backends


def test_system_keychain_goes_before_strangers() -> None:
    """A package manager's plug-in for its own tokens often comes first in keyring's chain."""
    stranger, system = Vault(), MacVault()
    with used(_Chain(keyring.backends.null.Keyring(), stranger, system)):
        Keychain().save("a", "s")
    assert stranger.items == {}
    assert system.items == {(SERVICE, "a"): "s"}


class _Prompting(Vault):
    """Blocks at the first call until the person answers."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = threading.Event()

    def _check(self) -> None:
        assert self.answered.wait(30)
        super()._check()


def test_waits_for_the_person_up_to_a_limit_and_keeps_the_order() -> None:
    vault = _Prompting()
    with used(vault):
        keychain = Keychain(wait_s=0.2)
        with pytest.raises(KeychainError) as caught:
            keychain.save("a", "first")
        assert caught.value.state is KeychainState.LOCKED
        assert "waiting" in caught.value.message
        with pytest.raises(KeychainError):
            keychain.save("a", "second")
        vault.answered.set()
        wait_until(lambda: vault.items == {(SERVICE, "a"): "second"}, "both are written, in order")
        assert keychain.load("a") == "second"


def test_person_who_answers_in_time_is_waited_for() -> None:
    vault = _Prompting()
    vault.items[SERVICE, "a"] = "kept"
    with used(vault):
        threading.Timer(0.1, vault.answered.set).start()
        assert Keychain(wait_s=30).load("a") == "kept"


def test_windows_items_stay_on_this_computer_and_move_nobody() -> None:
    vault = WindowsVault()
    with used(vault):
        keychain = Keychain()
        for name in ("a", "b"):
            for turn in range(3):
                keychain.save(name, token(4000, turn))
        assert keychain.load("a") == keychain.load("b") == token(4000, 2)
        assert vault.persist == "local machine"
        assert vault.moved == []
        old = token(4000, 0)[:500]
        assert not [user for user, secret in vault.targets.values() if old in secret]
        keychain.delete("a")
        keychain.delete("b")
        assert vault.targets == {}


class ItemNotFoundException(Exception):
    """What secretstorage raises for an item that was replaced between finding and reading it."""


class _Replaced(Vault):
    """A vault that another process writes to: the next `misses` reads find their item gone."""

    misses = 0

    def get_password(self, service: str, username: str) -> str | None:
        if self.misses:
            self.misses -= 1
            raise ItemNotFoundException
        return super().get_password(service, username)


@pytest.mark.parametrize(("misses", "is_read"), [(1, True), (4, True), (5, False)])
def test_item_replaced_while_it_is_read_is_read_again(misses: int, is_read: bool) -> None:
    vault = _Replaced()
    with used(vault):
        keychain = Keychain()
        keychain.save("name", "the secret")
        vault.misses = misses
        if is_read:
            assert keychain.load("name") == "the secret"
        else:
            with pytest.raises(KeychainError):
                keychain.load("name")


class _Busy(Vault):
    """A Secret Service that does not find its own collection the first times it is asked."""

    misses = 0

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.misses:
            self.misses -= 1
            raise keyring.errors.InitError("Failed to create the collection")
        super().set_password(service, username, password)


@pytest.mark.parametrize(("misses", "is_kept"), [(1, True), (4, True), (5, False)])
def test_busy_keychain_is_asked_again_then_counts_as_locked(misses: int, is_kept: bool) -> None:
    vault = _Busy()
    vault.misses = misses
    with used(vault):
        if is_kept:
            Keychain().save("a", "s")
            assert vault.items == {(SERVICE, "a"): "s"}
        else:
            with pytest.raises(KeychainError) as caught:
                Keychain().save("a", "s")
            assert caught.value.state is KeychainState.LOCKED
