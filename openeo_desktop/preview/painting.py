"""Values to colours: the one way, for the window, for PNG files and for the command line.

numpy only. What is NaN is transparent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from openeo_desktop.preview import colour_maps
from openeo_desktop.preview.values import Style

if TYPE_CHECKING:
    import numpy.typing as npt

    from openeo_desktop.preview.values import Floats

    Bytes = npt.NDArray[np.uint8]

_LARGEST_CLASS = 65_535


def paint(values: Floats, style: Style) -> Bytes:
    """Paint values (bands, rows, columns): red, green, blue, alpha as (rows, columns, 4).

    One band, or three that are red, green and blue, in the order of `style.bands`.

    Raises:
        ValueError: Neither one nor three bands, or fewer stretches than bands.
    """
    if values.ndim != 3 or len(values) not in (1, 3):
        raise ValueError(f"one band or three, not {values.shape}")
    if style.colours and len(values) == 1:
        return _by_table(values[0], style)
    if len(style.stretches) < len(values):
        raise ValueError("a stretch for each band")
    return _by_map(values[0], style) if len(values) == 1 else _as_rgb(values, style)


def _by_map(values: Floats, style: Style) -> Bytes:
    colours = colour_maps.table(style.colour_map)
    if style.reversed:
        colours = colours[::-1]
    painted = np.empty((*values.shape, 4), np.uint8)
    painted[..., :3] = colours[_steps(values, style.stretches[0])]
    painted[..., 3] = _opaque(np.isfinite(values))
    return painted


def _as_rgb(values: Floats, style: Style) -> Bytes:
    painted = np.empty((*values.shape[1:], 4), np.uint8)
    for channel in range(3):
        low, high = style.stretches[channel]
        turned = (high, low) if style.reversed else (low, high)
        painted[..., channel] = _steps(values[channel], turned)
    painted[..., 3] = _opaque(np.asarray(np.isfinite(values).all(axis=0)))
    return painted


def _by_table(values: Floats, style: Style) -> Bytes:
    """Classes: a value that the table does not know is transparent."""
    known = {key: colour for key, colour in style.colours.items() if 0 <= key <= _LARGEST_CLASS}
    colours = np.zeros((max(known, default=0) + 2, 4), np.uint8)  # the last: unknown
    for key, colour in known.items():
        colours[key] = np.clip(colour, 0, 255)
    listed = np.isfinite(values) & (values >= 0) & (values < len(colours) - 1)
    with np.errstate(invalid="ignore"):
        places = np.where(listed, values, len(colours) - 1).astype(np.int32)
    painted: Bytes = colours[places]
    return painted


def _steps(values: Floats, stretch: tuple[float, float]) -> Bytes:
    """0 to 255 between low and high, also where high is below low."""
    low, high = stretch
    if low == high:
        low, high = low - 0.5, high + 0.5
    steps = (values - np.float32(low)) * np.float32(255.0 / (high - low))
    np.nan_to_num(steps, copy=False, nan=0.0, posinf=255.0, neginf=0.0)
    np.clip(steps, 0.0, 255.0, out=steps)
    return np.asarray(np.rint(steps).astype(np.uint8))


def _opaque(valid: npt.NDArray[np.bool_]) -> Bytes:
    return np.asarray(valid.astype(np.uint8) * 255)
