"""`openeo-desktop inspect`: the numbers of real files, their pictures, folders, broken files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import xarray

from openeo_desktop.preview.values import BandStatistics, RasterLayer
from tests.support.command_line import CommandLine

rasterio = pytest.importorskip("rasterio")
pytestmark = pytest.mark.filterwarnings("ignore:Dataset has no geotransform")


def _facts(cli: CommandLine, *arguments: object) -> dict[str, Any]:
    ended = cli.run("inspect", *arguments, "--json")
    assert (ended.code, ended.err) == (0, "")
    (facts,) = ended.documents
    return dict(facts)


def _refusal(cli: CommandLine, *arguments: object) -> str:
    ended = cli.run("inspect", *arguments)
    assert ended.code == 2
    return ended.sentence()


@pytest.mark.parametrize(
    "name",
    ["dem_slovenia.tif", "landsat_band_utm33_uint16.tiff", "five_bands_wgs84_float32.tiff"],
)
def test_the_facts_of_a_geotiff_are_those_of_rasterio(
    bare: CommandLine, shared_data: Path, name: str
) -> None:
    facts = _facts(bare, shared_data / name)
    (layer,) = facts["layers"]
    with rasterio.open(shared_data / name) as file:
        values = file.read(masked=True).astype("float64")
        assert (facts["kind"], facts["driver"]) == ("raster", "GTiff")
        assert facts["size"] == (shared_data / name).stat().st_size
        assert (layer["width"], layer["height"]) == (file.width, file.height)
        assert layer["crs"] == f"EPSG:{file.crs.to_epsg()}"
        assert layer["bounds"] == pytest.approx(tuple(file.bounds))
        for band, array in zip(layer["bands"], values, strict=True):
            assert band["dtype"] == file.dtypes[band["index"] - 1]
            assert band["minimum"] == pytest.approx(float(array.min()))
            assert band["maximum"] == pytest.approx(float(array.max()))
            assert band["mean"] == pytest.approx(float(array.mean()))
            assert band["valid"] == pytest.approx(array.count() / array.size)
            assert band["exact"] is True
    west, south, east, north = layer["bounds_lonlat"]
    assert 14 < west < east < 15
    assert 45 < south < north < 46


def test_the_facts_of_netcdf_are_those_of_xarray(bare: CommandLine, shared_data: Path) -> None:
    path = shared_data / "sentinel2_ndvi_slovenia.nc"
    facts = _facts(bare, path)
    layers = {layer["name"]: layer for layer in facts["layers"]}
    with xarray.open_dataset(path) as data:
        values = data["NDVI"].values
        assert len(layers["NDVI"]["times"]) == len(data["t"])
        first = np.datetime_as_string(data["t"].values[0], unit="s")
        assert layers["NDVI"]["times"][0] == f"{first}Z"
        for band, array in zip(layers["NDVI"]["bands"], values, strict=True):
            assert band["minimum"] == pytest.approx(float(np.nanmin(array)), abs=1e-6)
            assert band["mean"] == pytest.approx(float(np.nanmean(array)), abs=1e-6)
    assert set(layers) == {"NDVI", "CLM"}


def test_lines_say_the_same(bare: CommandLine, shared_data: Path) -> None:
    ended = bare.run("inspect", shared_data / "dem_slovenia.tif")
    assert (ended.code, ended.err) == (0, "")
    assert ended.lines[0] == "dem_slovenia.tif: raster (GTiff), 100 x 101 pixels, 1 band, 7 KB"
    assert "  Coordinates: WGS 84 / UTM zone 33N (EPSG:32633)" in ended.lines
    assert any(line.split()[:4] == ["1", "float32", "664", "801"] for line in ended.lines)


def test_the_picture_is_painted_as_in_the_window(
    bare: CommandLine, shared_data: Path, tmp_path: Path
) -> None:
    from openeo_desktop.preview.painting import paint
    from openeo_desktop.preview.reader import open_file
    from openeo_desktop.preview.styles import default_bands, default_style
    from openeo_desktop.preview.values import PictureRequest

    path, target = shared_data / "dem_slovenia.tif", tmp_path / "dem.png"
    facts = _facts(bare, path, "--png", target)
    assert facts["png"] == str(target)
    file = open_file(path)
    layer: RasterLayer = file.opened.content.layers[0]  # type: ignore[union-attr]
    numbers: tuple[BandStatistics, ...] = file.statistics(0, default_bands(layer), None, False)
    style = default_style(layer, numbers)
    whole = (0.0, 0.0, float(layer.width), float(layer.height))
    picture = file.picture(PictureRequest(0, style.bands, whole, layer.width, layer.height))
    file.close()
    with rasterio.open(target) as written:
        assert written.driver == "PNG"
        assert np.array_equal(written.read().transpose(1, 2, 0), paint(picture.values, style))
    assert list(tmp_path.glob("*.part")) == []
    assert list(tmp_path.glob("*.xml")) == []


def test_a_large_raster_gives_a_picture_of_a_screen(bare: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "wide.tif"
    shape = {"width": 3000, "height": 600, "count": 1, "dtype": "uint8", "driver": "GTiff"}
    with rasterio.open(path, "w", **shape) as file:
        file.write(np.tile(np.arange(3000, dtype="uint8"), (600, 1)), 1)
    facts = _facts(bare, path, "--png", tmp_path / "wide.png")
    with rasterio.open(tmp_path / "wide.png") as written:
        assert (written.width, written.height) in ((1024, 204), (1024, 205))
    (layer,) = facts["layers"]
    assert (layer["crs"], layer["bounds_lonlat"]) == ("", None)


def test_nothing_valid_is_told_and_is_no_number(bare: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "empty.tif"
    shape = {"width": 4, "height": 4, "count": 1, "dtype": "float32", "driver": "GTiff"}
    with rasterio.open(path, "w", **shape) as file:
        file.write(np.full((4, 4), np.nan, dtype="float32"), 1)
    (layer,) = _facts(bare, path)["layers"]
    (band,) = layer["bands"]
    assert (band["minimum"], band["mean"], band["valid"]) == (None, None, 0.0)


def test_a_folder_is_a_line_for_each_file(
    bare: CommandLine, shared_data: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "result"
    folder.mkdir()
    (folder / "dem.tif").write_bytes((shared_data / "dem_slovenia.tif").read_bytes())
    (folder / "more.tif.part").write_bytes(b"half")
    (folder / "job.json").write_text("{}", "utf-8")
    ended = bare.run("inspect", folder)
    assert (ended.code, ended.err) == (0, "")
    assert ended.lines == ["dem.tif: raster (GTiff), 100 x 101 pixels, 1 band, 7 KB"]


def test_the_document_of_a_result_names_its_files_and_none_outside(
    bare: CommandLine, shared_data: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "result"
    folder.mkdir()
    whole = (shared_data / "dem_slovenia.tif").read_bytes()
    for path in (folder / "dem.tif", folder / "other.tif", tmp_path / "secret.tif"):
        path.write_bytes(whole)
    hrefs = ("./dem.tif", "../secret.tif", str(tmp_path / "secret.tif"), "https://x.org/dem.tif")
    assets = {f"a{number}": {"href": href} for number, href in enumerate(hrefs)}
    (folder / "job-results.json").write_text(json.dumps({"assets": assets}), "utf-8")
    assert _facts(bare, folder)["file"] == "dem.tif"


def test_a_broken_file_of_a_folder_is_told_beside_the_others(
    bare: CommandLine, shared_data: Path, tmp_path: Path
) -> None:
    whole = (shared_data / "dem_slovenia.tif").read_bytes()
    (tmp_path / "a.tif").write_bytes(whole[:200])
    (tmp_path / "b.tif").write_bytes(whole)
    ended = bare.run("inspect", tmp_path, "--json")
    assert ended.code == 2
    broken, sound = ended.documents
    assert "error" in broken
    assert sound["kind"] == "raster"
    assert ended.sentence().startswith("Error: 1 of 2 files cannot be read.")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cut.tif", b"II*\0\x08\0\0\0"),
        ("lies.tif", b"II*\0" + b"\xff" * 300),
        ("cut.nc", b"\x89HDF\r\n\x1a\n" + b"\0" * 50),
        ("word.png", b"no picture at all \0\1\2"),
    ],
)
def test_a_broken_file_is_a_sentence(
    bare: CommandLine, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    assert _refusal(bare, tmp_path / name, "--png", tmp_path / "out.png").startswith("Error: ")
    assert not (tmp_path / "out.png").exists()


def test_what_cannot_be_done_says_why(bare: CommandLine, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    raster = tmp_path / "a.tif"
    raster.write_bytes(b"II*\0")
    assert "There is no file" in _refusal(bare, tmp_path / "gone.tif")
    assert "no files in this folder" in _refusal(bare, empty)
    assert "A folder has no picture" in _refusal(bare, empty, "--png", tmp_path / "a.png")
    assert "There is no folder" in _refusal(bare, raster, "--png", tmp_path / "no" / "a.png")


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.json", '{"2020-01-01": [[0.1]], "2020-02-01": [[0.3]]}', "series"),
        ("a.csv", "date,B04\n2020-01-01,0.1\n2020-02-01,0.3\n", "series"),
        ("a.geojson", '{"type": "Point", "coordinates": [14.5, 46.0]}', "vector"),
        ("a.txt", "some words", "text"),
    ],
)
def test_other_kinds_are_opened_too(
    bare: CommandLine, tmp_path: Path, name: str, text: str, kind: str
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    facts = _facts(bare, tmp_path / name)
    assert facts["kind"] == kind
    if kind == "series":
        (line,) = facts["lines"]
        assert (line["minimum"], line["maximum"]) == (0.1, 0.3)
    assert "no raster" in _refusal(bare, tmp_path / name, "--png", tmp_path / "a.png")


def test_nothing_is_left_behind(bare: CommandLine, shared_data: Path) -> None:
    before = sorted(shared_data.iterdir())
    bare.run("inspect", shared_data / "dem_slovenia.tif")
    assert list(bare.home.iterdir()) == []
    assert sorted(shared_data.iterdir()) == before
