"""Which pixels lie along a line, and in which order they are best read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview.values import RasterLayer

if TYPE_CHECKING:
    from openeo_desktop.preview.values import Doubles

MAX_SAMPLES = 2_000
Indices = npt.NDArray[np.int64]


def samples(points: Sequence[tuple[float, float]]) -> tuple[Doubles, Doubles]:
    """Places (columns, rows) along a line, a pixel apart or, of long lines, 2,000 in all.

    Raises:
        PreviewError: It is no line.
    """
    line = np.array(points, float).reshape(-1, 2)
    if len(line) < 2 or not np.isfinite(line).all():
        raise PreviewError("This is no line.", "Draw a line of two points or more.")
    steps = np.hypot(*np.diff(line, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    count = int(np.clip(np.ceil(along[-1]) + 1, 2, MAX_SAMPLES))
    wanted = np.linspace(0.0, along[-1], count)
    return np.interp(wanted, along, line[:, 0]), np.interp(wanted, along, line[:, 1])


def by_block(layer: RasterLayer, columns: Indices, rows: Indices) -> Iterator[Indices]:
    """The samples within the layer, those of one block together: each is decoded once."""
    width, height = (max(1, side) for side in layer.block)
    within = (columns >= 0) & (columns < layer.width) & (rows >= 0) & (rows < layer.height)
    inside = np.flatnonzero(within)
    keys = (rows[inside] // height) * (layer.width // width + 1) + columns[inside] // width
    order = np.argsort(keys, kind="stable")
    borders = np.flatnonzero(np.diff(keys[order])) + 1
    yield from (part for part in np.split(inside[order], borders) if part.size)
