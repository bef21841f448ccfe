"""Which lines of a plot are drawn: by band, by area, by name, all or none; and what each has there.

The list is the legend, too: the colour and pattern of each line, and its value at the cursor.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.ui.kit.buttons import quiet_button
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.kit.search_field import SearchField
from openeo_desktop.ui.look.theme import color
from openeo_desktop.ui.look.tokens import LINE_SPACING
from openeo_desktop.ui.preview.line_styles import line_colour, line_pattern

if TYPE_CHECKING:
    from openeo_desktop.preview.values import SeriesLine

MOST_AT_FIRST = 20
"""Lines that are switched on when a file is opened."""
SEARCH_FROM = 20
_NAME = Qt.ItemDataRole.UserRole
_MARK = (22, 10)


class LineChooser(QWidget):
    """Signals: `chosen_changed()`: other lines are switched on now."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[SeriesLine] = ()
        self.band = self._box(self.tr("Band"))
        self.area = self._box(self.tr("Area"))
        self.search = SearchField(self.tr("Filter lines"), None, self)
        self.search.search_changed.connect(self._hide_others)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Lines of the plot"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the value behind it stays
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(lambda _item: self.chosen_changed.emit())
        self.all_button = quiet_button(self.tr("&All"), None, self)
        self.all_button.clicked.connect(lambda: self._switch_shown(on=True))
        self.none_button = quiet_button(self.tr("&None"), None, self)
        self.none_button.clicked.connect(lambda: self._switch_shown(on=False))
        self._lay_out()

    def show_lines(self, lines: Sequence[SeriesLine]) -> None:
        """Other lines: the first of them are on."""
        self._lines = lines
        self.list.blockSignals(True)
        self.list.clear()
        for number, line in enumerate(lines):
            self.list.addItem(_entry(number, line, on=number < MOST_AT_FIRST))
        self.list.blockSignals(False)
        self._fill(self.band, self.tr("All bands"), [line.band for line in lines])
        self._fill(self.area, self.tr("All areas"), [line.geometry for line in lines])
        self.search.setVisible(len(lines) >= SEARCH_FROM)
        self.search.clear_search()
        self.setVisible(len(lines) > 1)

    def shown(self) -> list[int]:
        """Numbers of the lines that are switched on."""
        items = (self.list.item(row) for row in range(self.list.count()))
        on = Qt.CheckState.Checked
        return [number for number, item in enumerate(items) if item.checkState() == on]

    def tell(self, values: Mapping[int, str]) -> None:
        """What each line has at the cursor, behind its name."""
        self.list.blockSignals(True)
        for number in range(self.list.count()):
            item = self.list.item(number)
            name, value = item.data(_NAME), values.get(number, "")
            item.setText(f"{name}:  {value}" if value else name)
        self.list.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "list"):
            self.list.blockSignals(True)
            for row in range(self.list.count()):
                self.list.item(row).setIcon(_mark(row))
            self.list.blockSignals(False)

    def _box(self, words: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(words)
        box.setToolTip(words)
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(self._switch_by_boxes)
        return box

    def _fill(self, box: QComboBox, every: str, names: Sequence[str]) -> None:
        different = list(dict.fromkeys(name for name in names if name))
        box.clear()
        box.addItem(every, "")
        for name in different:
            box.addItem(visible_text(name), name)
        box.setVisible(len(different) > 1)

    def _switch_by_boxes(self) -> None:
        """Draw what both say; nothing else."""
        band, area = self.band.currentData(), self.area.currentData()
        wanted = [band in ("", line.band) and area in ("", line.geometry) for line in self._lines]
        if not band and not area:
            wanted = [number < MOST_AT_FIRST for number in range(len(self._lines))]
        self._switch(wanted)

    def _switch_shown(self, *, on: bool) -> None:
        """All that the filter leaves, on or off; the others stay as they are."""
        now = set(self.shown())
        self._switch(
            on if not self.list.item(row).isHidden() else row in now
            for row in range(self.list.count())
        )

    def _switch(self, wanted: Iterable[bool]) -> None:
        self.list.blockSignals(True)
        for row, on in enumerate(wanted):
            state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            self.list.item(row).setCheckState(state)
        self.list.blockSignals(False)
        self.chosen_changed.emit()

    def _hide_others(self, text: str) -> None:
        wanted = text.casefold()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in item.data(_NAME).casefold())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LINE_SPACING)
        for widget in (self.band, self.area, self.search):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.all_button)
        row.addWidget(self.none_button)
        row.addStretch(1)
        column.addLayout(row)


def value_text(line: SeriesLine, value: float, digits: int = 6) -> str:
    """A value with its unit."""
    if math.isnan(value):
        return "–"
    unit = f" {visible_text(line.unit)}" if line.unit not in ("", "1") else ""
    return f"{value:.{digits}g}{unit}"


def _entry(number: int, line: SeriesLine, *, on: bool) -> QListWidgetItem:
    name = visible_text(line.name)
    item = QListWidgetItem(name)
    item.setData(_NAME, name)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    item.setIcon(_mark(number))
    item.setToolTip(plain_tool_tip(name))
    return item


def _mark(number: int) -> QIcon:
    """Colour and pattern of a line."""
    mark = QPixmap(*_MARK)
    mark.fill(Qt.GlobalColor.transparent)
    painter = QPainter(mark)
    painter.setPen(QPen(color(line_colour(number)), 3, line_pattern(number)))
    painter.drawLine(0, _MARK[1] // 2, _MARK[0], _MARK[1] // 2)
    painter.end()
    return QIcon(mark)
