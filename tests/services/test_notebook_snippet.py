"""The lines for a notebook: they are Python, and they read the file."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

import pytest

from openeo_desktop.services.notebook_snippet import snippet

NASTY = 'it\'s "quoted" \\n {x}'


@pytest.mark.parametrize("suffix", [".tif", ".nc", ".json", ".geojson", ".csv", ".parquet", ".txt"])
def test_any_name_is_a_text_in_python(suffix: str) -> None:
    path = Path("/folder") / f"{NASTY}{suffix}"
    text = snippet(path)
    compile(text, "notebook", "exec")
    assert repr(str(path)) in text


def test_a_variable_is_chosen() -> None:
    assert '["it\'s"]' in snippet(Path("a.nc"), "it's")


def test_a_kind_that_nothing_reads_has_no_lines() -> None:
    assert snippet(Path("a.zip")) == ""


def test_the_lines_for_json_read_it(tmp_path: Path) -> None:
    path = tmp_path / f"{NASTY}.json"
    path.write_text('{"a": [1]}', "utf-8")
    names: dict[str, object] = {}
    exec(snippet(path), names)
    assert names["data"] == {"a": [1]}


def test_the_lines_for_a_raster_read_it(shared_data: Path) -> None:
    names: dict[str, object] = {}
    with contextlib.redirect_stdout(io.StringIO()) as said:
        exec(snippet(shared_data / "landsat_band_utm33_uint16.tiff"), names)
    assert "EPSG:32633" in said.getvalue()


def test_the_lines_for_netcdf_read_it(shared_data: Path) -> None:
    names: dict[str, object] = {}
    exec(snippet(shared_data / "sentinel2_ndvi_slovenia.nc"), names)
    assert "data" in names
