"""Waiting for the browser (authorization code, RFC 8252): say so, offer to open the page again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from openeo_desktop.ui.accounts.device_code_page import open_words
from openeo_desktop.ui.accounts.web_pages import is_openable, open_page
from openeo_desktop.ui.kit.buttons import quiet_button
from openeo_desktop.ui.kit.labels import MutedLabel, TitleLabel
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.kit.progress import ProgressBar
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING


class BrowserPage(QWidget):
    """Nothing to type here; the page in the browser comes back to this computer by itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._address = ""
        self._title = TitleLabel(self.tr("Waiting for your browser…"), self)
        self.words = MutedLabel("", self, wrap=True)
        self.progress = ProgressBar(self)
        self.problem = MessageBar(self, closable=False)
        self.copy_button = quiet_button(self.tr("&Copy the address"), Icon.COPY, self)
        self.copy_button.setObjectName("copyAddress")
        self.copy_button.clicked.connect(self._on_copy_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GROUP_SPACING)
        layout.addWidget(self._title)
        layout.addWidget(self.progress)
        layout.addWidget(self.words)
        layout.addWidget(self.problem)
        layout.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    @property
    def page(self) -> str:
        """The page that can be opened; empty if it is unsafe."""
        return self._address if is_openable(self._address) else ""

    def show_page(self, address: str) -> None:
        """Open a page of the provider, and wait."""
        self._address = address
        self._title.setText(self.tr("Waiting for your browser…"))
        words = self.tr("Sign in on the page of {host} that was opened, then come back here.")
        self.words.setText(words.format(host=open_words(address)))
        self.words.setVisible(bool(self.page))
        self.copy_button.setVisible(bool(self.page))
        self.problem.clear()
        self._set_waiting(waiting=True)
        self.open_page()

    def open_page(self) -> bool:
        """Open it, also a second time; what hinders is said."""
        if open_page(self._address):
            self.problem.clear()
            return True
        no_browser = self.tr(
            "The browser could not be opened. Copy the address and open it in a browser of this "
            "computer."
        )
        unsafe = self.tr(
            "The provider names an address that is no safe web page; it is not opened."
        )
        self.problem.show_message("warning", no_browser if self.page else unsafe)
        return False

    def end(self) -> None:
        """Nobody waits any more."""
        self._title.setText(self.tr("The sign-in in the browser has ended"))
        self._set_waiting(waiting=False)

    def _set_waiting(self, *, waiting: bool) -> None:
        self.progress.set_fraction(None if waiting else 0.0)
        self.progress.setVisible(waiting)
        self.words.setVisible(waiting and bool(self.page))
        self.copy_button.setVisible(waiting and bool(self.page))

    def _on_copy_clicked(self) -> None:
        copy_to_clipboard(self.page)
