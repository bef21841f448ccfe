"""Which widget shows a file: chosen by what opening it gave. Each is imported when it is met."""

from __future__ import annotations

import importlib
import importlib.util
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from openeo_desktop.core.settings import Settings
from openeo_desktop.preview.values import PreviewKind

if TYPE_CHECKING:
    from openeo_desktop.services.spawner import Spawn

_HOME = "openeo_desktop.ui.preview."
_VIEWERS = {
    PreviewKind.RASTER: ("raster_view", "RasterView"),
    PreviewKind.SERIES: ("series_view", "SeriesView"),
    PreviewKind.TABLE: ("table_view", "TableView"),
    PreviewKind.TREE: ("tree_view", "TreeView"),
    PreviewKind.VECTOR: ("map_view", "MapView"),
    PreviewKind.TEXT: ("text_view", "TextView"),
}
_LARGE = _VIEWERS | {PreviewKind.RASTER: ("raster_workbench", "RasterWorkbench")}


def module_of(kind: PreviewKind, *, large: bool) -> str:
    """The module of the widget, to be imported on a thread first: some bring large libraries."""
    return _HOME + (_LARGE if large else _VIEWERS)[kind][0]


def has_widget(kind: PreviewKind) -> bool:
    """Whether there is a widget for it: what a server calls a raster may be a text."""
    return importlib.util.find_spec(module_of(kind, large=False)) is not None


def make_viewer(
    kind: PreviewKind, settings: Settings, spawn: Spawn, parent: QWidget, *, large: bool
) -> Any:
    """A widget with `show_opened(file)`, which asks what it needs of the open file.

    Args:
        large: With all tools, for a window of its own.
    """
    _, name = (_LARGE if large else _VIEWERS)[kind]
    made = getattr(importlib.import_module(module_of(kind, large=large)), name)
    return made(parent) if kind is PreviewKind.VECTOR else made(settings, spawn, parent)


def clear_viewer(viewer: Any) -> None:
    """Let a widget forget its file, if it holds more than what it shows."""
    clear = getattr(viewer, "clear", None)
    if clear is not None:
        clear()
