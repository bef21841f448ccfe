"""Which values the colours cover: legend, histogram with handles, numbers; for each band of RGB.

Shows what it is given and tells which range is wanted; asks nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from openeo_desktop.ui.kit.chip_bar import ChipBar, ChipSpec
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING
from openeo_desktop.ui.preview.histogram_view import ROLES, HistogramView
from openeo_desktop.ui.preview.raster_legend import RasterLegend
from openeo_desktop.ui.preview.raster_texts import value_text

if TYPE_CHECKING:
    from openeo_desktop.preview.values import BandStatistics


@dataclass(frozen=True, slots=True)
class ShownRange:
    """What the colours cover: `limits` and `numbers` for one band or for red, green and blue.

    `colours` from low to high (none for RGB); `linked`: one range for all three.
    """

    limits: tuple[tuple[float, float], ...] = ()
    numbers: tuple[BandStatistics | None, ...] = ()
    colours: Sequence[tuple[int, int, int]] = ()
    unit: str = ""
    linked: bool = False


class RasterLimits(QWidget):
    """Signals:
    limits_chosen(int, float, float): The range of a band's colours, by handles or numbers.
    linked_chosen(bool): One range for all three bands, or one for each.
    channel_chosen(int): Another of the three bands is looked at.
    """

    limits_chosen = Signal(int, float, float)
    linked_chosen = Signal(bool)
    channel_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raster_limits")
        self.histogram = HistogramView(self)
        self.legend = RasterLegend(self)
        self.channels = ChipBar(self)
        self.channels.setAccessibleName(self.tr("Band of the picture"))
        names = (self.tr("Red"), self.tr("Green"), self.tr("Blue"))
        self.channels.set_chips(
            [ChipSpec(at, names[at], Icon.CHANNEL, role) for at, role in enumerate(ROLES)]
        )
        self.channels.set_compact(True)
        self.channels.set_selection([0])
        self.linked = QCheckBox(self.tr("One range for all three bands"), self)
        self.low = self._number(self.tr("Lowest value of the colours"))
        self.high = self._number(self.tr("Highest value of the colours"))
        self._lay_out()
        self._connect()

    @property
    def channel(self) -> int:
        """The band that is looked at, from 0."""
        return self.histogram.channel

    def show_range(self, shown: ShownRange) -> None:
        """The colours' range; without limits (classes) there is nothing to set."""
        several, ranged = len(shown.limits) > 1, bool(shown.limits)
        for part in (self.histogram, self.low, self.high):
            part.setVisible(ranged)
        self.linked.setVisible(several)
        self.linked.setChecked(shown.linked)
        self.channels.setVisible(several)
        self.histogram.set_statistics(shown.numbers)
        self.histogram.set_limits(shown.limits, linked=shown.linked)
        low, high = self.histogram.low, self.histogram.high
        self.legend.set_range(shown.colours if ranged else (), low, high, shown.unit)
        self._show_numbers()

    def _show_numbers(self) -> None:
        self.channels.set_selection([self.channel])
        self.low.setText(value_text(self.histogram.low))
        self.high.setText(value_text(self.histogram.high))

    def _number(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        field.setToolTip(name)
        field.setValidator(QDoubleValidator(field))
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        return field

    def _on_numbers_edited(self) -> None:
        (low, first), (high, second) = (
            QLocale().toDouble(field.text()) for field in (self.low, self.high)
        )
        edited = self.low.isModified() or self.high.isModified()
        if edited and first and second and low < high:
            self.limits_chosen.emit(self.channel, low, high)

    def _on_selection_changed(self, channels: frozenset[int]) -> None:
        for channel in channels:
            self._look_at(channel)

    def _look_at(self, channel: int) -> None:
        self.histogram.set_channel(channel)
        self._show_numbers()
        self.channel_chosen.emit(channel)

    def _connect(self) -> None:
        self.histogram.limits_changed.connect(self.limits_chosen)
        self.histogram.channel_chosen.connect(self._look_at)
        self.channels.selection_changed.connect(self._on_selection_changed)
        self.linked.clicked.connect(self.linked_chosen)
        for field in (self.low, self.high):
            field.editingFinished.connect(self._on_numbers_edited)

    def _lay_out(self) -> None:
        limits = QHBoxLayout()
        limits.addWidget(self.low)
        limits.addWidget(self.high)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GROUP_SPACING)
        column.addWidget(self.legend)
        column.addWidget(self.channels)
        column.addWidget(self.histogram)
        column.addLayout(limits)
        column.addWidget(self.linked)
