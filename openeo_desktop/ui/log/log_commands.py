"""What can be done with the lines of the log: copy, go from error to error, save to a file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu

from openeo_desktop.core.errors import AppError, StorageError
from openeo_desktop.core.logs import LogEntry, LogLevel
from openeo_desktop.core.settings import write_atomically
from openeo_desktop.services.logs import LogQuery
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.kit.selections import selected_count, selected_ranges
from openeo_desktop.ui.log.log_text import copied_line
from openeo_desktop.ui.look.icons import Icon, icon
from openeo_desktop.ui.loop.background import BackgroundCalls

if TYPE_CHECKING:
    from openeo_desktop.core.jobs import JobKey
    from openeo_desktop.services.logs import LogsService
    from openeo_desktop.services.spawner import Spawn
    from openeo_desktop.ui.log.log_pane import LogPane

MAX_COPIED = 50_000
PORTION = 1000


class LogCommands(QObject):
    """The commands of one log pane."""

    def __init__(self, pane: LogPane, logs: LogsService, spawn: Spawn) -> None:
        super().__init__(pane)
        self._pane = pane
        self._logs = logs
        self._spawn = spawn
        self._writing = BackgroundCalls(self)
        self._copy = QAction(icon(Icon.COPY, "text"), self.tr("Copy lines"), self)
        self._copy.setShortcut(QKeySequence.StandardKey.Copy)
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._copy.triggered.connect(self.copy_selected)
        self._save = QAction(icon(Icon.SAVE, "text"), self.tr("Save log as…"), self)
        self._save.triggered.connect(self.save)
        self._select_all = QAction(self.tr("Select all"), self)
        self._select_all.setShortcut(QKeySequence.StandardKey.SelectAll)
        self._select_all.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._select_all.triggered.connect(pane.view.selectAll)
        pane.view.copy_requested.connect(self.copy_selected)
        pane.header.next_error.triggered.connect(self._on_next_error)
        pane.header.previous_error.triggered.connect(self._on_previous_error)

    def menu(self) -> QMenu:
        """The context menu of the lines."""
        menu = QMenu(self._pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._copy.setEnabled(selected_count(self._pane.view) > 0)
        self._save.setEnabled(self._pane.model.rowCount() > 0)
        menu.addActions([self._copy, self._select_all])
        menu.addSeparator()
        menu.addActions([self._pane.header.next_error, self._pane.header.previous_error])
        menu.addSeparator()
        menu.addAction(self._save)
        return menu

    def copy_selected(self) -> None:
        """Put the chosen lines on the clipboard, also those that are not loaded."""
        row_ids: list[int] = []
        for first, last in selected_ranges(self._pane.view):
            room = MAX_COPIED - len(row_ids)
            row_ids += self._pane.model.row_ids(first, min(last, first + room - 1))
        if not row_ids:
            return
        if selected_count(self._pane.view) > MAX_COPIED:
            self._pane.messages.show_message(
                "info",
                self.tr(
                    "Only the first {count} lines were copied. To have all, save the log."
                ).format(count=f"{MAX_COPIED:,}"),
            )
        self._spawn(self._copy_rows(row_ids), "copy the lines")

    def save(self) -> None:
        """Ask for a file and write the whole log there, as text, or as JSON for `.json`."""
        key = self._pane.feed.key
        if key is None:
            return
        dialog = QFileDialog(self._pane, self.tr("Save log"))
        dialog.setObjectName("save_log")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Text (*.txt)"), self.tr("JSON (*.json)")])
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("log.txt")
        dialog.fileSelected.connect(
            lambda name: self._spawn(self._export(key, Path(name)), "save the log")
        )
        dialog.open()

    async def _copy_rows(self, row_ids: Sequence[int]) -> None:
        lines: list[str] = []
        for start in range(0, len(row_ids), PORTION):
            portion = row_ids[start : start + PORTION]
            entries = await self._logs.rows(portion)
            lines += [copied_line(entries[row_id]) for row_id in portion if row_id in entries]
        copy_to_clipboard("\n".join(lines))

    async def _export(self, key: JobKey, path: Path) -> None:
        entries = await self._logs.export(key)
        self._writing.call(
            lambda: _write(path, entries),
            lambda _: self._pane.messages.show_message(
                "success", self.tr("The log was saved as {path}.").format(path=path)
            ),
            self._on_write_failed,
        )

    def _on_write_failed(self, error: AppError) -> None:
        self._pane.messages.show_message("error", error.full_text())

    def _on_next_error(self) -> None:
        self._go_to_error(forward=True)

    def _on_previous_error(self) -> None:
        self._go_to_error(forward=False)

    def _go_to_error(self, *, forward: bool) -> None:
        key = self._pane.feed.key
        if key is not None:
            self._spawn(self._find_error(key, forward=forward), "find the next error")

    async def _find_error(self, key: JobKey, *, forward: bool) -> None:
        """The errors among the lines that are shown; filters that hide them all are taken away."""
        query = self._pane.feed.query
        wanted = LogQuery(levels=frozenset((LogLevel.ERROR,)), text=query.text)
        errors = (await self._logs.listing(key, wanted)).row_ids
        if key != self._pane.feed.key:
            return
        if LogLevel.ERROR not in query.levels or not errors:
            self._pane.show_all()
            return
        current = self._pane.view.currentIndex()
        row = current.row() if current.isValid() else -1
        found = self._pane.model.nearest(row, errors, forward=forward)
        if found is not None and found >= 0:
            self._pane.view.show_row(found)


def _write(path: Path, entries: Sequence[LogEntry]) -> None:
    """Write the log; runs off the GUI thread.

    Raises:
        StorageError: The file cannot be written.
    """
    if path.suffix.lower() == ".json":
        logs = [dict(entry.raw) for entry in entries]
        text = json.dumps({"logs": logs}, indent=1, ensure_ascii=False)
    else:
        text = "".join(f"{copied_line(entry)}\n" for entry in entries)
    try:
        write_atomically(path, text.encode())
    except OSError as error:
        raise StorageError(
            QCoreApplication.translate("Log", "The log could not be saved: {reason}.").format(
                reason=error.strerror or error
            ),
            QCoreApplication.translate("Log", "Choose another folder, or free some space."),
        ) from error
