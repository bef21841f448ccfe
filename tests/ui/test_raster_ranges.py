"""The range of the colours of red, green and blue: each its own, or one for all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from pytestqt.qtbot import QtBot

from openeo_desktop.ui.preview.histogram_view import HistogramView
from openeo_desktop.ui.preview.raster_choice import RasterChoice, Stretch
from openeo_desktop.ui.preview.raster_workbench import RasterWorkbench
from tests.support.accessibility import assert_accessible
from tests.support.fake_rasters import FakeRaster, make_band, make_layer
from tests.support.fake_services import FakeSettings, LoopSpawn

NAMES = ("B04", "B03", "B02")
AUTO = [(1005.0, 1335.0), (2005.0, 2335.0), (3005.0, 3335.0)]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def spawn() -> Iterator[LoopSpawn]:
    spawn = LoopSpawn()
    yield spawn
    assert spawn.errors == []
    spawn.close()


def make_bench(qtbot: QtBot, spawn: LoopSpawn, settings: FakeSettings) -> RasterWorkbench:
    layer = make_layer(*(make_band(at + 1, name) for at, name in enumerate(NAMES)))
    bench = RasterWorkbench(cast("Any", settings), spawn)
    qtbot.addWidget(bench)
    bench.resize(1000, 700)
    bench.show()
    qtbot.waitExposed(bench)
    bench.show_opened(FakeRaster(layer))
    qtbot.waitUntil(lambda: bool(bench.view.canvas.pictures))
    return bench


def choice_of(bench: RasterWorkbench) -> RasterChoice:
    session = bench.view.session
    assert session is not None
    assert session.choice is not None
    return session.choice


def shown(bench: RasterWorkbench) -> list[tuple[float, float]]:
    session = bench.view.session
    assert session is not None
    assert session.style is not None
    return list(session.style.stretches)


def test_each_band_of_a_picture_has_its_own_range(qtbot: QtBot, spawn: LoopSpawn) -> None:
    bench = make_bench(qtbot, spawn, FakeSettings())
    limits = bench.panel.limits
    assert shown(bench) == AUTO
    assert limits.channels.isVisible()
    limits.channels.chip(1).click()
    assert (limits.low.text(), limits.high.text()) == ("2005", "2335")
    limits.low.setText("2100")
    limits.low.setModified(True)  # as a key would
    limits.low.editingFinished.emit()
    assert shown(bench) == [AUTO[0], (2100.0, 2335.0), AUTO[2]]
    assert choice_of(bench).stretch is Stretch.OWN
    assert limits.channel == 1
    assert_accessible(bench)


def test_numbers_of_the_view_are_those_of_the_chosen_band(qtbot: QtBot, spawn: LoopSpawn) -> None:
    bench = make_bench(qtbot, spawn, FakeSettings())
    bench.panel.limits.channels.chip(2).click()
    qtbot.waitUntil(lambda: "B02" in bench.panel.note.text())
    rows = {row.label: row.value for row in bench.panel.numbers.rows()}
    assert rows["Minimum"] == "3000"


def test_one_range_for_all_is_remembered(qtbot: QtBot, spawn: LoopSpawn) -> None:
    settings = FakeSettings()
    bench = make_bench(qtbot, spawn, settings)
    bench.panel.limits.linked.click()
    assert shown(bench) == [(1005.0, 3335.0)] * 3
    histogram = bench.panel.limits.histogram
    qtbot.keyClick(histogram, Qt.Key.Key_Down)
    qtbot.keyClick(histogram, Qt.Key.Key_Right)
    low = pytest.approx(1005.0 + 2340.0 / 100)
    assert shown(bench) == [(low, 3335.0)] * 3
    again = make_bench(qtbot, spawn, settings)
    assert shown(again) == [(1005.0, 3335.0)] * 3
    again.panel.limits.linked.click()
    assert shown(again) == AUTO


def test_own_numbers_can_be_chosen_for_a_picture(qtbot: QtBot, spawn: LoopSpawn) -> None:
    bench = make_bench(qtbot, spawn, FakeSettings())
    box = bench.view.bar.stretch
    box.setCurrentIndex(box.findData(Stretch.OWN))
    box.activated.emit(box.currentIndex())
    assert choice_of(bench).limits == tuple(AUTO)


def test_the_handle_of_another_band_is_taken(qtbot: QtBot, spawn: LoopSpawn) -> None:
    """A click where green's handle stands makes green the band that is moved."""
    bench = make_bench(qtbot, spawn, FakeSettings())
    histogram = bench.panel.limits.histogram
    room = histogram.width() - 16  # eight at each side
    x = 8 + room * (2005 - 1000) / 2340
    at = QPoint(round(x), histogram.height() // 2)
    qtbot.mousePress(histogram, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(histogram, QPoint(8 + room // 2, at.y()))
    qtbot.mouseRelease(histogram, Qt.MouseButton.LeftButton, pos=at)
    assert bench.panel.limits.channel == 1
    moved = shown(bench)
    assert moved[0] == AUTO[0]
    assert moved[2] == AUTO[2]
    assert moved[1][0] == pytest.approx(2170, abs=12)


def test_a_handle_out_of_reach_is_not_taken(qtbot: QtBot) -> None:
    view = HistogramView()
    qtbot.addWidget(view)
    view.resize(216, 100)
    view.set_limits([(0.0, 1.0)])
    with qtbot.assertNotEmitted(view.limits_changed):
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(108, 50))
        qtbot.mouseMove(view, QPoint(150, 50))
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(150, 50))
