"""`openeo-desktop inspect`: what a result file holds, as lines or JSON; and its picture."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from openeo_desktop.core.errors import AppError, InputError, PreviewError, StorageError
from openeo_desktop.core.json_values import as_dict, as_text
from openeo_desktop.headless.inspect_facts import Facts, facts_of
from openeo_desktop.headless.inspect_lines import lines_of, summary
from openeo_desktop.headless.inspect_source import (
    InspectedFile,
    UrlRanges,
    is_address,
    local_path,
    preview_process,
)
from openeo_desktop.headless.output import Output

if TYPE_CHECKING:
    from openeo_desktop.services.preview_process import PreviewProcess

LONG_SIDE = 1024
"""Pixels of the longer side of a picture; smaller ones stay as they are."""
_METADATA = "job-results.json"
_MOST_METADATA = 64 * 1024 * 1024
_OWN_FILES = frozenset((_METADATA, "job.json", "log.json"))
_ZARR = (".zgroup", ".zarray", ".zmetadata", "zarr.json")


def inspect(target: str, png: Path | None, output: Output) -> None:
    """Print what a file, a folder or an address holds.

    Args:
        png: Where the picture goes, None for none.

    Raises:
        AppError: There is no such file, it is damaged or of an unknown kind, or has no picture.
    """
    if png is not None and not png.absolute().parent.is_dir():
        raise StorageError(f"There is no folder {png.absolute().parent}.", "Make it first.")
    with preview_process() as process:
        if is_address(target):
            _inspect_address(process, target, png, output)
            return
        path = local_path(target)
        if path.is_dir() and not any((path / mark).is_file() for mark in _ZARR):
            _inspect_folder(process, path, png, output)
        else:
            _show(InspectedFile(process, path, 1), _size(path), png, output)


def _inspect_address(
    process: PreviewProcess, address: str, png: Path | None, output: Output
) -> None:
    ranges = UrlRanges(address)
    _show(InspectedFile(process, ranges, 1), ranges.size, png, output)
    output.remark(f"Fetched {ranges.fetched} bytes in {ranges.requests} requests.")


def _show(file: InspectedFile, size: int | None, png: Path | None, output: Output) -> None:
    facts = facts_of(file, size)
    if png is not None:
        facts["png"] = str(_paint(file, png))
    for line in lines_of(facts):
        output.line(line)
    if png is not None:
        output.line(f"  Picture: {facts['png']}")
    output.document(facts)


def _inspect_folder(
    process: PreviewProcess, folder: Path, png: Path | None, output: Output
) -> None:
    """A line for each file; a broken one is told, and the others are shown all the same."""
    if png is not None:
        raise InputError("A folder has no picture.", "Give one of its files.")
    broken = count = 0
    for count, path in enumerate(_files(folder), start=1):
        try:
            file = InspectedFile(process, path, count)
            facts = facts_of(file, _size(path))
            file.close()
        except AppError as error:
            broken += 1
            output.line(f"{path.name}: {error.message}")
            failed: Facts = {"file": path.name, "size": _size(path), "error": error.message}
            output.document(failed)
            continue
        output.line(f"{path.name}: {summary(facts)}")
        output.document(facts)
    if not count:
        raise InputError("There are no files in this folder.", "Give the folder of a result.")
    if broken:
        raise PreviewError(
            f"{broken} of {count} files cannot be read.",
            "Download them again, or open them with another program.",
        )


def _files(folder: Path) -> Iterator[Path]:
    """Those that the result document names, else all but hidden and unfinished ones."""
    named = list(_named_files(folder))
    if named:
        yield from named
        return
    try:
        found = sorted(folder.iterdir())
    except OSError as error:
        raise StorageError(
            f"The folder {folder} cannot be read.", "Look whether you may read it."
        ) from error
    for path in found:
        unfinished = path.name.startswith(".") or path.suffix == ".part"
        if path.is_file() and not unfinished and path.name not in _OWN_FILES:
            yield path


def _named_files(folder: Path) -> Iterator[Path]:
    """Files of `job-results.json`; what leads out of the folder is no file of the result."""
    metadata = folder / _METADATA
    try:
        if not metadata.is_file() or metadata.stat().st_size > _MOST_METADATA:
            return
        document = as_dict(json.loads(metadata.read_bytes()))
    except (OSError, ValueError, RecursionError):
        return
    for asset in as_dict(document.get("assets")).values():
        name = as_text(as_dict(asset).get("href")).removeprefix("./")
        path = folder / name
        inside = path.resolve().is_relative_to(folder.resolve())
        if name and "://" not in name and inside and path.is_file():
            yield path


def _paint(file: InspectedFile, target: Path) -> Path:
    """The picture as the window shows it first: its usual bands, colours and stretch.

    Raises:
        InputError: The file is no raster.
        AppError: It cannot be read, or the picture not written.
    """
    from openeo_desktop.preview.painting import paint
    from openeo_desktop.preview.png_file import write_png
    from openeo_desktop.preview.styles import default_bands, default_style
    from openeo_desktop.preview.values import PictureRequest, RasterFile

    content = file.opened.content
    if not isinstance(content, RasterFile) or not content.layers:
        raise InputError(
            f"This file is no raster but a {file.opened.kind}: it has no picture.",
            "Leave out --png.",
        )
    layer = content.layers[0]
    bands = default_bands(layer)
    style = default_style(layer, file.ask("statistics", 0, bands, None, False))
    share = min(1.0, LONG_SIDE / max(layer.width, layer.height))
    window = (0.0, 0.0, float(layer.width), float(layer.height))
    width, height = (max(1, round(side * share)) for side in (layer.width, layer.height))
    picture = file.ask("picture", PictureRequest(0, style.bands, window, width, height))
    write_png(paint(picture.values, style), target)
    return target.absolute()


def _size(path: Path) -> int | None:
    """Bytes of a file, and of all files of a Zarr folder."""
    try:
        if path.is_file():
            return path.stat().st_size
        return sum(part.stat().st_size for part in path.rglob("*") if part.is_file())
    except OSError:
        return None
