"""The way from a log entry to elsewhere: the nodes of its path, and its links with their hosts.

Addresses come from servers: only https opens (see `web_pages`), and the host is on the button.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.json_values import as_dicts, as_text
from openeo_desktop.core.logs import LogEntry, entry_path
from openeo_desktop.ui.accounts.web_pages import host_of, is_openable, open_page
from openeo_desktop.ui.kit.buttons import quiet_button
from openeo_desktop.ui.kit.flow_layout import FlowLayout
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.log.log_text import step_text
from openeo_desktop.ui.look.icons import Icon

MAX_LINKS = 10
MAX_TITLE = 60


class LogLinks(QWidget):
    """Hidden while an entry has neither.

    Signals: `node_requested(tuple of str)` with the ids of the nodes, the innermost first.
    """

    node_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[QPushButton] = []
        self._flow = FlowLayout(self)
        self.hide()

    def buttons(self) -> list[QPushButton]:
        """What can be followed now."""
        return list(self._buttons)

    def show_entry(self, entry: LogEntry) -> None:
        """Offer what this entry leads to."""
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        self._buttons = [*self._nodes(entry), *self._links(entry)]
        for button in self._buttons:
            self._flow.addWidget(button)
        self.setVisible(bool(self._buttons))

    def _nodes(self, entry: LogEntry) -> list[QPushButton]:
        path = entry_path(entry)
        buttons = []
        for place, step in enumerate(path):
            button = quiet_button(_no_mnemonic(step_text(step)), Icon.PROCESS, self)
            button.setAccessibleName(self.tr("Show node {name}").format(name=step_text(step)))
            button.setToolTip(self.tr("Show this node in the process"))
            nodes = tuple(one.node for one in path[place:])
            button.clicked.connect(lambda _=False, nodes=nodes: self.node_requested.emit(nodes))
            buttons.append(button)
        return buttons

    def _links(self, entry: LogEntry) -> list[QPushButton]:
        buttons = []
        for link in as_dicts(entry.raw.get("links"))[:MAX_LINKS]:
            address = as_text(link.get("href"))
            if not is_openable(address):
                continue  # it stays readable in the text
            title = visible_text(as_text(link.get("title")) or as_text(link.get("rel")))
            text = f"{title[:MAX_TITLE]} ({host_of(address)})".strip()
            button = quiet_button(_no_mnemonic(text), Icon.OPEN_EXTERNAL, self)
            button.setAccessibleName(self.tr("Open {name}").format(name=text))
            button.setToolTip(plain_tool_tip(visible_text(address)[:500]))
            button.clicked.connect(lambda _=False, address=address: open_page(address))
            buttons.append(button)
        return buttons


def _no_mnemonic(text: str) -> str:
    return text.replace("&", "&&")
