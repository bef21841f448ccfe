"""Pictures of an account's details, the question before it is removed, and the navigation."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from openeo_desktop.core.accounts import AccountState, AccountStatus, KeychainNotice, UserInfo
from openeo_desktop.core.errors import UnreachableError
from openeo_desktop.core.sign_in import SignInMethod
from openeo_desktop.core.times import utc_now
from openeo_desktop.ui.accounts.account_details_dialog import AccountDetailsDialog
from openeo_desktop.ui.accounts.keychain_notices import KeychainNotices
from openeo_desktop.ui.accounts.remove_account import ask_remove
from openeo_desktop.ui.window.navigation_pane import NavigationPane
from tests.shots.shot import Shot
from tests.support.fake_accounts import NOW, FakeAccounts, make_account, make_status
from tests.support.fake_services import FakeServices, LoopSpawn
from tests.support.sketch_jobs import sketch_services

_SIZE = (500, 400)
_USER = UserInfo(
    user_id="3b2f8a90-7c1e-4f6a-9a55-anna-example",
    name="Anna Example",
    plan="Copernicus General User",
    budget=9_412.5,
    storage_free=3_200_000_000,
    storage_quota=10_000_000_000,
    links={"payment": "https://shop.dataspace.copernicus.eu/credits"},
)
_ACCOUNT = make_account(
    "Copernicus Data Space",
    host="openeo.dataspace.copernicus.eu",
    user="anna",
    provider="CDSE",
    method=SignInMethod.DEVICE_CODE,
    issuer="https://identity.dataspace.copernicus.eu/auth/realms/CDSE",
    client_id="sh-b1c3a958-52d4-40fe-a333-153595d1c71e",
)


def _details(status: AccountStatus, user: UserInfo = _USER, **fakes: Any) -> AccountDetailsDialog:
    services = FakeServices()
    services.accounts.items = [status]
    services.accounts.info_of_user = user
    for name, value in fakes.items():
        setattr(services.accounts, name, value)
    spawn = LoopSpawn()
    dialog = AccountDetailsDialog(cast("Any", services), spawn, status.account.id, None, _now)
    spawn.setParent(dialog)
    return dialog


def _now() -> dt.datetime:
    return NOW + dt.timedelta(minutes=12)


def _in(state: AccountState, message: str = "") -> Callable[[], QWidget]:
    return lambda: _details(make_status(_ACCOUNT, state, message))


def _long() -> QWidget:
    title = "The Very Long Name of an Account that Nobody Ever Reads to its End, Not Even Once"
    user = replace(_USER, name="<b>Bobby</b> " * 20, storage_free=12_000, storage_quota=10**10)
    return _details(make_status(replace(_ACCOUNT, title=title)), user)


def _renaming() -> QWidget:
    dialog = _details(make_status(_ACCOUNT))
    dialog.title.begin()
    return dialog


def _silent() -> QWidget:
    error = UnreachableError("The back-end does not answer.", "Try again later.")
    return _details(make_status(_ACCOUNT), failure=error)


def _has_words(widget: QWidget) -> bool:
    dialog = cast("AccountDetailsDialog", widget)
    return dialog.profile.words.isVisible() and not dialog.profile.progress.isVisible()


def _has_profile(widget: QWidget) -> bool:
    return cast("AccountDetailsDialog", widget).profile.grid.isVisible()


def _remove(count: int, **account: Any) -> Callable[[], QWidget]:
    def build() -> QWidget:
        holder = QWidget()
        box: QMessageBox = ask_remove(holder, replace(_ACCOUNT, **account), count, lambda _k: None)
        box.setParent(None)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        box.setProperty("holder", holder)
        return box

    return build


def all_states() -> list[AccountStatus]:
    """One account in each state that the navigation can show."""

    def status(title: str, state: AccountState, message: str = "") -> AccountStatus:
        host = title.lower().replace(" ", "-") + ".example.org"
        return make_status(make_account(title, host=host), state, message)

    return [
        make_status(make_account(is_local=True)),
        status("Old Platform", AccountState.HISTORY),
        make_status(_ACCOUNT),
        status("Terrascope", AccountState.NEEDS_SIGN_IN, "Your session is over."),
        status("EODC", AccountState.OFFLINE, "No answer."),
        status("Earth Engine", AccountState.SIGNING_IN),
        status("openEO Platform", AccountState.ERROR, "500"),
        status("Sentinel Hub", AccountState.FAILED, "Something went wrong inside the app."),
        status("A back-end at work", AccountState.DISABLED),
    ]


def _navigation() -> NavigationPane:
    accounts = FakeAccounts(items=all_states())
    return NavigationPane(cast("Any", accounts), None, _now)


def _shows_gap(widget: QWidget) -> bool:
    accounts = cast("NavigationPane", widget).account_list
    accounts._show_gap(110)
    return True


def _menu() -> QWidget:
    pane = _navigation()
    menu = pane.account_menu(_ACCOUNT.id)
    menu.setProperty("pane", pane)
    return menu


def _window_states() -> QWidget:
    from openeo_desktop.ui.window.main_window import MainWindow

    services = sketch_services(60)
    services.accounts.items = [
        replace(status, since=utc_now() - dt.timedelta(minutes=12)) for status in all_states()
    ]
    spawn = LoopSpawn()
    window = MainWindow(cast("Any", services), spawn)
    spawn.setParent(window)
    return window


def _window_notice(widget: QWidget) -> bool:
    window = cast("Any", widget)
    notices = window.findChild(KeychainNotices)
    if notices.last is None:
        window._services.accounts.keychain_notice.emit(
            KeychainNotice(
                "There is no keychain on this system, so nothing can be kept safely.",
                "You stay signed in until the app is closed.",
            )
        )
        return False
    return window.jobs_pane.model.peek(0) is not None


SHOTS = [
    Shot("account-details-online", _in(AccountState.ONLINE), _SIZE, _has_profile),
    Shot(
        "account-details-loading",
        lambda: _details(make_status(_ACCOUNT), gate=asyncio.Event()),
        _SIZE,
    ),
    Shot("account-details-silent", _silent, _SIZE, _has_words),
    Shot("account-details-renaming", _renaming, _SIZE, _has_profile),
    Shot("account-details-long", _long, _SIZE, _has_profile),
    Shot(
        "account-details-needs-sign-in",
        _in(AccountState.NEEDS_SIGN_IN, "The provider ended the session."),
        _SIZE,
    ),
    Shot("account-details-off", _in(AccountState.DISABLED), _SIZE),
    Shot("account-details-history", _in(AccountState.HISTORY), _SIZE),
    Shot("account-remove", _remove(1_204), (460, 220)),
    Shot("account-remove-history", _remove(3, history_only=True), (460, 200)),
    Shot("navigation-states", _navigation, (220, 640)),
    Shot("navigation-dragging", _navigation, (220, 640), _shows_gap),
    Shot("account-menu", _menu, (250, 262)),
    Shot("window-accounts", _window_states, (1440, 900), _window_notice),
]
