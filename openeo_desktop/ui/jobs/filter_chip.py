"""A chip with a cross: one filter that is on; using it takes the filter away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from openeo_desktop.ui.kit.chip import Chip
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.look import theme
from openeo_desktop.ui.look.icons import Icon, paint_icon, role_color

_CROSS, _PAD, _GAP = 12, 12, 8
_TAKE_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FilterChip(Chip):
    """Clicked, or by Space, Enter, Delete and Backspace: the filter is to go (`clicked`)."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self.setCheckable(False)
        name = self.tr("Take the filter away: {filter}").format(filter=text)
        self.setAccessibleName(name)
        self.setToolTip(plain_tool_tip(name))

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(_CROSS + _GAP, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TAKE_AWAY:
            self.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter, theme.tokens())
        painter.setPen(QColor(theme.tokens().text))
        words = QRectF(self.rect()).adjusted(_PAD, 0, -_PAD - _CROSS - _GAP + 1, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        top = (self.height() - _CROSS) / 2
        cross = QRectF(self.width() - _PAD - _CROSS + 2, top, _CROSS, _CROSS)
        paint_icon(painter, cross, Icon.CLEAR, role_color("text" if self.underMouse() else "muted"))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()
