"""Which pixels answer a picture: how many, from which overview, and with how much work.

Arithmetic only, no reading.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview.values import PictureRequest, RasterLayer, Window

MAX_ANSWER = 4_000_000
"""Numbers in one answer: 16 MB."""

Pixels = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Plan:
    """Whole pixels of the full resolution, and the rows and columns to read them as."""

    area: Pixels
    shape: tuple[int, int]


def whole_pixels(layer: RasterLayer, window: Window | None) -> Pixels:
    """The pixels that a window touches within the layer.

    Raises:
        PreviewError: It touches none.
    """
    left, top, right, bottom = window or (0, 0, layer.width, layer.height)
    if not all(map(math.isfinite, (left, top, right, bottom))):
        raise outside()
    area = (
        max(0, math.floor(left)),
        max(0, math.floor(top)),
        min(layer.width, math.ceil(right)),
        min(layer.height, math.ceil(bottom)),
    )
    if area[0] >= area[2] or area[1] >= area[3]:
        raise outside()
    return area


def plan(layer: RasterLayer, request: PictureRequest) -> Plan:
    """How to answer this request, with at most as many pixels as it wants."""
    area = whole_pixels(layer, request.window)
    width, height = area[2] - area[0], area[3] - area[1]
    columns, rows = max(1, request.width), max(1, request.height)
    share = MAX_ANSWER / max(1, len(request.bands))
    if columns * rows > share:
        shrink = math.sqrt(share / (columns * rows))
        columns, rows = max(1, int(columns * shrink)), max(1, int(rows * shrink))
    factor = max(1.0, width / columns, height / rows)
    shape = max(1, math.floor(height / factor)), max(1, math.floor(width / factor))
    return Plan(area, shape)


def level(layer: RasterLayer, wanted: Plan) -> int:
    """The factor of the overview that GDAL will take; 1: the full resolution."""
    factor = min(
        (wanted.area[2] - wanted.area[0]) / wanted.shape[1],
        (wanted.area[3] - wanted.area[1]) / wanted.shape[0],
    )
    return max((found for found in layer.overviews if found <= 1.2 * factor), default=1)


def sparing(layer: RasterLayer, wanted: Plan, cost: float, limit: float) -> Plan:
    """The same area from a coarser overview, where the bytes of the best one were too many.

    Args:
        cost: Bytes of one pixel of all bands, as they are fetched.
        limit: Bytes that may be fetched.
    """
    width, height = wanted.area[2] - wanted.area[0], wanted.area[3] - wanted.area[1]
    best = chosen = level(layer, wanted)
    for factor in sorted(layer.overviews):
        if factor > chosen and width * height / chosen**2 * cost > limit:
            chosen = factor
    if chosen == best:
        return wanted
    return Plan(wanted.area, (max(1, height // chosen), max(1, width // chosen)))


def lighter(layer: RasterLayer, wanted: Plan, most: int) -> Plan:
    """The same area from a coarser overview, where this one has more than `most` pixels to decode.

    Only from overview to overview: what is looked at closely stays sharp.
    """
    for factor in sorted(layer.overviews):
        if level(layer, wanted) == 1 or decoded_pixels(layer, wanted) <= most:
            break
        left, top, right, bottom = wanted.area
        rows, columns = (bottom - top) // factor, (right - left) // factor
        if 1 <= rows < wanted.shape[0] and 1 <= columns < wanted.shape[1]:
            wanted = Plan(wanted.area, (rows, columns))
    return wanted


def decoded_pixels(layer: RasterLayer, wanted: Plan) -> int:
    """How many pixels have to be decoded for it, of one band: whole blocks."""
    shrunk = level(layer, wanted)
    across = _touched(wanted.area[0], wanted.area[2], wanted.shape[1], layer.block[0] * shrunk)
    down = _touched(wanted.area[1], wanted.area[3], wanted.shape[0], layer.block[1] * shrunk)
    return across * down * layer.block[0] * layer.block[1]


def _touched(first: int, end: int, samples: int, block: int) -> int:
    """Blocks along one side; never more than there are samples."""
    return min(samples, math.ceil(end / block) - first // block)


def outside() -> PreviewError:
    """The place is not in the layer."""
    return PreviewError(
        "This place is outside of the picture.", "Choose a place within the picture."
    )
