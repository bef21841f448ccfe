"""Lines over time with pyqtgraph: gaps, a cursor that reads them, colours of the theme.

pyqtgraph draws the texts of its axes as HTML, so names of files go nowhere near them: they are in
the list beside the plot (`line_chooser`). A unit is escaped.
"""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.ui.look.theme import tokens
from openeo_desktop.ui.preview.line_styles import line_colour, line_pattern

if TYPE_CHECKING:
    from openeo_desktop.preview.values import Doubles, SeriesLine

MOST_MARKED = 120
"""So many points of a line get a mark each."""
MOST_DRAWN = 200
"""Lines that are drawn at once."""


class SeriesPlot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Plots lines; keys move the cursor (arrows), zoom (+, -) and show everything (0, Home).

    Signals:
        read(float): The cursor is at that time now; NaN: nowhere.
    """

    read = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, axisItems={"bottom": pg.DateAxisItem(utcOffset=0)})
        self.setAccessibleName(self.tr("Plot of values over time"))
        item = self.getPlotItem()
        item.setMenuEnabled(enableMenu=False)
        item.hideButtons()
        item.setDownsampling(auto=True, mode="peak")
        item.setClipToView(clip=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lines: Sequence[SeriesLine] = ()
        self._shown: Sequence[int] = ()
        self._times = np.empty(0)
        self._at = math.nan
        self._logarithmic = False
        self._cursor = pg.InfiniteLine(angle=90, movable=False)
        self._dress()
        self.scene().sigMouseMoved.connect(self._on_moved)

    @property
    def at(self) -> float:
        """Where the cursor is: seconds since 1970, NaN: nowhere."""
        return self._at

    def show_lines(self, lines: Sequence[SeriesLine], shown: Sequence[int]) -> None:
        """Draw some of these lines, in the colour of their number."""
        other = lines is not self._lines
        self._lines, self._shown = lines, shown[:MOST_DRAWN]
        drawn = [lines[at].times for at in self._shown]
        self._times = np.unique(np.concatenate(drawn)) if drawn else np.empty(0)
        self._draw()
        if other:
            self.fit()
            self.move_to(math.nan)

    def fit(self) -> None:
        """All of it."""
        self.getPlotItem().enableAutoRange()

    def set_logarithmic(self, on: bool) -> None:
        """Draw the values by their logarithm; what is not above zero is left out."""
        self._logarithmic = on
        self.getPlotItem().setLogMode(x=False, y=on)
        self._draw()
        self.fit()

    def can_be_logarithmic(self) -> bool:
        """Whether any value is above zero."""
        lines = (self._lines[number] for number in self._shown)
        return any(bool(np.any(line.values > 0)) for line in lines)

    def values_at(self, moment: float) -> list[tuple[int, float]]:
        """Number and value of each line that is shown, at exactly that time."""
        found = []
        for number in self._shown:
            line = self._lines[number]
            at = int(np.searchsorted(line.times, moment))
            if at < len(line.times) and line.times[at] == moment:
                found.append((number, float(line.values[at])))
        return found

    def move_to(self, moment: float) -> None:
        """Set the cursor."""
        self._at = moment
        self._cursor.setVisible(not math.isnan(moment))
        if not math.isnan(moment):
            self._cursor.setPos(moment)
        self.read.emit(moment)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps and len(self._times):
            self._step(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.fit()
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._zoom(1.25 if event.key() == Qt.Key.Key_Minus else 0.8)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_cursor"):
            self._dress()
            self._draw()

    def _step(self, step: int) -> None:
        if math.isnan(self._at):
            at = 0 if step > 0 else len(self._times) - 1
        else:
            at = int(np.searchsorted(self._times, self._at)) + step
        self.move_to(float(self._times[min(max(at, 0), len(self._times) - 1)]))

    def _zoom(self, factor: float) -> None:
        """In time, around the cursor if it is seen, else around the middle."""
        box = self.getPlotItem().getViewBox()
        (first, last), _ = box.viewRange()
        middle = self._at if first <= self._at <= last else (first + last) / 2
        box.scaleBy(x=factor, center=(middle, 0.0))

    def _on_moved(self, place: QPointF) -> None:
        """The nearest time that any of the lines has."""
        box = self.getPlotItem().getViewBox()
        if not len(self._times) or not box.sceneBoundingRect().contains(place):
            return
        wanted = float(box.mapSceneToView(place).x())
        at = int(np.clip(np.searchsorted(self._times, wanted), 1, max(len(self._times) - 1, 1)))
        near = self._times[max(at - 1, 0) : at + 1]
        moment = float(near[np.argmin(np.abs(near - wanted))])
        if moment != self._at:
            self.move_to(moment)

    def _dress(self) -> None:
        scheme = tokens()
        self.setBackground(scheme.surface)
        for name in ("bottom", "left"):
            axis = self.getPlotItem().getAxis(name)
            axis.setPen(scheme.border)
            axis.setTextPen(scheme.muted)
        self._cursor.setPen(pg.mkPen(scheme.muted, style=Qt.PenStyle.DashLine))

    def _draw(self) -> None:
        item = self.getPlotItem()
        item.clear()
        item.addItem(self._cursor, ignoreBounds=True)
        self._name_unit()
        for number in self._shown:
            line, colour = self._lines[number], line_colour(number)
            few = len(line.times) <= MOST_MARKED
            item.plot(
                line.times,
                np.where(line.values > 0, line.values, np.nan)
                if self._logarithmic
                else line.values,
                pen=pg.mkPen(colour, width=2 if few else 1, style=line_pattern(number)),
                connect="finite",
                symbol="o" if few else None,
                symbolSize=6,
                symbolBrush=colour,
                symbolPen=None,
            )

    def _drawn(self, values: Doubles) -> Doubles:
        return np.where(values > 0, values, np.nan) if self._logarithmic else values

    def _name_unit(self) -> None:
        """At the axis, if all lines have the same; else it is with each value."""
        units = {self._lines[number].unit for number in self._shown}
        unit = visible_text(units.pop())[:40] if len(units) == 1 else ""
        axis = self.getPlotItem().getAxis("left")
        axis.enableAutoSIPrefix(enable=False)
        axis.setLabel(html.escape("" if unit == "1" else unit))
        axis.showLabel(bool(unit) and unit != "1")
