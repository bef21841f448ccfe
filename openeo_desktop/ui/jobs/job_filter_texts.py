"""The words of the filters over the jobs table. No widgets here."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from openeo_desktop.core.formatting import format_number, visible_text
from openeo_desktop.core.job_query import SortField
from openeo_desktop.models.job_filters import FilterPart, JobFilters, Span
from openeo_desktop.ui.jobs.jobs_texts import AccountTitles

TIMES = (
    SortField.UPDATED,
    SortField.CREATED,
    SortField.QUEUED,
    SortField.STARTED,
    SortField.ENDED,
)
MAX_WORD = 60


def _tr(text: str) -> str:
    return QCoreApplication.translate("JobFilters", text)


def time_name(field: SortField) -> str:
    """What happened then."""
    names = {
        SortField.UPDATED: _tr("Updated"),
        SortField.CREATED: _tr("Created"),
        SortField.QUEUED: _tr("Queued"),
        SortField.STARTED: _tr("Started"),
        SortField.ENDED: _tr("Ended"),
    }
    return names[field]


def span_name(span: Span) -> str:
    """A span of time as a choice."""
    names = {
        Span.ANY: _tr("At any time"),
        Span.TODAY: _tr("Today"),
        Span.YESTERDAY: _tr("Yesterday"),
        Span.LAST_7: _tr("Last 7 days"),
        Span.LAST_30: _tr("Last 30 days"),
        Span.THIS_MONTH: _tr("This month"),
        Span.THIS_YEAR: _tr("This year"),
        Span.DAYS: _tr("From … to …"),
    }
    return names[span]


def part_text(part: FilterPart, filters: JobFilters, accounts: AccountTitles) -> str:
    """A filter that is on, as its chip says it."""
    match part:
        case FilterPart.ACCOUNT:
            account = accounts.account(filters.account) if filters.account else None
            title = _short(account.title) if account else _tr("removed account")
            return _tr("Account: {title}").format(title=title)
        case FilterPart.TIME:
            when = _days_text(filters) if filters.span is Span.DAYS else span_name(filters.span)
            return _tr("{what}: {when}").format(what=time_name(filters.time_of), when=when)
        case FilterPart.PROCESS:
            return _tr("Process: {id}").format(id=_short(filters.process))
        case FilterPart.COLLECTION:
            return _tr("Collection: {id}").format(id=_short(filters.collection))
    return _tr("Costs: {range}").format(range=_costs_text(filters))


def _days_text(filters: JobFilters) -> str:
    first, last = _day(filters.first_day), _day(filters.last_day)
    if first and last:
        return first if first == last else _tr("{first} to {last}").format(first=first, last=last)
    return _tr("from {day}").format(day=first) if first else _tr("until {day}").format(day=last)


def _day(day: dt.date | None) -> str:
    if day is None:
        return ""
    date = QDate(day.year, day.month, day.day)
    return QLocale().toString(date, QLocale.FormatType.ShortFormat)


def _costs_text(filters: JobFilters) -> str:
    least, most = format_number(filters.least_costs), format_number(filters.most_costs)
    if least and most:
        return _tr("{least} to {most}").format(least=least, most=most)
    return _tr("from {least}").format(least=least) if least else _tr("to {most}").format(most=most)


def _short(text: str) -> str:
    shown = visible_text(" ".join(text.split()))
    return shown if len(shown) <= MAX_WORD else f"{shown[: MAX_WORD - 1]}…"
