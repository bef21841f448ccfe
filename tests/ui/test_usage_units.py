"""Units of the usage that a back-end reports."""

from __future__ import annotations

import pytest

from openeo_desktop.ui.details.usage_texts import unit_text, usage_text


@pytest.mark.parametrize(
    ("unit", "shown"),
    [
        ("mb", "MB"),
        ("mb-seconds", "MB-seconds"),
        ("GB", "GB"),
        ("cpu-seconds", "cpu-seconds"),
        ("mbar", "mbar"),
        ("", ""),
    ],
)
def test_bytes_are_written_as_usual(unit: str, shown: str) -> None:
    assert unit_text(unit) == shown


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (7421, "cpu-seconds", "2 h 3 min"),
        (90, "seconds", "1 min 30 s"),
        (1.5, "hours", "1 h 30 min"),
        (7_200_000, "mb-seconds", "2 GB-hours"),
        (12, "mb-seconds", "12 MB-seconds"),
        (5.1, "GB-hours", "5.1 GB-hours"),
        (1240, "mb", "1.2 GB"),
        (3, "GiB", "3.2 GB"),
        (34.6, "sentinelhub_processing_unit", "34.6 processing units"),
        (1e300, "seconds", "1e+300 seconds"),
        (-4, "b", "-4 b"),
        (7, "", "7"),
        (7, "-", "7 -"),
    ],
)
def test_units_are_readable(value: float, unit: str, shown: str) -> None:
    assert usage_text(value, unit) == shown
