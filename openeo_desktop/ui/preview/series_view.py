"""Time series to look at: the plot, its lines on and off, and what the cursor reads."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.settings import Settings
from openeo_desktop.core.words import tr_sentence
from openeo_desktop.preview.values import Series, SeriesLine
from openeo_desktop.ui.files.start_folder import start_folder
from openeo_desktop.ui.kit.buttons import icon_button, quiet_button
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, LINE_SPACING
from openeo_desktop.ui.loop.background import BackgroundCalls
from openeo_desktop.ui.preview import series_files
from openeo_desktop.ui.preview.line_chooser import LineChooser, value_text
from openeo_desktop.ui.preview.series_plot import MOST_DRAWN, SeriesPlot

if TYPE_CHECKING:
    from openeo_desktop.services.spawner import Spawn

FOLDER_KEY = "preview.save_folder"
MOST_READ = 6
LIST_WIDTH = 240
SHORT = 4
"""Digits in the list: its names matter more."""


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
        self.chooser = LineChooser(self)
        self.log_button = self._make_log_button()
        self.told = ElidedLabel("", self, muted=True, font=fonts.tabular_font(), copyable=True)
        self._lay_out()
        self.chooser.chosen_changed.connect(self._draw)
        self.plot.read.connect(self._tell)

    def show_opened(self, file: Any) -> None:
        """Show another series."""
        series = file.opened.content
        assert isinstance(series, Series)
        self.show_series(series)

    def show_series(self, series: Series) -> None:
        """Show these lines."""
        self._lines, self._note = series.lines, tr_sentence(series.note)
        self.log_button.setChecked(False)
        self.chooser.show_lines(self._lines)
        self._draw()

    def clear(self) -> None:
        """Hold no series any more."""
        self._lines, self._note = (), ""
        self.chooser.show_lines(())
        self.plot.show_lines((), ())

    def shown(self) -> list[int]:
        """Numbers of the lines that are switched on."""
        return self.chooser.shown()

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
        possible = self.plot.can_be_logarithmic()
        self.log_button.setEnabled(possible)
        self.log_button.setChecked(self.log_button.isChecked() and possible)
        self._tell(self.plot.at)

    def _tell(self, moment: float) -> None:
        """What the cursor reads, or what there is."""
        values = [] if math.isnan(moment) else self.plot.values_at(moment)
        self.chooser.tell({n: value_text(self._lines[n], value, SHORT) for n, value in values})
        if math.isnan(moment):
            self.told.setText(self._facts())
            return
        texts = [self._value_text(number, value) for number, value in values[:MOST_READ]]
        more = [] if len(values) <= MOST_READ else ["…"]
        self.told.setText(" · ".join([series_files.when(moment), *texts, *more]))

    def _value_text(self, number: int, value: float) -> str:
        line = self._lines[number]
        name = f"{visible_text(line.name)}: " if len(self._lines) > 1 else ""
        return f"{name}{value_text(line, value)}"

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

    def _make_log_button(self) -> QPushButton:
        button = quiet_button("log", None, self)  # the sign of the function, in every language
        words = self.tr("Logarithmic scale")
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setCheckable(True)
        button.toggled.connect(self.plot.set_logarithmic)
        return button

    def _lay_out(self) -> None:
        split = QSplitter(self)
        split.addWidget(self.plot)
        split.addWidget(self.chooser)
        split.setStretchFactor(0, 1)
        split.setSizes([1000, LIST_WIDTH])
        bottom = QHBoxLayout()
        bottom.setSpacing(GROUP_SPACING)
        bottom.addWidget(self.told, 1)
        bottom.addWidget(self.log_button)
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
