"""The values under the pointer, and of the pixel that was clicked: asked for, latest wins.

No widgets here.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from openeo_desktop.core.errors import AppError
from openeo_desktop.preview.values import Probe
from openeo_desktop.ui.loop.while_there import while_there
from openeo_desktop.ui.preview.band_channels import Channel, band_of
from openeo_desktop.ui.preview.raster_texts import with_unit

if TYPE_CHECKING:
    from openeo_desktop.services.spawner import Spawn
    from openeo_desktop.ui.preview.raster_session import RasterSession

REST_MS = 120
"""The pointer rests: on its way over the picture nothing is asked."""
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class ProbedPixel:
    """A pixel: where it is, and (name, value with unit) of every band at the time shown."""

    probe: Probe
    rows: tuple[tuple[str, str], ...]
    shown: tuple[str, ...]
    """The values of the bands that make the picture."""


class ProbeFollower(QObject):
    """Signals: `probed(ProbedPixel)` under the pointer, None: it has left; `pinned(ProbedPixel)`;
    `failed(AppError)` of a pinned one.
    """

    probed = Signal(object)
    pinned = Signal(object)
    failed = Signal(object)

    def __init__(self, session: RasterSession, spawn: Spawn) -> None:
        super().__init__(session)
        self._session = session
        self._spawn = while_there(self, spawn)
        self._place: Place | None = None
        self._task: asyncio.Task[None] | None = None
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._on_rested)

    def look_at(self, place: Place | None) -> None:
        """The pointer is there."""
        if place is not None and self._place is not None and _same(place, self._place):
            return
        self._place = place
        if place is None:
            self._timer.stop()
            self.probed.emit(None)
        else:
            self._timer.start()

    def pin(self, place: Place) -> None:
        """The values of this pixel are wanted for good."""
        self._ask(place, pin=True)

    def _on_rested(self) -> None:
        if self._place is not None:
            self._ask(self._place, pin=False)

    def _ask(self, place: Place, *, pin: bool) -> None:
        if self._task is not None and not pin:
            self._task.cancel()
        task = self._spawn(self._answer(place, pin=pin), "read the values of a pixel")
        self._task = None if pin else task

    async def _answer(self, place: Place, *, pin: bool) -> None:
        try:
            pixel = await ask_pixel(self._session, place)
        except AppError as error:
            if pin:
                self.failed.emit(error)
            return
        (self.pinned if pin else self.probed).emit(pixel)


async def ask_pixel(session: RasterSession, place: Place) -> ProbedPixel:
    """The pixel at a place: one question for each layer of the grid.

    Raises:
        AppError: It could not be read.
    """
    table, time = session.table, session.choice.time if session.choice else None
    values: dict[Channel, float] = {}
    first: Probe | None = None
    for layer in table.layers():
        probe = await session.questions.probe(layer, *place)
        first = first or probe
        bands = session.file.layers[layer].bands
        for band, value in zip(bands, probe.values, strict=False):
            values[Channel(layer, band.index)] = float(value)
    assert first is not None
    rows = []
    for name in table.names:
        channel = table.channel(name, time)
        if channel is not None and channel in values:
            unit = band_of(session.file, channel).unit
            rows.append((name, with_unit(values[channel], unit)))
    wanted = dict(rows)
    names = session.choice.names if session.choice else ()
    return ProbedPixel(first, tuple(rows), tuple(wanted.get(name, "") for name in names))


def _same(one: Place, other: Place) -> bool:
    return int(one[0]) == int(other[0]) and int(one[1]) == int(other[1])
