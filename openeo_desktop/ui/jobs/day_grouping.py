"""What «Group by day» makes of the order of the jobs: days need an order by a time.

The order that had to give way comes back with the end of the grouping. Pure values; the action and
the table belong to `jobs_viewing`.
"""

from __future__ import annotations

import dataclasses

from openeo_desktop.core.job_query import JobQuery, SortField


def is_grouped(query: JobQuery) -> bool:
    """Whether there are headings. `by_day` alone is a wish that waits for an order by a time."""
    return query.by_day and query.sort.is_time


class DayGrouping:
    """Remembers the order that the days replaced."""

    def __init__(self) -> None:
        self._replaced: tuple[SortField, bool] | None = None

    def group(self, query: JobQuery) -> JobQuery:
        """By day: newest change first, if the order is not one by a time already."""
        if query.sort.is_time:
            return dataclasses.replace(query, by_day=True)
        self._replaced = query.sort, query.descending
        return dataclasses.replace(query, by_day=True, sort=SortField.UPDATED, descending=True)

    def ungroup(self, query: JobQuery) -> JobQuery:
        """Without days: in the order that was replaced, unless another was chosen since."""
        query = dataclasses.replace(query, by_day=False)
        replaced, self._replaced = self._replaced, None
        if replaced is None or (query.sort, query.descending) != (SortField.UPDATED, True):
            return query
        return dataclasses.replace(query, sort=replaced[0], descending=replaced[1])

    def follow(self, query: JobQuery) -> None:
        """Another order was chosen: that one counts from now on."""
        if (query.sort, query.descending) != (SortField.UPDATED, True):
            self._replaced = None
