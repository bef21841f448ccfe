"""Time series to look at: the plot, its lines on and off, and what the cursor reads."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.settings import Settings
from openeo_desktop.core.words import tr_sentence
from openeo_desktop.preview.values import Series, SeriesLine
from openeo_desktop.ui.files.start_folder import start_folder
from openeo_desktop.ui.kit.buttons import icon_button
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.kit.search_field import SearchField
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, LINE_SPACING
from openeo_desktop.ui.loop.background import BackgroundCalls
from openeo_desktop.ui.preview import series_files
from openeo_desktop.ui.preview.profile_plot import line_colour
from openeo_desktop.ui.preview.series_plot import MOST_DRAWN, SeriesPlot

if TYPE_CHECKING:
    from openeo_desktop.services.spawner import Spawn

FOLDER_KEY = "preview.save_folder"
MOST_AT_FIRST = 20
"""Lines that are switched on when a file is opened."""
SEARCH_FROM = 20
MOST_READ = 6
LIST_WIDTH = 170


class SeriesView(QWidget):
    """Shows one series."""

    def __init__(self, settings: Settings, _spawn: Spawn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("series_preview")
        self._settings = settings
        self._calls = BackgroundCalls(self)
        self._lines: tuple[SeriesLine, ...] = ()
        self._note = ""
        self.plot = SeriesPlot(self)
        self.lines = QListWidget(self)
        self.lines.setAccessibleName(self.tr("Lines of the plot"))
        self.search = SearchField(self.tr("Filter lines"), None, self)
        self.told = ElidedLabel("", self, muted=True, font=fonts.tabular_font(), copyable=True)
        self._lay_out()
        self.lines.itemChanged.connect(self._on_switched)
        self.search.search_changed.connect(self._on_search_changed)
        self.plot.read.connect(self._tell)

    def show_opened(self, file: Any) -> None:
        """Show another series."""
        series = file.opened.content
        assert isinstance(series, Series)
        self.show_series(series)

    def show_series(self, series: Series) -> None:
        """Show these lines."""
        self._lines, self._note = series.lines, tr_sentence(series.note)
        self.lines.blockSignals(True)
        self.lines.clear()
        for number, line in enumerate(self._lines):
            self.lines.addItem(_entry(number, line, on=number < MOST_AT_FIRST))
        self.lines.blockSignals(False)
        self._side.setVisible(len(self._lines) > 1)
        self.search.setVisible(len(self._lines) >= SEARCH_FROM)
        self.search.clear_search()
        self._draw()

    def clear(self) -> None:
        """Hold no series any more."""
        self._lines, self._note = (), ""
        self.lines.clear()
        self.plot.show_lines((), ())

    def shown(self) -> list[int]:
        """Numbers of the lines that are switched on."""
        items = (self.lines.item(row) for row in range(self.lines.count()))
        on = Qt.CheckState.Checked
        return [number for number, item in enumerate(items) if item.checkState() == on]

    def copy(self) -> None:
        """The numbers of the lines that are shown, for a spreadsheet."""
        lines, done = self._chosen(), self.tr("The values are on the clipboard.")

        def put(text: str) -> None:
            copy_to_clipboard(text)
            self.told.setText(done)

        self._calls.call(lambda: series_files.as_text(lines, "\t"), put)

    def save(self, name: str) -> None:
        """Write a file; its ending says which kind."""
        path = Path(name)
        self._settings.set(FOLDER_KEY, str(path.parent))
        suffix, lines = path.suffix.lower(), self._chosen()
        if suffix == ".svg":
            svg = series_files.svg_of(self.plot, path.stem)
            self._write(lambda: series_files.write_bytes(svg, path), path)
        elif suffix == ".png":
            image = series_files.picture_of(self.plot)
            self._write(lambda: series_files.write_bytes(series_files.png_of(image), path), path)
        else:
            self._write(lambda: series_files.write_csv(lines, path), path)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "lines"):
            self.lines.blockSignals(True)
            for row in range(self.lines.count()):
                self.lines.item(row).setIcon(_square(row))
            self.lines.blockSignals(False)

    def _write(self, work: Any, path: Path) -> None:
        done = self.tr("Saved as «{name}».").format(name=path.name)
        self._calls.call(work, lambda _done: self.told.setText(done), self._on_failed)

    def _on_failed(self, error: AppError) -> None:
        self.told.setText(f"{error.message} {error.hint}".strip())

    def _on_save(self) -> None:
        folder = Path(start_folder(self._settings.get(FOLDER_KEY, "")))
        dialog = QFileDialog(self, self.tr("Save the series"), str(folder / "series.csv"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        kinds = (
            (self.tr("Values (*.csv)"), "csv"),
            (self.tr("Picture (*.png)"), "png"),
            (self.tr("Drawing (*.svg)"), "svg"),
        )
        dialog.setNameFilters([words for words, _ in kinds])
        dialog.setDefaultSuffix("csv")
        suffixes = dict(kinds)
        dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(suffixes[words]))
        dialog.selectFile("series.csv")
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self) -> Sequence[SeriesLine]:
        return [self._lines[number] for number in self.shown()]

    def _draw(self) -> None:
        self.plot.show_lines(self._lines, self.shown())
        self._tell(self.plot.at)

    def _on_switched(self, _item: QListWidgetItem) -> None:
        self._draw()

    def _on_search_changed(self, text: str) -> None:
        wanted = text.casefold()
        for row in range(self.lines.count()):
            item = self.lines.item(row)
            item.setHidden(wanted not in item.text().casefold())

    def _tell(self, moment: float) -> None:
        """What the cursor reads, or what there is."""
        if math.isnan(moment):
            self.told.setText(self._facts())
            return
        values = self.plot.values_at(moment)
        texts = [self._value_text(number, value) for number, value in values[:MOST_READ]]
        more = [] if len(values) <= MOST_READ else ["…"]
        self.told.setText(" · ".join([series_files.when(moment), *texts, *more]))

    def _value_text(self, number: int, value: float) -> str:
        line = self._lines[number]
        text = "–" if math.isnan(value) else f"{value:.6g}"
        unit = f" {visible_text(line.unit)}" if line.unit not in ("", "1") else ""
        name = f"{visible_text(line.name)}: " if len(self._lines) > 1 else ""
        return f"{name}{text}{unit}"

    def _facts(self) -> str:
        if not self._lines:
            return ""
        first = min((float(line.times[0]) for line in self._lines if len(line.times)), default=0.0)
        last = max((float(line.times[-1]) for line in self._lines if len(line.times)), default=0.0)
        told = self.tr("{first} to {last}").format(
            first=series_files.when(first), last=series_files.when(last)
        )
        if len(self.shown()) > MOST_DRAWN:
            limit = self.tr("The first {count} lines are drawn.").format(count=MOST_DRAWN)
            return f"{told}. {limit}"
        return f"{told}. {self._note}" if self._note else told

    def _lay_out(self) -> None:
        self._side = QWidget(self)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(LINE_SPACING)
        side.addWidget(self.search)
        side.addWidget(self.lines, 1)
        split = QSplitter(self)
        split.addWidget(self.plot)
        split.addWidget(self._side)
        split.setStretchFactor(0, 1)
        split.setSizes([1000, LIST_WIDTH])
        bottom = QHBoxLayout()
        bottom.setSpacing(GROUP_SPACING)
        bottom.addWidget(self.told, 1)
        for name, words, slot in (
            (Icon.FIT, self.tr("Show all of it"), self.plot.fit),
            (Icon.COPY, self.tr("Copy the values"), self.copy),
            (Icon.SAVE, self.tr("Save the values or the picture…"), self._on_save),
        ):
            button = icon_button(name, words, self)
            button.clicked.connect(slot)
            bottom.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(LINE_SPACING)
        layout.addWidget(split, 1)
        layout.addLayout(bottom)


def _entry(number: int, line: SeriesLine, *, on: bool) -> QListWidgetItem:
    item = QListWidgetItem(visible_text(line.name))
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    item.setIcon(_square(number))
    item.setToolTip(visible_text(line.name))
    return item


def _square(number: int) -> QIcon:
    """The colour of a line."""
    colour = QPixmap(10, 10)
    colour.fill(QColor(line_colour(number)))
    return QIcon(colour)
