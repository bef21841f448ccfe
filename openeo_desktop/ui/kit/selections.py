"""The chosen rows of a view as runs: «select all» over a million rows is one run, not a million."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection
from PySide6.QtWidgets import QAbstractItemView


def selected_ranges(view: QAbstractItemView) -> list[tuple[int, int]]:
    """Runs of selected rows as (first, last), ascending, without overlap."""
    runs = sorted(ranges_of(view.selectionModel().selection()))
    merged: list[tuple[int, int]] = []
    for first, last in runs:
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def ranges_of(selection: QItemSelection) -> list[tuple[int, int]]:
    """The parts of a selection as (first row, last row), as Qt holds them."""
    parts = (selection.at(number) for number in range(selection.count()))
    return [(part.top(), part.bottom()) for part in parts]


def selected_count(view: QAbstractItemView) -> int:
    """How many rows are selected."""
    return sum(last - first + 1 for first, last in selected_ranges(view))
