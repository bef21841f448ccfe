"""What the packaged app leaves out: never what the app needs, always what nobody asked for."""

from __future__ import annotations

import runpy
from collections.abc import Callable

import pytest

from devtool.paths import ROOT

_MODULE = runpy.run_path(str(ROOT / "packaging" / "pyinstaller" / "left_out.py"))
is_left_out: Callable[[str], bool] = _MODULE["is_left_out"]

KEPT = (
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/plugins/platforms/libqoffscreen.so",
    "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
    "PySide6/Qt/plugins/imageformats/libqsvg.so",
    "PySide6/Qt/translations/qtbase_de.qm",
    "rasterio/proj_data/proj.db",
    "rasterio/gdal_data/gdalvrt.xsd",
    "rasterio.libs/libgdal-c8c9c467.so.36.3.10.3",
    "resources/maps/land.json",
    "resources/local_back_end/requirements.txt",
    "openeo_desktop/local/server.py",
    "keyring-25.7.0.dist-info/entry_points.txt",
)
LEFT_OUT = (
    "PySide6/Qt/lib/libQt6Qml.so.6",
    "PySide6/Qt/plugins/platforms/libqeglfs.so",
    "PySide6/Qt/plugins/sqldrivers/libqsqlpsql.so",
    "PySide6/Qt/translations/qtbase_ja.qm",
    "pyqtgraph/examples/Plotting.py",
    "numpy/_core/tests/test_api.py",
    "openeo_desktop/local/__pycache__/server.cpython-311.pyc",
    "openeo_desktop/local/.mypy_cache/3.11/server.data.json",
)


@pytest.mark.parametrize("place", KEPT)
def test_it_takes_along_what_the_app_needs(place: str) -> None:
    assert not is_left_out(place)
    assert not is_left_out(place.replace("/", "\\")), "as Windows writes it"


@pytest.mark.parametrize("place", LEFT_OUT)
def test_it_leaves_out_what_nobody_asked_for(place: str) -> None:
    assert is_left_out(place)
    assert is_left_out(place.replace("/", "\\")), "as Windows writes it"


def test_no_module_of_ours_is_excluded() -> None:
    assert not [name for name in _MODULE["EXCLUDED_MODULES"] if name.startswith("openeo_desktop")]
