"""What a release is, and which comes after which."""

from __future__ import annotations

import pytest

from openeo_desktop.core.releases import MAX_NOTES, Release, is_newer, parse_release

LATEST = {"tag_name": "v1.2.3", "body": "New: maps.", "html_url": "https://example.org/1.2.3"}


def test_the_latest_release_is_read() -> None:
    assert parse_release(LATEST) == Release("1.2.3", "New: maps.", "https://example.org/1.2.3")


@pytest.mark.parametrize(
    "change",
    [
        {"draft": True},
        {"prerelease": True},
        {"tag_name": "1.2.3-rc1"},
        {"tag_name": None},
        {"tag_name": "9" * 5000},
        {"html_url": "http://example.org/"},
        {"html_url": "javascript:alert(1)"},
        {"html_url": ["https://example.org"]},
    ],
)
def test_what_is_none_is_left_alone(change: dict[str, object]) -> None:
    assert parse_release({**LATEST, **change}) is None


def test_notes_are_limited() -> None:
    release = parse_release({**LATEST, "body": "x" * 1_000_000})
    assert release is not None
    assert len(release.notes) == MAX_NOTES


@pytest.mark.parametrize(
    ("version", "than", "newer"),
    [
        ("0.2.0", "0.1.0", True),
        ("0.10.0", "0.9.9", True),
        ("1.0", "0.9.9", True),
        ("0.1.0", "0.1.0", False),
        ("0.1.0", "0.2.0", False),
        ("", "0.1.0", False),
        ("latest", "0.1.0", False),
    ],
)
def test_numbers_are_compared_as_numbers(version: str, than: str, newer: bool) -> None:
    assert is_newer(version, than) is newer
