"""Details, process, navigation and status bar over made-up services."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountState
from openeo_desktop.core.errors import SignInNeeded, UnreachableError
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.logs import LogLevel
from openeo_desktop.models.jobs_table import JobColumn
from openeo_desktop.models.navigation import Place, View
from openeo_desktop.ui.accounts.account_texts import accounts_summary, freshness_tip
from openeo_desktop.ui.details.details_pane import DetailsPane
from openeo_desktop.ui.details.process_pane import ProcessPane
from openeo_desktop.ui.jobs.jobs_texts import JobWords
from openeo_desktop.ui.kit.key_value_grid import KeyValueGrid
from openeo_desktop.ui.window.actions import WindowActions
from openeo_desktop.ui.window.navigation_pane import NavigationPane
from openeo_desktop.ui.window.status_bar import StatusBar
from tests.support.fake_services import NOW, FakeServices, LoopSpawn, make_job, make_status
from tests.support.fake_transfers import make_entry
from tests.support.sketch_jobs import PROCESS, sketch_services


@pytest.fixture
def services() -> FakeServices:
    return sketch_services(3)


@pytest.fixture
def details(services: FakeServices, spawn: LoopSpawn, qtbot: QtBot) -> Iterator[DetailsPane]:
    host = QMainWindow()
    qtbot.addWidget(host)
    pane = DetailsPane(cast("Any", services), spawn, WindowActions(host), now=lambda: NOW)
    host.setCentralWidget(pane)
    host.show()
    yield pane
    host.hide()


@pytest.fixture
def process(services: FakeServices, spawn: LoopSpawn, qtbot: QtBot) -> ProcessPane:
    pane = ProcessPane(cast("Any", services), spawn)
    qtbot.addWidget(pane)
    return pane


def put(services: FakeServices, status: JobStatus, number: int = 900, **values: Any) -> Job:
    job = make_job(services.accounts.items[0].account.id, number, status, **values)
    services.jobs.put(job)
    return job


def facts(pane: DetailsPane) -> dict[str, str]:
    grid = pane.findChild(KeyValueGrid)
    assert isinstance(grid, KeyValueGrid)
    return {row.label: row.value for row in grid.rows()}


def shows(qtbot: QtBot, pane: DetailsPane, key: JobKey) -> None:
    pane.set_job(key)
    qtbot.waitUntil(lambda: pane.job is not None and pane.job.key == key)


def test_details_tell_times_costs_and_usage(
    details: DetailsPane, services: FakeServices, qtbot: QtBot
) -> None:
    job = put(
        services,
        JobStatus.RUNNING,
        title="NDVI",
        created=NOW - dt.timedelta(minutes=9),
        queued=NOW - dt.timedelta(minutes=8, seconds=45),
        started=NOW - dt.timedelta(minutes=7, seconds=41),
        costs=1.8,
        budget=100.0,
        usage={"memory": {"value": 5.1, "unit": "GB-hours"}, "odd": {"value": "x"}, "bad": 3},
    )
    shows(qtbot, details, job.key)
    found = facts(details)
    assert found["Running for"] == "7 min 41 s"
    assert found["Waited"] == "1 min 4 s"
    assert found["Costs so far"] == "1.8 of 100 credits"
    assert found["Memory"] == "5.1 GB-hours"
    assert "odd" not in found


def test_texts_of_a_server_are_never_rich(
    details: DetailsPane, services: FakeServices, qtbot: QtBot
) -> None:
    job = put(services, JobStatus.CREATED, title="<img src='file:///x'>", description="<b>hi</b>")
    shows(qtbot, details, job.key)
    texts = [label.text() for label in details.findChildren(QLabel)]
    assert "<img src='file:///x'>" in texts
    assert details.more.description.toPlainText() == "<b>hi</b>"
    assert all(label.textFormat().name == "PlainText" for label in details.findChildren(QLabel))


def test_the_latest_job_wins(details: DetailsPane, services: FakeServices, qtbot: QtBot) -> None:
    jobs = [put(services, JobStatus.CREATED, n, title=f"job {n}") for n in range(800, 820)]
    for job in jobs:
        details.set_job(job.key)
    qtbot.waitUntil(lambda: details.job == jobs[-1])
    asked = [call for call in services.jobs.calls if call[0] == "refresh"]
    assert asked == []
    qtbot.waitUntil(lambda: ("refresh", jobs[-1].key) in services.jobs.calls)
    assert len([call for call in services.jobs.calls if call[0] == "refresh"]) == 1


def test_a_change_of_the_job_is_shown(
    details: DetailsPane, services: FakeServices, qtbot: QtBot
) -> None:
    job = put(services, JobStatus.QUEUED)
    shows(qtbot, details, job.key)
    services.jobs.put(dataclasses.replace(job, status=JobStatus.ERROR, status_text="error"))
    qtbot.waitUntil(details.error_card.isVisible)
    qtbot.waitUntil(lambda: "no error" in details.error_card.text())
    services.logs.grow(job.key, make_entry("It broke", LogLevel.ERROR))
    qtbot.waitUntil(lambda: details.error_card.text() == "It broke")


def test_a_long_error_keeps_its_end_and_the_width_of_the_pane(
    details: DetailsPane, services: FakeServices, qtbot: QtBot
) -> None:
    job = put(services, JobStatus.ERROR)
    lines = [f'  File "/opt/{n}.py", line {n}' for n in range(40)]
    told = "\n".join(["Traceback (most recent call last):", *lines, "ValueError: B99 " + "x" * 500])
    services.logs.entries[job.key] = [make_entry(told, LogLevel.ERROR)]
    shows(qtbot, details, job.key)
    card = details.error_card
    qtbot.waitUntil(lambda: card.text().startswith("Traceback"))
    assert "ValueError: B99" in card.text()
    assert len(card.text().splitlines()) < 10
    qtbot.waitUntil(lambda: card.visibleRegion().boundingRect().width() == card.width())
    copy = next(b for b in card.findChildren(QPushButton) if b.text() == "Copy")
    copy.click()
    assert QApplication.clipboard().text() == told


def test_offline_details_stay_readable_and_say_so(
    details: DetailsPane, services: FakeServices, qtbot: QtBot
) -> None:
    job = put(services, JobStatus.FINISHED, title="kept")
    services.jobs.failure = UnreachableError("Terrascope does not answer.")
    shows(qtbot, details, job.key)
    qtbot.waitUntil(
        lambda: any("does not answer" in x.text() for x in details.findChildren(QLabel))
    )
    assert details.job == job


@pytest.mark.parametrize("away", [AccountState.OFFLINE, AccountState.NEEDS_SIGN_IN])
def test_a_job_is_asked_for_again_when_its_account_is_back(
    details: DetailsPane, services: FakeServices, qtbot: QtBot, away: AccountState
) -> None:
    job = put(services, JobStatus.CREATED)
    account = next(s.account for s in services.accounts.items if s.account.id == job.account_id)
    services.accounts.set(make_status(account, away))
    offline = away is AccountState.OFFLINE
    services.jobs.failure = UnreachableError("No.") if offline else SignInNeeded("Sign in again.")
    shows(qtbot, details, job.key)
    qtbot.waitUntil(details.note.isVisible)
    services.jobs.failure = None
    services.accounts.set(make_status(account, AccountState.SIGNING_IN))
    assert details.note.isVisible()
    services.accounts.set(make_status(account, AccountState.ONLINE))
    qtbot.waitUntil(details.note.isHidden)


def test_what_only_this_job_is_refused_is_not_asked_for_again(
    details: DetailsPane, services: FakeServices, qtbot: QtBot
) -> None:
    job = put(services, JobStatus.CREATED)
    services.jobs.failure = SignInNeeded("Sign in again.")
    shows(qtbot, details, job.key)
    qtbot.waitUntil(details.note.isVisible)
    account = next(s.account for s in services.accounts.items if s.account.id == job.account_id)
    asked = services.jobs.calls.count(("refresh", job.key))
    for _ in range(3):
        services.accounts.set(make_status(account, AccountState.ONLINE))
    services.jobs.failure = None
    details.refresh()
    qtbot.waitUntil(details.note.isHidden)
    assert services.jobs.calls.count(("refresh", job.key)) == asked + 1


def test_a_deleted_job_is_said_to_be_gone(
    details: DetailsPane, services: FakeServices, qtbot: QtBot
) -> None:
    job = put(services, JobStatus.FINISHED)
    shows(qtbot, details, job.key)
    services.jobs.drop(job.key)
    qtbot.waitUntil(lambda: "This job is gone" in [x.text() for x in details.findChildren(QLabel)])


def test_a_process_that_is_not_known_is_fetched_once(
    process: ProcessPane, services: FakeServices, qtbot: QtBot
) -> None:
    job = put(services, JobStatus.FINISHED)
    full = dataclasses.replace(job, process=PROCESS)
    services.jobs.gate = asyncio.Event()
    process.set_job(job.key)
    qtbot.waitUntil(lambda: ("refresh", job.key) in services.jobs.calls)
    assert process.text() == ""
    services.jobs.jobs[job.key] = full
    services.jobs.gate.set()
    qtbot.waitUntil(lambda: bool(process.text()))
    assert json.loads(process.text()) == PROCESS
    assert services.jobs.calls.count(("refresh", job.key)) == 1


def test_a_process_that_somebody_steps_past_is_not_fetched(
    process: ProcessPane, services: FakeServices, qtbot: QtBot
) -> None:
    jobs = [put(services, JobStatus.FINISHED, n, title=f"job {n}") for n in (800, 801)]
    process.set_job(jobs[0].key)
    qtbot.waitUntil(lambda: process._watch.job == jobs[0])
    process.set_job(jobs[1].key)
    qtbot.waitUntil(lambda: ("refresh", jobs[1].key) in services.jobs.calls)
    assert ("refresh", jobs[0].key) not in services.jobs.calls


def test_a_process_is_saved_and_used_again(
    process: ProcessPane, services: FakeServices, qtbot: QtBot, tmp_path: Path
) -> None:
    job = put(services, JobStatus.FINISHED, title="NDVI", process=PROCESS)
    process.set_job(job.key)
    asked: list[tuple[str, str]] = []
    process.new_job_requested.connect(lambda text, title: asked.append((text, title)))
    qtbot.waitUntil(lambda: bool(process.text()))
    new = next(b for b in process.findChildren(QPushButton) if b.text() == "New job from this…")
    qtbot.mouseClick(new, Qt.MouseButton.LeftButton)
    assert json.loads(asked[0][0]) == PROCESS
    assert asked[0][1] == "NDVI"
    process.save_to(str(tmp_path / "graph.json"))
    qtbot.waitUntil((tmp_path / "graph.json").exists)
    assert json.loads((tmp_path / "graph.json").read_text()) == PROCESS


def test_a_process_that_cannot_be_fetched_says_why(
    process: ProcessPane, services: FakeServices, qtbot: QtBot
) -> None:
    job = put(services, JobStatus.FINISHED)
    services.jobs.failure = UnreachableError("Terrascope does not answer.")
    process.set_job(job.key)
    qtbot.waitUntil(
        lambda: any("does not answer" in x.text() for x in process.findChildren(QLabel))
    )


def test_navigation_shows_states_and_offers_sign_in(services: FakeServices, qtbot: QtBot) -> None:
    now = [NOW]
    pane = NavigationPane(cast("Any", services.accounts), now=lambda: now[0])
    qtbot.addWidget(pane)
    pane.show()
    local, copernicus, terrascope = services.accounts.items
    wanted: list[object] = []
    pane.requests.sign_in_requested.connect(wanted.append)
    buttons = [b for b in pane.findChildren(QPushButton) if b.isVisible()]
    assert [b.accessibleName() for b in buttons] == ["Sign in to Terrascope"]
    buttons[0].click()
    assert wanted == [terrascope.account.id]
    offline = make_status(copernicus.account, AccountState.OFFLINE, "no answer")
    services.accounts.set(local, offline, terrascope)
    item = pane.item(Place(account=copernicus.account.id))
    before = item.second_line()
    assert "Offline since" in before
    now[0] += dt.timedelta(days=40)
    pane.clock.timeout.emit()
    assert "Offline since" in item.second_line()
    assert item.second_line() != before
    assert "no answer" in item.toolTip()


def test_navigation_leaves_a_place_whose_account_is_removed(
    services: FakeServices, qtbot: QtBot
) -> None:
    pane = NavigationPane(cast("Any", services.accounts))
    qtbot.addWidget(pane)
    chosen: list[Place] = []
    pane.place_chosen.connect(chosen.append)
    last = services.accounts.items[2].account.id
    pane.item(Place(account=last)).click()
    services.accounts.set(*services.accounts.items[:2])
    assert chosen == [Place(account=last), Place()]
    assert pane.item(Place(View.ALL)).isChecked()


def test_the_status_bar_counts_accounts_and_transfers(services: FakeServices, qtbot: QtBot) -> None:
    services.accounts.items = services.accounts.items[:2]
    bar = StatusBar(cast("Any", services))
    qtbot.addWidget(bar)
    assert bar.accounts_label.text().startswith("2 accounts, 2 online · synchronised 1")
    assert "2 downloads" in bar.downloads_button.text()
    assert "42.0 MB/s" in bar.downloads_button.text()
    services.accounts.set()
    assert bar.accounts_label.text() == "No account yet"


@pytest.mark.parametrize("place", [Place(), Place(View.READY), Place(account=cast("Any", "ab12"))])
def test_a_place_is_remembered_as_text(place: Place) -> None:
    assert Place.from_text(place.to_text()) == place


def test_nonsense_is_all_jobs() -> None:
    assert Place.from_text("view:gone") == Place.from_text("??") == Place()


def test_a_job_of_a_back_end_that_is_gone_is_last_known_and_its_clock_stands(
    details: DetailsPane, services: FakeServices, qtbot: QtBot
) -> None:
    account = services.accounts.items[0].account
    started = NOW - dt.timedelta(minutes=7)
    job = put(services, JobStatus.RUNNING, started=started)
    offline = make_status(account, AccountState.OFFLINE)
    lost = dataclasses.replace(offline, since=NOW - dt.timedelta(minutes=5))
    services.accounts.set(lost, *services.accounts.items[1:])
    shows(qtbot, details, job.key)
    assert facts(details)["Running for"] == "2 min"
    assert any("Last known: running" in label.text() for label in details.findChildren(QLabel))
    words = JobWords(services.accounts)
    assert words.text(job, JobColumn.DURATION, NOW) == "0:02:00"
    assert "Last known: running" in words.tool_tip(job, JobColumn.STATUS)
    services.accounts.set(make_status(account), *services.accounts.items[1:])
    assert words.text(job, JobColumn.DURATION, NOW) == "0:07:00"


def test_the_status_bar_tells_of_the_latest_look_not_only_of_whole_listings(
    services: FakeServices,
) -> None:
    status = services.accounts.statuses()[0]
    listed = dataclasses.replace(status, last_sync=NOW - dt.timedelta(minutes=4))
    assert accounts_summary((listed,), NOW).endswith("synchronised 4 min ago")
    watched = dataclasses.replace(listed, last_look=NOW - dt.timedelta(seconds=3))
    assert accounts_summary((watched,), NOW).endswith("checked 3 s ago")
    tip = freshness_tip((watched,))
    assert "all jobs listed" in tip
    assert "what changes was checked" in tip
    listed_since = dataclasses.replace(watched, last_sync=NOW)
    assert accounts_summary((listed_since,), NOW).endswith("synchronised 0 s ago")
