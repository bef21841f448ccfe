"""Secrets in the keychain of the system (keyring): never in a file, never in a weaker place.

Blocking, for the `secrets` lane: a locked keychain waits for the person, up to `WAIT_S`. Without a
keychain nothing is kept; the caller holds the secret in memory and tells the person so.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from openeo_desktop.core.errors import KeychainError
from openeo_desktop.core.keychain_state import KeychainState
from openeo_desktop.credentials.chunks import read_secret, remove_secret, write_secret
from openeo_desktop.credentials.faults import keychain_error, state_of, still_waiting
from openeo_desktop.credentials.system_items import SystemItems, find_items
from openeo_desktop.credentials.waiting_line import StillWaitingError, WaitingLine

__all__ = ["SERVICE", "WAIT_S", "Keychain", "KeychainError", "KeychainState"]

SERVICE = "openEO Desktop"
WAIT_S = 120.0
"""Seconds that a call waits for the person to unlock the keychain."""
T = TypeVar("T")
log = logging.getLogger(__name__)


class Keychain:
    """Secrets by name, of any length, below one service name. Calls are safe from any thread."""

    def __init__(self, service: str = SERVICE, wait_s: float = WAIT_S) -> None:
        self._service = service
        self._line = WaitingLine(wait_s)
        self._state = KeychainState.AVAILABLE

    @property
    def state(self) -> KeychainState:
        """What the last call met; `AVAILABLE` before the first one. Does not block."""
        return self._state

    def describe(self) -> str:
        """Which keychain is used, in a few words; empty if there is none. Unlocks nothing."""
        try:
            return self._line.call(lambda: _items(self._service).label)
        except (KeychainError, StillWaitingError):
            return ""

    def load(self, name: str) -> str | None:
        """The secret, None if there is none.

        Raises:
            KeychainError: It cannot be read now, whether or not there is one; see its `state`.
        """
        return self._call("read", lambda items: read_secret(items, name))

    def save(self, name: str, secret: str) -> None:
        """Keep a secret instead of the one before it, which stays if this fails.

        Raises:
            KeychainError: It is not kept (or only once the keychain is unlocked).
        """
        self._call("write", lambda items: write_secret(items, name, secret))

    def delete(self, name: str) -> None:
        """Forget a secret; no error if there is none, or no keychain.

        Raises:
            KeychainError: Locked or refused: it may still be there.
        """
        try:
            self._call("delete", lambda items: remove_secret(items, name))
        except KeychainError as error:
            if error.state is not KeychainState.MISSING:
                raise

    def _call(self, what: str, use: Callable[[SystemItems], T]) -> T:
        try:
            result = self._line.call(lambda: use(_items(self._service)))
        except StillWaitingError:
            error = still_waiting(self._line.limit_s)
        except KeychainError as known:
            error = known
        except Exception as cause:  # noqa: BLE001 - back-ends raise whatever their system gives
            error = keychain_error(state_of(cause), cause)
        else:
            self._state = KeychainState.AVAILABLE
            return result
        level = logging.DEBUG if self._state is error.state else logging.WARNING
        # First the sentence: on the command line a warning is all that a person sees of it.
        log.log(level, "%s (keychain, %s: %s)", error, what, error.details or error.state)
        self._state = error.state
        raise error


def _items(service: str) -> SystemItems:
    items = find_items(service)
    if items is None:
        raise keychain_error(KeychainState.MISSING)
    return items
