"""The actions on the assets of one result: download, open, show, copy the link."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from openeo_desktop.core.assets import Asset
from openeo_desktop.core.downloads import Download, DownloadState
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard, plain_tool_tip
from openeo_desktop.ui.look.icons import Icon, icon

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services
    from openeo_desktop.services.spawner import Spawn
    from openeo_desktop.ui.files.file_handling import FileHandling

Chosen = tuple[Asset, "Download | None"]
_SECRET_SCHEMES = frozenset(("http", "https"))


class ResultsActions(QObject):
    """QActions for one job's assets; `set_job` and `set_chosen` say which.

    Signals:
        link_copied(int): So many links are on the clipboard.
        links_missing(): The chosen assets have no link that could be copied.
        queued(tuple): Downloads that were just asked for.
    """

    link_copied = Signal(int)
    links_missing = Signal()
    queued = Signal(object)

    def __init__(
        self,
        pane: QWidget,
        services: Services,
        spawn: Spawn,
        files: FileHandling,
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._services = services
        self._results = services.results
        self._downloads = services.downloads
        self._spawn = spawn
        self._files = files
        self._key: JobKey | None = None
        self._chosen: tuple[Chosen, ...] = ()
        self._unreachable = ""
        self.preview = QAction(self)
        """The choice whether previews are shown; the pane sets it."""
        self._build()
        self.set_job(None, ())

    def set_job(
        self, key: JobKey | None, all_of_it: Sequence[Chosen], unreachable: str = ""
    ) -> None:
        """The job, and all its assets with their downloads.

        Args:
            unreachable: Why its back-end cannot be asked now; empty if it can.
        """
        self._key = key
        self._all = tuple(all_of_it)
        self._unreachable = unreachable
        missing = any(_can_download(download) for _, download in self._all)
        self._enable_asking(
            self.download_all, missing, self.tr("Every file is here or on its way.")
        )
        self._enable_asking(self.download_to, bool(self._all), self.tr("There is no file."))
        self.set_chosen(self._chosen if key is not None else ())

    def set_chosen(self, chosen: Sequence[Chosen]) -> None:
        """The actions on the selection are for these."""
        self._chosen = tuple(chosen)
        none = self.tr("Choose a file first.")
        here = bool(self._files_here())
        can = any(_can_download(download) for _, download in self._chosen)
        why = self.tr("What is chosen is here or on its way.") if self._chosen else none
        self._enable_asking(self.download_chosen, can, why)
        _enable(self.open, here, self.tr("Download it first.") if self._chosen else none)
        folder = bool(self._files_here() or self._any_here())
        _enable(self.show_in_folder, folder, self.tr("No file has been downloaded yet."))
        _enable(self.copy_path, here, self.tr("Download it first.") if self._chosen else none)
        self._enable_asking(self.copy_url, bool(self._chosen), none)
        if self.copy_url.isEnabled():
            self.copy_url.setToolTip(
                self.tr("A fresh link: whoever has it can download the file without signing in.")
            )

    def _enable_asking(self, action: QAction, possible: bool, why_not: str) -> None:
        """What needs the back-end; what is lacking here is the first reason against it."""
        reason = self._unreachable if possible else why_not
        _enable(action, possible and not self._unreachable, reason)

    def menu(self, parent: QWidget) -> QMenu:
        """All actions, for a context menu; deletes itself when it closes."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill(menu)
        return menu

    def fill(self, menu: QMenu) -> None:
        """Put the actions into a menu."""
        menu.setToolTipsVisible(True)
        menu.addActions([self.open, self.show_in_folder])
        menu.addMenu(self._open_with(menu))
        menu.addSeparator()
        menu.addActions([self.download_chosen, self.download_all, self.download_to])
        menu.addSeparator()
        menu.addActions([self.copy_path, self.copy_url])
        menu.addSeparator()
        menu.addActions([self.preview, self.fetch_ahead])

    def _open_with(self, parent: QMenu) -> QMenu:
        """QGIS, the system's program, a notebook: looked for when the menu is opened."""
        menu = QMenu(self.tr("Open with"), parent)
        menu.setIcon(icon(Icon.OPEN_EXTERNAL))
        menu.aboutToShow.connect(lambda: self._fill_open_with(menu))
        return menu

    def _fill_open_with(self, menu: QMenu) -> None:
        from openeo_desktop.ui.preview.open_with import Opening, fill_open_with

        paths = tuple(self._files_here())
        opening = Opening(
            paths,
            "" if paths else self.open.statusTip(),
            self._files.attempt,
            self._files.open,
            self._services.paths.cache / "open-with",
        )
        fill_open_with(menu, opening)

    def activate(self) -> None:
        """What Enter and a double click do: open what is here, fetch what is not."""
        (self.open if self.open.isEnabled() else self.download_chosen).trigger()

    def _build(self) -> None:
        self.download_all = self._action(
            self.tr("Download all"), Icon.DOWNLOAD, self._on_download_all
        )
        self.download_chosen = self._action(
            self.tr("Download selected"), Icon.DOWNLOAD, self._on_download_chosen
        )
        self.download_to = self._action(
            self.tr("Download to…"), Icon.FOLDER_OPEN, self._on_download_to
        )
        self.open = self._action(self.tr("Open"), Icon.OPEN_EXTERNAL, self._on_open)
        self.show_in_folder = self._action(
            self.tr("Show in folder"), Icon.FOLDER_OPEN, self._on_show_in_folder
        )
        self.copy_path = self._action(self.tr("Copy file"), Icon.COPY, self._on_copy_path)
        self.fetch_ahead = QAction(self.tr("Fetch small files ahead"), self)
        self.fetch_ahead.setCheckable(True)
        self.fetch_ahead.setToolTip(
            self.tr("Files up to 10 MB are fetched when results are shown: ready to be dragged.")
        )
        self.copy_url = self._action(self.tr("Copy URL (secret)"), Icon.LINK, self._on_copy_url)

    def _action(self, text: str, name: Icon, slot: Callable[[], None]) -> QAction:
        action = QAction(icon(name, "text"), text, self)
        action.triggered.connect(slot)
        return action

    def _files_here(self) -> list[Path]:
        return [download.path for _, download in self._chosen if _is_here(download) and download]

    def _any_here(self) -> list[Path]:
        return [download.path for _, download in self._all if _is_here(download) and download]

    def _on_download_all(self) -> None:
        self._download([asset.key for asset, row in self._all if _can_download(row)])

    def _on_download_chosen(self) -> None:
        self._download([asset.key for asset, row in self._chosen if _can_download(row)])

    def _on_download_to(self) -> None:
        """Into a folder of the person's choice: what is selected, else everything."""
        if self._key is not None:
            assets = [asset for asset, _ in self._chosen or self._all]
            self._spawn(self._ask_where(self._key, assets), "choose a folder")

    async def _ask_where(self, key: JobKey, assets: Sequence[Asset]) -> None:
        from openeo_desktop.ui.downloads.download_dialog import DownloadDialog

        job = await self._services.jobs.get(key)
        if job is None or key != self._key:
            return
        keys = [asset.key for asset in assets]
        dialog = DownloadDialog(self._services, self._spawn, job, assets, self._pane)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(lambda folder: self._download(keys, folder))
        dialog.open()

    def _download(self, keys: Sequence[str], folder: Path | None = None) -> None:
        if self._key is not None and keys:
            self._spawn(self._queue(self._key, keys, folder), "download the results")

    async def _queue(self, key: JobKey, keys: Sequence[str], folder: Path | None) -> None:
        self.queued.emit(await self._downloads.download(key, keys, folder))

    def _on_open(self) -> None:
        self._files.open(self._files_here())

    def _on_show_in_folder(self) -> None:
        self._files.show_in_folder(self._files_here() or self._any_here()[:1])

    def _on_copy_path(self) -> None:
        self._files.copy_files(self._files_here())

    def _on_copy_url(self) -> None:
        if self._key is not None:
            keys = [asset.key for asset, _ in self._chosen]
            self._spawn(self._copy_urls(self._key, keys), "copy the link")

    async def _copy_urls(self, key: JobKey, asset_keys: Sequence[str]) -> None:
        """Fresh links: those kept in memory may be over, and the store keeps none."""
        results = await self._results.refresh(key)
        found = [asset for name in asset_keys if (asset := results.asset(name))]
        links = [asset.href for asset in found if urlsplit(asset.href).scheme in _SECRET_SCHEMES]
        if links:
            copy_to_clipboard("\n".join(links))
            self.link_copied.emit(len(links))
        else:
            self.links_missing.emit()


def _is_here(download: Download | None) -> bool:
    return download is not None and download.state is DownloadState.DONE


def _can_download(download: Download | None) -> bool:
    """Never asked for, or stopped: asking again goes on with what is there."""
    stopped = (DownloadState.PAUSED, DownloadState.FAILED)
    return download is None or download.state in stopped


def _enable(action: QAction, enabled: bool, why_not: str) -> None:
    action.setEnabled(enabled)
    action.setToolTip(plain_tool_tip(action.text() if enabled else why_not))
    action.setStatusTip("" if enabled else why_not)
