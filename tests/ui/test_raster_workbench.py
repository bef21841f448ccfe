"""The tools of the large raster view, on open files in memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.ui.preview.histogram_painting import bar_heights
from openeo_desktop.ui.preview.histogram_view import HistogramView
from openeo_desktop.ui.preview.preview_window import PreviewWindow
from openeo_desktop.ui.preview.raster_choice import Stretch
from openeo_desktop.ui.preview.raster_workbench import RasterWorkbench
from tests.support.accessibility import assert_accessible
from tests.support.fake_rasters import FakeOpener, FakeRaster, make_band, make_layer
from tests.support.fake_services import FakeSettings, LoopSpawn

HOSTILE = "<img src=x onerror=1>"


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


def make_bench(qtbot: QtBot, spawn: LoopSpawn, file: FakeRaster) -> RasterWorkbench:
    bench = RasterWorkbench(cast("Any", FakeSettings()), spawn)
    qtbot.addWidget(bench)
    bench.resize(900, 600)
    bench.show()
    qtbot.waitExposed(bench)
    bench.show_opened(file)
    qtbot.waitUntil(lambda: bool(bench.view.canvas.pictures))
    return bench


def test_values_and_numbers_stand_beside_the_picture(qtbot: QtBot, spawn: LoopSpawn) -> None:
    bench = make_bench(qtbot, spawn, FakeRaster(make_layer(make_band(1, unit=HOSTILE))))
    qtbot.waitUntil(lambda: bool(bench.panel.numbers.rows()))
    rows = {row.label: row.value for row in bench.panel.numbers.rows()}
    assert rows["Minimum"] == "1000"
    assert rows["Valid pixels"] == "100.0 %"
    assert bench.panel.limits.legend.texts() == ("1005", HOSTILE, "1335")
    assert_accessible(bench)


def test_a_handle_sets_the_range_of_the_colours(qtbot: QtBot, spawn: LoopSpawn) -> None:
    bench = make_bench(qtbot, spawn, FakeRaster())
    histogram = bench.panel.limits.histogram
    qtbot.keyClick(histogram, Qt.Key.Key_Down)
    qtbot.keyClick(histogram, Qt.Key.Key_Right)
    session = bench.view.session
    assert session is not None
    assert session.choice is not None
    assert session.choice.stretch is Stretch.OWN
    assert session.choice.limits == ((pytest.approx(1008.4), 1335.0),)
    bench.panel.limits.high.setText("1200")
    bench.panel.limits.high.setModified(True)  # as a key would
    bench.panel.limits.high.editingFinished.emit()
    assert session.choice.limits[0][1] == 1200.0
    assert histogram.high == 1200.0


def test_a_clicked_pixel_can_be_copied(qtbot: QtBot, spawn: LoopSpawn) -> None:
    layer = make_layer(make_band(1, "B04"), make_band(2, HOSTILE))
    bench = make_bench(qtbot, spawn, FakeRaster(layer))
    bench.view.canvas.clicked.emit((3.5, 2.5))
    qtbot.waitUntil(lambda: len(bench.panel.pixel.rows()) == 2)
    bench.panel.copy.click()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "500035.0, 4999975.0",
        "45.15000° N, 15.00000° E",
        "column 3, row 2",
        "B04\t1023",
        f"{HOSTILE}\t2023",
    ]


def test_a_drawn_line_is_plotted(qtbot: QtBot, spawn: LoopSpawn) -> None:
    bench = make_bench(qtbot, spawn, FakeRaster(make_layer(make_band(1, HOSTILE))))
    bench.line.click()
    canvas, at = bench.view.canvas, bench.view.canvas.rect().center()
    with qtbot.waitSignal(bench.profile.plotted, timeout=30_000):
        qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseMove(canvas, at + QPoint(60, 40))
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at + QPoint(60, 40))
    plot = bench.profile.plot
    assert plot is not None
    assert plot.texts() == [HOSTILE]
    legend = plot.getPlotItem().legend.items[0][1].text
    assert legend == HOSTILE.replace("<", "&lt;").replace(">", "&gt;")
    bench.profile.clear()
    assert bench.profile.panel.isHidden()
    assert canvas.line == []


def test_a_pixel_is_plotted_over_time(qtbot: QtBot, spawn: LoopSpawn) -> None:
    days = [dt.datetime(2026, 6, day, tzinfo=dt.UTC) for day in (1, 11)]
    bands = [make_band(at + 1, "", day) for at, day in enumerate(days)]
    bench = make_bench(qtbot, spawn, FakeRaster(make_layer(*bands)))
    with qtbot.waitSignal(bench.profile.plotted, timeout=30_000):
        bench.view.canvas.clicked.emit((1.0, 1.0))
    assert not bench.profile.panel.isHidden()


def test_two_rasters_under_a_swipe_and_side_by_side(qtbot: QtBot, spawn: LoopSpawn) -> None:
    bench = make_bench(qtbot, spawn, FakeRaster())
    canvas = bench.view.canvas
    bench.compare_with(FakeRaster(make_layer(columns=20)), HOSTILE)
    qtbot.waitUntil(lambda: bool(canvas.others))
    assert canvas.others[0].window == (0.0, 0.0, 20.0, 30.0)
    assert canvas.swipe == 0.5
    at = canvas.rect().center()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(canvas, QPoint(canvas.width() // 4, at.y()))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(0, at.y()))
    assert canvas.swipe == pytest.approx(0.25, abs=0.01)
    bench.compare.beside.click()
    assert canvas.swipe is None
    assert bench.compare.other.isVisible()
    canvas.zoom(3.0)
    assert bench.compare.other.sight.scale == canvas.sight.scale
    bench.compare.other.pan(-30, 0)
    assert canvas.sight.centre == bench.compare.other.sight.centre
    bench.compare.end()
    assert canvas.others == []
    assert bench.compare.bar.isHidden()


def test_the_picture_is_saved_and_copied(qtbot: QtBot, spawn: LoopSpawn, tmp_path: Path) -> None:
    bench = make_bench(qtbot, spawn, FakeRaster())
    path = tmp_path / "picture.png"
    bench.saving.save(str(path))
    qtbot.waitUntil(path.exists)
    saved = QImage(str(path))
    assert (saved.width(), saved.height()) == (40, 30)
    QGuiApplication.clipboard().clear()
    bench.saving.copy()
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull())
    assert QGuiApplication.clipboard().image().size() == saved.size()


def test_a_folder_that_cannot_be_written_is_told(
    qtbot: QtBot, spawn: LoopSpawn, tmp_path: Path
) -> None:
    bench = make_bench(qtbot, spawn, FakeRaster())
    (tmp_path / "file").write_bytes(b"")
    bench.saving.save(str(tmp_path / "file" / "picture.png"))
    qtbot.waitUntil(bench.messages.isVisible)


def test_a_histogram_shows_also_what_is_rare() -> None:
    heights = bar_heights([10_000, 0, 1, 4], bars=4)
    assert heights == [1.0, 0.0, 0.01, 0.02]
    assert bar_heights([]) == []
    assert len(bar_heights([1] * 256)) == 64


def test_handles_do_not_cross(qtbot: QtBot) -> None:
    view = HistogramView()
    qtbot.addWidget(view)
    view.set_limits([(0.4, 0.5)])
    qtbot.keyClick(view, Qt.Key.Key_Down)
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.low == view.high == 0.5
    qtbot.keyClick(view, Qt.Key.Key_Up)  # without Shift: Qt remembers it for the next test's table
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.low == view.high


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """Whose window it is: a preview deletes itself when it is closed."""
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


def open_window(
    qtbot: QtBot, spawn: LoopSpawn, opener: FakeOpener, target: str, owner: QWidget
) -> PreviewWindow:
    others = [(HOSTILE, "other")]
    window = PreviewWindow(opener, cast("Any", FakeSettings()), spawn, lambda: others, owner)
    with qtbot.waitSignal(window.shown, timeout=30_000):
        window.show_target(target, HOSTILE)
        window.show()
    return window


def test_a_window_of_its_own_compares_and_lets_go(
    qtbot: QtBot, spawn: LoopSpawn, owner: QWidget
) -> None:
    opener = FakeOpener(one=FakeRaster(), other=FakeRaster())
    window = open_window(qtbot, spawn, opener, "one", owner)
    assert isinstance(window.host.viewer, RasterWorkbench)
    assert window.windowTitle() == HOSTILE
    menu = window.compare_menu()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    canvas = window.host.viewer.view.canvas
    qtbot.waitUntil(lambda: bool(canvas.others))
    window.close()
    assert opener.files["one"].closed
    assert opener.files["other"].closed


def test_a_window_says_why_it_shows_nothing(qtbot: QtBot, spawn: LoopSpawn, owner: QWidget) -> None:
    opener = FakeOpener()
    window = open_window(qtbot, spawn, opener, "gone", owner)
    assert window.host.message.title() == "This file is damaged."
    opener.files["gone"] = FakeRaster()
    with qtbot.waitSignal(window.shown, timeout=30_000):
        window.host.message.button.click()
    assert isinstance(window.host.viewer, RasterWorkbench)


def test_a_failure_stays_beside_the_picture(qtbot: QtBot, spawn: LoopSpawn) -> None:
    file = FakeRaster()
    bench = make_bench(qtbot, spawn, file)
    file.failure = PreviewError("It took too long.", "Try it again.")
    bench.view.canvas.clicked.emit((1.0, 1.0))
    qtbot.waitUntil(bench.messages.isVisible)
    assert bench.view.pages.currentWidget() is bench.view.canvas
