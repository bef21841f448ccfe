"""Errors in the window, bug reports, About: what a person sees, and what is kept out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.errors import AppError, BackEndError, UnreachableError
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.core.words import translate_with
from openeo_desktop.ui.errors import error_notice
from openeo_desktop.ui.errors.bug_report import bug_report
from openeo_desktop.ui.errors.bug_report_dialog import BugReporter
from openeo_desktop.ui.errors.error_details_dialog import ErrorDetailsDialog
from openeo_desktop.ui.errors.error_presenter import ErrorPresenter
from openeo_desktop.ui.window.about_dialog import PARTS, AboutDialog, installed_versions

LOCKED = BackEndError("This job is locked.", "Stop it first.", code="JobLocked", reference="r-7")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    widget.resize(900, 500)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.fixture
def presenter(window: QWidget) -> ErrorPresenter:
    return ErrorPresenter(window)


@pytest.fixture
def reporter(window: QWidget) -> Iterator[BugReporter]:
    made = BugReporter(window)
    yield made
    for dialog in made.dialogs():
        dialog.close()


def _bug(text: str) -> ValueError:
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def test_in_another_language_the_failed_action_and_the_job_are_named(
    presenter: ErrorPresenter,
) -> None:
    said = {
        "This job is locked.": "Der Job ist gesperrt.",
        "Could not delete the job «{1}».": "«{1}» ließ sich nicht löschen.",
        "Could not delete the job.": "Der Job ließ sich nicht löschen.",
    }
    translate_with({}.get, said)
    try:
        first, second = (BackEndError("This job is locked.") for _ in range(2))
        first.subject = "NDVI\nof <b>June</b>"
        presenter.present(first, "delete the job")
        (notice,) = presenter.notices()
        assert (
            notice.text() == "«NDVI of <b>June</b>» ließ sich nicht löschen. Der Job ist gesperrt."
        )
        second.subject = "Another"
        presenter.present(second, "delete the job")
        assert notice.text().startswith("Der Job ließ sich nicht löschen. Der Job ist gesperrt.")
        assert presenter.recent_text().count("ließ sich nicht löschen") == 2
    finally:
        translate_with(None)


def test_in_another_language_no_english_stands_before_the_error(
    presenter: ErrorPresenter,
) -> None:
    translate_with({}.get, {"This job is locked.": "Der Job ist gesperrt."})
    try:
        presenter.present(BackEndError("This job is locked."), "do something unheard of")
        (notice,) = presenter.notices()
        assert notice.text() == "Der Job ist gesperrt."
    finally:
        translate_with(None)


def test_the_error_of_a_job_names_it(presenter: ErrorPresenter) -> None:
    error = BackEndError("This job is locked.")
    error.subject = "NDVI"
    presenter.present(error, "download the results")
    (notice,) = presenter.notices()
    assert notice.text() == "Could not download the results of «NDVI». This job is locked."


def test_an_error_says_what_failed_and_what_to_do(presenter: ErrorPresenter) -> None:
    presenter.present(LOCKED, "delete the job")
    (notice,) = presenter.notices()
    assert notice.text() == "Could not delete the job. This job is locked. Stop it first."
    assert notice.isVisible()


def test_the_same_error_again_is_counted(presenter: ErrorPresenter) -> None:
    for _ in range(3):
        presenter.present(LOCKED, "delete the job")
    (notice,) = presenter.notices()
    assert "(3 times)" in notice.text()


def test_never_more_than_three_and_passing_ones_go_first(presenter: ErrorPresenter) -> None:
    presenter.present(AppError("One."), "a")
    presenter.present(UnreachableError("Two."), "b")
    presenter.present(AppError("Three."), "c")
    presenter.present(AppError("Four."), "d")
    texts = [notice.text() for notice in presenter.notices()]
    assert texts == ["Could not a. One.", "Could not c. Three.", "Could not d. Four."]


def test_trouble_with_the_network_goes_away_first_then_the_others(
    qtbot: QtBot, presenter: ErrorPresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(error_notice, "PASSING_MS", 20)
    monkeypatch.setattr(error_notice, "LASTING_MS", 400)
    presenter.present(LOCKED, "delete the job")
    presenter.present(UnreachableError("No answer."), "refresh the list")
    qtbot.waitUntil(lambda: len(presenter.notices()) == 1)
    assert "locked" in presenter.notices()[0].text()
    qtbot.waitUntil(lambda: presenter.notices() == ())


def test_a_notice_whose_details_are_read_stays(
    qtbot: QtBot, presenter: ErrorPresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(error_notice, "LASTING_MS", 20)
    presenter.present(LOCKED, "delete the job")
    (notice,) = presenter.notices()
    notice.bar.action_triggered.emit()
    dialog = notice.findChild(ErrorDetailsDialog)
    assert dialog is not None
    clock = notice.findChild(QTimer)
    with qtbot.waitSignals([clock.timeout, clock.timeout]):
        pass
    assert presenter.notices() == (notice,)
    dialog.close()
    qtbot.waitUntil(lambda: presenter.notices() == ())


def test_what_is_gone_from_the_window_can_be_read_again(
    qtbot: QtBot, window: QWidget, presenter: ErrorPresenter
) -> None:
    presenter.present(LOCKED, "delete the job")
    presenter.clear()
    presenter.present(UnreachableError("No answer."), "refresh the list")
    text = presenter.recent_text()
    assert "Could not delete the job. This job is locked." in text
    assert "JobLocked" in text
    assert text.index("No answer.") < text.index("This job is locked.")
    presenter.show_recent()
    (dialog,) = [d for d in window.findChildren(ErrorDetailsDialog) if d.isVisible()]
    assert dialog.text.toPlainText() == text
    dialog.close()


def test_each_notice_keeps_the_height_its_text_needs(
    qtbot: QtBot, window: QWidget, presenter: ErrorPresenter
) -> None:
    long = "No part of this sentence may be hidden by the notice that came after it. " * 3
    for number in range(3):
        presenter.present(BackEndError(long, code="Long"), f"do number {number}")

    def whole() -> bool:
        labels = [notice.findChild(QLabel) for notice in presenter.notices()]
        return all(label.height() >= label.heightForWidth(label.width()) for label in labels)

    qtbot.waitUntil(lambda: len(presenter.notices()) == 3 and whole())
    presenter.present(BackEndError(long, code="Long"), "do number 0")
    window.resize(400, 500)
    qtbot.waitUntil(whole)
    tops = [notice.y() for notice in presenter.notices()]
    assert tops == sorted(tops)


def test_closing_the_last_notice_gives_the_window_back(
    window: QWidget, presenter: ErrorPresenter
) -> None:
    presenter.present(LOCKED, "delete the job")
    presenter.notices()[0].dismiss()
    assert presenter.notices() == ()
    stack = window.findChild(QWidget, "corner_stack")
    assert stack is not None
    assert not stack.isVisible()


def test_notices_stay_within_a_small_window(
    qtbot: QtBot, window: QWidget, presenter: ErrorPresenter
) -> None:
    presenter.present(LOCKED, "delete the job")
    window.resize(420, 300)
    stack = window.findChild(QWidget, "corner_stack")
    assert stack is not None
    qtbot.waitUntil(lambda: stack.geometry().right() < 430)
    assert stack.geometry().left() >= 0


def test_markup_of_a_server_stays_text(presenter: ErrorPresenter) -> None:
    presenter.present(BackEndError("<img src='https://evil'> \u202e"), "start the job")
    text = presenter.notices()[0].text()
    assert "<img" in text
    assert "\u202e" not in text


def test_what_came_before_the_window_is_shown_with_it(qtbot: QtBot, window: QWidget) -> None:
    presenter = ErrorPresenter()
    presenter.present(LOCKED, "start")
    assert presenter.notices() == ()
    presenter.set_window(window)
    assert len(presenter.notices()) == 1


def test_a_bug_is_shown_once(reporter: BugReporter) -> None:
    for number in range(5):
        reporter.report(_bug(f"number {number}"), "show the log")
    assert len(reporter.dialogs()) == 1
    assert reporter.count(_bug("any")) == 5


def test_a_bug_report_can_be_copied_and_holds_no_secret(reporter: BugReporter) -> None:
    secret = "Authorization: Bearer basic//abc.def https://s3.example.org/x.tif?X-Signature=12345"
    reporter.report(_bug(secret), "download")
    (dialog,) = reporter.dialogs()
    dialog.copy()
    copied = QGuiApplication.clipboard().text()
    assert "ValueError" in copied
    assert "While: download" in copied
    assert "abc.def" not in copied
    assert "12345" not in copied


def test_the_home_folder_is_not_named(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setenv("HOME", "/srv/people/anna")
    monkeypatch.setenv("USERPROFILE", "/srv/people/anna")
    assert "anna" not in bug_report(_bug("/srv/people/anna/data/x.tif"), "open")


def test_about_names_versions_and_the_data_folder(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = AboutDialog(profile_paths(tmp_path))
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: any("6." in row.value for row in dialog.parts()))
    dialog.copy_versions()
    assert "openEO Desktop" in QGuiApplication.clipboard().text()
    focused = dialog.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Close"
    versions = installed_versions()
    assert set(versions) == {part.distribution for part in PARTS}
