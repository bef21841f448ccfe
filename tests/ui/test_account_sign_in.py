"""Signing in with OpenID Connect in the account dialog: by a code, in the browser, as a client."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountState, KeychainNotice
from openeo_desktop.core.errors import SignInRefused
from openeo_desktop.core.sign_in import SignInMethod, SignInRequest
from openeo_desktop.ui.accounts.account_dialog import AccountDialog
from openeo_desktop.ui.accounts.web_pages import host_of, is_openable
from tests.support.accessibility import assert_accessible
from tests.support.fake_accounts import make_account, make_device_code, make_provider, make_status
from tests.support.fake_services import FakeBackEndInfo, FakeServices, LoopSpawn

DEVICE, BROWSER = SignInMethod.DEVICE_CODE, SignInMethod.AUTHORIZATION_CODE
BASIC, CLIENT = SignInMethod.BASIC, SignInMethod.CLIENT_CREDENTIALS
PAGE = "https://identity.example.org/auth?client_id=app"


class BrowserSpy(QObject):
    """Stands for the person's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open_page(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser() -> Iterator[BrowserSpy]:
    spy = BrowserSpy()
    schemes = ("https", "http", "file", "javascript")
    for scheme in schemes:
        QDesktopServices.setUrlHandler(scheme, spy, "open_page")
    yield spy
    for scheme in schemes:
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def services() -> FakeServices:
    made = FakeServices()
    made.accounts.info = FakeBackEndInfo(
        methods=(DEVICE, BROWSER, BASIC, CLIENT),
        providers=(make_provider(), make_provider("egi", "EGI <b>Check-in</b>")),
    )
    made.accounts.device_code = make_device_code()
    return made


Open = Callable[..., AccountDialog]


@pytest.fixture
def open_dialog(
    qtbot: QtBot, services: FakeServices, spawn: LoopSpawn, browser: BrowserSpy
) -> Open:
    def open_it(**options: Any) -> AccountDialog:
        dialog = AccountDialog(cast("Any", services), spawn, None, **options)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    return open_it


@pytest.fixture
def at_ways(qtbot: QtBot, open_dialog: Open) -> Callable[[], AccountDialog]:
    def open_it() -> AccountDialog:
        dialog = open_dialog(url="openeo.example.org")
        dialog.go_on()
        qtbot.waitUntil(lambda: dialog.sign_in_page.isVisible() and not dialog.is_busy)
        return dialog

    return open_it


@pytest.fixture
def at_code(qtbot: QtBot, services: FakeServices, at_ways: Open) -> Callable[[], AccountDialog]:
    def open_it() -> AccountDialog:
        dialog = at_ways()
        services.accounts.gate = asyncio.Event()
        dialog.go_on()
        qtbot.waitUntil(dialog.device_page.isVisible)
        return dialog

    return open_it


def requests(services: FakeServices) -> list[SignInRequest]:
    return [call[2] for call in services.accounts.calls if call[0] == "sign_in"]


def choose(dialog: AccountDialog, label: str) -> None:
    """As a person does, in the menu."""
    menu = dialog.sign_in_page.other_menu()
    next(action for action in menu.actions() if action.text().startswith(label)).trigger()


def test_the_obvious_way_stands_first_and_enter_takes_it(
    qtbot: QtBot, services: FakeServices, at_ways: Open
) -> None:
    dialog = at_ways()
    assert dialog.go_button.text() == "&Sign in with Copernicus Data Space"
    assert not dialog.sign_in_page.password_form.isVisible()
    with qtbot.waitSignal(dialog.signed_in):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert requests(services) == [SignInRequest(DEVICE, provider_id="CDSE")]


def test_the_other_ways_stand_in_a_menu(at_ways: Open) -> None:
    dialog = at_ways()
    texts = [a.text() for a in dialog.sign_in_page.other_menu().actions() if a.text()]
    assert texts == [
        "Copernicus Data Space, by a code",
        "EGI <b>Check-in</b>, by a code",
        "Copernicus Data Space, in the browser",
        "EGI <b>Check-in</b>, in the browser",
        "User name and password",
        "Own client ID, by a code",
        "Own client ID, in the browser",
        "Client credentials, for programs",
    ]
    choose(dialog, "User name")
    assert dialog.sign_in_page.password_form.isVisible()
    assert dialog.go_button.text() == "&Sign in"
    assert not dialog.go_button.isEnabled()


def test_a_client_of_ones_own_at_another_provider(
    qtbot: QtBot, services: FakeServices, at_ways: Open
) -> None:
    dialog = at_ways()
    choose(dialog, "Own client ID, by")
    form = dialog.sign_in_page.client_form
    assert not dialog.go_button.isEnabled()
    form.provider.setCurrentIndex(1)
    form.client_id.setText(" mine ")
    form.secret.setText("hush")
    with qtbot.waitSignal(dialog.signed_in):
        dialog.go_on()
    request = SignInRequest(DEVICE, provider_id="egi", client_id="mine", client_secret="hush")
    assert requests(services) == [request]
    assert form.secret.text() == ""


def test_client_credentials_need_a_secret(
    qtbot: QtBot, services: FakeServices, at_ways: Open
) -> None:
    dialog = at_ways()
    services.accounts.device_code = None
    choose(dialog, "Client credentials")
    form = dialog.sign_in_page.client_form
    form.client_id.setText("service")
    assert dialog.go_button.toolTip() == "Give the client secret."
    form.secret.setText("hush")
    with qtbot.waitSignal(dialog.signed_in):
        dialog.go_on()
    assert requests(services)[0].method is CLIENT
    assert "hush" not in repr(requests(services))


def test_the_code_is_shown_copied_and_its_page_opened(
    services: FakeServices, at_code: Open, browser: BrowserSpy
) -> None:
    dialog = at_code()
    page = dialog.device_page
    assert page.code.text() == "WDJB-MJHT"
    assert page.qr.isVisible()
    assert "10:00" in page.countdown.text() or "9:5" in page.countdown.text()
    assert browser.opened == []
    assert dialog.go_button.text() == "&Open identity.dataspace.example.org"
    page.copy_button.click()
    assert QGuiApplication.clipboard().text() == "WDJB-MJHT"
    dialog.go_on()
    assert services.accounts.device_code is not None
    assert browser.opened == [services.accounts.device_code.complete_uri]


def test_where_the_code_has_to_be_typed_it_is_on_the_clipboard(
    services: FakeServices, at_code: Open, browser: BrowserSpy
) -> None:
    services.accounts.device_code = make_device_code(user_code="ABC", complete_uri="")
    dialog = at_code()
    QGuiApplication.clipboard().setText("something else")
    dialog.go_on()
    assert QGuiApplication.clipboard().text() == "ABC"
    assert browser.opened == ["https://identity.dataspace.example.org/device"]


def test_a_complete_address_at_another_host_is_not_used(
    services: FakeServices, at_code: Open
) -> None:
    services.accounts.device_code = make_device_code(complete_uri="https://evil.example/x")
    assert at_code().device_page.page == "https://identity.dataspace.example.org/device"


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "http://example.org/x", "https://a@b.example/"],
)
def test_a_hostile_address_is_text_and_never_opens(
    services: FakeServices, at_code: Open, browser: BrowserSpy, address: str
) -> None:
    services.accounts.device_code = make_device_code(verification_uri=address, complete_uri=address)
    dialog = at_code()
    page = dialog.device_page
    assert address.removeprefix("https://").rstrip("/") in page.address.text()
    assert page.address.textFormat() == Qt.TextFormat.PlainText
    assert not page.qr.isVisible()
    assert page.unsafe.isVisible()
    assert not dialog.go_button.isVisible()
    dialog.go_on()
    assert browser.opened == []


def test_escape_stops_waiting_and_keeps_the_choice(
    qtbot: QtBot, services: FakeServices, at_code: Open
) -> None:
    dialog = at_code()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.sign_in_page.isVisible() and not dialog.is_busy)
    assert dialog.isVisible()
    assert dialog.go_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_code_that_is_over_ends_the_wait_and_can_be_renewed(
    qtbot: QtBot, services: FakeServices, at_code: Open
) -> None:
    soon = dt.datetime.now(dt.UTC) + dt.timedelta(milliseconds=600)
    services.accounts.device_code = make_device_code(expires_at=soon)
    dialog = at_code()
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert dialog.device_page.isVisible()
    assert not dialog.device_page.code.isEnabled()
    assert "expired" in dialog.device_page.countdown.text()
    assert dialog.go_button.text() == "&Get a new code"
    services.accounts.device_code = make_device_code(user_code="NEW-CODE")
    dialog.go_on()
    qtbot.waitUntil(lambda: dialog.device_page.code.text() == "NEW-CODE")
    assert dialog.device_page.code.isEnabled()
    assert dialog.is_busy


def test_a_refusal_is_told_where_the_code_stood(
    qtbot: QtBot, services: FakeServices, at_code: Open
) -> None:
    dialog = at_code()
    services.accounts.refusal = SignInRefused("You said no.")
    assert services.accounts.gate is not None
    services.accounts.gate.set()
    qtbot.waitUntil(dialog.message_bar.isVisible)
    assert dialog.device_page.isVisible()
    assert "You said no." in dialog.message_bar.text()
    assert dialog.go_button.text() == "&Get a new code"
    dialog.go_back()
    assert dialog.sign_in_page.isVisible()
    assert not dialog.message_bar.isVisible()


def test_the_browser_opens_and_opens_again(
    qtbot: QtBot, services: FakeServices, at_ways: Open, browser: BrowserSpy
) -> None:
    dialog = at_ways()
    services.accounts.device_code, services.accounts.browser_url = None, PAGE
    services.accounts.gate = asyncio.Event()
    choose(dialog, "Copernicus Data Space, in the browser")
    dialog.go_on()
    qtbot.waitUntil(dialog.browser_page.isVisible)
    assert browser.opened == [PAGE]
    assert "identity.example.org" in dialog.browser_page.words.text()
    dialog.go_on()
    assert browser.opened == [PAGE, PAGE]
    with qtbot.waitSignal(dialog.signed_in):
        services.accounts.gate.set()


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://example.org/auth"])
def test_the_browser_is_not_sent_to_an_unsafe_page(
    qtbot: QtBot, services: FakeServices, at_ways: Open, browser: BrowserSpy, address: str
) -> None:
    dialog = at_ways()
    services.accounts.device_code, services.accounts.browser_url = None, address
    services.accounts.gate = asyncio.Event()
    dialog.go_on()
    qtbot.waitUntil(dialog.browser_page.problem.isVisible)
    assert browser.opened == []
    assert not dialog.go_button.isVisible()
    dialog.reject()
    qtbot.waitUntil(dialog.sign_in_page.isVisible)


def test_long_and_rich_names_stay_plain_and_short(services: FakeServices, at_code: Open) -> None:
    title = "<img src=x>" + "very long " * 40
    services.accounts.info = dataclasses.replace(
        services.accounts.info, providers=(make_provider("p", title),)
    )
    services.accounts.device_code = make_device_code(user_code="\u202eCODE" + "X" * 500)
    dialog = at_code()
    assert len(dialog.device_page.code.text()) <= 60
    assert "\u202e" not in dialog.device_page.code.text()
    assert dialog.width() < 700
    formats = {label.textFormat() for label in dialog.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_without_a_keychain_it_is_said_beside_the_box(
    qtbot: QtBot, services: FakeServices, at_ways: Open
) -> None:
    dialog = at_ways()
    assert not dialog.sign_in_page.keychain.isVisible()
    services.accounts.keychain_notice.emit(KeychainNotice("No keychain.", "Until the app ends."))
    assert dialog.sign_in_page.keychain.text() == "No keychain. Until the app ends."
    assert dialog.sign_in_page.keychain.isVisible()
    remember = dialog.sign_in_page.remember
    assert not remember.isEnabled()
    assert not remember.isChecked()
    assert "No keychain." in remember.toolTip()


def again(services: FakeServices, method: SignInMethod) -> Any:
    account = make_account(
        "CDSE",
        host="openeo.example.org",
        user="anna",
        provider="CDSE",
        method=method,
        issuer="https://identity.example.org/realm",
        client_id="app",
    )
    services.accounts.items = [make_status(account, AccountState.NEEDS_SIGN_IN)]
    return account


@pytest.mark.parametrize("method", [DEVICE, BROWSER])
def test_signing_in_again_as_before_leaves_the_client_to_the_service(
    qtbot: QtBot, services: FakeServices, open_dialog: Open, method: SignInMethod
) -> None:
    account = again(services, method)
    dialog = open_dialog(account_id=account.id)
    assert dialog.go_button.text() == "&Sign in with identity.example.org"
    with qtbot.waitSignal(dialog.signed_in):
        dialog.go_on()
    assert services.accounts.calls == [("sign_in_again", account.id, None)]


def test_signing_in_again_as_a_client_asks_for_its_secret(
    qtbot: QtBot, services: FakeServices, open_dialog: Open
) -> None:
    account = again(services, CLIENT)
    dialog = open_dialog(account_id=account.id)
    form = dialog.sign_in_page.client_form
    assert (form.client_id.text(), form.client_id.isReadOnly()) == ("app", True)
    form.secret.setText("hush")
    with qtbot.waitSignal(dialog.signed_in):
        dialog.go_on()
    request = SignInRequest(CLIENT, provider_id="CDSE", client_id="app", client_secret="hush")
    assert services.accounts.calls == [("sign_in_again", account.id, request)]


def test_everything_has_a_name_for_screen_readers(at_code: Open) -> None:
    dialog = at_code()
    assert_accessible(dialog)
    dialog.face.show_page(dialog.sign_in_page)
    choose(dialog, "Client credentials")
    assert_accessible(dialog)


def test_hosts_and_addresses() -> None:
    assert is_openable("https://example.org/device")
    assert is_openable("http://127.0.0.1:8080/device")
    assert not is_openable("http://localhost.example.org/")
    assert not is_openable("https://")
    assert not is_openable("https://example.org/" + "x" * 9000)
    assert host_of("https://\u0430pple.example/") == "xn--pple-43d.example"
    assert host_of("https://good.example@evil.example/") == "evil.example"
