"""A painted picture and where it lies; a value."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage

from openeo_desktop.preview.values import Window


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A painted picture, and which part of the raster it covers."""

    image: QImage
    window: Window
