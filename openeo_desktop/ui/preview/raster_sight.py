"""Which part of a raster is seen, and how large: zoom and pan as plain numbers, no widgets here.

Raster coordinates are columns and rows of the full resolution; screen coordinates are logical
pixels of the canvas. A pixel of the raster need not be square (degrees far from the equator are
not made so): `aspect` is its height by its width.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from openeo_desktop.preview.values import Window

MOST_SCALE = 64.0
"""Logical pixels of the screen for one of the raster, at most."""
LEAST_SIDE = 24.0
"""The whole raster is never smaller than this on screen."""


@dataclass(frozen=True, slots=True)
class Sight:
    """`scale`: logical pixels of the screen for one column; `centre` is in the middle of it."""

    columns: float
    rows: float
    aspect: float = 1.0
    width: float = 1.0
    height: float = 1.0
    scale: float = 1.0
    centre: tuple[float, float] = (0.0, 0.0)

    @property
    def row_scale(self) -> float:
        """Logical pixels of the screen for one row."""
        return self.scale * self.aspect

    @property
    def fit_scale(self) -> float:
        """The scale at which all of it is seen."""
        return min(self.width / self.columns, self.height / (self.rows * self.aspect))

    def fitted(self) -> Sight:
        """All of it."""
        return replace(self, scale=self.fit_scale, centre=(self.columns / 2, self.rows / 2))

    def resized(self, width: float, height: float) -> Sight:
        """The same place on a canvas of another size."""
        return replace(self, width=max(width, 1.0), height=max(height, 1.0))

    def zoomed(self, scale: float, x: float, y: float) -> Sight:
        """At another scale; what is at (x, y) on screen stays there."""
        least = min(self.fit_scale, LEAST_SIDE / max(self.columns, self.rows * self.aspect))
        scale = min(max(scale, least), max(MOST_SCALE, self.fit_scale))
        column, row = self.raster_at(x, y)
        moved = replace(self, scale=scale)
        there = moved.raster_at(x, y)
        return moved.centred(moved.centre[0] + column - there[0], moved.centre[1] + row - there[1])

    def panned(self, dx: float, dy: float) -> Sight:
        """Moved by so many logical pixels of the screen, as a hand moves paper."""
        column, row = self.centre
        return self.centred(column - dx / self.scale, row - dy / self.row_scale)

    def centred(self, column: float, row: float) -> Sight:
        """The same scale with another middle, which stays within the raster."""
        inside = min(max(column, 0.0), self.columns), min(max(row, 0.0), self.rows)
        return replace(self, centre=inside)

    def raster_at(self, x: float, y: float) -> tuple[float, float]:
        """Column and row at a place of the screen."""
        return (
            self.centre[0] + (x - self.width / 2) / self.scale,
            self.centre[1] + (y - self.height / 2) / self.row_scale,
        )

    def screen_at(self, column: float, row: float) -> tuple[float, float]:
        """The place on the screen of a column and row."""
        return (
            self.width / 2 + (column - self.centre[0]) * self.scale,
            self.height / 2 + (row - self.centre[1]) * self.row_scale,
        )

    def seen(self) -> Window | None:
        """What of the raster is on the screen; None if nothing is."""
        left, top = self.raster_at(0, 0)
        right, bottom = self.raster_at(self.width, self.height)
        window = (max(left, 0.0), max(top, 0.0), min(right, self.columns), min(bottom, self.rows))
        return window if window[2] > window[0] and window[3] > window[1] else None

    def pixels(self, window: Window, ratio: float) -> tuple[int, int]:
        """Device pixels that a window takes on a screen with so many per logical one."""
        left, top, right, bottom = window
        width = (right - left) * self.scale * ratio
        height = (bottom - top) * self.row_scale * ratio
        return max(1, round(width)), max(1, round(height))
