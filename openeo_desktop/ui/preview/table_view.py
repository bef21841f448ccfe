"""A table file to look through; its rows come as they are scrolled to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from openeo_desktop.core.settings import Settings
from openeo_desktop.core.words import tr_sentence
from openeo_desktop.models.preview_table import PreviewTableModel
from openeo_desktop.preview.values import Table
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.kit.table_view import DataTable
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.tokens import LINE_SPACING, ROW_LOG
from openeo_desktop.ui.loop.while_there import while_there

if TYPE_CHECKING:
    from openeo_desktop.services.spawner import Spawn

LONGEST_COLUMN = 320
SHORTEST_COLUMN = 64
LOOKED_AT = 100
"""Rows whose texts say how wide a column is."""
MOST_SIZED = 100
AIR = 32
"""Pixels beside the text of a cell, and for a header in bold."""


class TableView(QWidget):
    """Rows and columns of a file, and how many there are."""

    def __init__(self, _settings: Settings, spawn: Spawn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table_preview")
        self.model = PreviewTableModel(while_there(self, spawn), self)
        self.table = DataTable(self, row_height=ROW_LOG)
        self.table.setAccessibleName(self.tr("Table of the file"))
        self.table.rows_only = False  # a sheet: Home goes to the first column
        self.table.setFont(fonts.tabular_font())
        self.table.setModel(self.model)
        self.facts = ElidedLabel("", self, muted=True)
        self._sized = False
        self.model.dataChanged.connect(self._fit_columns)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(LINE_SPACING)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.facts)

    def show_opened(self, file: Any) -> None:
        """Show another table."""
        table = file.opened.content
        assert isinstance(table, Table)
        self._sized = False
        self.model.set_table(file, table)
        words = self.tr("{rows} rows, {columns} columns")
        told = words.format(rows=count_text(table.rows), columns=count_text(len(table.columns)))
        self.facts.setText(f"{told}. {tr_sentence(table.note)}" if table.note else told)

    def clear(self) -> None:
        """Hold no file any more."""
        self.model.set_table(None, Table((), 0))

    def _fit_columns(self) -> None:
        """By what is in the first rows; once, for then the person may have sized them."""
        if self._sized or self.model.peek(0) is None:
            return
        self._sized = True
        width_of = self.table.fontMetrics().horizontalAdvance
        rows = [self.model.peek(row) or () for row in range(LOOKED_AT)]
        for column, name in enumerate(self.model.column_texts()[:MOST_SIZED]):
            texts = [name, *(row[column] for row in rows if column < len(row))]
            width = max(width_of(text[:80]) for text in texts) + AIR
            self.table.setColumnWidth(column, min(max(width, SHORTEST_COLUMN), LONGEST_COLUMN))
