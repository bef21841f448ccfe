"""Draws lines of the log: fixed-width, time muted, level as word and colour, found text marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from openeo_desktop.core.logs import LogEntry, LogLevel
from openeo_desktop.models.log_table import LogColumn
from openeo_desktop.models.paged import ROW_ROLE
from openeo_desktop.ui.kit.cell_painting import inner, paint_ground, paint_text
from openeo_desktop.ui.log.log_wrap import text_layout, wrapped_text
from openeo_desktop.ui.look import fonts, theme
from openeo_desktop.ui.look.tokens import ROW_LOG

MAX_MARKS = 50
_MUTED = (LogColumn.TIME, LogColumn.NODE, LogColumn.ID)


class LogDelegate(QStyledItemDelegate):
    """One line per entry, or all of its lines where `wraps`.

    `needle` is marked wherever it is seen in a message.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._font = fonts.fixed_font()
        self._metrics = QFontMetrics(self._font)
        self.needle = ""
        self.wraps = False

    @property
    def font(self) -> QFont:
        """The face of all lines."""
        return self._font

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
        column, rect = LogColumn(index.column()), inner(line.rect)
        colour = _colour(entry, column)
        if self.wraps:
            if column is LogColumn.MESSAGE and entry is not None:
                self._paint_wrapped(painter, rect, wrapped_text(entry), colour)
                return
            rect.setHeight(ROW_LOG)
        if column is LogColumn.MESSAGE:
            self._paint_marks(painter, rect, text)
        paint_text(painter, line, rect, text, colour=colour)

    def _paint_wrapped(self, painter: QPainter, rect: QRect, text: str, colour: QColor) -> None:
        ground = theme.tokens().queued.fill
        layout = text_layout(text, self._font, rect.width(), self._marks(text), ground)
        top = max(0, (ROW_LOG - self._metrics.height()) // 2)
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(colour)
        layout.draw(painter, QPointF(rect.left(), rect.top() + top))
        painter.restore()

    def _marks(self, text: str) -> list[tuple[int, int]]:
        """Where the searched text stands, as (start, length)."""
        needle, line = self.needle.casefold(), text.casefold()
        marks: list[tuple[int, int]] = []
        if not needle or len(line) != len(text):
            return marks
        place = line.find(needle)
        while place >= 0 and len(marks) < MAX_MARKS:
            marks.append((place, len(needle)))
            place = line.find(needle, place + len(needle))
        return marks

    def _paint_marks(self, painter: QPainter, rect: QRect, text: str) -> None:
        """The ground under each place where the searched text stands."""
        if not self.needle:
            return
        shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        visible = len(shown.rstrip("…"))
        colour = QColor(theme.tokens().queued.fill)
        for place, length in self._marks(text):
            if place >= visible:
                return
            end = min(place + length, visible)
            left = rect.left() + self._metrics.horizontalAdvance(text[:place])
            width = self._metrics.horizontalAdvance(text[place:end])
            painter.fillRect(left, rect.top() + 3, width, rect.height() - 6, colour)


def _colour(entry: LogEntry | None, column: LogColumn) -> QColor:
    """Errors and warnings in their colours, debug and what goes with a line muted."""
    tokens = theme.tokens()
    if entry is None or column in _MUTED or entry.level is LogLevel.DEBUG:
        return QColor(tokens.muted)
    if entry.level is LogLevel.ERROR:
        return QColor(tokens.error.text)
    if entry.level is LogLevel.WARNING:
        return QColor(tokens.queued.text)
    return QColor(tokens.text)
