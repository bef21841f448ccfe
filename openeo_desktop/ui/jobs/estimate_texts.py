"""An estimate in words: one sentence, and the facts row by row."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.estimates import CalendarDuration, Estimate
from openeo_desktop.core.formatting import (
    format_exact,
    format_moment,
    format_number,
    format_size,
)
from openeo_desktop.ui.kit.key_value_grid import KeyValue
from openeo_desktop.ui.kit.numbers import count_text


def _tr(text: str) -> str:
    return QCoreApplication.translate("EstimateTexts", text)


def estimate_sentence(estimate: Estimate, currency: str) -> str:
    """«The back-end expects 12.5 credits, 2 hours and 150 MB.»"""
    if estimate.is_empty:
        return _tr("The back-end answered, but says neither costs nor duration nor size.")
    parts = [
        cost_words(estimate.costs, currency),
        duration_words(estimate.duration),
        format_size(estimate.size),
    ]
    said = [part for part in parts if part]
    both = _tr(" and ").join(said[-2:])
    return _tr("The back-end expects {what}.").format(what=", ".join([*said[:-2], both]))


def estimate_rows(estimate: Estimate, currency: str, now: dt.datetime) -> list[KeyValue]:
    """What was said, one row each; what was not said has no row."""
    return [
        KeyValue(_tr("Costs"), cost_words(estimate.costs, currency)),
        KeyValue(_tr("Duration"), duration_words(estimate.duration)),
        KeyValue(_tr("Size of the results"), format_size(estimate.size)),
        KeyValue(_tr("Downloads included"), _downloads(estimate)),
        KeyValue(
            _tr("Valid until"), format_moment(estimate.expires, now), format_exact(estimate.expires)
        ),
    ]


def cost_words(costs: float | None, currency: str) -> str:
    """«12.5 credits», «nothing» for 0; empty if not said."""
    if costs is None:
        return ""
    if costs == 0:
        return _tr("no costs")
    return f"{format_number(costs)} {currency}".strip()


def _downloads(estimate: Estimate) -> str:
    """How often the whole result can be downloaded for these costs; there are none: no row."""
    if estimate.costs is None:
        return ""
    if estimate.downloads_included is None:
        return _tr("as many as you like")
    if estimate.downloads_included == 0:
        return _tr("none: each costs extra")
    one = _tr("1 of the whole result")
    many = _tr("{count} of the whole result").format(count=count_text(estimate.downloads_included))
    return one if estimate.downloads_included == 1 else many


def duration_words(duration: CalendarDuration | None) -> str:
    """«2 hours 30 minutes»; empty if not said."""
    if duration is None:
        return ""
    units = (
        (duration.years, _tr("{n} year"), _tr("{n} years")),
        (duration.months, _tr("{n} month"), _tr("{n} months")),
        (duration.weeks, _tr("{n} week"), _tr("{n} weeks")),
        (duration.days, _tr("{n} day"), _tr("{n} days")),
        (duration.hours, _tr("{n} hour"), _tr("{n} hours")),
        (duration.minutes, _tr("{n} minute"), _tr("{n} minutes")),
        (duration.seconds, _tr("{n} second"), _tr("{n} seconds")),
    )
    words = [
        (one if value == 1 else many).format(n=format_number(value))
        for value, one, many in units
        if value
    ]
    return " ".join(words) or _tr("no time at all")
