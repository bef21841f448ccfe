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
from openeo_desktop.ui.preview.raster_choice import RasterChoice, Stretch, remember_linked
from openeo_desktop.ui.preview.raster_colours import legend_colours
from openeo_desktop.ui.preview.raster_limits import ShownRange
from openeo_desktop.ui.preview.raster_panel import RasterPanel
from openeo_desktop.ui.preview.raster_questions import ask_statistics
from openeo_desktop.ui.preview.raster_session import RasterSession
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
        panel.limits.limits_chosen.connect(self._on_limits_chosen)
        panel.limits.linked_chosen.connect(self._on_linked_chosen)
        panel.limits.channel_chosen.connect(lambda _channel: self._ask_seen())
        panel.exact_requested.connect(self._on_exact_requested)

    def _on_session_changed(self) -> None:
        self._panel.show_numbers("", None)
        if self._view.session is not None:
            self._view.session.style_changed.connect(self._on_style_changed)

    def _on_style_changed(self) -> None:
        session = self._view.session
        if session is None or session.choice is None:
            return
        self._panel.limits.show_range(self._shown(session, session.choice))
        self._timer.start()

    def _shown(self, session: RasterSession, choice: RasterChoice) -> ShownRange:
        channels = session.channels()
        bands = [band_of(session.file, channel) for channel in channels]
        if session.style is None or (not choice.is_rgb and bands[0].colours):
            return ShownRange()
        return ShownRange(
            session.style.stretches,
            tuple(session.numbers.get(channel) for channel in channels),
            legend_colours(session.style),
            bands[0].unit,
            linked=choice.is_rgb and choice.linked,
        )

    def _on_limits_chosen(self, channel: int, low: float, high: float) -> None:
        session = self._view.session
        if session is None or session.choice is None or session.style is None:
            return
        choice, limits = session.choice, list(session.style.stretches)
        linked = choice.is_rgb and choice.linked
        for at in range(len(limits)) if linked else (channel,):
            limits[at] = (low, high)
        self._view.choose(replace(choice, stretch=Stretch.OWN, limits=tuple(limits)))

    def _on_linked_chosen(self, linked: bool) -> None:
        session = self._view.session
        if session is not None and session.choice is not None:
            remember_linked(self._view.settings, linked=linked)
            self._view.choose(replace(session.choice, linked=linked))

    def _on_exact_requested(self) -> None:
        self._ask_seen(exact=True)

    def _ask_seen(self, *, exact: bool = False) -> None:
        session = self._view.session
        if session is None or session.choice is None or self._panel.isHidden():
            return
        if self._task is not None:
            self._task.cancel()
        at = self._panel.limits.channel if session.choice.is_rgb else 0
        work = self._show(session.channels()[at], session.choice.names[at], exact=exact)
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
