"""The outlines of raster layers as shapes on a map, with the facts that one wants to see there."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QCoreApplication

from openeo_desktop.preview.values import RasterLayer, Shape


def _tr(text: str) -> str:
    return QCoreApplication.translate("LayerOutlines", text)


def outlines(layers: Iterable[RasterLayer]) -> tuple[Shape, ...]:
    """A shape for each layer that can be placed; layers on the same grid share one."""
    found: dict[tuple[object, ...], list[RasterLayer]] = {}
    for layer in layers:
        if len(layer.outline) >= 3:
            found.setdefault((layer.outline, layer.width, layer.height), []).append(layer)
    return tuple(_shape(alike) for alike in found.values())


def _shape(layers: list[RasterLayer]) -> Shape:
    layer = layers[0]
    names = ", ".join(name for each in layers[:20] if (name := each.title or each.name))
    facts = {
        "name": names or _tr("Outline of the picture"),
        _tr("Size"): f"{layer.width} × {layer.height}",
        _tr("Coordinates"): layer.crs_name or layer.crs[:80],
    }
    return Shape("polygon", np.array(layer.outline, dtype=np.float64), (0,), facts)
