"""The code that a person enters at the provider (RFC 8628, 3.3), until it is used or over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.sign_in import DeviceCode
from openeo_desktop.core.times import utc_now
from openeo_desktop.ui.accounts.countdown import Countdown
from openeo_desktop.ui.accounts.qr_code import QrCode
from openeo_desktop.ui.accounts.web_pages import host_of, is_openable, open_page, shown_address
from openeo_desktop.ui.kit.buttons import icon_button, outlined_button
from openeo_desktop.ui.kit.labels import ElidedLabel, MutedLabel, TitleLabel, plain_label
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, LINE_SPACING

_MAX_CODE = 60


class DeviceCodePage(QWidget):
    """Where to go, the code, a QR code, how long it is valid.

    Signals: `expired()` when the code is over by this computer's clock.
    """

    expired = Signal()

    def __init__(self, parent: QWidget, now: Callable[[], dt.datetime] = utc_now) -> None:
        super().__init__(parent)
        self._code: DeviceCode | None = None
        self._over = False
        self._title = TitleLabel("", self)
        self.address = ElidedLabel("", self, copyable=True, font=fonts.strong_font())
        self.address.setObjectName("verificationAddress")
        self.code = ElidedLabel("", self, copyable=True, font=_code_font())
        self.code.setObjectName("userCode")
        self.copy_button = outlined_button(self.tr("&Copy the code"), Icon.COPY, self)
        self.copy_button.setObjectName("copyCode")
        self._copy_address = icon_button(Icon.COPY, self.tr("Copy the address"), self)
        self.qr = QrCode(self)
        self._qr_words = MutedLabel(self.tr("or scan it with your phone"), self, wrap=True)
        self._qr_words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.unsafe = MessageBar(self, closable=False)
        self.countdown = Countdown(self, now)
        self._lay_out()
        self.copy_button.clicked.connect(self.copy_code)
        self._copy_address.clicked.connect(self._on_copy_address)
        self.countdown.expired.connect(self._on_expired)

    def show_code(self, code: DeviceCode, provider: str) -> None:
        """Show a code of a provider until `end`."""
        self._code = code
        self._over = False
        title = self.tr("Sign in with {provider}") if provider else self.tr("Sign in")
        self._title.setText(title.format(provider=provider))
        self.address.setText(shown_address(code.verification_uri))
        shown = visible_text(code.user_code)[:_MAX_CODE]
        self.code.setText(shown)
        self.code.setAccessibleName(self.tr("Code: {code}").format(code=" ".join(shown)))
        self.set_live(live=True)
        self.qr.set_text(self.page)
        self._qr_words.setVisible(not self.qr.isHidden())
        self.unsafe.clear()
        if not self.page:
            self.unsafe.show_message("error", self._unsafe_words())
        self.countdown.start(code.expires_at)

    @property
    def is_over(self) -> bool:
        """Whether the time of the code has run out."""
        return self._over

    @property
    def page(self) -> str:
        """The page to open, with the code in it if there is such a one; empty if it is unsafe."""
        if self._code is None or not is_openable(self._code.verification_uri):
            return ""
        return _complete(self._code) or self._code.verification_uri

    def open_page(self) -> bool:
        """Open the provider's page; the code is on the clipboard if it has to be typed there."""
        if self._code is not None and not _complete(self._code):
            self.copy_code()
        return open_page(self.page)

    def copy_code(self) -> None:
        """Put the code on the clipboard."""
        if self._code is not None:
            copy_to_clipboard(self._code.user_code)
            self.copy_button.setText(self.tr("&Copied"))

    def end(self, words: str) -> None:
        """The code can no longer be used; say why."""
        self.countdown.stop(words)
        self.set_live(live=False)

    def set_live(self, *, live: bool) -> None:
        """Whether the code can be used."""
        for widget in (self.code, self.copy_button, self.address, self._copy_address):
            widget.setEnabled(live)
        self.copy_button.setText(self.tr("&Copy the code"))
        self.qr.setVisible(live and bool(self.qr.rows))
        self._qr_words.setVisible(live and bool(self.qr.rows))

    def _on_expired(self) -> None:
        self._over = True
        self.end(self.tr("This code has expired. Get a new one to go on."))
        self.expired.emit()

    def _on_copy_address(self) -> None:
        if self._code is not None:
            copy_to_clipboard(self._code.verification_uri)

    def _unsafe_words(self) -> str:
        return self.tr(
            "The provider names an address that is no safe web page, so it is not opened. "
            "Cancel, and tell the people who run the back-end."
        )

    def _lay_out(self) -> None:
        steps = QVBoxLayout()
        steps.setSpacing(LINE_SPACING)
        steps.addWidget(plain_label(self.tr("Open this page and sign in there:"), self, wrap=True))
        where = QHBoxLayout()
        where.setSpacing(4)
        where.addWidget(self.address, 1)
        where.addWidget(self._copy_address)
        steps.addLayout(where)
        steps.addSpacing(GROUP_SPACING)
        steps.addWidget(plain_label(self.tr("When it asks for a code, enter:"), self, wrap=True))
        steps.addWidget(self.code)
        steps.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignLeft)
        steps.addStretch(1)
        phone = QVBoxLayout()
        phone.setSpacing(2)
        phone.addWidget(self.qr)
        phone.addWidget(self._qr_words)
        phone.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(steps, 1)
        columns.addLayout(phone)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GROUP_SPACING)
        layout.addWidget(self._title)
        layout.addWidget(self.unsafe)
        layout.addLayout(columns, 1)
        layout.addWidget(self.countdown)


def open_words(page: str) -> str:
    """What the button says that opens a page: its host is named."""
    host = host_of(page)
    return host if len(host) <= 34 else f"{host[:16]}…{host[-17:]}"


def _complete(code: DeviceCode) -> str:
    """The page with the code in it, only at the host that is shown."""
    same = host_of(code.complete_uri) == host_of(code.verification_uri)
    return code.complete_uri if same and is_openable(code.complete_uri) else ""


def _code_font() -> QFont:
    font = fonts.fixed_font()
    font.setPixelSize(26)
    font.setWeight(QFont.Weight.DemiBold)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 3)
    return font
