"""Rasters in the results pane: shown from the disk or the server, enlarged, refused in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from openeo_desktop.core.errors import AppError, PreviewAgainError, PreviewError, UnreachableError
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.services.previews import PreviewTarget
from openeo_desktop.ui.preview.preview_window import PreviewWindow
from openeo_desktop.ui.results.results_pane import ResultsPane
from tests.support.accessibility import assert_accessible
from tests.support.fake_rasters import FakeRaster
from tests.support.fake_services import (
    FakeServices,
    LoopSpawn,
    make_account,
    make_job,
    make_status,
)
from tests.support.fake_transfers import make_asset, make_results, with_transfers

TIFF = "image/tiff"
REFUSAL = PreviewError("The server does not send parts of files.", "Download it to see it.")


class FakePreviews:
    """`PreviewService`: every target is a raster in memory, but for `refused` ones."""

    def __init__(self) -> None:
        self.opened: list[tuple[PreviewTarget, FakeRaster]] = []
        self.refused: set[str] = set()
        self.damaged: AppError | None = None
        self.asked = 0

    async def open(self, target: PreviewTarget) -> FakeRaster:
        if target.path is None and target.asset_key in self.refused:
            raise REFUSAL
        if target.path is not None and self.damaged is not None:
            self.asked += 1
            raise self.damaged
        self.opened.append((target, FakeRaster()))
        return self.opened[-1][1]

    def warm_up(self) -> None: ...


@pytest.fixture
def services() -> FakeServices:
    services = with_transfers()
    services.accounts.items = [make_status(make_account())]
    services.previews = FakePreviews()
    return services


@pytest.fixture
def previews(services: FakeServices) -> FakePreviews:
    return cast("FakePreviews", services.previews)


@pytest.fixture
def pane(qtbot: QtBot, services: FakeServices) -> Iterator[ResultsPane]:
    spawn = LoopSpawn()
    pane = ResultsPane(cast("Any", services), spawn, cast("Any", services.settings))
    qtbot.addWidget(pane)
    pane.resize(430, 800)
    pane.show()
    qtbot.waitExposed(pane)
    job = make_job(make_account().id, 1, JobStatus.FINISHED)
    services.jobs.jobs[job.key] = job
    assets = (make_asset("a.tif", 9_000_000, TIFF), make_asset("b.tif", 90_000_000, TIFF))
    services.results.served[job.key] = make_results(*assets, make_asset("c.txt", 9, "text/plain"))
    pane.set_job(job.key)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 3)
    yield pane
    assert spawn.errors == []
    spawn.close()


def _shows_raster(pane: ResultsPane) -> bool:
    host = pane.preview.area.host
    return host is not None and host.viewer is not None and bool(host.viewer.canvas.pictures)


def test_a_raster_is_shown_before_it_is_downloaded(
    qtbot: QtBot, pane: ResultsPane, previews: FakePreviews
) -> None:
    pane.table.selectRow(1)
    qtbot.waitUntil(lambda: _shows_raster(pane), timeout=30_000)
    assert previews.opened[-1][0].asset_key == "b.tif"
    assert previews.opened[-1][0].path is None
    assert_accessible(pane)


def test_a_file_that_is_here_is_shown_from_there(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, previews: FakePreviews, tmp_path: Path
) -> None:
    key = pane.feed.view.key
    assert key is not None
    (tmp_path / "a.tif").write_bytes(b"II")
    services.fetch_ahead.put(key, "a.tif", tmp_path / "a.tif")
    pane.table.selectRow(0)
    qtbot.waitUntil(lambda: _shows_raster(pane), timeout=30_000)
    assert previews.opened[-1][0].path == tmp_path / "a.tif"


def test_a_thumbnail_that_is_here_is_shown_while_nothing_is_chosen(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, tmp_path: Path
) -> None:
    services.fetch_ahead.enabled = False
    key = pane.feed.view.key
    assert key is not None
    picture = QImage(8, 6, QImage.Format.Format_RGB32)
    picture.fill(0)
    assert picture.save(str(tmp_path / "small.png"))
    small = replace(make_asset("small.png", 90, "image/png"), roles=("thumbnail",))
    services.results.served[key] = make_results(make_asset("b.tif", 90_000_000, TIFF), small)
    pane.refresh()
    qtbot.waitUntil(lambda: pane.model.rowCount() == 2)
    services.fetch_ahead.put(key, "small.png", tmp_path / "small.png")
    qtbot.waitUntil(lambda: not pane.preview.area.picture.image.isNull(), timeout=30_000)
    assert pane.preview.area.picture.image.width() == 8


def test_another_choice_lets_go_of_the_file(
    qtbot: QtBot, pane: ResultsPane, previews: FakePreviews
) -> None:
    pane.table.selectRow(0)
    qtbot.waitUntil(lambda: _shows_raster(pane), timeout=30_000)
    first = previews.opened[-1][1]
    pane.table.selectRow(1)
    qtbot.waitUntil(lambda: len(previews.opened) == 2 and _shows_raster(pane), timeout=30_000)
    assert first.closed
    pane.table.selectRow(2)
    qtbot.waitUntil(lambda: previews.opened[-1][1].closed)
    assert pane.preview.area.enlarge.isHidden()


def test_what_the_server_does_not_send_is_offered_to_be_fetched(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, previews: FakePreviews
) -> None:
    previews.refused = {"a.tif"}
    pane.table.selectRow(0)
    area = pane.preview.area
    qtbot.waitUntil(
        lambda: area.host is not None and area.host.message.title() == REFUSAL.message,
        timeout=30_000,
    )
    assert area.host is not None
    area.host.message.button.click()
    qtbot.waitUntil(lambda: services.fetch_ahead.fetched == ["a.tif"])


def _refuse(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, path: Path, error: AppError
) -> QPushButton:
    """Choose a file that is here and cannot be shown; returns the button of the refusal."""
    key, area = pane.feed.view.key, pane.preview.area
    assert key is not None
    cast("FakePreviews", services.previews).damaged = error
    path.write_bytes(b"II")
    services.fetch_ahead.put(key, "a.tif", path)
    pane.table.selectRow(0)
    qtbot.waitUntil(
        lambda: area.host is not None and area.host.message.title() == error.message,
        timeout=30_000,
    )
    assert area.host is not None
    return area.host.message.button


def test_a_damaged_file_is_not_tried_again_but_opened_with_another_program(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, previews: FakePreviews, tmp_path: Path
) -> None:
    error = PreviewError("This file is damaged.", "Download it again.")
    button = _refuse(qtbot, pane, services, tmp_path / "a.tif", error)
    assert button.text() == "Open with"
    before = previews.asked
    button.click()
    other = pane.preview.area.other
    assert other is not None
    assert other.menu.isVisible()
    assert any(action.isEnabled() for action in other.menu.actions())
    other.menu.close()
    assert previews.asked == before


@pytest.mark.parametrize("kind", [UnreachableError, PreviewAgainError])
def test_what_may_be_shown_at_the_next_attempt_is_tried_again(
    qtbot: QtBot,
    pane: ResultsPane,
    services: FakeServices,
    previews: FakePreviews,
    tmp_path: Path,
    kind: type[AppError],
) -> None:
    button = _refuse(qtbot, pane, services, tmp_path / "a.tif", kind("No answer in time."))
    assert button.text() == "Try again"
    before = previews.asked
    button.click()
    qtbot.waitUntil(lambda: previews.asked == before + 1)


def test_a_raster_is_opened_in_a_window_of_its_own(
    qtbot: QtBot, pane: ResultsPane, previews: FakePreviews
) -> None:
    pane.table.selectRow(0)
    qtbot.waitUntil(lambda: _shows_raster(pane), timeout=30_000)
    pane.preview.area.enlarge.click()
    windows = pane.window().findChildren(PreviewWindow)
    assert len(windows) == 1
    qtbot.waitUntil(lambda: windows[0].host.viewer is not None, timeout=30_000)
    windows[0].close()
    qtbot.waitUntil(lambda: previews.opened[-1][1].closed)
    assert not previews.opened[0][1].closed
