"""The large raster view: the picture with every tool round it.

Only arranges and connects: each tool is a file of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.settings import Settings
from openeo_desktop.ui.kit.buttons import icon_button
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING
from openeo_desktop.ui.preview.compare_tool import CompareTool
from openeo_desktop.ui.preview.probe_follower import ProbedPixel
from openeo_desktop.ui.preview.profile_tool import ProfileTool
from openeo_desktop.ui.preview.raster_canvas import STEP, Place
from openeo_desktop.ui.preview.raster_panel import RasterPanel
from openeo_desktop.ui.preview.raster_range import RasterRange
from openeo_desktop.ui.preview.raster_saving import RasterSaving
from openeo_desktop.ui.preview.raster_texts import place_text
from openeo_desktop.ui.preview.raster_view import RasterView

if TYPE_CHECKING:
    from openeo_desktop.services.spawner import Spawn
    from openeo_desktop.ui.preview.questions import RasterQuestions

BESIDE_FROM = 960
"""Pixels of width from which the tools stand in the line of the choices."""
SPLIT_KEY = "preview.panel_shown"


class RasterWorkbench(QWidget):
    """A `RasterView` with histogram, statistics, pixel, line, comparison and saving.

    Signals:
        compare_requested(): Another raster to compare with is wanted: see `compare_with`.
        session_changed(): Another file is shown.
    """

    compare_requested = Signal()
    session_changed = Signal()

    def __init__(self, settings: Settings, spawn: Spawn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raster_workbench")
        self._settings = settings
        self.view = RasterView(settings, spawn, self, compact=False)
        self.panel = RasterPanel(self)
        self.messages = MessageBar(self)
        self.range = RasterRange(self.view, self.panel, spawn)
        self.profile = ProfileTool(self.view, spawn, self)
        self.compare = CompareTool(self.view, spawn, self)
        self.saving = RasterSaving(self.view, self.messages, settings, spawn)
        self.down = QSplitter(Qt.Orientation.Vertical, self)
        self._tools = QHBoxLayout()
        self._make_tools()
        self._lay_out()
        self._connect()

    def show_opened(self, questions: RasterQuestions) -> None:
        """Show another file; a comparison ends."""
        self.compare.end()
        self.profile.clear()
        self.panel.show_pixel("", [])
        self.view.show_opened(questions)
        follower = self.view.follower
        assert follower is not None
        follower.pinned.connect(self._on_pinned)
        follower.failed.connect(self.show_failure)

    def clear(self) -> None:
        """Hold no file any more."""
        self.compare.end()
        self.view.clear()

    def compare_with(self, questions: RasterQuestions, title: str) -> None:
        """Show a second raster beside or over this one."""
        self.compare.begin(questions, title)

    def _make_tools(self) -> None:
        canvas = self.view.canvas
        tools: list[tuple[Icon, str, Callable[[], object]]] = [
            (Icon.ZOOM_IN, self.tr("Zoom in (+)"), lambda: canvas.zoom(STEP)),
            (Icon.ZOOM_OUT, self.tr("Zoom out (−)"), lambda: canvas.zoom(1 / STEP)),
            (Icon.FIT, self.tr("Show all of it (0)"), canvas.fit),
            (Icon.ONE_TO_ONE, self.tr("Show each pixel (1)"), canvas.show_pixels),
        ]
        for name, words, action in tools:
            self._add(name, words).clicked.connect(action)
        self.line = self._add(Icon.LINE, self.tr("Draw a line to see the values along it"))
        self.line.setCheckable(True)
        self.line.toggled.connect(canvas.set_drawing)
        compare = self._add(Icon.COMPARE, self.tr("Compare with another raster…"))
        compare.clicked.connect(self.compare_requested)
        copy = self._add(Icon.COPY, self.tr("Copy the picture (Ctrl+C)"))
        copy.clicked.connect(self.saving.copy)
        save = self._add(Icon.SAVE, self.tr("Save the picture as PNG…"))
        save.clicked.connect(self.saving.ask_where)
        shown = self._settings.get(SPLIT_KEY, True)
        self.side_button = self._add(Icon.SIDE_PANEL, self.tr("Show the values beside the picture"))
        self.side_button.setCheckable(True)
        self.side_button.setChecked(shown)
        self.side_button.toggled.connect(self._on_side_toggled)
        self.panel.setVisible(shown)

    def add_tool(self, name: Icon, words: str) -> QToolButton:
        """One more button at the end of the row."""
        return self._add(name, words)

    def _add(self, name: Icon, words: str) -> QToolButton:
        button = icon_button(name, words, self)
        self._tools.addWidget(button)
        return button

    def _lay_out(self) -> None:
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(GROUP_SPACING)
        self._head.addWidget(self.view.bar, 1)
        self._tools.setSpacing(2)
        self._head.addLayout(self._tools)
        self.view.row.addWidget(self.compare.other, 1)
        above = QWidget(self)
        row = QHBoxLayout(above)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.panel)
        self.down.addWidget(above)
        self.down.addWidget(self.profile.panel)
        self.down.setStretchFactor(0, 1)
        self.down.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GROUP_SPACING)
        column.addLayout(self._head)
        column.addWidget(self.messages)
        column.addWidget(self.compare.bar)
        column.addWidget(self.down, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tools stand below the choices where both have no room in a line."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_FROM
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        left = Qt.AlignmentFlag.AlignLeft
        self._head.setAlignment(self._tools, Qt.AlignmentFlag(0) if beside else left)

    def _connect(self) -> None:
        self.view.session_changed.connect(self.session_changed)
        self.view.canvas.clicked.connect(self._on_clicked)
        self.view.canvas.copy_requested.connect(self.saving.copy)
        self.profile.closed.connect(lambda: self.line.setChecked(False))
        self.profile.failed.connect(self.show_failure)
        self.compare.failed.connect(self.show_failure)

    def _on_clicked(self, place: Place) -> None:
        self.view.canvas.set_pinned(place)
        if self.view.follower is not None:
            self.view.follower.pin(place)
        self.profile.show_pixel(place)

    def _on_pinned(self, pixel: ProbedPixel) -> None:
        self.panel.show_pixel(place_text(pixel.probe).replace(" · ", "\n"), list(pixel.rows))

    def show_failure(self, error: AppError) -> None:
        """Say what went wrong while the picture stays."""
        self.messages.show_message("error", f"{error.message} {error.hint}".strip())

    def _on_side_toggled(self, on: bool) -> None:
        self.panel.setVisible(on)
        self._settings.set(SPLIT_KEY, on)
