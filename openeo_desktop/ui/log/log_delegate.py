"""Draws lines of the log: fixed-width, time muted, level as word and colour, found text marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from openeo_desktop.core.logs import LogEntry, LogLevel
from openeo_desktop.models.log_table import LogColumn
from openeo_desktop.models.paged import ROW_ROLE
from openeo_desktop.ui.kit.cell_painting import inner, paint_ground, paint_text
from openeo_desktop.ui.look import fonts, theme
from openeo_desktop.ui.look.tokens import ROW_LOG

MAX_MARKS = 50


class LogDelegate(QStyledItemDelegate):
    """One line per entry. `needle` is marked wherever it is seen in a message."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._font = fonts.fixed_font()
        self._metrics = QFontMetrics(self._font)
        self.needle = ""

    def column_width(self, text: str) -> int:
        """The width a column needs for this text."""
        return self._metrics.horizontalAdvance(text) + 18

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(60, ROW_LOG)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line = QStyleOptionViewItem(option)
        self.initStyleOption(line, index)
        text, line.font = line.text, self._font
        paint_ground(painter, line)
        entry: LogEntry | None = index.data(ROW_ROLE)
        rect = inner(line.rect)
        if index.column() == LogColumn.MESSAGE:
            self._paint_marks(painter, rect, text)
        paint_text(painter, line, rect, text, colour=_colour(entry, LogColumn(index.column())))

    def _paint_marks(self, painter: QPainter, rect: QRect, text: str) -> None:
        """The ground under each place where the searched text stands."""
        needle, line = self.needle.casefold(), text.casefold()
        if not needle or len(line) != len(text):
            return
        shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        visible, place = len(shown.rstrip("…")), line.find(needle)
        colour = QColor(theme.tokens().queued.fill)
        for _ in range(MAX_MARKS):
            if place < 0 or place >= visible:
                return
            end = min(place + len(needle), visible)
            left = rect.left() + self._metrics.horizontalAdvance(text[:place])
            width = self._metrics.horizontalAdvance(text[place:end])
            painter.fillRect(left, rect.top() + 3, width, rect.height() - 6, colour)
            place = line.find(needle, place + len(needle))


def _colour(entry: LogEntry | None, column: LogColumn) -> QColor:
    """Errors and warnings in their colours, debug and times muted."""
    tokens = theme.tokens()
    if entry is None or column is LogColumn.TIME or entry.level is LogLevel.DEBUG:
        return QColor(tokens.muted)
    if entry.level is LogLevel.ERROR:
        return QColor(tokens.error.text)
    if entry.level is LogLevel.WARNING:
        return QColor(tokens.queued.text)
    return QColor(tokens.text)
