"""A raster to look at: the picture, the choice of band and time, one line of facts.

The pane of results shows it as it is; `raster_workbench` puts the tools of the large window round
it. Everything is asked through a `RasterSession`.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.settings import Settings
from openeo_desktop.preview.values import RasterLayer
from openeo_desktop.ui.kit.empty_state import EmptyState
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, LINE_SPACING
from openeo_desktop.ui.preview.band_channels import band_of, rgb_names
from openeo_desktop.ui.preview.band_slider import BandSlider
from openeo_desktop.ui.preview.probe_follower import ProbedPixel, ProbeFollower
from openeo_desktop.ui.preview.raster_bar import RasterBar
from openeo_desktop.ui.preview.raster_canvas import RasterCanvas
from openeo_desktop.ui.preview.raster_choice import (
    RasterChoice,
    remembered_colours,
    remembered_linked,
    remembered_stretch,
)
from openeo_desktop.ui.preview.raster_colours import legend_colours
from openeo_desktop.ui.preview.raster_legend import RasterLegend
from openeo_desktop.ui.preview.raster_session import RasterSession
from openeo_desktop.ui.preview.raster_texts import layer_facts, place_text, time_text
from openeo_desktop.ui.preview.shown_picture import ShownPicture

if TYPE_CHECKING:
    from openeo_desktop.services.spawner import Spawn
    from openeo_desktop.ui.preview.questions import RasterQuestions

LEGEND_WIDTH = 150


class RasterView(QWidget):
    """Shows one raster file.

    Signals:
        session_changed(): Another file is shown.
        shown(): A picture, or why there is none, is on the screen.
    """

    session_changed = Signal()
    shown = Signal()

    def __init__(
        self,
        settings: Settings,
        spawn: Spawn,
        parent: QWidget | None = None,
        *,
        compact: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("raster_view")
        self.settings = settings
        self._spawn = spawn
        self._compact = compact
        self.session: RasterSession | None = None
        self.follower: ProbeFollower | None = None
        self.bar = RasterBar(settings, self, compact=compact)
        self.message = EmptyState(parent=self)
        self.canvas = RasterCanvas(self)
        self.pages = QStackedWidget(self)
        self.slider = BandSlider(self)
        self.legend = RasterLegend(self)
        self.legend.setFixedWidth(LEGEND_WIDTH)
        self.legend.hide()
        self.facts = ElidedLabel("", self, muted=True, font=fonts.tabular_font(), copyable=True)
        self._lay_out()
        self._connect()

    def show_opened(self, questions: RasterQuestions) -> None:
        """Show another file."""
        self.clear()
        session = self.session = RasterSession(questions, self._spawn, self)
        session.pictures_changed.connect(self._on_pictures_changed)
        session.style_changed.connect(self._on_style_changed)
        session.failed.connect(self._on_failed)
        self.follower = ProbeFollower(session, self._spawn)
        self.follower.probed.connect(self._on_probed)
        self.message.set_loading(self.tr("Reading the raster…"))
        self.pages.setCurrentWidget(self.message)
        self.bar.set_file(session.file, session.tables)
        self.session_changed.emit()
        self.choose(first_choice(session, self.settings))

    def clear(self) -> None:
        """Hold no file any more."""
        if self.session is not None:
            self.session.blockSignals(True)  # its last answers are nobody's any more
            self.session.deleteLater()
        self.session = self.follower = None
        self.slider.set_steps((), 0, "")

    def choose(self, choice: RasterChoice) -> None:
        """Show this of the file."""
        session = self.session
        if session is None:
            return
        other_grid = session.choice is None or session.choice.grid != choice.grid
        session.set_choice(choice)
        layer = session.file.layers[session.table.layer]
        if other_grid:
            self.canvas.set_raster(layer.width, layer.height, aspect_of(layer))
        channel = session.channels()
        has_colours = len(channel) == 1 and bool(band_of(session.file, channel[0]).colours)
        self.bar.show_choice(choice, has_colours=has_colours)
        self._show_steps(choice)
        self._show_facts()
        self._see()

    def _show_steps(self, choice: RasterChoice) -> None:
        assert self.session is not None
        times = self.session.table.times
        step = times.index(choice.time) if choice.time in times else 0
        self.slider.set_steps([time_text(time) for time in times], step, self.tr("Time"))

    def _show_facts(self) -> None:
        if self.session is None:
            return
        text = layer_facts(self.session.file.layers[self.session.table.layer])
        coarse = self.tr("coarse: the file has no smaller copies of itself")
        self.facts.setText(f"{text} · {coarse}" if self.session.is_coarse else text)

    def _on_stepped(self, step: int) -> None:
        session = self.session
        if session is not None and session.choice is not None:
            self.choose(replace(session.choice, time=session.table.times[step]))

    def _on_pictures_changed(self, pictures: list[ShownPicture]) -> None:
        self.canvas.set_pictures(pictures)
        self.pages.setCurrentWidget(self.canvas)
        self.slider.set_ready(True)
        if self.session is not None and self.session.is_coarse:
            self._show_facts()
        self.shown.emit()

    def _on_style_changed(self) -> None:
        session = self.session
        if session is None or session.style is None:
            return
        self.bar.set_limits(session.style.stretches)
        colours = legend_colours(session.style) if self._compact else []
        low, high = session.style.stretches[0] if colours else (0.0, 1.0)
        unit = band_of(session.file, session.channels()[0]).unit
        self.legend.set_range(colours, low, high, unit)

    def _on_failed(self, error: AppError) -> None:
        if not self.canvas.pictures or self.pages.currentWidget() is self.message:
            self.message.set_state(Icon.ERROR, error.message, error.hint or "", role="error")
            self.pages.setCurrentWidget(self.message)
        else:
            self.facts.setText(error.message)
        self.slider.play.setChecked(False)
        self.shown.emit()

    def _on_probed(self, pixel: ProbedPixel | None) -> None:
        if pixel is None:
            self._show_facts()
        else:
            values = " / ".join(pixel.shown)
            self.facts.setText(f"{values} · {place_text(pixel.probe)}")

    def _on_hovered(self, place: tuple[float, float] | None) -> None:
        if self.follower is not None:
            self.follower.look_at(place)

    def _see(self) -> None:
        """Tell the session what is seen, in device pixels."""
        if self.session is None:
            return
        window = self.canvas.sight.seen()
        ratio = self.canvas.devicePixelRatioF()
        size = self.canvas.sight.pixels(window, ratio) if window else (1, 1)
        self.session.see(window, *size)

    def _connect(self) -> None:
        self.bar.choice_changed.connect(self.choose)
        self.slider.stepped.connect(self._on_stepped)
        self.canvas.sight_changed.connect(self._see)
        self.canvas.hovered.connect(self._on_hovered)
        self.canvas.step_requested.connect(self.slider.go_on)
        self.canvas.play_requested.connect(self.slider.toggle_play)

    def _lay_out(self) -> None:
        self.pages.addWidget(self.message)
        self.pages.addWidget(self.canvas)
        self.slider.hide()
        self.row = QHBoxLayout()
        self.row.addWidget(self.pages, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GROUP_SPACING)
        foot.addWidget(self.facts, 1)
        foot.addWidget(self.legend)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(LINE_SPACING)
        layout.addWidget(self.bar)
        layout.addLayout(self.row, 1)
        layout.addWidget(self.slider)
        layout.addLayout(foot)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def first_choice(session: RasterSession, settings: Settings) -> RasterChoice:
    """Natural colours where the file has them, else its first band; as last chosen by name."""
    table = session.tables[0]
    time = table.times[0] if table.times else None
    names = rgb_names(session.file, table) or (table.names[0],)
    colour_map, reverse = remembered_colours(settings, names[0]) if len(names) == 1 else ("", False)
    stretch, linked = remembered_stretch(settings), remembered_linked(settings)
    return RasterChoice(0, tuple(names), time, colour_map, reverse, stretch, linked=linked)


def aspect_of(layer: RasterLayer) -> float:
    """The height of a pixel by its width, within reason."""
    if layer.transform is None:
        return 1.0
    a, b, _c, d, e, _f = layer.transform
    across, down = math.hypot(a, d), math.hypot(b, e)
    aspect = down / across if across and down else 1.0
    return aspect if 0.05 <= aspect <= 20 else 1.0
