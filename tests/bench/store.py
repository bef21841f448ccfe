"""The history: typing in the search, orders, filters, first pages, writing of listings.

The questions are those of the jobs table (`JobsTableModel`), asked on a reader as the read lane
asks them: first in a hurry, then for the whole. The time of a question ends with its first page.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.job_query import CostRange, JobQuery, SortField, TimeRange
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.store.accounts import save_account
from openeo_desktop.store.database import Database
from openeo_desktop.store.job_listing import list_jobs, load_rows
from openeo_desktop.store.jobs import begin_listing, finish_listing, upsert_listed
from openeo_desktop.store.reader import Reader
from tests.bench.made_jobs import NEWEST, item, write_history
from tests.bench.report import Result
from tests.store.conftest import make_account

RUNS = 5
TYPED = ("ndvi flo", "wheat 12345", "j-2512", "terrasc", "zzzz", "free")
USUAL = tuple(SortField)[:9]
"""The columns that are in the index of the listing; the others cost a walk through the table."""
ERRORS = frozenset({JobStatus.ERROR})
PAGE = 200


def run(small: bool) -> Iterator[Result]:
    """All of it, over 100,000 and over 1,000,000 jobs (2,000 and 3,000 if small)."""
    runs = 1 if small else RUNS
    with tempfile.TemporaryDirectory() as folder:
        yield from _writing(Path(folder), 2_000 if small else 100_000)
        many = _Asked(Path(folder) / "many.sqlite3", 2_000 if small else 100_000, runs)
        yield from many.results(keystroke=50, sort=150, chosen=150, first=150, rare=150)
        huge = _Asked(Path(folder) / "huge.sqlite3", 3_000 if small else 1_000_000, min(3, runs))
        yield from huge.results(keystroke=500, sort=500, chosen=500, first=500)


class _Asked:
    """One history, and the slowest answer of each kind in every run."""

    def __init__(self, path: Path, count: int, runs: int) -> None:
        self._count = f"{count:,} jobs"
        self._runs = runs
        self._path = path
        write_history(path, count)
        self._writer = Database(path)  # the app has it open as well

    def results(
        self,
        *,
        keystroke: float,
        sort: float,
        chosen: float,
        first: float,
        rare: float | None = None,
    ) -> Iterator[Result]:
        """Budgets in milliseconds."""
        yield self._of("first page of the table after the start", self._first, first)
        yield self._of("slowest keystroke of a search, to its first page", self._typing, keystroke)
        yield self._of("slowest sort by a usual column, to its first page", self._sorting, sort)
        yield self._of("slowest sort by a rare column, to its first page", self._sorting_rare, rare)
        yield self._of("slowest filter by time, costs or process, whole", self._narrowing, rare)
        yield self._of("slowest listing by day of a known order, whole", self._by_day, rare)
        yield self._of("slowest filter by state or account, first page", self._choosing, chosen)
        yield self._of("slowest whole listing of all these, with counts", self._whole, None)
        self._writer.close()

    def _of(self, what: str, measure: Callable[[Reader], float], budget: float | None) -> Result:
        values = []
        for _ in range(self._runs):
            reader = Reader(self._path)
            values.append(measure(reader) * 1000)
            reader.close()
        return Result(f"{self._count}: {what}", "ms", values, budget)

    def _first(self, reader: Reader) -> float:
        return _page(reader, JobQuery())

    def _typing(self, reader: Reader) -> float:
        """The whole listing follows each word, as it does while one types."""
        list_jobs(reader, JobQuery())
        slowest = 0.0
        for text in TYPED:
            for end in range(1, len(text) + 1):
                slowest = max(slowest, _page(reader, JobQuery(text=text[:end])))
                if text[end : end + 1] == " ":
                    list_jobs(reader, JobQuery(text=text[:end]))
        return slowest

    def _sorting(self, reader: Reader) -> float:
        list_jobs(reader, JobQuery())
        return max(
            _page(reader, JobQuery(sort=sort, descending=descending))
            for sort in USUAL
            for descending in (True, False)
        )

    def _sorting_rare(self, reader: Reader) -> float:
        list_jobs(reader, JobQuery())
        return max(_page(reader, JobQuery(sort=sort)) for sort in SortField if sort not in USUAL)

    def _narrowing(self, reader: Reader) -> float:
        list_jobs(reader, JobQuery())
        month = NEWEST - dt.timedelta(days=30)
        queries = (
            JobQuery(times=TimeRange(SortField.UPDATED, month)),
            JobQuery(costs=CostRange(10, 20)),
            JobQuery(uses=frozenset({"ndvi"})),
        )
        return max(_time(lambda query=query: list_jobs(reader, query)) for query in queries)  # type: ignore[misc]

    def _by_day(self, reader: Reader) -> float:
        slowest = 0.0
        for sort in (SortField.CREATED, SortField.UPDATED):
            list_jobs(reader, JobQuery(sort=sort))
            grouped = JobQuery(sort=sort, by_day=True)
            slowest = max(slowest, _time(lambda: list_jobs(reader, grouped)))  # noqa: B023
        return slowest

    def _choosing(self, reader: Reader) -> float:
        list_jobs(reader, JobQuery())
        account = AccountId("b")
        return max(
            _page(reader, JobQuery(statuses=ERRORS)),
            _page(reader, JobQuery(account=account)),
            _page(reader, JobQuery(account=account, statuses=ERRORS, text="ndvi")),
        )

    def _whole(self, reader: Reader) -> float:
        queries = [JobQuery(sort=sort) for sort in SortField]
        queries += [JobQuery(), *(JobQuery(text=text) for text in TYPED)]
        return max(_time(lambda query=query: list_jobs(reader, query)) for query in queries)  # type: ignore[misc]


def _page(reader: Reader, query: JobQuery) -> float:
    """Seconds until the values of the first page are there."""

    def ask() -> None:
        ids = list_jobs(reader, query, hurry=True).row_ids
        load_rows(reader, ids[:PAGE])

    return _time(ask)


def _time(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def _writing(folder: Path, count: int) -> Iterator[Result]:
    """A first listing, and the same again."""
    rng = random.Random(2)
    items = [(one, json.dumps(one)) for one in (item(number, rng) for number in range(count))]
    database = Database(folder / "written.sqlite3")
    save_account(database, make_account())

    def whole() -> None:
        begin_listing(database, AccountId("a"))
        for start in range(0, count, 1000):
            upsert_listed(database, AccountId("a"), items[start : start + 1000])
        finish_listing(database, AccountId("a"))

    first = _time(whole)
    yield Result(f"{count:,} jobs: writing a first listing", "µs/job", [first / count * 1e6])
    before = database.connection.total_changes
    again = _time(whole)
    written = database.connection.total_changes - before
    yield Result(f"{count:,} jobs: looking through the same again", "µs/job", [again / count * 1e6])
    yield Result(f"{count:,} jobs: rows written by that", "rows", [written], 0)
    database.close()
