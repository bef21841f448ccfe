"""User name and password, for HTTP Basic."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from openeo_desktop.core.sign_in import SignInMethod, SignInRequest
from openeo_desktop.ui.accounts.password_field import PasswordField
from openeo_desktop.ui.kit.labels import plain_label
from openeo_desktop.ui.look.tokens import LINE_SPACING


class PasswordForm(QWidget):
    """Signals: `changed()` when something was typed."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.user = QLineEdit(self)
        self.user.setObjectName("userName")
        self.password = PasswordField(self)
        form = QVBoxLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(LINE_SPACING)
        for text, field in (
            (self.tr("&User name"), self.user),
            (self.tr("&Password"), self.password),
        ):
            label = plain_label(text, self)
            label.setBuddy(field)
            form.addWidget(label)
            form.addWidget(field)
            field.textChanged.connect(self.changed)

    def fix_user(self, user: str) -> None:
        """The name is given; only the password is asked for."""
        self.user.setText(user)
        self.user.setReadOnly(True)
        self.user.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def missing(self) -> str:
        """What has to be given, in words; empty if all is there."""
        if not self.user.text().strip():
            return self.tr("Give your user name.")
        return "" if self.password.text() else self.tr("Give your password.")

    def request(self, *, remember: bool) -> SignInRequest:
        """What was typed, as a request."""
        user, password = self.user.text().strip(), self.password.text()
        return SignInRequest(SignInMethod.BASIC, user=user, password=password, remember=remember)

    def forget(self) -> None:
        """The password leaves the field."""
        self.password.forget()

    def focus(self) -> None:
        """Go to the first empty field; after a refusal the password is selected."""
        first = self.user if not self.user.text() else self.password
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.selectAll()
