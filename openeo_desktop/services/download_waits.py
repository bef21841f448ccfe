"""Whether, and when, a download that failed is tried again by itself. Pure functions."""

from __future__ import annotations

import random

from openeo_desktop.core.errors import (
    AppError,
    BackEndError,
    BadAnswerError,
    BusyError,
    DownloadError,
    PartInUseError,
    UnreachableError,
)

TRIES = 8
SHORTEST_WAIT = 1.0
LONGEST_WAIT = 300.0
IN_USE_WAIT = 2.0
LONGEST_ASKED = 3600.0
_PASSING = (408, 425, 500)
DAMAGED = (DownloadError, BadAnswerError)
"""What came was not what was announced, or cannot be read: worth one more try."""


def may_help(error: AppError, attempts: int, restarts: int, *, offline: bool) -> bool:
    """Whether trying again makes sense: a damaged file once, the network longer.

    Args:
        attempts: Tries since the last one that brought any byte.
        restarts: How often the file was not what was announced.
        offline: It is known that the back-end is not reached now; so it is waited for.
    """
    if isinstance(error, PartInUseError):
        return True
    if isinstance(error, DAMAGED):
        return restarts < 2
    if isinstance(error, BackEndError) and error.status in _PASSING:
        return attempts < 3
    if isinstance(error, UnreachableError) and offline:
        return True
    return isinstance(error, (UnreachableError, BusyError)) and attempts < TRIES


def wait_before(attempts: int, error: AppError) -> float:
    """Seconds until the next try: full jitter, or as long as the server asks (an hour at most)."""
    if isinstance(error, PartInUseError):
        return min(IN_USE_WAIT, LONGEST_WAIT)
    asked = (error.retry_after if isinstance(error, BusyError) else None) or 0.0
    most = min(LONGEST_WAIT, 2.0 ** min(attempts, 16))
    spread = random.uniform(0.0, most)  # noqa: S311 - jitter, not a secret
    return max(min(asked, LONGEST_ASKED), spread, min(SHORTEST_WAIT, LONGEST_WAIT))
