"""The raster view: what is asked, what is painted, choices, keys; on an open file in memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.ui.preview.raster_choice import Stretch
from openeo_desktop.ui.preview.raster_view import RasterView
from tests.support.accessibility import assert_accessible
from tests.support.fake_rasters import FakeRaster, make_band, make_layer
from tests.support.fake_services import FakeSettings, LoopSpawn

DAYS = [dt.datetime(2026, 6, day, tzinfo=dt.UTC) for day in (1, 11, 21)]
HOSTILE = "<img src=x onerror=1>"


@pytest.fixture
def spawn() -> Iterator[LoopSpawn]:
    spawn = LoopSpawn()
    yield spawn
    assert spawn.errors == []
    spawn.close()


@pytest.fixture
def settings() -> FakeSettings:
    return FakeSettings()


def show(qtbot: QtBot, spawn: LoopSpawn, settings: FakeSettings, file: FakeRaster) -> RasterView:
    view = RasterView(cast("Any", settings), spawn, compact=False)
    qtbot.addWidget(view)
    view.resize(400, 400)
    view.show()
    qtbot.waitExposed(view)
    view.show_opened(file)
    qtbot.waitUntil(lambda: bool(view.canvas.pictures))
    return view


def test_all_of_it_is_asked_for_once(
    qtbot: QtBot, spawn: LoopSpawn, settings: FakeSettings
) -> None:
    file = FakeRaster()
    view = show(qtbot, spawn, settings, file)
    assert [request.window for request in file.asked] == [(0.0, 0.0, 40.0, 30.0)]
    assert (file.asked[0].width, file.asked[0].height) == (40, 30)  # no more than there is
    assert "40 × 30 px" in view.facts.text()
    assert_accessible(view)


def test_of_a_large_raster_the_seen_part_is_asked_for(
    qtbot: QtBot, spawn: LoopSpawn, settings: FakeSettings
) -> None:
    file = FakeRaster(make_layer(columns=20_000, rows=20_000))
    view = show(qtbot, spawn, settings, file)
    first = file.asked[0]
    assert first.width * first.height <= 1_500_000
    view.canvas.zoom_to(1.0)
    qtbot.waitUntil(lambda: len(view.canvas.pictures) == 2)
    last = file.asked[-1]
    seen = view.canvas.sight.seen()
    assert seen is not None
    assert last.window[0] <= seen[0] < seen[2] <= last.window[2] <= seen[2] + 100
    assert last.width == last.window[2] - last.window[0]


def test_what_was_answered_is_not_asked_again(
    qtbot: QtBot, spawn: LoopSpawn, settings: FakeSettings
) -> None:
    file = FakeRaster()
    view = show(qtbot, spawn, settings, file)
    before = view.canvas.pictures[0].image
    view.bar.colours.setCurrentIndex(view.bar.colours.findData("gray"))
    view.bar.colours.activated.emit(view.bar.colours.currentIndex())
    qtbot.waitUntil(lambda: view.canvas.pictures[0].image != before)
    view.canvas.zoom(2.0)
    session = view.session
    assert session is not None
    assert session.wanted_part() is None
    assert len(file.asked) == 1
    pixel = view.canvas.pictures[0].image.pixelColor(20, 15)
    assert pixel.red() == pixel.green() == pixel.blue()


def test_colours_are_remembered_by_the_name_of_the_band(
    qtbot: QtBot, spawn: LoopSpawn, settings: FakeSettings
) -> None:
    layer = make_layer(make_band(1, "B04"), make_band(2, "B08"))
    view = show(qtbot, spawn, settings, FakeRaster(layer))
    view.bar.colours.setCurrentIndex(view.bar.colours.findData("magma"))
    view.bar.colours.activated.emit(0)
    other = show(qtbot, spawn, settings, FakeRaster(layer))
    assert other.session is not None
    assert other.session.choice is not None
    assert other.session.choice.colour_map == "magma"
    other.bar.band.setCurrentIndex(1)
    other.bar.band.activated.emit(1)
    assert other.session.choice.names == ("B08",)
    assert other.session.choice.colour_map == ""


def test_three_variables_make_one_rgb_picture(
    qtbot: QtBot, spawn: LoopSpawn, settings: FakeSettings
) -> None:
    layers = [make_layer(make_band(1), name=name) for name in ("B02", "B03", "B04")]
    file = FakeRaster(*layers)
    view = show(qtbot, spawn, settings, file)
    assert view.session is not None
    assert view.session.choice is not None
    assert view.session.choice.names == ("B04", "B03", "B02")
    assert [request.layer for request in file.asked] == [2, 1, 0]
    assert all(box.isVisible() for box in view.bar.channels)


def test_times_are_stepped_and_played_by_keys(
    qtbot: QtBot, spawn: LoopSpawn, settings: FakeSettings
) -> None:
    bands = [make_band(at + 1, "", day) for at, day in enumerate(DAYS)]
    file = FakeRaster(make_layer(*bands, name="NDVI"))
    view = show(qtbot, spawn, settings, file)
    assert view.slider.isVisible()
    qtbot.keyClick(view.slider.slider, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: file.asked[-1].bands == (2,))
    assert view.slider.label.text() == "2026-06-11"
    qtbot.keyClick(view.canvas, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: file.asked[-1].bands == (1,))
    qtbot.keyClick(view.canvas, Qt.Key.Key_Space)
    assert view.slider.playing
    qtbot.waitUntil(lambda: {request.bands for request in file.asked} == {(1,), (2,), (3,)})
    qtbot.keyClick(view.slider.slider, Qt.Key.Key_Space)
    assert not view.slider.playing


def test_keys_zoom_and_fit(qtbot: QtBot, spawn: LoopSpawn, settings: FakeSettings) -> None:
    view = show(qtbot, spawn, settings, FakeRaster())
    fitted = view.canvas.sight.scale
    qtbot.keyClick(view.canvas, Qt.Key.Key_Plus)
    assert view.canvas.sight.scale > fitted
    qtbot.keyClick(view.canvas, Qt.Key.Key_1)
    assert view.canvas.sight.scale == pytest.approx(
        max(1 / view.canvas.devicePixelRatioF(), 24 / 40)
    )
    qtbot.keyClick(view.canvas, Qt.Key.Key_0)
    assert view.canvas.sight.scale == fitted


def test_a_drag_moves_and_a_click_pins(
    qtbot: QtBot, spawn: LoopSpawn, settings: FakeSettings
) -> None:
    view = show(qtbot, spawn, settings, FakeRaster())
    canvas = view.canvas
    at = canvas.rect().center()
    with qtbot.waitSignal(canvas.clicked) as clicked:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    column, row = clicked.args[0]
    assert (column, row) == pytest.approx((20, 15), abs=0.2)
    before = canvas.sight.centre
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(canvas, at + QPoint(50, 20))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at + QPoint(50, 20))
    assert canvas.sight.centre[0] < before[0]


def test_the_pixel_under_the_pointer_is_told(
    qtbot: QtBot, spawn: LoopSpawn, settings: FakeSettings
) -> None:
    view = show(qtbot, spawn, settings, FakeRaster())
    view.canvas.hovered.emit((3.5, 2.5))
    qtbot.waitUntil(lambda: "1023" in view.facts.text())
    assert "500035.0, 4999975.0" in view.facts.text()
    assert "45.15000° N, 15.00000° E" in view.facts.text()
    view.canvas.hovered.emit(None)
    assert "40 × 30 px" in view.facts.text()


def test_a_refusal_is_a_sentence(qtbot: QtBot, spawn: LoopSpawn, settings: FakeSettings) -> None:
    file = FakeRaster()
    file.failure = PreviewError("It is damaged.", HOSTILE)
    view = RasterView(cast("Any", settings), spawn)
    qtbot.addWidget(view)
    view.show()
    with qtbot.waitSignal(view.shown):
        view.show_opened(file)
    assert view.pages.currentWidget() is view.message
    assert view.message.text() == HOSTILE
    view.canvas.zoom(2.0)
    assert len(file.windows) == 1  # a view that changes does not ask a broken file again


def test_answers_of_a_file_that_is_left_are_not_shown(
    qtbot: QtBot, spawn: LoopSpawn, settings: FakeSettings
) -> None:
    view = show(qtbot, spawn, settings, FakeRaster(make_layer(columns=50)))
    shown = view.canvas.pictures
    view.clear()
    assert view.session is None
    view.canvas.zoom(2.0)
    assert view.canvas.pictures is shown


def test_own_numbers_begin_with_what_is_shown(
    qtbot: QtBot, spawn: LoopSpawn, settings: FakeSettings
) -> None:
    view = show(qtbot, spawn, settings, FakeRaster())
    view.bar.stretch.setCurrentIndex(view.bar.stretch.findData(Stretch.OWN))
    view.bar.stretch.activated.emit(0)
    assert view.session is not None
    assert view.session.choice is not None
    assert view.session.style is not None
    assert view.session.choice.limits == view.session.style.stretches == ((1005.0, 1335.0),)
