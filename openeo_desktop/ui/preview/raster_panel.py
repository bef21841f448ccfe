"""The side of the large raster view: range of the colours, numbers of the view, the pixel's values.

Shows what it is given; asks nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from openeo_desktop.ui.kit.buttons import icon_button, quiet_button
from openeo_desktop.ui.kit.key_value_grid import KeyValue, KeyValueGrid
from openeo_desktop.ui.kit.labels import MutedLabel, SectionLabel
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING
from openeo_desktop.ui.preview.raster_limits import RasterLimits
from openeo_desktop.ui.preview.raster_texts import statistics_rows

if TYPE_CHECKING:
    from openeo_desktop.preview.values import BandStatistics

WIDTH = 280
MOST_LETTERS = 18
MOST_ROWS = 60
"""So many values of a pixel are shown; all of them are copied."""


class RasterPanel(QScrollArea):
    """Attributes:
        limits: The range of the colours, with signals of its own.

    Signals:
        exact_requested(): The statistics from every pixel are wanted.
    """

    exact_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raster_panel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pixel: list[tuple[str, str]] = []
        self._place = ""
        page = QWidget(self)
        self.limits = RasterLimits(page)
        self.numbers = KeyValueGrid(page)
        self.note = MutedLabel("", page, wrap=True)
        self.exact = quiet_button(self.tr("Count every pixel"), None, page, flush=True)
        self.pixel = KeyValueGrid(page)
        self.place = MutedLabel("", page, wrap=True)
        self.copy = icon_button(Icon.COPY, self.tr("Copy the values of the pixel"), page)
        self._lay_out(page)
        self._connect()
        self.show_pixel("", [])

    def show_numbers(self, title: str, numbers: BandStatistics | None) -> None:
        """Statistics of what is seen of one band."""
        rows = statistics_rows(numbers) if numbers else []
        self.numbers.set_rows([KeyValue(label, value) for label, value in rows])
        coarse = numbers is not None and not numbers.exact
        words = self.tr("{band}, estimated from a smaller copy") if coarse else "{band}"
        self.note.setText(words.format(band=title))
        self.exact.setVisible(coarse)

    def show_pixel(self, place: str, rows: list[tuple[str, str]]) -> None:
        """The values of all bands at a pixel; nothing is pinned without rows."""
        self._place, self._pixel = place, rows
        self.copy.setEnabled(bool(rows))
        more = len(rows) - MOST_ROWS
        self.pixel.set_rows([_row(label, value) for label, value in rows[:MOST_ROWS]])
        hint = self.tr("Click a pixel to see the values of all bands.")
        words = self.tr("{count} more are copied, not shown.").format(count=more)
        self.place.setText((place + ("\n" + words if more > 0 else "")) if rows else hint)

    def pixel_text(self) -> str:
        """What «Copy» copies: the place, then a line for each band."""
        lines = [f"{label}\t{value}" for label, value in self._pixel]
        return "\n".join([self._place, *lines])

    def _connect(self) -> None:
        self.exact.clicked.connect(self.exact_requested)
        self.copy.clicked.connect(lambda: copy_to_clipboard(self.pixel_text()))

    def _lay_out(self, page: QWidget) -> None:
        pixel = QHBoxLayout()
        pixel.addWidget(SectionLabel(self.tr("Pixel"), page), 1)
        pixel.addWidget(self.copy)
        column = QVBoxLayout(page)
        column.setContentsMargins(GROUP_SPACING, 0, GROUP_SPACING, 0)
        column.setSpacing(GROUP_SPACING)
        column.addWidget(SectionLabel(self.tr("Values"), page))
        column.addWidget(self.limits)
        column.addWidget(SectionLabel(self.tr("In view"), page))
        column.addWidget(self.note)
        column.addWidget(self.numbers)
        column.addWidget(self.exact, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(pixel)
        column.addWidget(self.place)
        column.addWidget(self.pixel)
        column.addStretch(1)
        self.setWidget(page)


def _row(label: str, value: str) -> KeyValue:
    """A band's name may be a sentence: what does not fit is in the tool tip and in the copy."""
    if len(label) <= MOST_LETTERS:
        return KeyValue(label, value)
    return KeyValue(f"{label[: MOST_LETTERS - 1]}…", value, tool_tip=f"{label}: {value}")
