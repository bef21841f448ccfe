"""Zarr folders: what xarray wrote is read as it was; what cannot be read is a sentence."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview.opened_file import OpenedFile
from openeo_desktop.preview.reader import open_file
from openeo_desktop.preview.values import RasterFile, RasterLayer
from tests.support.result_files import banded_cube, cube


def layers_of(opened: OpenedFile) -> tuple[RasterLayer, ...]:
    assert isinstance(opened.opened.content, RasterFile)
    return opened.opened.content.layers


def test_a_cube_is_what_xarray_wrote(tmp_path: Path) -> None:
    data = cube()
    data["B08"].encoding = {"dtype": "int16", "scale_factor": 0.5, "_FillValue": -1}
    data.to_zarr(tmp_path / "cube.zarr", zarr_format=2)
    opened = open_file(tmp_path / "cube.zarr")
    first, second = layers_of(opened)
    assert (first.name, second.name) == ("B04", "B08")
    assert (first.crs, first.bounds) == ("EPSG:32633", (5, 15, 55, 55))
    assert len(first.times) == 3
    for number, name in enumerate(("B04", "B08")):
        for column, row in ((0, 0), (4, 3)):
            probe = opened.probe(number, column, row)
            expected = data[name].sel(x=probe.x, y=probe.y)
            np.testing.assert_array_equal(probe.values, expected)
    series = opened.pixel_series(1, 2, 2).lines[0]
    np.testing.assert_array_equal(series.values, data["B08"][:, 2, 2])
    opened.close()


def test_more_dimensions_are_bands(tmp_path: Path) -> None:
    data = banded_cube().assign_coords(bands=[4, 8])
    data.to_zarr(tmp_path / "banded.zarr", zarr_format=2)
    opened = open_file(tmp_path / "banded.zarr")
    bands = layers_of(opened)[0].bands
    assert [band.name for band in bands] == ["bands 4", "bands 8"] * 3
    expected = data["cube"].to_numpy().reshape(6, 4, 5)[:, 3, 1]
    np.testing.assert_array_equal(opened.probe(0, 1, 3).values, expected)


def test_version_3_and_archives_say_what_to_do(tmp_path: Path) -> None:
    cube().to_zarr(tmp_path / "new.zarr", zarr_format=3, consolidated=False)
    with pytest.raises(PreviewError, match="version 3"):
        open_file(tmp_path / "new.zarr")
    with zipfile.ZipFile(tmp_path / "cube.zarr.zip", "w") as archive:
        archive.writestr(".zgroup", "{}")
    with pytest.raises(PreviewError, match="archive"):
        open_file(tmp_path / "cube.zarr.zip")


@pytest.mark.parametrize(
    "metadata",
    [
        "{",
        "[" * 100_000,
        '{"shape": [1000000000, 1000000000], "chunks": [1000000000, 1000000000]}',
        '{"shape": [3, -4], "chunks": [3, 4]}',
        '{"shape": [3, 4], "chunks": [3]}',
        '{"shape": "3", "chunks": null}',
        '{"shape": [9999999, 9999999, 4, 4], "chunks": [1, 1, 4, 4]}',
        "[]",
    ],
)
def test_lying_metadata_is_a_sentence(tmp_path: Path, metadata: str) -> None:
    folder = tmp_path / "bad.zarr"
    (folder / "v").mkdir(parents=True)
    (folder / ".zgroup").write_text(json.dumps({"zarr_format": 2}))
    (folder / "v" / ".zarray").write_text(metadata)
    with pytest.raises(PreviewError):
        open_file(folder)


_ARRAY = {"zarr_format": 2, "shape": [8, 8], "chunks": [8, 8], "dtype": "|u1", "order": "C"}
_ARRAY |= {"compressor": None, "filters": None, "fill_value": 0}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A group with an array of nines, beside a file that is none of its business."""
    made = tmp_path / "cube.zarr"
    (made / "v" / "0").mkdir(parents=True)
    (made / ".zgroup").write_text('{"zarr_format": 2}')
    (made / "v" / ".zarray").write_text(json.dumps(_ARRAY))
    (made / "v" / "0.0").write_bytes(b"\x09" * 64)
    (tmp_path / "0").write_bytes(b"\x07" * 64)
    return made


def test_chunks_lie_in_their_array(folder: Path) -> None:
    climbing = json.dumps(_ARRAY | {"dimension_separator": "/../../../"})
    (folder / "v" / ".zarray").write_text(climbing)
    with pytest.raises(PreviewError, match="damaged"):
        open_file(folder)


def test_the_copy_of_all_metadata_says_nothing_else_than_the_arrays(folder: Path) -> None:
    other = _ARRAY | {"dimension_separator": "/../../../"}
    metadata = {".zgroup": {"zarr_format": 2}, "v/.zarray": other}
    copy = {"zarr_consolidated_format": 1, "metadata": metadata}
    (folder / ".zmetadata").write_text(json.dumps(copy))
    opened = open_file(folder)
    assert opened.probe(0, 3, 0).values.tolist() == [9]
    opened.close()
