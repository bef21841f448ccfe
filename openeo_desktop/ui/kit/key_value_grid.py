"""Rows of label and value: the facts about one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from openeo_desktop.ui.kit.labels import ElidedLabel, MutedLabel
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.tokens import LINE_SPACING


@dataclass(frozen=True, slots=True)
class KeyValue:
    """One row. `tool_tip` replaces the value's own (an exact time behind a relative one)."""

    label: str
    value: str
    tool_tip: str = ""
    elide_middle: bool = False
    fixed_width: bool = False


class KeyValueGrid(QWidget):
    """Shows rows; a new set of rows re-uses the labels, so that nothing flickers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[MutedLabel, ElidedLabel]] = []
        self._shown: tuple[KeyValue, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(LINE_SPACING)
        self._grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def rows(self) -> tuple[KeyValue, ...]:
        """What is shown."""
        return self._shown

    def set_rows(self, rows: Sequence[KeyValue]) -> None:
        """Show these rows; rows without a value are left out."""
        shown = tuple(row for row in rows if row.value)
        if shown == self._shown:
            return
        for index, row in enumerate(shown):
            self._fill(index, row)
        for index, (label, value) in enumerate(self._rows):
            label.setVisible(index < len(shown))
            value.setVisible(index < len(shown))
        self._shown = shown

    def _fill(self, index: int, row: KeyValue) -> None:
        label, value = self._widgets(index, row.fixed_width)
        middle, right = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
        value.set_elide_mode(middle if row.elide_middle else right)
        label.setText(row.label)
        value.setText(row.value)
        value.set_own_tool_tip(plain_tool_tip(row.tool_tip))
        value.setAccessibleName(f"{row.label}: {row.value}")

    def _widgets(self, index: int, fixed_width: bool) -> tuple[MutedLabel, ElidedLabel]:
        """The labels of a row. The value's is made anew for another face: under a style sheet a
        font that is set after the first showing is lost at the next change of scheme."""
        if index == len(self._rows):
            label = MutedLabel("", self)
            self._grid.addWidget(label, index, 0, Qt.AlignmentFlag.AlignTop)
        else:
            label, value = self._rows[index]
            if value.property("fixed") == fixed_width:
                return label, value
            self._grid.removeWidget(value)
            value.hide()
            value.deleteLater()
            del self._rows[index]
        font = fonts.fixed_font() if fixed_width else fonts.tabular_font()
        value = ElidedLabel("", self, font=font, copyable=True)
        value.setProperty("fixed", fixed_width)
        self._grid.addWidget(value, index, 1)
        self._rows.insert(index, (label, value))
        return label, value
