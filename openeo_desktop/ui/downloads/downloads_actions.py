"""The actions on chosen downloads: what each means for which states, and asking before a loss."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.core.formatting import format_size
from openeo_desktop.ui.files.file_handling import FileHandling
from openeo_desktop.ui.kit.ask import ask
from openeo_desktop.ui.look.icons import Icon, icon

if TYPE_CHECKING:
    from openeo_desktop.services.downloads import DownloadsService
    from openeo_desktop.services.spawner import Spawn

_OPEN = frozenset(state for state in DownloadState if state.is_open)
_RETRY = frozenset(
    (
        DownloadState.FAILED,
        DownloadState.WAITING,
        DownloadState.WAITING_AUTH,
        DownloadState.WAITING_DISK,
    )
)
_DONE = frozenset((DownloadState.DONE,))
_NOT_DONE = frozenset(DownloadState) - _DONE


class DownloadsActions(QObject):
    """QActions for a list of downloads; `set_chosen` says which they are for.

    Signals:
        job_requested(JobKey): The person wants to see the job of a file.
    """

    job_requested = Signal(object)

    def __init__(
        self, pane: QWidget, service: DownloadsService, spawn: Spawn, files: FileHandling
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._service = service
        self._spawn = spawn
        self._files = files
        self._chosen: tuple[Download, ...] = ()
        self._build()
        self.set_chosen(())

    def set_chosen(self, chosen: Sequence[Download]) -> None:
        """The actions are for these; those that make no sense are disabled and say why."""
        self._chosen = tuple(chosen)
        for action, states, why in self._rules:
            possible = any(download.state in states for download in self._chosen)
            action.setEnabled(possible)
            action.setToolTip(_tool_tip(action) if possible else why)

    def menu(self, parent: QWidget) -> QMenu:
        """All actions, for a context menu; deletes itself when it closes."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.pause, self.resume, self.retry])
        menu.addSeparator()
        menu.addActions([self.open, self.show_in_folder, self.copy_path, self.show_job])
        menu.addSeparator()
        menu.addActions([self.cancel, self.remove])
        return menu

    def activate(self) -> None:
        """What Enter and a double click do: open what is here, go on with what is not."""
        for action in (self.open, self.resume, self.retry):
            if action.isEnabled():
                action.trigger()
                return

    def delete(self) -> None:
        """What the Delete key does: cancel what is not here, take what is here off the list."""
        (self.cancel if self.cancel.isEnabled() else self.remove).trigger()

    def _build(self) -> None:
        self.pause = self._action(self.tr("Pause"), Icon.PAUSE, self._on_pause)
        self.resume = self._action(self.tr("Resume"), Icon.START, self._on_resume)
        self.retry = self._action(self.tr("Try again"), Icon.RETRY, self._on_retry)
        self.cancel = self._action(self.tr("Cancel"), Icon.CLEAR, self._on_cancel)
        self.remove = self._action(self.tr("Remove from list"), Icon.DELETE, self._on_remove)
        self.open = self._action(self.tr("Open"), Icon.OPEN_EXTERNAL, self._on_open)
        self.show_in_folder = self._action(
            self.tr("Show in folder"), Icon.FOLDER_OPEN, self._on_show_in_folder
        )
        self.copy_path = self._action(self.tr("Copy path"), Icon.COPY, self._on_copy_path)
        self.copy_path.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy_path.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.show_job = self._action(self.tr("Go to job"), Icon.ALL_JOBS, self._on_show_job)
        nothing = self.tr("Choose a file first.")
        self._rules = (
            (self.pause, _OPEN, self.tr("Nothing chosen is on its way.")),
            (self.resume, {DownloadState.PAUSED}, self.tr("Nothing chosen is paused.")),
            (self.retry, _RETRY, self.tr("Nothing chosen has failed.")),
            (self.cancel, _NOT_DONE, self.tr("Nothing chosen is still to come.")),
            (self.remove, _DONE, self.tr("Nothing chosen is finished.")),
            (self.open, _DONE, self.tr("Nothing chosen is finished.")),
            (self.show_in_folder, frozenset(DownloadState), nothing),
            (self.copy_path, frozenset(DownloadState), nothing),
            (self.show_job, frozenset(DownloadState), nothing),
        )

    def _action(self, text: str, name: Icon, slot: Callable[[], None]) -> QAction:
        action = QAction(icon(name, "text"), text, self)
        action.triggered.connect(slot)
        return action

    def _ids(self, states: Iterable[DownloadState]) -> list[DownloadId]:
        wanted = frozenset(states)
        return [download.id for download in self._chosen if download.state in wanted]

    def _done(self) -> list[Download]:
        return [download for download in self._chosen if download.state is DownloadState.DONE]

    def _on_pause(self) -> None:
        self._spawn(self._service.pause(self._ids(_OPEN)), "pause the download")

    def _on_resume(self) -> None:
        ids = self._ids({DownloadState.PAUSED})
        self._spawn(self._service.resume(ids), "resume the download")

    def _on_retry(self) -> None:
        self._spawn(self._service.retry(self._ids(_RETRY)), "try the download again")

    def _on_remove(self) -> None:
        self._spawn(self._service.remove(self._ids(_DONE)), "remove from the list")

    def _on_cancel(self) -> None:
        """Bytes that have arrived would be lost: only then is it worth a question."""
        ids = self._ids(_NOT_DONE)
        lost = [d for d in self._chosen if d.state is not DownloadState.DONE and d.done]
        if not lost:
            self._cancel(ids)
            return
        if len(lost) == 1:
            title = self.tr("Cancel the download of “{name}”?").format(name=lost[0].path.name)
        else:
            title = self.tr("Cancel {count} downloads?").format(count=len(ids))
        text = self.tr(
            "{size} that have arrived are deleted. To go on later, pause the download instead."
        ).format(size=format_size(sum(download.done for download in lost)))
        ask(
            self._pane,
            title,
            text,
            yes=self.tr("Cancel download"),
            no=self.tr("Keep"),
            on_yes=lambda: self._cancel(ids),
        )

    def _cancel(self, ids: Sequence[DownloadId]) -> None:
        self._spawn(self._service.cancel(ids), "cancel the download")

    def _on_open(self) -> None:
        self._files.open([download.path for download in self._done()])

    def _on_show_in_folder(self) -> None:
        self._files.show_in_folder([d.path for d in self._done() or self._chosen])

    def _on_copy_path(self) -> None:
        if self._done():
            self._files.copy_files([download.path for download in self._done()])
        else:
            self._files.copy_paths([download.path for download in self._chosen])

    def _on_show_job(self) -> None:
        if self._chosen:
            self.job_requested.emit(self._chosen[0].job)


def _tool_tip(action: QAction) -> str:
    return action.text().replace("&", "")
