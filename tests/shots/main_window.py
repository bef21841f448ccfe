"""Pictures of the whole window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.ui.window.main_window import MainWindow
from tests.shots.shot import Shot
from tests.support.fake_services import FakeServices, LoopSpawn
from tests.support.fake_transfers import with_transfers
from tests.support.sketch_jobs import key_of, sketch_services

_LARGE = (1440, 900)


def _window(
    services: FakeServices, act: Callable[[MainWindow], object] | None = None
) -> MainWindow:
    spawn = LoopSpawn()
    window = MainWindow(cast("Any", services), spawn)
    spawn.setParent(window)
    if act is not None:
        act(window)
    return window


def _with_job(status: JobStatus, pane: str, count: int = 60) -> MainWindow:
    services = sketch_services(count)

    def act(window: MainWindow) -> None:
        window.select_job(key_of(services, status))
        window.show_pane(cast("Any", pane))

    return _window(services, act)


def _first_start() -> MainWindow:
    return _window(with_transfers())


def _is_settled(window: QWidget) -> bool:
    """The table, the details and the log of the job have come."""
    assert isinstance(window, MainWindow)
    model, key = window.jobs_pane.model, window.jobs_pane.current_key
    if model.listing is None or (model.rowCount() and model.peek(0) is None):
        return False
    lines = window.log_pane.model
    seen = not window.log_pane.visibleRegion().isEmpty()
    log_ready = not seen or all(lines.peek(row) is not None for row in range(lines.rowCount()))
    return log_ready and (key is None or window.details_pane.job is not None)


def _has_log(window: QWidget) -> bool:
    assert isinstance(window, MainWindow)
    return _is_settled(window) and bool(window.log_pane.header.shown_text())


def _says_why_it_failed(window: QWidget) -> bool:
    assert isinstance(window, MainWindow)
    return _is_settled(window) and window.log_pane.failure.isVisible()


SHOTS = [
    Shot(
        "window-running",
        lambda: _with_job(JobStatus.RUNNING, "log", 20_424),
        _LARGE,
        _has_log,
    ),
    Shot("window-failed", lambda: _with_job(JobStatus.ERROR, "details"), _LARGE, _is_settled),
    Shot("window-results", lambda: _with_job(JobStatus.FINISHED, "results"), _LARGE, _is_settled),
    Shot(
        "window-downloads", lambda: _with_job(JobStatus.FINISHED, "downloads"), _LARGE, _is_settled
    ),
    Shot("window-process", lambda: _with_job(JobStatus.RUNNING, "process"), _LARGE, _is_settled),
    Shot("window-first-start", _first_start, _LARGE, _is_settled),
    Shot("window-small", lambda: _with_job(JobStatus.RUNNING, "details"), (1024, 700), _is_settled),
    Shot("window-low", lambda: _with_job(JobStatus.ERROR, "log"), (1000, 650), _says_why_it_failed),
    Shot("window-tiny", lambda: _with_job(JobStatus.RUNNING, "details"), (700, 520), _is_settled),
]
