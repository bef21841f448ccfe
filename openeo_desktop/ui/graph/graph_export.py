"""A drawing as a picture: SVG with real text, PNG at twice the size. Bytes only; no files here."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from openeo_desktop.core.errors import StorageError
from openeo_desktop.ui.graph.graph_scene import GraphScene
from openeo_desktop.ui.look.theme import tokens

PNG_SCALE = 2.0
MAX_PIXELS = 60_000_000
MAX_SIDE = 30_000


def clean_copy(scene: GraphScene) -> GraphScene:
    """The same drawing with nothing chosen, found or failed."""
    copy = GraphScene()
    copy.show_drawing(scene.drawing, copy.sizes())
    return copy


def to_svg(scene: GraphScene, title: str) -> bytes:
    """The drawing as SVG."""
    from PySide6.QtSvg import QSvgGenerator  # half the runs never need it

    copy = clean_copy(scene)
    rect = copy.sceneRect()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(rect.size().toSize())
    generator.setViewBox(QRectF(0, 0, rect.width(), rect.height()))
    generator.setTitle(title)
    _render(copy, QPainter(generator), rect, QRectF(0, 0, rect.width(), rect.height()))
    buffer.close()
    return bytes(data.data())


def to_png(scene: GraphScene) -> bytes:
    """The drawing as PNG, smaller than twice the size where that would be gigantic.

    Raises:
        StorageError: There is not enough memory for the picture.
    """
    copy = clean_copy(scene)
    rect = copy.sceneRect()
    scale = _scale(rect)
    size = QSize(max(1, round(rect.width() * scale)), max(1, round(rect.height() * scale)))
    image = QImage(size, QImage.Format.Format_RGB32)
    if image.isNull():
        raise StorageError("The picture is too large for the memory.", "Save it as SVG instead.")
    _render(copy, QPainter(image), rect, QRectF(0, 0, size.width(), size.height()))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide6's stub lacks str here
    buffer.close()
    return bytes(data.data())


def _scale(rect: QRectF) -> float:
    area, side = rect.width() * rect.height(), max(rect.width(), rect.height(), 1.0)
    return float(min(PNG_SCALE, (MAX_PIXELS / max(area, 1.0)) ** 0.5, MAX_SIDE / side))


def _render(scene: GraphScene, painter: QPainter, source: QRectF, target: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(target, QColor(tokens().surface))
    scene.render(painter, target, source)
    painter.end()
