"""Dragging from the downloads pane what is not here yet: fetched first, and said so.

A real drag into another program is in `tests/end_to_end/test_drag.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.downloads import DownloadId, DownloadState
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.services.download_order import Move
from openeo_desktop.ui.downloads.downloads_pane import DownloadsPane
from tests.support.fake_services import FakeServices, LoopSpawn
from tests.support.fake_transfers import make_download, with_transfers

JOB = JobKey(AccountId("a"), JobId("j"))
STATE = DownloadState


@pytest.fixture
def services() -> FakeServices:
    services = with_transfers()
    services.downloads.put(
        make_download(1, JOB, "queued.tif", STATE.QUEUED, total=40),
        make_download(2, JOB, "paused.tif", STATE.PAUSED, done=10, total=40),
    )
    return services


@pytest.fixture
def pane(qtbot: QtBot, services: FakeServices, spawn: LoopSpawn) -> Iterator[DownloadsPane]:
    pane = DownloadsPane(cast("Any", services), spawn, cast("Any", services.settings))
    qtbot.addWidget(pane)
    pane.show()
    qtbot.waitExposed(pane)
    yield pane
    assert spawn.errors == []


def _drag(pane: DownloadsPane, row: int) -> None:
    pane.table.selectRow(row)
    pane.table.startDrag(Qt.DropAction.CopyAction)


def test_a_drag_of_what_is_not_here_fetches_it_first_and_says_so(
    qtbot: QtBot, pane: DownloadsPane, services: FakeServices
) -> None:
    _drag(pane, 2)
    assert pane.messages.text() == (
        "«paused.tif» is being fetched. Drag it again when it is ready."
    )
    wanted = [("resume", (2,)), ("move", (2,), Move.TOP)]
    qtbot.waitUntil(lambda: services.downloads.calls == wanted)
    row = services.downloads.rows[DownloadId(2)]
    services.downloads.put(replace(row, state=STATE.RUNNING, done=20))
    assert "being fetched" in pane.messages.text()
    services.downloads.put(replace(row, state=STATE.DONE, done=40))
    assert "being fetched" in pane.messages.text(), "the file is not there"


def test_it_says_when_the_file_can_be_dragged(
    pane: DownloadsPane, services: FakeServices, tmp_path: Path
) -> None:
    _drag(pane, 1)
    row = services.downloads.rows[DownloadId(1)]
    path = tmp_path / "queued.tif"
    path.write_bytes(b"x")
    services.downloads.put(replace(row, state=STATE.DONE, done=40, path=path))
    assert pane.messages.text() == "«queued.tif» is here now: drag it."
    assert pane.messages.level == "success"


def test_a_drag_that_fails_is_explained_in_its_row(
    pane: DownloadsPane, services: FakeServices
) -> None:
    _drag(pane, 1)
    row = services.downloads.rows[DownloadId(1)]
    services.downloads.put(replace(row, state=STATE.RUNNING))
    services.downloads.put(replace(row, state=STATE.FAILED, reason="Not found."))
    assert pane.messages.isHidden()
