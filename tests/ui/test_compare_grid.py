"""Two rasters of different coordinate systems over each other: on which grid the second comes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from openeo_desktop.preview.values import LonLat, RasterLayer
from openeo_desktop.ui.preview.compare_grid import finer, grid_of, overlap
from openeo_desktop.ui.preview.compare_second import Fit, placement
from openeo_desktop.ui.preview.raster_workbench import RasterWorkbench
from tests.support.fake_rasters import FakeRaster, make_band, make_layer
from tests.support.fake_services import FakeSettings, LoopSpawn


def box(west: float, south: float, east: float, north: float) -> tuple[LonLat, ...]:
    return ((west, north), (east, north), (east, south), (west, south), (west, north))


def utm() -> RasterLayer:
    return make_layer(outline=box(15.0, 45.0, 15.4, 45.3))


def degrees(columns: int = 160, west: float = 15.0) -> RasterLayer:
    transform = (0.4 / columns, 0.0, west, 0.0, -0.3 / 120, 45.3)
    place = {"crs": "EPSG:4326", "transform": transform}
    return make_layer(columns=columns, rows=120, outline=box(west, 45, west + 0.4, 45.3), **place)


@pytest.fixture
def spawn() -> Iterator[LoopSpawn]:
    spawn = LoopSpawn()
    yield spawn
    assert spawn.errors == []
    spawn.close()


def make_bench(qtbot: QtBot, spawn: LoopSpawn) -> RasterWorkbench:
    bench = RasterWorkbench(cast("Any", FakeSettings()), spawn)
    qtbot.addWidget(bench)
    bench.resize(900, 600)
    bench.show()
    qtbot.waitExposed(bench)
    bench.show_opened(FakeRaster(utm()))
    qtbot.waitUntil(lambda: bool(bench.view.canvas.pictures))
    return bench


def test_the_grid_is_as_fine_as_the_finer_of_both() -> None:
    assert finer(utm(), degrees()) == 4
    assert finer(utm(), degrees(columns=20)) == 4  # along the other side
    assert finer(degrees(), utm()) == 1
    grid = grid_of(utm(), 4)
    assert (grid.width, grid.height, grid.crs) == (160, 120, "EPSG:32633")
    assert grid.bounds == utm().bounds
    assert finer(make_layer(), degrees()) == 1  # nothing is known of where it lies


def test_another_system_is_warped_and_what_lies_apart_is_told() -> None:
    where = placement(utm(), degrees())
    assert where.fit is Fit.WARPED
    assert where.to_first((0, 0, 160, 120)) == (0.0, 0.0, 40.0, 30.0)
    assert not where.apart
    assert placement(utm(), degrees(west=100.0)).apart
    assert overlap(utm(), degrees(west=15.2 - 360))
    assert not overlap(utm(), degrees(west=15.5))


def test_a_raster_of_another_system_is_asked_for_on_the_first_grid(
    qtbot: QtBot, spawn: LoopSpawn
) -> None:
    bench = make_bench(qtbot, spawn)
    second = FakeRaster(degrees())
    bench.compare_with(second, "other")
    qtbot.waitUntil(lambda: bool(bench.view.canvas.others))
    asked = second.warps[0]
    assert asked.crs == "EPSG:32633"
    assert asked.transform == (2.5, 0.0, 500_000.0, 0.0, -2.5, 5_000_000.0)
    assert asked.picture.window == (0.0, 0.0, 160.0, 120.0)
    assert bench.view.canvas.others[0].window == (0.0, 0.0, 40.0, 30.0)
    assert "warped" in bench.compare.title()
    bench.compare_with(FakeRaster(degrees(west=100.0)), "far")
    qtbot.waitUntil(lambda: "elsewhere" in bench.compare.title())


def test_times_of_a_warped_file_are_those_of_the_file(qtbot: QtBot, spawn: LoopSpawn) -> None:
    bench = make_bench(qtbot, spawn)
    layers = [
        make_layer(make_band(1, name), name=name, crs="EPSG:3857", columns=columns)
        for name, columns in (("B04", 40), ("B08", 20))
    ]
    bench.compare_with(FakeRaster(*layers), "two grids")
    second = bench.compare.second
    assert second is not None
    assert [table.names for table in second.session.tables] == [("B04", "B08")]
    qtbot.waitUntil(lambda: bool(bench.view.canvas.others))
