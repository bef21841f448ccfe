"""The app in a process of its own with a long log: opened, filtered, searched, scrolled, tailed.

`python -m tests.bench.log_window PROFILE COUNT` prints JSON. The whole app runs, with its window,
its lanes and its store; times end when the lines that are then seen were loaded and painted.
"""

from __future__ import annotations

import asyncio
import json
import random
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openeo_desktop.app import Desktop, run_window
from openeo_desktop.core.accounts import Account, AccountId
from openeo_desktop.core.jobs import JobId, JobKey, parse_job
from openeo_desktop.core.logs import LogLevel, parse_log_entry
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.services.log_export import LogExport, export_log
from openeo_desktop.services.logs import LogQuery, LogsChanged
from openeo_desktop.store.accounts import save_account
from openeo_desktop.store.database import Database
from openeo_desktop.store.jobs import upsert_jobs
from openeo_desktop.store.logs import append_logs
from openeo_desktop.store.rows import to_json
from openeo_desktop.ui.log.log_pane import LogPane
from tests.bench.window_facts import memory, until

ACCOUNT = AccountId("a")
LONG, EMPTY = (JobKey(ACCOUNT, JobId(name)) for name in ("long", "empty"))
LEVELS = ("info",) * 12 + ("debug",) * 6 + ("warning",) * 2
TICK = 0.002
GROWTH, GROWN_BY = 30, 50


def write_history(path: Path, count: int) -> None:
    """A history with one job whose log has that many entries, and one without any."""
    rng = random.Random(1)
    database = Database(path)
    url = "https://a.example.org"
    save_account(database, Account(ACCOUNT, "A", url, url, "basic", "me", history_only=True))
    raws = ({"id": key.job_id, "status": "finished"} for key in (LONG, EMPTY))
    upsert_jobs(database, [job for raw in raws if (job := parse_job(ACCOUNT, raw)) is not None])
    statement = (
        "INSERT INTO logs (job_row, entry_id, level, time, code, node, message, raw)"
        " VALUES (1, ?, ?, ?, '', 'load1', ?, ?)"
    )
    with database.transaction() as connection:
        connection.executemany(statement, _rows(count, rng))
    database.close()


def _rows(count: int, rng: random.Random) -> Iterator[tuple[object, ...]]:
    for number in range(count):
        raw = raw_entry(number, rng)
        level = LogLevel.parse(raw["level"]).severity
        yield raw["id"], level, 1.7e9 + number, raw["message"], to_json(raw)


def raw_entry(number: int, rng: random.Random) -> dict[str, Any]:
    """About as long as the lines of real drivers; one in 500 is an error."""
    level = "error" if number % 500 == 499 else rng.choice(LEVELS)
    message = (
        f"Tile 31UFS/{number}: {number % 97} scenes read, {rng.randrange(10**9)} bytes, band "
        f"B0{number % 9} of the data cube in {number % 1300} ms"
    )
    return {"id": f"[17708967, {number}]", "level": level, "message": message}


class Measured:
    """Milliseconds of each thing, and how late the loop was while it happened."""

    def __init__(self) -> None:
        self.told: dict[str, float] = {}
        self._late: list[float] = []
        self._ticking: asyncio.Task[None] | None = None

    async def tick(self) -> None:
        """Look at the clock again and again, until cancelled."""
        while True:
            before = time.perf_counter()
            await asyncio.sleep(TICK)
            self._late.append((time.perf_counter() - before - TICK) * 1000)

    def begin(self) -> None:
        """Watch the loop from now on."""
        self._ticking = asyncio.get_running_loop().create_task(self.tick())

    def end(self) -> None:
        """Say how late it was."""
        if self._ticking is not None:
            self._ticking.cancel()
        self.told["longest"] = max(self._late)
        self.told["p99"] = statistics.quantiles(self._late, n=100)[98]


async def drive(desktop: Desktop, measured: Measured, count: int) -> int:
    """Use the log as a person does."""
    window, pane = desktop.window, desktop.window.log_pane
    await until(lambda: window.jobs_pane.model.rowCount() == 2)
    window.select_job(EMPTY)
    window.show_pane("log")
    await until(lambda: pane.feed.key == EMPTY and pane.isVisible())
    before = memory()
    measured.begin()
    told: list[LogQuery] = []
    pane.feed.listed.connect(lambda listing: told.append(listing.query))
    begun = time.perf_counter()
    window.select_job(LONG)
    await until(lambda: pane.feed.key == LONG and pane.model.rowCount() and _is_seen(pane, told))
    measured.told["open"] = (time.perf_counter() - begun) * 1000
    await until(lambda: pane.header.shown_text().endswith(f"{count:,} of {count:,}"))
    await _filters(measured, pane, told, count)
    await _scroll(measured, pane)
    await _tail(measured, desktop, count)
    measured.end()
    measured.told["memory"] = memory() - before
    await _export(measured, desktop)
    print(json.dumps(measured.told), flush=True)
    return 0


async def _filters(measured: Measured, pane: LogPane, told: list[LogQuery], count: int) -> None:
    """By levels, by a frequent and by a rare text; the whole listing is waited for in between."""
    slowest = 0.0
    for levels in (("error",), ("info",), ("warning", "error"), ("info", "warning", "debug"), ()):
        chosen = frozenset(LogLevel(level) for level in levels)
        name = "filter_" + "_".join(levels or ("all",))
        told.clear()
        begun = time.perf_counter()
        pane.header.set_filter(chosen)
        await until(lambda: _is_seen(pane, told))
        slowest = max(slowest, (time.perf_counter() - begun) * 1000)
        measured.told[name] = (time.perf_counter() - begun) * 1000
        await until(lambda: pane.feed.is_whole)
    measured.told["filter"] = slowest
    find = pane.header.find_bar
    for name, text in (("search_rare", f"31UFS/{count // 2}:"), ("search_frequent", "scenes")):
        begun = time.perf_counter()
        find.set_text(text)
        pane.apply_search()
        await until(lambda: pane.steps.finder.is_known)
        measured.told[name] = (time.perf_counter() - begun) * 1000
    find.set_text("")
    pane.apply_search()


def _is_seen(pane: LogPane, told: list[LogQuery]) -> bool:
    """The newest lines that answer the present question, if any do, are loaded and painted."""
    if not told or told[-1] != pane.feed.query:
        return False
    rows = pane.model.rowCount()
    if rows and pane.model.value(rows - 1) is None:
        return False
    pane.view.viewport().repaint()
    return True


async def _scroll(measured: Measured, pane: LogPane) -> None:
    """To forty places, each painted with its lines; the slowest and the median."""
    bar, times = pane.view.verticalScrollBar(), []
    for step in range(40):
        begun = time.perf_counter()
        bar.setValue(bar.maximum() * step // 41)
        pane.view.viewport().repaint()
        row = pane.view.rowAt(1)
        await until(lambda row=row: pane.model.value(row) is not None)  # type: ignore[misc]
        pane.view.viewport().repaint()
        times.append((time.perf_counter() - begun) * 1000)
    measured.told["scroll"] = statistics.median(times)


async def _tail(measured: Measured, desktop: Desktop, count: int) -> None:
    """The log grows by some lines, again and again, and is followed."""
    pane, services = desktop.window.log_pane, desktop.services
    pane.view.follow()
    rng, times, total = random.Random(2), [], count
    for _ in range(GROWTH):
        entries = [parse_log_entry(raw_entry(total + n, rng)) for n in range(GROWN_BY)]
        total += GROWN_BY
        await services.history.call(append_logs, LONG, entries, fresh=True)
        begun = time.perf_counter()
        services.logs.changed.emit(LogsChanged(LONG, GROWN_BY))
        await until(lambda total=total: pane.model.rowCount() == total)  # type: ignore[misc]
        times.append((time.perf_counter() - begun) * 1000)
    measured.told["tail"] = statistics.median(times)


async def _export(measured: Measured, desktop: Desktop) -> None:
    path = desktop.services.paths.data / "log.csv"
    begun = time.perf_counter()
    export = LogExport(LONG, path, LogQuery())
    done = await export_log(desktop.services.logs, export, lambda *_: None)
    measured.told["export"] = done / (time.perf_counter() - begun)
    path.unlink()


if __name__ == "__main__":
    sys.exit(
        run_window(
            profile_paths(Path(sys.argv[1])),
            driver=lambda desktop: drive(desktop, Measured(), int(sys.argv[2])),
        )
    )
