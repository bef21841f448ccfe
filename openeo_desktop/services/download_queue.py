"""The download queue in memory, mirrored to the history; tells what changed, ten times a second."""

from __future__ import annotations

import asyncio
import dataclasses
import logging
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.events import Event
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.core.mailbox import Mailbox
from openeo_desktop.services.history import History
from openeo_desktop.store import downloads as store

log = logging.getLogger(__name__)
TICK = 0.1
SAVE_EVERY = 2.0
SMOOTHING = 0.25
"""Share of the newest reading in the shown rate."""


@dataclass(frozen=True, slots=True)
class DownloadsChanged:
    """Rows that look different now, rows that left the list."""

    upserted: tuple[Download, ...]
    removed: tuple[DownloadId, ...] = ()


@dataclass(frozen=True, slots=True)
class DownloadSummary:
    """All open downloads together; `rate` in bytes per second."""

    open: int
    failed: int
    rate: float
    seconds_left: float | None


class DownloadQueue:
    """Rows by id, in order. Progress comes through `progress`, posted by any thread."""

    def __init__(self, history: History) -> None:
        self.changed: Event[DownloadsChanged] = Event()
        self.progress: Mailbox[DownloadId, tuple[int, int | None]] = Mailbox()
        self._history = history
        self._rows: dict[DownloadId, Download] = {}
        self._seen: dict[DownloadId, tuple[float, int]] = {}
        self._saved = 0.0
        self._moved = asyncio.Event()

    async def load(self, job: JobKey | None = None) -> None:
        """Read the queue, or the rows of one job, from the history."""
        rows = await self._history.call(store.load_downloads, job)
        self._rows = {row.id: row for row in rows}
        self.changed.emit(DownloadsChanged(tuple(rows)))

    def all(self) -> tuple[Download, ...]:
        """All rows in order."""
        return tuple(self._rows.values())

    def get(self, item: DownloadId) -> Download | None:
        """One row, None if it left the list."""
        return self._rows.get(item)

    def of_job(self, key: JobKey) -> tuple[Download, ...]:
        """The rows of one job in order."""
        return tuple(row for row in self._rows.values() if row.job == key)

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
        """Append rows (their ids are given by the history)."""
        wanted = list(rows)
        ids = await self._history.call(store.add_downloads, wanted)
        added = tuple(
            dataclasses.replace(row, id=item) for row, item in zip(wanted, ids, strict=True)
        )
        self._rows |= {row.id: row for row in added}
        self._tell(added)
        return added

    async def update(self, item: DownloadId, **changes: Any) -> Download | None:
        """Change a row and keep it in the history; None if it left the list meanwhile."""
        row = self._rows.get(item)
        if row is None:
            return None
        if "state" in changes and changes["state"] is not DownloadState.RUNNING:
            changes.setdefault("rate", 0.0)
            self._seen.pop(item, None)
        row = self._rows[item] = dataclasses.replace(row, **changes)
        self._tell((row,))
        await self._history.call(store.save_download, row)
        return row

    async def remove(self, ids: Iterable[DownloadId]) -> None:
        """Take rows off the list."""
        gone = tuple(item for item in ids if self._rows.pop(item, None) is not None)
        await self._history.call(store.remove_downloads, gone)
        self._tell((), gone)

    def _tell(self, rows: tuple[Download, ...], gone: tuple[DownloadId, ...] = ()) -> None:
        self.changed.emit(DownloadsChanged(rows, gone))
        self._moved.set()

    async def settled(self, ids: Iterable[DownloadId]) -> tuple[Download, ...]:
        """Wait until none of these goes on by itself; returns those still on the list."""
        wanted = tuple(ids)
        while True:
            rows = tuple(self._rows[item] for item in wanted if item in self._rows)
            if not any(row.state.is_open for row in rows):
                return rows
            self._moved.clear()
            await self._moved.wait()

    async def pump(self) -> None:
        """Drain the mailbox ten times a second, for as long as the app runs."""
        while True:
            await asyncio.sleep(TICK)
            news = self.progress.drain()
            rows = [row for item, value in news.items() if (row := self._advance(item, *value))]
            if rows:
                self._tell(tuple(rows))
                try:
                    await self._save_now_and_then(rows)
                except AppError as error:  # the part on the disk tells more than this number
                    log.warning("The progress could not be noted: %s", error)

    def _advance(self, item: DownloadId, done: int, total: int | None) -> Download | None:
        row = self._rows.get(item)
        if row is None or row.state is not DownloadState.RUNNING:
            return None
        now = time.monotonic()
        then, before = self._seen.get(item, (now, done))
        if item not in self._seen or now - then >= TICK / 2:
            self._seen[item] = (now, done)
        rate = (done - before) / (now - then) if now > then else row.rate
        smooth = rate if not row.rate else row.rate + SMOOTHING * (rate - row.rate)
        self._rows[item] = row = dataclasses.replace(
            row, done=done, total=total if total is not None else row.total, rate=max(0.0, smooth)
        )
        return row

    async def _save_now_and_then(self, rows: list[Download]) -> None:
        if time.monotonic() - self._saved > SAVE_EVERY:
            self._saved = time.monotonic()
            for row in rows:
                await self._history.call(store.save_download, row)
