"""A picture that fits itself into the room it has; never larger than it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget


class PictureView(QWidget):
    """Shows one image."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_image(self, image: QImage, name: str) -> None:
        """Show an image; `name` is for screen readers."""
        self._image = image
        self.setAccessibleName(name)
        self.update()

    @property
    def image(self) -> QImage:
        """What is shown."""
        return self._image

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole, room = QSizeF(self._image.size()), QSizeF(self.size())
        if whole.width() > room.width() or whole.height() > room.height():
            whole = whole.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        at = QRectF(self.rect()).center() - QPointF(whole.width() / 2, whole.height() / 2)
        painter.drawImage(QRectF(at, whole), self._image)
