"""Keychains in memory, written by hand: real back-ends of keyring that fail when told to."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager

import keyring
import keyring.errors
from keyring.backend import KeyringBackend


class Vault(KeyringBackend):
    """A keychain without peculiarities. `locked` refuses as a system's keychain does."""

    priority = 1.0
    name = "Vault"

    def __init__(self) -> None:
        super().__init__()
        self.items: dict[tuple[str, str], str] = {}
        self.locked = False
        self.calls = 0
        self.lock_at: int | None = None
        """The number of the call at which it locks itself."""
        self.fault: Exception | None = None
        self.fault_at: int | None = None
        """The number of the write (one system call) that raises `fault` instead."""
        self.writes = 0

    def _check(self) -> None:
        self.calls += 1
        if self.lock_at is not None and self.calls >= self.lock_at:
            self.locked = True
        if self.locked:
            raise keyring.errors.KeyringLocked("canary-detail")

    def _write(self) -> None:
        self.writes += 1
        if self.fault_at == self.writes:
            raise self.fault or keyring.errors.PasswordSetError("canary-detail")

    def get_password(self, service: str, username: str) -> str | None:
        self._check()
        return self.items.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check()
        self._write()
        self.items[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._check()
        if (service, username) not in self.items:
            raise keyring.errors.PasswordDeleteError("not there")
        self._write()
        del self.items[service, username]


class WindowsVault(Vault):
    """What keyring makes of the Windows Credential Manager, with its quirks.

    2,560 bytes of UTF-16 per item; `items` are by target, with user and secret. Setting copies what
    lies under the service to `user@service` first, then writes: two system calls.
    """

    name = "WindowsVault"
    __module__ = "keyring.backends.Windows"  # how the app recognises it
    persist: object = "enterprise"

    def __init__(self) -> None:
        super().__init__()
        self.targets: dict[str, tuple[str, str]] = {}
        self.moved: list[str] = []

    def _cred_write(self, target: str, user: str, secret: str) -> None:
        if len(secret.encode("utf-16-le")) > 2560:
            raise OSError(1783, "The stub received bad data")
        self._write()
        self.targets[target] = (user, secret)

    def get_password(self, service: str, username: str) -> str | None:
        self._check()
        for target in (service, f"{username}@{service}"):
            found = self.targets.get(target)
            if found is not None and found[0] == username:
                return found[1]
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check()
        there = self.targets.get(service)
        if there is not None:
            if there[0] != username:
                self.moved.append(there[0])
            self._cred_write(f"{there[0]}@{service}", *there)
        self._cred_write(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        self._check()
        found = False
        for target in (service, f"{username}@{service}"):
            if target in self.targets and self.targets[target][0] == username:
                self._write()
                del self.targets[target]
                found = True
        if not found:
            raise keyring.errors.PasswordDeleteError(service)


class MacVault(Vault):
    """What keyring makes of the macOS keychain: an item is deleted, then added."""

    name = "MacVault"
    __module__ = "keyring.backends.macOS"

    def set_password(self, service: str, username: str, password: str) -> None:
        self._check()
        if (service, username) in self.items:
            self._write()
            del self.items[service, username]
        self._write()
        self.items[service, username] = password


@contextmanager
def used(vault: KeyringBackend) -> Iterator[None]:
    """The vault is the keychain of this process inside the block."""
    before = keyring.get_keyring()
    keyring.set_keyring(vault)
    try:
        yield
    finally:
        keyring.set_keyring(before)


def token(chars: int, seed: int = 0) -> str:
    """A secret of this length that looks like a token."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."
    return "".join(random.Random(seed).choices(letters, k=chars))
