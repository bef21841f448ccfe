"""Notices as a person meets them: cards over the window, and the list of earlier ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.jobs import JobKey, JobStatus
from openeo_desktop.core.notices import Notice, NoticeGroup
from openeo_desktop.ui.notices import notice_card
from openeo_desktop.ui.notices.notice_card import NoticeCard
from openeo_desktop.ui.notices.notice_presenter import NoticePresenter
from openeo_desktop.ui.notices.notice_texts import notice_text
from openeo_desktop.ui.notices.notices_dialog import NoticesDialog
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import NOW, FakeNotices, FakeServices, LoopSpawn, make_account

ACCOUNT = make_account("a").id
DONE, FAILED, CANCELED = JobStatus.FINISHED, JobStatus.ERROR, JobStatus.CANCELED


def notice(number: int, status: JobStatus = DONE, title: str = "", **more: Any) -> Notice:
    key = JobKey(ACCOUNT, f"j-{number}")  # type: ignore[arg-type] # an id is a text
    return Notice(number, key, title or f"Job {number}", status, NOW, **more)


@pytest.fixture
def notices() -> FakeNotices:
    return FakeNotices()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    widget.resize(900, 500)
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


@pytest.fixture
def presenter(notices: FakeNotices, spawn: LoopSpawn, window: QWidget) -> NoticePresenter:
    return NoticePresenter(cast("Any", notices), spawn, window)


def texts(presenter: NoticePresenter) -> list[str]:
    return [card.text() for card in presenter.cards()]


@pytest.mark.parametrize(
    ("statuses", "away", "text"),
    [
        ([DONE], False, "«Job 0» has finished."),
        ([FAILED], False, "«Job 0» has failed."),
        ([CANCELED], True, "«Job 0» was canceled while you were away."),
        ([DONE, DONE], False, "2 jobs finished."),
        ([DONE, FAILED, DONE, DONE], True, "3 jobs finished, 1 failed while you were away."),
        ([FAILED, CANCELED, CANCELED], False, "1 job failed, 2 were canceled."),
        ([FAILED] * 1200, False, "1,200 jobs failed."),
    ],
)
def test_words(statuses: list[JobStatus], away: bool, text: str) -> None:
    told = [notice(number, status) for number, status in enumerate(statuses)]
    assert notice_text(told, away=away) == text


def test_title_of_a_server_is_shown_as_text_on_one_line() -> None:
    text = notice_text([notice(1, title="a\n<b>b</b>\u202e" + "x" * 500)])
    assert text.startswith("«a <b>b</b>")
    assert "\u202e" not in text
    assert len(text) < 120
    nameless = Notice(1, JobKey(ACCOUNT, "j-1"), " ", DONE, NOW)  # type: ignore[arg-type]
    assert notice_text([nameless]) == "«j-1» has finished."


def test_more_of_a_kind_goes_into_its_card(
    notices: FakeNotices, presenter: NoticePresenter
) -> None:
    notices.tell(notice(1))
    notices.tell(notice(2), notice(3, FAILED))
    notices.tell(notice(4, CANCELED))
    assert texts(presenter) == ["2 jobs finished.", "1 job failed, 1 was canceled."]
    assert [card.bar.level for card in presenter.cards()] == ["success", "error"]
    notices.tell(notice(5), notice(6, FAILED), away=True)
    notices.tell(notice(7), away=True)  # a second account
    assert texts(presenter)[2] == "2 jobs finished, 1 failed while you were away."


def test_what_went_well_goes_soon_the_rest_later(
    notices: FakeNotices,
    presenter: NoticePresenter,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(notice_card, "PASSING_MS", 1)
    notices.tell(notice(1, FAILED))
    notices.tell(notice(2), away=True)
    notices.tell(notice(3))
    qtbot.waitUntil(lambda: len(presenter.cards()) == 2)
    monkeypatch.setattr(notice_card, "LASTING_MS", 1)
    notices.tell(notice(4, FAILED))
    notices.tell(notice(5), away=True)
    qtbot.waitUntil(lambda: presenter.cards() == ())
    assert notices.unread == 5  # nobody said that it was read


def test_card_that_nobody_could_see_has_its_whole_time_from_then_on(
    notices: FakeNotices, presenter: NoticePresenter, window: QWidget
) -> None:
    notices.tell(notice(1, FAILED))
    (card,) = presenter.cards()
    clock = card.findChild(QTimer)
    assert isinstance(clock, QTimer)
    clock.stop()
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    assert clock.isActive()
    assert clock.interval() == notice_card.LASTING_MS


def test_card_with_the_focus_stays(
    notices: FakeNotices,
    presenter: NoticePresenter,
    window: QWidget,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(notice_card, "PASSING_MS", 1)
    looked: list[bool] = []
    honest = NoticeCard.is_looked_at

    def is_looked_at(card: NoticeCard) -> bool:
        looked.append(honest(card))
        return looked[-1]

    monkeypatch.setattr(NoticeCard, "is_looked_at", is_looked_at)
    notices.tell(notice(1))
    (card,) = presenter.cards()
    card.bar.focusWidget()
    button = next(b for b in card.findChildren(QWidget) if b.property("text") == "Show")
    button.setFocus()
    qtbot.waitUntil(lambda: any(looked))
    assert presenter.cards() == (card,)
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert presenter.cards() == ()
    qtbot.waitUntil(lambda: notices.unread == 0)


def test_click_anywhere_shows_the_jobs(
    notices: FakeNotices, presenter: NoticePresenter, qtbot: QtBot
) -> None:
    wanted: list[NoticeGroup] = []
    presenter.jobs_wanted.connect(wanted.append)
    notices.tell(notice(1, FAILED), notice(2, FAILED))
    (card,) = presenter.cards()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert [[n.id for n in group.notices] for group in wanted] == [[1, 2]]
    assert presenter.cards() == ()
    qtbot.waitUntil(lambda: notices.unread == 0)


@pytest.fixture
def services(notices: FakeNotices) -> FakeServices:
    made = FakeServices(notices=notices)
    made.accounts.items = []
    return made


@pytest.fixture
def dialog(services: FakeServices, spawn: LoopSpawn, qtbot: QtBot) -> Iterator[NoticesDialog]:
    made = NoticesDialog(cast("Any", services), spawn, None, lambda: NOW + dt.timedelta(minutes=5))
    qtbot.addWidget(made)
    yield made
    made.close()


def cells(dialog: NoticesDialog) -> list[list[str]]:
    model = dialog.model
    return [
        [str(model.index(row, column).data()) for column in (0, 1, 3)]
        for row in range(model.rowCount())
    ]


def test_list_shows_the_newest_first_and_opening_it_is_reading_it(
    notices: FakeNotices, dialog: NoticesDialog, qtbot: QtBot
) -> None:
    notices.tell(notice(1), notice(2, FAILED))
    dialog.show()
    qtbot.waitUntil(lambda: notices.unread == 0)
    assert cells(dialog) == [["Error", "Job 2", "5 min ago"], ["Finished", "Job 1", "5 min ago"]]
    assert_accessible(dialog)
    notices.tell(notice(3))
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 3)  # what is told while it is open


def test_enter_and_the_button_show_the_job(
    notices: FakeNotices, dialog: NoticesDialog, qtbot: QtBot
) -> None:
    wanted: list[JobKey] = []
    dialog.job_wanted.connect(wanted.append)
    notices.tell(notice(1), notice(2))
    dialog.show()
    qtbot.waitUntil(dialog.show_button.isEnabled)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert wanted == [notice(2).key]
    assert not dialog.isVisible()
    dialog.show()
    qtbot.waitUntil(dialog.show_button.isEnabled)
    dialog.show_button.click()
    assert wanted == [notice(2).key] * 2


def test_empty_list_says_what_will_be_there(dialog: NoticesDialog, qtbot: QtBot) -> None:
    dialog.show()
    qtbot.waitUntil(lambda: dialog.stack.empty_state.title() == "No notice yet")
    assert not dialog.show_button.isEnabled()


def test_list_that_cannot_be_read_says_so(
    notices: FakeNotices, dialog: NoticesDialog, qtbot: QtBot
) -> None:
    notices.failure = StorageError("The disk is gone.")
    dialog.show()
    qtbot.waitUntil(lambda: "The disk is gone." in dialog.stack.empty_state.text())
