"""The ways to look at one file, as chips: plot, map, table, tree, text; a choice is remembered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.settings import Settings
from openeo_desktop.preview.values import Opened, PreviewKind
from openeo_desktop.ui.kit.chip_bar import ChipBar, ChipSpec

VIEW_KEY = "preview.view"


class ViewSwitch(ChipBar):
    """Hidden where there is one way alone.

    Signals:
        chosen(PreviewKind): The person wants to see the file in that way.
    """

    chosen = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("view_switch")
        self.setAccessibleName(self.tr("Ways to look at the file"))
        self._settings = settings
        self._usual = ""
        self.selection_changed.connect(self._on_selection_changed)
        self.hide()

    def wanted(self, opened: Opened) -> PreviewKind:
        """How files of this kind were looked at last, if this one can be."""
        said = self._settings.get(f"{VIEW_KEY}.{opened.kind}", "")
        return next((kind for kind in opened.also if kind == said), opened.kind)

    def set_ways(self, opened: Opened, shown: PreviewKind) -> None:
        """What there is for a file that was just opened."""
        self._usual = str(opened.kind)
        kinds = (opened.kind, *opened.also)
        self.set_chips([ChipSpec(kind, self._label(kind)) for kind in kinds])
        self.set_selection([shown])
        self.setVisible(len(kinds) > 1)

    def _label(self, kind: PreviewKind) -> str:
        return {
            PreviewKind.RASTER: self.tr("Picture"),
            PreviewKind.SERIES: self.tr("Plot"),
            PreviewKind.TABLE: self.tr("Table"),
            PreviewKind.TREE: self.tr("Tree"),
            PreviewKind.VECTOR: self.tr("Map"),
            PreviewKind.TEXT: self.tr("Text"),
        }[kind]

    def _on_selection_changed(self, kinds: Sequence[PreviewKind]) -> None:
        for kind in kinds:
            self._settings.set(f"{VIEW_KEY}.{self._usual}", str(kind))
            self.chosen.emit(kind)


class FileView:
    """An open file, looked at in another way than it was opened."""

    def __init__(self, file: object, opened: Opened) -> None:
        self.opened = opened
        self._file = file

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)
