"""An address as a QR code, for the phone. Always dark on white, with its quiet zone: cameras need
it, whatever the colour scheme is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from openeo_desktop.ui.look.tokens import LIGHT

_QUIET = 3
_MAX_TEXT = 600


class QrCode(QWidget):
    """Hidden while there is nothing to show."""

    def __init__(self, parent: QWidget | None = None, *, side: int = 156) -> None:
        super().__init__(parent)
        self._side = side
        self._rows: tuple[bytes, ...] = ()
        self.setFixedSize(side, side)
        self.setAccessibleName(self.tr("QR code of the address"))
        self.hide()

    @property
    def rows(self) -> tuple[bytes, ...]:
        """The modules, 1 for dark, without the quiet zone."""
        return self._rows

    def set_text(self, text: str) -> bool:
        """Show a text (an address); False, and hidden, if it is empty or too long for a phone."""
        self._rows = _modules(text) if text and len(text) <= _MAX_TEXT else ()
        self.setVisible(bool(self._rows))
        self.update()
        return bool(self._rows)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.surface))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        if not self._rows:
            return
        # Whole device pixels for a module: no grey seams.
        ratio = self.devicePixelRatioF()
        count = len(self._rows) + 2 * _QUIET
        module = max(1, int(self._side * ratio / count)) / ratio
        left = (self._side - module * len(self._rows)) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(QColor(LIGHT.text))
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    painter.drawRect(QRectF(left + x * module, left + y * module, module, module))


def _modules(text: str) -> tuple[bytes, ...]:
    import segno  # 20 ms, and only for this page

    return tuple(bytes(row) for row in segno.make(text, micro=False).matrix)
