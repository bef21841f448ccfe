"""What of a result is shown while nothing is chosen: also a raster that is still on the server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from openeo_desktop.core.assets import Asset
from openeo_desktop.core.errors import PreviewError
from openeo_desktop.core.jobs import JobKey, JobStatus
from openeo_desktop.services.previews import PreviewTarget
from openeo_desktop.ui.results.preview_choice import best_on_server
from openeo_desktop.ui.results.results_pane import ResultsPane
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
COG = "image/tiff; application=geotiff; profile=cloud-optimized"

TEXT = make_asset("log.txt", 9_000_000, "text/plain")


class FakePreviews:
    """`PreviewService`: rasters in memory, but for `refused` ones."""

    def __init__(self) -> None:
        self.opened: list[PreviewTarget] = []
        self.refused: set[str] = set()

    async def open(self, target: PreviewTarget) -> FakeRaster:
        self.opened.append(target)
        if target.path is None and target.asset_key in self.refused:
            raise PreviewError("The server does not send parts of files.", "Download it.")
        return FakeRaster()

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
    yield pane
    assert spawn.errors == []
    spawn.close()


def show_job(qtbot: QtBot, pane: ResultsPane, services: FakeServices, *assets: Asset) -> JobKey:
    job = make_job(make_account().id, 1, JobStatus.FINISHED)
    services.jobs.jobs[job.key] = job
    services.results.served[job.key] = make_results(*assets)
    pane.set_job(job.key)
    qtbot.waitUntil(lambda: pane.model.rowCount() == len(assets))
    return job.key


def shown_raster(pane: ResultsPane) -> bool:
    host = pane.preview.area.host
    return host is not None and host.viewer is not None and bool(host.viewer.canvas.pictures)


def test_the_best_raster_of_the_server_is_shown(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, previews: FakePreviews
) -> None:
    pane.show()
    qtbot.waitExposed(pane)
    large, small = make_asset("a.tif", 90_000_000, COG), make_asset("b.tif", 20_000_000, COG)
    show_job(qtbot, pane, services, make_asset("c.tif", 2_000_000, TIFF), large, small)
    qtbot.waitUntil(lambda: shown_raster(pane), timeout=30_000)
    assert [one.asset_key for one in previews.opened] == ["b.tif"]
    pane.table.selectRow(0)
    qtbot.waitUntil(lambda: len(previews.opened) == 2, timeout=30_000)
    assert previews.opened[-1].asset_key == "c.tif"


def test_nothing_is_fetched_unasked_for_a_pane_that_nobody_sees(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, previews: FakePreviews
) -> None:
    services.fetch_ahead.enabled = False
    pane.show()
    show_job(qtbot, pane, services, make_asset("a.tif", 90_000_000, COG), TEXT)
    pane.preview._look_at_server()  # the moment at which it would be fetched
    assert pane.preview.area.isHidden()
    pane.hide()
    services.fetch_ahead.enabled = True
    pane.preview._look_at_server()
    assert previews.opened == []
    pane.show()
    qtbot.waitUntil(lambda: shown_raster(pane), timeout=30_000)


def test_a_refused_raster_makes_room_for_a_thumbnail(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, previews: FakePreviews, tmp_path: Path
) -> None:
    picture = QImage(8, 6, QImage.Format.Format_RGB32)
    picture.fill(0)
    assert picture.save(str(tmp_path / "small.png"))
    previews.refused = {"a.tif"}
    small = replace(make_asset("small.png", 90, "image/png"), roles=("thumbnail",))
    pane.show()
    key = show_job(qtbot, pane, services, make_asset("a.tif", 90_000_000, COG), small)
    services.fetch_ahead.put(key, "small.png", tmp_path / "small.png")
    qtbot.waitUntil(lambda: bool(previews.opened), timeout=30_000)
    area = pane.preview.area
    qtbot.waitUntil(lambda: area.pages.currentWidget() is area.picture, timeout=30_000)
    assert len(previews.opened) == 1


def test_what_is_made_for_the_eye_comes_first() -> None:
    visual = replace(make_asset("v.tif", 90_000_000, TIFF), roles=("visual",))
    data, other = make_asset("d.tif", 9_000_000, COG), make_asset("o.nc", 9, "application/netcdf")
    mask = replace(make_asset("m.tif", 2_000_000, COG), roles=("metadata",))
    assert best_on_server([other, mask, data, visual], ()) is visual
    assert best_on_server([other, mask, data, visual], {"v.tif"}) is data
    assert best_on_server([other, mask, make_asset("small.tif", 9_000, COG)], ()) is None
    unknown = make_asset("u.tif", None, COG)
    assert best_on_server([unknown, data], ()) is data
