"""Pictures of the log pane in its states."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.errors import UnreachableError
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.logs import LogEntry, LogLevel
from openeo_desktop.models.log_table import LogColumn
from openeo_desktop.ui.log.log_pane import LogPane
from tests.shots.shot import Shot
from tests.support.fake_services import LoopSpawn, make_job, three_accounts
from tests.support.fake_transfers import make_entry, sketch_entries, with_transfers

_SIZE = (790, 260)
_OFFLINE = UnreachableError(
    "Terrascope does not answer.", "Check the network; the app tries again by itself."
)
_TRACEBACK = """UDF failed in node 'apply1':
Traceback (most recent call last):
  File "udf.py", line 12, in apply_datacube
    return cube / scale
ZeroDivisionError: float division by zero"""


def _pane(
    status: JobStatus | None,
    entries: Sequence[LogEntry] = (),
    act: Callable[[LogPane], object] | None = None,
    failure: UnreachableError | None = None,
) -> LogPane:
    spawn = LoopSpawn()
    services = with_transfers()
    services.accounts.items = three_accounts()
    pane = LogPane(cast("Any", services), spawn, cast("Any", services.settings))
    spawn.setParent(pane)
    if status is not None:
        job = make_job(services.accounts.items[1].account.id, 1, status, title="NDVI timeseries")
        services.jobs.jobs[job.key] = job
        services.logs.entries[job.key] = list(entries)
        services.logs.failure = failure
        pane.set_job(job.key)
        if failure is not None:
            services.logs.fail(job.key, failure)
    if act is not None:
        act(pane)
    return pane


def _failed_entries() -> list[LogEntry]:
    return [
        *sketch_entries()[:4],
        make_entry("apply1: started", LogLevel.INFO, 190, node="apply1"),
        make_entry(
            _TRACEBACK,
            LogLevel.ERROR,
            196,
            code="UDFError",
            node="apply1",
            raw={"path": [{"node_id": "apply1", "process_id": "run_udf"}], "usage": {"cpu": 12}},
        ),
        make_entry("Job failed", LogLevel.ERROR, 197),
    ]


def _long_log() -> list[LogEntry]:
    levels = itertools.cycle([LogLevel.INFO] * 6 + [LogLevel.DEBUG] * 3 + [LogLevel.WARNING])
    return [
        make_entry(f"Tile 31UFS/{number}: {number % 97} scenes read", next(levels), number / 9)
        for number in range(3000)
    ]


def _ready(pane: QWidget) -> bool:
    """No page of rows is on its way, and the state is the last one."""
    assert isinstance(pane, LogPane)
    rows = pane.model.rowCount()
    shown = pane.view.rowAt(pane.view.viewport().height() // 2)
    loaded = not rows or pane.model.peek(shown if shown >= 0 else rows - 1) is not None
    said = pane.content.empty_state.title() if pane.content.currentIndex() else "lines"
    whole = not rows or pane.feed.is_whole
    summed_up = pane.failure.isVisible() or not pane.header.next_error.isEnabled()
    return loaded and whole and summed_up and said != "" and "…" not in said


def _shot(name: str, *args: Any, size: tuple[int, int] = _SIZE, **values: Any) -> Shot:
    return Shot(f"log-{name}", lambda: _pane(*args, **values), size, _ready)


def _choose_error(pane: LogPane) -> None:
    pane.model.rowsInserted.connect(lambda *_: pane.view.selectRow(5))


def _look_back(pane: LogPane) -> None:
    pane.model.rowsInserted.connect(
        lambda *_: pane.view.show_row(1200), Qt.ConnectionType.QueuedConnection
    )


def _find(pane: LogPane) -> None:
    pane.header.find_bar.set_text("32")
    pane.header.changed.emit()


def _wrap(pane: LogPane) -> None:
    pane.options.wrap.setChecked(True)
    pane.header.find_bar.set_text("udf")
    pane.header.changed.emit()


def _all_columns(pane: LogPane) -> None:
    for column in (LogColumn.CODE, LogColumn.NODE):
        pane.view.setColumnHidden(column, False)
    pane.view.show_header()
    pane.options.dates.setChecked(True)


SHOTS = [
    _shot("no-job", None),
    _shot("not-started", JobStatus.CREATED),
    _shot("queued", JobStatus.QUEUED),
    _shot("running", JobStatus.RUNNING, sketch_entries()),
    _shot("looked-back", JobStatus.RUNNING, _long_log(), _look_back),
    _shot("failed", JobStatus.ERROR, _failed_entries()),
    _shot("failed-detail", JobStatus.ERROR, _failed_entries(), _choose_error, size=(1100, 300)),
    _shot(
        "failed-detail-narrow", JobStatus.ERROR, _failed_entries(), _choose_error, size=(520, 560)
    ),
    _shot(
        "found", JobStatus.FINISHED, _long_log(), lambda p: p.header.set_filter(frozenset(), "32")
    ),
    _shot(
        "no-match",
        JobStatus.FINISHED,
        _long_log(),
        lambda p: p.header.set_filter(frozenset(), "xyz"),
    ),
    _shot("marked", JobStatus.FINISHED, _long_log(), _find),
    _shot("wrapped", JobStatus.ERROR, _failed_entries(), _wrap, size=(790, 420)),
    _shot("columns", JobStatus.ERROR, _failed_entries(), _all_columns, size=(1100, 300)),
    _shot("offline", JobStatus.RUNNING, sketch_entries(), failure=_OFFLINE),
    _shot("offline-empty", JobStatus.RUNNING, failure=_OFFLINE),
    _shot("empty", JobStatus.FINISHED),
]
