"""A plotted series as a file: CSV, PNG or SVG; the numbers on a thread, pictures where they are."""

from __future__ import annotations

import csv
import datetime as dt
import io
import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from openeo_desktop.core.disk import disk_errors
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.settings import write_atomically
from openeo_desktop.core.spreadsheet_cells import no_formula

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsView

    from openeo_desktop.preview.values import SeriesLine

PICTURE_SCALE = 2
"""Pixels of a saved picture for each pixel on the screen."""


def when(moment: float) -> str:
    """A time of the data as text, in UTC; the day alone at midnight."""
    try:
        time = dt.datetime.fromtimestamp(moment, dt.UTC)
    except (OverflowError, ValueError, OSError):
        return ""
    return f"{time:%Y-%m-%d}" if time.time() == dt.time() else f"{time:%Y-%m-%d %H:%M:%S}"


def rows_of(lines: Sequence[SeriesLine]) -> list[list[str]]:
    """A header and one row for each time; empty where a line has no value."""
    cells: dict[float, dict[int, float]] = {}
    for number, line in enumerate(lines):
        for moment, value in zip(line.times.tolist(), line.values.tolist(), strict=True):
            if not math.isnan(value):
                cells.setdefault(moment, {})[number] = value
            else:
                cells.setdefault(moment, {})
    names = [f"{line.name} ({line.unit})" if line.unit else line.name for line in lines]
    rows = [["date", *map(no_formula, names)]]
    for moment in sorted(cells):
        found = cells[moment]
        values = [repr(found[at]) if at in found else "" for at in range(len(lines))]
        rows.append([when(moment), *values])
    return rows


def as_text(lines: Sequence[SeriesLine], delimiter: str) -> str:
    """The same as CSV, or for a spreadsheet with tabs."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows_of(lines))
    return out.getvalue()


def write_csv(lines: Sequence[SeriesLine], path: Path) -> None:
    """For a thread.

    Raises:
        StorageError: It cannot be written.
    """
    with disk_errors(path):
        write_atomically(path, as_text(lines, ",").encode("utf-8"))


def picture_of(view: QGraphicsView) -> QImage:
    """What the view shows, for a file or the clipboard."""
    image = QImage(view.size() * PICTURE_SCALE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(view.backgroundBrush().color())
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.render(painter, QRect(QRect().topLeft(), image.size()), view.viewport().rect())
    painter.end()
    return image


def svg_of(view: QGraphicsView, title: str) -> bytes:
    """What the view shows as SVG."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    svg = QSvgGenerator()
    svg.setOutputDevice(buffer)
    svg.setTitle(visible_text(title))  # no control character is XML
    size = QSize(view.viewport().size())
    svg.setSize(size)
    svg.setViewBox(QRect(QRect().topLeft(), size))
    painter = QPainter(svg)
    view.render(painter)
    painter.end()
    buffer.close()
    return bytes(data.data())


def write_bytes(data: bytes, path: Path) -> None:
    """For a thread.

    Raises:
        StorageError: It cannot be written.
    """
    with disk_errors(path):
        write_atomically(path, data)


def png_of(image: QImage) -> bytes:
    """For a thread."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(data.data())
