"""The results pane as a person uses it: states, downloading, opening, links, what it says."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from openeo_desktop.core.assets import Results
from openeo_desktop.core.downloads import DownloadState
from openeo_desktop.core.errors import BackEndError, UnreachableError
from openeo_desktop.core.jobs import JobKey, JobStatus
from openeo_desktop.core.times import utc_now
from openeo_desktop.models.assets_table import AssetColumn
from openeo_desktop.services.jobs import JobsChanged
from openeo_desktop.ui.results import assets_text
from openeo_desktop.ui.results.results_pane import ResultsPane
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import (
    FakeServices,
    LoopSpawn,
    make_account,
    make_job,
    make_status,
)
from tests.support.fake_transfers import (
    make_asset,
    make_download,
    make_results,
    sketch_assets,
    with_transfers,
)

ACCOUNT = make_account()
Show = Callable[..., JobKey]


@pytest.fixture
def services() -> FakeServices:
    services = with_transfers()
    services.accounts.items = [make_status(ACCOUNT)]
    return services


@pytest.fixture
def pane(qtbot: QtBot, services: FakeServices) -> Iterator[ResultsPane]:
    spawn = LoopSpawn()
    pane = ResultsPane(cast("Any", services), spawn, cast("Any", services.settings))
    qtbot.addWidget(pane)
    pane.resize(430, 600)
    pane.show()
    qtbot.waitExposed(pane)
    yield pane
    assert spawn.errors == []
    spawn.close()


@pytest.fixture
def show(qtbot: QtBot, pane: ResultsPane, services: FakeServices) -> Show:
    """Shows a job of that status; `served` is what the back-end has, `stored` the history."""

    def act(
        status: JobStatus = JobStatus.FINISHED,
        served: Results | None = None,
        stored: Results | None = None,
        number: int = 1,
    ) -> JobKey:
        job = make_job(ACCOUNT.id, number, status, title=f"job {number}")
        services.jobs.jobs[job.key] = job
        if served is not None:
            services.results.served[job.key] = served
        if stored is not None:
            services.results.stored[job.key] = stored
        pane.set_job(job.key)
        qtbot.waitUntil(lambda: not pane.feed.view.reading)
        return job.key

    return act


def _full() -> Results:
    return make_results(*sketch_assets())


def _title(pane: ResultsPane) -> str:
    return pane.content.empty_state.title() if pane.content.currentIndex() else ""


def test_a_canceled_job_without_files_does_not_look_like_results(
    qtbot: QtBot, pane: ResultsPane, show: Show
) -> None:
    empty = make_results(bbox=(-180.0, -90.0, 180.0, 90.0), expires=utc_now() + dt.timedelta(9))
    show(JobStatus.CANCELED, stored=empty)
    assert pane.header.texts() == ("job 1", "", "")
    assert _title(pane) == "The job was canceled"
    assert not pane.actions_.download_all.isEnabled()
    assert not pane.actions_.download_to.isEnabled()


def test_the_whole_world_is_no_extent() -> None:
    world = make_results(*sketch_assets(), bbox=(-180.0, -90.0, 180.0, 90.0))
    assert assets_text.extent_text(world) == ""


def test_a_finished_job_is_fetched_and_listed(qtbot: QtBot, pane: ResultsPane, show: Show) -> None:
    counts = QSignalSpy(pane.count_changed)
    show(served=_full())
    qtbot.waitUntil(lambda: pane.model.rowCount() == 5)
    assert _title(pane) == ""
    assert pane.header.texts()[:2] == (
        "job 1",
        "46.0 to 46.1 N, 14.5 to 14.7 E · 11 Jul 2015 to 22 Dec 2017",
    )
    assert pane.footer.count_text() == "5 files · 2.4 GB"
    assert counts.at(0) == [5]


def test_what_is_stored_is_shown_without_asking(
    pane: ResultsPane, services: FakeServices, show: Show
) -> None:
    show(stored=_full())
    assert pane.model.rowCount() == 5
    assert services.results.calls == []


@pytest.mark.parametrize(
    ("status", "title"),
    [
        (JobStatus.CREATED, "Not started yet"),
        (JobStatus.QUEUED, "Not finished yet"),
        (JobStatus.RUNNING, "Not finished yet"),
        (JobStatus.ERROR, "The job failed"),
    ],
)
def test_a_job_without_results_says_why_and_asks_nothing(
    pane: ResultsPane, services: FakeServices, show: Show, status: JobStatus, title: str
) -> None:
    assert _title(pane) == "No job selected"
    show(status)
    assert _title(pane) == title
    assert services.results.calls == []


def test_a_failed_job_leads_to_its_log(qtbot: QtBot, pane: ResultsPane, show: Show) -> None:
    show(JobStatus.ERROR)
    asked = QSignalSpy(pane.log_requested)
    qtbot.mouseClick(pane.content.empty_state.button, Qt.MouseButton.LeftButton)
    assert asked.count() == 1


def test_a_job_that_finishes_while_shown_gets_its_results(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, show: Show
) -> None:
    key = show(JobStatus.RUNNING, served=_full())
    services.jobs.jobs[key] = make_job(ACCOUNT.id, 1, JobStatus.FINISHED)
    services.jobs.changed.emit(JobsChanged(frozenset((key,))))
    qtbot.waitUntil(lambda: pane.model.rowCount() == 5)


def test_fetching_is_shown_and_an_error_can_be_tried_again(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, show: Show
) -> None:
    services.results.gate = asyncio.Event()
    services.results.failure = UnreachableError("No answer.", "Check the network.")
    show(served=_full())
    qtbot.waitUntil(lambda: _title(pane) == "Fetching the results…")
    services.results.gate.set()
    qtbot.waitUntil(lambda: _title(pane) == "Not on this computer yet")
    assert pane.content.empty_state.text() == "No answer. Check the network."
    services.results.failure = BackEndError("Out of order.")
    qtbot.mouseClick(pane.content.empty_state.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _title(pane) == "The results could not be fetched")
    services.results.failure = None
    qtbot.mouseClick(pane.content.empty_state.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 5)


def test_offline_the_stored_results_stay_and_say_as_of_when(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, show: Show
) -> None:
    services.results.failure = UnreachableError("No answer.")
    show(stored=_full())
    pane.refresh()
    qtbot.waitUntil(pane.messages.isVisible)
    assert pane.messages.text().startswith("No answer. Shown is what was known as of ")
    assert pane.model.rowCount() == 5


def test_nothing_is_fetched_while_nobody_looks(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, show: Show
) -> None:
    pane.hide()
    show(served=_full())
    show(served=_full(), number=2)
    pane.show()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 5)
    assert [call[1].job_id[-1] for call in services.results.calls] == ["2"]


def test_links_that_are_over_are_asked_for_once(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, show: Show
) -> None:
    over = make_results(*sketch_assets(), expires=utc_now() - dt.timedelta(days=1))
    show(stored=over, served=over)
    qtbot.waitUntil(lambda: len(services.results.calls) == 1)
    qtbot.waitUntil(lambda: not pane.feed.view.fetching and not pane.feed._rest.isActive())
    assert len(services.results.calls) == 1
    assert "expired" in pane.messages.text()


def test_missing_parts_of_a_federation_are_told(pane: ResultsPane, show: Show) -> None:
    show(stored=replace(_full(), raw={"federation:missing": ["eodc", "<b>vito"]}))
    assert pane.messages.text().endswith("did not answer: eodc, <b>vito.")


def test_download_all_takes_what_is_not_here(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, show: Show
) -> None:
    key = show(stored=_full())
    names = [asset.key for asset in sketch_assets()]
    services.downloads.put(
        make_download(1, key, names[0], DownloadState.DONE),
        make_download(2, key, names[1], DownloadState.RUNNING),
        make_download(3, key, names[2], DownloadState.FAILED),
    )
    qtbot.mouseClick(pane.footer.download_all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(services.downloads.calls))
    assert services.downloads.calls == [("download", key, (names[2], names[3], names[4]), None)]


def test_enter_downloads_what_is_chosen(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, show: Show
) -> None:
    key = show(stored=_full())
    pane.table.selectRow(4)
    pane.table.setCurrentIndex(pane.model.index(4, 0))
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(services.downloads.calls))
    assert services.downloads.calls == [("download", key, ("openEO.nc",), None)]


def test_when_all_is_here_the_next_step_is_the_folder(
    pane: ResultsPane, services: FakeServices, show: Show
) -> None:
    key = show(stored=make_results(make_asset("a.tif", 5)))
    assert pane.footer.download_all.isVisible()
    services.downloads.put(make_download(1, key, "a.tif", DownloadState.DONE))
    assert pane.footer.download_all.isHidden()
    assert pane.footer.folder.isVisible()
    assert pane.footer.folder.isEnabled()


def test_a_finished_download_does_not_widen_the_pane(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, show: Show
) -> None:
    key = show(stored=_full())
    pane.table.selectRow(0)
    needed = pane.minimumSizeHint().width()
    for number, asset in enumerate(sketch_assets()):
        services.downloads.put(make_download(number, key, asset.key, DownloadState.DONE))
        assert pane.minimumSizeHint().width() <= needed  # at once: a splitter does not go back
    qtbot.waitUntil(pane.footer.folder.isVisible)
    assert pane.minimumSizeHint().width() <= needed


def test_the_only_file_is_chosen_by_itself(pane: ResultsPane, show: Show) -> None:
    show(stored=make_results(make_asset("a.tif", 5)))
    assert pane.footer.selected.isEnabled()
    show(stored=_full(), number=2)
    assert not pane.footer.selected.isEnabled()


def test_downloads_of_other_jobs_change_nothing(
    pane: ResultsPane, services: FakeServices, show: Show
) -> None:
    show(stored=_full())
    other = make_job(ACCOUNT.id, 9).key
    changed = QSignalSpy(pane.model.dataChanged)
    services.downloads.put(make_download(1, other, sketch_assets()[0].key, DownloadState.DONE))
    assert changed.count() == 0


def test_a_copied_link_is_fresh_and_called_a_secret(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, show: Show
) -> None:
    bare = tuple(replace(asset, href="") for asset in sketch_assets())
    show(stored=make_results(*bare), served=_full())
    pane.table.selectRow(0)
    assert "without signing in" in pane.actions_.copy_url.toolTip()
    pane.actions_.copy_url.trigger()
    qtbot.waitUntil(pane.messages.isVisible)
    assert QGuiApplication.clipboard().text() == sketch_assets()[0].href
    assert "secret" in pane.messages.text()


def test_only_web_addresses_are_copied(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, show: Show
) -> None:
    odd = replace(make_asset("a.tif"), href="file:///etc/passwd")
    show(stored=make_results(odd), served=make_results(odd))
    QGuiApplication.clipboard().setText("before")
    pane.table.selectRow(0)
    pane.actions_.copy_url.trigger()
    qtbot.waitUntil(pane.messages.isVisible)
    assert QGuiApplication.clipboard().text() == "before"


def test_a_header_click_orders_and_the_third_restores(
    qtbot: QtBot, pane: ResultsPane, show: Show
) -> None:
    show(stored=_full())
    clicked = pane.table.horizontalHeader().sectionClicked
    firsts = []
    for _ in range(3):
        clicked.emit(2)
        firsts.append(pane.model.asset(0).key)
    assert firsts == ["timeseries.json", "openEO.nc", "openEO_2016-06-05.tif"]


def test_the_secret_link_is_in_no_text_of_the_table(pane: ResultsPane, show: Show) -> None:
    show(stored=_full())
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    texts = [
        str(pane.model.index(row, column).data(role))
        for row in range(pane.model.rowCount())
        for column in range(pane.model.columnCount())
        for role in roles
    ]
    assert not any("5ecret" in text for text in texts)


def test_another_job_drops_the_answer_for_the_one_before(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, show: Show
) -> None:
    services.results.gate = asyncio.Event()
    show(served=_full())
    qtbot.waitUntil(lambda: len(services.results.calls) == 1)
    show(JobStatus.CREATED, number=2)
    services.results.gate.set()
    qtbot.waitUntil(lambda: len(services.results.stored) == 1)
    assert _title(pane) == "Not started yet"
    assert pane.model.rowCount() == 0


def test_everything_has_a_name(pane: ResultsPane, show: Show) -> None:
    show(stored=_full())
    assert_accessible(pane)


@pytest.mark.parametrize(
    ("bbox", "words"),
    [
        ((14.5, 46.0, 14.7, 46.1), "46.0 to 46.1 N, 14.5 to 14.7 E"),
        ((-10.0, -5.0, -9.0, 5.0), "5.0 S to 5.0 N, 9.0 to 10.0 W"),
        ((14.501, 46.001, 14.502, 46.002), "46.001 to 46.002 N, 14.501 to 14.502 E"),
        ((500_000.0, 5_000_000.0, 500_100.0, 5_000_100.0), ""),
        (None, ""),
    ],
)
def test_the_extent_in_words(bbox: tuple[float, float, float, float] | None, words: str) -> None:
    assert assets_text.extent_text(make_results(bbox=bbox)) == words


def test_roles_have_a_column_where_there_is_room(
    qtbot: QtBot, pane: ResultsPane, show: Show
) -> None:
    asset = replace(sketch_assets()[0], roles=("data", "<i>odd</i>"))
    show(served=make_results(asset))
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    cell = pane.model.index(0, AssetColumn.ROLES)
    assert cell.data() == "data, <i>odd</i>"
    assert "<i>" not in cell.data(Qt.ItemDataRole.ToolTipRole)
    pane.resize(400, 500)
    qtbot.waitUntil(lambda: pane.table.isColumnHidden(AssetColumn.ROLES))
    pane.resize(900, 500)
    qtbot.waitUntil(lambda: not pane.table.isColumnHidden(AssetColumn.ROLES))


def test_the_head_tells_the_price(qtbot: QtBot, pane: ResultsPane, show: Show) -> None:
    show(served=replace(_full(), download_costs=2.5))
    qtbot.waitUntil(lambda: pane.model.rowCount() == 5)
    assert "Downloading all costs 2.5" in pane.header.texts()[2]
