"""Which file the preview shows: the one that is chosen, if it is of a kind that can be shown.

Small files are fetched ahead, so most are here; others are fetched when the person asks for it.
While none is chosen the best one is shown, by the same setting also from the server, in parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.assets import Asset
from openeo_desktop.core.formatting import format_size
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.models.assets_table import AssetsTableModel
from openeo_desktop.ui.results.preview_area import PreviewArea
from openeo_desktop.ui.results.preview_choice import best_here, best_on_server
from openeo_desktop.ui.results.preview_load import (
    can_preview,
    has_viewer,
    is_raster,
    is_sent_in_parts,
)

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services
    from openeo_desktop.services.spawner import Spawn

PREVIEW_KEY = "results.preview"
MOST_BYTES = 10_000_000
"""As `FetchAhead`: what is larger is downloaded first."""
REST_MS = 250
"""Who goes through a list of jobs fetches nothing of those that are passed."""


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
        self._pane = pane
        self._spawn = spawn
        self._settings = services.settings
        self._key: JobKey | None = None
        self._asset: Asset | None = None
        self._unreachable = ""
        self._none_chosen = False
        self._refused: set[str] = set()
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._look_at_server)
        self._room = True
        self._previews: Any = getattr(services, "previews", None)
        self.area = PreviewArea(pane, self._previews, services.settings, spawn)
        self.area.hide()
        self.switch = QAction(self.tr("Show previews"), self)
        self.switch.setCheckable(True)
        self.switch.setChecked(services.settings.get(PREVIEW_KEY, True))
        self.switch.toggled.connect(self._on_switched)
        self.area.closed.connect(lambda: self.switch.setChecked(False))
        self.area.enlarge_requested.connect(self._on_enlarge_requested)
        self.area.fetch_requested.connect(self._on_fetch_requested)
        self.area.refused.connect(self._on_refused)
        pane.installEventFilter(self)
        model.dataChanged.connect(self._on_files_changed)

    def look_at(self, key: JobKey | None, chosen: Sequence[Asset], unreachable: str) -> None:
        """These files of that job are chosen.

        Args:
            unreachable: Why nothing can be fetched now; empty if it can.
        """
        if key != self._key:
            self.area.clear()
            self._refused.clear()
            self._none_chosen = False
        self._key, self._unreachable = key, unreachable
        one = chosen[0] if len(chosen) == 1 else None
        before, was_free = self._asset, self._none_chosen
        self._none_chosen = not chosen and key is not None
        self._timer.stop()
        if self._none_chosen:
            one = self._unchosen(before if was_free else None)
        self._asset = one if one is not None and self._can_show(one) else None
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and watched is self._pane:
            self._timer.start()
        return False

    def _unchosen(self, before: Asset | None) -> Asset | None:
        """What to show while none is chosen; what is shown from the server already stays."""
        if self._previews is None:
            return None
        here = best_here(self._assets(), self._model.file_of, self._can_show)
        stays = next((one for one in self._assets() if before and one.key == before.key), None)
        if stays is not None and (here is None or not is_raster(here)):
            return stays
        self._timer.start()
        return here

    def _look_at_server(self) -> None:
        """Nothing is chosen, and no raster is here: see one where it is."""
        free = self._none_chosen and self._pane.isVisible() and self.switch.isChecked()
        if not free or self._unreachable or not self._ahead.enabled or self._previews is None:
            return
        if self._asset is not None and is_raster(self._asset):
            return
        found = best_on_server(self._assets(), self._refused)
        if found is not None:
            self._asset = found
            self._show()

    def _on_refused(self) -> None:
        """What nobody asked for and the server does not give makes room for what is here."""
        asset = self._asset
        if asset is None or not self._none_chosen or self._model.file_of(asset.key):
            return
        self._refused.add(asset.key)
        here = best_here(self._assets(), self._model.file_of, self._can_show)
        self._asset = here or best_on_server(self._assets(), self._refused) or asset
        if self._asset is not asset:
            self._show()

    def _assets(self) -> list[Asset]:
        return [self._model.asset(row) for row in range(self._model.rowCount())]

    def _on_files_changed(self) -> None:
        """A file has come, perhaps the first that can be shown."""
        if self._asset is None and self._none_chosen and self._previews is not None:
            self._asset = best_here(self._assets(), self._model.file_of, self._can_show)
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
            self._show_asset(asset)
        if self.area.isHidden() is wanted:
            self.area.setVisible(wanted)
            self.visible_changed.emit(wanted)

    def _can_show(self, asset: Asset) -> bool:
        return can_preview(asset) or (self._previews is not None and has_viewer(asset))

    def _show_asset(self, asset: Asset) -> None:
        path = self._model.file_of(asset.key)
        why_not = "" if path else self._why_not(asset)
        remote = path is None and is_sent_in_parts(asset) and not self._unreachable
        if self._previews is not None and has_viewer(asset) and (path is not None or remote):
            self.area.show_target(asset, self._target(asset), path, why_not)
        else:
            self.area.show_asset(asset, path, why_not)

    def _target(self, asset: Asset) -> Any:
        from openeo_desktop.services.previews import PreviewTarget

        assert self._key is not None
        return PreviewTarget(self._key, asset.key, self._model.file_of(asset.key))

    def _others(self) -> list[tuple[str, Any]]:
        """What the shown file can be compared with: the other rasters of the job that are here."""
        others = (one for one in self._assets() if one is not self._asset and is_raster(one))
        return [
            (asset.key, self._target(asset)) for asset in others if self._model.file_of(asset.key)
        ]

    def _on_enlarge_requested(self) -> None:
        from openeo_desktop.ui.preview.preview_window import PreviewWindow

        if self._asset is None or self._key is None:
            return
        others = self._others()
        window = PreviewWindow(
            self._previews, self._settings, self._spawn, lambda: others, self._pane.window()
        )
        window.show_target(self._target(self._asset), self._asset.key)
        window.show()

    def _why_not(self, asset: Asset) -> str:
        if asset.size is not None and asset.size > MOST_BYTES:
            words = self.tr("It is larger than {size}: download it to see it here.")
            return words.format(size=format_size(MOST_BYTES))
        return self._unreachable

    def _on_switched(self, on: bool) -> None:
        self._settings.set(PREVIEW_KEY, on)
        self._show()
        self._timer.start()

    def _on_fetch_requested(self, asset_key: str) -> None:
        if self._key is not None:
            self._spawn(self._ahead.fetch(self._key, asset_key), "fetch the file for its preview")
