"""Pictures of the jobs, details, process and navigation panes, and of the questions."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from openeo_desktop.core.accounts import AccountState
from openeo_desktop.core.errors import StorageError, UnreachableError
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.times import utc_now
from openeo_desktop.models.navigation import Place, View
from openeo_desktop.ui.details.details_pane import DetailsPane
from openeo_desktop.ui.details.process_pane import ProcessPane
from openeo_desktop.ui.jobs import confirm
from openeo_desktop.ui.jobs.jobs_pane import JobsPane
from openeo_desktop.ui.window.actions import WindowActions
from openeo_desktop.ui.window.navigation_pane import NavigationPane
from tests.shots.shot import Shot
from tests.support.fake_services import FakeServices, LoopSpawn, make_account, make_job, make_status
from tests.support.fake_transfers import with_transfers
from tests.support.sketch_jobs import LONG_TITLE, key_of, sketch_services

_JOBS, _SIDE, _NAVIGATION = (800, 420), (400, 700), (224, 520)
_OFFLINE = UnreachableError("Terrascope does not answer.", "It is tried again by itself.")


def _jobs(services: FakeServices, act: Callable[[JobsPane], object] | None = None) -> JobsPane:
    spawn = LoopSpawn()
    pane = JobsPane(cast("Any", services), spawn)
    spawn.setParent(pane)
    if act is not None:
        act(pane)
    return pane


def _no_job() -> FakeServices:
    services = with_transfers()
    services.accounts.items = [make_status(make_account(is_local=True))]
    return services


def _first_listing() -> FakeServices:
    services = _no_job()
    status = dataclasses.replace(services.accounts.items[0], last_sync=None, syncing=True)
    services.accounts.items = [status]
    return services


def _broken() -> FakeServices:
    services = sketch_services(5)
    services.jobs.listing_failure = StorageError(
        "The history cannot be read: the disk answers with an error.", "Check the disk."
    )
    return services


def _odd_jobs() -> FakeServices:
    """Pending, unknown, gone, without a title, with control characters."""
    services = sketch_services(0)
    account = services.accounts.items[0].account.id
    now, unknown = utc_now(), JobStatus.UNKNOWN
    odd = [
        make_job(account, 50, title="Being started", pending="starting", updated=now),
        make_job(account, 51, unknown, title="An odd state", updated=now),
        make_job(account, 52, title="Right to left \u202e gpj.exe\x07", updated=now),
    ]
    odd[1] = dataclasses.replace(odd[1], status_text="postprocessing")
    services.jobs.put(*odd)
    return services


def _details(services: FakeServices, status: JobStatus | None, **changes: Any) -> QWidget:
    spawn = LoopSpawn()
    host = QMainWindow()
    actions = WindowActions(host)
    pane = DetailsPane(cast("Any", services), spawn, actions)
    spawn.setParent(pane)
    host.setCentralWidget(pane)
    if status is not None:
        key = key_of(services, status)
        job = dataclasses.replace(services.jobs.jobs[key], **changes)
        services.jobs.jobs[key] = job
        actions.follow_selection([job], services.accounts.status, services.accounts.supports)
        pane.set_job(key)
    return host


def _offline_details() -> QWidget:
    services = sketch_services(0)
    services.jobs.failure = _OFFLINE
    offline = [make_status(s.account, AccountState.OFFLINE) for s in services.accounts.items]
    services.accounts.items = offline
    return _details(services, JobStatus.FINISHED)


def _process(failure: UnreachableError | None = None) -> QWidget:
    services = sketch_services(0)
    services.jobs.failure = failure
    spawn = LoopSpawn()
    pane = ProcessPane(cast("Any", services), spawn)
    spawn.setParent(pane)
    pane.set_job(key_of(services, JobStatus.FINISHED if failure else JobStatus.RUNNING))
    return pane


def _navigation() -> QWidget:
    services = sketch_services(0)
    local, copernicus, terrascope = services.accounts.items
    offline = make_status(copernicus.account, AccountState.OFFLINE, "no answer")
    long = make_account("Earth observation platform of the ministry", host="eo.example", user="a")
    busy = make_status(long, AccountState.SIGNING_IN)
    services.accounts.items = [local, offline, terrascope, busy]
    pane = NavigationPane(cast("Any", services.accounts))
    pane.set_place(Place(account=copernicus.account.id))
    return pane


def _question(make: Callable[[], confirm.Question]) -> Callable[[], QWidget]:
    def build() -> QWidget:
        box = confirm.ask(cast("Any", None), make(), lambda: None)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        return box

    return build


def _delete_many() -> confirm.Question:
    jobs = list(sketch_services(6).jobs.jobs.values())
    return confirm.delete_question(jobs, ["Copernicus Data Space", "Terrascope"])


def _one_job() -> list[Any]:
    services = sketch_services(0)
    return [services.jobs.jobs[key_of(services, JobStatus.RUNNING)]]


def _says(text: str) -> Callable[[QWidget], bool]:
    """Ready once a label with this text is visible."""
    return lambda widget: any(
        text in label.text() and label.isVisible() for label in widget.findChildren(QLabel)
    )


def _rows_are_there(widget: QWidget) -> bool:
    assert isinstance(widget, JobsPane)
    return widget.model.peek(0) is not None


def _has_process(widget: QWidget) -> bool:
    assert isinstance(widget, ProcessPane)
    return bool(widget.text())


def _place(view: View) -> Callable[[JobsPane], object]:
    return lambda pane: pane.set_place(Place(view))


SHOTS = [
    Shot("jobs-full", lambda: _jobs(sketch_services()), (1200, 420), _rows_are_there),
    Shot("jobs-narrow", lambda: _jobs(sketch_services()), (420, 420), _rows_are_there),
    Shot("jobs-odd", lambda: _jobs(_odd_jobs()), _JOBS, _rows_are_there),
    Shot("jobs-no-account", lambda: _jobs(with_transfers()), _JOBS, _says("Three steps")),
    Shot("jobs-none", lambda: _jobs(_no_job()), _JOBS, _says("Three steps")),
    Shot("jobs-first-listing", lambda: _jobs(_first_listing()), _JOBS, _says("Listing")),
    Shot(
        "jobs-no-match",
        lambda: _jobs(sketch_services(), lambda pane: pane.set_text("atlantis")),
        _JOBS,
        _says("No job matches"),
    ),
    Shot(
        "jobs-empty-view",
        lambda: _jobs(_no_job(), _place(View.FAILED_THIS_WEEK)),
        _JOBS,
        _says("No job failed"),
    ),
    Shot("jobs-broken", lambda: _jobs(_broken()), _JOBS, _says("cannot be shown")),
    Shot("details-none", lambda: _details(sketch_services(0), None), _SIDE),
    Shot(
        "details-running",
        lambda: _details(sketch_services(0), JobStatus.RUNNING),
        _SIDE,
        _says("NDVI"),
    ),
    Shot(
        "details-failed",
        lambda: _details(sketch_services(0), JobStatus.ERROR),
        _SIDE,
        _says("ZeroDivisionError"),
    ),
    Shot("details-offline", _offline_details, _SIDE, _says("Shown as last seen")),
    Shot(
        "details-long",
        lambda: _details(
            sketch_services(0),
            JobStatus.RUNNING,
            title=LONG_TITLE,
            description="A long description. " * 60,
        ),
        _SIDE,
        _says(LONG_TITLE.split()[0]),
    ),
    Shot("process-full", _process, _SIDE, _has_process),
    Shot("process-offline", lambda: _process(_OFFLINE), _SIDE, _says("does not answer")),
    Shot("navigation", _navigation, _NAVIGATION),
    Shot(
        "ask-delete-one",
        _question(lambda: confirm.delete_question(_one_job(), ["Copernicus Data Space"])),
        (460, 180),
    ),
    Shot("ask-delete-many", _question(_delete_many), (460, 300)),
    Shot("ask-stop", _question(lambda: confirm.stop_question(_one_job())), (460, 180)),
]
