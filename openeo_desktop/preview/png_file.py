"""Writes a painted picture as a PNG file: whole, or not at all."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from openeo_desktop.core.errors import StorageError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


def write_png(painted: npt.NDArray[np.uint8], target: Path) -> None:
    """Write red, green, blue and alpha (rows, columns, 4); a file of that name is replaced.

    Raises:
        StorageError: The file cannot be written.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        part.write_bytes(png_bytes(painted))
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StorageError(
            "The picture could not be saved.",
            "Choose another folder, or make room on the disk.",
            details=str(error),
        ) from error


def png_bytes(painted: npt.NDArray[np.uint8]) -> bytes:
    """The picture as the bytes of a PNG file (ISO/IEC 15948)."""
    import rasterio
    from rasterio.io import MemoryFile

    rows, columns, channels = painted.shape
    shape = {"width": columns, "height": rows, "count": channels, "dtype": "uint8"}
    with warnings.catch_warnings(), rasterio.Env(GDAL_PAM_ENABLED="NO"), MemoryFile() as memory:
        warnings.simplefilter("ignore")  # a picture for the eye lies nowhere on Earth
        with memory.open(driver="PNG", **shape) as file:
            file.write(painted.transpose(2, 0, 1))
        return bytes(memory.read())
