"""«Add account» and «Sign in again»: find the back-end, say what it is, sign in.

Errors stay in the dialog; the name that was typed is kept. The password goes to the service and is
forgotten here as soon as it was accepted.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from openeo_desktop.core.accounts import Account, AccountId
from openeo_desktop.core.errors import AppError
from openeo_desktop.ui.accounts.address_page import AddressPage
from openeo_desktop.ui.accounts.known_back_ends import secure_links
from openeo_desktop.ui.accounts.sign_in_notices import notices_for, notices_for_account
from openeo_desktop.ui.accounts.sign_in_page import SignInPage, back_end_card
from openeo_desktop.ui.kit.buttons import outlined_button, primary_button
from openeo_desktop.ui.kit.labels import MutedLabel
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.progress import ProgressBar
from openeo_desktop.ui.look.tokens import GROUP_SPACING, PANE_SPACING

if TYPE_CHECKING:
    from openeo_desktop.services.accounts import BackEndInfo
    from openeo_desktop.services.services import Services
    from openeo_desktop.services.spawner import Spawn

Work = Callable[[], Awaitable[None]]


class AccountDialog(QDialog):
    """Two pages: the back-end's address, then the sign-in. Whoever opens it deletes it.

    Args:
        services: Accounts and the local back-end are used.
        spawn: Runs the coroutines.
        parent: The window it belongs to.
        url: An address to begin with.
        account_id: A known account to sign in to again; there is no first page then.

    Signals:
        signed_in(AccountId): There is a session; the dialog closes.
    """

    signed_in = Signal(object)

    def __init__(
        self,
        services: Services,
        spawn: Spawn,
        parent: QWidget | None = None,
        *,
        url: str = "",
        account_id: AccountId | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._spawn = spawn
        self._account = services.accounts.account(account_id) if account_id else None
        self._info: BackEndInfo | None = None
        self._task: asyncio.Task[Any] | None = None
        self.setObjectName("accountDialog")
        again = self._account is not None
        self.setWindowTitle(self.tr("Sign in again") if again else self.tr("Add account"))
        self.address_page = AddressPage(self, offer_local=services.local is not None)
        self.sign_in_page = SignInPage(self)
        self._make_widgets()
        self._lay_out()
        self._connect()
        if self._account is not None:
            self._show_account(self._account)
        else:
            self.address_page.set_text(url)
            self._show_page(self.address_page)

    @property
    def is_busy(self) -> bool:
        return self._task is not None

    # -- what the buttons do ---------------------------------------------------------------------

    def go_on(self) -> None:
        """Connect, or sign in: the filled button, and Enter."""
        if self._task is not None or not self.go_button.isEnabled():
            return
        self.message_bar.clear()
        if self._pages.currentWidget() is self.sign_in_page:
            self._run(self._sign_in, self.tr("Signing in…"), self.tr("sign in"))
        elif self.address_page.is_local():
            starting = self.tr("Starting the back-end of this computer…")
            self._run(self._start_local, starting, self.tr("start the local back-end"))
        else:
            connecting = self.tr("Connecting…")
            self._run(self._probe, connecting, self.tr("find the back-end"))

    def go_back(self) -> None:
        """To the address, which is kept; the password is forgotten."""
        if self._task is None:
            self.message_bar.clear()
            self.sign_in_page.password.forget()
            self._show_page(self.address_page)

    def reject(self) -> None:
        """Cancel, Escape: first stops what is being done, then closes."""
        if self._task is not None:
            self._task.cancel()
            return
        self.sign_in_page.password.forget()
        super().reject()

    # -- work ------------------------------------------------------------------------------------

    def _run(self, work: Work, words: str, what: str) -> None:
        self._task = self._spawn(self._guarded(work), what)
        self._task.add_done_callback(self._on_done)
        self._set_busy(words)

    async def _guarded(self, work: Work) -> None:
        """Errors a person may see stay in the dialog."""
        try:
            await work()
        except AppError as error:
            self.message_bar.show_message("error", error.full_text())
        finally:
            self._end_work()

    def _on_done(self, task: asyncio.Task[Any]) -> None:
        if task is self._task:  # stopped before it began
            self._end_work()

    def _end_work(self) -> None:
        self._task = None
        self._set_busy("")
        self._focus()

    async def _probe(self) -> None:
        info = await self._services.accounts.probe(self.address_page.text())
        self._info = info
        card = back_end_card(info.title, info.api_base, info.api_version)
        self.sign_in_page.show_back_end(card, notices_for(info))
        terms = secure_links(info.links, "terms-of-service")
        self.sign_in_page.terms.set_links(terms, secure_links(info.links, "privacy-policy"))
        self._show_page(self.sign_in_page)

    async def _start_local(self) -> None:
        account = await self._services.local.start()
        self._finish(account.id)

    async def _sign_in(self) -> None:
        page, accounts = self.sign_in_page, self._services.accounts
        password, remember = page.password.text(), page.remember.isChecked()
        if self._account is not None:
            await accounts.sign_in_again(self._account.id, password, remember=remember)
            account_id = self._account.id
        else:
            url = self._info.user_url if self._info else self.address_page.text()
            user = page.user.text().strip()
            account = await accounts.sign_in_basic(url, user, password, remember=remember)
            account_id = account.id
        self._finish(account_id)

    def _finish(self, account_id: AccountId) -> None:
        self.sign_in_page.password.forget()
        self.signed_in.emit(account_id)
        self.accept()

    # -- state -----------------------------------------------------------------------------------

    def _show_account(self, account: Account) -> None:
        self.sign_in_page.show_account(account, notices_for_account(account))
        self._show_page(self.sign_in_page)

    def _show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self._update_buttons()
        self._focus()

    def _focus(self) -> None:
        if self._pages.currentWidget() is self.address_page:
            self.address_page.focus()
        else:
            self.sign_in_page.focus()

    def _set_busy(self, words: str) -> None:
        busy = bool(words)
        self.progress.set_fraction(None if busy else 0.0)
        self.progress.setVisible(busy)
        self.progress_text.setText(words)
        self.progress_text.setVisible(busy)
        self.address_page.setEnabled(not busy)
        self.sign_in_page.set_busy(busy)
        self._update_buttons()

    def _update_buttons(self) -> None:
        signing_in = self._pages.currentWidget() is self.sign_in_page
        busy = self._task is not None
        reason = self._missing(signing_in)
        self.back_button.setVisible(signing_in and self._account is None)
        self.back_button.setEnabled(not busy)
        self.go_button.setVisible(not signing_in or self.sign_in_page.can_sign_in)
        self.go_button.setEnabled(not busy and not reason)
        self.go_button.setToolTip(reason)
        self.go_button.setText(self._go_text(signing_in))

    def _missing(self, signing_in: bool) -> str:
        if signing_in:
            return self.sign_in_page.missing()
        return self.tr("Give an address.") if self.address_page.is_empty() else ""

    def _go_text(self, signing_in: bool) -> str:
        if signing_in:
            return self.tr("&Sign in")
        return self.tr("&Start") if self.address_page.is_local() else self.tr("C&onnect")

    # -- widgets ---------------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.message_bar = MessageBar(self)
        self.progress = ProgressBar(self)
        self.progress_text = MutedLabel("", self)
        self.back_button = outlined_button(self.tr("&Back"), None, self)
        self.back_button.setObjectName("backButton")
        self.cancel_button = outlined_button(self.tr("Cancel"), None, self)
        self.cancel_button.setObjectName("cancelButton")
        self.go_button = primary_button(self.tr("C&onnect"), None, self)
        self.go_button.setObjectName("goButton")
        self.go_button.setDefault(True)
        self.progress.hide()
        self.progress_text.hide()

    def _connect(self) -> None:
        self.address_page.changed.connect(self._update_buttons)
        self.sign_in_page.changed.connect(self._update_buttons)
        self.go_button.clicked.connect(self.go_on)
        self.back_button.clicked.connect(self.go_back)
        self.cancel_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.address_page)
        self._pages.addWidget(self.sign_in_page)
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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        layout.setSpacing(GROUP_SPACING)
        layout.addWidget(self.message_bar)
        layout.addWidget(self._pages, 1)
        layout.addLayout(progress)
        layout.addLayout(buttons)
        self.setMinimumWidth(460)
        self.resize(500, 400)
