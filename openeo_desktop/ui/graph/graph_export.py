"""A drawing as a picture: SVG with real text, PNG at twice the size. Bytes only; no files here.

It is painted in portions, so that the window stays alive while thousands of cards are; encoding
belongs on a thread. Nothing is chosen, found or failed in a picture.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem

from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.ui.graph.edges_item import EdgesItem
from openeo_desktop.ui.graph.graph_drawing import Drawing
from openeo_desktop.ui.graph.graph_scene import EDGES_A_PIECE, GraphScene
from openeo_desktop.ui.graph.node_item import Faces, NodeItem
from openeo_desktop.ui.look.theme import tokens

PNG_SCALE = 2.0
MAX_PIXELS = 60_000_000
MAX_SIDE = 30_000
_BAND_PIXELS = 4_000_000

Painting = Generator[float, None, Callable[[], bytes]]
"""Yields how much is done (0 to 1); returns what makes the bytes of it, on any thread."""


def ready(data: bytes) -> Painting:
    """Where nothing is to be painted."""
    yield 1.0
    return lambda: data


def whole(painting: Painting) -> bytes:
    """All of it at once."""
    while True:
        try:
            next(painting)
        except StopIteration as end:
            make: Callable[[], bytes] = end.value
            return make()


def to_svg(scene: GraphScene, title: str) -> Painting:
    """The drawing as SVG."""
    from PySide6.QtSvg import QSvgGenerator  # half the runs never need it

    rect = scene.sceneRect()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(rect.size().toSize())
    generator.setViewBox(QRectF(0, 0, rect.width(), rect.height()))
    generator.setTitle(visible_text(title))  # no control character is XML
    yield from _painted(scene.drawing, QPainter(generator), rect, 1.0)
    buffer.close()
    return lambda: bytes(data.data())


def to_png(scene: GraphScene) -> Painting:
    """The drawing as PNG, smaller than twice the size where that would be gigantic.

    Raises:
        StorageError: There is not enough memory for the picture.
    """
    rect = scene.sceneRect()
    scale = _scale(rect)
    size = QSize(max(1, round(rect.width() * scale)), max(1, round(rect.height() * scale)))
    image = QImage(size, QImage.Format.Format_RGB32)
    if image.isNull():
        raise StorageError("The picture is too large for the memory.", "Save it as SVG instead.")
    yield from _painted(scene.drawing, QPainter(image), rect, scale)
    return partial(_encoded, image)


def _encoded(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide6's stub lacks str here
    buffer.close()
    return bytes(data.data())


def _scale(rect: QRectF) -> float:
    area, side = rect.width() * rect.height(), max(rect.width(), rect.height(), 1.0)
    return float(min(PNG_SCALE, (MAX_PIXELS / max(area, 1.0)) ** 0.5, MAX_SIDE / side))


def _painted(
    drawing: Drawing, painter: QPainter, rect: QRectF, scale: float
) -> Generator[float, None, None]:
    """Item by item; `rect` is the part of the scene, `scale` pixels for each of its units."""
    pieces = -(-len(drawing.routes) // EDGES_A_PIECE) + len(drawing.cards)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        yield from _ground(painter, QRectF(0, 0, rect.width() * scale, rect.height() * scale))
        painter.scale(scale, scale)
        painter.translate(-rect.topLeft())
        option = QStyleOptionGraphicsItem()
        for number, item in enumerate(_items(drawing), 1):
            painter.save()
            painter.translate(item.pos())
            item.paint(painter, option)
            painter.restore()
            yield number / pieces
    finally:
        painter.end()


def _ground(painter: QPainter, room: QRectF) -> Generator[float, None, None]:
    """In bands: filling a picture of 240 MB at once would be felt."""
    colour = QColor(tokens().surface)
    height = max(1.0, _BAND_PIXELS // max(1.0, room.width()))
    if room.height() <= 2 * height:
        painter.fillRect(room, colour)
        return
    top = 0.0
    while top < room.height():
        painter.fillRect(QRectF(0, top, room.width(), height), colour)
        top += height
        yield 0.0


def _items(drawing: Drawing) -> Iterator[QGraphicsItem]:
    """Each as it is needed, from the lowest to the uppermost."""
    faces = Faces.current()
    sizes, routes = faces.sizes(), sorted(drawing.routes)
    for start in range(0, len(routes), EDGES_A_PIECE):
        yield EdgesItem(routes[start : start + EDGES_A_PIECE])
    for number, card in enumerate(drawing.cards):
        yield NodeItem(card, number, faces, sizes)
