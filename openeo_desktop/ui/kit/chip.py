"""One chip: a rounded, checkable button with a word and a count."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from openeo_desktop.ui.kit.numbers import count_text, short_count
from openeo_desktop.ui.look import fonts, theme
from openeo_desktop.ui.look.icons import Icon, paint_icon, role_color
from openeo_desktop.ui.look.tokens import Tokens

_HEIGHT = 26
_PAD = 12
_COMPACT_PAD = 9
_GAP = 7
_SIDE = 14


class Chip(QAbstractButton):
    """The count grows the chip only when it gets more digits, so the bar stays still.

    A compact one is narrower and shortens large counts; its tool tip has the exact one.
    """

    def __init__(
        self,
        label: str,
        name: Icon | None = None,
        role: str = "muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._role = role
        self._number: int | None = None
        self._compact = False
        self._count = ""
        self._wide_count = ""
        self.setText(label)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(fonts.tabular_font())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(label)

    def set_count(self, count: int | None) -> None:
        """Show a number behind the word; None shows none."""
        self._number = count
        self._show_count()

    def set_compact(self, compact: bool) -> None:
        """Take less room, or as much as reads best."""
        if compact != self._compact:
            self._compact = compact
            self._show_count()
            self.updateGeometry()

    def width_if(self, *, compact: bool, count: int | None = None) -> int:
        """The width it would have, with its own count or another one; pixels."""
        metrics = QFontMetrics(self.font())
        width = 2 * _pad(compact) + metrics.horizontalAdvance(self.text())
        if self._name is not None:
            width += _SIDE + _GAP - 2
        shown = _wide(_shown(self._number if count is None else count, compact))
        return width + (_GAP + metrics.horizontalAdvance(shown) if shown else 0)

    def sizeHint(self) -> QSize:
        height = max(_HEIGHT, QFontMetrics(self.font()).height() + 8)
        return QSize(self.width_if(compact=self._compact), height)

    def _show_count(self) -> None:
        text, exact = _shown(self._number, self._compact), _shown(self._number, compact=False)
        self.setToolTip(f"{self.text()}  {exact}" if text != exact else "")
        self.setAccessibleName(f"{self.text()} {exact}".strip())
        if text == self._count:
            return
        self._count = text
        if _wide(text) != self._wide_count:
            self._wide_count = _wide(text)
            self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter, tokens)
        pad = _pad(self._compact)
        x = float(pad)
        if self._name is not None:
            mark = QRectF(x - 2, (self.height() - _SIDE) / 2, _SIDE, _SIDE)
            paint_icon(painter, mark, self._name, role_color(self._role))
            x += _SIDE + _GAP - 2
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.disabled))
        words = QRectF(x, 0, self.width() - x - pad + 1, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            painter.setPen(QColor(tokens.text if self.isChecked() else tokens.muted))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(words, right, self._count)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def _paint_frame(self, painter: QPainter, tokens: Tokens) -> None:
        fill, line, width = tokens.raised, tokens.border, 1.0
        if self.underMouse() and self.isEnabled():
            fill = tokens.hover
        if self.isChecked():
            fill, line = tokens.selection, tokens.accent
        if self.hasFocus():
            line, width = tokens.accent, 2.0
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(QColor(line), width))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if self.hasFocus() and self.isChecked():
            painter.setPen(QPen(QColor(tokens.surface), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inner = box.adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)


def _pad(compact: bool) -> int:
    return _COMPACT_PAD if compact else _PAD


def _shown(count: int | None, compact: bool) -> str:
    if count is None:
        return ""
    return short_count(count) if compact else count_text(count)


def _wide(text: str) -> str:
    return re.sub(r"\d", "0", text)
