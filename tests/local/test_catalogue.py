"""Collections from files: what is found, what is skipped, and the generated sample."""

from __future__ import annotations

import hashlib
import logging
import shutil
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
import xarray as xr

from openeo_desktop.local.catalogue import Catalogue
from openeo_desktop.local.layout import StateFolder
from openeo_desktop.local.sample import ensure_sample
from openeo_desktop.local.sources import UnreadableSourceError, read_source

rasterio = pytest.importorskip("rasterio")


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> StateFolder:
    folder = StateFolder(tmp_path_factory.mktemp("state"))
    folder.make()
    return folder


def _write_tiff(path: Path, **options: object) -> None:
    profile = {
        "driver": "GTiff", "width": 4, "height": 3, "count": 2, "dtype": "uint8",
        "crs": "EPSG:32633", "transform": rasterio.Affine(10, 0, 500_000, 0, -10, 5_000_000),
        **options,
    }  # fmt: skip
    with rasterio.open(path, "w", **profile):
        pass


def test_files_become_collections_with_unique_ids(state: StateFolder, tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    for folder in (first, second):
        folder.mkdir()
        _write_tiff(folder / "my field (1).tif")
    _write_tiff(second / "upper.TIFF")
    found = Catalogue(state, [first, second]).sources()
    assert list(found) == ["SAMPLE_S2", "my_field_1_", "my_field_1__2", "upper"]
    source = found["my_field_1_"]
    assert [band.name for band in source.bands] == ["B01", "B02"]
    assert (source.epsg, source.shape, source.step) == (32633, (3, 4), (10, -10))
    assert (source.x, source.y) == ((500_005, 500_035), (4_999_995, 4_999_975))


def test_broken_files_are_skipped_with_a_word(
    state: StateFolder, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "broken.tif").write_bytes(b"II*\0 nothing of a picture")
    (tmp_path / "broken.nc").write_bytes(b"CDF\1 nothing of a cube")
    (tmp_path / "notes.txt").write_text("not data")
    _write_tiff(tmp_path / "nowhere.tif", crs=None)
    catalogue = Catalogue(state, [tmp_path, tmp_path / "missing"])
    with caplog.at_level(logging.WARNING):
        assert list(catalogue.sources()) == ["SAMPLE_S2"]
        told = [record.getMessage() for record in caplog.records]
        caplog.clear()
        catalogue.sources()  # said once per file, not at every request
        again = [record.getMessage() for record in caplog.records]
    skipped = [text for text in told if "is skipped" in text]
    for name in ("broken.tif", "broken.nc", "nowhere.tif"):
        assert name in str(skipped)
    assert not [text for text in again if "is skipped" in text]


def test_new_and_removed_files_show_at_once(state: StateFolder, tmp_path: Path) -> None:
    catalogue = Catalogue(state, [tmp_path])
    assert catalogue.find("late") is None
    _write_tiff(tmp_path / "late.tif")
    assert catalogue.find("late") is not None
    (tmp_path / "late.tif").unlink()
    assert catalogue.find("late") is None


def test_a_text_that_names_other_files_is_no_picture(tmp_path: Path) -> None:
    """GDAL's virtual format under a name of ours could read any file, or ask any server."""
    _write_tiff(tmp_path / "real.tif")
    with rasterio.open(tmp_path / "real.tif") as real:
        crs, place = real.crs.to_wkt(), ", ".join(map(str, real.transform.to_gdal()))
    path = tmp_path / "virtual.tif"
    path.write_text(
        f'<VRTDataset rasterXSize="4" rasterYSize="3"><SRS>{escape(crs)}</SRS>'
        f"<GeoTransform>{place}</GeoTransform>"
        '<VRTRasterBand dataType="Byte" band="1"><SimpleSource>'
        f"<SourceFilename>{tmp_path / 'real.tif'}</SourceFilename><SourceBand>1</SourceBand>"
        "</SimpleSource></VRTRasterBand></VRTDataset>"
    )
    with rasterio.open(path) as file:
        assert file.driver == "VRT"
    with pytest.raises(UnreadableSourceError):
        read_source(path)


def test_netcdf_without_space_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "series.nc"
    xr.Dataset({"v": ("t", [1.0, 2.0])}).to_netcdf(path)
    with pytest.raises(UnreadableSourceError, match="no dimensions named x and y"):
        read_source(path)


def test_sample_is_believable_and_the_same_everywhere(state: StateFolder, tmp_path: Path) -> None:
    Catalogue(state, []).sources()
    copy = tmp_path / "copy.nc"
    shutil.copy(state.sample, copy)
    with xr.open_dataset(state.sample) as data:
        assert dict(data.sizes) == {"t": 12, "y": 400, "x": 400}
        clear = data.where(data["SCL"] == 4)
        ndvi = (clear["B08"] - clear["B04"]) / (clear["B08"] + clear["B04"])
        assert 0.4 < float(ndvi.mean()) < 0.9
        cloudy = (data["SCL"] == 9).mean(("y", "x"))
        assert float(cloudy.min()) == 0
        assert 0.4 < float(cloudy.max()) < 0.7
        values = data.load()
    again = tmp_path / "again.nc"
    ensure_sample(again)
    with xr.open_dataset(again) as other:
        xr.testing.assert_identical(values, other.load())
    before = hashlib.sha256(copy.read_bytes()).digest()
    ensure_sample(state.sample)  # it is there: left alone
    assert hashlib.sha256(state.sample.read_bytes()).digest() == before
