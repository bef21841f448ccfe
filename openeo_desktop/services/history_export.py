"""Writes the history, or a part of it, into a JSON file (`core.history_items` has the format).

Portion by portion: a hundred thousand jobs are never held. The file appears when it is whole.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from openeo_desktop import __version__
from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.disk import disk_errors
from openeo_desktop.core.history_items import FORMAT, VERSION
from openeo_desktop.core.job_query import JobQuery
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.core.json_values import json_text
from openeo_desktop.core.times import format_time
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.history import History
from openeo_desktop.services.jobs import JobsService
from openeo_desktop.services.lanes import Lanes
from openeo_desktop.store import history_export as store

JOBS_AT_ONCE = 100
ENTRIES_AT_ONCE = 500
OnProgress = Callable[[int, int], None]
"""Told how much is done, of how much."""


def _tell_nobody(_done: int, _total: int) -> None:
    """Nobody shows the progress."""


@dataclass(frozen=True, slots=True)
class ExportParts:
    """What goes into the file beside the jobs themselves."""

    logs: bool = True
    results: bool = True


@dataclass(frozen=True, slots=True)
class Exported:
    """What is in the file that was written."""

    path: Path
    jobs: int
    log_entries: int


class HistoryExport:
    """Exports; nothing is changed in the history, no request is made."""

    def __init__(
        self,
        history: History,
        accounts: AccountsService,
        jobs: JobsService,
        lanes: Lanes,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        self._history = history
        self._accounts = accounts
        self._jobs = jobs
        self._lanes = lanes
        self._clock = clock

    async def export(
        self,
        path: Path,
        which: JobQuery | Sequence[JobKey],
        parts: ExportParts | None = None,
        on_progress: OnProgress = _tell_nobody,
    ) -> Exported:
        """Write the jobs of a query, or these ones. Cancelling leaves no file.

        Raises:
            StorageError: The file cannot be written.
        """
        wanted = parts or ExportParts()
        rows = await self._rows(which)
        part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
        file = await self._lanes.files.call(_create, part)
        try:
            jobs, entries = await self._write(file, rows, wanted, on_progress)
            await self._lanes.files.call(_finish, file, part, path)
        except BaseException:
            await self._lanes.files.call(_give_up, file, part)
            raise
        return Exported(path, jobs, entries)

    async def _rows(self, which: JobQuery | Sequence[JobKey]) -> Sequence[int]:
        if isinstance(which, JobQuery):
            return (await self._jobs.listing(which)).row_ids
        found = await self._jobs.row_ids_of(which)
        return [found[key] for key in which if key in found]

    async def _write(
        self, file: TextIO, rows: Sequence[int], parts: ExportParts, on_progress: OnProgress
    ) -> tuple[int, int]:
        total = len(rows) * (2 if parts.logs else 1)
        out = _Arrays(file, self._lanes)
        await out.begin(self._head())
        await out.array("accounts")
        await out.items([store.account_text(s.account) for s in self._accounts.statuses()])
        await out.array("jobs")
        jobs = 0
        for start in range(0, len(rows), JOBS_AT_ONCE):
            part = rows[start : start + JOBS_AT_ONCE]
            texts = await self._history.read(store.export_jobs, part, results=parts.results)
            await out.items(texts)
            jobs += len(texts)
            on_progress(start + len(part), total)
        await out.array("logs")
        entries = 0
        for start in range(0, len(rows) if parts.logs else 0, JOBS_AT_ONCE):
            part = rows[start : start + JOBS_AT_ONCE]
            async for text, count in self._logs_of(part):
                await out.items([text])
                entries += count
            on_progress(len(rows) + start + len(part), total)
        await out.end()
        return jobs, entries

    def _head(self) -> dict[str, object]:
        return {
            "format": FORMAT,
            "version": VERSION,
            "written": format_time(self._clock.now()),
            "app": f"openEO Desktop {__version__}",
        }

    async def _logs_of(self, rows: Sequence[int]) -> AsyncIterator[tuple[str, int]]:
        for row, account, job_id in await self._history.read(store.jobs_with_logs, rows):
            after = 0
            while True:
                portion = await self._history.read(store.export_log, row, after, ENTRIES_AT_ONCE)
                names = f'"account": {json.dumps(account)}, "job": {json.dumps(job_id)}'
                entries = ", ".join(portion.entries)
                yield f'{{{names}, "entries": [{entries}]}}', len(portion.entries)
                after = portion.after
                if not after:
                    break


class _Arrays:
    """One JSON object, its arrays written item by item, one a line."""

    def __init__(self, file: TextIO, lanes: Lanes) -> None:
        self._file = file
        self._lanes = lanes
        self._first = True
        self._open = False

    async def begin(self, head: dict[str, object]) -> None:
        """The plain members."""
        await self._put(json_text(head)[:-1])

    async def array(self, name: str) -> None:
        """Begin the next array."""
        closing = "\n]" if self._open else ""
        self._first, self._open = True, True
        await self._put(f'{closing},\n"{name}": [')

    async def items(self, texts: Sequence[str]) -> None:
        """Items of the array that is open."""
        if texts:
            lead = "\n" if self._first else ",\n"
            self._first = False
            await self._put(lead + ",\n".join(texts))

    async def end(self) -> None:
        """The end of the last array, and of the object."""
        await self._put("\n]}\n")

    async def _put(self, text: str) -> None:
        await self._lanes.files.call(_put, self._file, text)


def _create(part: Path) -> TextIO:
    with disk_errors(part):
        part.parent.mkdir(parents=True, exist_ok=True)
        return part.open("x", encoding="utf-8", errors="replace", newline="\n")


def _put(file: TextIO, text: str) -> None:
    with disk_errors(Path(file.name)):
        file.write(text)


def _finish(file: TextIO, part: Path, path: Path) -> None:
    with disk_errors(path):
        file.flush()
        os.fsync(file.fileno())
        file.close()
        part.replace(path)


def _give_up(file: TextIO, part: Path) -> None:
    with contextlib.suppress(OSError):
        file.close()
    with contextlib.suppress(OSError):
        part.unlink(missing_ok=True)
