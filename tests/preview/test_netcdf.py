"""netCDF: what xarray reads, at the same places and times."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pytest
import xarray

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview.netcdf_header import check_header
from openeo_desktop.preview.opened_file import OpenedFile
from openeo_desktop.preview.reader import open_file
from openeo_desktop.preview.values import PictureRequest, RasterFile, RasterLayer
from tests.support.result_files import DATA, TIMES, CountedRanges, banded_cube, cube

REAL = DATA / "sentinel2_ndvi_slovenia.nc"


def layers_of(opened: OpenedFile) -> dict[str, RasterLayer]:
    assert isinstance(opened.opened.content, RasterFile)
    return {layer.name: layer for layer in opened.opened.content.layers}


def values_of(opened: OpenedFile, number: int, band: int) -> np.ndarray:
    assert isinstance(opened.opened.content, RasterFile)
    layer = opened.opened.content.layers[number]
    window = (0, 0, layer.width, layer.height)
    return opened.picture(PictureRequest(number, (band,), window, 999, 999)).values[0]


@pytest.mark.real_data
def test_real_cube_is_what_xarray_reads() -> None:
    opened = open_file(REAL)
    layers = layers_of(opened)
    assert set(layers) == {"NDVI", "CLM"}
    layer = layers["NDVI"]
    assert layer.title == "Normalised difference vegetation index"
    assert layer.crs == "EPSG:32633"
    number = list(layers).index("NDVI")
    with xarray.open_dataset(REAL) as data:
        ndvi = data["NDVI"]
        moments = [np.datetime64(time.replace(tzinfo=None), "s") for time in layer.times]
        np.testing.assert_array_equal(moments, data["t"].to_numpy().astype("datetime64[s]"))
        np.testing.assert_allclose(values_of(opened, number, 40), ndvi[39], atol=1e-6)
        for column, row in ((0, 0), (99, 100)):
            probe = opened.probe(number, column, row)
            np.testing.assert_allclose(probe.values, ndvi[:, row, column], atol=1e-12)
            assert probe.x == pytest.approx(float(data["x"][column]))
            assert probe.y == pytest.approx(float(data["y"][row]))
        series = opened.pixel_series(number, 7, 9).lines[0]
        np.testing.assert_allclose(series.values, ndvi[:, 9, 7], atol=1e-12)
        seconds = (data["t"].to_numpy() - np.datetime64(0, "s")) / np.timedelta64(1, "s")
        np.testing.assert_allclose(series.times, seconds)
    opened.close()


@pytest.mark.parametrize("south_up", [False, True])
@pytest.mark.parametrize("crs", [False, True])
def test_rows_lie_where_y_says(tmp_path: Path, south_up: bool, crs: bool) -> None:
    data = cube(south_up=south_up, crs=crs)
    data.to_netcdf(tmp_path / "cube.nc")
    opened = open_file(tmp_path / "cube.nc")
    assert list(layers_of(opened)) == ["B04", "B08"]
    for column in range(5):
        for row in range(4):
            probe = opened.probe(1, column, row)
            expected = data["B08"].sel(x=probe.x, y=probe.y)
            np.testing.assert_array_equal(probe.values, expected)
    layer = layers_of(opened)["B08"]
    assert layer.crs == ("EPSG:32633" if crs else "")
    assert layer.bounds == (5, 15, 55, 55)


def test_times_and_bands_of_a_cube_are_told_apart(tmp_path: Path) -> None:
    data = banded_cube()
    data.to_netcdf(tmp_path / "banded.nc")
    opened = open_file(tmp_path / "banded.nc")
    bands = layers_of(opened)["cube"].bands
    assert [band.name for band in bands] == ["B04", "B08"] * 3
    assert bands[2].time == bands[3].time == dt.datetime(2020, 1, 11, 12, 30, tzinfo=dt.UTC)
    for band in bands:
        place = {"t": TIMES[(band.index - 1) // 2], "bands": band.name}
        expected = data["cube"].sel(place)
        np.testing.assert_array_equal(values_of(opened, 0, band.index), expected)
    lines = {line.name: line for line in opened.pixel_series(0, 1, 2).lines}
    np.testing.assert_array_equal(lines["B08"].values, data["cube"].isel(x=1, y=2).sel(bands="B08"))


def test_packed_values_and_gaps_are_as_xarray_unpacks_them(tmp_path: Path) -> None:
    data = cube()
    data["B04"][1, 2, 3] = np.nan
    data["B04"].encoding = {
        "dtype": "int16",
        "scale_factor": 0.5,
        "add_offset": 3,
        "_FillValue": -9,
    }
    data["B04"].attrs["units"] = "1"
    data["B08"].attrs["units"] = "dB"
    data.to_netcdf(tmp_path / "packed.nc")
    opened = open_file(tmp_path / "packed.nc")
    with xarray.open_dataset(tmp_path / "packed.nc") as read:
        np.testing.assert_allclose(values_of(opened, 0, 2), read["B04"][1])
    layers = layers_of(opened)
    assert (layers["B04"].bands[0].unit, layers["B08"].bands[0].unit) == ("", "dB")


def test_classic_format_levels_and_degrees(tmp_path: Path) -> None:
    data = xarray.Dataset(
        {"wind": (("level", "lat", "lon"), np.arange(24.0).reshape(2, 3, 4))},
        coords={"level": [850.0, 500.0], "lat": [10.0, 0, -10], "lon": [0.0, 10, 20, 30]},
    )
    data["level"].attrs["units"] = "hPa"
    data["lat"].attrs["units"], data["lon"].attrs["units"] = "degrees_north", "degrees_east"
    data.to_netcdf(tmp_path / "classic.nc", format="NETCDF3_64BIT")
    layer = layers_of(open_file(tmp_path / "classic.nc"))["wind"]
    assert [band.name for band in layer.bands] == ["level 850 hPa", "level 500 hPa"]
    assert layer.crs == "EPSG:4326"
    assert layer.times == ()


def test_dimensions_in_another_order_are_not_put_in_a_wrong_place(tmp_path: Path) -> None:
    banded_cube().transpose("t", "bands", "x", "y").to_netcdf(tmp_path / "turned.nc")
    opened = open_file(tmp_path / "turned.nc")
    layer = layers_of(opened)["cube"]
    assert (layer.transform, layer.outline) == (None, ())
    banded_cube().transpose("bands", "y", "x", "t").to_netcdf(tmp_path / "other.nc")
    with pytest.raises(PreviewError, match="last dimensions"):
        open_file(tmp_path / "other.nc")


def test_a_file_without_pictures_says_so(tmp_path: Path) -> None:
    xarray.Dataset({"v": (("t",), np.arange(3))}).to_netcdf(tmp_path / "flat.nc")
    with pytest.raises(PreviewError):
        open_file(tmp_path / "flat.nc")


@pytest.mark.parametrize("length", [9, 600, 5000])
def test_a_truncated_file_is_a_sentence(tmp_path: Path, length: int) -> None:
    cube().to_netcdf(tmp_path / "whole.nc")
    (tmp_path / "cut.nc").write_bytes((tmp_path / "whole.nc").read_bytes()[:length])
    with pytest.raises(PreviewError):
        open_file(tmp_path / "cut.nc")


@pytest.mark.parametrize("format_", ["NETCDF3_CLASSIC", "NETCDF3_64BIT", "NETCDF4"])
def test_headers_of_all_formats_are_believed_when_they_are_true(
    tmp_path: Path, format_: str
) -> None:
    data = cube().drop_vars("crs")
    data.attrs["history"] = "made"
    data.to_netcdf(tmp_path / "cube.nc", format=format_, unlimited_dims=["t"])
    assert list(layers_of(open_file(tmp_path / "cube.nc"))) == ["B04", "B08"]


def test_counts_that_the_file_cannot_hold_are_not_believed(tmp_path: Path) -> None:
    """Without a look at the header each of these may take gigabytes."""
    cube().drop_vars("crs").to_netcdf(tmp_path / "true.nc", format="NETCDF3_CLASSIC")
    content = (tmp_path / "true.nc").read_bytes()
    header = content.index(b"B08")
    refused = 0
    for place in range(8, header, 4):
        lying = bytearray(content)
        lying[place : place + 4] = b"\x7f\xff\xff\xf0"
        (tmp_path / "lying.nc").write_bytes(lying)
        try:
            check_header(tmp_path / "lying.nc")
        except PreviewError:
            refused += 1
    assert refused > 20
    check_header(tmp_path / "true.nc")


def test_a_small_one_is_fetched_whole_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cube().to_netcdf(tmp_path / "cube.nc")
    (tmp_path / "scratch").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "scratch"))
    opened = open_file(CountedRanges(tmp_path / "cube.nc"))
    assert opened.probe(0, 0, 0).values.tolist() == [0, 20, 40]
    assert list((tmp_path / "scratch").iterdir())
    opened.close()
    assert not list((tmp_path / "scratch").iterdir())


def test_a_large_one_has_to_be_downloaded(tmp_path: Path) -> None:
    cube().to_netcdf(tmp_path / "cube.nc")
    ranges = CountedRanges(tmp_path / "cube.nc")
    ranges.size = 2**31
    with pytest.raises(PreviewError, match="downloaded"):
        open_file(ranges)
    assert ranges.fetched < 10_000
