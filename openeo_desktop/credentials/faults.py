"""The border where keyring's failures become ours: which state it is, and words for a person.

The text of a foreign exception is never passed on: nobody knows what it quotes.
"""

from __future__ import annotations

from openeo_desktop.core.errors import KeychainError
from openeo_desktop.core.keychain_state import KeychainState
from openeo_desktop.core.words import error_text

_WORDS = {
    KeychainState.LOCKED: (
        error_text("The keychain of this computer is locked or does not answer."),
        error_text("Unlock it, then try again."),
    ),
    KeychainState.MISSING: (
        error_text("There is no keychain in this session."),
        error_text("Sign-ins last as long as the app runs; nothing is written to a file."),
    ),
    KeychainState.REFUSED: (
        error_text("The keychain of this computer refused."),
        error_text("Look at its settings; until then sign-ins last as long as the app runs."),
    ),
}
_STATES = {
    # By name of the class: the libraries below keyring differ from system to system.
    "KeyringLocked": KeychainState.LOCKED,
    # Secret Service: the daemon was killed, and the bus has started a locked one.
    "InitError": KeychainState.LOCKED,
    "LockedException": KeychainState.LOCKED,
    "PromptDismissedException": KeychainState.LOCKED,
    # It was there when the app found it, and may come back.
    "SecretServiceNotAvailableException": KeychainState.LOCKED,
    "NoKeyringError": KeychainState.MISSING,
}


def keychain_error(state: KeychainState, cause: BaseException | None = None) -> KeychainError:
    """The error of a state, with the kind of its cause for support."""
    message, hint = _WORDS[state]
    details = f"{type(cause).__module__}.{type(cause).__name__}" if cause is not None else ""
    return KeychainError(message, hint, state=state, details=details)


def still_waiting(limit_s: float) -> KeychainError:
    """The person has not unlocked it within the time that we wait."""
    return KeychainError(
        f"The keychain of this computer has been waiting to be unlocked for "
        f"{limit_s / 60:.0f} minutes."
        if limit_s >= 120
        else f"The keychain of this computer has been waiting to be unlocked for "
        f"{limit_s:.0f} seconds.",
        "Look for its window and unlock it, then try again.",
        state=KeychainState.LOCKED,
    )


def state_of(error: BaseException) -> KeychainState:
    """Which state a failure of keyring, or of a library below it, means."""
    for kind in type(error).__mro__:
        if kind.__name__ in _STATES:
            return _STATES[kind.__name__]
    # The bus went away in the middle, or its socket is gone.
    if isinstance(error, ConnectionError | FileNotFoundError | TimeoutError | EOFError):
        return KeychainState.LOCKED
    return KeychainState.REFUSED
