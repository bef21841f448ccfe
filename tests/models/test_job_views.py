"""Filters and saved views as values: what they ask, and that they survive the settings."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.job_query import CostRange, JobQuery, SortField
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.models.job_filters import FilterPart, JobFilters, Span
from openeo_desktop.models.job_layout import FIRST_ORDER, SHOWN_AT_FIRST, JobLayout
from openeo_desktop.models.job_views import SavedView, SavedViews
from openeo_desktop.models.jobs_table import JobColumn
from openeo_desktop.models.navigation import Place, View
from tests.support.fake_services import NOW, FakeSettings

TODAY = NOW.astimezone().date()
FULL = JobFilters(
    account=AccountId("a"),
    span=Span.DAYS,
    time_of=SortField.STARTED,
    first_day=dt.date(2026, 11, 1),
    last_day=dt.date(2026, 11, 3),
    process="ndvi",
    collection="SENTINEL2_L2A",
    least_costs=1.5,
    most_costs=20.0,
)


def through_json(value: Any) -> Any:
    return json.loads(json.dumps(value))


def test_filters_ask_for_all_their_parts() -> None:
    query = FULL.asked(JobQuery(text="flood"), NOW)
    assert query.text == "flood"
    assert query.account == "a"
    assert query.uses == {"ndvi", "SENTINEL2_L2A"}
    assert query.costs == CostRange(1.5, 20.0)
    assert query.times is not None
    assert query.times.of is SortField.STARTED
    assert query.times.start is not None
    assert query.times.end is not None
    assert query.times.start.astimezone().date() == FULL.first_day
    assert query.times.end - query.times.start >= dt.timedelta(days=3, hours=-1)
    assert query.times.end.astimezone().date() == dt.date(2026, 11, 4)


def test_the_account_of_the_place_holds() -> None:
    assert FULL.asked(JobQuery(), NOW, AccountId("b")).account == "b"


def test_each_part_can_be_taken_away() -> None:
    filters = FULL
    assert filters.parts() == tuple(FilterPart)
    for part in FilterPart:
        filters = filters.without(part)
        assert part not in filters.parts()
    assert filters.asked(JobQuery(), NOW) == JobQuery()


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span.TODAY, TODAY, None),
        (Span.YESTERDAY, TODAY - dt.timedelta(days=1), TODAY - dt.timedelta(days=1)),
        (Span.LAST_7, TODAY - dt.timedelta(days=6), None),
        (Span.THIS_MONTH, TODAY.replace(day=1), None),
        (Span.THIS_YEAR, TODAY.replace(day=1, month=1), None),
    ],
)
def test_spans_move_with_the_day(span: Span, first: dt.date, last: dt.date | None) -> None:
    assert JobFilters(span=span).days(TODAY) == (first, last)
    assert JobFilters.from_json(through_json(JobFilters(span=span).to_json())).span is span


def test_days_that_no_clock_reaches_leave_the_side_open() -> None:
    filters = JobFilters(span=Span.DAYS, first_day=dt.date.min, last_day=dt.date.max)
    times = filters.asked(JobQuery(), NOW).times
    assert times is not None
    assert times.end is None


@pytest.mark.parametrize("filters", [FULL, JobFilters()])
def test_filters_survive_the_settings(filters: JobFilters) -> None:
    assert JobFilters.from_json(through_json(filters.to_json())) == filters


@pytest.mark.parametrize("raw", [None, 3, {"span": 4, "time_of": "title", "first_day": "x"}])
def test_nonsense_filters_nothing(raw: object) -> None:
    assert JobFilters.from_json(raw).parts() == ()


def test_a_layout_survives_the_settings_and_knows_later_columns() -> None:
    layout = JobLayout(
        tuple(reversed(FIRST_ORDER)), {JobColumn.ID: 90}, frozenset(JobColumn) - SHOWN_AT_FIRST
    )
    stored = through_json(layout.to_json())
    assert JobLayout.from_json(stored) == layout
    stored["order"].remove("COSTS")
    assert set(JobLayout.from_json(stored).order) == set(JobColumn)
    assert JobLayout.from_json({"order": 3, "widths": {"ID": "x", "?": 3}}) == JobLayout()
    assert JobColumn.TITLE not in JobLayout.from_json({"shown": ["ID"]}).hidden


def view(name: str) -> SavedView:
    return SavedView(
        "",
        name,
        View.FAILED_THIS_WEEK,
        frozenset({JobStatus.ERROR}),
        "flood",
        FULL,
        sort=SortField.COSTS,
        descending=False,
        by_day=True,
    )


def test_views_are_kept_in_their_order() -> None:
    settings = FakeSettings()
    views = SavedViews(settings)
    heard: list[tuple[str, ...]] = []
    views.changed.connect(lambda all_: heard.append(tuple(one.name for one in all_)))
    first, second, third = (views.add(view(name)) for name in ("a", "b", "c"))
    views.move(third.id, -2)
    views.rename(second.id, "  B ")
    views.rename(second.id, " ")
    views.remove(first.id)
    assert heard[-1] == ("c", "B")
    settings.values = through_json(settings.values)
    again = SavedViews(settings)
    assert again.all() == views.all()
    assert again.get(third.id) == third
    assert third.place.to_text() == f"saved:{third.id}"
    assert Place.from_text(third.place.to_text()) == third.place.line


def test_damaged_views_are_left_out() -> None:
    views = SavedViews(FakeSettings(**{"jobs/views": [3, {"name": ""}, {"name": "x"}]}))
    assert [one.name for one in views.all()] == ["x"]
    assert views.all()[0].id
