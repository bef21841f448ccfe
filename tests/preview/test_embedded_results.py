"""What the embedded back-end writes is read as it is: its netCDF, GeoTIFF and PNG files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import rasterio
import xarray

from openeo_desktop.preview.opened_file import OpenedFile
from openeo_desktop.preview.reader import open_file
from openeo_desktop.preview.styles import default_bands
from openeo_desktop.preview.values import PictureRequest, RasterFile
from tests.local import graphs
from tests.support.local_backend import LocalBackend, example_process

DATES = ["2024-06-01", "2024-06-20"]


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalBackend]:
    with LocalBackend(tmp_path_factory.mktemp("local")) as started:
        yield started


def raster_of(opened: OpenedFile) -> RasterFile:
    assert isinstance(opened.opened.content, RasterFile)
    return opened.opened.content


def test_netcdf(backend: LocalBackend, tmp_path: Path) -> None:
    loaded = graphs.load(bands=["B04", "B08"], temporal_extent=DATES)
    graph = graphs.process(load=loaded, save=graphs.save("load", "netCDF"))
    path = backend.download(backend.run(graph), tmp_path)["openEO.nc"]
    opened = open_file(path)
    layers = raster_of(opened).layers
    assert [layer.name for layer in layers] == ["B04", "B08"]
    with xarray.open_dataset(path, decode_coords="all") as data:
        for number, layer in enumerate(layers):
            assert layer.crs == "EPSG:32633"
            assert len(layer.times) == data.sizes["t"]
            for column, row in ((0, 0), (layer.width - 1, layer.height - 1)):
                probe = opened.probe(number, column, row)
                expected = data[layer.name].sel(x=probe.x, y=probe.y)
                np.testing.assert_allclose(probe.values, expected)
            numbers = opened.statistics(number, (1,), None, True)[0]
            first = data[layer.name][0].to_numpy().astype(float)
            assert numbers.mean == pytest.approx(np.nanmean(first))
            assert numbers.valid == pytest.approx(np.isfinite(first).mean())
    opened.close()


def test_geotiff_and_picture(backend: LocalBackend, tmp_path: Path) -> None:
    files = backend.download(backend.run(example_process("sample_true_colour")), tmp_path)
    picture = open_file(files["true_colour.png"])
    layer = raster_of(picture).layers[0]
    assert default_bands(layer) == (1, 2, 3)
    loaded = graphs.load(bands=["B04", "B08"], temporal_extent=DATES)
    graph = graphs.process(load=loaded, save=graphs.save("load"))
    written = backend.download(backend.run(graph), tmp_path)
    path = next(path for name, path in written.items() if name.endswith(".tif"))
    opened = open_file(path)
    layer = raster_of(opened).layers[0]
    assert [band.name for band in layer.bands] == ["B04", "B08"]
    window = (0, 0, layer.width, layer.height)
    answer = opened.picture(PictureRequest(0, (1, 2), window, layer.width, layer.height))
    with rasterio.open(path) as file:
        expected = file.read(masked=True).astype(np.float32).filled(np.nan)
        assert layer.bounds == pytest.approx(tuple(file.bounds))
    np.testing.assert_array_equal(answer.values, expected)
