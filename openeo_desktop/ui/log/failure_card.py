"""Above the log of a failed job: what failed, its code and node, what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.core.logs import LogEntry, LogLevel, entry_path
from openeo_desktop.services.logs import LogQuery
from openeo_desktop.ui.kit.buttons import icon_button, outlined_button
from openeo_desktop.ui.kit.labels import ElidedLabel, plain_label
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.log.failure_help import FailureHelp, help_for, telling_error
from openeo_desktop.ui.log.log_text import copied_line, step_text
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon

if TYPE_CHECKING:
    from openeo_desktop.services.logs import LogsService
    from openeo_desktop.services.spawner import Spawn

READ_ERRORS = 20
BESIDE_FROM = 620
SHOWN_CHARACTERS = 500
ERRORS = frozenset((LogLevel.ERROR,))


class FailureCard(QFrame):
    """Hidden unless the job has failed and its log has an error.

    Signals: `entry_requested(int)` with the row id of the entry; `node_requested(tuple of str)`
    with the ids of nodes, the innermost first.
    """

    entry_requested = Signal(object)
    node_requested = Signal(object)

    def __init__(self, logs: LogsService, spawn: Spawn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logs = logs
        self._spawn = spawn
        self._asked: tuple[JobKey, int] | None = None
        self._closed: JobKey | None = None
        self._entry: LogEntry | None = None
        self._row_id = 0
        self.setObjectName("failure_card")
        self.setProperty("level", "error")
        self._title = plain_label("", self, font=fonts.strong_font(), wrap=True)
        self._message = ElidedLabel("", self, font=fonts.fixed_font(), copyable=True)
        self._message.setAccessibleName(self.tr("The error"))
        self._advice = plain_label("", self, selectable=True, wrap=True)
        self._node = outlined_button("", Icon.PROCESS, self)
        self._node.setAccessibleName(self.tr("Show the node"))
        self._node.clicked.connect(self._on_node_clicked)
        self._lay_out()
        self.hide()

    def follow(self, key: JobKey | None, errors: int) -> None:
        """Sum up why this job failed; None: it has not. `errors`: how many its log has by now."""
        asked = None if key is None or not errors else (key, min(errors, READ_ERRORS))
        if asked == self._asked:
            return
        if asked is None or self._asked is None or asked[0] != self._asked[0]:
            self.hide()
        self._asked = asked
        if asked is not None and asked[0] != self._closed:
            self._spawn(self._read(asked), "read why the job failed")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons below the title where there is no room beside it."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        beside = self.width() >= BESIDE_FROM
        self._top.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._keep_whole()

    def _keep_whole(self) -> None:
        """In a low window the lines below give way, not the error or the advice."""
        layout = self._lines
        layout.activate()
        needed = max(layout.totalHeightForWidth(self.width()), layout.totalMinimumSize().height())
        if needed != self.minimumHeight():
            self.setMinimumHeight(needed)

    def title(self) -> str:
        """What failed, in words."""
        return self._title.text()

    def advice(self) -> str:
        """What to do."""
        return self._advice.text()

    @property
    def node_button(self) -> QPushButton:
        return self._node

    async def _read(self, asked: tuple[JobKey, int]) -> None:
        listing = await self._logs.listing(asked[0], LogQuery(levels=ERRORS))
        row_ids = list(listing.row_ids[:READ_ERRORS])
        found = await self._logs.rows(row_ids)
        row_ids = [row_id for row_id in row_ids if row_id in found]
        place = telling_error([found[row_id] for row_id in row_ids])
        if asked == self._asked and place is not None:
            self._show(row_ids[place], found[row_ids[place]])

    def _show(self, row_id: int, entry: LogEntry) -> None:
        told = help_for(entry)
        self._row_id, self._entry = row_id, entry
        self._title.setText(_title(told, entry))
        self._message.setText(visible_text(entry.message[:SHOWN_CHARACTERS]))
        self._advice.setText(told.advice)
        path = entry_path(entry)
        self._node.setVisible(bool(path))
        if path:
            self._node.setText(step_text(path[0]).replace("&", "&&"))
            name = self.tr("Show node {name}").format(name=step_text(path[0]))
            self._node.setAccessibleName(name)
            self._node.setToolTip(self.tr("Show this node in the process"))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(f"{self._message.text()} {told.advice}")
        self.show()
        self._keep_whole()

    def _on_node_clicked(self) -> None:
        if self._entry is not None:
            self.node_requested.emit(tuple(step.node for step in entry_path(self._entry)))

    def _on_show_clicked(self) -> None:
        self.entry_requested.emit(self._row_id)

    def _on_copy_clicked(self) -> None:
        if self._entry is not None:
            copy_to_clipboard(f"{self.title()}\n{copied_line(self._entry)}\n{self.advice()}")

    def _on_close_clicked(self) -> None:
        if self._asked is not None:
            self._closed = self._asked[0]
        self.hide()

    def _lay_out(self) -> None:
        show = outlined_button(self.tr("Show entry"), Icon.LOG, self)
        show.clicked.connect(self._on_show_clicked)
        copy = icon_button(Icon.COPY, self.tr("Copy the error and the advice"), self, role="error")
        copy.clicked.connect(self._on_copy_clicked)
        close = icon_button(Icon.CLOSE, self.tr("Close the summary"), self, role="error")
        close.clicked.connect(self._on_close_clicked)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._node)
        row.addWidget(show)
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        self._top = top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(4)
        top.addWidget(self._title, 1)
        top.addLayout(row)
        self._lines = layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 7, 8)
        layout.setSpacing(3)
        layout.addLayout(top)
        layout.addWidget(self._message)
        layout.addWidget(self._advice)


def _title(told: FailureHelp, entry: LogEntry) -> str:
    return f"{told.title}  ·  {visible_text(entry.code)}" if entry.code else told.title
