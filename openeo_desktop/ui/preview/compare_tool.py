"""Two rasters at once: one over the other under a swipe, or side by side with linked sights."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.ui.kit.buttons import icon_button, quiet_button
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.preview.compare_second import CompareSecond, Fit, Placement
from openeo_desktop.ui.preview.raster_canvas import RasterCanvas
from openeo_desktop.ui.preview.raster_view import RasterView, first_choice
from openeo_desktop.ui.preview.shown_picture import ShownPicture

if TYPE_CHECKING:
    from openeo_desktop.services.spawner import Spawn
    from openeo_desktop.ui.preview.questions import RasterQuestions


class CompareTool(QObject):
    """Attributes:
        bar: What is compared, hidden while nothing is.
        other: The second canvas for side by side.

    Signals: `failed(AppError)`.
    """

    failed = Signal(object)

    def __init__(self, view: RasterView, spawn: Spawn, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._spawn = spawn
        self.second: CompareSecond | None = None
        self.other = RasterCanvas(parent)
        self.other.setAccessibleName(self.tr("Picture of the second raster"))
        self.other.hide()
        self.bar = QWidget(parent)
        self._title = ElidedLabel("", self.bar)
        self.beside = quiet_button(self.tr("Side by side"), Icon.COLUMNS, self.bar)
        self.beside.setCheckable(True)
        close = icon_button(Icon.CLEAR, self.tr("End the comparison"), self.bar)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._title, 1)
        row.addWidget(self.beside)
        row.addWidget(close)
        self.bar.hide()
        close.clicked.connect(self.end)
        self.beside.toggled.connect(self._arrange)
        view.canvas.sight_changed.connect(self._on_sight_changed)
        self.other.sight_changed.connect(self._on_other_sight_changed)
        view.session_changed.connect(self.end)

    def begin(self, questions: RasterQuestions, title: str) -> None:
        """Compare what is shown with another file; the same band and colours where it has them."""
        first = self._view.session
        if first is None or first.choice is None:
            return
        self.end()
        layer = first.file.layers[first.table.layer]
        self.second = second = CompareSecond(questions, layer, self._spawn, self)
        second.pictures_changed.connect(self._on_pictures_changed)
        second.failed.connect(self.failed)
        self._show_title(visible_text(title), second.placement)
        self.other.set_raster(layer.width, layer.height, self._view.canvas.sight.aspect)
        self.bar.show()
        self._arrange()
        choice = first_choice(second.session, self._view.settings)
        names = second.session.tables[0].names
        if set(first.choice.names) <= set(names):
            mine = first.choice
            choice = replace(choice, names=mine.names, colour_map=mine.colour_map)
            choice = replace(choice, reverse=mine.reverse, stretch=mine.stretch, limits=mine.limits)
            choice = replace(choice, linked=mine.linked)
        second.session.set_choice(choice)
        self._on_sight_changed()

    def end(self) -> None:
        """Show the first alone."""
        if self.second is not None:
            self.second.blockSignals(True)
            self.second.deleteLater()
        self.second = None
        self._view.canvas.set_others([])
        self._view.canvas.set_swipe(None)
        self.other.hide()
        self.bar.hide()

    def title(self) -> str:
        """What is said of the second raster."""
        return self._title.text()

    def _show_title(self, title: str, placement: Placement) -> None:
        words = {
            Fit.PLACED: self.tr("Right: «{name}»"),
            Fit.WARPED: self.tr("Right: «{name}», warped to the coordinates of the left one"),
            Fit.STRETCHED: self.tr("Right: «{name}», stretched: it lies on another grid"),
        }[placement.fit]
        if placement.apart:
            words = self.tr("Right: «{name}» lies elsewhere: there is no place that both show")
        self._title.setText(words.format(name=title))

    def _arrange(self) -> None:
        if self.second is None:
            return
        beside = self.beside.isChecked()
        self.other.setVisible(beside)
        self._view.canvas.set_swipe(None if beside else 0.5)

    def _on_pictures_changed(self, pictures: list[ShownPicture]) -> None:
        self._view.canvas.set_others(pictures)
        self.other.set_pictures(pictures)

    def _on_sight_changed(self) -> None:
        if self.second is None:
            return
        sight = self._view.canvas.sight
        self.other.follow(sight)
        window = sight.seen()
        ratio = self._view.canvas.devicePixelRatioF()
        self.second.see(window, *(sight.pixels(window, ratio) if window else (1, 1)))

    def _on_other_sight_changed(self) -> None:
        """The second was moved: the first goes with it."""
        if self.second is not None and self.other.isVisible():
            self._view.canvas.follow(self.other.sight)
            self._view.canvas.sight_changed.emit()
