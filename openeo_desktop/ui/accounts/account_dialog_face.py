"""What «Add account» shows: its pages, and the buttons that fit the page. No work is done here."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from openeo_desktop.ui.accounts.address_page import AddressPage
from openeo_desktop.ui.accounts.browser_page import BrowserPage
from openeo_desktop.ui.accounts.device_code_page import DeviceCodePage, open_words
from openeo_desktop.ui.accounts.sign_in_page import SignInPage
from openeo_desktop.ui.kit.buttons import outlined_button, primary_button
from openeo_desktop.ui.kit.labels import MutedLabel
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.progress import ProgressBar
from openeo_desktop.ui.local_environment.set_up_panel import SetUpPanel
from openeo_desktop.ui.look.tokens import GROUP_SPACING, PANE_SPACING


class AccountDialogFace(QObject):
    """Pages: address, sign-in, device code, browser. `current` is the one that shows."""

    def __init__(self, dialog: QDialog, *, offer_local: bool, offer_back: bool) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._offer_back = offer_back
        self._busy = False
        self._set_up: SetUpPanel | None = None
        self.address_page = AddressPage(dialog, offer_local=offer_local)
        self.sign_in_page = SignInPage(dialog)
        self.device_page = DeviceCodePage(dialog)
        self.browser_page = BrowserPage(dialog)
        self._current: QWidget = self.address_page
        self._pages: tuple[QWidget, ...] = (
            self.address_page,
            self.sign_in_page,
            self.device_page,
            self.browser_page,
        )
        self._make_widgets(dialog)
        self._lay_out(dialog)
        self.address_page.changed.connect(self._on_address_changed)
        self.sign_in_page.changed.connect(self._on_sign_in_changed)

    @property
    def current(self) -> QWidget:
        """The page that shows."""
        return self._current

    def show_page(self, page: QWidget) -> None:
        """Turn to a page; the dialog grows if that one is taller."""
        self._current = page
        for other in self._pages:
            other.setVisible(other is page)
        if page in (self.device_page, self.browser_page):
            self._show_progress("")
        self.update_buttons()
        self._grow()
        self.focus()

    def focus(self) -> None:
        """To the first field of the page, else to the filled button."""
        if self.current is self.address_page:
            self.address_page.focus()
        elif self.current is not self.sign_in_page or not self.sign_in_page.focus():
            self.go_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_set_up(self, panel: SetUpPanel) -> None:
        """«This computer» is chosen, and cannot start before it is set up."""
        self._set_up = panel
        self.address_page.offer_set_up(panel)
        panel.state_changed.connect(self.update_buttons)

    def set_busy(self, words: str) -> None:
        """What is being done; empty when nothing is."""
        self._busy = bool(words)
        self._show_progress(words)
        self.address_page.setEnabled(not self._busy)
        self.sign_in_page.set_busy(self._busy)
        self.update_buttons()

    def update_buttons(self) -> None:
        """Words and state of the buttons for the page and what is missing on it."""
        page, reason = self.current, self._missing()
        can_go_back = page is not self.address_page
        if page is self.sign_in_page:
            can_go_back = self._offer_back
        self.back_button.setVisible(can_go_back)
        self.back_button.setEnabled(not self._busy)
        self.go_button.setVisible(self._offers_to_go_on())
        self.go_button.setEnabled(not reason and (not self._busy or self._waits_for_person()))
        self.go_button.setToolTip(reason)
        self.go_button.setText(self._go_text())

    def _waits_for_person(self) -> bool:
        return self.current in (self.device_page, self.browser_page)

    def _offers_to_go_on(self) -> bool:
        if self.current is self.sign_in_page:
            return self.sign_in_page.can_sign_in
        if self._busy and self.current is self.device_page:
            return bool(self.device_page.page)
        if self._busy and self.current is self.browser_page:
            return bool(self.browser_page.page)
        return True

    def _missing(self) -> str:
        if self.current is self.sign_in_page:
            return self.sign_in_page.missing()
        if self.current is not self.address_page:
            return ""
        if self.address_page.is_local() and self._set_up is not None and self._set_up.is_needed:
            return self.tr("Set up this computer first.")
        return self.tr("Give an address.") if self.address_page.is_empty() else ""

    def _go_text(self) -> str:
        if self.current is self.device_page:
            return self._device_words() if self._busy else self.tr("&Get a new code")
        if self.current is self.browser_page:
            return self.tr("&Open again") if self._busy else self.tr("&Try again")
        if self.current is self.sign_in_page:
            return self._sign_in_words()
        return self.tr("&Start") if self.address_page.is_local() else self.tr("C&onnect")

    def _device_words(self) -> str:
        host = open_words(self.device_page.page)
        return self.tr("&Open {host}").format(host=host)

    def _sign_in_words(self) -> str:
        way = self.sign_in_page.way
        name = self.sign_in_page.provider_name
        if way is None or not way.needs_browser or not name:
            return self.tr("&Sign in")
        name = name if len(name) <= 32 else name[:31] + "…"
        return self.tr("&Sign in with {provider}").format(provider=name.replace("&", "&&"))

    def _show_progress(self, words: str) -> None:
        self.progress.set_fraction(None if words else 0.0)
        self.progress.setVisible(bool(words))
        self.progress_text.setText(words)
        self.progress_text.setVisible(bool(words))

    def _on_address_changed(self) -> None:
        self.update_buttons()
        self._grow()

    def _on_sign_in_changed(self) -> None:
        self.update_buttons()
        self._grow()

    def _grow(self) -> None:
        """Never smaller than what it has to show; what the person made larger stays so."""
        layout = self._dialog.layout()
        if layout is None:
            return
        layout.activate()
        now = self._dialog.size()
        width = max(now.width(), layout.totalMinimumSize().width())
        needed = QSize(width, max(now.height(), layout.totalHeightForWidth(width)))
        if needed != now:
            self._dialog.resize(needed)

    def _make_widgets(self, dialog: QDialog) -> None:
        self.message_bar = MessageBar(dialog)
        self.progress = ProgressBar(dialog)
        self.progress_text = MutedLabel("", dialog)
        self.back_button = outlined_button(self.tr("&Back"), None, dialog)
        self.back_button.setObjectName("backButton")
        self.cancel_button = outlined_button(self.tr("Cancel"), None, dialog)
        self.cancel_button.setObjectName("cancelButton")
        self.go_button = primary_button(self.tr("C&onnect"), None, dialog)
        self.go_button.setObjectName("goButton")
        self.go_button.setDefault(True)
        self.progress.hide()
        self.progress_text.hide()

    def _lay_out(self, dialog: QDialog) -> None:
        progress = QHBoxLayout()
        progress.setSpacing(8)
        progress.addWidget(self.progress_text)
        progress.addWidget(self.progress, 1, Qt.AlignmentFlag.AlignVCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.go_button)
        layout = QVBoxLayout(dialog)
        layout.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        layout.setSpacing(GROUP_SPACING)
        layout.addWidget(self.message_bar)
        for page in self._pages:  # no QStackedWidget: that is as tall as its tallest page
            layout.addWidget(page, 1)
            page.hide()
        layout.addLayout(progress)
        layout.addLayout(buttons)
        dialog.setMinimumWidth(480)
        dialog.resize(520, 400)
