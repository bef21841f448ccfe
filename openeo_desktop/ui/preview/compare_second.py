"""A second raster of the same ground over the first: what of it is asked for, and where it is put.

By its own coordinates if both have the same coordinate system, else warped to the grid of
the first; what does not say where it lies is stretched over it. The person is told. No widgets.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from openeo_desktop.preview.values import RasterFile, RasterLayer, Window
from openeo_desktop.ui.preview.compare_grid import WarpedQuestions, finer, grid_of, overlap
from openeo_desktop.ui.preview.raster_session import RasterSession
from openeo_desktop.ui.preview.shown_picture import ShownPicture

if TYPE_CHECKING:
    from openeo_desktop.services.spawner import Spawn
    from openeo_desktop.ui.preview.questions import RasterQuestions


class Fit(Enum):
    """How the second raster came to lie over the first."""

    PLACED = auto()
    WARPED = auto()
    STRETCHED = auto()


@dataclass(frozen=True, slots=True)
class Placement:
    """How pixels of the second raster lie on the first: first = second * scale + shift.

    `apart`: no place is in both.
    """

    scale: tuple[float, float]
    shift: tuple[float, float]
    fit: Fit
    apart: bool = False

    def to_first(self, window: Window) -> Window:
        """A part of the second raster in pixels of the first."""
        (sx, sy), (dx, dy) = self.scale, self.shift
        left, top, right, bottom = window
        return left * sx + dx, top * sy + dy, right * sx + dx, bottom * sy + dy

    def to_second(self, window: Window) -> Window:
        """A part of the first raster in pixels of the second."""
        (sx, sy), (dx, dy) = self.scale, self.shift
        left, top, right, bottom = window
        return (left - dx) / sx, (top - dy) / sy, (right - dx) / sx, (bottom - dy) / sy


def placement(first: RasterLayer, second: RasterLayer) -> Placement:
    """Where the second lies; both must be north-up (or both south-up) to be placed.

    A placement with `Fit.WARPED` is that of `grid_of(first, finer(first, second))`.
    """
    apart = not overlap(first, second)
    one, two = first.transform, second.transform
    if one is not None and two is not None and first.crs and first.crs == second.crs:
        straight = not (one[1] or one[3] or two[1] or two[3])
        scale = two[0] / one[0], two[4] / one[4]
        if straight and min(scale) > 0:
            shift = (two[2] - one[2]) / one[0], (two[5] - one[5]) / one[4]
            return Placement(scale, shift, Fit.PLACED, apart)
    if one is not None and two is not None and first.crs and second.crs:
        share = 1 / finer(first, second)
        return Placement((share, share), (0.0, 0.0), Fit.WARPED, apart)
    stretched = first.width / second.width, first.height / second.height
    return Placement(stretched, (0.0, 0.0), Fit.STRETCHED)


class CompareSecond(QObject):
    """The second raster's session, in the coordinates of the first.

    Signals: `pictures_changed(object)`: list[ShownPicture] to be put on the first one's canvas;
    `failed(AppError)`.
    """

    pictures_changed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, questions: RasterQuestions, first: RasterLayer, spawn: Spawn, parent: QObject
    ) -> None:
        super().__init__(parent)
        content = questions.opened.content
        assert isinstance(content, RasterFile)
        second = content.layers[0]
        self.placement = placement(first, second)
        asked: RasterQuestions = questions
        if self.placement.fit is Fit.WARPED:
            asked = WarpedQuestions(questions, grid_of(first, finer(first, second)))
        self.session = RasterSession(asked, spawn, self)
        self.layer = self.session.file.layers[0]
        self.session.pictures_changed.connect(self._on_pictures_changed)
        self.session.failed.connect(self.failed)

    def see(self, window: Window | None, width: int, height: int) -> None:
        """This part of the first raster is seen on so many device pixels."""
        if window is None:
            self.session.see(None, 1, 1)
            return
        wanted = self.placement.to_second(window)
        most = float(self.layer.width), float(self.layer.height)
        inside = (
            max(wanted[0], 0.0),
            max(wanted[1], 0.0),
            min(wanted[2], most[0]),
            min(wanted[3], most[1]),
        )
        if inside[2] <= inside[0] or inside[3] <= inside[1]:
            self.session.see(None, 1, 1)
            return
        across = (inside[2] - inside[0]) / (wanted[2] - wanted[0])
        down = (inside[3] - inside[1]) / (wanted[3] - wanted[1])
        self.session.see(inside, max(1, round(width * across)), max(1, round(height * down)))

    def _on_pictures_changed(self, pictures: list[ShownPicture]) -> None:
        placed = [ShownPicture(p.image, self.placement.to_first(p.window)) for p in pictures]
        self.pictures_changed.emit(placed)
