"""«Add account» and «Sign in again», against a hand-written back-end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from openeo_desktop.core.errors import NotOpenEOError, SignInRefused
from openeo_desktop.core.sign_in import SignInMethod, SignInRequest
from openeo_desktop.ui.accounts.account_dialog import AccountDialog
from openeo_desktop.ui.accounts.known_back_ends import KNOWN_BACK_ENDS, address_of, secure_links
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import FakeBackEndInfo, FakeServices, LoopSpawn, three_accounts

Open = Callable[..., AccountDialog]
HOST = "openeo.example.org"
BASIC = SignInMethod.BASIC


@pytest.fixture
def services() -> FakeServices:
    made = FakeServices()
    made.accounts.items = three_accounts()
    return made


@pytest.fixture
def open_dialog(qtbot: QtBot, services: FakeServices, spawn: LoopSpawn) -> Open:
    def open_it(**options: Any) -> AccountDialog:
        dialog = AccountDialog(cast("Any", services), spawn, None, **options)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    return open_it


@pytest.fixture
def at_sign_in(qtbot: QtBot, open_dialog: Open, services: FakeServices) -> Open:
    def open_it(**info: Any) -> AccountDialog:
        services.accounts.info = FakeBackEndInfo(**info)
        dialog = open_dialog(url=HOST)
        dialog.go_on()
        qtbot.waitUntil(dialog.sign_in_page.isVisible)
        qtbot.waitUntil(lambda: not dialog.is_busy)
        return dialog

    return open_it


def _fill(dialog: AccountDialog) -> None:
    dialog.sign_in_page.password_form.user.setText("anna")
    dialog.sign_in_page.password_form.password.setText("secret")


def test_from_an_address_to_a_session_by_keyboard_alone(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    dialog = open_dialog()
    address = dialog.address_page.address.lineEdit()
    assert address is not None
    QTest.keyClicks(address, HOST)
    QTest.keyClick(address, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.sign_in_page.isVisible() and not dialog.is_busy)
    QTest.keyClicks(dialog.sign_in_page.password_form.user, "anna")
    QTest.keyClicks(dialog.sign_in_page.password_form.password, "secret")
    with qtbot.waitSignal(dialog.signed_in):
        QTest.keyClick(dialog.sign_in_page.password_form.password, Qt.Key.Key_Return)
    url = services.accounts.info.user_url
    assert services.accounts.calls == [
        ("probe", HOST),
        ("sign_in", url, SignInRequest(BASIC, user="anna", password="secret"), ""),
    ]
    assert dialog.sign_in_page.password_form.password.text() == ""


def test_a_wrong_password_keeps_the_name(
    qtbot: QtBot, at_sign_in: Open, services: FakeServices
) -> None:
    dialog = at_sign_in()
    services.accounts.refusal = SignInRefused("Wrong name or password.")
    _fill(dialog)
    dialog.go_on()
    qtbot.waitUntil(dialog.message_bar.isVisible)
    assert "Wrong name" in dialog.message_bar.text()
    assert dialog.sign_in_page.password_form.user.text() == "anna"
    assert dialog.isVisible()
    assert dialog.go_button.isEnabled()


def test_an_address_without_openeo_is_told_on_the_first_page(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    services.accounts.failure = NotOpenEOError("Something else answers there.")
    dialog = open_dialog(url=HOST)
    dialog.go_on()
    qtbot.waitUntil(dialog.message_bar.isVisible)
    assert dialog.address_page.isVisible()
    assert dialog.address_page.text() == HOST


def test_escape_stops_connecting_and_then_closes(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    services.accounts.gate = asyncio.Event()
    dialog = open_dialog(url=HOST)
    dialog.go_on()
    assert dialog.is_busy
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_plain_http_needs_a_consent(at_sign_in: Open) -> None:
    dialog = at_sign_in(api_base="http://192.168.1.20/openeo", plain_http=True)
    _fill(dialog)
    assert not dialog.go_button.isEnabled()
    dialog.sign_in_page.accept_plain.setChecked(True)
    assert dialog.go_button.isEnabled()


def test_terms_are_offered_unticked_and_have_to_be_agreed_to(at_sign_in: Open) -> None:
    links = ({"rel": "terms-of-service", "href": "https://example.org/terms"},)
    dialog = at_sign_in(links=links)
    _fill(dialog)
    assert dialog.sign_in_page.terms.isVisible()
    assert not dialog.sign_in_page.terms.agree.isChecked()
    assert not dialog.go_button.isEnabled()
    dialog.sign_in_page.terms.agree.setChecked(True)
    assert dialog.go_button.isEnabled()


@pytest.mark.parametrize("info", [{"batch_jobs": False}, {"methods": ()}])
def test_where_one_cannot_sign_in_there_is_no_form(at_sign_in: Open, info: dict[str, Any]) -> None:
    dialog = at_sign_in(**info)
    assert not dialog.sign_in_page.password_form.user.isVisible()
    assert not dialog.go_button.isVisible()
    dialog.go_back()
    assert dialog.address_page.text() == HOST


def test_going_back_forgets_the_password(at_sign_in: Open) -> None:
    dialog = at_sign_in()
    _fill(dialog)
    dialog.go_back()
    assert dialog.sign_in_page.password_form.password.text() == ""


def test_signing_in_again_asks_for_the_password_alone(
    qtbot: QtBot, open_dialog: Open, services: FakeServices
) -> None:
    account = services.accounts.items[2].account
    dialog = open_dialog(account_id=account.id)
    assert dialog.sign_in_page.isVisible()
    assert dialog.sign_in_page.password_form.user.isReadOnly()
    dialog.sign_in_page.password_form.password.setText("new")
    dialog.sign_in_page.remember.setChecked(False)
    with qtbot.waitSignal(dialog.signed_in) as signed_in:
        dialog.go_on()
    assert signed_in.args == [account.id]
    request = SignInRequest(BASIC, user=account.user, password="new", remember=False)
    assert services.accounts.calls == [("sign_in_again", account.id, request)]


def test_the_password_is_hidden_until_the_person_wants_to_see_it(at_sign_in: Open) -> None:
    dialog = at_sign_in()
    field = dialog.sign_in_page.password_form.password
    assert field.echoMode() is QLineEdit.EchoMode.Password
    field.actions()[0].trigger()
    assert field.echoMode() is QLineEdit.EchoMode.Normal


def test_a_name_or_label_of_a_known_back_end_is_its_address() -> None:
    for known in KNOWN_BACK_ENDS:
        assert address_of(known.label) == address_of(known.title.upper()) == known.address
    assert address_of(f"  {HOST} ") == HOST


def test_only_https_links_are_offered() -> None:
    links = [
        {"rel": "terms-of-service", "href": "javascript:alert(1)"},
        {"rel": "terms-of-service", "href": "file:///etc/passwd"},
        {"rel": "terms-of-service", "href": "https://openeo.vito.be@evil.example/terms"},
        {"rel": "terms-of-service", "href": "http://example.org/terms"},
        {"rel": "terms-of-service", "href": "https://example.org/terms"},
        {"rel": "about", "href": "https://example.org"},
        "nonsense",
    ]
    assert secure_links(links, "terms-of-service") == ["https://example.org/terms"]


def test_everything_has_a_name_for_screen_readers(open_dialog: Open, at_sign_in: Open) -> None:
    assert_accessible(open_dialog())
    assert_accessible(at_sign_in(plain_http=True, production=False))
