"""Pictures of the command palette, the table of shortcuts and an estimate."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from openeo_desktop.core.errors import UnsupportedError
from openeo_desktop.core.estimates import CalendarDuration, Estimate
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.times import utc_now
from openeo_desktop.ui.jobs.estimate_dialog import EstimateDialog
from openeo_desktop.ui.palette.shortcuts_dialog import ShortcutsDialog
from openeo_desktop.ui.window.main_window import MainWindow
from tests.shots.shot import Shot
from tests.support.fake_services import LoopSpawn
from tests.support.sketch_jobs import key_of, sketch_services

_LARGE, _SMALL, _DIALOG = (1440, 900), (700, 520), (480, 340)


class _Asked:
    """Whether the row that the picture is about has come."""

    def __init__(self, typed: str) -> None:
        self._typed = typed
        self._done = False

    def __call__(self, widget: QWidget) -> bool:
        assert isinstance(widget, MainWindow)
        if widget.jobs_pane.model.peek(0) is None or widget.details_pane.job is None:
            return False
        frame = widget.palette_.frame
        if not self._done:
            self._done = True
            widget.palette_.toggle()
            frame.field.setText(self._typed)
            return False
        rows = [frame.model.row(at) for at in range(frame.model.rowCount())]
        return any(row is not None and row.job is not None for row in rows)


def _window(status: JobStatus) -> MainWindow:
    services, spawn = sketch_services(60), LoopSpawn()
    window = MainWindow(cast("Any", services), spawn)
    spawn.setParent(window)
    window.select_job(key_of(services, status))
    return window


def _palette(name: str, typed: str, size: tuple[int, int]) -> Shot:
    asked: dict[int, _Asked] = {}

    def ready(widget: QWidget) -> bool:
        return asked.setdefault(id(widget), _Asked(typed))(widget)

    return Shot(name, lambda: _window(JobStatus.RUNNING), size, ready)


def _shortcuts() -> QWidget:
    window = _window(JobStatus.RUNNING)
    dialog = ShortcutsDialog(window.menuBar())
    window.setParent(dialog)
    window.hide()
    return dialog


def _estimate(answer: Estimate | None, failure: UnsupportedError | None = None) -> QWidget:
    services, spawn = sketch_services(0), LoopSpawn()
    services.accounts.answer, services.accounts.failure = answer, failure
    job = services.jobs.jobs[key_of(services, JobStatus.FINISHED)]
    dialog = EstimateDialog(cast("Any", services), spawn, job)
    spawn.setParent(dialog)
    return dialog


def _full() -> Estimate:
    return Estimate(
        costs=12.5,
        duration=CalendarDuration(hours=2, minutes=30),
        size=157_286_400,
        downloads_included=5,
        expires=utc_now() + dt.timedelta(days=3),
    )


def _refused() -> UnsupportedError:
    return UnsupportedError(
        "The process of this job is too complex for an estimate.",
        "Try it on a small area first and look at the costs of that job.",
    )


def _is_answered(widget: QWidget) -> bool:
    assert isinstance(widget, EstimateDialog)
    return widget.copy_button.isEnabled() or "too complex" in widget.stack.empty_state.title()


SHOTS = [
    _palette("palette", "", _LARGE),
    _palette("palette-typed", "re", _LARGE),
    _palette("palette-small", "mosaic", _SMALL),
    Shot("shortcuts", _shortcuts, (560, 560)),
    Shot("estimate", lambda: _estimate(_full()), _DIALOG, _is_answered),
    Shot("estimate-none", lambda: _estimate(None, _refused()), _DIALOG, _is_answered),
]
