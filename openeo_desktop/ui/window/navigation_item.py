"""One line of the navigation: a mark, a name, a quiet second line. A radio button by nature."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from openeo_desktop.ui.look import fonts, theme
from openeo_desktop.ui.look.icons import Icon, paint_icon, role_color
from openeo_desktop.ui.look.tokens import FOCUS_RING, RADIUS

_HEIGHT = 30
_TALL = 46
_PAD = 12
_SIDE = 16
_GAP = 8


class NavigationItem(QAbstractButton):
    """Checkable; its second line is there only when there is something to say."""

    def __init__(self, text: str, name: Icon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._role = "muted"
        self._second = ""
        self._room_right = 0
        self._text_role = "text"
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_state(self, role: str, second: str) -> None:
        """Colour the mark by a role and show a second line (empty for none)."""
        self._role = role
        if second != self._second:
            self._second = second
            self.updateGeometry()
        self.setAccessibleName(f"{self.text()}, {second}" if second else self.text())
        self.update()

    def set_room_right(self, width: int) -> None:
        """Keep this much free at the right, for a button that lies there."""
        self._room_right = width
        self.update()

    def set_quiet(self, quiet: bool) -> None:
        """Grey for what is at rest."""
        self._text_role = "muted" if quiet else "text"
        self.update()

    def second_line(self) -> str:
        """The quiet line; empty if there is none."""
        return self._second

    def sizeHint(self) -> QSize:
        return QSize(180, _TALL if self._second else _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        line = QRect(0, 0, self.width(), _HEIGHT if not self._second else _HEIGHT - 2)
        mark = QRectF(_PAD, (line.height() - _SIDE) / 2, _SIDE, _SIDE)
        role = "accent" if self.isChecked() and self._role == "muted" else self._role
        paint_icon(painter, mark, self._name, role_color(role))
        left = _PAD + _SIDE + _GAP
        words = line.adjusted(left, 0, -8 - self._room_right, 0)
        self._paint_text(painter, words, self.text(), self._text_role)
        if self._second:
            painter.setFont(fonts.small_font())
            below = QRect(left, _HEIGHT - 6, self.width() - left - 8 - self._room_right, 18)
            self._paint_text(painter, below, self._second, "muted")

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = theme.tokens()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(QColor(tokens.selection if self.isChecked() else tokens.hover))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _paint_text(self, painter: QPainter, rect: QRect, text: str, role: str) -> None:
        painter.setPen(role_color(role))
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        aligned = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(rect, aligned | int(Qt.TextFlag.TextSingleLine), shown)
