"""The jobs table by the keyboard: from the search into it, to its ends, its menu, refusals."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.ui.window.main_window import MainWindow
from openeo_desktop.ui.window.navigation_item import NavigationItem
from tests.support.fake_services import FakeServices
from tests.support.sketch_jobs import key_of

KEY = Qt.Key


def titles(window: MainWindow) -> list[str]:
    return [job.shown_title for job in window.jobs_pane.selected_jobs()]


def title_of(window: MainWindow, row: int) -> str:
    job = window.jobs_pane.model.peek(row)
    assert job is not None
    return job.shown_title


def search_for(window: MainWindow, text: str) -> None:
    window.tool_bar.focus_search()
    QTest.keyClicks(window.search, text)


def test_enter_and_down_lead_from_the_search_to_the_first_job_found(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    window.activateWindow()
    wanted = services.jobs.jobs[key_of(services, JobStatus.ERROR)].shown_title
    for key in (KEY.Key_Return, KEY.Key_Down):
        window.search.clear_search()
        qtbot.waitUntil(lambda: window.jobs_pane.shown_count() == len(services.jobs.jobs))
        window.jobs_pane.table.clearSelection()
        search_for(window, wanted)
        QTest.keyClick(window.search, key)  # before the answer is there
        qtbot.waitUntil(lambda: titles(window) == [wanted])
        assert window.jobs_pane.table.hasFocus()


def test_the_cursor_stays_in_the_search_that_finds_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    search_for(window, "no job is called like this")
    QTest.keyClick(window.search, KEY.Key_Return)
    qtbot.waitUntil(lambda: window.jobs_pane.shown_count() == 0)
    assert window.search.hasFocus()


def test_the_job_that_was_found_stays_in_sight_without_the_search(
    window: MainWindow, qtbot: QtBot
) -> None:
    table, model = window.jobs_pane.table, window.jobs_pane.model
    count = model.rowCount()
    table.scrollTo(model.index(count // 2, 0))
    qtbot.waitUntil(lambda: model.peek(count // 2) is not None)
    wanted = title_of(window, count // 2)
    table.scrollToTop()
    search_for(window, wanted)
    QTest.keyClick(window.search, KEY.Key_Return)
    qtbot.waitUntil(lambda: titles(window) == [wanted])
    window.search.clear_search()
    qtbot.waitUntil(lambda: model.rowCount() == count and titles(window) == [wanted])
    middle = table.viewport().rect().adjusted(0, 100, 0, -100)
    qtbot.waitUntil(lambda: middle.contains(table.visualRect(table.currentIndex()).center()))


def test_home_and_end_go_to_the_first_and_the_last_job(window: MainWindow, qtbot: QtBot) -> None:
    table = window.jobs_pane.table
    table.take_keyboard()
    QTest.keyClick(table, KEY.Key_End)
    last = window.jobs_pane.model.rowCount() - 1
    qtbot.waitUntil(lambda: window.jobs_pane.model.peek(last) is not None)
    qtbot.waitUntil(lambda: titles(window) == [title_of(window, last)])
    QTest.keyClick(table, KEY.Key_Home)
    qtbot.waitUntil(lambda: titles(window) == [title_of(window, 0)])
    QTest.keyClick(table, KEY.Key_End, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: window.jobs_pane.selected_count() == last + 1)


def test_shift_f10_asks_for_the_menu_of_the_current_job(window: MainWindow, qtbot: QtBot) -> None:
    asked: list[QPoint] = []
    window.jobs_pane.menu_requested.connect(asked.append)
    window.jobs_pane.table.take_keyboard()
    QTest.keyClick(window, KEY.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(asked))
    for menu in window.findChildren(QMenu):
        menu.close()


def test_a_key_that_does_nothing_for_this_job_says_why(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    table = window.jobs_pane.table
    window.select_job(key_of(services, JobStatus.RUNNING))
    qtbot.waitUntil(window.actions_.stop.isEnabled)
    qtbot.waitUntil(lambda: not window.actions_.rename.isEnabled())
    QTest.keyClick(table, KEY.Key_F2)
    assert window.toast.isVisible()
    assert window.toast.text() == window.actions_.rename.statusTip()


def test_a_click_in_the_navigation_leaves_the_keyboard_with_the_table(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    window.jobs_pane.table.setFocus()
    item = window.findChild(NavigationItem)
    assert isinstance(item, NavigationItem)
    QTest.mouseClick(item, Qt.MouseButton.LeftButton)
    assert window.jobs_pane.table.hasFocus()
