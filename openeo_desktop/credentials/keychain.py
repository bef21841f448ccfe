"""Secrets in the keychain of the system (keyring): never in a file, never in a weaker place.

Blocking, for the `secrets` lane: a locked keychain waits for the person. Without a keychain nothing
is kept; the caller holds the secret in memory and tells the person so.
"""

from __future__ import annotations

import logging
from typing import Any

SERVICE = "openEO Desktop"
log = logging.getLogger(__name__)
_WEAK = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt", "keyrings.cryptfile")


class Keychain:
    """Secrets by name, one item each, below one service name."""

    def __init__(self, service: str = SERVICE) -> None:
        self._service = service

    def _backend(self) -> Any | None:
        import keyring
        import keyring.errors

        try:
            backend = keyring.get_keyring()
        except Exception:
            log.exception("The keychain library does not work")
            return None
        return next((b for b in _members(backend) if not _is_weak(b)), None)

    def describe(self) -> str:
        """Which keychain is used, in a few words; empty if there is none."""
        backend = self._backend()
        return "" if backend is None else str(backend.name)

    def load(self, name: str) -> str | None:
        """The secret, None if there is none or the keychain cannot be read."""
        backend = self._backend()
        if backend is None:
            return None
        try:
            secret = backend.get_password(self._service, name)
        except Exception as error:  # noqa: BLE001 - back-ends raise whatever their system gives
            log.warning("The keychain could not be read: %s", type(error).__name__)
            return None
        return secret if isinstance(secret, str) else None

    def save(self, name: str, secret: str) -> bool:
        """Keep a secret; False if there is no keychain or it refuses."""
        backend = self._backend()
        if backend is None:
            return False
        try:
            backend.set_password(self._service, name, secret)
        except Exception as error:  # noqa: BLE001 - back-ends raise whatever their system gives
            log.warning("The keychain did not keep the secret: %s", type(error).__name__)
            return False
        return True

    def delete(self, name: str) -> None:
        """Forget a secret; no error if there is none."""
        backend = self._backend()
        if backend is None:
            return
        try:
            backend.delete_password(self._service, name)
        except Exception as error:  # noqa: BLE001 - back-ends raise whatever their system gives
            log.info("Nothing deleted from the keychain: %s", type(error).__name__)


def _members(backend: Any) -> list[Any]:
    """The parts of keyring's chainer, or the one back-end there is."""
    return list(getattr(backend, "backends", None) or [backend])


def _is_weak(backend: Any) -> bool:
    return type(backend).__module__.startswith(_WEAK)
