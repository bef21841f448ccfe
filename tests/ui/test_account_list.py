"""The accounts in the navigation: order by hand and by keyboard, what is at rest."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountId, AccountState
from openeo_desktop.models.navigation import Place
from openeo_desktop.ui.accounts.account_texts import accounts_summary, wants_sign_in
from openeo_desktop.ui.accounts.why_not_now import why_not_now
from openeo_desktop.ui.window.account_list import AccountList
from openeo_desktop.ui.window.navigation_pane import NavigationPane
from tests.support.fake_accounts import NOW, FakeAccounts, make_account, make_status

ALT = Qt.KeyboardModifier.AltModifier
NAMES = ("a", "b", "c", "old")
STATES = (AccountState.ONLINE, AccountState.DISABLED, AccountState.OFFLINE, AccountState.HISTORY)


@pytest.fixture
def accounts() -> FakeAccounts:
    made = [make_account(name, host=f"{name}.example.org") for name in NAMES]
    return FakeAccounts(items=[make_status(a, s) for a, s in zip(made, STATES, strict=True)])


@pytest.fixture
def pane(qtbot: QtBot, accounts: FakeAccounts) -> NavigationPane:
    made = NavigationPane(cast("Any", accounts), None, lambda: NOW)
    qtbot.addWidget(made)
    made.resize(220, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def ids(accounts: FakeAccounts, names: str) -> tuple[AccountId, ...]:
    known = {status.account.title[0]: status.account.id for status in accounts.items}
    return tuple(known[name] for name in names)


def line(accounts: AccountList, index: int) -> QWidget:
    return list(accounts.items().values())[index]


def test_alt_and_arrows_move_an_account(
    qtbot: QtBot, accounts: FakeAccounts, pane: NavigationPane
) -> None:
    for index, key, order in (
        (0, Qt.Key.Key_Down, "baco"),
        (1, Qt.Key.Key_Down, "acbo"),
        (1, Qt.Key.Key_Up, "baco"),
    ):
        with qtbot.waitSignal(pane.reorder_requested) as asked:
            QTest.keyClick(line(pane.account_list, index), key, ALT)
        assert asked.args == [ids(accounts, order)]


@pytest.mark.parametrize(
    ("index", "key"), [(0, Qt.Key.Key_Up), (2, Qt.Key.Key_Down), (3, Qt.Key.Key_Up)]
)
def test_at_the_ends_and_for_the_history_nothing_moves(
    qtbot: QtBot, pane: NavigationPane, index: int, key: Qt.Key
) -> None:
    with qtbot.assertNotEmitted(pane.reorder_requested):
        QTest.keyClick(line(pane.account_list, index), key, ALT)


def test_focus_and_place_stay_with_the_account_that_moved(
    qtbot: QtBot, accounts: FakeAccounts, pane: NavigationPane
) -> None:
    first = accounts.items[0].account.id
    pane.item(Place(account=first)).click()
    pane.item(Place(account=first)).setFocus()
    with qtbot.assertNotEmitted(pane.place_chosen):
        accounts.set(accounts.items[1], accounts.items[0], *accounts.items[2:])
    assert list(pane.account_list.items())[1] == first
    assert pane.item(Place(account=first)).hasFocus()
    assert pane.item(Place(account=first)).isChecked()


def drag(accounts: AccountList, index: int, to_y: int, *, drop: bool = True) -> QWidget:
    item = line(accounts, index)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(item, left, pos=QPoint(40, 10))
    QTest.mouseMove(item, QPoint(40, 10) + QPoint(0, to_y // 2 or 1))
    QTest.mouseMove(item, QPoint(40, to_y))
    if drop:
        QTest.mouseRelease(item, left, pos=QPoint(40, to_y))
    return item


def test_dragging_moves_an_account_and_chooses_no_place(
    qtbot: QtBot, accounts: FakeAccounts, pane: NavigationPane
) -> None:
    with (
        qtbot.assertNotEmitted(pane.place_chosen),
        qtbot.waitSignal(pane.reorder_requested) as asked,
    ):
        drag(pane.account_list, 0, 300)
    assert asked.args == [ids(accounts, "bcao")]
    assert not pane.account_list.findChild(QWidget, "drop_line").isVisible()


def test_escape_ends_a_drag(qtbot: QtBot, pane: NavigationPane) -> None:
    item = drag(pane.account_list, 0, 300, drop=False)
    assert pane.account_list.findChild(QWidget, "drop_line").isVisible()
    with (
        qtbot.assertNotEmitted(pane.reorder_requested),
        qtbot.assertNotEmitted(pane.place_chosen),
    ):
        QTest.keyClick(item, Qt.Key.Key_Escape)
        QTest.mouseRelease(item, Qt.MouseButton.LeftButton, pos=QPoint(40, 300))
    assert not pane.account_list.findChild(QWidget, "drop_line").isVisible()


def test_a_click_chooses_the_account(
    qtbot: QtBot, accounts: FakeAccounts, pane: NavigationPane
) -> None:
    with qtbot.waitSignal(pane.place_chosen) as chosen:
        QTest.mouseClick(line(pane.account_list, 2), Qt.MouseButton.LeftButton, pos=QPoint(40, 10))
    assert chosen.args == [Place(account=accounts.items[2].account.id)]


def test_history_stands_below_and_says_so(accounts: FakeAccounts, pane: NavigationPane) -> None:
    accounts.set(accounts.items[3], *accounts.items[:3])
    assert list(pane.account_list.items()) == list(ids(accounts, "abco"))
    history = pane.item(Place(account=ids(accounts, "o")[0]))
    assert history.second_line() == "History only"
    assert pane.item(Place(account=ids(accounts, "b")[0])).second_line() == "Switched off"


def test_the_status_bar_counts_what_needs_a_person(accounts: FakeAccounts) -> None:
    words = accounts_summary(accounts.statuses(), NOW)
    assert words.startswith("3 accounts, 1 online, 1 offline, 1 switched off")


def test_an_account_that_was_not_asked_yet_needs_no_sign_in(
    accounts: FakeAccounts, pane: NavigationPane
) -> None:
    for paused, words in ((False, "Not asked yet"), (True, "Not asked yet, paused")):
        status = replace(
            make_status(accounts.items[0].account, AccountState.NOT_ASKED), paused=paused
        )
        accounts.set(status, *accounts.items[1:])
        item = pane.item(Place(account=status.account.id))
        assert item.second_line() == words
        assert not wants_sign_in(status)
        assert why_not_now(status, NOW) == ""
        assert "Not asked since the start" in item.toolTip()


def test_an_account_that_was_not_reached_by_a_mistake_in_the_app_says_so_and_is_asked_again(
    qtbot: QtBot, accounts: FakeAccounts, pane: NavigationPane
) -> None:
    first = accounts.items[0]
    accounts.set(replace(first, state=AccountState.FAILED), *accounts.items[1:])
    item = next(iter(pane.account_list.items().values()))
    button = item.findChild(QToolButton, "retry_button")
    assert isinstance(button, QToolButton)
    qtbot.waitUntil(button.isVisible)
    assert "mistake in the app" in item.accessibleName()
    with qtbot.waitSignal(pane.requests.refresh_requested) as asked:
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert asked.args == [first.account.id]
    accounts.set(first, *accounts.items[1:])
    qtbot.waitUntil(lambda: not button.isVisible())
