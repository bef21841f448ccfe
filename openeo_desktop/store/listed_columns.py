"""Items of a listing as columns of the table of jobs, a page at a time.

Called for a hundred thousand jobs in a row, where a call for each value costs more than SQLite
does. So a column is looked at as a whole, and value by value only where one of them is not plain.
Nothing of the database is here.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from openeo_desktop.core.jobs import JobStatus, read_progress
from openeo_desktop.core.json_values import MAX_TEXT, as_number, as_text, without_surrogates
from openeo_desktop.core.times import parse_time

T = TypeVar("T")
Item = tuple[Mapping[str, Any], str]
Columns = Mapping[str, Sequence[Any]]
Times = Sequence[float | None]
_LARGE = 1e300
_TERMINAL = {str(status) for status in JobStatus if status.is_terminal}
_from_iso = dt.datetime.fromisoformat


@dataclass(slots=True)
class Portion:
    """Items of a listing that were decoded together: documents with the JSON text of each.

    Attributes:
        columns: The same as columns of the table, where they were made beforehand (`prepare`).
    """

    items: list[Item]
    columns: Columns | None = None

    def prepare(self) -> None:
        """Make the columns, unless an item is odd. For a first listing, which inserts them all: on
        the thread that decodes, as the one that writes has enough to do."""
        if not self.items:
            return
        documents, texts = zip(*self.items, strict=True)
        ids = plain_ids(documents)
        if ids is not None and all(texts):
            self.columns = {"job_id": ids, **columns_of_items(documents, texts)}


def columns_of_items(
    documents: Sequence[Mapping[str, Any]], texts: Sequence[str]
) -> dict[str, Sequence[Any]]:
    """The same as `parse_job` and then `columns_of` make of each document; `job_id` is not here.

    Args:
        texts: The JSON text of each as it came, none of them empty.
    """
    raw, listed = _raw(texts)
    short = max(map(len, raw)) < MAX_TEXT
    page = _Page(documents)
    said = page.values("status")
    status = _each_kind(said, lambda value: str(JobStatus.parse(value)))
    updated, started = _seconds(page.values("updated")), _seconds(page.values("started"))
    ended = [
        time if name in _TERMINAL else None for time, name in zip(updated, status, strict=True)
    ]
    return {
        "status": status,
        "status_text": _each_kind(said, lambda value: as_text(value) or "N/A"),
        "title": _texts(page.values("title"), short=short),
        "description": _texts(page.values("description"), short=short),
        "created": _seconds(page.created()),
        "updated": updated,
        "queued": _seconds(page.values("queued")),
        "started": started,
        "ended": ended,
        "duration": _durations(started, ended),
        "progress": _each_kind(page.values("progress"), read_progress),
        "plan": _each_kind(page.values("plan"), as_text),
        "costs": _numbers(page.values("costs")),
        "budget": _numbers(page.values("budget")),
        "log_level": _each_kind(page.values("log_level"), as_text),
        "raw": raw,
        "listed": listed,
    }


class _Page:
    """The members of documents; one that none of them has costs nothing."""

    def __init__(self, documents: Sequence[Mapping[str, Any]]) -> None:
        self._documents = documents
        self._names: set[str] = set().union(*documents)
        self._nothing = [None] * len(documents)

    def values(self, name: str) -> list[Any]:
        """This member of each; None where there is none."""
        if name not in self._names:
            return self._nothing
        return [document.get(name) for document in self._documents]

    def created(self) -> list[Any]:
        """Where back-ends of version 0.4 tell `submitted`, that."""
        if "submitted" not in self._names:
            return self.values("created")
        return [
            document.get("created") or document.get("submitted") for document in self._documents
        ]


def plain_ids(documents: Iterable[Mapping[str, Any]]) -> list[str] | None:
    """The ids as `as_text` reads them, if all of them are there, usual and different."""
    ids: list[Any] = [document.get("id") for document in documents]
    if _types(ids) != {str} or "" in ids or len(set(ids)) != len(ids):
        return None
    return ids if _texts(ids, short=max(map(len, ids)) < MAX_TEXT) is ids else None


def digest_of(text: str) -> int | None:
    """What tells an item of a listing from what it was before; None without its text.

    Not made to withstand an attack: who sends the item could as well leave it as it was.
    """
    return _digest(text.encode()) if text else None


def _digest(data: bytes) -> int:
    return len(data) << 32 | zlib.crc32(data)


def _raw(texts: Sequence[str]) -> tuple[Sequence[str], list[int]]:
    try:
        data = [text.encode() for text in texts]
    except UnicodeEncodeError:
        texts = [without_surrogates(text) for text in texts]
        data = [text.encode() for text in texts]
    return texts, list(map(_digest, data))


def _types(values: Sequence[Any]) -> set[type]:
    return set(map(type, values))


def _each_kind(values: Sequence[Any], read: Callable[[Any], T]) -> Sequence[T]:
    """Each value read, but alike ones only once; for columns that hold few different values."""
    if _all_none(values):
        return [read(None)] * len(values)
    if _types(values) - {type(None)} not in ({str}, {int}):
        return [read(value) for value in values]  # 1, 1.0 and True are equal, but not alike
    known = {value: read(value) for value in set(values)}
    return [known[value] for value in values]


def _all_none(values: Sequence[Any]) -> bool:
    return values[0] is None and values.count(None) == len(values)


def _texts(values: Sequence[Any], *, short: bool) -> Sequence[str]:
    """As `as_text`.

    Args:
        short: None of them is too long.
    """
    if short and _types(values) == {str}:
        with contextlib.suppress(UnicodeEncodeError):  # lone surrogates
            "".join([value for value in values if not value.isascii()]).encode()
            return values
    return [as_text(value) for value in values]


def _numbers(values: Sequence[Any]) -> Sequence[float | None]:
    """As `as_number`."""
    if _all_none(values):
        return values
    return [
        value
        if value is None or (type(value) is float and -_LARGE < value < _LARGE)
        else as_number(value)
        for value in values
    ]


def _seconds(values: Sequence[Any]) -> Times:
    """As `parse_time`, in seconds since 1970; nearly every time takes the short way."""
    if _all_none(values):
        return values
    said = [value for value in values if value is not None]
    try:
        if "".join(said)[19::20] != "Z" * len(said) or set(map(len, said)) != {20}:
            raise ValueError
        found = [_from_iso(value).timestamp() for value in said]
    except (TypeError, ValueError):
        return [_time(value) for value in values]
    if len(said) == len(values):
        return found
    each = iter(found)
    return [None if value is None else next(each) for value in values]


def _time(raw: object) -> float | None:
    value = parse_time(raw)
    return None if value is None else value.timestamp()


def _durations(started: Times, ended: Times) -> Times:
    """Where both times are known, and in their order."""
    if _all_none(started):
        return started
    return [
        end - begin if begin is not None and end is not None and end >= begin else None
        for begin, end in zip(started, ended, strict=True)
    ]
