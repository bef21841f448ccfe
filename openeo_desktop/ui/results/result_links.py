"""The links of a result: web pages only, the host beside each, and asked before one opens."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from openeo_desktop.core.assets import Results
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.json_values import as_dicts, as_text
from openeo_desktop.ui.accounts.web_pages import host_of, is_openable, open_page, shown_address
from openeo_desktop.ui.kit.ask import Question, ask
from openeo_desktop.ui.kit.buttons import icon_button
from openeo_desktop.ui.look.icons import Icon

MAX_LINKS = 20
# Addresses of the API and of this very document: not for people, and the canonical one is signed.
_NOT_PAGES = frozenset(("self", "canonical", "root", "parent", "item", "child", "collection"))


def page_links(results: Results) -> list[tuple[str, str]]:
    """Title and address of each link to a page; what may be signed is left out."""
    found: dict[str, str] = {}
    for link in as_dicts(results.raw.get("links"))[:500]:
        address, relation = as_text(link.get("href")), as_text(link.get("rel"))
        if relation in _NOT_PAGES or "?" in address or not is_openable(address):
            continue
        words = " ".join((as_text(link.get("title")) or relation).split())
        found.setdefault(address, visible_text(words[:60]))
    return [(title, address) for address, title in list(found.items())[:MAX_LINKS]]


class ResultLinks(QToolButton):
    """A button with a menu of links; hidden where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("result_links")
        model = icon_button(Icon.LINK, self.tr("Links of the result"), self)
        self.setIcon(model.icon())
        self.setToolTip(model.toolTip())
        self.setAccessibleName(model.toolTip())
        self.setFocusPolicy(model.focusPolicy())
        model.deleteLater()
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.hide()

    def show_links(self, results: Results | None) -> None:
        """Offer the links of these."""
        links = page_links(results) if results is not None else []
        self._menu.clear()
        for title, address in links:
            text = f"{title}  ·  {host_of(address)}".replace("&", "&&")
            action = self._menu.addAction(text)
            action.triggered.connect(lambda _checked=False, page=address: self._ask(page))
        self.setVisible(bool(links))

    def _ask(self, address: str) -> None:
        title = self.tr("Open a page of {host}?").format(host=host_of(address))
        text = self.tr("The link comes from the back-end: {address}")
        words = text.format(address=shown_address(address))
        question = Question(title, words, self.tr("Open the browser"), dangerous=False)
        ask(self.window(), question, lambda: open_page(address))
