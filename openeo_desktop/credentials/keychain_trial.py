"""Whether the keychain works: a value is written, read back and removed, if nobody would be asked.

Only a keychain that is known to be open is tried; one that is locked would wake the person.
"""

from __future__ import annotations

import contextlib
import ctypes
import platform
import secrets
from enum import StrEnum

from openeo_desktop.credentials.faults import state_of
from openeo_desktop.credentials.system_items import SystemItems, find_items
from openeo_desktop.credentials.waiting_line import StillWaitingError, WaitingLine

_WITHIN_S = 10.0
_NAME = "self-check"
_UNLOCKED = 1
"""`kSecUnlockStateStatus` of Apple's Security framework."""


class Trial(StrEnum):
    """How it went. `NOT_TRIED`: it cannot be told beforehand whether the person would be asked."""

    WORKS = "works"
    LOCKED = "locked"
    NOT_TRIED = "not tried"
    MISSING = "missing"
    FAILED = "failed"


def try_keychain(service: str) -> tuple[Trial, str]:
    """How it went, and what the keychain calls itself (or which kind of error there was); blocks.

    Args:
        service: The name below which the value lies for a moment.
    """
    try:
        return WaitingLine(_WITHIN_S).call(lambda: _try(service))
    except StillWaitingError:
        return Trial.FAILED, "it does not answer"
    except Exception as error:  # noqa: BLE001 - back-ends raise whatever their system gives
        return Trial.FAILED, f"{state_of(error)}: {type(error).__module__}.{type(error).__name__}"


def _try(service: str) -> tuple[Trial, str]:
    items = find_items(service)
    if items is None:
        return Trial.MISSING, ""
    is_open = _is_open(items)
    if not is_open:
        return (Trial.NOT_TRIED if is_open is None else Trial.LOCKED), items.label
    secret = secrets.token_urlsafe(32)
    try:
        items.put(_NAME, secret)
        same = items.get(_NAME) == secret
    finally:
        items.remove(_NAME)
    return (Trial.WORKS if same else Trial.FAILED), items.label


def _is_open(items: SystemItems) -> bool | None:
    """Whether it can be used without asking the person; None if that cannot be said."""
    module = type(items.backend).__module__
    if module.startswith("keyring.backends.SecretService"):
        return _secret_service_is_open()
    if module.startswith("keyring.backends.macOS"):
        return _login_keychain_is_open()
    return True if module.startswith("keyring.backends.Windows") else None


def _secret_service_is_open() -> bool:
    import secretstorage

    with contextlib.closing(secretstorage.dbus_init()) as bus:
        try:
            # Not `get_default_collection`: it makes one where there is none, and asks for that.
            collection = secretstorage.get_collection_by_alias(bus, "default")
        except secretstorage.ItemNotFoundException:
            return False
        return not collection.is_locked()


def _login_keychain_is_open() -> bool | None:
    """By `SecKeychainGetStatus` (not tested here)."""
    if platform.system() != "Darwin":
        return None
    with contextlib.suppress(OSError, AttributeError):
        security = ctypes.CDLL("/System/Library/Frameworks/Security.framework/Security")
        status = ctypes.c_uint32()
        if security.SecKeychainGetStatus(None, ctypes.byref(status)) == 0:
            return bool(status.value & _UNLOCKED)
    return None
