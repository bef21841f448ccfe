"""The order of the asset table: a click on a column sorts up, down, and as the back-end has it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from openeo_desktop.ui.kit.table_view import DataTable

_UP, _DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


class AssetOrder(QObject):
    """Follows the clicks on the header of a table."""

    def __init__(self, table: DataTable) -> None:
        super().__init__(table)
        self._table = table
        self._sorted = (-1, _UP)
        table.setSortingEnabled(False)
        table.horizontalHeader().setSectionsClickable(True)
        table.horizontalHeader().sectionClicked.connect(self._on_header_clicked)

    def _on_header_clicked(self, column: int) -> None:
        if self._sorted == (column, _UP):
            self._sorted = (column, _DOWN)
        else:
            again = self._sorted == (column, _DOWN)
            self._sorted = (-1, _UP) if again else (column, _UP)
        header = self._table.horizontalHeader()
        header.setSortIndicatorShown(self._sorted[0] >= 0)
        header.setSortIndicator(*self._sorted)
        self._table.model().sort(*self._sorted)
