"""Pictures of what is done with jobs: edited, added by id, waiting, being created, refused."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Callable
from typing import Any, cast

from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from openeo_desktop.core.errors import UnsupportedError
from openeo_desktop.core.job_actions import IGNORED_RESTART, ActionFailure, ActionKind
from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.core.times import utc_now
from openeo_desktop.ui.details.details_pane import DetailsPane
from openeo_desktop.ui.jobs.add_job_dialog import AddJobDialog
from openeo_desktop.ui.jobs.edit_job_dialog import EditJobDialog
from openeo_desktop.ui.jobs.jobs_pane import JobsPane
from openeo_desktop.ui.window.actions import WindowActions
from tests.shots.shot import Shot
from tests.support.fake_services import FakeServices, LoopSpawn, make_job
from tests.support.sketch_jobs import key_of, sketch_services

_EDIT, _ADD, _SIDE, _TABLE = (560, 330), (520, 260), (400, 620), (900, 300)
_IGNORED = ActionFailure(
    ActionKind.STARTING,
    "The back-end ignored the restart: «Monthly mosaic» is as it was.",
    "Duplicate the job to run the same process as a new one.",
    IGNORED_RESTART,
)


def _job(services: FakeServices) -> Job:
    return services.jobs.jobs[key_of(services, JobStatus.FINISHED)]


def _edit(act: Callable[[EditJobDialog, FakeServices], object] | None = None) -> QWidget:
    services, spawn = sketch_services(0), LoopSpawn()
    job = dataclasses.replace(_job(services), budget=100.0, description="For the yearly report.")
    dialog = EditJobDialog(cast("Any", services), spawn, job)
    spawn.setParent(dialog)
    if act is not None:
        act(dialog, services)
    return dialog


def _sending(dialog: EditJobDialog, services: FakeServices) -> None:
    services.jobs.gate = asyncio.Event()
    dialog.title.setText("Another title")
    dialog.save()


def _refused(dialog: EditJobDialog, services: FakeServices) -> None:
    services.jobs.failure = UnsupportedError(
        "This back-end does not let jobs be changed.", "Duplicate the job and change the copy."
    )
    dialog.title.setText("Another title")
    dialog.save()


def _add() -> QWidget:
    services, spawn = sketch_services(0), LoopSpawn()
    dialog = AddJobDialog(cast("Any", services), spawn, None, "j-2611221119184a9c")
    spawn.setParent(dialog)
    return dialog


def _pending() -> QWidget:
    services, spawn = sketch_services(0), LoopSpawn()
    account = services.accounts.items[1].account.id
    now = utc_now()
    for number, pending in enumerate(("creating", "starting", "updating", "waiting")):
        values = {"title": f"{pending} job", "pending": pending, "updated": now}
        services.jobs.put(make_job(account, 60 + number, **values))
    lost = make_job(account, 70, JobStatus.UNKNOWN, job_id="creating:1", title="Lost", gone=True)
    services.jobs.put(dataclasses.replace(lost, status_text="not created", updated=now))
    pane = JobsPane(cast("Any", services), spawn)
    spawn.setParent(pane)
    return pane


def _no_match() -> QWidget:
    services, spawn = sketch_services(0), LoopSpawn()
    pane = JobsPane(cast("Any", services), spawn)
    spawn.setParent(pane)
    pane.set_text("j-2611221119184a9c")
    return pane


def _details(failure: ActionFailure | None, **changes: Any) -> QWidget:
    services, spawn = sketch_services(0), LoopSpawn()
    job = dataclasses.replace(_job(services), **changes)
    services.jobs.jobs[job.key] = job
    if failure is not None:
        services.jobs.action_failures[job.key] = failure
    host = QMainWindow()
    actions = WindowActions(host)
    pane = DetailsPane(cast("Any", services), spawn, actions)
    spawn.setParent(pane)
    host.setCentralWidget(pane)
    actions.follow_selection([job], services.accounts.status, services.accounts.supports)
    pane.set_job(job.key)
    return host


def _says(text: str) -> Callable[[QWidget], bool]:
    return lambda widget: any(
        text in label.text() and label.isVisible() for label in widget.findChildren(QLabel)
    )


def _has_rows(widget: QWidget) -> bool:
    return isinstance(widget, JobsPane) and widget.model.peek(0) is not None


SHOTS = [
    Shot("job-edit", _edit, _EDIT),
    Shot("job-edit-sending", lambda: _edit(_sending), _EDIT),
    Shot("job-edit-refused", lambda: _edit(_refused), (560, 390), _says("does not let")),
    Shot("job-add", _add, _ADD),
    Shot("job-add-offered", _no_match, _TABLE, _says("No job matches")),
    Shot("jobs-pending", _pending, _TABLE, _has_rows),
    Shot("details-refused", lambda: _details(_IGNORED), _SIDE, _says("ignored the restart")),
    Shot(
        "details-waiting",
        lambda: _details(None, status=JobStatus.CREATED, pending="waiting", ended=None),
        _SIDE,
        _says("Waiting for a place"),
    ),
]
