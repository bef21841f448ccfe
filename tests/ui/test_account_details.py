"""An account's details, its menu, and the question before it is removed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountId, AccountState, UserInfo
from openeo_desktop.core.errors import AppError, LocalBackEndError, StorageError, UnreachableError
from openeo_desktop.core.events import Event
from openeo_desktop.ui.accounts.account_details_dialog import AccountDetailsDialog
from openeo_desktop.ui.accounts.account_intents import AccountIntents
from openeo_desktop.ui.accounts.account_menu import AccountRequests, account_menu
from openeo_desktop.ui.accounts.keychain_notices import KeychainNotices
from openeo_desktop.ui.accounts.remove_account import ask_remove
from tests.support.accessibility import assert_accessible
from tests.support.fake_accounts import KeychainNotice, make_account, make_status
from tests.support.fake_services import FakeServices, LoopSpawn, make_job

ACCOUNT = make_account("Copernicus", host="openeo.example.org", user="anna")
USER = UserInfo(
    "anna-id",
    name="Anna",
    plan="free",
    budget=9412.5,
    storage_free=2_000_000_000,
    storage_quota=10_000_000_000,
    links={"payment": "https://pay.example.org/me"},
)


@pytest.fixture
def services() -> FakeServices:
    made = FakeServices()
    made.accounts.items = [make_status(ACCOUNT)]
    made.accounts.info_of_user = USER
    return made


@pytest.fixture
def dialog(qtbot: QtBot, services: FakeServices, spawn: LoopSpawn) -> AccountDetailsDialog:
    made = AccountDetailsDialog(cast("Any", services), spawn, ACCOUNT.id)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def values(dialog: AccountDetailsDialog) -> dict[str, str]:
    return {row.label: row.value for row in dialog.profile.grid.rows()}


def test_the_profile_is_shown(qtbot: QtBot, dialog: AccountDetailsDialog) -> None:
    qtbot.waitUntil(dialog.profile.grid.isVisible)
    assert values(dialog) == {
        "Name": "Anna",
        "User ID": "anna-id",
        "Plan": "free",
        "Budget": "9,412.5 credits",
    }
    assert dialog.profile.storage.text() == "2.0 GB free of 10.0 GB"
    assert dialog.profile.storage.bar.fraction == pytest.approx(0.8)
    assert "pay.example.org" in dialog.profile.payment.text()


def test_what_the_back_end_does_not_say_is_left_out(
    qtbot: QtBot, services: FakeServices, dialog: AccountDetailsDialog
) -> None:
    services.accounts.info_of_user = UserInfo(
        "x", raw={"budget": None}, links={"payment": "javascript:alert(1)"}
    )
    services.accounts.set(make_status(ACCOUNT, AccountState.OFFLINE))
    services.accounts.set(make_status(ACCOUNT))
    qtbot.waitUntil(lambda: values(dialog) == {"User ID": "x", "Budget": "No limit"})
    assert not dialog.profile.storage.isVisible()
    assert not dialog.profile.payment.isVisible()


def test_a_silent_back_end_is_said_to_be_so(
    qtbot: QtBot, services: FakeServices, spawn: LoopSpawn
) -> None:
    services.accounts.failure = UnreachableError("No answer.")
    dialog = AccountDetailsDialog(cast("Any", services), spawn, ACCOUNT.id)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "No answer." in dialog.profile.words.text())
    assert spawn.errors == []


def test_renaming_by_keyboard(
    qtbot: QtBot, services: FakeServices, dialog: AccountDetailsDialog
) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: dialog.title.is_editing)
    QTest.keyClicks(dialog.title.field, "  My   account ")
    QTest.keyClick(dialog.title.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ("rename", ACCOUNT.id, "My account") in services.accounts.calls)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.title.label.text() == "My account")


def test_escape_and_an_empty_title_change_nothing(
    services: FakeServices, dialog: AccountDetailsDialog
) -> None:
    for keys in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        dialog.title.begin()
        dialog.title.field.setText("" if keys == Qt.Key.Key_Return else "Other")
        QTest.keyClick(dialog.title.field, keys)
        assert not dialog.title.is_editing
    assert dialog.isVisible()
    assert dialog.title.label.text() == "Copernicus"
    assert not [call for call in services.accounts.calls if call[0] == "rename"]


def test_a_title_that_cannot_be_kept_comes_back(
    qtbot: QtBot, services: FakeServices, dialog: AccountDetailsDialog
) -> None:
    qtbot.waitUntil(dialog.profile.grid.isVisible)
    services.accounts.failure = StorageError("The disk is full.")
    dialog.title.begin()
    dialog.title.field.setText("Other")
    QTest.keyClick(dialog.title.field, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.message_bar.isVisible)
    assert dialog.title.label.text() == "Copernicus"


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        (AccountState.ONLINE, {"enableButton", "signOutButton"}),
        (AccountState.NEEDS_SIGN_IN, {"enableButton", "signInButton"}),
        (AccountState.OFFLINE, {"enableButton", "signOutButton"}),
        (AccountState.DISABLED, {"enableButton"}),
        (AccountState.HISTORY, set()),
    ],
)
def test_the_buttons_follow_the_state(
    services: FakeServices, dialog: AccountDetailsDialog, state: AccountState, shown: set[str]
) -> None:
    services.accounts.set(make_status(ACCOUNT, state))
    optional = ("enableButton", "signInButton", "signOutButton")
    buttons = {name: dialog.findChild(QPushButton, name) for name in optional}
    assert {name for name, button in buttons.items() if button.isVisible()} == shown
    assert dialog.remove_button.isVisible()


def test_the_dialog_of_a_removed_account_closes(
    services: FakeServices, dialog: AccountDetailsDialog
) -> None:
    services.accounts.set()
    assert not dialog.isVisible()


def test_a_hostile_profile_is_plain_text(
    qtbot: QtBot, services: FakeServices, spawn: LoopSpawn
) -> None:
    services.accounts.info_of_user = replace(USER, name="<b>x</b>\u202e" * 50, plan="<img src=x>")
    dialog = AccountDetailsDialog(cast("Any", services), spawn, ACCOUNT.id)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.profile.grid.isVisible)
    formats = {label.textFormat() for label in dialog.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}
    assert "\u202e" not in values(dialog)["Name"]
    assert_accessible(dialog)


# The menu.


def test_the_menu_says_why_not(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    status = make_status(make_account(is_local=True))
    actions = {a.text(): a for a in account_menu(status, AccountRequests(), parent).actions()}
    assert not actions["Sign out"].isEnabled()
    assert "no sign-in" in actions["Sign out"].toolTip()
    off = make_status(ACCOUNT, AccountState.DISABLED)
    actions = {a.text(): a for a in account_menu(off, AccountRequests(), parent).actions()}
    assert not actions["List its jobs again"].isEnabled()
    assert actions["Switch on"].isEnabled()


@pytest.mark.parametrize("state", list(AccountState))
def test_a_back_end_of_this_computer_that_stopped_can_be_started(
    qtbot: QtBot, state: AccountState
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    status = make_status(make_account(is_local=True), state)
    requests = AccountRequests()
    actions = {a.text(): a for a in account_menu(status, requests, parent).actions()}
    start = actions["Start the back-end again"]
    assert start.isEnabled() == (state not in (AccountState.ONLINE, AccountState.SIGNING_IN))
    foreign = {
        a.text() for a in account_menu(make_status(ACCOUNT, state), requests, parent).actions()
    }
    assert "Start the back-end again" not in foreign


@dataclass
class FakeLocal:
    """The embedded back-end of the services, which counts its starts."""

    failed: Event[AppError] = field(default_factory=Event)
    starts: int = 0

    async def start(self) -> None:
        self.starts += 1


def test_a_local_back_end_that_stays_away_is_told_and_started_when_asked(
    qtbot: QtBot, window: QWidget, services: FakeServices, spawn: LoopSpawn
) -> None:
    local = services.local = FakeLocal()
    intents, requests = AccountIntents(cast("Any", services), spawn, window), AccountRequests()
    intents.follow(requests)
    error = LocalBackEndError("It has stopped.")
    local.failed.emit(error)
    qtbot.waitUntil(lambda: [told for told, _ in spawn.errors] == [error])
    spawn.errors.clear()
    requests.start_requested.emit(ACCOUNT.id)
    qtbot.waitUntil(lambda: local.starts == 1)


# Removing.


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def open_question(window: QWidget, count: int, **account: Any) -> tuple[QMessageBox, list[bool]]:
    answers: list[bool] = []
    return ask_remove(window, replace(ACCOUNT, **account), count, answers.append), answers


def press(box: QMessageBox, name: str) -> None:
    button = box.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def test_removing_names_how_many_jobs_and_offers_to_keep_them(window: QWidget) -> None:
    box, answers = open_question(window, 1204)
    assert "1,204 jobs" in box.informativeText()
    assert "Copernicus" in box.text()
    press(box, "removeButton")
    assert answers == [True]


def test_removing_with_the_history(window: QWidget) -> None:
    box, answers = open_question(window, 1)
    assert "1 job " in box.informativeText()
    press(box, "removeWithHistoryButton")
    assert answers == [False]


def test_enter_and_escape_remove_nothing(qtbot: QtBot, window: QWidget) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        box, answers = open_question(window, 3)
        assert box.focusWidget() is box.button(QMessageBox.StandardButton.Cancel)
        with qtbot.waitSignal(box.finished):
            QTest.keyClick(box, key)
        assert answers == []


@pytest.mark.parametrize(
    ("count", "history_only", "missing"),
    [(0, False, "removeWithHistoryButton"), (3, True, "removeButton")],
)
def test_there_is_no_choice_where_there_is_nothing_to_choose(
    window: QWidget, count: int, history_only: bool, missing: str
) -> None:
    box, answers = open_question(window, count, history_only=history_only)
    assert box.findChild(QPushButton, missing) is None
    press(box, "removeButton" if missing != "removeButton" else "removeWithHistoryButton")
    assert answers == [False]


def test_intents_ask_and_then_do(
    qtbot: QtBot, window: QWidget, services: FakeServices, spawn: LoopSpawn
) -> None:
    services.jobs.put(*(make_job(ACCOUNT.id, number) for number in range(3)))
    intents, requests = AccountIntents(cast("Any", services), spawn, window), AccountRequests()
    intents.follow(requests)
    requests.remove_requested.emit(ACCOUNT.id)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    box = window.findChildren(QMessageBox)[0]
    assert "3 jobs" in box.informativeText()
    press(box, "removeButton")
    requests.enable_requested.emit(ACCOUNT.id, False)
    intents.reorder((ACCOUNT.id, AccountId("x")))
    calls = services.accounts.calls
    qtbot.waitUntil(lambda: ("remove", ACCOUNT.id, True) in calls)
    qtbot.waitUntil(lambda: ("set_enabled", ACCOUNT.id, False) in calls)
    qtbot.waitUntil(lambda: ("reorder", (ACCOUNT.id, AccountId("x"))) in calls)


def test_a_missing_keychain_is_told_once(window: QWidget, services: FakeServices) -> None:
    notices = KeychainNotices(cast("Any", services.accounts), window)
    toast = window.findChild(QWidget, "keychain_notice")
    notice = KeychainNotice("No keychain.", "Until the app ends.")
    services.accounts.keychain_notice.emit(notice)
    assert toast.isVisible()
    toast.hide()
    services.accounts.keychain_notice.emit(notice)
    assert not toast.isVisible()
    assert notices.last == notice


def test_waiting_for_the_profile_can_be_left(
    qtbot: QtBot, services: FakeServices, spawn: LoopSpawn
) -> None:
    services.accounts.gate = asyncio.Event()
    dialog = AccountDetailsDialog(cast("Any", services), spawn, ACCOUNT.id)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.profile.progress.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
