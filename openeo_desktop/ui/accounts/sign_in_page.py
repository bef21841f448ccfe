"""Second page of «Add account», and all of «Sign in again»: who, and the password."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from openeo_desktop.core.accounts import Account
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.ui.accounts.back_end_card import BackEndCard
from openeo_desktop.ui.accounts.password_field import PasswordField
from openeo_desktop.ui.accounts.sign_in_notices import Notice
from openeo_desktop.ui.accounts.terms_box import TermsBox
from openeo_desktop.ui.kit.labels import plain_label
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.look.tokens import GROUP_SPACING, LINE_SPACING


class SignInPage(QWidget):
    """User name and password (HTTP Basic), the consents a back-end asks for.

    Signals:
        changed(): Something was typed or ticked.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.card = BackEndCard(self)
        self._notices = [MessageBar(self, closable=False) for _ in range(2)]
        self.user = QLineEdit(self)
        self.user.setObjectName("userName")
        self.password = PasswordField(self)
        self.remember = QCheckBox(self.tr("&Keep me signed in (in the system's keychain)"), self)
        self.remember.setObjectName("rememberPassword")
        self.remember.setChecked(True)
        self.remember.setToolTip(
            self.tr("The password is kept in the keychain of the system, never in a file.")
        )
        self.accept_plain = QCheckBox(self.tr("Sign in without encryption all the same"), self)
        self.accept_plain.setObjectName("acceptPlainHttp")
        self.terms = TermsBox(self)
        self._form = QWidget(self)
        self._lay_out()
        self.user.textChanged.connect(self.changed)
        self.password.textChanged.connect(self.changed)
        self.accept_plain.toggled.connect(self.changed)
        self.terms.changed.connect(self.changed)

    def show_back_end(self, card: tuple[str, str, str], notices: list[Notice]) -> None:
        """Show title, address and version, and up to two notices; the form if one may sign in."""
        self.card.set_back_end(*card)
        for bar in self._notices:
            bar.clear()
        for bar, notice in zip(self._notices, notices, strict=False):
            bar.show_message(notice.level, notice.text)
        can_sign_in = not any(notice.blocks for notice in notices)
        self._form.setVisible(can_sign_in)
        self.accept_plain.setVisible(any(notice.asks_consent for notice in notices))
        self.accept_plain.setChecked(False)

    def show_account(self, account: Account, notices: list[Notice]) -> None:
        """Ask for the password of a known account; the name is given."""
        self.show_back_end(back_end_card(account.title, account.api_base, ""), notices)
        self.user.setText(account.user)
        self.user.setReadOnly(True)
        self.user.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.terms.set_links((), ())

    @property
    def can_sign_in(self) -> bool:
        """Whether there is a form at all."""
        return not self._form.isHidden()

    def missing(self) -> str:
        """What has to be given before signing in, in words; empty if all is there."""
        if not self.user.text().strip():
            return self.tr("Give your user name.")
        if not self.password.text():
            return self.tr("Give your password.")
        if not self.accept_plain.isHidden() and not self.accept_plain.isChecked():
            return self.tr("Confirm that you want to sign in without encryption.")
        return self.terms.missing()

    def set_busy(self, busy: bool) -> None:
        """While the back-end is asked nothing can be changed."""
        self._form.setEnabled(not busy)

    def focus(self) -> None:
        """Go to the first empty field; after a refusal the password is selected."""
        first = self.user if not self.user.text() else self.password
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.selectAll()

    def _lay_out(self) -> None:
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(LINE_SPACING)
        for text, field in (
            (self.tr("&User name"), self.user),
            (self.tr("&Password"), self.password),
        ):
            label = plain_label(text, self._form)
            label.setBuddy(field)
            form.addWidget(label)
            form.addWidget(field)
        form.addSpacing(2)
        for box in (self.remember, self.accept_plain, self.terms):
            form.addWidget(box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GROUP_SPACING)
        layout.addWidget(self.card)
        for bar in self._notices:
            layout.addWidget(bar)
        layout.addWidget(self._form)
        layout.addStretch(1)


def back_end_card(title: str, api_base: str, version: str) -> tuple[str, str, str]:
    """What the card shows: title, host and port, version; hostile characters made visible."""
    return visible_text(title)[:200], QUrl(api_base).authority(), visible_text(version)[:20]
