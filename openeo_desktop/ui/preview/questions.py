"""What the widgets of previews need of an open file: its questions, asked as coroutines.

`services.previews` answers them; only the shape is here, nothing is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from openeo_desktop.preview.values import (
    BandStatistics,
    Opened,
    Picture,
    PictureRequest,
    PreviewKind,
    Probe,
    Profile,
    Series,
    WarpRequest,
    Window,
)


class OpenPreview(Protocol):
    """A file that is open, of any kind."""

    @property
    def opened(self) -> Opened:
        """What the file holds."""

    async def view(self, kind: PreviewKind, /) -> Opened:
        """It, looked at in another way (one of `opened.also`)."""

    def close(self) -> None:
        """Let go of it."""


class PreviewOpener(Protocol):
    """Opens what the app can show: files here, and some that are still on a server."""

    async def open(self, target: Any, /) -> Any:
        """An `OpenPreview` that answers the questions of its kind; raises `AppError`."""


class RasterQuestions(Protocol):
    """A raster file that is open. Every question may raise an `AppError` with a sentence."""

    @property
    def opened(self) -> Opened:
        """What the file holds."""

    async def picture(self, request: PictureRequest) -> Picture:
        """Values within a window."""

    async def warped(self, request: WarpRequest) -> Picture:
        """Values on the grid of another raster."""

    async def statistics(
        self, layer: int, bands: Sequence[int], window: Window | None = None, exact: bool = False
    ) -> tuple[BandStatistics, ...]:
        """Numbers of some bands within a window; None: of all of the layer."""

    async def probe(self, layer: int, column: float, row: float) -> Probe:
        """The values of all bands at one pixel."""

    async def profile(
        self, layer: int, bands: Sequence[int], points: Sequence[tuple[float, float]]
    ) -> Profile:
        """Values along a line."""

    async def pixel_series(self, layer: int, column: float, row: float) -> Series:
        """The values of one pixel over time."""
