"""Headings between the jobs of a listing by day: rows of their own, with ids that no job has.

The id tells the day, so that a heading keeps its identity from listing to listing. No words here.
"""

from __future__ import annotations

import datetime as dt
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from openeo_desktop.core.job_query import JobListing
from openeo_desktop.models.row_pages import RowIds

UNKNOWN_ID = -1


@dataclass(frozen=True, slots=True)
class DayHeading:
    """Above the jobs of a local day (None: of an unknown one). `count` is None while unknown."""

    day: dt.date | None
    count: int | None = None


class JobDays:
    """The headings of one listing."""

    def __init__(self) -> None:
        self._rows: list[int] = []
        self._counts: dict[int, int | None] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @classmethod
    def between(cls, listing: JobListing) -> tuple[JobDays, RowIds]:
        """The headings, and the row ids of the listing with theirs among them."""
        days = cls()
        if not listing.days:
            return days, listing.row_ids
        jobs = array("q", listing.row_ids)
        ids = array("q")
        for number, (start, day) in enumerate(listing.days):
            last = number == len(listing.days) - 1
            end = len(jobs) if last else listing.days[number + 1].position
            heading = id_of(day)
            days._rows.append(len(ids))
            days._counts[heading] = end - start if listing.complete or not last else None
            ids.append(heading)
            ids.extend(jobs[start:end])
        return days, ids

    def heading(self, row_id: int | None) -> DayHeading | None:
        """The heading of a row id; None for one of a job."""
        if row_id is None or row_id >= 0:
            return None
        day = None if row_id == UNKNOWN_ID else dt.date.fromordinal(-row_id - 1)
        return DayHeading(day, self._counts.get(row_id))

    def count_in(self, first: int, last: int) -> int:
        """How many headings stand in these rows, both included."""
        return bisect_right(self._rows, last) - bisect_left(self._rows, first)


def id_of(day: dt.date | None) -> int:
    """The row id of a day's heading, below 0."""
    return UNKNOWN_ID if day is None else -day.toordinal() - 1
