"""Links that a back-end gives: their host is shown, and asked about, before the browser opens."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.json_values import as_dicts, as_text
from openeo_desktop.ui.accounts.web_pages import host_of, is_openable, open_page, shown_address
from openeo_desktop.ui.kit.ask import Question, ask
from openeo_desktop.ui.kit.buttons import quiet_button
from openeo_desktop.ui.kit.labels import MutedLabel
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.look.icons import Icon

MAX_LINKS = 12
MAX_TITLE = 60
_OWN = ("self", "canonical", "next", "prev", "first", "last", "monitor", "create-form")


@dataclass(frozen=True, slots=True)
class JobLink:
    """A page that can be opened."""

    title: str
    address: str


def links_of(raw: object) -> list[JobLink]:
    """The pages among links of a job (openEO API 1.2, `links`): https, not those of the API."""
    found: dict[str, JobLink] = {}
    for link in as_dicts(raw)[:200]:
        address, rel = as_text(link.get("href")), as_text(link.get("rel"))
        if rel not in _OWN and is_openable(address) and len(found) < MAX_LINKS:
            title = " ".join(as_text(link.get("title")).split()) or rel or address
            found.setdefault(address, JobLink(visible_text(title[:MAX_TITLE]), address))
    return list(found.values())


def ask_to_open(address: str, parent: QWidget) -> None:
    """Ask before the browser opens a server's link; what is no web page is not opened at all."""
    if not is_openable(address):
        return
    title = _tr("Open a page of {host}?").format(host=host_of(address))
    text = _tr("The link comes from the back-end: {address}").format(address=shown_address(address))
    question = Question(title, text, _tr("Open the browser"), dangerous=False)
    ask(parent.window(), question, lambda: open_page(address))


class LinkList(QWidget):
    """A button for each link, its host beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[JobLink] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    @property
    def count(self) -> int:
        return len(self._shown)

    def show_links(self, raw: object) -> None:
        """Show the pages among these links."""
        links = links_of(raw)
        if links == self._shown:
            return
        self._shown = links
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for link in links:
            self._column.addWidget(self._row(link))

    def _row(self, link: JobLink) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        button = quiet_button(link.title.replace("&", "&&"), Icon.OPEN_EXTERNAL, row, flush=True)
        button.setToolTip(plain_tool_tip(link.address[:1000]))
        host = host_of(link.address)
        button.setAccessibleName(_tr("{title}, at {host}").format(title=link.title, host=host))
        button.clicked.connect(lambda: ask_to_open(link.address, self))
        layout.addWidget(button)
        layout.addWidget(MutedLabel(host, row), 1)
        return row


def _tr(text: str) -> str:
    return QCoreApplication.translate("LinkList", text)
