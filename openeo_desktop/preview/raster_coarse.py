"""Reads a picture; where it would be too much work, only every n-th block, and says so.

Large files without overviews have to be decoded whole for a picture of all of them. Then one block
stands for its neighbours: each pixel of the answer is the nearest of those that were read.
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from openeo_desktop.preview.raster_gdal import Check
from openeo_desktop.preview.raster_plan import Plan, decoded_pixels, lighter
from openeo_desktop.preview.raster_stack import RasterStack

if TYPE_CHECKING:
    from openeo_desktop.preview.values import Floats

_FAIR = 8
"""Decoded pixels for each pixel of an answer that are always accepted."""
Indices = npt.NDArray[np.int64]


def read(
    stack: RasterStack, bands: tuple[int, ...], wanted: Plan, check: Check
) -> tuple[Floats, bool]:
    """Values (bands, rows, columns) as planned, and whether they are coarse.

    To be called within `gdal()`.
    """
    item = max(np.dtype(stack.layer.bands[band - 1].dtype).itemsize for band in bands)
    each = item * len(bands)
    wanted = lighter(stack.layer, wanted, stack.work_limit // each)
    work = decoded_pixels(stack.layer, wanted) * each
    # What an overview answers is never too much: a few times what was asked for.
    limit = max(stack.work_limit, _FAIR * wanted.shape[0] * wanted.shape[1] * each)
    if work <= limit:
        return _whole(stack, bands, wanted, check), False
    every = math.ceil(math.sqrt(work / stack.work_limit))
    return _sampled(stack, bands, wanted, every, check), True


def _whole(stack: RasterStack, bands: tuple[int, ...], wanted: Plan, check: Check) -> Floats:
    check()
    return np.asarray(stack.read(bands, wanted.area, wanted.shape, np.float32))


def _sampled(
    stack: RasterStack, bands: tuple[int, ...], wanted: Plan, every: int, check: Check
) -> Floats:
    left, top, right, bottom = wanted.area
    columns = _places(left, right, wanted.shape[1], stack.layer.block[0], every)
    rows = _places(top, bottom, wanted.shape[0], stack.layer.block[1], every)
    values = np.empty((len(bands), *wanted.shape), np.float32)
    for down in _runs(rows, stack.layer.block[1]):
        for across in _runs(columns, stack.layer.block[0]):
            check()
            first_x, first_y = int(columns[across].min()), int(rows[down].min())
            area = (first_x, first_y, int(columns[across].max()) + 1, int(rows[down].max()) + 1)
            read = stack.read(bands, area, None, np.float32)
            picked = read[:, (rows[down] - first_y)[:, None], (columns[across] - first_x)[None]]
            values[:, down, across] = picked
    return values


def _places(first: int, end: int, samples: int, block: int, every: int) -> Indices:
    """The pixel along one side that each sample is taken from: within one of `every` blocks."""
    centres = first + (np.arange(samples) + 0.5) * (end - first) / samples
    pixels = np.floor(centres).astype(np.int64)
    chosen = (pixels // block // every) * every + every // 2
    chosen = np.minimum(chosen, (end - 1) // block) * block
    return np.clip(pixels, np.maximum(chosen, first), np.minimum(chosen + block, end) - 1)


def _runs(places: Indices, block: int) -> list[slice]:
    """The samples of one block after the other."""
    borders = np.flatnonzero(np.diff(places // block)) + 1
    cuts = [0, *borders.tolist(), len(places)]
    return [slice(first, end) for first, end in itertools.pairwise(cuts)]
