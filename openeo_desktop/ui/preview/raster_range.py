"""Histogram, range and statistics of the large view: keeps the panel in step with the session."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from openeo_desktop.core.errors import AppError
from openeo_desktop.preview.values import BandStatistics
from openeo_desktop.ui.loop.while_there import while_there
from openeo_desktop.ui.preview.band_channels import Channel, band_of
from openeo_desktop.ui.preview.raster_choice import Stretch
from openeo_desktop.ui.preview.raster_colours import legend_colours
from openeo_desktop.ui.preview.raster_panel import RasterPanel
from openeo_desktop.ui.preview.raster_questions import ask_statistics
from openeo_desktop.ui.preview.raster_view import RasterView

if TYPE_CHECKING:
    from openeo_desktop.services.spawner import Spawn

REST_MS = 300
"""The sight rests: while it moves, no statistics are asked for."""


class RasterRange(QObject):
    """Follows the view's session; hands the range that is chosen back to it."""

    def __init__(self, view: RasterView, panel: RasterPanel, spawn: Spawn) -> None:
        super().__init__(panel)
        self._view = view
        self._panel = panel
        self._spawn = while_there(self, spawn)
        self._task: asyncio.Task[None] | None = None
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._ask_seen)
        view.session_changed.connect(self._on_session_changed)
        view.canvas.sight_changed.connect(self._timer.start)
        panel.limits_chosen.connect(self._on_limits_chosen)
        panel.exact_requested.connect(self._on_exact_requested)

    def _on_session_changed(self) -> None:
        self._panel.show_numbers("", None)
        if self._view.session is not None:
            self._view.session.style_changed.connect(self._on_style_changed)

    def _on_style_changed(self) -> None:
        session = self._view.session
        if session is None or session.choice is None:
            return
        channel = session.channels()[0]
        band = band_of(session.file, channel)
        ranged = not session.choice.is_rgb and not band.colours
        numbers = session.numbers.get(channel)
        limits = session.style.stretches[0] if ranged and session.style else None
        colours = legend_colours(session.style)
        self._panel.show_range(colours, limits, numbers, band.unit)
        self._timer.start()

    def _on_limits_chosen(self, low: float, high: float) -> None:
        session = self._view.session
        if session is None or session.choice is None or session.choice.is_rgb:
            return
        choice = replace(session.choice, stretch=Stretch.OWN, limits=((low, high),))
        self._view.choose(choice)

    def _on_exact_requested(self) -> None:
        self._ask_seen(exact=True)

    def _ask_seen(self, *, exact: bool = False) -> None:
        session = self._view.session
        if session is None or session.choice is None or self._panel.isHidden():
            return
        if self._task is not None:
            self._task.cancel()
        channel = session.channels()[0]
        work = self._show(channel, session.choice.names[0], exact=exact)
        self._task = self._spawn(work, "compute statistics")

    async def _show(self, channel: Channel, name: str, *, exact: bool) -> None:
        session = self._view.session
        assert session is not None
        window = self._view.canvas.sight.seen()
        found: BandStatistics | None = None
        try:
            answer = await ask_statistics(session.questions, [channel], window, exact=exact)
            found = answer.get(channel)
        except AppError as error:
            self._panel.show_numbers(error.message, None)
            return
        self._panel.show_numbers(name, found)
