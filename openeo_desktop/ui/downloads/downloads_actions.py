"""The actions on chosen downloads: what each means for which states, and asking before a loss."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.models.download_steps import stepped
from openeo_desktop.models.downloads_table import DownloadsTableModel
from openeo_desktop.services.download_order import Move
from openeo_desktop.ui.downloads.downloads_questions import ask_cancel, ask_delete
from openeo_desktop.ui.downloads.downloads_text import reasons_text
from openeo_desktop.ui.files.file_handling import FileHandling
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.look.icons import Icon, icon

if TYPE_CHECKING:
    from openeo_desktop.services.downloads import DownloadsService
    from openeo_desktop.services.spawner import Spawn

_EVERY = frozenset(DownloadState)
_OPEN = frozenset(state for state in DownloadState if state.is_open)
_FAILED = frozenset((DownloadState.FAILED,))
_PAUSED = frozenset((DownloadState.PAUSED,))
_RETRY = _FAILED | {
    DownloadState.WAITING,
    DownloadState.WAITING_AUTH,
    DownloadState.WAITING_DISK,
}
_DONE = frozenset((DownloadState.DONE,))
_NOT_DONE = _EVERY - _DONE - {DownloadState.VERIFYING}
_HELD_UP = _RETRY | _PAUSED


class DownloadsActions(QObject):
    """QActions for a list of downloads; `set_chosen` says which they are for.

    Signals:
        job_requested(JobKey): The person wants to see the job of a file.
        remove_requested(tuple): Ids of rows to be taken off the list, which can be undone.
    """

    job_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(
        self,
        pane: QWidget,
        service: DownloadsService,
        model: DownloadsTableModel,
        spawn: Spawn,
        files: FileHandling,
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._service = service
        self._model = model
        self._spawn = spawn
        self._files = files
        self._chosen: tuple[Download, ...] = ()
        self._build()
        self._rules = self._make_rules()
        self.set_chosen(())

    def set_chosen(self, chosen: Sequence[Download]) -> None:
        """The actions are for these; those that make no sense are disabled and say why."""
        self._chosen = tuple(chosen)
        present = {download.state for download in self._chosen}
        for action, states, why in self._rules:
            possible = not present.isdisjoint(states)
            action.setEnabled(possible)
            action.setToolTip(_tool_tip(action) if possible else why)

    def menu(self, parent: QWidget) -> QMenu:
        """All actions, for a context menu; deletes itself when it closes."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        menu.addActions([self.open, self.show_in_folder, self.copy_path, self.show_job])
        menu.addSeparator()
        menu.addActions([self.pause, self.resume, self.retry])
        order = menu.addMenu(self.tr("Order"))
        order.addActions([self.to_top, self.up, self.down, self.to_bottom])
        menu.addSeparator()
        menu.addActions([self.verify, self.copy_reason])
        menu.addSeparator()
        menu.addActions([self.cancel, self.remove, self.delete_file])
        return menu

    def all(self) -> list[QAction]:
        """Every action, for a widget that shall know their shortcuts."""
        return [action for action, _, _ in self._rules]

    def activate(self) -> None:
        """What Enter and a double click do: open what is here, go on with what is not."""
        for action in (self.open, self.resume, self.retry):
            if action.isEnabled():
                action.trigger()
                return

    def toggle(self) -> None:
        """What Space does: pause what goes on, else go on with what is held up."""
        for action in (self.pause, self.resume, self.retry):
            if action.isEnabled():
                action.trigger()
                return

    def discard(self) -> None:
        """What the Delete key does: cancel what is not here, take what is here off the list."""
        (self.cancel if self.cancel.isEnabled() else self.remove).trigger()

    def _build(self) -> None:
        make, keys = self._action, QKeySequence.StandardKey
        self.pause = make(self.tr("Pause"), Icon.PAUSE, self._on_pause)
        self.resume = make(self.tr("Resume"), Icon.START, self._on_resume)
        self.retry = make(self.tr("Try again"), Icon.RETRY, self._on_retry, "Ctrl+R")
        self.cancel = make(self.tr("Cancel"), Icon.CLEAR, self._on_cancel)
        self.remove = make(self.tr("Remove from list"), Icon.CLOSE, self._on_remove)
        self.open = make(self.tr("Open"), Icon.OPEN_EXTERNAL, self._on_open)
        self.show_in_folder = make(
            self.tr("Show in folder"), Icon.FOLDER_OPEN, self._on_show_in_folder, "Ctrl+Shift+O"
        )
        self.copy_path = make(self.tr("Copy path"), Icon.COPY, self._on_copy_path, keys.Copy)
        self.copy_reason = make(self.tr("Copy the reason"), Icon.COPY, self._on_copy_reason)
        self.show_job = make(self.tr("Go to job"), Icon.ALL_JOBS, self._on_show_job, "Ctrl+J")
        self.verify = make(self.tr("Verify again"), Icon.VERIFIED, self._on_verify, "Ctrl+Shift+V")
        self.delete_file = make(
            self.tr("Delete file…"), Icon.DELETE, self._on_delete_file, "Shift+Del"
        )
        self.to_top = make(self.tr("Move to the top"), None, self._on_to_top, "Alt+Home")
        self.up = make(self.tr("Move up"), Icon.CARET_UP, self._on_up, "Alt+Up")
        self.down = make(self.tr("Move down"), Icon.CARET_DOWN, self._on_down, "Alt+Down")
        self.to_bottom = make(self.tr("Move to the end"), None, self._on_to_bottom, "Alt+End")

    def _make_rules(self) -> tuple[tuple[QAction, frozenset[DownloadState], str], ...]:
        """Each action, the states of files it is for, and why it is not for others."""
        nothing = self.tr("Choose a file first.")
        finished = self.tr("Nothing chosen is finished.")
        order = (self.to_top, self.up, self.down, self.to_bottom)
        every = (self.show_in_folder, self.copy_path, self.show_job, *order)
        return (
            (self.pause, _OPEN, self.tr("Nothing chosen is on its way.")),
            (self.resume, _PAUSED, self.tr("Nothing chosen is paused.")),
            (self.retry, _RETRY, self.tr("Nothing chosen has failed.")),
            (self.cancel, _NOT_DONE, self.tr("Nothing chosen is still to come.")),
            (self.copy_reason, _HELD_UP, self.tr("Nothing chosen is held up.")),
            *((action, _DONE, finished) for action in (self.remove, self.open)),
            *((action, _DONE, finished) for action in (self.verify, self.delete_file)),
            *((action, _EVERY, nothing) for action in every),
        )

    def _action(
        self,
        text: str,
        name: Icon | None,
        slot: Callable[[], None],
        keys: QKeySequence.StandardKey | str | None = None,
    ) -> QAction:
        action = QAction(text, self)
        if name is not None:
            action.setIcon(icon(name, "text"))
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        # Not in the whole window: Delete and Ctrl+C mean other things elsewhere.
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        return action

    def _of(self, states: Iterable[DownloadState]) -> list[Download]:
        wanted = frozenset(states)
        return [download for download in self._chosen if download.state in wanted]

    def _ids(self, states: Iterable[DownloadState]) -> list[DownloadId]:
        return [download.id for download in self._of(states)]

    def _do(self, work: Coroutine[Any, Any, object], what: str) -> None:
        self._spawn(work, what)

    def _on_pause(self) -> None:
        self._do(self._service.pause(self._ids(_OPEN)), "pause the download")

    def _on_resume(self) -> None:
        self._do(self._service.resume(self._ids(_PAUSED)), "resume the download")

    def _on_retry(self) -> None:
        self._do(self._service.retry(self._ids(_RETRY)), "try the download again")

    def _on_remove(self) -> None:
        self.remove_requested.emit(tuple(self._ids(_DONE)))

    def _on_cancel(self) -> None:
        ids = self._ids(_NOT_DONE)
        begun = [download for download in self._of(_NOT_DONE) if download.done]
        ask_cancel(self._pane, begun, len(ids), lambda: self._cancel(ids))

    def _cancel(self, ids: Sequence[DownloadId]) -> None:
        self._do(self._service.cancel(ids), "cancel the download")

    def _on_delete_file(self) -> None:
        files = self._of(_DONE)
        if files:
            ids = [download.id for download in files]
            ask_delete(self._pane, files, lambda: self._delete(ids))

    def _delete(self, ids: Sequence[DownloadId]) -> None:
        self._do(self._service.delete_files(ids), "delete the file")

    def _on_verify(self) -> None:
        self._do(self._service.verify(self._ids(_DONE)), "verify the file")

    def _on_open(self) -> None:
        self._files.open([download.path for download in self._of(_DONE)])

    def _on_show_in_folder(self) -> None:
        self._files.show_in_folder([d.path for d in self._of(_DONE) or self._chosen])

    def _on_copy_path(self) -> None:
        here = [download.path for download in self._of(_DONE)]
        if here:
            self._files.copy_files(here)
        else:
            self._files.copy_paths([download.path for download in self._chosen])

    def _on_copy_reason(self) -> None:
        copy_to_clipboard(reasons_text(self._of(_HELD_UP)))

    def _on_show_job(self) -> None:
        if self._chosen:
            self.job_requested.emit(self._chosen[0].job)

    # The order.

    def _on_to_top(self) -> None:
        self._move(top=True)

    def _on_to_bottom(self) -> None:
        self._move(top=False)

    def _on_up(self) -> None:
        self._step(up=True)

    def _on_down(self) -> None:
        self._step(up=False)

    def _move(self, *, top: bool) -> None:
        where = Move.TOP if top else Move.BOTTOM
        self._do(self._service.move(self._ids(_EVERY), where), "change the order")

    def _step(self, *, up: bool) -> None:
        order = stepped(self._model.queue, frozenset(self._ids(_EVERY)), up=up)
        self._do(self._service.arrange(order), "change the order")


def _tool_tip(action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    text = action.text().replace("&", "").rstrip("…")
    return f"{text} ({keys})" if keys else text
