"""A plot of values along a line or over time, with pyqtgraph; imported only when one is wanted.

pyqtgraph draws the texts of axes and legends as HTML: names of bands and units come from files, so
they are escaped.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.ui.look.theme import tokens
from openeo_desktop.ui.preview.line_styles import line_colour, line_pattern

if TYPE_CHECKING:
    from openeo_desktop.preview.values import Doubles, Profile, Series

MOST_MARKED = 100
"""So many points of a line get a mark each."""


class ProfilePlot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Lines in the colours of the theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Plot of values"))
        item = self.getPlotItem()
        item.setMenuEnabled(enableMenu=False)
        item.hideButtons()
        item.addLegend(offset=(-8, 8))
        self._time_axis = pg.DateAxisItem(utcOffset=0)
        self._number_axis = item.getAxis("bottom")
        self._lines: list[tuple[str, Doubles, Doubles]] = []
        self._label, self._timed = "", False
        self._dress()

    def show_profiles(self, profiles: Sequence[tuple[str, Profile, int]]) -> None:
        """One line for each (name, profile, index of its values)."""
        self._lines = [(name, p.distances, p.values[at]) for name, p, at in profiles]
        unit = profiles[0][1].unit if profiles else ""
        self._label = self.tr("Distance in {unit}").format(unit=visible_text(unit))
        self._timed = False
        self._draw()

    def show_series(self, found: Sequence[Series]) -> None:
        """Each line of each series over time (UTC)."""
        lines = [line for series in found for line in series.lines]
        self._lines = [(line.name, line.times, line.values) for line in lines]
        self._label, self._timed = self.tr("Time (UTC)"), True
        self._draw()

    def texts(self) -> list[str]:
        """The names of the lines, as they stand in the legend."""
        return [visible_text(name) for name, _, _ in self._lines]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_lines"):
            self._dress()
            self._draw()

    def _dress(self) -> None:
        scheme = tokens()
        self.setBackground(scheme.surface)
        for axis in (self._number_axis, self._time_axis, self.getPlotItem().getAxis("left")):
            axis.setPen(scheme.border)
            axis.setTextPen(scheme.muted)
        self.getPlotItem().legend.setLabelTextColor(scheme.text)
        self.getPlotItem().legend.setBrush(pg.mkBrush(scheme.surface))
        self.getPlotItem().legend.setPen(pg.mkPen(scheme.border))

    def _draw(self) -> None:
        item = self.getPlotItem()
        item.clear()
        item.setAxisItems({"bottom": self._time_axis if self._timed else self._number_axis})
        item.setLabel("bottom", html.escape(self._label))
        for at, (name, xs, ys) in enumerate(self._lines):
            item.plot(
                xs,
                ys,
                pen=pg.mkPen(line_colour(at), width=2, style=line_pattern(at)),
                name=html.escape(visible_text(name)),
                connect="finite",
                symbol="o" if self._timed and len(xs) <= MOST_MARKED else None,
                symbolSize=5,
                symbolBrush=line_colour(at),
                symbolPen=None,
            )
        item.legend.setVisible(len(self._lines) > 1)
        item.enableAutoRange()
