"""Dragging from the results: what is here, what was fetched ahead, what has to be fetched first."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountState
from openeo_desktop.core.downloads import DownloadState
from openeo_desktop.core.errors import UnreachableError
from openeo_desktop.core.jobs import JobKey, JobStatus
from openeo_desktop.models.assets_table import AssetColumn
from openeo_desktop.services.download_order import Move
from openeo_desktop.ui.results.results_pane import ResultsPane
from tests.support.fake_services import (
    FakeServices,
    LoopSpawn,
    make_account,
    make_job,
    make_status,
)
from tests.support.fake_transfers import (
    FakeDownloads,
    make_download,
    make_results,
    sketch_assets,
    with_transfers,
)

ACCOUNT = make_account()
JOB = make_job(ACCOUNT.id, 1, JobStatus.FINISHED)
FIRST = sketch_assets()[0].key
COPY = Qt.DropAction.CopyAction


class QueueingDownloads(FakeDownloads):
    """Puts a row into the queue for whatever is asked for; `failure` meets it."""

    failure: UnreachableError | None = None

    async def download(self, key: JobKey, asset_keys: Any = None, folder: Any = None) -> Any:
        await super().download(key, asset_keys, folder)
        if self.failure is not None:
            raise self.failure
        self.put(*(make_download(n, key, name) for n, name in enumerate(asset_keys, start=1)))
        return self.all()


@pytest.fixture
def services() -> FakeServices:
    services = with_transfers()
    services.downloads = QueueingDownloads()
    services.accounts.items = [make_status(ACCOUNT)]
    services.jobs.jobs[JOB.key] = JOB
    services.results.stored[JOB.key] = make_results(*sketch_assets())
    return services


@pytest.fixture
def pane(qtbot: QtBot, services: FakeServices, spawn: LoopSpawn) -> ResultsPane:
    pane = ResultsPane(cast("Any", services), spawn, cast("Any", services.settings))
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitExposed(pane)
    pane.set_job(JOB.key)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 5)
    return pane


def test_a_file_that_is_not_here_is_fetched_before_all_others(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, tmp_path: Path
) -> None:
    pane.table.selectRow(0)
    pane.table.startDrag(COPY)
    assert pane.messages.text() == f"«{FIRST}» is being fetched. Drag it again when it is ready."
    calls = services.downloads.calls
    wanted = [("download", JOB.key, (FIRST,), None), ("move", (1,), Move.TOP)]
    qtbot.waitUntil(lambda: calls == wanted)
    path = tmp_path / FIRST
    path.write_bytes(b"x")
    services.downloads.put(make_download(1, JOB.key, FIRST, DownloadState.DONE, path=path))
    assert pane.messages.text() == f"«{FIRST}» is here now: drag it."


def test_without_the_back_end_a_drag_says_why_nothing_comes(
    pane: ResultsPane, services: FakeServices
) -> None:
    services.accounts.items = [make_status(ACCOUNT, AccountState.OFFLINE)]
    services.accounts.changed.emit(cast("Any", None))
    pane.table.selectAll()
    pane.table.startDrag(COPY)
    assert pane.messages.text().startswith("5 of these files are not on this computer yet.")
    assert services.downloads.calls == []


def test_a_fetch_that_fails_is_told_and_the_hint_goes(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, spawn: LoopSpawn
) -> None:
    services.downloads.failure = UnreachableError("gone", "Try again.")
    pane.table.selectRow(0)
    pane.table.startDrag(COPY)
    qtbot.waitUntil(lambda: bool(spawn.errors))
    assert pane.messages.isHidden()


def test_another_job_ends_the_hint(pane: ResultsPane) -> None:
    pane.table.selectRow(0)
    pane.table.startDrag(COPY)
    pane.set_job(None)
    assert pane.messages.isHidden()


def test_small_files_are_fetched_ahead_while_somebody_looks(
    pane: ResultsPane, services: FakeServices, tmp_path: Path
) -> None:
    assert services.fetch_ahead.looked_at == JOB.key
    services.fetch_ahead.put(JOB.key, FIRST, tmp_path / "cached.tif")
    state = pane.model.index(0, AssetColumn.STATE)
    assert state.data() == "Ready to drag"
    pane.hide()
    assert services.fetch_ahead.looked_at is None
    pane.show()
    assert services.fetch_ahead.looked_at == JOB.key
    pane.set_job(None)
    assert services.fetch_ahead.looked_at is None


def test_what_was_fetched_ahead_is_placed_by_the_drag(
    pane: ResultsPane, services: FakeServices, tmp_path: Path
) -> None:
    services.fetch_ahead.put(JOB.key, FIRST, tmp_path / "cached.tif")
    pane.table.selectRow(0)
    pane.table.drag_began.emit()
    assert services.fetch_ahead.placed == [FIRST]
    (url,) = pane.model.mimeData(pane.table.selectedIndexes()).urls()
    assert url.toLocalFile() == str(tmp_path / f"placed {FIRST}")
    assert pane.messages.isHidden()
    assert services.downloads.calls == []


def test_fetching_ahead_is_a_choice_in_the_menu(pane: ResultsPane, services: FakeServices) -> None:
    switch = pane.actions_.fetch_ahead
    assert switch.isChecked()
    switch.trigger()
    assert not services.fetch_ahead.enabled
