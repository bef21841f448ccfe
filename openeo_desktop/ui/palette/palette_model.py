"""The rows of the palette as a Qt model: a plain list that is replaced as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from openeo_desktop.ui.palette.palette_rows import PaletteRow

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole


class PaletteModel(QAbstractListModel):
    """Headings cannot be selected; disabled commands can, so that their reason is read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PaletteRow, ...] = ()

    def set_rows(self, rows: Sequence[PaletteRow]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, at: int) -> PaletteRow | None:
        """The row at this place, None outside."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def next_choice(self, at: int, step: int) -> int:
        """The next row that can be chosen, round the ends; -1 if there is none."""
        count = len(self._rows)
        for offset in range(1, count + 1):
            place = (at + offset * step) % count
            if not self._rows[place].is_heading:
                return place
        return -1

    def place_of(self, row: PaletteRow) -> int:
        """Where the same command or job is now; -1 if it is not there."""
        for at, other in enumerate(self._rows):
            if not other.is_heading and _same(row, other):
                return at
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index.row())
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        if row.is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken()
        return None


def _same(left: PaletteRow, right: PaletteRow) -> bool:
    if left.command is not None and right.command is not None:
        return left.command.name == right.command.name
    return left.job is not None and left.job == right.job
