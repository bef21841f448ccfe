"""Id and secret of an OpenID Connect client: one's own, or that of a program."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from openeo_desktop.core.sign_in import OidcProvider, SignInMethod
from openeo_desktop.ui.accounts.password_field import PasswordField
from openeo_desktop.ui.accounts.sign_in_ways import MAX_PROVIDERS, Way
from openeo_desktop.ui.kit.labels import plain_label
from openeo_desktop.ui.look.tokens import LINE_SPACING


class ClientForm(QWidget):
    """Signals: `changed()` when something was typed or chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.provider = QComboBox(self)
        self.provider.setObjectName("provider")
        self.client_id = QLineEdit(self)
        self.client_id.setObjectName("clientId")
        self.secret = PasswordField(self, what=self.tr("secret"))
        self.secret.setObjectName("clientSecret")
        self.secret.setAccessibleName(self.tr("Client secret"))
        self._needs_secret = False
        self._providers: tuple[OidcProvider, ...] = ()
        self._provider_label = plain_label(self.tr("P&rovider"), self)
        self._secret_label = plain_label("", self)
        self._lay_out()
        self.provider.currentIndexChanged.connect(self.changed)
        self.client_id.textChanged.connect(self.changed)
        self.secret.textChanged.connect(self.changed)

    def set_providers(self, providers: Sequence[OidcProvider]) -> None:
        """Offer these; the field is there only if there is a choice."""
        self._providers = tuple(providers)[:MAX_PROVIDERS]
        self.provider.clear()
        for provider in self._providers:
            self.provider.addItem(Way(SignInMethod.DEVICE_CODE, provider).provider_name)
        for widget in (self.provider, self._provider_label):
            widget.setVisible(len(self._providers) > 1)

    def show_way(self, way: Way) -> None:
        """A program has to have a secret, a client of one's own may be public."""
        self._needs_secret = way.method is SignInMethod.CLIENT_CREDENTIALS
        optional = self.tr("Client &secret (if it has one)")
        self._secret_label.setText(self.tr("Client &secret") if self._needs_secret else optional)

    def fix_client(self, client_id: str) -> None:
        """The client is given; only its secret is asked for."""
        self.client_id.setText(client_id)
        self.client_id.setReadOnly(True)
        self.client_id.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def chosen_provider(self) -> OidcProvider | None:
        """The provider that is chosen."""
        index = self.provider.currentIndex()
        return self._providers[index] if 0 <= index < len(self._providers) else None

    def missing(self) -> str:
        """What has to be given, in words; empty if all is there."""
        if not self.client_id.text().strip():
            return self.tr("Give the client ID.")
        if self._needs_secret and not self.secret.text():
            return self.tr("Give the client secret.")
        return ""

    def forget(self) -> None:
        """The secret leaves the field."""
        self.secret.forget()

    def focus(self) -> None:
        """Go to the first empty field."""
        first = self.client_id if not self.client_id.text() else self.secret
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.selectAll()

    def _lay_out(self) -> None:
        form = QVBoxLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(LINE_SPACING)
        id_label = plain_label(self.tr("C&lient ID"), self)
        for label, field in (
            (self._provider_label, self.provider),
            (id_label, self.client_id),
            (self._secret_label, self.secret),
        ):
            label.setBuddy(field)
            form.addWidget(label)
            form.addWidget(field)
