"""Times of the CF conventions, held beside what cftime makes of them."""

from __future__ import annotations

import datetime as dt

import cftime
import pytest

from openeo_desktop.preview.cf_time import decode


@pytest.mark.parametrize(
    ("value", "units", "calendar"),
    [
        (0, "days since 1970-01-01", ""),
        (18262.75, "days since 1970-01-01 00:00:00", "standard"),
        (1.5, "hours since 2020-02-28T23:00:00Z", "gregorian"),
        (77328247, "seconds since 2015-07-11 10:00:08", "proleptic_gregorian"),
        (-90, "minutes since 2000-01-01 00:00", "standard"),
        (1_000_001, "milliseconds since 2000-01-01", "proleptic_gregorian"),
        (1_577_836_800_000_000, "microseconds since 1970-01-01", "standard"),
        (3, "days since 2000-1-1 6:0:0", "standard"),
        (700_000, "days since 0001-01-01", "proleptic_gregorian"),
    ],
)
def test_moment_is_that_of_cftime(value: float, units: str, calendar: str) -> None:
    expected = cftime.num2pydate(value, units, calendar or "standard")
    assert decode(value, units, calendar) == expected.replace(tzinfo=dt.UTC)


def test_a_zone_is_taken_off() -> None:
    noon = dt.datetime(2020, 1, 1, 12, tzinfo=dt.UTC)
    assert decode(0, "days since 2020-01-01 14:00:00 +02:00") == noon
    assert decode(0, "days since 2020-01-01 08:30:00 -3:30") == noon


@pytest.mark.parametrize(
    ("value", "units", "calendar"),
    [
        (1, "days since 2000-01-01", "360_day"),
        (1, "days since 2000-01-01", "noleap"),
        (1, "months since 2000-01-01", ""),
        (1, "days since 2000-13-01", ""),
        (1, "days since yesterday", ""),
        (1, "m", ""),
        (1e300, "days since 2000-01-01", ""),
        (float("nan"), "days since 2000-01-01", ""),
        (0, "days since 0001-01-01", "standard"),
        (1, "days since 0000-00-00", ""),
        (1, "days since 2000-01-01 99:99:99 +99:99", "x"),
    ],
)
def test_what_cannot_be_told_is_unknown(value: float, units: str, calendar: str) -> None:
    assert decode(value, units, calendar) is None
