"""The map on the screen: shapes by mouse and keyboard, their properties, what cannot be placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from openeo_desktop.core.footprints import Footprint
from openeo_desktop.preview.values import (
    Band,
    Opened,
    PreviewKind,
    RasterFile,
    RasterLayer,
    Shape,
    Shapes,
)
from openeo_desktop.ui.map.map_canvas import MapCanvas
from openeo_desktop.ui.map.map_window import MapWindow
from openeo_desktop.ui.preview.map_view import MapView
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import FakeSettings

HOSTILE = "<b>bold</b><img src='file:///etc/passwd'>"


@dataclass(frozen=True, slots=True)
class FakeFile:
    """A file that is open."""

    opened: Opened


def _square(west: float, south: float, size: float, **properties: str) -> Shape:
    corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]
    points = np.array([(west + x * size, south + y * size) for x, y in corners])
    return Shape("polygon", points, (0,), properties)


SHAPES = (
    _square(14, 46, 0.5, name="first", crop="maize"),
    _square(15, 46, 0.5, name=HOSTILE, crop=HOSTILE),
    Shape("point", np.array([(14.8, 46.8)]), (0,), {"station": "7"}),
)


def _file(*shapes: Shape, total: int = 0, note: str = "") -> FakeFile:
    content = Shapes(shapes, total or len(shapes), None, note)
    return FakeFile(Opened(PreviewKind.VECTOR, content))


@pytest.fixture
def view(qtbot: QtBot) -> MapView:
    view = MapView()
    qtbot.addWidget(view)
    view.resize(900, 560)
    view.show()
    return view


def _shown(view: MapView, qtbot: QtBot) -> MapCanvas:
    qtbot.waitUntil(lambda: view.map.canvas.is_painted)
    return view.map.canvas


def _current(canvas: MapCanvas) -> int | None:
    return canvas.current


def _at(canvas: MapCanvas, longitude: float, latitude: float) -> QPoint:
    return QPointF(*canvas.viewport.to_pixels(longitude, latitude)).toPoint()


def _texts(view: MapView) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def test_a_click_shows_what_a_shape_holds(view: MapView, qtbot: QtBot) -> None:
    view.show_opened(_file(*SHAPES))
    canvas = _shown(view, qtbot)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=_at(canvas, 14.2, 46.2))
    assert _current(canvas) == 0
    assert {"first", "crop", "maize"} <= set(_texts(view))
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=_at(canvas, 14.8, 46.2))
    assert _current(canvas) is None
    assert view.map.panel.isHidden()


def test_text_of_a_file_is_never_markup(view: MapView, qtbot: QtBot) -> None:
    view.show_opened(_file(*SHAPES, note=HOSTILE))
    canvas = _shown(view, qtbot)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=_at(canvas, 15.2, 46.2))
    labels = [label for label in view.findChildren(QLabel) if HOSTILE in label.text()]
    assert len(labels) >= 3
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_the_pointer_tells_shape_and_place(view: MapView, qtbot: QtBot) -> None:
    view.show_opened(_file(*SHAPES))
    canvas = _shown(view, qtbot)
    QTest.mouseMove(canvas, _at(canvas, 14.25, 46.25))
    qtbot.waitUntil(lambda: canvas.under == 0)
    texts = _texts(view)
    assert "first · crop: maize" in texts
    assert any(text.startswith("46.2") and "° N, 14.2" in text for text in texts)


def test_the_keyboard_walks_through_the_shapes(view: MapView, qtbot: QtBot) -> None:
    view.show_opened(_file(*SHAPES))
    canvas = _shown(view, qtbot)
    canvas.setFocus()
    for key, wanted in (
        (Qt.Key.Key_PageDown, 0),
        (Qt.Key.Key_PageDown, 1),
        (Qt.Key.Key_N, 2),
        (Qt.Key.Key_PageDown, 0),
        (Qt.Key.Key_PageUp, 2),
        (Qt.Key.Key_P, 1),
    ):
        QTest.keyClick(canvas, key)
        assert _current(canvas) == wanted
    before = canvas.viewport.scale
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert canvas.viewport.scale > before
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert _current(canvas) is None


def test_the_chosen_shape_is_named_to_a_screen_reader(view: MapView, qtbot: QtBot) -> None:
    view.show_opened(_file(*SHAPES))
    canvas = _shown(view, qtbot)
    view.map.step(1)
    assert canvas.accessibleName() == "Map, 1 of 3: first"
    view.map.step(-1)
    assert canvas.accessibleName() == "Map, 3 of 3: Feature 3"
    assert_accessible(view)


def test_keys_pan_and_zoom_and_come_back(view: MapView, qtbot: QtBot) -> None:
    view.show_opened(_file(*SHAPES))
    canvas = _shown(view, qtbot)
    fitted = canvas.viewport
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.viewport.scale > fitted.scale
    zoomed = canvas.viewport
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.viewport.longitude > zoomed.longitude
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.viewport.latitude > zoomed.latitude
    QTest.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.viewport == fitted


def test_a_drag_moves_the_map_and_chooses_nothing(view: MapView, qtbot: QtBot) -> None:
    view.show_opened(_file(*SHAPES))
    canvas = _shown(view, qtbot)
    at = _at(canvas, 14.25, 46.25)
    place = canvas.viewport.to_degrees(at.x(), at.y())
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(canvas, at + QPoint(60, 20))
    QTest.mouseMove(canvas, at + QPoint(120, 40))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at + QPoint(120, 40))
    assert _current(canvas) is None
    assert canvas.viewport.to_pixels(*place) == pytest.approx((at.x() + 120, at.y() + 40), abs=1)


def test_a_larger_window_shows_everything_still(view: MapView, qtbot: QtBot) -> None:
    view.show_opened(_file(*SHAPES))
    canvas = _shown(view, qtbot)
    view.resize(500, 700)
    west, south, east, north = canvas.viewport.extent
    assert west < 14
    assert east > 15.5
    assert south < 46
    assert north > 46.8


def test_shapes_are_painted_where_they_lie(view: MapView, qtbot: QtBot) -> None:
    view.show_opened(_file(*SHAPES))
    canvas = _shown(view, qtbot)
    with_shapes = canvas.grab().toImage()
    view.map.show_shapes(())
    canvas.fit_extent((14.0, 46.0, 15.5, 46.8))
    bare = canvas.grab().toImage()
    inside, outside = _at(canvas, 14.25, 46.25), _at(canvas, 14.75, 46.25)
    assert with_shapes.pixel(inside) != bare.pixel(inside)
    assert with_shapes.pixel(outside) == bare.pixel(outside)


def test_thousands_of_shapes_are_painted_in_portions(view: MapView, qtbot: QtBot) -> None:
    """Painting lets the window have its turn: it is not whole after the call that begins it."""
    many = [_square(10 + index % 100 / 50, 40 + index // 100 / 50, 0.015) for index in range(4000)]
    view.show_opened(_file(*many, total=90_000, note="Simplified"))
    qtbot.waitUntil(lambda: len(view.map.canvas.features) == 4000)
    view.map.canvas.zoom(3.0)
    canvas = _shown(view, qtbot)
    assert "4,000 of 90,000 features" in _texts(view)
    assert view.note() == "Simplified"
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=_at(canvas, 11.007, 40.407))
    assert _current(canvas) == 2050


def test_copying_gives_all_properties(view: MapView, qtbot: QtBot) -> None:
    view.show_opened(_file(_square(1, 2, 3, **{f"p{n}": str(n) for n in range(300)})))
    _shown(view, qtbot)
    view.map.step(1)
    view.map.copy.trigger()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "p0\t0"
    assert len(lines) == 300


def test_a_raster_is_shown_by_its_outline(view: MapView, qtbot: QtBot) -> None:
    ring = ((14.0, 46.0), (15.0, 46.0), (15.0, 47.0), (14.0, 46.0))
    band = Band(1, "ndvi", "float32")
    layers = (
        RasterLayer("ndvi", 200, 100, (band,), outline=ring, crs="EPSG:4326"),
        RasterLayer("nowhere", 200, 100, (band,)),
    )
    view.show_opened(FakeFile(Opened(PreviewKind.RASTER, RasterFile("GTiff", layers))))
    canvas = _shown(view, qtbot)
    assert len(canvas.features) == 1
    view.map.step(1)
    assert {"ndvi", "200 × 100", "EPSG:4326"} <= set(_texts(view))


@pytest.mark.parametrize(
    "shapes", [(), (Shape("polygon", np.empty((0, 2))),), (Shape("line", np.full((3, 2), np.nan)),)]
)
def test_what_lies_nowhere_is_said(view: MapView, shapes: tuple[Shape, ...]) -> None:
    view.show_opened(_file(*shapes))
    assert view.empty.isVisible()
    assert view.empty.title() == "Nothing to put on a map"
    assert view.empty.text() == "This file does not say where on Earth it lies."


def test_the_window_of_a_job_shows_the_whole_and_its_files(qtbot: QtBot) -> None:
    window = MapWindow()
    qtbot.addWidget(window)
    ring = ((14.0, 46.0), (15.0, 46.0), (15.0, 47.0), (14.0, 46.0))
    found = (Footprint("", "polygon", (ring,)), Footprint("a.tif", "point", (((14.2, 46.1),),)))
    window.show_footprints(f"NDVI {HOSTILE}", found, "46.0 to 47.0 N")
    window.show()
    canvas = window.map.canvas
    qtbot.waitUntil(lambda: canvas.is_painted)
    assert window.windowTitle() == f"NDVI {HOSTILE} – map"
    names = [shape.properties["name"] for shape in canvas.features.shapes]
    assert names == ["The whole result", "a.tif"]
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert (_current(canvas), window.isVisible()) == (None, True)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_size_and_view_of_the_map_stay(qtbot: QtBot) -> None:
    settings = cast("Any", FakeSettings())
    ring = ((14.0, 46.0), (15.0, 46.0), (15.0, 47.0), (14.0, 46.0))
    found = (Footprint("", "polygon", (ring,)),)
    window = MapWindow(settings=settings)
    qtbot.addWidget(window)
    window.resize(640, 420)
    window.show_footprints("NDVI", found, "")
    window.show()
    window.map.canvas.zoom_in()
    scale = window.map.canvas.viewport.scale
    window.close()
    window.show_footprints("NDVI", found, "")
    window.show()
    assert window.map.canvas.viewport.scale == scale
    window.show_footprints("Another", found, "")
    assert window.map.canvas.viewport.scale < scale
    window.close()
    again = MapWindow(settings=settings)
    qtbot.addWidget(again)
    again.show()
    assert (again.width(), again.height()) == (640, 420)
    again.close()  # nobody holds it when it would be painted next
