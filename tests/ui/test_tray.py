"""Tray, notifications of the system, and closing into the tray, over made-up services."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.notices import Notice, NoticeGroup
from openeo_desktop.ui.tray.choices import CLOSE, SYSTEM_NOTICES, TRAY
from openeo_desktop.ui.tray.closing import Closing
from openeo_desktop.ui.tray.start_hidden import LOOKS, StartHidden
from openeo_desktop.ui.tray.system_notices import SystemNotices, notification_text
from openeo_desktop.ui.tray.tray import Tray
from openeo_desktop.ui.tray.tray_menu import entry_words, running_words
from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.fake_services import NOW, FakeServices, LoopSpawn, make_job
from tests.support.sketch_jobs import key_of, sketch_services

# Without a screen there is no tray to look for, and no window to raise.
pytestmark = pytest.mark.qt_log_ignore(
    "systemTrayWindowChanged", "does not support raise", extend=True
)


class HeardTray(Tray):
    """Keeps what the system would be told."""

    said: list[str]

    def say(self, title: str, text: str, mark: QIcon) -> None:
        assert not mark.isNull()
        self.said = [*getattr(self, "said", []), f"{title}: {text}"]


@pytest.fixture
def services() -> FakeServices:
    return sketch_services(60)


@pytest.fixture
def window(services: FakeServices, spawn: LoopSpawn, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(cast("Any", services), spawn)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.jobs_pane.model.peek(0) is not None)
    yield window
    window.hide()
    window.shut_down()


@pytest.fixture
def tray(window: MainWindow, services: FakeServices, spawn: LoopSpawn) -> Iterator[HeardTray]:
    tray = HeardTray(cast("Any", services), spawn, window, lambda: True)
    yield tray
    tray.shut_down()


@pytest.fixture
def closing(window: MainWindow, services: FakeServices, tray: HeardTray) -> Closing:
    settings = cast("Any", services.settings)
    closing = Closing(window, settings, lambda: tray.is_shown, window.leave)
    window.on_close = closing.close
    return closing


def question(window: MainWindow) -> QMessageBox | None:
    boxes = window.findChildren(QMessageBox, "close_question")
    return next((box for box in boxes if box.isVisible()), None)


def answer(window: MainWindow, word: str) -> None:
    box = question(window)
    assert box is not None
    buttons = {button.text().replace("&", ""): button for button in box.buttons()}
    cast("QAbstractButton", buttons[word]).click()


def test_the_menu_lists_what_runs_and_leads_there(
    window: MainWindow, services: FakeServices, tray: HeardTray, qtbot: QtBot
) -> None:
    key = key_of(services, JobStatus.RUNNING)
    title = services.jobs.jobs[key].title
    qtbot.waitUntil(lambda: any(title in words for words in tray.menu.entries()))
    assert "running" in tray.icon.toolTip()
    window.hide()
    entry = next(a for a in tray.menu.actions() if title in a.text())
    entry.trigger()
    qtbot.waitUntil(window.isVisible)
    qtbot.waitUntil(lambda: [job.key for job in window.jobs_pane.selected_jobs()] == [key])


def test_what_is_done_in_the_window_is_in_the_menu_too(window: MainWindow, tray: HeardTray) -> None:
    shown = tray.menu.actions()
    assert window.actions_.pause_sync in shown
    assert window.actions_.quit in shown


def test_words_count_running_and_queued() -> None:
    account = sketch_services(1).accounts.statuses()[0].account.id
    running = make_job(account, 1, JobStatus.RUNNING, title="A & B\n<b>x</b>", progress=41.6)
    queued = make_job(account, 2, JobStatus.QUEUED)
    assert running_words(()) == "No job is running"
    assert running_words([running, queued]) == "1 job is running, 1 is queued"
    assert running_words([queued, queued]) == "2 jobs are queued"
    assert entry_words(running) == "A && B <b>x</b>  ·  42 %"
    silent = dataclasses.replace(running, progress=None)
    assert "%" not in entry_words(silent)


def test_closing_asks_once_then_hides(
    window: MainWindow, services: FakeServices, closing: Closing, tray: HeardTray, qtbot: QtBot
) -> None:
    window.close()
    assert window.isVisible()
    answer(window, "Keep running")
    qtbot.waitUntil(lambda: not window.isVisible())
    tray.menu.open_action.trigger()
    assert window.isVisible()
    qtbot.waitUntil(lambda: question(window) is None)
    window.close()
    assert question(window) is None
    qtbot.waitUntil(lambda: not window.isVisible())
    assert services.settings.values[CLOSE] == "hide"


def test_closing_may_mean_quitting(window: MainWindow, closing: Closing, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.quit_requested):
        window.close()
        answer(window, "Quit")
    with qtbot.waitSignal(window.quit_requested):
        window.close()


def test_cancelling_changes_and_remembers_nothing(
    window: MainWindow, services: FakeServices, closing: Closing, qtbot: QtBot
) -> None:
    window.close()
    answer(window, "Cancel")
    qtbot.waitUntil(lambda: question(window) is None)
    assert window.isVisible()
    assert CLOSE not in services.settings.values


def test_quit_quits_whatever_closing_means(
    window: MainWindow, services: FakeServices, closing: Closing, qtbot: QtBot
) -> None:
    services.settings.set(CLOSE, "hide")
    with qtbot.waitSignal(window.quit_requested):
        window.actions_.quit.trigger()


def test_without_a_tray_closing_quits(
    window: MainWindow, services: FakeServices, closing: Closing, tray: HeardTray, qtbot: QtBot
) -> None:
    services.settings.set(CLOSE, "hide")
    services.settings.set(TRAY, False)
    tray.apply_settings()
    assert not tray.is_shown
    with qtbot.waitSignal(window.quit_requested):
        window.close()


def test_a_hidden_window_comes_back_when_its_icon_goes(
    window: MainWindow, services: FakeServices, tray: HeardTray
) -> None:
    window.hide()
    services.settings.set(TRAY, False)
    tray.apply_settings()
    assert window.isVisible()


def told(services: FakeServices, status: JobStatus, title: str) -> NoticeGroup:
    key = key_of(services, status)
    group = NoticeGroup((Notice(1, key, title, status, NOW),))
    services.notices.told.emit(group)
    return group


@pytest.fixture
def notices(window: MainWindow, services: FakeServices, tray: HeardTray) -> SystemNotices:
    given = cast("Any", services)
    return SystemNotices(given.notices, given.settings, tray, window, window.notices.open_group)


def test_a_notification_of_a_hidden_window_opens_its_job(
    window: MainWindow,
    services: FakeServices,
    tray: HeardTray,
    notices: SystemNotices,
    qtbot: QtBot,
) -> None:
    window.hide()
    group = told(services, JobStatus.FINISHED, "Wheat")
    assert tray.said == ["openEO Desktop: «Wheat» has finished."]
    tray.icon.messageClicked.emit()
    wanted = [group.notices[0].key]
    qtbot.waitUntil(lambda: [job.key for job in window.jobs_pane.selected_jobs()] == wanted)
    assert window.notices.presenter.cards() == ()


def test_a_window_in_front_is_enough(
    window: MainWindow,
    services: FakeServices,
    tray: HeardTray,
    notices: SystemNotices,
    qtbot: QtBot,
) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    told(services, JobStatus.FINISHED, "Wheat")
    assert not hasattr(tray, "said")


def test_notifications_can_be_switched_off(
    window: MainWindow, services: FakeServices, tray: HeardTray, notices: SystemNotices
) -> None:
    services.settings.set(SYSTEM_NOTICES, False)
    window.hide()
    told(services, JobStatus.ERROR, "Wheat")
    assert not hasattr(tray, "said")


def test_markup_in_titles_stays_text() -> None:
    hostile = '<img src="file:///etc/passwd"> & <b>'
    shown = notification_text(hostile, "linux")
    assert not set("<>&") & set(shown)
    assert notification_text(hostile, "win32") == hostile


def test_a_hidden_start_waits_for_the_tray(window: MainWindow) -> None:
    window.hide()
    there = [False, False, True]
    start = StartHidden(window, lambda: there.pop(0))
    start.begin()
    start.look()
    assert start.timer.isActive()
    start.look()
    assert not start.timer.isActive()
    assert not window.isVisible()


@pytest.mark.parametrize("has_tray", [None, lambda: False])
def test_a_hidden_start_without_a_tray_is_minimised(
    window: MainWindow, has_tray: Callable[[], bool] | None
) -> None:
    window.hide()
    start = StartHidden(window, has_tray)
    start.begin()
    for _ in range(LOOKS):
        start.look()
    assert window.isMinimized()
    assert not start.timer.isActive()
