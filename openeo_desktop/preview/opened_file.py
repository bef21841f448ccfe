"""What every reader of result files has in common: the questions, refused unless it knows better.

No format is known here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview.values import (
    BandStatistics,
    Opened,
    Picture,
    PictureRequest,
    PreviewKind,
    Probe,
    Profile,
    Series,
    TablePage,
    WarpRequest,
    Window,
)


def _go_on() -> None:
    """Nobody wants to interrupt."""


class OpenedFile:
    """A file that is open for questions; a reader overrides what it can answer.

    Every question may raise `PreviewError`. `between_blocks` is called now and then while a long
    question is worked on; what it raises ends the question.
    """

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.between_blocks: Callable[[], None] = _go_on

    def picture(self, request: PictureRequest) -> Picture:
        """Values of some bands within a window, at most as many as asked for."""
        raise self._refused(request)

    def warped(self, request: WarpRequest) -> Picture:
        """Values of some bands on the grid of another raster."""
        raise self._refused(request)

    def statistics(
        self, layer: int, bands: Sequence[int], window: Window | None, exact: bool
    ) -> tuple[BandStatistics, ...]:
        """Numbers of some bands within a window (None: all of the layer).

        `exact`: from every pixel, however long it takes; otherwise from a smaller copy if that is
        much faster.
        """
        raise self._refused(layer, bands, window, exact)

    def probe(self, layer: int, column: float, row: float) -> Probe:
        """The values of all bands at one pixel of the full resolution."""
        raise self._refused(layer, column, row)

    def profile(
        self, layer: int, bands: Sequence[int], points: Sequence[tuple[float, float]]
    ) -> Profile:
        """Values along a line through points (column, row) of the full resolution."""
        raise self._refused(layer, bands, points)

    def pixel_series(self, layer: int, column: float, row: float) -> Series:
        """The values of one pixel over time."""
        raise self._refused(layer, column, row)

    def page(self, first: int, count: int) -> TablePage:
        """Rows of a table."""
        raise self._refused(first, count)

    def view(self, kind: PreviewKind) -> Opened:
        """The same file looked at in another way (one of `opened.also`)."""
        if kind == self.opened.kind:
            return self.opened
        raise self._refused(kind)

    def close(self) -> None:
        """Let go of the file; no question may follow."""

    def _refused(self, *_question: object) -> PreviewError:
        return PreviewError(
            "This file cannot be looked at in this way.",
            "Choose another view of it, or open it with another program.",
        )
