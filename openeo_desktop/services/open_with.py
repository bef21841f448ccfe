"""Other programs for result files: finds QGIS on the three systems, and starts it with files.

Argument lists only, no shell; nothing that can run as a program is handed over. No Qt here.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from xml.sax.saxutils import escape, quoteattr

from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.file_names import safe_file_name
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.media_types import FileKind, OpenRisk, file_kind, open_risk
from openeo_desktop.preview.values import RasterLayer

_FLATPAK_ID = "org.qgis.qgis"
_MAPS = frozenset((FileKind.GEOTIFF, FileKind.NETCDF, FileKind.GEOJSON))
_ALSO_MAPS = frozenset((".jp2", ".png", ".jpg", ".jpeg", ".gpkg", ".fgb", ".parquet", ".vrt"))
_BUNDLED = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "QT_PLUGIN_PATH", "PYTHONHOME", "PYTHONPATH")
"""What a packaged app sets for itself, and no other program may get."""
_TYPES = {
    "uint8": "Byte",
    "int8": "Int8",
    "uint16": "UInt16",
    "int16": "Int16",
    "uint32": "UInt32",
    "int32": "Int32",
    "uint64": "UInt64",
    "int64": "Int64",
    "float32": "Float32",
    "float64": "Float64",
}
"""numpy's names of types -> GDAL's."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program that is there. `command`: the arguments that stand before the files."""

    name: str
    command: tuple[str, ...]


def find_qgis(
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    home: Path | None = None,
) -> Program | None:
    """The newest QGIS that is installed, None if there is none. Looks into a few folders only."""
    home = home or Path.home()
    if platform == "win32":
        return _on_windows(environment)
    if platform == "darwin":
        return _on_macos((Path("/Applications"), home / "Applications"))
    return _on_linux(environment, home)


def _on_linux(environment: Mapping[str, str], home: Path) -> Program | None:
    search = environment.get("PATH", "")
    if found := shutil.which("qgis", path=search):
        return Program("QGIS", (found,))
    data = environment.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    folders = (Path("/var/lib/flatpak/app"), Path(data) / "flatpak" / "app")
    flatpak = shutil.which("flatpak", path=search)
    if flatpak and any((folder / _FLATPAK_ID).is_dir() for folder in folders):
        return Program("QGIS", (flatpak, "run", _FLATPAK_ID))
    return None


def _on_windows(environment: Mapping[str, str]) -> Program | None:
    roots = {environment.get(name, "") for name in ("ProgramFiles", "ProgramW6432")}
    homes = [home for root in roots if root for home in Path(root).glob("QGIS*")]
    drive = environment.get("SystemDrive", "C:")
    homes += [Path(f"{drive}\\") / name for name in ("OSGeo4W", "OSGeo4W64")]
    for home in sorted(homes, key=_version, reverse=True):
        for name in ("qgis-bin.exe", "qgis-ltr-bin.exe"):
            if (program := home / "bin" / name).is_file():
                return Program("QGIS", (str(program),))
    return None


def _on_macos(folders: Sequence[Path]) -> Program | None:
    bundles = [bundle for folder in folders for bundle in folder.glob("QGIS*.app")]
    newest = sorted(bundles, key=_version, reverse=True)
    return Program("QGIS", ("/usr/bin/open", "-a", str(newest[0]))) if newest else None


def _version(path: PurePath) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", path.name))


def can_show(path: PurePath) -> bool:
    """Whether this is a kind of file that a map program reads."""
    known = file_kind("", path.name) in _MAPS or path.suffix.lower() in _ALSO_MAPS
    return known and open_risk(path.name) is not OpenRisk.PROGRAM


def open_in(
    program: Program, paths: Sequence[Path], layer: RasterLayer | None = None, *, scratch: Path
) -> list[str]:
    """Start a program with files; it goes on when the app ends.

    Args:
        layer: The variable of a netCDF file that is meant, if it is a single one.
        scratch: Folder for the small file that names a variable.

    Returns: the arguments it was started with.

    Raises:
        StorageError: A file is gone or is no map, or the program does not start.
    """
    for path in paths:
        _check(path)
    files = [_with_layer(paths[0], layer, scratch)] if len(paths) == 1 else list(paths)
    command = [*program.command, *(os.path.abspath(file) for file in files)]  # noqa: PTH100
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_own_environment(),
            start_new_session=True,
        )
    except OSError as error:
        raise StorageError(
            f"{program.name} does not start.",
            "Start it yourself and open the file there.",
            details=str(error),
        ) from error
    threading.Thread(target=process.wait, name="open-with", daemon=True).start()  # no zombie
    return command


def _check(path: Path) -> None:
    if not path.exists():
        raise StorageError(
            f"«{visible_text(path.name)}» is no longer in its folder.",
            "It was moved or deleted. Download it again.",
        )
    if not can_show(path):
        raise StorageError(
            f"«{visible_text(path.name)}» is no map.",
            "Open it with the program that your system has for it.",
        )


def _own_environment() -> dict[str, str]:
    """Without what a packaged app sets for itself; PyInstaller keeps the old as NAME_ORIG."""
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        for name in _BUNDLED:
            environment.pop(name, None)
            if original := environment.get(f"{name}_ORIG"):
                environment[name] = original
    return environment


def _with_layer(path: Path, layer: RasterLayer | None, scratch: Path) -> Path:
    """A file that stands for one variable; the file itself where that is not needed or possible.

    QGIS takes every argument for a path, so `NETCDF:"file":variable` cannot be one. A GDAL virtual
    dataset (VRT) can: it names the variable and is opened like any raster.
    """
    wanted = layer is not None and file_kind("", path.name) is FileKind.NETCDF
    text = virtual_dataset(path, layer) if wanted and layer is not None else ""
    if layer is None or not text:
        return path
    target = scratch / f"{safe_file_name(f'{path.stem} {layer.name}')}.vrt"
    try:
        scratch.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    except OSError:
        return path  # the whole file is better than nothing
    return target


def virtual_dataset(path: Path, layer: RasterLayer) -> str:
    """The text of a VRT with one variable of a netCDF file; empty where it could be wrong.

    Source: GDAL, «VRT – GDAL Virtual Format» and «netCDF», sub-datasets.
    """
    transform, types = layer.transform, [_TYPES.get(band.dtype) for band in layer.bands]
    whole = os.path.abspath(path)  # noqa: PTH100 - links stay links
    # GDAL turns files that begin in the south; and its names have no way to write a quote.
    upright = transform is not None and transform[4] < 0
    if not upright or None in types or '"' in whole or not re.fullmatch(r"\w+", layer.name):
        return ""
    a, b, c, d, e, f = transform or (0.0,) * 6
    source = escape(f'NETCDF:"{whole}":{layer.name}')
    bands = "".join(
        f'  <VRTRasterBand dataType="{kind}" band="{number}">\n'
        f"    <Description>{escape(band.name or layer.name)}</Description>\n"
        + (f"    <NoDataValue>{band.nodata!r}</NoDataValue>\n" if band.nodata is not None else "")
        + f"    <Offset>{band.offset!r}</Offset>\n    <Scale>{band.scale!r}</Scale>\n"
        f'    <SimpleSource>\n      <SourceFilename relativeToVRT="0">{source}</SourceFilename>\n'
        f"      <SourceBand>{band.index}</SourceBand>\n    </SimpleSource>\n  </VRTRasterBand>\n"
        for number, (band, kind) in enumerate(zip(layer.bands, types, strict=True), start=1)
    )
    place = f"  <GeoTransform>{c!r}, {a!r}, {b!r}, {f!r}, {d!r}, {e!r}</GeoTransform>\n"
    system = f"  <SRS>{escape(layer.crs)}</SRS>\n" if layer.crs else ""
    size = f"rasterXSize={quoteattr(str(layer.width))} rasterYSize={quoteattr(str(layer.height))}"
    return f"<VRTDataset {size}>\n{system}{place}{bands}</VRTDataset>\n"
