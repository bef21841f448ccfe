"""Terms of service and privacy policy of a back-end: to be read, and agreed to, before signing in.

openEO API 1.2, `GET /`: where a back-end links them, a client must offer them and wait for an
explicit agreement. So nothing is ticked beforehand.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from openeo_desktop.ui.accounts.web_pages import host_of, open_page
from openeo_desktop.ui.kit.buttons import quiet_button
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.look.icons import Icon


class TermsBox(QWidget):
    """Hidden where there are no terms.

    Signals:
        changed(): The agreement was given or taken back.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.agree = QCheckBox(self)
        self.agree.setObjectName("agreeToTerms")
        self.agree.toggled.connect(self.changed)
        self._terms = quiet_button("", Icon.OPEN_EXTERNAL, self, flush=True)
        self._privacy = quiet_button("", Icon.OPEN_EXTERNAL, self, flush=True)
        self._links: dict[QObject, str] = {}
        for button in (self._terms, self._privacy):
            button.clicked.connect(self._on_link_clicked)
        links = QVBoxLayout()
        links.setContentsMargins(16, 0, 0, 0)
        links.setSpacing(0)
        for button in (self._terms, self._privacy):
            links.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.agree)
        layout.addLayout(links)
        self.set_links((), ())

    def set_links(self, terms: Sequence[str], privacy: Sequence[str]) -> None:
        """Show these documents (URLs, https), and ask anew."""
        self._links = {}
        self._show_link(self._terms, self.tr("Terms of service ({host})"), terms)
        self._show_link(self._privacy, self.tr("Privacy policy ({host})"), privacy)
        self.agree.setChecked(False)
        self.agree.setText(self._words(bool(terms), bool(privacy)))
        self.setVisible(bool(self._links))

    def _show_link(self, button: QPushButton, text: str, urls: Sequence[str]) -> None:
        button.setVisible(bool(urls))
        if urls:
            self._links[button] = urls[0]
            button.setText(text.format(host=host_of(urls[0])).replace("&", "&&"))
            button.setToolTip(plain_tool_tip(urls[0]))

    def missing(self) -> str:
        """What has to be agreed to, in words; empty if nothing has."""
        if self.isHidden() or self.agree.isChecked():
            return ""
        return self.tr("Read the terms of the back-end and agree to them.")

    def _words(self, terms: bool, privacy: bool) -> str:
        if terms and privacy:
            return self.tr("I agree to the terms of service and the privacy policy")
        if terms:
            return self.tr("I agree to the terms of service")
        return self.tr("I agree to the privacy policy")

    def _on_link_clicked(self) -> None:
        url = self._links.get(self.sender())
        if url:
            open_page(url)
