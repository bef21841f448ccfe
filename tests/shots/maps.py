"""Pictures of the map: a job and its files, features, thousands of them, the antimeridian."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.footprints import Footprint
from openeo_desktop.preview.values import Opened, PreviewKind, Shape, Shapes
from openeo_desktop.ui.map.map_window import MapWindow
from openeo_desktop.ui.preview.map_view import MapView
from tests.shots.shot import Shot

_SIZE = (960, 600)


@dataclass(frozen=True, slots=True)
class _File:
    opened: Opened


def _ready(widget: QWidget) -> bool:
    found = cast("MapWindow | MapView", widget)
    return bool(len(found.map.canvas.features)) and found.map.canvas.is_painted


def _ring(
    west: float, south: float, width: float, height: float
) -> tuple[tuple[float, float], ...]:
    corners = ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
    return tuple((west + x * width, south + y * height) for x, y in corners)


def _job() -> QWidget:
    window = MapWindow()
    tiles = [
        Footprint(
            f"tile_{row}{column}.tif", "polygon", (_ring(13.6 + column, 45.5 + row / 2, 0.9, 0.4),)
        )
        for row in range(2)
        for column in range(3)
    ]
    whole = Footprint("", "polygon", (_ring(13.4, 45.4, 3.2, 1.2),))
    window.show_footprints("S2 cloud-free mosaic Slovenia", (whole, *tiles), "45.4 to 46.6 N")
    window.map.step(1)
    window.map.step(1)
    return window


def _vector(*shapes: Shape, note: str = "") -> MapView:
    view = MapView()
    content = Shapes(shapes, len(shapes), None, note)
    view.show_opened(_File(Opened(PreviewKind.VECTOR, content)))
    return view


def _fields(count: int) -> list[Shape]:
    random = np.random.default_rng(7)
    centres = random.normal((14.8, 46.1), (0.5, 0.25), (count, 2))
    turns = np.linspace(0, 2 * np.pi, 9)
    around = np.column_stack([np.cos(turns), 0.7 * np.sin(turns)])
    return [
        Shape("polygon", centre + around * 0.012, (0,), {"crop": "maize", "NDVI": f"{number:.2f}"})
        for centre, number in zip(centres, random.random(count), strict=True)
    ]


def _few() -> QWidget:
    points = Shape("point", np.array([(14.5, 46.05), (15.6, 46.55)]), (0, 1), {"name": "Stations"})
    line = Shape("line", np.array([(13.7, 46.5), (14.1, 46.35), (14.5, 46.05), (15.7, 45.9)]))
    view = _vector(points, line, *_fields(60))
    view.map.choose(0)
    return view


def _many() -> QWidget:
    return _vector(*_fields(20_000), note="Outlines are simplified.")


def _across() -> QWidget:
    fiji = Shape("polygon", np.array(_ring(176.5, -19.5, 5.2, 4.2)), (0,), {"name": "Fiji"})
    ice = [(longitude, -72 + 4 * np.sin(longitude / 25)) for longitude in range(-180, 181, 5)]
    return _vector(fiji, Shape("polygon", np.array(ice), (0,), {"name": "Antarctica"}))


SHOTS = [
    Shot("map-job", _job, _SIZE, _ready),
    Shot("map-vector", _few, _SIZE, _ready),
    Shot("map-vector-narrow", _few, (420, 520), _ready),
    Shot("map-many", _many, _SIZE, _ready),
    Shot("map-across", _across, _SIZE, _ready),
    Shot("map-nowhere", _vector, (420, 300)),
]
