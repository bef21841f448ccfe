"""What is shown of a raster: grid, band or RGB, colour map, stretch. It only makes choices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QWidget

from openeo_desktop.core.settings import Settings
from openeo_desktop.preview.values import RasterFile
from openeo_desktop.ui.kit.buttons import icon_button
from openeo_desktop.ui.kit.flow_layout import FlowLayout
from openeo_desktop.ui.look.icons import Icon, icon
from openeo_desktop.ui.preview.band_channels import BandTable, rgb_names
from openeo_desktop.ui.preview.histogram_view import ROLES
from openeo_desktop.ui.preview.raster_choice import (
    RasterChoice,
    Stretch,
    remember_colours,
    remember_stretch,
    remembered_colours,
)
from openeo_desktop.ui.preview.raster_colours import map_names, map_title, swatch
from openeo_desktop.ui.preview.raster_legend import gradient

_SWATCH = QSize(56, 12)
_RGB = "rgb"


class RasterBar(QWidget):
    """Boxes for a choice; `compact`: only the band.

    Signals: `choice_changed(RasterChoice)`: the person wants to see this.
    """

    choice_changed = Signal(object)

    def __init__(
        self, settings: Settings, parent: QWidget | None = None, *, compact: bool = False
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._compact = compact
        self._file: RasterFile | None = None
        self._tables: list[BandTable] = []
        self._choice: RasterChoice | None = None
        self._limits: tuple[tuple[float, float], ...] = ()
        self.grid = self._box(self.tr("Grid"))
        self.band = self._box(self.tr("Band"))
        channels = (self.tr("Red"), self.tr("Green"), self.tr("Blue"))
        self.channels = [self._box(name) for name in channels]
        self.colours = self._box(self.tr("Colour map"))
        self.colours.setIconSize(_SWATCH)
        self.reverse = icon_button(Icon.SWAP, self.tr("Reverse the colours"), self)
        self.reverse.setCheckable(True)
        self.stretch = self._box(self.tr("Stretch"))
        self._lay_out()
        self._connect()

    def set_file(self, file: RasterFile, tables: list[BandTable]) -> None:
        """Another file; `show_choice` follows."""
        self._file, self._tables = file, tables
        self.grid.clear()
        for table in tables:
            self.grid.addItem(", ".join(table.names[:3]), table.layer)
        self._choice = None

    def set_limits(self, limits: tuple[tuple[float, float], ...]) -> None:
        """The range that is shown: what own numbers begin with."""
        self._limits = limits

    def show_choice(self, choice: RasterChoice, *, has_colours: bool) -> None:
        """Show a choice in the boxes. `has_colours`: the file has a colour table for it."""
        fresh = self._choice is None or self._choice.grid != choice.grid
        self._choice = choice
        self._quietly(fresh=fresh, has_colours=has_colours)

    def _quietly(self, *, fresh: bool, has_colours: bool) -> None:
        boxes = (self.grid, self.band, *self.channels, self.colours, self.reverse, self.stretch)
        for box in boxes:
            box.blockSignals(True)
        if fresh:
            self._fill()
        self._mark()
        self._show_boxes(has_colours=has_colours)
        for box in boxes:
            box.blockSignals(False)

    def _fill(self) -> None:
        assert self._choice is not None
        names = self._tables[self._choice.grid].names
        self.band.clear()
        for name in names:
            self.band.addItem(name, name)
        if len(names) >= 3:
            self.band.addItem(self.tr("RGB of three bands"), _RGB)
        for box, role in zip(self.channels, ROLES, strict=True):
            box.clear()
            dot = icon(Icon.CHANNEL, role)
            for name in names:
                box.addItem(dot, name, name)
        self._fill_colours()

    def _fill_colours(self) -> None:
        if self.colours.count():
            return
        self.colours.addItem(self.tr("Automatic"), "")
        for name in map_names():
            self.colours.addItem(swatch_icon(name), map_title(name), name)
        self.stretch.addItem(self.tr("Automatic"), Stretch.AUTO)
        self.stretch.addItem(self.tr("2 % to 98 %"), Stretch.PERCENT)
        self.stretch.addItem(self.tr("Minimum to maximum"), Stretch.RANGE)
        self.stretch.addItem(self.tr("Own numbers"), Stretch.OWN)

    def _mark(self) -> None:
        choice = self._choice
        assert choice is not None
        self.grid.setCurrentIndex(choice.grid)
        wanted = _RGB if choice.is_rgb else choice.names[0]
        self.band.setCurrentIndex(self.band.findData(wanted))
        if choice.is_rgb:
            for box, name in zip(self.channels, choice.names, strict=True):
                box.setCurrentIndex(box.findData(name))
        self.colours.setCurrentIndex(max(0, self.colours.findData(choice.colour_map)))
        self.reverse.setChecked(choice.reverse)
        self.stretch.setCurrentIndex(self.stretch.findData(choice.stretch))

    def _show_boxes(self, *, has_colours: bool) -> None:
        choice = self._choice
        assert choice is not None
        full = not self._compact
        table = self._tables[choice.grid]
        self.grid.setVisible(len(self._tables) > 1)
        self.band.setVisible(len(table.names) > 1)
        for box in self.channels:
            box.setVisible(choice.is_rgb and full)
        self.colours.setVisible(full and not choice.is_rgb and not has_colours)
        self.reverse.setVisible(full and not choice.is_rgb and not has_colours)
        self.stretch.setVisible(full and not has_colours)
        self.setVisible(full or len(self._tables) > 1 or len(table.names) > 1)

    def _on_grid_activated(self, grid: int) -> None:
        assert self._choice is not None
        table = self._tables[grid]
        time = table.times[0] if table.times else None
        chosen = _of_bands(self._choice, (table.names[0],))
        self._choose(replace(chosen, grid=grid, time=time, colour_map="", reverse=False))

    def _on_band_activated(self, index: int) -> None:
        assert self._choice is not None
        assert self._file is not None
        table = self._tables[self._choice.grid]
        name = self.band.itemData(index)
        if name == _RGB:
            names = rgb_names(self._file, table) or table.names[:3]
            self._choose(_of_bands(self._choice, names))
        else:
            colour_map, reverse = remembered_colours(self._settings, name)
            chosen = _of_bands(self._choice, (name,))
            self._choose(replace(chosen, colour_map=colour_map, reverse=reverse))

    def _on_channel_activated(self, _index: int) -> None:
        assert self._choice is not None
        names = tuple(box.currentData() for box in self.channels)
        self._choose(_of_bands(self._choice, names))

    def _on_colours_chosen(self, _value: object) -> None:
        assert self._choice is not None
        choice = replace(
            self._choice,
            colour_map=self.colours.currentData(),
            reverse=self.reverse.isChecked(),
        )
        remember_colours(self._settings, choice)
        self._choose(choice)

    def _on_stretch_activated(self, _index: int) -> None:
        assert self._choice is not None
        stretch = Stretch(self.stretch.currentData())
        remember_stretch(self._settings, stretch)
        limits = self._limits if stretch is Stretch.OWN else ()
        self._choose(replace(self._choice, stretch=stretch, limits=limits))

    def _choose(self, choice: RasterChoice) -> None:
        self.choice_changed.emit(choice)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setMaximumWidth(280)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _lay_out(self) -> None:
        layout = FlowLayout(self)
        for box in (self.grid, self.band, *self.channels, self.colours, self.reverse, self.stretch):
            layout.addWidget(box)

    def _connect(self) -> None:
        self.grid.activated.connect(self._on_grid_activated)
        self.band.activated.connect(self._on_band_activated)
        for box in self.channels:
            box.activated.connect(self._on_channel_activated)
        self.colours.activated.connect(self._on_colours_chosen)
        self.reverse.toggled.connect(self._on_colours_chosen)
        self.stretch.activated.connect(self._on_stretch_activated)


def _of_bands(choice: RasterChoice, names: Sequence[str]) -> RasterChoice:
    """The same with other bands; own numbers were those of the bands before."""
    own = choice.stretch is Stretch.OWN
    stretch = Stretch.AUTO if own else choice.stretch
    return replace(choice, names=tuple(names), stretch=stretch, limits=())


def swatch_icon(name: str) -> QIcon:
    """A colour map as a small bar."""
    pixmap = QPixmap(_SWATCH)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setPen(Qt.PenStyle.NoPen)
    rect = pixmap.rect().toRectF()
    painter.setBrush(gradient(swatch(name), rect))
    painter.drawRoundedRect(rect, 2, 2)
    painter.end()
    return QIcon(pixmap)
