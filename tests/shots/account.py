"""Pictures of «Add account» and «Sign in again» in their states."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from openeo_desktop.core.accounts import AccountId, AccountState, KeychainNotice
from openeo_desktop.core.errors import NotOpenEOError, SignInRefused, UnsupportedError
from openeo_desktop.core.sign_in import SignInMethod
from openeo_desktop.ui.accounts.account_dialog import AccountDialog
from tests.shots.shot import Shot
from tests.support.fake_accounts import make_account, make_device_code, make_provider, make_status
from tests.support.fake_local import FakeLocal
from tests.support.fake_services import FakeBackEndInfo, FakeServices, LoopSpawn, three_accounts

_SIZE = (520, 400)
_HOST = "openeo.dataspace.copernicus.eu"
_LINKS = (
    {"rel": "terms-of-service", "href": "https://dataspace.copernicus.eu/terms"},
    {"rel": "privacy-policy", "href": "https://dataspace.copernicus.eu/privacy"},
)


def _dialog(
    services: FakeServices, url: str = "", account_id: AccountId | None = None
) -> AccountDialog:
    spawn = LoopSpawn()
    dialog = AccountDialog(cast("Any", services), spawn, None, url=url, account_id=account_id)
    spawn.setParent(dialog)
    return dialog


def _services(**info: Any) -> FakeServices:
    services = FakeServices(local=FakeLocal())
    services.accounts.items = three_accounts()
    services.accounts.info = FakeBackEndInfo(**info)
    return services


def _start() -> QWidget:
    return _dialog(_services())


def _this_computer() -> QWidget:
    return _dialog(_services(), "This computer")


def _probing() -> QWidget:
    services = _services()
    services.accounts.gate = asyncio.Event()
    dialog = _dialog(services, _HOST)
    dialog.go_on()
    return dialog


def _not_found() -> QWidget:
    services = _services()
    services.accounts.failure = NotOpenEOError(
        "Something answers at example.org, but it is not an openEO back-end.",
        "Look at the address: it is the one that you give to other openEO clients too.",
    )
    dialog = _dialog(services, "example.org")
    dialog.go_on()
    return dialog


def _sign_in(**info: Any) -> AccountDialog:
    dialog = _dialog(_services(**info), _HOST)
    dialog.go_on()
    return dialog


def _plain_http() -> QWidget:
    return _sign_in(
        title="A back-end in the next room",
        api_base="http://192.168.1.20:8080/openeo/1.2",
        plain_http=True,
        production=False,
    )


def _refused() -> QWidget:
    services = _services()
    dialog = _dialog(services, _HOST)
    page = dialog.sign_in_page
    services.accounts.refusal = SignInRefused(
        "The back-end did not accept this user name and password.",
        "Type them again; mind capital letters.",
    )
    page.password_form.user.setText("anna")
    page.password_form.password.setText("not the right one")
    dialog.go_on()
    return dialog


def _was_refused(widget: QWidget) -> bool:
    dialog = cast("AccountDialog", widget)
    if _can_sign_in(dialog) and not _message(dialog):
        dialog.go_on()
    return _message(dialog)


def _again() -> QWidget:
    services = _services()
    return _dialog(services, account_id=three_accounts()[2].account.id)


def _can_sign_in(widget: QWidget) -> bool:
    dialog = cast("AccountDialog", widget)
    return dialog.sign_in_page.isVisible() and not dialog.is_busy


def _message(widget: QWidget) -> bool:
    return cast("AccountDialog", widget).message_bar.isVisible()


def _busy(widget: QWidget) -> bool:
    return cast("AccountDialog", widget).is_busy


def _too_old() -> QWidget:
    services = _services()
    services.accounts.failure = UnsupportedError(
        "old.example.org speaks openEO 0.4.2 only, and this app needs 1.0 or newer.",
        "Ask the people who run it for a newer address.",
    )
    dialog = _dialog(services, "old.example.org")
    dialog.go_on()
    return dialog


def _oidc(**info: Any) -> FakeServices:
    methods = (
        SignInMethod.DEVICE_CODE,
        SignInMethod.AUTHORIZATION_CODE,
        SignInMethod.BASIC,
        SignInMethod.CLIENT_CREDENTIALS,
    )
    providers = (make_provider(), make_provider("egi", "EGI Check-in"))
    return _services(**({"methods": methods, "providers": providers} | info))


def _at_ways(services: FakeServices) -> AccountDialog:
    dialog = _dialog(services, _HOST)
    dialog.go_on()
    return dialog


def _everything() -> QWidget:
    return _at_ways(_oidc(links=_LINKS, production=False))


def _no_keychain() -> QWidget:
    dialog = _at_ways(_oidc())
    notice = KeychainNotice(
        "There is no keychain on this system.", "You stay signed in until the app is closed."
    )
    dialog.sign_in_page.show_keychain_notice(notice)
    return dialog


def _way(index: int, ready: Callable[[QWidget], bool]) -> Callable[[QWidget], bool]:
    """Choose the n-th way as soon as the dialog offers them."""

    def chosen(widget: QWidget) -> bool:
        dialog = cast("AccountDialog", widget)
        if not ready(widget):
            return False
        way = dialog.sign_in_page.other_ways()[index]
        if dialog.sign_in_page.way != way:
            dialog.sign_in_page.choose(way)
        return True

    return chosen


def _code(**code: Any) -> Callable[[], QWidget]:
    def build() -> QWidget:
        services = _oidc(links=_LINKS[:0])
        services.accounts.device_code = make_device_code(**code)
        services.accounts.gate = asyncio.Event()
        services.accounts.gate.set()
        return _at_ways(services)

    return build


def _shows_code(widget: QWidget) -> bool:
    """The probe went through the gate; the sign-in has to wait behind it."""
    dialog = cast("AccountDialog", widget)
    if dialog.device_page.isVisible():
        return True
    if _can_sign_in(dialog):
        dialog._services.accounts.gate.clear()  # type: ignore[attr-defined]
        dialog.go_on()
    return False


def _ended_code(words: str, *, over: bool) -> Callable[[QWidget], bool]:
    def ended(widget: QWidget) -> bool:
        dialog = cast("AccountDialog", widget)
        if not dialog.device_page.isVisible():
            _shows_code(widget)
            return False
        if dialog.is_busy and over:
            dialog.device_page.countdown.start(make_device_code().expires_at.replace(year=2020))
        elif dialog.is_busy:
            accounts = cast("Any", dialog._services.accounts)
            accounts.refusal = SignInRefused(words, "Try again, and confirm the request there.")
            accounts.gate.set()
        return not dialog.is_busy

    return ended


def _browser() -> QWidget:
    services = _oidc(methods=(SignInMethod.AUTHORIZATION_CODE,))
    services.accounts.browser_url = "https://identity.dataspace.example.org/auth?client_id=app"
    services.accounts.gate = asyncio.Event()
    services.accounts.gate.set()
    return _at_ways(services)


def _waits_for_browser(widget: QWidget) -> bool:
    dialog = cast("AccountDialog", widget)
    if dialog.browser_page.isVisible():
        return True
    if _can_sign_in(dialog):
        dialog._services.accounts.gate.clear()  # type: ignore[attr-defined]
        dialog.go_on()
    return False


def _again_at(method: SignInMethod) -> Callable[[], QWidget]:
    def build() -> QWidget:
        services = _services()
        account = make_account(
            "Copernicus Data Space",
            host="openeo.dataspace.copernicus.eu",
            user="anna",
            provider="CDSE",
            method=method,
            issuer="https://identity.dataspace.copernicus.eu/auth/realms/CDSE",
            client_id="openeo-service-42",
        )
        services.accounts.items = [make_status(account, AccountState.NEEDS_SIGN_IN)]
        return _dialog(services, account_id=account.id)

    return build


def _build(**info: Any) -> Callable[[], QWidget]:
    return lambda: _sign_in(**info)


_LONG = "The Very Long Name of a Back-end that Nobody Ever Reads to its End, Not Even Once " * 2
_DENIED = "The sign-in was refused on the page of the provider."

SHOTS = [
    Shot("account-start", _start, _SIZE),
    Shot("account-this-computer", _this_computer, _SIZE),
    Shot("account-probing", _probing, _SIZE, _busy),
    Shot("account-not-found", _not_found, _SIZE, _message),
    Shot("account-sign-in", _build(), _SIZE, _can_sign_in),
    Shot("account-terms", _build(links=_LINKS, title=_LONG), _SIZE, _can_sign_in),
    Shot("account-plain-http", _plain_http, (500, 520), _can_sign_in),
    Shot("account-too-old", _too_old, _SIZE, _message),
    Shot("account-ways", lambda: _at_ways(_oidc()), _SIZE, _can_sign_in),
    Shot(
        "account-ways-all",
        lambda: _at_ways(_oidc(links=_LINKS, production=False)),
        _SIZE,
        _can_sign_in,
    ),
    Shot("account-no-keychain", _no_keychain, _SIZE, _can_sign_in),
    Shot("account-no-way", _build(methods=()), _SIZE, _can_sign_in),
    Shot("account-own-client", lambda: _at_ways(_oidc()), _SIZE, _way(5, _can_sign_in)),
    Shot("account-client-credentials", lambda: _at_ways(_oidc()), _SIZE, _way(7, _can_sign_in)),
    Shot("account-code", _code(), _SIZE, _shows_code),
    Shot("account-code-typed", _code(complete_uri="", user_code="WDJBMJHT"), _SIZE, _shows_code),
    Shot("account-code-unsafe", _code(verification_uri="javascript:alert(1)"), _SIZE, _shows_code),
    Shot("account-code-over", _code(), _SIZE, _ended_code("", over=True)),
    Shot("account-code-denied", _code(), _SIZE, _ended_code(_DENIED, over=False)),
    Shot("account-browser", _browser, _SIZE, _waits_for_browser),
    Shot("account-again-code", _again_at(SignInMethod.DEVICE_CODE), _SIZE, _can_sign_in),
    Shot("account-again-client", _again_at(SignInMethod.CLIENT_CREDENTIALS), _SIZE, _can_sign_in),
    Shot("account-no-jobs", _build(batch_jobs=False, title="titiler-openeo"), _SIZE, _can_sign_in),
    Shot("account-refused", _refused, _SIZE, _was_refused),
    Shot("account-sign-in-again", _again, _SIZE, _can_sign_in),
]
