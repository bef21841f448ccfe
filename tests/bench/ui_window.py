"""The window in use while a listing is synchronised: how late its loop is, phase by phase.

`python -m tests.bench.ui_window PROFILE URL JOBS ENTRIES` prints JSON: lateness of the loop in ms.
The profile has a long listing and one job with a long log; URL is a back-end with a long listing.
"""

from __future__ import annotations

import asyncio
import dataclasses
import gc
import json
import random
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.window_facts import memory, until

if TYPE_CHECKING:
    from openeo_desktop.app import Desktop

TICK = 0.002
SCROLLS, SELECTED, TAILED, GROWN_BY = 100, 40, 20, 50
WORDS = ("ndvi", "flood lj", "zzzz")


class Lateness:
    """By how many milliseconds a timer of the loop came late, in each phase."""

    def __init__(self) -> None:
        self.phases: dict[str, list[float]] = {}

    @asynccontextmanager
    async def of(self, phase: str) -> AsyncIterator[None]:
        """Watch the loop while this phase lasts."""
        late = self.phases.setdefault(phase, [])
        watching = asyncio.get_running_loop().create_task(_watch(late))
        try:
            yield
        finally:
            watching.cancel()


async def _watch(late: list[float]) -> None:
    while True:
        began = time.perf_counter()
        await asyncio.sleep(TICK)
        late.append(1000 * (time.perf_counter() - began - TICK))


class Use:
    """A person who uses the window."""

    def __init__(self, desktop: Desktop, lateness: Lateness, entries: int) -> None:
        self._window, self._services = desktop.window, desktop.services
        self._pane = desktop.window.jobs_pane
        self._model = self._pane.model
        self._late = lateness
        self._entries = entries

    async def everything(self) -> None:
        """All phases, one after the other."""
        for phase in (
            self.scrolling,
            self.sorting,
            self.filtering,
            self.typing,
            self.grouping,
            self.selecting,
            self.tailing,
        ):
            async with self._late.of(phase.__name__):
                await phase()

    async def scrolling(self) -> None:
        """To a hundred places."""
        bar = self._pane.table.verticalScrollBar()
        for step in range(SCROLLS):
            bar.setValue(bar.maximum() * step // SCROLLS)
            await asyncio.sleep(0.01)

    async def sorting(self) -> None:
        """By every column."""
        from PySide6.QtCore import Qt

        from openeo_desktop.models.jobs_table import JobColumn

        for column in (*JobColumn, JobColumn.CREATED):
            self._model.sort(column, Qt.SortOrder.DescendingOrder)
            await self._answered()

    async def filtering(self) -> None:
        """By the status chips."""
        from openeo_desktop.core.jobs import JobStatus

        chosen = [frozenset({status}) for status in JobStatus]
        for statuses in (*chosen, frozenset[JobStatus]()):
            self._model.set_statuses(statuses)
            await self._answered()

    async def typing(self) -> None:
        """Letter by letter, about as fast as a quick typist."""
        for word in WORDS:
            for end in range(1, len(word) + 1):
                self._pane.set_text(word[:end])
                await asyncio.sleep(0.08)
            await self._answered()
        self._pane.set_text("")
        await self._answered()

    async def grouping(self) -> None:
        """By day, scrolled, and back."""
        plain = self._model.query
        self._model.ask(dataclasses.replace(plain, by_day=True))
        await self._answered()
        await self.scrolling()
        self._model.ask(plain)
        await self._answered()

    async def selecting(self) -> None:
        """One job after the other; the details and the panes follow."""
        self._pane.table.verticalScrollBar().setValue(0)
        for row in range(SELECTED):
            self._pane.table.selectRow(row)
            await asyncio.sleep(0.05)

    async def tailing(self) -> None:
        """A log that is open grows and is followed."""
        from openeo_desktop.core.logs import parse_log_entry
        from openeo_desktop.services.logs import LogsChanged
        from openeo_desktop.store.logs import append_logs
        from tests.bench.log_window import LONG, raw_entry

        log, total, rng = self._window.log_pane, self._entries, random.Random(2)
        self._window.select_job(LONG)
        self._window.show_pane("log")
        await until(lambda: log.feed.key == LONG and log.model.rowCount() == total)
        log.view.follow()
        for _ in range(TAILED):
            more = [parse_log_entry(raw_entry(total + n, rng)) for n in range(GROWN_BY)]
            total += GROWN_BY
            await self._services.history.call(append_logs, LONG, more, fresh=True)
            self._services.logs.changed.emit(LogsChanged(LONG, GROWN_BY))
            await until(lambda total=total: log.model.rowCount() == total)  # type: ignore[misc]

    async def _answered(self) -> None:
        """The question that is asked now was answered whole, and its rows were painted."""
        model = self._model
        await until(lambda: model.listing is not None and model.listing.query == model.query)
        self._pane.table.viewport().update()
        await asyncio.sleep(0.02)


async def drive(desktop: Desktop, url: str, jobs: int, entries: int) -> int:
    """Use the window while another account's listing comes in again and again."""
    from tests.bench.listing_server import PASSWORD

    model, services = desktop.window.jobs_pane.model, desktop.services
    await until(lambda: model.listing is not None and model.job_count() >= jobs)
    await _local_back_end_made(desktop)
    lateness = Lateness()
    async with lateness.of("signing in"):
        await services.accounts.sign_in_basic(url, "me", PASSWORD, remember=False)
    syncing = asyncio.get_running_loop().create_task(_synchronise(desktop))
    await Use(desktop, lateness, entries).everything()
    told = {"rss": memory(), "phases": lateness.phases}
    if syncing.done():
        syncing.result()  # why there was nothing to synchronise
    syncing.cancel()
    print(json.dumps(told), flush=True)
    return 0


async def _local_back_end_made(desktop: Desktop) -> None:
    """The very first start makes data for «This computer», once: nobody works meanwhile."""
    local = desktop.services.local
    if local.is_installed():
        await until(lambda: local.running and any(local.state.glob("processes-*.json")))


async def _synchronise(desktop: Desktop) -> None:
    while True:
        await desktop.services.sync.refresh_now()
        await asyncio.sleep(0.1)


def main(profile: Path, url: str, jobs: int, entries: int) -> int:
    """Start as `cli` does, without a keychain."""
    gc.disable()
    import keyring
    from keyring.backends import null

    from openeo_desktop.app import run_window
    from openeo_desktop.core.paths import profile_paths

    keyring.set_keyring(null.Keyring())  # type: ignore[no-untyped-call]
    return run_window(
        profile_paths(profile), driver=lambda desktop: drive(desktop, url, jobs, entries)
    )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
