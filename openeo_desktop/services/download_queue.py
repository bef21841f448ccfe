"""The download queue in memory, mirrored to the history; tells what changed, ten times a second."""

from __future__ import annotations

import asyncio
import dataclasses
import logging
from collections import deque
from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import Any

from openeo_desktop.api.download import Arrived
from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState, PartRecord
from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.events import Event
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.core.mailbox import Mailbox
from openeo_desktop.services.history import History
from openeo_desktop.store import downloads as store

log = logging.getLogger(__name__)
TICK = 0.1
SMOOTHING = 0.25
"""Share of the newest reading in the shown rate."""


@dataclass(frozen=True, slots=True)
class DownloadsChanged:
    """Rows that look different now, rows that left the list; `reordered`: read all of it anew."""

    upserted: tuple[Download, ...]
    removed: tuple[DownloadId, ...] = ()
    reordered: bool = False


@dataclass(frozen=True, slots=True)
class DownloadSummary:
    """All open downloads together; `rate` in bytes per second."""

    open: int
    failed: int
    rate: float
    seconds_left: float | None


class DownloadQueue:
    """Rows by id, in order. Progress comes through `progress`, posted by any thread."""

    def __init__(self, history: History, clock: Clock = SYSTEM_CLOCK) -> None:
        self.changed: Event[DownloadsChanged] = Event()
        self.progress: Mailbox[DownloadId, tuple[int, int | None]] = Mailbox()
        self._history = history
        self._clock = clock
        self._rows: dict[DownloadId, Download] = {}
        self._by_job: dict[JobKey, dict[DownloadId, None]] = {}
        self._seen: dict[DownloadId, tuple[float, int]] = {}
        self._moved = asyncio.Event()
        self._under_way = asyncio.Event()

    async def load(self, job: JobKey | None = None) -> None:
        """Read the queue, or the rows of one job, from the history."""
        rows = await self._history.call(store.load_downloads, job)
        gone = self._rows.keys() - {row.id for row in rows}
        self._rows, self._by_job = {}, {}
        self._put(rows)
        self._tell(tuple(rows), tuple(gone))

    def _put(self, rows: Iterable[Download]) -> None:
        for row in rows:
            self._rows[row.id] = row
            self._by_job.setdefault(row.job, {})[row.id] = None

    def all(self) -> tuple[Download, ...]:
        """All rows in order."""
        return tuple(self._rows.values())

    def get(self, item: DownloadId) -> Download | None:
        """One row, None if it left the list."""
        return self._rows.get(item)

    def of_job(self, key: JobKey) -> tuple[Download, ...]:
        """The rows of one job in order."""
        return tuple(self._rows[item] for item in self._by_job.get(key, ()))

    def jobs_among(self, keys: Set[JobKey]) -> list[JobKey]:
        """Those of the jobs that have rows; quick also where a listing tells of thousands."""
        few, many = sorted((keys, self._by_job.keys()), key=len)
        return [key for key in few if key in many and self._by_job[key]]

    def summary(self) -> DownloadSummary:
        """What the status bar shows."""
        rows = self._rows.values()
        going = [row for row in rows if row.state.is_open]
        rate = sum(row.rate for row in going if row.state is DownloadState.RUNNING)
        left = [row.total - row.done if row.total is not None else None for row in going]
        known = sum(size for size in left if size is not None)
        seconds = known / rate if rate and None not in left else None
        failed = sum(row.state is DownloadState.FAILED for row in rows)
        return DownloadSummary(len(going), failed, rate, seconds)

    async def add(self, rows: Iterable[Download]) -> tuple[Download, ...]:
        """Append rows (their ids and positions are given by the history)."""
        added = await self._history.call(store.add_downloads, list(rows))
        self._put(added)
        self._tell(tuple(added))
        return tuple(added)

    async def stored(self, item: DownloadId) -> tuple[Download, PartRecord] | None:
        """The row as the history has it now, and what is durable of its part."""
        return await self._history.call(store.load_download, item)

    async def update(self, item: DownloadId, **changes: Any) -> Download | None:
        """Change a row and keep it in the history; None if it left the list meanwhile."""
        rows = await self.update_many([item], **changes)
        return rows[0] if rows else None

    async def update_many(self, items: Iterable[DownloadId], **changes: Any) -> list[Download]:
        """Change rows in the same way, told before it is kept; returns those still on the list.

        Where the history cannot be written, work goes on all the same: at the next start such a row
        is older than what happened, but what it says of its part is true.
        """
        rows = [self._changed(row, changes) for item in items if (row := self._rows.get(item))]
        if rows:
            self._tell(tuple(rows))
            try:
                await self._history.call(store.save_downloads, rows)
            except StorageError as error:
                log.warning("The state of downloads could not be kept: %s", error)
        return rows

    def _changed(self, row: Download, changes: dict[str, Any]) -> Download:
        state = changes.get("state", row.state)
        if state is not DownloadState.RUNNING:
            changes = {"rate": 0.0, **changes}
            self._seen.pop(row.id, None)
        new = self._rows[row.id] = dataclasses.replace(row, **changes)
        return new

    async def forget_part(self, item: DownloadId) -> None:
        """Nothing of the part is to be used: it is of another file, or deleted."""
        await self._history.call(store.begin_part, item, "", None)

    async def note_name(self, item: DownloadId, arrived: Arrived) -> None:
        """Its name was taken in the last moment."""
        facts = (arrived.path, arrived.verified, arrived.size)
        await self._history.call(store.ready_part, item, *facts)

    async def remove(self, ids: Iterable[DownloadId]) -> None:
        """Take rows off the list."""
        gone = [row for item in ids if (row := self._rows.pop(item, None)) is not None]
        for row in gone:
            self._by_job.get(row.job, {}).pop(row.id, None)
            self._seen.pop(row.id, None)
        items = tuple(row.id for row in gone)
        self._tell((), items)
        await self._history.call(store.remove_downloads, items)

    async def reorder(self, positions: dict[DownloadId, float]) -> None:
        """Put rows at other positions; the others stay where they are."""
        for item, position in positions.items():
            if item in self._rows:
                self._rows[item] = dataclasses.replace(self._rows[item], position=position)
        ordered = sorted(self._rows.values(), key=lambda row: (row.position, row.id))
        self._rows, self._by_job = {}, {}
        self._put(ordered)
        self._tell((), reordered=True)
        await self._history.call(store.save_positions, positions)

    def _tell(
        self,
        rows: tuple[Download, ...],
        gone: tuple[DownloadId, ...] = (),
        *,
        reordered: bool = False,
    ) -> None:
        self.changed.emit(DownloadsChanged(rows, gone, reordered))
        self._moved.set()
        if any(row.state is DownloadState.RUNNING for row in rows):
            self._under_way.set()

    async def settled(self, ids: Iterable[DownloadId]) -> tuple[Download, ...]:
        """Wait until none of these goes on by itself; returns those still on the list."""
        wanted = tuple(ids)
        left = deque(wanted)
        while True:
            while left and not self._goes_on(left[0]):
                left.popleft()
            if not left:
                return tuple(self._rows[item] for item in wanted if item in self._rows)
            self._moved.clear()
            await self._moved.wait()

    def _goes_on(self, item: DownloadId) -> bool:
        row = self._rows.get(item)
        return row is not None and row.state.is_open and not row.state.needs_person

    async def pump(self) -> None:
        """Drain the mailbox ten times a second while anything runs, for as long as the app runs."""
        while True:
            await self._under_way.wait()
            await asyncio.sleep(TICK)
            news = self.progress.drain()
            rows = [row for item, value in news.items() if (row := self._advance(item, *value))]
            if rows:
                self._tell(tuple(rows))
            elif not any(row.state is DownloadState.RUNNING for row in self._rows.values()):
                self._under_way.clear()

    def _advance(self, item: DownloadId, done: int, total: int | None) -> Download | None:
        row = self._rows.get(item)
        if row is None or row.state is not DownloadState.RUNNING:
            return None
        now = self._clock.monotonic()
        then, before = self._seen.get(item, (now, done))
        if item not in self._seen or now - then >= TICK / 2:
            self._seen[item] = (now, done)
        rate = (done - before) / (now - then) if now > then else row.rate
        smooth = rate if not row.rate else row.rate + SMOOTHING * (rate - row.rate)
        self._rows[item] = row = dataclasses.replace(
            row, done=done, total=total if total is not None else row.total, rate=max(0.0, smooth)
        )
        return row
