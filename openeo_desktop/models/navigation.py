"""The places of the navigation and what each asks of the history. No words, no widgets."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
from dataclasses import dataclass

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.job_query import JobQuery
from openeo_desktop.core.jobs import JobStatus

WEEK = dt.timedelta(days=7)


class View(enum.StrEnum):
    """The fixed filters."""

    ALL = "all"
    ACTIVE = "active"
    READY = "ready"
    FAILED_THIS_WEEK = "failed"
    FINISHED_THIS_WEEK = "finished"
    ENDED = "ended"

    @property
    def statuses(self) -> frozenset[JobStatus]:
        """The states a view shows; empty means all."""
        return _STATUSES[self]

    @property
    def age(self) -> dt.timedelta | None:
        """How old a change may be, None if it does not matter."""
        recent = (View.FAILED_THIS_WEEK, View.FINISHED_THIS_WEEK)
        return WEEK if self in recent else None


_STATUSES: dict[View, frozenset[JobStatus]] = {
    View.ALL: frozenset(),
    View.ACTIVE: frozenset({JobStatus.RUNNING, JobStatus.QUEUED}),
    View.READY: frozenset({JobStatus.CREATED}),
    View.FAILED_THIS_WEEK: frozenset({JobStatus.ERROR}),
    View.FINISHED_THIS_WEEK: frozenset({JobStatus.FINISHED}),
    View.ENDED: frozenset({JobStatus.FINISHED, JobStatus.ERROR, JobStatus.CANCELED}),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person is: a view over all accounts, or all jobs of one account.

    `since`: only what changed at or after this time (UTC); such a place is not remembered.
    `saved`: the id of a saved view (`job_views`), which has more to ask.
    """

    view: View = View.ALL
    account: AccountId | None = None
    since: dt.datetime | None = None
    saved: str = ""

    @property
    def line(self) -> Place:
        """The place as the navigation knows it: a saved view by its id alone."""
        return Place(saved=self.saved) if self.saved else self

    def to_text(self) -> str:
        """For the settings."""
        if self.saved:
            return f"saved:{self.saved}"
        view = View.ALL if self.view is View.ENDED else self.view
        return f"account:{self.account}" if self.account else f"view:{view}"

    @classmethod
    def from_text(cls, text: str) -> Place:
        """The inverse of `to_text`; all jobs if it is nonsense."""
        kind, _, name = text.partition(":")
        if kind == "account" and name:
            return cls(account=AccountId(name))
        if kind == "saved" and name:
            return cls(saved=name)
        known = kind == "view" and name in set(View) - {View.ENDED}
        return cls(View(name)) if known else cls()


def query_at(place: Place, query: JobQuery, now: dt.datetime) -> JobQuery:
    """The same order and search text, asked at a place. A new place starts with all its states."""
    since = now - place.view.age if place.view.age else place.since
    return dataclasses.replace(
        query, account=place.account, statuses=place.view.statuses, since=since
    )
