"""How often a back-end is asked: the rhythm of watching, of catching up, and after failures.

The one place that knows whether a back-end is near: one on this very computer may be asked often.
No requests and no waiting here.
"""

from __future__ import annotations

import random
from urllib.parse import urlsplit

from openeo_desktop.api.urls import is_loopback
from openeo_desktop.core.accounts import Account
from openeo_desktop.core.errors import AppError, BusyError, SignInError

FIRST, FACTOR, LONGEST = 5.0, 1.25, 55.0
"""Seconds from one look at active jobs to the next: the first after a change, and the longest.

A little less than a minute, so that an end is noticed within a minute, the answer included.
"""
NEAR_FIRST, NEAR_LONGEST = 0.5, 5.0
LISTING_EVERY, LISTING_AT_LEAST = 300.0, 3600.0
"""Seconds between two whole listings: of a short one, and at most, however long it is."""
PER_PAGE = 60.0
"""A listing of many pages is read more seldom: one page a minute on the average."""
HIDDEN = 2.0
"""While nobody sees the window everything is so many times slower."""
SOON, LATER = 1.0, 5.0
"""Seconds between two requests that fetch details: of what just changed, of what is old."""
NEAR_SOON, NEAR_LATER = 0.05, 0.2


def is_near(account: Account) -> bool:
    """Whether the back-end runs on this computer."""
    return is_loopback(urlsplit(account.api_base).hostname or "")


def first_wait(account: Account) -> float:
    """Seconds from a change to the next look."""
    return NEAR_FIRST if is_near(account) else FIRST


def longest_wait(account: Account) -> float:
    """Seconds between two looks at jobs that have not changed for long."""
    return NEAR_LONGEST if is_near(account) else LONGEST


def listing_wait(pages: int) -> float:
    """Seconds between two readings of a whole listing of so many pages."""
    return min(LISTING_AT_LEAST, max(LISTING_EVERY, pages * PER_PAGE))


def shortened(seconds: float) -> float:
    """A wait that differs from account to account, so that not all come at once; never longer."""
    return seconds * random.uniform(0.9, 1.0)  # noqa: S311 - jitter, not a secret


def fetch_gap(account: Account, *, urgent: bool, took: float) -> float:
    """Seconds to leave a back-end alone after a request for details that took so long."""
    if is_near(account):
        return NEAR_SOON if urgent else NEAR_LATER
    return max(SOON, took) if urgent else max(LATER, 5 * took)


def back_off(failures: int, error: AppError | None, longest: float = LISTING_EVERY) -> float:
    """Seconds to wait after so many failures; a person has to act where sign-in is needed."""
    if isinstance(error, SignInError):
        return LISTING_EVERY
    asked = error.retry_after if isinstance(error, BusyError) else None
    wait = min(longest, FIRST * 2.0 ** min(max(0, failures - 1), 6))
    return max(asked or 0.0, shortened(wait))
