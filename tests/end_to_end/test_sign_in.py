"""The account dialog on real services, a real back-end and a certified OpenID provider."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring
import keyring.backends.null
import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountState
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.services.services import Services, make_services
from openeo_desktop.ui.accounts.account_details_dialog import AccountDetailsDialog
from openeo_desktop.ui.accounts.account_dialog import AccountDialog
from openeo_desktop.ui.accounts.sign_in_ways import way_label
from tests.support.fake_services import LoopSpawn
from tests.support.oidc_back_end import OidcBackEnd
from tests.support.oidc_provider import OidcProviderServer, ScriptedBrowser

DEADLINE_MS = 60_000


class Browser(QObject):
    """The person's browser: does `answer` on every page that the app opens, on a thread."""

    def __init__(self, answer: Callable[[str], Any]) -> None:
        super().__init__()
        self.answer = answer
        self.threads: list[threading.Thread] = []

    @Slot(QUrl)
    def open_page(self, url: QUrl) -> None:
        thread = threading.Thread(target=self.answer, args=(url.toString(),), daemon=True)
        self.threads.append(thread)
        thread.start()


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser(ScriptedBrowser().allow)
    QDesktopServices.setUrlHandler("http", made, "open_page")
    yield made
    QDesktopServices.unsetUrlHandler("http")
    for thread in made.threads:
        thread.join(10)


@pytest.fixture
def back_end(oidc_packages: Path) -> Iterator[OidcBackEnd]:
    with OidcProviderServer(oidc_packages) as provider, OidcBackEnd(provider) as running:
        provider.change(interval=1)
        yield running


@pytest.fixture
def spawn(qtbot: QtBot) -> Iterator[LoopSpawn]:
    loop = LoopSpawn()
    yield loop
    loop.close()


@pytest.fixture
def services(qtbot: QtBot, spawn: LoopSpawn, tmp_path: Path) -> Iterator[Services]:
    """Without a keychain, so that the one of whoever runs the tests is left alone."""
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.null.Keyring())
    made = make_services(profile_paths(tmp_path / "profile"))
    opened = spawn(made.open(), "open")
    qtbot.waitUntil(opened.done, timeout=DEADLINE_MS)
    yield made
    closed = spawn(made.close(), "close")
    qtbot.waitUntil(closed.done, timeout=DEADLINE_MS)
    keyring.set_keyring(before)


@pytest.fixture
def dialog(
    qtbot: QtBot, services: Services, spawn: LoopSpawn, back_end: OidcBackEnd, browser: Browser
) -> AccountDialog:
    """At the choice of the way."""
    made = AccountDialog(services, spawn, None, url=back_end.base)
    qtbot.addWidget(made)
    made.show()
    made.go_on()
    ready = lambda: made.sign_in_page.isVisible() and not made.is_busy  # noqa: E731
    qtbot.waitUntil(ready, timeout=DEADLINE_MS)
    made.sign_in_page.accept_plain.setChecked(True)
    return made


def choose(dialog: AccountDialog, words: str) -> None:
    page = dialog.sign_in_page
    page.choose(next(way for way in page.other_ways() if words in way_label(way)))


def test_by_a_code_then_the_profile(
    qtbot: QtBot, services: Services, spawn: LoopSpawn, dialog: AccountDialog
) -> None:
    with qtbot.waitSignal(dialog.signed_in, timeout=DEADLINE_MS) as signed_in:
        dialog.go_on()
        qtbot.waitUntil(dialog.device_page.isVisible, timeout=DEADLINE_MS)
        dialog.go_on()
    account_id = signed_in.args[0]
    status = services.accounts.status(account_id)
    assert status is not None
    assert status.state is AccountState.ONLINE
    details = AccountDetailsDialog(services, spawn, account_id)
    qtbot.addWidget(details)
    details.show()
    qtbot.waitUntil(details.profile.grid.isVisible, timeout=DEADLINE_MS)
    assert details.profile.storage.text() == "5 B free of 10 B"
    spawn(services.accounts.remove(account_id, keep_history=True), "remove")
    qtbot.waitUntil(lambda: not details.remove_button.isHidden() and _gone(services))
    assert details.sign_out_button.isHidden()


def _gone(services: Services) -> bool:
    return services.accounts.statuses()[0].state is AccountState.HISTORY


def test_in_the_browser(qtbot: QtBot, dialog: AccountDialog, browser: Browser) -> None:
    choose(dialog, "in the browser")
    with qtbot.waitSignal(dialog.signed_in, timeout=DEADLINE_MS):
        dialog.go_on()
    assert len(browser.threads) == 1


def test_a_refusal_in_the_browser_stays_in_the_dialog(
    qtbot: QtBot, dialog: AccountDialog, browser: Browser
) -> None:
    browser.answer = ScriptedBrowser().deny
    choose(dialog, "in the browser")
    dialog.go_on()
    qtbot.waitUntil(lambda: bool(dialog.message_bar.text()), timeout=DEADLINE_MS)
    assert dialog.browser_page.isVisible()
    assert dialog.go_button.text() == "&Try again"
    browser.answer = ScriptedBrowser().allow
    with qtbot.waitSignal(dialog.signed_in, timeout=DEADLINE_MS):
        dialog.go_on()


def test_a_refused_code_and_a_new_one(
    qtbot: QtBot, dialog: AccountDialog, browser: Browser
) -> None:
    browser.answer = ScriptedBrowser().deny_device
    dialog.go_on()
    qtbot.waitUntil(dialog.device_page.isVisible, timeout=DEADLINE_MS)
    first = dialog.device_page.code.text()
    dialog.go_on()
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=DEADLINE_MS)
    assert dialog.message_bar.isVisible()
    browser.answer = ScriptedBrowser().allow
    dialog.go_on()
    qtbot.waitUntil(lambda: dialog.device_page.code.text() != first, timeout=DEADLINE_MS)
    with qtbot.waitSignal(dialog.signed_in, timeout=DEADLINE_MS):
        dialog.go_on()


def test_as_a_program_with_its_secret(qtbot: QtBot, dialog: AccountDialog) -> None:
    choose(dialog, "Client credentials")
    form = dialog.sign_in_page.client_form
    form.client_id.setText("robot")
    form.secret.setText(OidcProviderServer.secret_of("robot"))
    with qtbot.waitSignal(dialog.signed_in, timeout=DEADLINE_MS):
        dialog.go_on()
    assert form.secret.text() == ""


def test_cancelling_while_the_provider_waits(
    qtbot: QtBot, services: Services, dialog: AccountDialog
) -> None:
    dialog.go_on()
    qtbot.waitUntil(dialog.device_page.isVisible, timeout=DEADLINE_MS)
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=DEADLINE_MS)
    assert dialog.sign_in_page.isVisible()
    assert services.accounts.statuses() == ()


def test_signing_in_again_as_before(
    qtbot: QtBot, services: Services, spawn: LoopSpawn, dialog: AccountDialog
) -> None:
    with qtbot.waitSignal(dialog.signed_in, timeout=DEADLINE_MS) as signed_in:
        dialog.go_on()
        qtbot.waitUntil(dialog.device_page.isVisible, timeout=DEADLINE_MS)
        dialog.go_on()
    account_id = signed_in.args[0]
    out = spawn(services.accounts.sign_out(account_id), "sign out")
    qtbot.waitUntil(out.done, timeout=DEADLINE_MS)
    again = AccountDialog(services, spawn, None, account_id=account_id)
    qtbot.addWidget(again)
    again.show()
    again.sign_in_page.accept_plain.setChecked(True)
    with qtbot.waitSignal(again.signed_in, timeout=DEADLINE_MS):
        again.go_on()
        qtbot.waitUntil(again.device_page.isVisible, timeout=DEADLINE_MS)
        again.go_on()
    assert services.accounts.statuses()[0].state is AccountState.ONLINE
    assert len(services.accounts.statuses()) == 1
