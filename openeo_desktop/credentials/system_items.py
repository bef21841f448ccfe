"""The one system keychain that keyring found, as items by name, with what is known of its ways.

Only real keychains: never keyring's plaintext, null or fail back-ends, never a file.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from openeo_desktop.credentials.chunks import CHUNK

_WEAK = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt", "keyrings.cryptfile")
_WINDOWS = "keyring.backends.Windows"
_MACOS = "keyring.backends.macOS"
_ROOMY = (_MACOS, "keyring.backends.SecretService", "keyring.backends.kwallet")
_SYSTEM = (_WINDOWS, *_ROOMY, "keyring.backends.libsecret")
PAUSES_S = (0.05, 0.1, 0.2, 0.4)
_PASSING = (
    "ItemNotFoundException",  # another process replaced the item between finding and reading it
    "InitError",  # a busy Secret Service did not find its own collection for a moment
)
log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SystemItems:
    """Items of one back-end of keyring below one service name; raises what the back-end raises."""

    backend: Any
    service: str

    @property
    def label(self) -> str:
        """What the back-end calls itself."""
        return str(self.backend.name)

    @property
    def whole_chars(self) -> int | None:
        """See `chunks.Items`. Windows: always in chunks, because keyring copies an item that is
        replaced, and only the manifest (no secret) may be copied."""
        if _is_of(self.backend, (_WINDOWS,)):
            return 0
        return None if _is_of(self.backend, _ROOMY) else CHUNK

    @property
    def replaces_atomically(self) -> bool:
        """See `chunks.Items`. macOS: keyring deletes the item, then adds the new one."""
        return not _is_of(self.backend, (_MACOS,))

    def get(self, name: str) -> str | None:
        """The item, None if there is none."""
        return _patiently(lambda: self._read(name))

    def _read(self, name: str) -> str | None:
        secret = self.backend.get_password(self._service_of(name), name)
        return secret if isinstance(secret, str) else None

    def put(self, name: str, text: str) -> None:
        """Write the item, or replace it."""
        _patiently(lambda: self.backend.set_password(self._service_of(name), name, text))

    def remove(self, name: str) -> None:
        """Remove the item; no error if there is none."""
        if self.get(name) is not None:  # back-ends do not tell «not there» from «not allowed»
            self.backend.delete_password(self._service_of(name), name)

    def _service_of(self, name: str) -> str:
        """Windows: a second user under one service would move the first one's item."""
        return f"{self.service}/{name}" if _is_of(self.backend, (_WINDOWS,)) else self.service


def _patiently(call: Callable[[], T]) -> T:
    """Try again where a failure is likely to pass by itself; the last one is raised."""
    for pause in PAUSES_S:
        try:
            return call()
        except Exception as error:
            if type(error).__name__ not in _PASSING:
                raise
        time.sleep(pause)
    return call()


def find_items(service: str) -> SystemItems | None:
    """The keychain of this system, None if there is none worth the name."""
    import keyring

    backends = [b for b in _members(keyring.get_keyring()) if not _is_of(b, _WEAK)]
    known = [b for b in backends if _is_of(b, _SYSTEM)]
    if not backends:
        return None
    chosen = (known or backends)[0]
    if _is_of(chosen, (_WINDOWS,)):
        chosen.persist = "local machine"  # the default roams to other computers of a domain
    return SystemItems(chosen, service)


def _members(backend: Any) -> list[Any]:
    """The parts of keyring's chainer, or the one back-end there is."""
    return list(getattr(backend, "backends", None) or [backend])


def _is_of(backend: Any, modules: tuple[str, ...]) -> bool:
    return type(backend).__module__.startswith(modules)
