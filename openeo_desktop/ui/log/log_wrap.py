"""Wrapped lines of the log: whole messages over several lines, as high as they need.

Only rows that are on the screen and loaded get a height of their own: a million are not measured.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, QTimer
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QTableView

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.logs import LogEntry
from openeo_desktop.models.log_table import LogColumn, LogTableModel
from openeo_desktop.ui.kit.cell_painting import PADDING
from openeo_desktop.ui.look.tokens import ROW_LOG

MAX_LINES = 40
MAX_WRAPPED = 6000
_ABOVE = 3
_LINE_SEPARATOR = "\u2028"


def wrapped_text(entry: LogEntry) -> str:
    """A message with its own line breaks, up to a reasonable length; the details have all of it."""
    message = entry.message.strip()
    text = visible_text(message[:MAX_WRAPPED].replace("\r\n", "\n").replace("\t", "    "))
    return f"{text}…" if len(message) > MAX_WRAPPED else text


def text_layout(
    text: str, font: QFont, width: int, marks: Sequence[tuple[int, int]] = (), ground: str = ""
) -> QTextLayout:
    """The text in lines of this width, at most `MAX_LINES`; marked parts as (start, length)."""
    layout = QTextLayout(text.replace("\n", _LINE_SEPARATOR), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_mark(start, length, ground) for start, length in marks])
    layout.beginLayout()
    top = 0.0
    for _ in range(MAX_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(20, width))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _mark(start: int, length: int, ground: str) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = start, length
    look = QTextCharFormat()
    look.setBackground(QColor(ground))
    marked.format = look
    return marked


class WrappedRows(QObject):
    """Gives the rows in sight their heights while `on`; all are one line high while not."""

    def __init__(self, view: QTableView, model: LogTableModel, font: QFont) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._font = font
        self._on = False
        self._top = 0
        self._sized: set[int] = set()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._fit)
        model.modelAboutToBeReset.connect(self.forget)
        model.rowsAboutToBeInserted.connect(self._on_rows_move)
        model.rowsAboutToBeRemoved.connect(self._on_rows_move)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self.look)
        model.dataChanged.connect(self.look)
        view.verticalScrollBar().valueChanged.connect(self.look)
        view.horizontalHeader().sectionResized.connect(self._on_column_resized)

    @property
    def on(self) -> bool:
        """Whether long lines are wrapped."""
        return self._on

    def set_on(self, *, on: bool) -> None:
        """Wrap long lines, or keep each entry on one line."""
        if on != self._on:
            self._on = on
            self.forget()

    def forget(self) -> None:
        """All rows one line high, then those in sight as they need it."""
        self._resize(dict.fromkeys(self._sized, ROW_LOG))
        self._sized.clear()
        self._top = 0
        self._view.viewport().update()
        self.look()

    def look(self) -> None:
        """Other rows may have come into sight."""
        if self._on:
            self._timer.start()

    def _on_rows_move(self, _parent: object, first: int, _last: int) -> None:
        """Heights belong to places: where rows come before those that are sized, all begin anew."""
        if any(row >= first for row in self._sized):
            self.forget()

    def _on_column_resized(self, column: int, before: int, now: int) -> None:
        if self._on and column == LogColumn.MESSAGE and before != now:
            self.forget()

    def _fit(self) -> None:
        """Rows that come in sight above push nothing away: what was at the top stays there."""
        view = self._view
        top = view.rowAt(0)
        if not self._on or top < 0:
            return
        bottom = view.rowAt(view.viewport().height() - 1)
        last = bottom if bottom >= 0 else self._model.rowCount() - 1
        heights = self._heights(top, last)
        above = sum(now - before for row, (before, now) in heights.items() if row < self._top)
        self._sized.update(heights)
        self._resize({row: now for row, (_, now) in heights.items()})
        scrolled_up, self._top = top < self._top, top
        if scrolled_up and above:
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + above)

    def _resize(self, heights: dict[int, int]) -> None:
        if not heights:
            return
        header = self._view.verticalHeader()
        header.setUpdatesEnabled(False)  # else each row counts all positions anew
        for row, height in heights.items():
            header.resizeSection(row, height)
        header.setUpdatesEnabled(True)
        self._view.updateGeometries()
        self._view.viewport().update()

    def _heights(self, first: int, last: int) -> dict[int, tuple[int, int]]:
        """Rows that need another height, as (before, now)."""
        width = self._view.columnWidth(LogColumn.MESSAGE) - 2 * PADDING
        found = {}
        for row in range(first, last + 1):
            entry = self._model.peek(row)
            before = self._view.rowHeight(row)
            if entry is not None and (now := self._height(entry, width)) != before:
                found[row] = (before, now)
        return found

    def _height(self, entry: LogEntry, width: int) -> int:
        text = wrapped_text(entry)
        if len(text) < 20 and "\n" not in text:
            return ROW_LOG
        layout = text_layout(text, self._font, width)
        return max(ROW_LOG, round(layout.boundingRect().height()) + 2 * _ABOVE)
