"""What can be done with the lines of the log: copy, choose how they are shown, save to a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from openeo_desktop.core.log_formats import log_document
from openeo_desktop.core.logs import LogEntry
from openeo_desktop.services.logs import LogQuery
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.kit.selections import selected_count, selected_ranges
from openeo_desktop.ui.log.log_saving import LogSaving
from openeo_desktop.ui.log.log_text import copied_line
from openeo_desktop.ui.look.icons import Icon, icon

if TYPE_CHECKING:
    from openeo_desktop.core.settings import Settings
    from openeo_desktop.services.logs import LogsService
    from openeo_desktop.services.spawner import Spawn
    from openeo_desktop.ui.log.log_pane import LogPane

MAX_COPIED = 50_000
PORTION = 1000


class LogCommands(QObject):
    """The commands of one log pane."""

    def __init__(self, pane: LogPane, logs: LogsService, spawn: Spawn, settings: Settings) -> None:
        super().__init__(pane)
        self._pane = pane
        self._logs = logs
        self._spawn = spawn
        self.saving = LogSaving(pane, pane.export_bar, logs, spawn, settings)
        self._copy = self._action(self.tr("Copy lines"), self.copy_selected, Icon.COPY)
        self._copy.setShortcut(QKeySequence.StandardKey.Copy)
        self._copy_json = self._action(self.tr("Copy lines as JSON"), self.copy_selected_json)
        self._copy_json.setShortcut("Ctrl+Shift+C")
        self._select_all = self._action(self.tr("Select all"), pane.view.selectAll)
        self._select_all.setShortcut(QKeySequence.StandardKey.SelectAll)
        for action in (self._copy, self._copy_json, self._select_all):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        # The table answers Ctrl+C itself.
        pane.view.addActions([self._copy_json, self._select_all])
        self._follow = self._action(self.tr("Follow new entries"), pane.view.follow)
        self._save = self._action(self.tr("Save the log as…"), self.save, Icon.SAVE)
        self._save_shown = self._action(self.tr("Save the shown entries as…"), self.save_shown)
        pane.view.copy_requested.connect(self.copy_selected)
        self._more = QMenu(pane)
        self._more.aboutToShow.connect(self._fill_more)
        pane.header.more.setMenu(self._more)

    def menu(self) -> QMenu:
        """The context menu of the lines."""
        menu = QMenu(self._pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu)
        return menu

    def copy_selected(self) -> None:
        """Put the chosen lines on the clipboard, also those that are not loaded."""
        self._copy_as(lambda entries: "\n".join(copied_line(entry) for entry in entries))

    def copy_selected_json(self) -> None:
        """Put the chosen entries on the clipboard as the back-end sent them."""
        self._copy_as(log_document)

    def save(self) -> None:
        """Ask for a file and write the whole log there, as text, JSON or CSV."""
        self._ask(LogQuery())

    def save_shown(self) -> None:
        """The same with the entries that the filters leave."""
        self._ask(self._pane.feed.query)

    def _ask(self, query: LogQuery) -> None:
        key = self._pane.feed.key
        if key is not None and not self.saving.is_busy:
            self.saving.ask(key, query, self._pane.job_title())

    def _fill_more(self) -> None:
        self._more.clear()
        self._fill(self._more)

    def _fill(self, menu: QMenu) -> None:
        chosen = selected_count(self._pane.view) > 0
        there = self._pane.model.rowCount() > 0
        for action in (self._copy, self._copy_json):
            action.setEnabled(chosen)
        for action in (self._save, self._save_shown):
            action.setEnabled(there and not self.saving.is_busy)
        self._follow.setEnabled(there and not self._pane.view.following)
        header = self._pane.header
        menu.addActions([self._copy, self._copy_json, self._select_all])
        menu.addSeparator()
        menu.addActions([self._follow, header.first_error, header.next_error])
        menu.addAction(header.previous_error)
        menu.addSeparator()
        self._pane.options.add_to(menu)
        menu.addSeparator()
        menu.addAction(self._save)
        if self._pane.feed.query != LogQuery():
            menu.addAction(self._save_shown)

    def _copy_as(self, to_text: Callable[[Sequence[LogEntry]], str]) -> None:
        row_ids: list[int] = []
        for first, last in selected_ranges(self._pane.view):
            room = MAX_COPIED - len(row_ids)
            row_ids += self._pane.model.row_ids(first, min(last, first + room - 1))
        if not row_ids:
            return
        if selected_count(self._pane.view) > MAX_COPIED:
            text = self.tr("Only the first {count} lines were copied. To have all, save the log.")
            self._pane.messages.show_message("info", text.format(count=count_text(MAX_COPIED)))
        self._spawn(self._copy_rows(row_ids, to_text), "copy the lines")

    async def _copy_rows(
        self, row_ids: Sequence[int], to_text: Callable[[Sequence[LogEntry]], str]
    ) -> None:
        entries: list[LogEntry] = []
        for start in range(0, len(row_ids), PORTION):
            portion = row_ids[start : start + PORTION]
            found = await self._logs.rows(portion)
            entries += [found[row_id] for row_id in portion if row_id in found]
        copy_to_clipboard(to_text(entries))

    def _action(self, text: str, slot: Callable[[], object], name: Icon | None = None) -> QAction:
        action = QAction(text, self)
        if name is not None:
            action.setIcon(icon(name, "text"))
        action.triggered.connect(lambda _=False: slot())
        return action
