"""The filters that the person sets over the jobs table, as values: what they ask, and as JSON.

Spans of time are relative («last 7 days») as long as they can be, so that a saved view stays true.
No words, no widgets.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
from dataclasses import dataclass
from typing import Any

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.job_query import CostRange, JobQuery, SortField, TimeRange
from openeo_desktop.core.json_values import as_dict, as_number, as_text


class Span(enum.StrEnum):
    """Of local days. DAYS: from a day to a day, both included and each optional."""

    ANY = "any"
    TODAY = "today"
    YESTERDAY = "yesterday"
    LAST_7 = "last_7"
    LAST_30 = "last_30"
    THIS_MONTH = "this_month"
    THIS_YEAR = "this_year"
    DAYS = "days"


class FilterPart(enum.StrEnum):
    """What is shown, and taken away, as one."""

    ACCOUNT = "account"
    TIME = "time"
    PROCESS = "process"
    COLLECTION = "collection"
    COSTS = "costs"


@dataclass(frozen=True, slots=True)
class JobFilters:
    """All parts together; empty ones filter nothing."""

    account: AccountId | None = None
    span: Span = Span.ANY
    time_of: SortField = SortField.UPDATED
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    process: str = ""
    collection: str = ""
    least_costs: float | None = None
    most_costs: float | None = None

    def parts(self) -> tuple[FilterPart, ...]:
        """The parts that filter, in the order they are shown."""
        costs = self.least_costs is not None or self.most_costs is not None
        days = self.span is not Span.DAYS or self.first_day or self.last_day
        active = {
            FilterPart.ACCOUNT: self.account is not None,
            FilterPart.TIME: self.span is not Span.ANY and bool(days),
            FilterPart.PROCESS: bool(self.process),
            FilterPart.COLLECTION: bool(self.collection),
            FilterPart.COSTS: costs,
        }
        return tuple(part for part in FilterPart if active[part])

    def without(self, part: FilterPart) -> JobFilters:
        """The same without one part."""
        return dataclasses.replace(self, **_EMPTY[part])

    def asked(
        self, query: JobQuery, now: dt.datetime, place_account: AccountId | None = None
    ) -> JobQuery:
        """The same question, narrowed. The account of the place, if it has one, holds."""
        costs = CostRange(self.least_costs, self.most_costs)
        return dataclasses.replace(
            query,
            account=place_account or self.account,
            times=self._times(now) if FilterPart.TIME in self.parts() else None,
            costs=costs if FilterPart.COSTS in self.parts() else None,
            uses=frozenset(word for word in (self.process, self.collection) if word),
        )

    def _times(self, now: dt.datetime) -> TimeRange:
        first, last = self.days(now.astimezone().date())
        after = last + dt.timedelta(days=1) if last and last < dt.date.max else None
        return TimeRange(self.time_of, _begin(first), _begin(after))

    def days(self, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
        """The first and the last day of the span; None: open."""
        match self.span:
            case Span.TODAY:
                return today, None
            case Span.YESTERDAY:
                return today - dt.timedelta(days=1), today - dt.timedelta(days=1)
            case Span.LAST_7:
                return today - dt.timedelta(days=6), None
            case Span.LAST_30:
                return today - dt.timedelta(days=29), None
            case Span.THIS_MONTH:
                return today.replace(day=1), None
            case Span.THIS_YEAR:
                return today.replace(month=1, day=1), None
        return self.first_day, self.last_day

    def to_json(self) -> dict[str, Any]:
        """For the settings; only what filters."""
        values: dict[str, Any] = {
            "account": self.account,
            "span": self.span.value,
            "time_of": self.time_of.value,
            "first_day": self.first_day and self.first_day.isoformat(),
            "last_day": self.last_day and self.last_day.isoformat(),
            "process": self.process,
            "collection": self.collection,
            "least_costs": self.least_costs,
            "most_costs": self.most_costs,
        }
        return {name: value for name, value in values.items() if value not in (None, "")}

    @classmethod
    def from_json(cls, raw: object) -> JobFilters:
        """The inverse of `to_json`; nonsense filters nothing."""
        values = as_dict(raw)
        span, field = as_text(values.get("span")), as_text(values.get("time_of"))
        known = field in set(SortField) and SortField(field).is_time
        account = as_text(values.get("account"))
        return cls(
            account=AccountId(account) if account else None,
            span=Span(span) if span in set(Span) else Span.ANY,
            time_of=SortField(field) if known else SortField.UPDATED,
            first_day=_day(values.get("first_day")),
            last_day=_day(values.get("last_day")),
            process=as_text(values.get("process")),
            collection=as_text(values.get("collection")),
            least_costs=as_number(values.get("least_costs")),
            most_costs=as_number(values.get("most_costs")),
        )


_EMPTY: dict[FilterPart, dict[str, Any]] = {
    FilterPart.ACCOUNT: {"account": None},
    FilterPart.TIME: {"span": Span.ANY, "first_day": None, "last_day": None},
    FilterPart.PROCESS: {"process": ""},
    FilterPart.COLLECTION: {"collection": ""},
    FilterPart.COSTS: {"least_costs": None, "most_costs": None},
}


def _begin(day: dt.date | None) -> dt.datetime | None:
    """The local begin of a day, in UTC; None also where the clocks of this system do not reach."""
    if day is None:
        return None
    try:
        return dt.datetime.combine(day, dt.time()).astimezone(dt.UTC)
    except (OverflowError, OSError, ValueError):
        return None


def _day(raw: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(as_text(raw))
    except ValueError:
        return None
