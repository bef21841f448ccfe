"""The real window with a finished job, to be dragged from: `python -m ... PROFILE`.

It does what it is told by lines on its standard input and answers with one JSON object a line.
"""

from __future__ import annotations

import asyncio
import json
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QTableView

from openeo_desktop.app import Desktop
from openeo_desktop.core.accounts import Account
from openeo_desktop.core.job_requests import JobRequest
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.demo.examples import FINISHED, example
from tests.support.app_runner import create, run_app, until, until_job

SIZE = (1300, 900)


def say(**values: Any) -> None:
    """One line for the test."""
    print(json.dumps(values), flush=True)


async def drive(desktop: Desktop, account: Account) -> None:
    """A job with results, then whatever the test asks for."""
    window = desktop.window
    desktop.services.settings.set("downloads/fetch_ahead", "ahead" in sys.argv)
    window.setGeometry(0, 0, *SIZE)
    request = JobRequest(example(FINISHED), "Größe #1: 100 %")
    key = await create(desktop, account, request, start=True)
    await until_job(desktop, key, lambda job: job.status is JobStatus.FINISHED)
    window.show_pane("results")
    results, downloads = window.results_pane, window.downloads_pane
    await until(lambda: results.model.rowCount() > 0, "the files of the result")
    for name, pane in (("results", results), ("downloads", downloads)):
        pane.table.drag_began.connect(lambda name=name: say(event="began", pane=name))
    commands: dict[str, Callable[[], Any]] = {
        "show downloads": lambda: window.show_pane("downloads"),
        "where results": lambda: place_of(results.table),
        "where downloads": lambda: place_of(downloads.table),
        "said": results.messages.text,
        "queue": lambda: [f"{row.state} {row.path}" for row in desktop.services.downloads.all()],
        "ahead": lambda: [results.model.is_ahead(results.model.asset(0).key)],
    }
    say(event="ready")
    lines = input_lines()
    while (line := await lines.get()) != "end":
        say(answer=commands[line]())


def place_of(table: QTableView) -> dict[str, int]:
    """The middle of the first row's name, on the screen."""
    index = table.model().index(0, 0)
    middle = table.viewport().mapToGlobal(table.visualRect(index).center())
    return {"x": middle.x(), "y": middle.y()} if table.isVisible() and index.isValid() else {}


def input_lines() -> asyncio.Queue[str]:
    """What the test writes, line by line; «end» when it ends."""
    loop, lines = asyncio.get_running_loop(), asyncio.Queue[str]()

    def read() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(lines.put_nowait, line.strip())
        loop.call_soon_threadsafe(lines.put_nowait, "end")

    threading.Thread(target=read, daemon=True).start()
    return lines


if __name__ == "__main__":
    run_app(Path(sys.argv[1]), drive, within=400.0)
