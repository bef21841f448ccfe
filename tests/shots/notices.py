"""Pictures of notices: cards over the window, the paused synchronisation, the list."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.notices import Notice
from openeo_desktop.models.navigation import Place, View
from openeo_desktop.ui.notices.notices_dialog import NoticesDialog
from openeo_desktop.ui.window.main_window import MainWindow
from tests.shots.shot import Shot
from tests.support.fake_services import NOW, FakeServices, LoopSpawn
from tests.support.sketch_jobs import sketch_services

_SIZE = (1440, 900)


def _notices(services: FakeServices, *statuses: JobStatus, count: int = 3) -> list[Notice]:
    jobs = [job for job in services.jobs.jobs.values() if job.status in statuses][:count]
    return [
        Notice(at, job.key, job.title, job.status, NOW - dt.timedelta(minutes=7 * at), job.updated)
        for at, job in enumerate(jobs, 1)
    ]


def _window(services: FakeServices) -> MainWindow:
    spawn = LoopSpawn()
    window = MainWindow(cast("Any", services), spawn)
    spawn.setParent(window)
    return window


def _cards() -> QWidget:
    services = sketch_services(60)
    window = _window(services)
    services.notices.tell(*_notices(services, JobStatus.FINISHED, count=1))
    failed = _notices(services, JobStatus.ERROR, JobStatus.FINISHED, count=4)
    services.notices.tell(*failed, away=True)
    return window


def _paused() -> QWidget:
    services = sketch_services(60)
    services.sync.paused = True
    window = _window(services)
    services.notices.tell(*_notices(services, JobStatus.ERROR, count=2))
    since = NOW - dt.timedelta(days=2)
    window.jobs_pane.set_place(Place(View.ENDED, since=since))
    return window


def _list() -> QWidget:
    services = sketch_services(60)
    over = (JobStatus.FINISHED, JobStatus.ERROR, JobStatus.CANCELED)
    services.notices.tell(*_notices(services, *over, count=9))
    return _dialog(services)


def _empty_list() -> QWidget:
    return _dialog(sketch_services(3))


def _dialog(services: FakeServices) -> QWidget:
    spawn = LoopSpawn()
    dialog = NoticesDialog(cast("Any", services), spawn, None, lambda: NOW)
    spawn.setParent(dialog)
    return dialog


def _is_listed(window: QWidget) -> bool:
    assert isinstance(window, MainWindow)
    model = window.jobs_pane.model
    return model.listing is not None and (not model.rowCount() or model.peek(0) is not None)


def _is_read(dialog: QWidget) -> bool:
    assert isinstance(dialog, NoticesDialog)
    return bool(dialog.model.rowCount() or dialog.stack.empty_state.title())


SHOTS = [
    Shot("notices-cards", _cards, _SIZE, _is_listed),
    Shot("notices-paused", _paused, _SIZE, _is_listed),
    Shot("notices-list", _list, (720, 420), _is_read),
    Shot("notices-list-empty", _empty_list, (720, 420), _is_read),
]
