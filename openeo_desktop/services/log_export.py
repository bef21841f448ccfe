"""Writes a log to a file of the person's choice, in portions, with progress; may be ended.

Rows are read through the service's lane a portion at a time, so that panes wait for none of it;
the file is written on a thread of its own and has its name only when it is whole.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from openeo_desktop.core import log_formats
from openeo_desktop.core.disk import disk_errors, rename_for_good
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.core.log_formats import LogFormat
from openeo_desktop.core.logs import LogEntry
from openeo_desktop.services.lanes import Lane
from openeo_desktop.services.logs import LogListing, LogQuery

PORTION = 1000


class LogSource(Protocol):
    """What is asked of `LogsService`."""

    async def listing(self, key: JobKey, query: LogQuery) -> LogListing: ...

    async def rows(self, row_ids: Sequence[int]) -> dict[int, LogEntry]: ...


@dataclass(frozen=True, slots=True)
class LogExport:
    """Which entries go where; the ending of the path says as what. `query` of all entries: all."""

    key: JobKey
    path: Path
    query: LogQuery


async def export_log(
    logs: LogSource, export: LogExport, on_progress: Callable[[int, int], object]
) -> int:
    """Write the file; returns how many entries it has. Cancelling leaves nothing behind.

    Args:
        on_progress: Hears of entries written and of all, after every portion.

    Raises:
        StorageError: The file cannot be written, or the history not be read.
    """
    row_ids = (await logs.listing(export.key, export.query)).row_ids
    lane, part = Lane("log-export", 1), _Part(export.path)
    done = 0
    try:
        await lane.call(part.open)
        for start in range(0, len(row_ids), PORTION):
            ids = row_ids[start : start + PORTION]
            found = await logs.rows(ids)
            entries = [found[row_id] for row_id in ids if row_id in found]
            await lane.call(part.write, entries)
            done += len(entries)
            on_progress(start + len(ids), len(row_ids))
        await lane.call(part.finish)
    finally:
        lane.submit(part.discard)
        lane.abandon()
    return done


class _Part:
    """The unfinished file, on the lane's thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._part = path.with_name(f"{path.name}.{os.getpid()}.part")
        self._form = LogFormat.of_name(path.name)
        self._file: IO[str] | None = None
        self._first = True

    def open(self) -> None:
        """Begin. Raises StorageError."""
        with disk_errors(self._path):
            self._file = self._part.open("w", encoding="utf-8", newline="")
            self._file.write(log_formats.opening(self._form))

    def write(self, entries: Sequence[LogEntry]) -> None:
        """Add these. Raises StorageError."""
        if self._file is None or not entries:
            return
        with disk_errors(self._path):
            self._file.write(log_formats.portion(self._form, entries, first=self._first))
        self._first = False

    def finish(self) -> None:
        """The file is whole: give it its name. Raises StorageError."""
        if self._file is None:
            return
        with disk_errors(self._path):
            self._file.write(log_formats.closing(self._form))
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            rename_for_good(self._part, self._path)
        self._file = None

    def discard(self) -> None:
        """Remove what is unfinished; nothing where it was finished."""
        if self._file is None:
            return
        try:
            self._file.close()
        finally:
            self._file = None
            self._part.unlink(missing_ok=True)
