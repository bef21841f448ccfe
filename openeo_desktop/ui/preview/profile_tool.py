"""The plot under a raster: values along a drawn line, or of the clicked pixel over time.

Asks the session, shows a plot; pyqtgraph is imported on a thread, when the first plot is wanted.
"""

from __future__ import annotations

import asyncio
import functools
import importlib
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError
from openeo_desktop.ui.kit.buttons import icon_button
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import LINE_SPACING
from openeo_desktop.ui.loop.background import BackgroundCalls
from openeo_desktop.ui.loop.while_there import while_there
from openeo_desktop.ui.preview.band_channels import Channel
from openeo_desktop.ui.preview.raster_canvas import Place
from openeo_desktop.ui.preview.raster_view import RasterView

if TYPE_CHECKING:
    from openeo_desktop.preview.values import Profile, Series
    from openeo_desktop.services.spawner import Spawn
    from openeo_desktop.ui.preview.profile_plot import ProfilePlot

Work = Callable[[], Coroutine[Any, Any, None]]
PLOT = "openeo_desktop.ui.preview.profile_plot"


class ProfileTool(QObject):
    """Attributes: `panel`, hidden until there is something to plot.

    Signals: `closed()` by the person; `failed(AppError)`; `plotted()`.
    """

    closed = Signal()
    failed = Signal(object)
    plotted = Signal()

    def __init__(self, view: RasterView, spawn: Spawn, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._spawn = while_there(self, spawn)
        self._calls = BackgroundCalls(self)
        self._task: asyncio.Task[None] | None = None
        self.plot: ProfilePlot | None = None
        self.panel = QWidget(parent)
        self._title = ElidedLabel("", self.panel, font=fonts.strong_font())
        close = icon_button(Icon.CLEAR, self.tr("Close the plot"), self.panel)
        close.clicked.connect(self._on_close_clicked)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close)
        self._column = QVBoxLayout(self.panel)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(LINE_SPACING)
        self._column.addLayout(head)
        self.panel.setMinimumHeight(160)
        self.panel.hide()
        view.canvas.line_drawn.connect(self.show_line)

    def show_line(self, points: list[Place]) -> None:
        """Plot the values along a line."""
        self._begin(functools.partial(self._plot_line, points))

    def show_pixel(self, place: Place) -> None:
        """Plot a pixel over time, where the file knows times."""
        session = self._view.session
        if session is not None and len(session.table.times) > 1 and not self._view.canvas.drawing:
            self._begin(functools.partial(self._plot_pixel, place))

    def clear(self) -> None:
        """Plot nothing."""
        if self._task is not None:
            self._task.cancel()
        self.panel.hide()
        self._view.canvas.line = []
        self._view.canvas.update()

    def _begin(self, work: Work) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = self._spawn(self._caught(work), "plot values of the raster")

    async def _caught(self, work: Work) -> None:
        try:
            await work()
        except AppError as error:
            self.failed.emit(error)

    async def _plot_line(self, points: list[Place]) -> None:
        session = self._view.session
        if session is None:
            return
        profiles: list[tuple[str, Profile, int]] = []
        for layer, channels in _by_layer(session.channels()).items():
            bands = [channel.band for channel in channels]
            profile = await session.questions.profile(layer, bands, points)
            names = [session.table.name_of(channel) for channel in channels]
            profiles += [(name, profile, at) for at, name in enumerate(names)]
        title = self.tr("Values along the line")
        self._with_plot(title, lambda plot: plot.show_profiles(profiles))

    async def _plot_pixel(self, place: Place) -> None:
        session = self._view.session
        if session is None:
            return
        found: list[Series] = [
            await session.questions.pixel_series(layer, *place)
            for layer in _by_layer(session.channels())
        ]
        title = self.tr("The pixel over time")
        self._with_plot(title, lambda plot: plot.show_series(found))

    def _with_plot(self, title: str, show: Callable[[ProfilePlot], None]) -> None:
        """Load the plotting library if that is not done, then show."""
        self._title.setText(title)
        self.panel.show()
        if self.plot is not None:
            show(self.plot)
            self.plotted.emit()
            return
        self._calls.call(lambda: importlib.import_module(PLOT), lambda _done: self._make(show))

    def _make(self, show: Callable[[ProfilePlot], None]) -> None:
        from openeo_desktop.ui.preview.profile_plot import ProfilePlot

        if self.plot is None:
            self.plot = ProfilePlot(self.panel)
            self._column.addWidget(self.plot, 1)
        show(self.plot)
        self.plotted.emit()

    def _on_close_clicked(self) -> None:
        self.clear()
        self.closed.emit()


def _by_layer(channels: tuple[Channel, ...]) -> dict[int, list[Channel]]:
    layers: dict[int, list[Channel]] = {}
    for channel in channels:
        layers.setdefault(channel.layer, []).append(channel)
    return layers
