"""«Add account» and «Sign in again»: find the back-end, say what it is, sign in.

Errors stay in the dialog; what was typed is kept. Secrets go to the service and are forgotten here
as soon as they were accepted, or the dialog is left.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from openeo_desktop.core.accounts import Account, AccountId, KeychainNotice
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.sign_in import DeviceCode
from openeo_desktop.ui.accounts.account_dialog_face import AccountDialogFace
from openeo_desktop.ui.accounts.known_back_ends import secure_links
from openeo_desktop.ui.accounts.sign_in_notices import notices_for, notices_for_account
from openeo_desktop.ui.accounts.sign_in_page import back_end_card
from openeo_desktop.ui.accounts.sign_in_run import SignInRun
from openeo_desktop.ui.accounts.sign_in_ways import ways_of, ways_of_account
from openeo_desktop.ui.local_environment.set_up_panel import SetUpPanel

if TYPE_CHECKING:
    from openeo_desktop.services.accounts import BackEndInfo
    from openeo_desktop.services.services import Services
    from openeo_desktop.services.spawner import Spawn

Work = Callable[[], Awaitable[None]]


class AccountDialog(QDialog):
    """The address, how to sign in, and what the provider wants. Whoever opens it deletes it.

    Args:
        services: Accounts and the local back-end are used.
        spawn: Runs the coroutines.
        parent: The window it belongs to.
        url: An address to begin with.
        account_id: A known account to sign in to again; there is no first page then.
        keychain_notice: What was told of the keychain in this run already.

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
        keychain_notice: KeychainNotice | None = None,
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
        self.face = AccountDialogFace(
            self, offer_local=services.local is not None, offer_back=not again
        )
        self._run_of = SignInRun(services.accounts, self)
        self._name_parts()
        self._connect()
        if self.address_page.offers_local and not again:
            self._offer_set_up()
        if keychain_notice is not None:
            self.sign_in_page.show_keychain_notice(keychain_notice)
        if self._account is not None:
            self._show_account(self._account)
        else:
            self.address_page.set_text(url)
            self.face.show_page(self.address_page)

    @property
    def is_busy(self) -> bool:
        return self._task is not None

    # -- what the buttons do ---------------------------------------------------------------------

    def go_on(self) -> None:
        """The filled button, and Enter: connect, sign in, or open the provider's page (again)."""
        page = self.face.current
        if page is self.device_page and self._task is not None:
            self.device_page.open_page()
        elif page is self.browser_page and self._task is not None:
            self.browser_page.open_page()
        elif self._task is None and self.go_button.isEnabled():
            self.message_bar.clear()
            self._begin(page)

    def go_back(self) -> None:
        """One page back; from the address page on nothing secret is kept."""
        if self._task is not None:
            return
        self.message_bar.clear()
        if self.face.current is self.sign_in_page:
            self.sign_in_page.forget()
            self.face.show_page(self.address_page)
        else:
            self.face.show_page(self.sign_in_page)

    def reject(self) -> None:
        """Cancel, Escape: first stops what is being done, then closes."""
        if self._task is not None:
            self._task.cancel()
            return
        self.sign_in_page.forget()
        super().reject()

    # -- work ------------------------------------------------------------------------------------

    def _begin(self, page: QWidget) -> None:
        if page is not self.address_page:
            self._run(self._sign_in, self.tr("Signing in…"), "sign in")
        elif self.address_page.is_local():
            starting = self.tr("Starting the back-end of this computer…")
            self._run(self._start_local, starting, "start the back-end of this computer")
        else:
            self._run(self._probe, self.tr("Connecting…"), "find the back-end")

    def _run(self, work: Work, words: str, what: str) -> None:
        self._task = self._spawn(self._guarded(work), what)
        self._task.add_done_callback(self._on_done)
        self.face.set_busy(words)

    async def _guarded(self, work: Work) -> None:
        """Errors a person may see stay in the dialog."""
        try:
            await work()
        except AppError as error:
            self._show_error(error)
        except asyncio.CancelledError:
            self._on_stopped()
            raise
        finally:
            self._end_work()

    def _on_done(self, task: asyncio.Task[Any]) -> None:
        if task is self._task:  # stopped before it began
            self._end_work()

    def _end_work(self) -> None:
        self._task = None
        self.face.set_busy("")
        self.face.focus()

    def _on_stopped(self) -> None:
        """Cancelled by the person: back to the choice. A code that is over stays, to be renewed."""
        over = self.face.current is self.device_page and self.device_page.is_over
        if not over and self.face.current in (self.device_page, self.browser_page):
            self.face.show_page(self.sign_in_page)

    def _show_error(self, error: AppError) -> None:
        """Where the code stood, its end is told there as well."""
        if self.face.current is self.device_page:
            if self.device_page.is_over:
                return  # the same in other words
            self.device_page.end(self.tr("This code can no longer be used."))
        elif self.face.current is self.browser_page:
            self.browser_page.end()
        self.message_bar.show_error(error)

    async def _probe(self) -> None:
        info = await self._services.accounts.probe(self.address_page.text())
        self._info = info
        page = self.sign_in_page
        card = back_end_card(info.title, info.api_base, info.api_version)
        page.show_back_end(card, notices_for(info))
        terms = secure_links(info.links, "terms-of-service")
        page.terms.set_links(terms, secure_links(info.links, "privacy-policy"))
        page.show_ways(ways_of(info), info.providers)
        self.face.show_page(page)

    async def _start_local(self) -> None:
        account = await self._services.local.start()
        self._finish(account.id)

    def _offer_set_up(self) -> None:
        panel = SetUpPanel(self._services.local, self._spawn, self.address_page)
        self.face.offer_set_up(panel)
        panel.state_changed.connect(self._on_set_up)

    def _on_set_up(self) -> None:
        """Set up in this very dialog: it goes on by itself."""
        on_page = self.isVisible() and self.face.current is self.address_page
        if on_page and self.address_page.is_local():
            self.go_on()  # does nothing while the button is off

    async def _sign_in(self) -> None:
        request = self.sign_in_page.request()
        if self._account is not None:
            account_id = await self._run_of.again(self._account, request)
        else:
            url = self._info.user_url if self._info else self.address_page.text()
            account_id = await self._run_of.add(url, request)
        self._finish(account_id)

    def _finish(self, account_id: AccountId) -> None:
        self.sign_in_page.forget()
        self.signed_in.emit(account_id)
        self.accept()

    # -- state -----------------------------------------------------------------------------------

    def _show_account(self, account: Account) -> None:
        page = self.sign_in_page
        card = back_end_card(account.title, account.api_base, "")
        page.show_back_end(card, notices_for_account(account))
        page.terms.set_links((), ())
        ways = ways_of_account(account)
        page.show_ways(ways)
        page.password_form.fix_user(account.user)
        page.client_form.fix_client(account.client_id)
        self.face.show_page(page)

    def _on_code_shown(self, code: DeviceCode) -> None:
        self.device_page.show_code(code, self.sign_in_page.provider_name)
        self.face.show_page(self.device_page)

    def _on_browser_wanted(self, address: str) -> None:
        self.face.show_page(self.browser_page)
        self.browser_page.show_page(address)
        self.face.update_buttons()

    def _on_code_expired(self) -> None:
        """By our clock; the provider would say the same at the next question."""
        if self._task is not None:
            self._task.cancel()
        self.face.update_buttons()

    def _on_keychain_notice(self, notice: KeychainNotice) -> None:
        self.sign_in_page.show_keychain_notice(notice)

    # -- widgets ---------------------------------------------------------------------------------

    def _name_parts(self) -> None:
        face = self.face
        self.address_page, self.sign_in_page = face.address_page, face.sign_in_page
        self.device_page, self.browser_page = face.device_page, face.browser_page
        self.message_bar, self.go_button = face.message_bar, face.go_button

    def _connect(self) -> None:
        self.go_button.clicked.connect(self.go_on)
        self.face.back_button.clicked.connect(self.go_back)
        self.face.cancel_button.clicked.connect(self.reject)
        self.device_page.expired.connect(self._on_code_expired)
        self._run_of.code_shown.connect(self._on_code_shown)
        self._run_of.browser_wanted.connect(self._on_browser_wanted)
        stop = self._services.accounts.keychain_notice.connect(self._on_keychain_notice)
        self.destroyed.connect(stop)
