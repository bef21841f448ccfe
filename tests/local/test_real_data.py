"""Real input: the Sentinel-2 NDVI of ../shared/data against plain xarray."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import xarray as xr

from tests.local import graphs
from tests.local.conftest import SHARED_DATA
from tests.support.local_backend import LocalBackend, example_process

rasterio = pytest.importorskip("rasterio")

SOURCE = SHARED_DATA / "sentinel2_ndvi_slovenia.nc"
pytestmark = pytest.mark.skipif(
    not SOURCE.is_file(), reason="the real Earth-observation files are not there (../shared/data)"
)


def _summer() -> xr.DataArray:
    """Cloud-masked NDVI of June to August 2016, straight from the file."""
    with xr.open_dataset(SOURCE) as data:
        inside = data.sel(t=slice("2016-06-01", "2016-08-31")).load()
    return inside["NDVI"].where(inside["CLM"] != 1)


def test_mean_of_summer_equals_xarray(backend: LocalBackend, tmp_path: Path) -> None:
    job_id = backend.run(example_process("slovenia_ndvi_summer_2016"))
    assert backend.status(job_id) == "finished", backend.logs(job_id, level="error")
    path = backend.download(job_id, tmp_path)["ndvi_summer_2016.tif"]
    expected = _summer().mean("t")
    with rasterio.open(path) as file:
        pixels, transform, crs = file.read(1), file.transform, file.crs
    assert crs.to_epsg() == 32633
    assert pixels.shape == expected.shape == (101, 100)
    np.testing.assert_allclose(pixels, expected.values, atol=1e-6, rtol=0)
    x, y = expected["x"].values, expected["y"].values
    first = (transform.c + transform.a / 2, transform.f + transform.e / 2)
    assert first == pytest.approx((x[0], y[0]), abs=1e-6)
    last = (transform.c + transform.a * 99.5, transform.f + transform.e * 100.5)
    assert last == pytest.approx((x[-1], y[-1]), abs=1e-6)


def test_series_of_summer_equals_xarray(backend: LocalBackend, tmp_path: Path) -> None:
    job_id = backend.run(example_process("slovenia_time_series"))
    series = json.loads(backend.download(job_id, tmp_path)["ndvi_series.json"].read_text())
    expected = _summer().mean(("y", "x"))
    dates = [f"{np.datetime_as_string(time, unit='s')}Z" for time in expected["t"].values]
    assert list(series) == dates
    values = [np.nan if value is None else value for ((value,),) in series.values()]
    np.testing.assert_allclose(values, expected.values, atol=1e-6, rtol=0)


@pytest.mark.parametrize(
    ("collection", "file"),
    [
        ("dem_slovenia", "dem_slovenia.tif"),
        ("landsat_band_utm33_uint16", "landsat_band_utm33_uint16.tiff"),
        ("five_bands_wgs84_float32", "five_bands_wgs84_float32.tiff"),
    ],
)
def test_geotiff_comes_back_exactly(
    backend: LocalBackend, tmp_path: Path, collection: str, file: str
) -> None:
    loaded = {**graphs.load(collection)}
    job_id = backend.run(graphs.process(load=loaded, save=graphs.save("load")))
    assert backend.status(job_id) == "finished", backend.logs(job_id, level="error")
    path = backend.download(job_id, tmp_path)["openEO.tif"]
    with rasterio.open(path) as result, rasterio.open(SHARED_DATA / file) as source:
        assert result.transform == source.transform
        assert result.crs == source.crs
        assert result.dtypes == source.dtypes
        np.testing.assert_array_equal(result.read(), source.read())


def test_box_in_degrees_cuts_the_real_file(backend: LocalBackend, tmp_path: Path) -> None:
    box = {"west": 14.554, "south": 45.868, "east": 14.560, "north": 45.873}
    loaded = graphs.load("dem_slovenia", spatial_extent=box)
    job_id = backend.run(graphs.process(load=loaded, save=graphs.save("load")))
    with (
        rasterio.open(backend.download(job_id, tmp_path)["openEO.tif"]) as result,
        rasterio.open(SHARED_DATA / "dem_slovenia.tif") as source,
    ):
        assert 0 < result.width < source.width
        window = rasterio.windows.from_bounds(*result.bounds, transform=source.transform)
        np.testing.assert_array_equal(result.read(1), source.read(1, window=window))
