"""Pictures of «Add account» and «Sign in again» in their states."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import NotOpenEOError, SignInRefused
from openeo_desktop.ui.accounts.account_dialog import AccountDialog
from tests.shots.shot import Shot
from tests.support.fake_services import FakeBackEndInfo, FakeServices, LoopSpawn, three_accounts

_SIZE = (500, 400)
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
    services = FakeServices(local=object())
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
    page.user.setText("anna")
    page.password.setText("not the right one")
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


def _build(**info: Any) -> Callable[[], QWidget]:
    return lambda: _sign_in(**info)


_LONG = "The Very Long Name of a Back-end that Nobody Ever Reads to its End, Not Even Once " * 2

SHOTS = [
    Shot("account-start", _start, _SIZE),
    Shot("account-this-computer", _this_computer, _SIZE),
    Shot("account-probing", _probing, _SIZE, _busy),
    Shot("account-not-found", _not_found, _SIZE, _message),
    Shot("account-sign-in", _build(), _SIZE, _can_sign_in),
    Shot("account-terms", _build(links=_LINKS, title=_LONG), _SIZE, _can_sign_in),
    Shot("account-plain-http", _plain_http, (500, 520), _can_sign_in),
    Shot("account-openid-only", _build(basic=False), _SIZE, _can_sign_in),
    Shot("account-no-jobs", _build(batch_jobs=False, title="titiler-openeo"), _SIZE, _can_sign_in),
    Shot("account-refused", _refused, _SIZE, _was_refused),
    Shot("account-sign-in-again", _again, _SIZE, _can_sign_in),
]
