"""«Open with» and the world map beside a large raster."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.preview.values import Opened, PreviewKind, Text
from openeo_desktop.ui.map.map_window import MapWindow
from openeo_desktop.ui.preview.open_with_tools import OpenWithTools
from openeo_desktop.ui.preview.preview_window import PreviewWindow
from tests.support.accessibility import assert_accessible
from tests.support.fake_rasters import FakeOpener, FakeRaster, make_layer
from tests.support.fake_services import FakeSettings, LoopSpawn

RING = ((14.0, 46.0), (15.0, 46.0), (15.0, 47.0), (14.0, 46.0))


class FakeText:
    """An open file that is a text."""

    opened = Opened(PreviewKind.TEXT, Text("a,b"))

    def close(self) -> None: ...


@pytest.fixture
def spawn() -> Iterator[LoopSpawn]:
    spawn = LoopSpawn()
    yield spawn
    assert spawn.errors == []
    spawn.close()


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """Whose windows they are: nobody else holds them when a test is over and they are painted."""
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


def _window(
    qtbot: QtBot, spawn: LoopSpawn, target: Any, file: FakeRaster, owner: QWidget
) -> PreviewWindow:
    opener = FakeOpener()
    opener.files[target] = file
    window = PreviewWindow(opener, cast("Any", FakeSettings()), spawn, parent=owner)
    with qtbot.waitSignal(window.shown):
        window.show_target(target, "NDVI")
        window.show()
    return window


def _tools(window: PreviewWindow) -> OpenWithTools:
    assert window.open_with is not None
    return window.open_with


def test_a_notebook_gets_the_variable_that_is_looked_at(
    qtbot: QtBot, spawn: LoopSpawn, owner: QWidget, tmp_path: Path
) -> None:
    path = tmp_path / "a.nc"
    window = _window(qtbot, spawn, path, FakeRaster(make_layer(name="NDVI")), owner)
    tools = _tools(window)
    tools.menu.aboutToShow.emit()
    _qgis, _system, copied = tools.menu.actions()
    assert copied.isEnabled()
    copied.trigger()
    assert f"xarray.open_dataset({str(path)!r})['NDVI']" in QGuiApplication.clipboard().text()


def test_what_is_still_on_the_server_is_downloaded_first(
    qtbot: QtBot, spawn: LoopSpawn, owner: QWidget
) -> None:
    window = _window(qtbot, spawn, "on the server", FakeRaster(), owner)
    tools = _tools(window)
    tools.menu.aboutToShow.emit()
    assert [action.isEnabled() for action in tools.menu.actions()] == [False] * 3
    assert tools.menu.actions()[0].statusTip() == "Download it first."


def test_a_file_that_is_gone_is_told_beside_the_picture(
    qtbot: QtBot, spawn: LoopSpawn, owner: QWidget, tmp_path: Path
) -> None:
    window = _window(qtbot, spawn, tmp_path / "gone.tif", FakeRaster(), owner)
    tools = _tools(window)
    tools.menu.aboutToShow.emit()
    tools.menu.actions()[1].trigger()
    qtbot.waitUntil(window.host.viewer.messages.isVisible)


def test_other_kinds_have_the_button_too(
    qtbot: QtBot, spawn: LoopSpawn, owner: QWidget, tmp_path: Path
) -> None:
    path = tmp_path / "series.csv"
    window = _window(qtbot, spawn, path, cast("FakeRaster", FakeText()), owner)
    assert window.open_with is None
    assert window.other_button.isVisible()
    window.other.menu.aboutToShow.emit()
    qgis, system, copied = window.other.menu.actions()
    assert not qgis.isEnabled()
    copied.trigger()
    assert "pandas.read_csv" in QGuiApplication.clipboard().text()
    system.trigger()
    qtbot.waitUntil(window.messages.isVisible)
    assert "series.csv" in window.messages.text()
    assert_accessible(window)


def test_what_is_not_shown_can_be_opened_elsewhere(
    qtbot: QtBot, spawn: LoopSpawn, owner: QWidget, tmp_path: Path
) -> None:
    window = PreviewWindow(FakeOpener(), cast("Any", FakeSettings()), spawn, parent=owner)
    with qtbot.waitSignal(window.shown):
        window.show_target(tmp_path / "a.gpkg", "fields")
        window.show()
    assert window.other_button.isVisible()


def test_the_layers_are_shown_on_the_world(
    qtbot: QtBot, spawn: LoopSpawn, owner: QWidget, tmp_path: Path
) -> None:
    file = FakeRaster(
        make_layer(name="NDVI", outline=RING), make_layer(name="CLM", outline=RING), make_layer()
    )
    window = _window(qtbot, spawn, tmp_path / "a.nc", file, owner)
    _tools(window).map_button.click()
    (shown,) = window.findChildren(MapWindow)
    assert shown.isVisible()
    (outline,) = shown.map.canvas.features.shapes
    assert outline.properties["name"] == "NDVI, CLM"
    assert_accessible(window)


def test_what_lies_nowhere_has_no_map(
    qtbot: QtBot, spawn: LoopSpawn, owner: QWidget, tmp_path: Path
) -> None:
    window = _window(qtbot, spawn, tmp_path / "a.tif", FakeRaster(), owner)
    tools = _tools(window)
    assert not tools.map_button.isEnabled()
    assert "where on Earth" in tools.map_button.toolTip()
