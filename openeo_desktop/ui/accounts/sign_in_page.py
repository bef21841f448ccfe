"""Second page of «Add account», and all of «Sign in again»: how, and what that way needs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QCheckBox, QMenu, QVBoxLayout, QWidget

from openeo_desktop.core.accounts import KeychainNotice
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.sign_in import OidcProvider, SignInMethod, SignInRequest
from openeo_desktop.ui.accounts.back_end_card import BackEndCard
from openeo_desktop.ui.accounts.client_form import ClientForm
from openeo_desktop.ui.accounts.password_form import PasswordForm
from openeo_desktop.ui.accounts.sign_in_notices import Notice
from openeo_desktop.ui.accounts.sign_in_ways import Way, way_explanation, way_label
from openeo_desktop.ui.accounts.terms_box import TermsBox
from openeo_desktop.ui.kit.buttons import quiet_button
from openeo_desktop.ui.kit.labels import MutedLabel
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, LINE_SPACING

MAX_NOTICES = 3


class SignInPage(QWidget):
    """The obvious way is ready to go; the others stand in a menu.

    Signals:
        changed(): Something was typed, ticked or chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ways: tuple[Way, ...] = ()
        self._way: Way | None = None
        self.card = BackEndCard(self)
        self._notices = [MessageBar(self, closable=False) for _ in range(MAX_NOTICES)]
        self._form = QWidget(self)
        self._explanation = MutedLabel("", self._form, wrap=True)
        self.password_form = PasswordForm(self._form)
        self.client_form = ClientForm(self._form)
        self.keychain = MessageBar(self._form, closable=False)
        self._make_boxes()
        self.other_button = quiet_button(
            self.tr("&Other ways to sign in…"), Icon.KEY, self._form, flush=True
        )
        self.other_button.setObjectName("otherWays")
        self._lay_out()
        for part in (self.password_form, self.client_form, self.terms):
            part.changed.connect(self.changed)
        self.accept_plain.toggled.connect(self.changed)
        self.other_button.clicked.connect(self._on_other_clicked)

    @property
    def way(self) -> Way | None:
        """The way that is chosen; None where one cannot sign in."""
        return self._way if self.can_sign_in else None

    @property
    def can_sign_in(self) -> bool:
        """Whether there is a form at all."""
        return not self._form.isHidden()

    @property
    def provider_name(self) -> str:
        """Who is asked for the sign-in, in words."""
        if self._way is None or self._way.provider is None:
            return ""
        return Way(self._way.method, self._provider(self._way)).provider_name

    def show_back_end(self, card: tuple[str, str, str], notices: Sequence[Notice]) -> None:
        """Show title, address and version, and what one should know of it."""
        self.card.set_back_end(*card)
        for bar in self._notices:
            bar.clear()
        for bar, notice in zip(self._notices, notices, strict=False):
            bar.show_message(notice.level, notice.text)
        self._form.setVisible(not any(notice.blocks for notice in notices))
        self.accept_plain.setVisible(any(notice.asks_consent for notice in notices))
        self.accept_plain.setChecked(False)

    def show_ways(self, ways: Sequence[Way], providers: Sequence[OidcProvider] = ()) -> None:
        """Offer these ways, the first one at once; `providers` for a client of one's own."""
        self._ways = tuple(ways)
        self.client_form.set_providers(providers)
        self.other_button.setVisible(len(self._ways) > 1)
        self.choose(self._ways[0] if self._ways else None)

    def other_ways(self) -> tuple[Way, ...]:
        """All that are offered, the obvious one first."""
        return self._ways

    def choose(self, way: Way | None) -> None:
        """Sign in this way."""
        self._way = way
        words = way_explanation(way) if way else ""
        self._explanation.setText(words)
        self._explanation.setVisible(bool(words))
        own = way is not None and (way.own_client or way.method is SignInMethod.CLIENT_CREDENTIALS)
        self.password_form.setVisible(way is not None and way.method is SignInMethod.BASIC)
        self.client_form.setVisible(own)
        if way is not None:
            self.client_form.show_way(way)
        self.changed.emit()

    def other_menu(self) -> QMenu:
        """All ways, the chosen one marked; clients of one's own below a line."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for index, way in enumerate(self._ways):
            if index and way.own_client and not self._ways[index - 1].own_client:
                menu.addSeparator()
            action = menu.addAction(way_label(way).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(way == self._way)
            action.triggered.connect(lambda _checked=False, way=way: self._on_way_chosen(way))
            group.addAction(action)
        return menu

    def show_keychain_notice(self, notice: KeychainNotice) -> None:
        """Say beside «Keep me signed in» that there is no keychain; then it cannot be chosen."""
        self.remember.setChecked(False)
        self.remember.setEnabled(False)
        self.remember.setToolTip(plain_tool_tip(f"{notice.message} {notice.hint}".strip()))
        self.keychain.show_message("warning", f"{notice.message} {notice.hint}".strip())

    def missing(self) -> str:
        """What has to be given before signing in, in words; empty if all is there."""
        if self._way is None:
            return self.tr("There is no way to sign in.")
        part: PasswordForm | ClientForm | None = self._part()
        if part is not None and part.missing():
            return part.missing()
        if not self.accept_plain.isHidden() and not self.accept_plain.isChecked():
            return self.tr("Confirm that you want to sign in without encryption.")
        return self.terms.missing()

    def request(self) -> SignInRequest:
        """What the person chose. Only when nothing is `missing`."""
        way, remember = self._way, self.remember.isChecked()
        if way is None or way.method is SignInMethod.BASIC:
            return self.password_form.request(remember=remember)
        provider = self._provider(way)
        own = self._part() is self.client_form
        return SignInRequest(
            way.method,
            provider_id=provider.id if provider else "",
            client_id=self.client_form.client_id.text().strip() if own else "",
            client_secret=self.client_form.secret.text() if own else "",
            remember=remember,
        )

    def set_busy(self, busy: bool) -> None:
        """While the back-end is asked nothing can be changed."""
        self._form.setEnabled(not busy)

    def forget(self) -> None:
        """Secrets leave the fields."""
        self.password_form.forget()
        self.client_form.forget()

    def focus(self) -> bool:
        """Go to the first empty field; False if there is none."""
        part = self._part()
        if part is not None:
            part.focus()
        return part is not None

    def _part(self) -> PasswordForm | ClientForm | None:
        shown = (self.password_form, self.client_form)
        return next((part for part in shown if not part.isHidden()), None)

    def _provider(self, way: Way) -> OidcProvider | None:
        chosen = self.client_form.chosen_provider() if way.own_client else None
        return chosen or way.provider

    def _on_way_chosen(self, way: Way) -> None:
        self.choose(way)
        if not self.focus():
            self.other_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_other_clicked(self) -> None:
        menu = self.other_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.other_button.mapToGlobal(self.other_button.rect().bottomLeft()))

    def _make_boxes(self) -> None:
        self.remember = QCheckBox(self.tr("&Keep me signed in (in the system's keychain)"), self)
        self.remember.setObjectName("rememberPassword")
        self.remember.setChecked(True)
        self.remember.setToolTip(
            self.tr("What is needed for it is kept in the system's keychain, never in a file.")
        )
        self.accept_plain = QCheckBox(self.tr("Sign in without encryption all the same"), self)
        self.accept_plain.setObjectName("acceptPlainHttp")
        self.terms = TermsBox(self)

    def _lay_out(self) -> None:
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(LINE_SPACING)
        form.addWidget(self._explanation)
        form.addWidget(self.password_form)
        form.addWidget(self.client_form)
        form.addSpacing(2)
        for box in (self.remember, self.keychain, self.accept_plain, self.terms):
            form.addWidget(box)
        form.addSpacing(2)
        form.addWidget(self.other_button, 0, Qt.AlignmentFlag.AlignLeft)
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
