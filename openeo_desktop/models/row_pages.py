"""Values of a long list, held a page at a time: ids in order, loaded on demand, oldest dropped.

Plain Python on the loop's thread; no Qt here. The Qt side is `paged.py`.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Coroutine, Iterable, Sequence
from typing import Any, Generic, TypeAlias, TypeVar

from openeo_desktop.services.spawner import Spawn

R = TypeVar("R")

PAGE_ROWS = 64
"""About a tall window: where somebody jumps to, little is read that nobody looks at."""
MAX_PAGES = 160
MAX_WANTED = 4

RowIds: TypeAlias = "tuple[int, ...] | array[int]"
Load = Callable[[Sequence[int]], Coroutine[Any, Any, dict[int, R]]]


class RowPages(Generic[R]):
    """The rows of one listing. `value` answers at once, with None while a page is on its way.

    Values are kept by row id, so that a new order of the same rows shows without loading again.
    The page asked for last is loaded first, with those beside it that are wanted, too: what flew
    past in scrolling waits.

    Args:
        load: Fetches values by row id; ids that are no longer there are left out of the answer.
        spawn: Runs the loading; presents its errors.
        on_loaded: Called with the first and last row that came (of the whole list if it moved).
        what: What is being done, for the error presenter ("read the jobs").
    """

    def __init__(
        self,
        load: Load[R],
        spawn: Spawn,
        on_loaded: Callable[[int, int], None],
        what: str,
    ) -> None:
        self._load = load
        self._spawn = spawn
        self._on_loaded = on_loaded
        self._what = what
        self._ids: RowIds = ()
        self._values: OrderedDict[int, R] = OrderedDict()
        self._stale: set[int] = set()
        self._missing: set[int] = set()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._loading = False
        self._generation = 0
        self._touched = -1

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def ids(self) -> RowIds:
        """All row ids in order; do not change it."""
        return self._ids

    def set_ids(self, ids: RowIds) -> None:
        """Show another listing; values that are known are kept."""
        self._ids = ids
        self._generation += 1
        self._wanted.clear()
        self._missing.clear()
        self._touched = -1

    def index_of(self, row_id: int) -> int:
        """The row of an id, -1 if it is not in the listing."""
        try:
            return self._ids.index(row_id)
        except ValueError:
            return -1

    def value(self, row: int) -> R | None:
        """The value of a row; asks for its page if it is not there or known to be old."""
        row_id = self._ids[row]
        value = self._values.get(row_id)
        page = row // PAGE_ROWS
        if value is None:
            if row_id not in self._missing:
                self._want(page)
        elif page != self._touched:
            self._touch(page)
        if row_id in self._stale:
            self._want(page)
        return value

    def peek(self, row: int) -> R | None:
        """The value of a row if it is loaded; never loads."""
        return self._values.get(self._ids[row])

    def peek_id(self, row_id: int) -> R | None:
        """The value of a row id if it is loaded; never loads."""
        return self._values.get(row_id)

    def loaded(self) -> Iterable[tuple[int, R]]:
        """What is in memory, as (row id, value)."""
        return self._values.items()

    def mark_stale(self, row_ids: Iterable[int]) -> None:
        """These changed: shown as they are, loaded anew when they are looked at."""
        self._stale.update(row_id for row_id in row_ids if row_id in self._values)
        self._missing.difference_update(row_ids)

    def give(self, values: dict[int, R]) -> None:
        """These were read together with the listing: they need not be loaded."""
        self._keep((), values)

    def forget_rows(self, row_ids: Iterable[int]) -> None:
        """These are gone for good; their ids may come again and then mean something else."""
        for row_id in row_ids:
            self._values.pop(row_id, None)
            self._stale.discard(row_id)
            self._missing.discard(row_id)

    def forget(self) -> None:
        """Drop all values."""
        self._values.clear()
        self._stale.clear()
        self._missing.clear()
        self._touched = -1

    def _touch(self, page: int) -> None:
        """Make the page the youngest, so that what is on the screen is dropped last."""
        self._touched = page
        for row_id in self._page_ids(page):
            if row_id in self._values:
                self._values.move_to_end(row_id)

    def _page_ids(self, page: int) -> RowIds:
        return self._ids[page * PAGE_ROWS : (page + 1) * PAGE_ROWS]

    def _want(self, page: int) -> None:
        self._wanted[page] = None
        self._wanted.move_to_end(page)
        while len(self._wanted) > MAX_WANTED:
            self._wanted.popitem(last=False)
        if not self._loading:
            self._loading = True
            self._spawn(self._load_wanted(), self._what)

    async def _load_wanted(self) -> None:
        try:
            while self._wanted:
                await self._load_pages(self._next_pages())
        finally:
            self._loading = False

    def _next_pages(self) -> range:
        """The pages that are on the screen together, if what was asked for last is there."""
        first = last = next(reversed(self._wanted))
        while first - 1 in self._wanted:
            first -= 1
        while last + 1 in self._wanted:
            last += 1
        return range(first, last + 1)

    async def _load_pages(self, pages: range) -> None:
        generation = self._generation
        ids = self._ids[pages.start * PAGE_ROWS : pages.stop * PAGE_ROWS]
        # Those below 0 are no rows of the history (job_days).
        needed = [i for i in ids if i >= 0 and (i not in self._values or i in self._stale)]
        self._stale.difference_update(needed)
        try:
            values = await self._load(needed)
        except BaseException:
            self._wanted.clear()
            self.mark_stale(needed)
            raise
        moved = generation != self._generation
        if not moved:
            for page in pages:
                self._wanted.pop(page, None)
        self._keep(needed, values)
        rows = (0, len(self._ids)) if moved else (pages.start * PAGE_ROWS, pages.stop * PAGE_ROWS)
        self._announce(*rows)

    def _keep(self, needed: Iterable[int], values: dict[int, R]) -> None:
        for row_id, value in values.items():
            self._values[row_id] = value
            self._values.move_to_end(row_id)
        for row_id in needed:
            if row_id not in values:
                self._values.pop(row_id, None)
                self._missing.add(row_id)
        while len(self._values) > PAGE_ROWS * MAX_PAGES:
            self._stale.discard(self._values.popitem(last=False)[0])

    def _announce(self, first: int, end: int) -> None:
        last = min(len(self._ids), end) - 1
        if last >= 0:
            self._on_loaded(first, last)
