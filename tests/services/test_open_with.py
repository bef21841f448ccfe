"""Finding QGIS on three systems, starting it with files, and what is never handed to it."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import numpy as np
import pytest

from openeo_desktop.core.errors import StorageError
from openeo_desktop.preview.values import Band, RasterLayer
from openeo_desktop.services.open_with import (
    Program,
    can_show,
    find_qgis,
    open_in,
    virtual_dataset,
)
from tests.support.waiting import wait_until

PLACE = (10.0, 0.0, 465180.0, 0.0, -10.0, 5080260.0)


def _program(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def staged(tmp_path: Path) -> tuple[Program, Path]:
    """A program that writes down what it was started with."""
    said = tmp_path / "argv.json"
    text = (
        f"#!{sys.executable}\nimport json, os, sys\n"
        f"open({str(said) + '.part'!r}, 'w').write(json.dumps(sys.argv[1:]))\n"
        f"os.replace({str(said) + '.part'!r}, {str(said)!r})\n"
    )
    return Program("QGIS", (str(_program(tmp_path / "bin" / "qgis", text)),)), said


def _read(said: Path) -> list[str]:
    wait_until(said.exists, "the program to start")
    found: list[str] = json.loads(said.read_text("utf-8"))
    return found


def test_qgis_in_the_path_is_found(tmp_path: Path) -> None:
    program = _program(tmp_path / "bin" / "qgis")
    found = find_qgis("linux", {"PATH": str(tmp_path / "bin")}, tmp_path)
    assert found == Program("QGIS", (str(program),))


def test_qgis_of_flatpak_is_found(tmp_path: Path) -> None:
    flatpak = _program(tmp_path / "bin" / "flatpak")
    environment = {"PATH": str(tmp_path / "bin")}
    assert find_qgis("linux", environment, tmp_path) is None
    (tmp_path / ".local/share/flatpak/app/org.qgis.qgis").mkdir(parents=True)
    found = find_qgis("linux", environment, tmp_path)
    assert found == Program("QGIS", (str(flatpak), "run", "org.qgis.qgis"))


def test_the_newest_qgis_of_windows_is_found(tmp_path: Path) -> None:
    environment = {"ProgramFiles": str(tmp_path), "SystemDrive": str(tmp_path / "none")}
    assert find_qgis("win32", environment) is None
    _program(tmp_path / "QGIS 3.9.1" / "bin" / "qgis-bin.exe")
    _program(tmp_path / "QGIS 3.34.2" / "bin" / "qgis-ltr-bin.exe")
    found = find_qgis("win32", environment)
    assert found is not None
    assert found.command == (str(tmp_path / "QGIS 3.34.2" / "bin" / "qgis-ltr-bin.exe"),)


def test_qgis_of_a_person_on_macos_is_found(tmp_path: Path) -> None:
    (tmp_path / "Applications" / "QGIS-LTR.app").mkdir(parents=True)
    found = find_qgis("darwin", {}, tmp_path)
    assert found is not None
    assert found.command[:2] == ("/usr/bin/open", "-a")
    assert found.command[2].endswith(".app")


def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    assert find_qgis("linux", {"PATH": str(tmp_path)}, tmp_path) is None


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
def test_files_are_whole_paths_however_they_are_called(
    staged: tuple[Program, Path], tmp_path: Path
) -> None:
    names = ["-rf.tif", "--code=x.tif", "a b'c\"$(touch x).tif", "ž.geojson"]
    paths = [tmp_path / name for name in names]
    for path in paths:
        path.write_bytes(b"II*\0")
    program, said = staged
    open_in(program, paths, scratch=tmp_path / "scratch")
    assert _read(said) == [str(path) for path in paths]
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    "name", ["tool.exe", "run.sh", "script.py", "project.qgs", "project.qgz", "notes.txt", "x.svg"]
)
def test_what_is_no_map_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"x")
    assert not can_show(path)
    with pytest.raises(StorageError, match="is no map"):
        open_in(Program("QGIS", ("/nowhere",)), [path], scratch=tmp_path)


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="no longer in its folder"):
        open_in(Program("QGIS", ("/nowhere",)), [tmp_path / "a.tif"], scratch=tmp_path)


def test_a_program_that_does_not_start_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    path.write_bytes(b"II*\0")
    with pytest.raises(StorageError, match="QGIS does not start"):
        open_in(Program("QGIS", (str(tmp_path / "gone"),)), [path], scratch=tmp_path)


def _layer(path: Path, variable: str) -> RasterLayer:
    import rasterio

    with rasterio.open(f'NETCDF:"{path}":{variable}') as file:
        bands = tuple(
            Band(index, "", file.dtypes[index - 1], file.nodatavals[index - 1])
            for index in file.indexes
        )
        return RasterLayer(variable, file.width, file.height, bands, PLACE, "EPSG:32633")


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
@pytest.mark.filterwarnings("ignore:Dataset has no geotransform")
def test_the_chosen_variable_is_what_the_program_gets(
    staged: tuple[Program, Path], tmp_path: Path, shared_data: Path
) -> None:
    """As GDAL opens it: the pixels of the variable, at the place that the reader found."""
    import rasterio

    path = shared_data / "sentinel2_ndvi_slovenia.nc"
    program, said = staged
    open_in(program, [path], _layer(path, "CLM"), scratch=tmp_path / "scratch")
    (given,) = _read(said)
    assert Path(given).suffix == ".vrt"
    with rasterio.open(given) as named, rasterio.open(f'NETCDF:"{path}":CLM') as wanted:
        assert tuple(named.transform)[:6] == PLACE
        assert named.crs.to_epsg() == 32633
        assert named.count == 68
        assert np.array_equal(named.read(), wanted.read())


@pytest.mark.parametrize(
    ("name", "variable", "transform"),
    [
        ("a.nc", 'x":y', (1.0, 0.0, 0.0, 0.0, -1.0, 0.0)),
        ('quo"te.nc', "x", (1.0, 0.0, 0.0, 0.0, -1.0, 0.0)),
        ("a.nc", "x", (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)),  # begins in the south
        ("a.nc", "x", None),
    ],
)
def test_where_a_variable_cannot_be_named_safely_the_file_is_given(
    name: str, variable: str, transform: tuple[float, ...] | None, tmp_path: Path
) -> None:
    layer = RasterLayer(variable, 2, 2, (Band(1, "", "float32"),), transform)  # type: ignore[arg-type]
    assert virtual_dataset(tmp_path / name, layer) == ""
