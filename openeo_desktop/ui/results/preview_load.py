"""Reads a small file for its preview, off the GUI thread: text, JSON or a picture; no widgets here.

The small, fast way: a loader takes a path and gives a `Preview`; `LOADERS` says which kinds of
files have one. Rasters and other large things go through `ui.preview`, which reads them in another
process. Files are hostile: what is too large, broken or of another format ends in `NoPreview`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from openeo_desktop.core.assets import Asset
from openeo_desktop.core.formatting import format_size, visible_text
from openeo_desktop.core.json_values import json_text, read_json
from openeo_desktop.core.media_types import FileKind, file_kind
from openeo_desktop.ui.kit.numbers import count_text

MAX_TEXT_BYTES = 200_000
MAX_JSON_BYTES = 2_000_000
MAX_PICTURE_BYTES = 50_000_000
MAX_PIXELS = 60_000_000
SHOWN_SIDE = 1600
_FORMATS = frozenset((b"png", b"jpeg", b"gif", b"bmp", b"webp"))


@dataclass(frozen=True, slots=True)
class TextPreview:
    """The beginning of a text; `note` says so if it is not all of it."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class JsonPreview:
    """A JSON document, laid out."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PicturePreview:
    """A picture, made smaller if it is large; `note` tells its real size."""

    image: QImage
    note: str = ""


@dataclass(frozen=True, slots=True)
class NoPreview:
    """Why the file is not shown, in words."""

    reason: str


Preview = TextPreview | JsonPreview | PicturePreview | NoPreview


def _tr(text: str) -> str:
    return QCoreApplication.translate("Results", text)


def can_preview(asset: Asset) -> bool:
    """Whether this kind of file is loaded here: small, by Qt, without another process."""
    return _kind(asset) in LOADERS


def has_viewer(asset: Asset) -> bool:
    """Whether `ui.preview` shows this kind of file better: rasters, tables, plots, features."""
    kind = _kind(asset)
    return kind in VIEWED or asset.key.lower().endswith((".jp2", ".csv", ".tsv"))


def is_raster(asset: Asset) -> bool:
    """Whether it is a picture of places: shown first, and to be compared with others."""
    return _kind(asset) in (FileKind.GEOTIFF, FileKind.NETCDF)


def is_thumbnail(asset: Asset) -> bool:
    """Whether it is a small picture of the others (STAC asset roles)."""
    return bool({"thumbnail", "overview"} & set(asset.roles)) and can_preview(asset)


def is_sent_in_parts(asset: Asset) -> bool:
    """Whether the file may be looked at while it is still on the server."""
    return _kind(asset) is FileKind.GEOTIFF


def load_preview(asset: Asset, path: Path) -> Preview:
    """Read a file that is on this computer; for a thread."""
    try:
        return LOADERS[_kind(asset)](path)
    except OSError:
        return NoPreview(_tr("The file could not be read. It may have been moved or deleted."))


def _kind(asset: Asset) -> FileKind:
    kind = file_kind(asset.media_type, asset.key)
    is_text = asset.key.lower().endswith((".csv", ".tsv")) or asset.media_type.startswith("text/")
    # Parquet is a table too, but no text.
    return FileKind.TEXT if kind is FileKind.TABLE and is_text else kind


def _load_text(path: Path) -> Preview:
    with path.open("rb") as file:
        data = file.read(MAX_TEXT_BYTES + 1)
    if b"\0" in data:
        return NoPreview(_tr("This is not a text, whatever the back-end calls it."))
    cut = len(data) > MAX_TEXT_BYTES
    text = data[:MAX_TEXT_BYTES].decode("utf-8-sig", "replace")
    lines = (visible_text(line.expandtabs(4)) for line in text.splitlines())
    beginning = _tr("The first {size} are shown.").format(size=format_size(MAX_TEXT_BYTES))
    return TextPreview("\n".join(lines), beginning if cut else "")


def _load_json(path: Path) -> Preview:
    size = path.stat().st_size
    if size > MAX_JSON_BYTES:
        return _load_text(path)
    try:
        document = read_json(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError, json.JSONDecodeError):
        return _load_text(path)
    text = json_text(document, indent=2)
    if text == "{}" and document:  # nested too deeply to be laid out
        return _load_text(path)
    return JsonPreview(text)


def _load_picture(path: Path) -> Preview:
    if path.stat().st_size > MAX_PICTURE_BYTES:
        return NoPreview(_tr("This picture is too large to be shown here. Open it instead."))
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    if reader.format().data() not in _FORMATS:
        return NoPreview(_tr("This kind of picture cannot be shown here. Open it instead."))
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MAX_PIXELS:
        return NoPreview(_tr("This picture is too large to be shown here. Open it instead."))
    most = QSize(SHOWN_SIDE, SHOWN_SIDE)
    if size.width() > SHOWN_SIDE or size.height() > SHOWN_SIDE:
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        return NoPreview(_tr("This picture is damaged. Download it again."))
    return PicturePreview(image, f"{count_text(size.width())} × {count_text(size.height())} px")


VIEWED = frozenset((FileKind.GEOTIFF, FileKind.NETCDF, FileKind.JSON, FileKind.GEOJSON))
"""Kinds that `ui.preview` shows."""
LOADERS: Mapping[FileKind, Callable[[Path], Preview]] = {
    FileKind.TEXT: _load_text,
    FileKind.JSON: _load_json,
    FileKind.GEOJSON: _load_json,
    FileKind.PICTURE: _load_picture,
}
"""Loaders by kind of file; for the others see `VIEWED`."""
