"""Paints the rows of the palette: icon, text with the typed letters marked, detail, shortcut."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from openeo_desktop.ui.look import fonts, theme
from openeo_desktop.ui.look.tokens import RADIUS
from openeo_desktop.ui.palette.palette_model import ROW_ROLE
from openeo_desktop.ui.palette.palette_rows import PaletteRow

Index = QModelIndex | QPersistentModelIndex
ROW, HEADING = 36, 28
_SIDE, _GAP, _ICON = 12, 10, 16


class PaletteDelegate(QStyledItemDelegate):
    """Everything is painted as plain text, whatever a server wrote."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW_ROLE)
        heading = isinstance(row, PaletteRow) and row.is_heading
        return QSize(0, max(HEADING if heading else ROW, option.fontMetrics.height() + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, PaletteRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(6, 0, -6, 0)
        if row.is_heading:
            self._paint_heading(painter, rect, row)
        else:
            self._paint_ground(painter, rect, option)
            self._paint_row(painter, rect, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, row: PaletteRow) -> None:
        painter.setFont(fonts.section_font())
        painter.setPen(QColor(theme.tokens().muted))
        painter.drawText(rect.adjusted(_SIDE, 4, -_SIDE, 0), _LINE, row.text)

    def _paint_ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem) -> None:
        tokens = theme.tokens()
        ground = None
        if option.state & QStyle.StateFlag.State_Selected:
            ground = tokens.selection
        elif option.state & QStyle.StateFlag.State_MouseOver:
            ground = tokens.hover
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), RADIUS, RADIUS)

    def _paint_row(self, painter: QPainter, rect: QRect, row: PaletteRow) -> None:
        inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if row.icon is not None:
            square = QRect(inner.left(), inner.center().y() - _ICON // 2 + 1, _ICON, _ICON)
            mode = QIcon.Mode.Normal if row.enabled else QIcon.Mode.Disabled
            row.icon.paint(painter, square, Qt.AlignmentFlag.AlignCenter, mode)
        inner.setLeft(inner.left() + _ICON + _GAP)
        inner.setRight(inner.right() - self._paint_trailing(painter, inner, row))
        self._paint_texts(painter, inner, row)

    def _paint_trailing(self, painter: QPainter, rect: QRect, row: PaletteRow) -> int:
        """The shortcut as a key, or the status of a job; returns the width that it took."""
        if not row.trailing:
            return 0
        painter.setFont(fonts.small_font())
        metrics = painter.fontMetrics()
        tokens = theme.tokens()
        width = metrics.horizontalAdvance(row.trailing)
        if row.command is not None:
            box = QRect(rect.right() - width - 10, 0, width + 10, metrics.height() + 4)
            box.moveCenter(QPoint(box.center().x(), rect.center().y() + 1))
            painter.setPen(QPen(QColor(tokens.border), 1))
            painter.setBrush(QColor(tokens.raised))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor(tokens.muted if row.enabled else tokens.disabled))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.trailing)
            return width + 10 + _GAP
        painter.setPen(QColor(tokens.muted))
        painter.drawText(rect, int(_RIGHT), row.trailing)
        return width + _GAP

    def _paint_texts(self, painter: QPainter, rect: QRect, row: PaletteRow) -> None:
        """The text has two thirds of the room where it needs them, the detail what is left."""
        tokens = theme.tokens()
        text_font = fonts.body_font()
        room = rect.width() if not row.detail else max(rect.width() * 2 // 3, rect.width() - 260)
        shown = QFontMetrics(text_font).elidedText(row.text, Qt.TextElideMode.ElideRight, room)
        used = self._paint_marked(painter, rect, shown, row, text_font)
        left = rect.adjusted(used + _GAP + 4, 0, 0, 0)
        if row.detail and left.width() > 40:
            painter.setFont(fonts.small_font())
            painter.setPen(QColor(tokens.muted))
            metrics = painter.fontMetrics()
            detail = metrics.elidedText(row.detail, Qt.TextElideMode.ElideRight, left.width())
            painter.drawText(left, _LINE, detail)

    def _paint_marked(
        self, painter: QPainter, rect: QRect, shown: str, row: PaletteRow, font: QFont
    ) -> int:
        """Runs of marked and other letters one after the other; returns the width."""
        tokens = theme.tokens()
        strong = fonts.strong_font()
        plain_colour = QColor(tokens.text if row.enabled else tokens.disabled)
        marked_colour = QColor(tokens.accent if row.enabled else tokens.disabled)
        x = rect.left()
        for run, is_marked in _runs(shown, frozenset(row.marked)):
            painter.setFont(strong if is_marked else font)
            painter.setPen(marked_colour if is_marked else plain_colour)
            painter.drawText(QRect(x, rect.top(), rect.right() - x, rect.height()), _LINE, run)
            x += painter.fontMetrics().horizontalAdvance(run)
        return x - rect.left()


_LINE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _runs(text: str, marked: frozenset[int]) -> list[tuple[str, bool]]:
    """The text cut where marking begins or ends."""
    runs: list[tuple[str, bool]] = []
    for at, letter in enumerate(text):
        is_marked = at in marked
        if runs and runs[-1][1] == is_marked:
            runs[-1] = (runs[-1][0] + letter, is_marked)
        else:
            runs.append((letter, is_marked))
    return runs
