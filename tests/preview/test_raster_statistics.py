"""Numbers of many pixels are numpy's, whether they come in one block or in many."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from openeo_desktop.preview import raster_statistics
from openeo_desktop.preview.raster_statistics import statistics_of
from openeo_desktop.preview.reader import open_file
from tests.support.result_files import DATA, write_tiff


@pytest.mark.parametrize("kept", [0, 10**9], ids=["by histogram", "by values"])
def test_blocks_give_what_numpy_gives_of_all(monkeypatch: pytest.MonkeyPatch, kept: int) -> None:
    monkeypatch.setattr(raster_statistics, "_KEPT", kept)
    values = np.random.default_rng(4).normal(1e6, 3, 40_000)
    values[::7] = np.nan

    def blocks() -> Iterator[np.ndarray]:
        yield from np.array_split(values, 23)

    found = statistics_of(3, blocks, exact=True)
    valid = values[~np.isnan(values)]
    assert found.band == 3
    assert (found.minimum, found.maximum) == (valid.min(), valid.max())
    assert found.mean == pytest.approx(valid.mean(), rel=1e-14)
    assert found.deviation == pytest.approx(valid.std(), rel=1e-9)
    assert found.valid == len(valid) / len(values)
    expected = np.percentile(valid, (2, 98))
    assert (found.low, found.high) == pytest.approx(expected, abs=0.02)
    counts, edges = np.histogram(valid, 256)
    assert found.counts.sum() == len(valid)
    assert np.abs(found.counts - counts).max() <= 2  # a value at an edge may fall to either side
    np.testing.assert_allclose(found.edges, edges)


def test_nothing_valid_is_not_a_number() -> None:
    found = statistics_of(1, lambda: iter([np.full(9, np.nan)]), exact=True)
    assert math.isnan(found.minimum)
    assert math.isnan(found.mean)
    assert found.valid == 0
    assert found.counts.sum() == 0


def test_one_value_everywhere_and_infinite_ones() -> None:
    values = np.array([5.0, 5.0, np.inf, -np.inf, np.nan])
    found = statistics_of(1, lambda: iter([values]), exact=True)
    assert (found.minimum, found.maximum, found.deviation) == (5, 5, 0)
    assert (found.low, found.high) == (5, 5)
    assert found.valid == 0.4
    assert found.counts.sum() == 2


@pytest.mark.real_data
def test_of_a_real_file() -> None:
    import rasterio

    name = DATA / "landsat_band_utm33_uint16.tiff"
    found = open_file(name).statistics(0, (1,), (10, 20, 50, 70), True)[0]
    with rasterio.open(name) as file:
        expected = file.read(1)[20:70, 10:50].astype(float)
    assert (found.minimum, found.maximum) == (expected.min(), expected.max())
    assert found.mean == pytest.approx(expected.mean(), rel=1e-13)
    assert found.deviation == pytest.approx(expected.std(), rel=1e-12)


@pytest.mark.parametrize(
    "layout",
    [{}, {"tiled": True, "blockxsize": 256, "blockysize": 128}, {"blockysize": 1}],
    ids=["strips", "tiles", "lines"],
)
def test_every_pixel_counts_once_whatever_the_layout(
    tmp_path: Path, layout: dict[str, object]
) -> None:
    values = np.arange(1000 * 700, dtype=np.float32).reshape(1, 1000, 700)
    opened = open_file(write_tiff(tmp_path / "blocks.tif", values, **layout))
    opened.between_blocks = lambda: seen.append(1)  # type: ignore[method-assign]
    seen: list[int] = []
    exact = opened.statistics(0, (1,), (3, 5, 697, 991), True)[0]
    expected = values[0, 5:991, 3:697].astype(float)
    assert exact.exact
    assert seen
    assert exact.counts.sum() == expected.size
    assert (exact.minimum, exact.maximum) == (expected.min(), expected.max())
    assert exact.mean == pytest.approx(expected.mean(), rel=1e-12)
    glance = opened.statistics(0, (1,), None, False)[0]
    assert not glance.exact
    assert glance.counts.sum() < values.size
    assert glance.mean == pytest.approx(values.mean(), rel=0.01)


def test_work_between_blocks_can_be_ended(tmp_path: Path) -> None:
    values = np.zeros((1, 300, 300), np.uint8)
    opened = open_file(write_tiff(tmp_path / "long.tif", values))

    def ended() -> None:
        raise TimeoutError

    opened.between_blocks = ended  # type: ignore[method-assign]
    with pytest.raises(TimeoutError):
        opened.statistics(0, (1,), None, True)
