"""Units of the usage that a back-end reports."""

from __future__ import annotations

import pytest

from openeo_desktop.ui.details.details_texts import unit_text


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
