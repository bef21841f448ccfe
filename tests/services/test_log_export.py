"""A log written to a file: in portions, with progress, nothing left of what was ended or failed."""

from __future__ import annotations

import asyncio
import json
import os
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.logs import LogEntry, LogLevel
from openeo_desktop.services.log_export import PORTION, LogExport, export_log
from openeo_desktop.services.logs import LogListing, LogQuery

KEY = JobKey(AccountId("a"), JobId("j"))
ERRORS = LogQuery(levels=frozenset((LogLevel.ERROR,)))


@dataclass
class MadeUpLog:
    """Row n is an error where 10 divides n; `held` keeps rows back from there on."""

    count: int
    held: int | None = None

    async def listing(self, key: JobKey, query: LogQuery) -> LogListing:
        every = 10 if query == ERRORS else 1
        return LogListing(query, array("q", range(0, self.count, every)))

    async def rows(self, row_ids: Sequence[int]) -> dict[int, LogEntry]:
        if self.held is not None and row_ids[0] >= self.held:
            await asyncio.Event().wait()
        return {n: LogEntry(str(n), LogLevel.INFO, f"line {n}", raw={"id": n}) for n in row_ids}


def _export(log: MadeUpLog, path: Path, query: LogQuery | None = None) -> list[tuple[int, int]]:
    told: list[tuple[int, int]] = []
    export = LogExport(KEY, path, query or LogQuery())
    asyncio.run(export_log(log, export, lambda done, total: told.append((done, total))))
    return told


def test_all_entries_are_written_with_progress(tmp_path: Path) -> None:
    path, count = tmp_path / "log.json", 2 * PORTION + 5
    told = _export(MadeUpLog(count), path)
    assert told == [(PORTION, count), (2 * PORTION, count), (count, count)]
    assert [entry["id"] for entry in json.loads(path.read_text())["logs"]] == list(range(count))
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_shown_is_written_alone(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    _export(MadeUpLog(100), path, ERRORS)
    assert path.read_text().splitlines()[:2] == ["info\tline 0", "info\tline 10"]


def test_an_older_file_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_text("old")

    async def ended() -> None:
        export = LogExport(KEY, path, LogQuery())
        begun = asyncio.Event()
        log = MadeUpLog(3 * PORTION, held=PORTION)
        task = asyncio.create_task(export_log(log, export, lambda *_: begun.set()))
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        async with asyncio.timeout(30):
            while os.listdir(tmp_path) != ["log.txt"]:  # noqa: ASYNC110, PTH208 - a thread's work
                await asyncio.sleep(0.01)

    asyncio.run(ended())
    assert path.read_text() == "old"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"log\.csv"):
        _export(MadeUpLog(3), tmp_path / "none" / "log.csv")
