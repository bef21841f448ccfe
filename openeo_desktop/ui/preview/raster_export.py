"""The picture as it is seen, for a file or the clipboard: the chosen colours, no marks on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from openeo_desktop.core.errors import AppError, StorageError
from openeo_desktop.core.settings import write_atomically
from openeo_desktop.preview.values import Window
from openeo_desktop.ui.preview.raster_colours import paint_all
from openeo_desktop.ui.preview.raster_questions import ask_picture
from openeo_desktop.ui.preview.raster_session import RasterSession

MOST_SIDE = 4096


async def picture_of(session: RasterSession, window: Window | None) -> QImage:
    """The part of the raster within a window (None: all), at full resolution if that is not huge.

    Raises:
        AppError: It could not be read, or no picture was shown yet.
    """
    layer = session.file.layers[session.table.layer]
    window = window or (0.0, 0.0, float(layer.width), float(layer.height))
    columns, rows = window[2] - window[0], window[3] - window[1]
    scale = min(1.0, MOST_SIDE / max(columns, rows))
    style = session.style
    if style is None:
        raise AppError("There is no picture yet.", "Wait until it is shown.")
    picture = await ask_picture(
        session.questions,
        session.channels(),
        window,
        max(1, round(columns * scale)),
        max(1, round(rows * scale)),
    )
    return paint_all([picture], style)[0].image


def write_png(image: QImage, path: Path) -> None:
    """Write a picture, whole or not at all; for a thread.

    Raises:
        StorageError: The file could not be written.
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide6's stub lacks str here
    buffer.close()
    try:
        write_atomically(path, bytes(data.data()))
    except OSError as error:
        raise StorageError(
            "The picture could not be saved.",
            "Choose another folder, or make room on the disk.",
            details=str(error),
        ) from error
