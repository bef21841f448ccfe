"""The one way in: kinds are found by content, hostile files are a sentence."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview.file_kinds import FileKind, kind_of
from openeo_desktop.preview.reader import open_file
from openeo_desktop.preview.values import PictureRequest, RasterFile
from tests.support.result_files import DATA, cube, write_tiff


def tiff_claiming(width: int, height: int, *, bits: int = 8, tile: int = 256) -> bytes:
    """A little TIFF whose directory claims a size; it has one tile, which is not there."""
    entries = [
        (256, 4, 1, width),
        (257, 4, 1, height),
        (258, 3, 1, bits),
        (259, 3, 1, 1),
        (262, 3, 1, 1),
        (277, 3, 1, 1),
        (322, 4, 1, tile),
        (323, 4, 1, tile),
        (324, 4, 1, 8),
        (325, 4, 1, 100),
    ]
    body = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return struct.pack("<2sHIH", b"II", 42, 8, len(entries)) + body + bytes(4)


def png_claiming(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunk = b"IHDR" + header
    end = struct.pack(">I", zlib.crc32(chunk))
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + end


@pytest.mark.parametrize(
    ("beginning", "name", "kind"),
    [
        (b"II*\x00", "a.csv", FileKind.TIFF),
        (b"MM\x00+", "a", FileKind.TIFF),
        (b"\x89HDF\r\n\x1a\n", "a.tif", FileKind.NETCDF),
        (b"CDF\x02", "a", FileKind.NETCDF),
        (b"\x89PNG\r\n\x1a\n", "a.jpg", FileKind.PNG),
        (b"\xff\xd8\xff\xe0", "a", FileKind.JPEG),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a", FileKind.WEBP),
        (b"RIFF\x00\x00\x00\x00WAVE", "a.bin", FileKind.TEXT),
        (b"PK\x03\x04", "a.zarr.zip", FileKind.ARCHIVE),
        (b"PAR1", "a.parquet", FileKind.PARQUET),
        (b"date,B04\n", "a.csv", FileKind.CSV),
        (b'\xef\xbb\xbf {"type": 1}', "a", FileKind.JSON),
        (b"[1, 2]", "data.txt", FileKind.JSON),
        ('{"a": 1}'.encode("utf-16"), "a", FileKind.JSON),
        (b"hello", "log.txt", FileKind.TEXT),
        (b"", "empty", FileKind.TEXT),
    ],
)
def test_kind_is_found(tmp_path: Path, beginning: bytes, name: str, kind: FileKind) -> None:
    (tmp_path / name).write_bytes(beginning)
    assert kind_of(tmp_path / name) is kind


def test_folders(tmp_path: Path) -> None:
    assert kind_of(tmp_path) is FileKind.FOLDER
    (tmp_path / ".zgroup").write_text("{}")
    assert kind_of(tmp_path) is FileKind.ZARR
    with pytest.raises(PreviewError):
        open_file(tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        tiff_claiming(10**9, 10**9),
        tiff_claiming(2**31 - 1, 2**31 - 1, tile=2**20),
        tiff_claiming(4_000_000, 4_000_000),
        tiff_claiming(60_000, 60_000, tile=65_536),
        tiff_claiming(0, 0),
        png_claiming(2**31 - 1, 2**31 - 1),
        b"II*\x00" + bytes(100),
        b"II*\x00\xff\xff\xff\xff",
        b"\x89HDF\r\n\x1a\n" + bytes(5000),
        b"CDF\x01" + b"\xff" * 500,
        b"GIF89a\xff\xff\xff\xff\x00\x00\x00" + bytes(50),
        b"PAR1",
        b"GRIB" + bytes(99),
        b"SQLite format 3\x00" + bytes(99),
    ],
)
def test_lying_headers_are_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "liar.tif"
    path.write_bytes(content)
    with pytest.raises(PreviewError) as caught:
        open_file(path)
    assert caught.value.message.endswith(".")
    assert caught.value.hint.endswith(".")


def test_missing_file_and_complex_numbers_are_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PreviewError, match="cannot be read"):
        open_file(tmp_path / "missing.tif")
    path = write_tiff(tmp_path / "radar.tif", np.zeros((1, 4, 4), np.complex64))
    with pytest.raises(PreviewError, match="complex"):
        open_file(path)


def test_what_is_damaged_further_inside_is_a_sentence_and_the_rest_is_shown(
    tmp_path: Path,
) -> None:
    values = np.random.default_rng(1).integers(0, 255, (1, 512, 512), "uint8")
    path = write_tiff(
        tmp_path / "hole.tif",
        values,
        tiled=True,
        blockxsize=256,
        blockysize=256,
        compress="deflate",
    )
    content = bytearray(path.read_bytes())
    content[-30_000:] = bytes(30_000)
    path.write_bytes(content)
    opened = open_file(path)
    whole = opened.picture(PictureRequest(0, (1,), (0, 0, 256, 256), 256, 256))
    np.testing.assert_array_equal(whole.values[0], values[0, :256, :256])
    with pytest.raises(PreviewError):
        opened.picture(PictureRequest(0, (1,), (256, 256, 512, 512), 256, 256))


def test_a_virtual_file_of_gdal_is_not_opened_as_one(tmp_path: Path) -> None:
    """A VRT is XML that names other files; whatever it is called, it is only text."""
    for name in ("a.vrt", "a.tif"):
        (tmp_path / name).write_text("<VRTDataset><SourceFilename>/etc/passwd</SourceFilename>")
        assert kind_of(tmp_path / name) is FileKind.TEXT


def test_side_files_are_not_read(tmp_path: Path) -> None:
    path = write_tiff(tmp_path / "alone.tif", np.zeros((1, 4, 4), np.uint8))
    (tmp_path / "alone.tif.aux.xml").write_text(
        '<PAMDataset><PAMRasterBand band="1"><Description>from beside</Description>'
        "</PAMRasterBand></PAMDataset>"
    )
    opened = open_file(path)
    assert isinstance(opened.opened.content, RasterFile)
    assert opened.opened.content.layers[0].bands[0].name == ""
    opened.close()
    assert sorted(found.name for found in tmp_path.iterdir()) == [
        "alone.tif",
        "alone.tif.aux.xml",
    ]


@pytest.mark.parametrize(
    ("driver", "suffix"), [("PNG", "png"), ("JP2OpenJPEG", "jp2"), ("GIF", "gif")]
)
def test_pictures_of_other_formats(tmp_path: Path, driver: str, suffix: str) -> None:
    values = np.arange(30 * 20, dtype=np.uint8).reshape(1, 20, 30) % 7 * 30
    lossless = {"QUALITY": "100", "REVERSIBLE": "YES"} if suffix == "jp2" else {}
    path = write_tiff(tmp_path / f"picture.{suffix}", values, driver=driver, crs=None, **lossless)
    (tmp_path / f"picture.{suffix}.aux.xml").unlink(missing_ok=True)
    opened = open_file(path)
    assert isinstance(opened.opened.content, RasterFile)
    assert opened.opened.content.driver == driver
    picture = opened.picture(PictureRequest(0, (1,), (0, 0, 30, 20), 30, 20))
    np.testing.assert_array_equal(picture.values, values)


def test_names_that_gdal_would_understand_otherwise(tmp_path: Path) -> None:
    values = np.full((1, 2, 2), 5, np.uint8)
    for name in ("-o.tif", "a b#d%20.tif", "ü«».tif"):
        path = tmp_path / name
        write_tiff(tmp_path / "plain.tif", values).replace(path)
        assert open_file(path).probe(0, 0, 0).values == [5]
    cube().to_netcdf(tmp_path / "plain.nc")
    for name in ("a b.nc", "ü b.nc"):
        (tmp_path / "plain.nc").replace(tmp_path / name)
        opened = open_file(tmp_path / name)
        assert opened.probe(1, 0, 0).values.tolist() == [100, 120, 140]
        opened.close()
        (tmp_path / name).replace(tmp_path / "plain.nc")


@pytest.mark.real_data
def test_every_real_file_opens() -> None:
    for path in sorted(DATA.iterdir()):
        opened = open_file(path)
        assert isinstance(opened.opened.content, RasterFile)
        opened.close()


def test_a_netcdf_file_with_quotes_in_its_name_says_what_to_do(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("no such names on Windows")
    cube().to_netcdf(tmp_path / "plain.nc")
    path = (tmp_path / "plain.nc").replace(tmp_path / 'say "b".nc')
    with pytest.raises(PreviewError, match="quote"):
        open_file(path)


@pytest.mark.parametrize(
    ("head", "opens"),
    [
        (b"PAR1", "geopandas"),
        (b"SQLite format 3\x00", "QGIS"),
        (b"fgb\x03fgb\x00", "QGIS"),
        (b"GRIB", "cfgrib"),
    ],
)
def test_what_is_not_shown_names_what_opens_it(tmp_path: Path, head: bytes, opens: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(head + bytes(100))
    with pytest.raises(PreviewError, match="not shown here") as refused:
        open_file(path)
    assert opens in refused.value.hint
