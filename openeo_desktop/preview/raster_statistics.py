"""Numbers of many pixels without holding them all: blocks come by, twice.

The first pass gives range, mean and deviation (float64, merged block by block: Chan et al. 1983),
the second the histogram; percentiles come from the values themselves where they are few enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from openeo_desktop.preview.values import BandStatistics

if TYPE_CHECKING:
    from openeo_desktop.preview.values import Counts, Doubles

BINS = 256
_FINE = 65_536
_KEPT = 4_000_000
"""Values that are sorted for the percentiles; above, a histogram of 65,536 bins gives them."""

Blocks = Callable[[], Iterator["Doubles"]]
"""Goes through the values of a band, block by block; as often as it is called."""


@dataclass(slots=True)
class _Moments:
    """Of the valid values so far."""

    count: int = 0
    minimum: float = np.inf
    maximum: float = -np.inf
    mean: float = 0.0
    squares: float = 0.0

    def add(self, values: Doubles) -> None:
        if not values.size:
            return
        mean = float(values.mean())
        squares = float(((values - mean) ** 2).sum())
        total = self.count + values.size
        apart = mean - self.mean
        self.squares += squares + apart * apart * self.count * values.size / total
        self.mean += apart * values.size / total
        self.count = total
        self.minimum = min(self.minimum, float(values.min()))
        self.maximum = max(self.maximum, float(values.max()))


def statistics_of(band: int, blocks: Blocks, *, exact: bool) -> BandStatistics:
    """The numbers of a band whose values come in blocks; infinite values do not count."""
    moments, kept, pixels = _Moments(), [], 0
    for block in blocks():
        values = block[np.isfinite(block)]
        pixels += block.size
        moments.add(values)
        if moments.count <= _KEPT:
            kept.append(values)
    if not moments.count:
        return _nothing(band, exact)
    if moments.count <= _KEPT:
        return _from_values(band, np.concatenate(kept), moments, pixels, exact)
    kept.clear()
    return _from_blocks(band, blocks, moments, pixels, exact)


def _from_values(
    band: int, values: Doubles, moments: _Moments, pixels: int, exact: bool
) -> BandStatistics:
    counts, edges = np.histogram(values, BINS, _range(moments))
    low, high = np.percentile(values, (2, 98))
    return _made(band, moments, pixels, (float(low), float(high)), (counts, edges), exact)


def _from_blocks(
    band: int, blocks: Blocks, moments: _Moments, pixels: int, exact: bool
) -> BandStatistics:
    first, last = _range(moments)
    fine = np.zeros(_FINE, np.int64)
    for block in blocks():
        fine += np.histogram(block[np.isfinite(block)], _FINE, (first, last))[0]
    counts = fine.reshape(BINS, -1).sum(axis=1)
    edges = np.linspace(first, last, BINS + 1)
    around = np.concatenate([[0.0], np.cumsum(fine) / moments.count])
    low, high = np.interp((0.02, 0.98), around, np.linspace(first, last, _FINE + 1))
    return _made(band, moments, pixels, (float(low), float(high)), (counts, edges), exact)


def _range(moments: _Moments) -> tuple[float, float]:
    """As numpy's histogram widens it where all values are the same."""
    if moments.minimum == moments.maximum:
        return moments.minimum - 0.5, moments.maximum + 0.5
    return moments.minimum, moments.maximum


def _made(
    band: int,
    moments: _Moments,
    pixels: int,
    percentiles: tuple[float, float],
    histogram: tuple[Counts, Doubles],
    exact: bool,
) -> BandStatistics:
    counts, edges = histogram
    return BandStatistics(
        band=band,
        minimum=moments.minimum,
        maximum=moments.maximum,
        mean=moments.mean,
        deviation=float(np.sqrt(moments.squares / moments.count)),
        valid=moments.count / pixels,
        low=min(max(percentiles[0], moments.minimum), moments.maximum),
        high=min(max(percentiles[1], moments.minimum), moments.maximum),
        counts=counts.astype(np.int64),
        edges=edges.astype(np.float64),
        exact=exact,
    )


def _nothing(band: int, exact: bool) -> BandStatistics:
    nan = float("nan")
    return BandStatistics(
        band=band,
        minimum=nan,
        maximum=nan,
        mean=nan,
        deviation=nan,
        valid=0.0,
        low=nan,
        high=nan,
        counts=np.zeros(BINS, np.int64),
        edges=np.linspace(0.0, 1.0, BINS + 1),
        exact=exact,
    )
