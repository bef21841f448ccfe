"""A page of a listing becomes columns as a whole; each value is what the long way makes of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from openeo_desktop.core.jobs import parse_job
from openeo_desktop.store.job_merge import columns_of
from openeo_desktop.store.listed_columns import columns_of_items, digest_of, plain_ids
from tests.store.conftest import ACCOUNT
from tests.store.test_listed_jobs import ODD

PLAIN: dict[str, tuple[Any, ...]] = {
    "status": ("finished", "error", "running", "created"),
    "title": ("NDVI", "Gdańsk", ""),
    "description": ("One", "Évora", "three"),
    "created": ("2026-01-01T00:00:00Z", "2025-06-30T23:59:59Z"),
    "submitted": ("2024-01-01T00:00:00Z",),
    "updated": ("2026-01-02T00:00:00Z", "2026-01-03T10:20:30Z"),
    "queued": ("2026-01-01T00:01:00Z",),
    "started": ("2026-01-01T00:02:00Z", "2026-02-01T00:02:00Z"),
    "progress": (100, 0, 55),
    "plan": ("free", "large"),
    "costs": (0.25, 7.5, 3),
    "budget": (100.0, 5),
    "log_level": ("info", "error"),
}
SAME = {1: True, 100: 100.0, "": None}  # equal to others, or missing like them, but not alike


def page(**others: Any) -> list[dict[str, Any]]:
    """Six plain documents, with these values in the fourth."""
    made = [
        {"id": f"j-{at}"} | {name: values[at % len(values)] for name, values in PLAIN.items()}
        for at in range(6)
    ]
    made[3] |= others
    return made


def check(documents: list[dict[str, Any]]) -> None:
    """All columns hold the same as if each document had come alone, on the long way."""
    texts = [json.dumps(document) for document in documents]
    found = columns_of_items(documents, texts)
    for at, (document, text) in enumerate(zip(documents, texts, strict=True)):
        job = parse_job(ACCOUNT, document, text)
        assert job is not None
        expected = {**columns_of(job, None), "listed": digest_of(text)}
        for name, values in found.items():
            assert len(values) == len(documents)
            assert values[at] == expected[name], (name, document)
            assert type(values[at]) is type(expected[name]), (name, document)


def test_plain_page() -> None:
    check(page())


@pytest.mark.parametrize("name", PLAIN)
def test_one_odd_value_among_plain_ones(name: str) -> None:
    for value in (*ODD, *SAME, *SAME.values()):
        check(page(**{name: value}))


@pytest.mark.parametrize("name", PLAIN)
def test_one_that_lacks_a_member_and_one_that_alone_has_it(name: str) -> None:
    one, all_but_one = page(), page()
    del one[3][name]
    for document in all_but_one[:3] + all_but_one[4:]:
        del document[name]
    check(one)
    check(all_but_one)


def test_members_that_nobody_has() -> None:
    check([{"id": "a"}, {"id": "b"}])


def test_text_that_cannot_be_written_among_others() -> None:
    texts = ['{"id": "a"}', '{"id": "\ud800"}']
    raw = columns_of_items([{"id": "a"}, {"id": "b"}], texts)["raw"]
    assert raw == ['{"id": "a"}', '{"id": "?"}']


@pytest.mark.parametrize("odd", [None, 7, "", "a", "\ud800", [], "x" * 2_000_000])
def test_ids_that_are_not_plain(odd: Any) -> None:
    assert plain_ids([{"id": "a"}, {"id": "été"}]) == ["a", "été"]
    assert plain_ids([{"id": "a"}, {"id": odd}]) is None
    assert plain_ids([{"id": "a"}, {}]) is None
