"""How the keychain of the system is, as a value; what uses it is `credentials.keychain`."""

from __future__ import annotations

import enum


class KeychainState(enum.StrEnum):
    """What the last call to the keychain met."""

    AVAILABLE = "available"
    LOCKED = "locked"
    """It waits for the person, or its service is not answering just now: what is in it stays."""
    MISSING = "missing"
    """There is none in this session (no Secret Service on the bus, say)."""
    REFUSED = "refused"
    """It is there, but did not do what was asked."""
