"""What is said of a job that moves while its back-end does not answer: the last that is known.

Its clock stands still at the moment from which nothing more is known. Pure functions, no widgets.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.accounts import AccountState, AccountStatus
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.ui.kit.status_pill import status_label


def unknown_since(job: Job, statuses: Iterable[AccountStatus]) -> dt.datetime | None:
    """Since when (UTC) nothing new is known of an active job; None while its back-end answers."""
    if not job.status.is_active:
        return None
    found = (s for s in statuses if s.account.id == job.account_id)
    status = next(found, None)
    offline = status is not None and status.state is AccountState.OFFLINE
    return status.since if status is not None and offline else None


def clock_of(job: Job, statuses: Iterable[AccountStatus], now: dt.datetime) -> dt.datetime:
    """`now`, or the moment at which the clock of this job stands."""
    since = unknown_since(job, statuses)
    return now if since is None else min(now, since)


def last_known_text(job: Job) -> str:
    """`Last known: running`. Whole sentences: small letters are not right in every language."""
    if job.status is JobStatus.QUEUED:
        return QCoreApplication.translate("Jobs", "Last known: queued")
    if job.status is JobStatus.RUNNING:
        return QCoreApplication.translate("Jobs", "Last known: running")
    word = status_label(job.status, visible_text(job.status_text))
    return QCoreApplication.translate("Jobs", "Last known: {status}").format(status=word)
