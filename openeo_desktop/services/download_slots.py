"""Which queued file may start now: so many at once in total, and so many from each host."""

from __future__ import annotations

import bisect

from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.core.settings import Settings
from openeo_desktop.services.download_queue import DownloadQueue, DownloadsChanged

PER_HOST = "downloads/per_host"
TOTAL = "downloads/total"
MOST_PER_HOST = 6
MOST_IN_TOTAL = 12
_Place = tuple[float, DownloadId]


class DownloadSlots:
    """Follows the queue; `next` takes a slot, `free` gives it back."""

    def __init__(self, queue: DownloadQueue, settings: Settings) -> None:
        self._queue = queue
        self._settings = settings
        self._running: dict[DownloadId, str] = {}
        self._lines: dict[str, list[_Place]] = {}
        self._place_of: dict[DownloadId, tuple[str, _Place]] = {}
        queue.changed.connect(self._on_changed)

    @property
    def per_host(self) -> int:
        """1 to 6, 3 by default."""
        return min(MOST_PER_HOST, max(1, self._settings.get(PER_HOST, 3)))

    @property
    def total(self) -> int:
        """1 to 12, 6 by default."""
        return min(MOST_IN_TOTAL, max(1, self._settings.get(TOTAL, 6)))

    @property
    def running(self) -> int:
        """How many slots are taken."""
        return len(self._running)

    def _on_changed(self, change: DownloadsChanged) -> None:
        for item in change.removed:
            self._leave(item)
        for row in self._queue.all() if change.reordered else change.upserted:
            self._line_up(row)

    def _line_up(self, row: Download) -> None:
        waits = row.state is DownloadState.QUEUED
        place = (_line(row), (row.position, row.id))
        if waits and self._place_of.get(row.id) == place:
            return
        self._leave(row.id)
        if waits:
            self._place_of[row.id] = place
            bisect.insort(self._lines.setdefault(place[0], []), place[1])

    def _leave(self, item: DownloadId) -> None:
        name, place = self._place_of.pop(item, ("", None))
        if place is not None:
            line = self._lines[name]
            del line[bisect.bisect_left(line, place)]
            if not line:
                del self._lines[name]

    def next(self) -> Download | None:
        """The first row in order that may start; it holds a slot until `free`."""
        if len(self._running) >= self.total:
            return None
        heads = [
            row
            for name, line in self._lines.items()
            if self._has_room(name) and (row := self._head(line)) is not None
        ]
        if not heads:
            return None
        first = min(heads, key=lambda row: (row.position, row.id))
        self._running[first.id] = _line(first)
        return first

    def _head(self, line: list[_Place]) -> Download | None:
        """The first of those whose last try is over."""
        free = (item for _, item in line if item not in self._running)
        rows = (self._queue.get(item) for item in free)
        return next((row for row in rows if row is not None), None)

    def _has_room(self, name: str) -> bool:
        return sum(taken == name for taken in self._running.values()) < self.per_host

    def move(self, row: Download, host: str) -> bool:
        """A running row turns out to be of another host; False if there is no room there."""
        if self._running.get(row.id) == host:
            return True
        room = self._has_room(host)
        self._running[row.id] = host
        return room

    def free(self, item: DownloadId) -> None:
        """The try of this row is over."""
        self._running.pop(item, None)


def _line(row: Download) -> str:
    """Where it stands in line: at its host, or with its job while that is not known."""
    return row.host or "\0".join(row.job)
