"""A listing that goes on where an older one ended."""

from __future__ import annotations

from array import array

from openeo_desktop.core.logs import LogLevel
from openeo_desktop.services.logs import LogListing, LogQuery
from openeo_desktop.store.log_listing import LogRows, LogSpan

KNOWN = LogListing(
    LogQuery(), array("q", [1, 2]), {LogLevel.INFO: 1, LogLevel.ERROR: 1}, span=LogSpan(1, 2)
)


def test_what_was_added_is_put_behind() -> None:
    added = LogRows(array("q", [5]), {LogLevel.INFO: 2, LogLevel.DEBUG: 1}, LogSpan(1, 7), True)
    grown = KNOWN.grown(added)
    assert list(grown.row_ids) == [1, 2, 5]
    assert grown.counts == {LogLevel.INFO: 3, LogLevel.ERROR: 1, LogLevel.DEBUG: 1}
    assert grown.span == LogSpan(1, 7)
    assert list(KNOWN.row_ids) == [1, 2]


def test_without_news_it_is_the_same() -> None:
    assert KNOWN.grown(LogRows(array("q"), {}, LogSpan(1, 2), True)) is KNOWN
