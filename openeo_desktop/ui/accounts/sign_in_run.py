"""One sign-in while it runs: asks the service, and shows what it needs a person for.

It is the `SignInPrompts` of the service: a code or a page of the provider becomes a signal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from openeo_desktop.core.accounts import Account, AccountId
from openeo_desktop.core.sign_in import DeviceCode, SignInMethod, SignInRequest

if TYPE_CHECKING:
    from openeo_desktop.services.accounts import AccountsService


class SignInRun(QObject):
    """Signals: `code_shown(DeviceCode)`; `browser_wanted(str)` address of the provider's page."""

    code_shown = Signal(object)
    browser_wanted = Signal(str)

    def __init__(self, accounts: AccountsService, parent: QObject) -> None:
        super().__init__(parent)
        self._accounts = accounts

    async def add(self, url: str, request: SignInRequest) -> AccountId:
        """Sign in to a back-end; the account that came of it. Raises AppError."""
        account = await self._accounts.sign_in(url, request, self)
        return account.id

    async def again(self, account: Account, request: SignInRequest) -> AccountId:
        """A new session for a known account. Raises AppError."""
        stored = request.remember and _is_as_stored(account, request)
        await self._accounts.sign_in_again(account.id, None if stored else request, self)
        return account.id

    def show_device_code(self, code: DeviceCode) -> None:
        """Show the code until the sign-in ends (`SignInPrompts`)."""
        self.code_shown.emit(code)

    def open_browser(self, url: str) -> None:
        """Open the provider's page (`SignInPrompts`)."""
        self.browser_wanted.emit(url)


def _is_as_stored(account: Account, request: SignInRequest) -> bool:
    """The person changed nothing: the service uses the client it knows, with its secret."""
    in_browser = (SignInMethod.DEVICE_CODE, SignInMethod.AUTHORIZATION_CODE)
    return request.method is account.method and request.method in in_browser
