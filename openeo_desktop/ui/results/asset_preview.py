"""Which file the preview shows: the one that is chosen, if it is of a kind that can be shown.

Small files are fetched ahead, so most are here; others are fetched when the person asks for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.assets import Asset
from openeo_desktop.core.formatting import format_size
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.models.assets_table import AssetsTableModel
from openeo_desktop.ui.results.preview_area import PreviewArea
from openeo_desktop.ui.results.preview_load import can_preview

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services
    from openeo_desktop.services.spawner import Spawn

PREVIEW_KEY = "results.preview"
MOST_BYTES = 10_000_000
"""As `FetchAhead`: what is larger is downloaded first."""


class AssetPreview(QObject):
    """Follows the selection.

    Signals:
        visible_changed(bool): The area is shown now, or hidden.
    """

    visible_changed = Signal(bool)

    def __init__(
        self, pane: QWidget, model: AssetsTableModel, services: Services, spawn: Spawn
    ) -> None:
        super().__init__(pane)
        self._model = model
        self._ahead = services.fetch_ahead
        self._spawn = spawn
        self._settings = services.settings
        self._key: JobKey | None = None
        self._asset: Asset | None = None
        self._unreachable = ""
        self._room = True
        self.area = PreviewArea(pane)
        self.area.hide()
        self.switch = QAction(self.tr("Show previews"), self)
        self.switch.setCheckable(True)
        self.switch.setChecked(services.settings.get(PREVIEW_KEY, True))
        self.switch.toggled.connect(self._on_switched)
        self.area.closed.connect(lambda: self.switch.setChecked(False))
        self.area.fetch_requested.connect(self._on_fetch_requested)
        model.dataChanged.connect(self._show)

    def look_at(self, key: JobKey | None, chosen: Sequence[Asset], unreachable: str) -> None:
        """These files of that job are chosen.

        Args:
            unreachable: Why nothing can be fetched now; empty if it can.
        """
        if key != self._key:
            self.area.clear()
        self._key, self._unreachable = key, unreachable
        one = chosen[0] if len(chosen) == 1 else None
        self._asset = one if one is not None and can_preview(one) else None
        self._show()

    def set_room(self, room: bool) -> None:
        """Whether the pane is high enough for it."""
        if room != self._room:
            self._room = room
            self._show()

    def _show(self) -> None:
        asset = self._asset
        wanted = asset is not None and self._room and self.switch.isChecked()
        if asset is not None and wanted:
            path = self._model.file_of(asset.key)
            self.area.show_asset(asset, path, "" if path else self._why_not(asset))
        if self.area.isHidden() is wanted:
            self.area.setVisible(wanted)
            self.visible_changed.emit(wanted)

    def _why_not(self, asset: Asset) -> str:
        if asset.size is not None and asset.size > MOST_BYTES:
            words = self.tr("It is larger than {size}: download it to see it here.")
            return words.format(size=format_size(MOST_BYTES))
        return self._unreachable

    def _on_switched(self, on: bool) -> None:
        self._settings.set(PREVIEW_KEY, on)
        self._show()

    def _on_fetch_requested(self, asset_key: str) -> None:
        if self._key is not None:
            self._spawn(self._ahead.fetch(self._key, asset_key), "fetch the file for its preview")
