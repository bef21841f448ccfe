"""Why a job failed: the first error entries of its log, shown at once, with a way to all of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.core.logs import LogEntry
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.kit.labels import plain_label, with_short_words
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon

if TYPE_CHECKING:
    from openeo_desktop.services.logs import LogsService

SHOWN_ENTRIES = 3
SHOWN_CHARACTERS = 600
SHOWN_LINES = 6
LONGEST_WORD = 32
"""A longer word would make the pane wider than it is, and what stands right of it unseen."""


class ErrorCard(QFrame):
    """Hidden until `show_errors_of`.

    Signals: `full_log_requested()`.
    """

    full_log_requested = Signal()

    def __init__(self, logs: LogsService, spawn: Spawn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logs = logs
        self._spawn = spawn
        self._key: JobKey | None = None
        self._has_entries = False
        self._whole = ""
        self.setObjectName("error_card")
        self.setProperty("level", "error")
        self._heading = plain_label("", self, font=fonts.strong_font(), wrap=True)
        self._text = plain_label("", self, selectable=True, wrap=True)
        self._text.setObjectName("error_lines")
        self._open_log = outlined_button(self.tr("Show full log"), Icon.LOG, self)
        self._open_log.setObjectName("show_full_log")
        self._open_log.clicked.connect(self.full_log_requested)
        self._copy = outlined_button(self.tr("Copy"), Icon.COPY, self)
        self._copy.setAccessibleName(self.tr("Copy the errors"))
        self._copy.clicked.connect(self._on_copy_clicked)
        self._lay_out()
        stop = logs.changed.connect(self._on_logs_changed)
        self.destroyed.connect(stop)
        self.hide()

    def text(self) -> str:
        """The error lines that are shown."""
        return self._text.text()

    def show_errors_of(self, key: JobKey | None) -> None:
        """Show the errors of a failed job; None hides the card."""
        self.setVisible(key is not None)
        if key == self._key:
            return
        self._key = key
        self._has_entries = False
        if key is not None:
            self._say(self.tr("The job failed"), self.tr("Reading its errors…"))
            self._spawn(self._load(key), "read the errors of the job")

    async def _load(self, key: JobKey) -> None:
        try:
            entries = await self._logs.errors(key)
        except AppError as error:
            if key == self._key:
                self._say(self.tr("The job failed; its log cannot be read now"), str(error))
            return
        if key == self._key:
            self._show(entries)

    def _show(self, entries: Sequence[LogEntry]) -> None:
        self._has_entries = bool(entries)
        if not entries:
            text = self.tr("The back-end has logged no error. The full log may tell more.")
            self._say(self.tr("The job failed"), text)
            return
        self._whole = "\n".join(_whole_text(entry) for entry in entries)
        lines = [_short_text(entry) for entry in entries[:SHOWN_ENTRIES]]
        more = len(entries) - SHOWN_ENTRIES
        if more > 0:
            lines.append(self.tr("… and {count} more").format(count=more))
        self._say(self.tr("The job failed"), "\n".join(lines))

    def _say(self, heading: str, text: str) -> None:
        self._whole = self._whole if self._has_entries else text
        self._heading.setText(heading)
        self._text.setText(text)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)

    def _on_logs_changed(self, change: object) -> None:
        key = getattr(change, "key", None)
        if key is not None and key == self._key and not self._has_entries:
            self._spawn(self._load(key), "read the errors of the job")

    def _on_copy_clicked(self) -> None:
        copy_to_clipboard(self._whole)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        layout.addWidget(self._heading)
        layout.addWidget(self._text)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._open_log)
        row.addWidget(self._copy)
        row.addStretch(1)
        layout.addLayout(row)


def _short_text(entry: LogEntry) -> str:
    """What says most of it in a narrow card: of many lines (a traceback) the first and the last."""
    lines = [line for line in _whole_text(entry).splitlines() if line.strip()]
    if len(lines) > SHOWN_LINES:
        lines = [lines[0], "…", *lines[2 - SHOWN_LINES :]]
    shown = (with_short_words(line[:SHOWN_CHARACTERS], LONGEST_WORD) for line in lines)
    text = "\n".join(shown)
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"


def _whole_text(entry: LogEntry) -> str:
    text = visible_text(entry.message.strip())
    return f"[{visible_text(entry.code)}] {text}" if entry.code else text
