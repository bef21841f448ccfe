"""The card about the last run: shown, copied, refused for its kind; by mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from openeo_desktop.core.crash_reports import CrashReport
from openeo_desktop.core.settings import Settings
from openeo_desktop.ui.errors.bug_report_dialog import BugReporter
from openeo_desktop.ui.errors.crash_card import CrashCard, CrashReportDialog, offer_crash
from tests.support.accessibility import assert_accessible


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def report(tmp_path: Path) -> CrashReport:
    path = tmp_path / "crash-20261123T050000.000000.txt"
    path.write_text("all of it", "utf-8")
    return CrashReport(path, "Segmentation fault", "kind-1", "all of it <b>as it is</b>")


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    made.resize(900, 600)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def card(report: CrashReport, settings: Settings, window: QMainWindow) -> CrashCard:
    made = offer_crash(report, settings, window)
    assert made is not None
    return made


def test_it_says_what_and_that_nothing_is_sent(card: CrashCard, report: CrashReport) -> None:
    assert card.isVisible()
    assert "(Segmentation fault)" in card.text()
    assert "nothing is sent" in card.text()
    assert_accessible(card)
    assert not report.path.exists()
    assert (report.path.parent / "offered-20261123T050000.000000.txt").exists()


def test_it_waits_for_a_window_that_is_hidden(
    report: CrashReport, settings: Settings, qtbot: QtBot
) -> None:
    hidden = QMainWindow()
    qtbot.addWidget(hidden)
    offer_crash(report, settings, hidden)
    assert report.path.exists()
    with qtbot.waitExposed(hidden):
        hidden.show()
    qtbot.waitUntil(lambda: not report.path.exists())


def test_the_report_is_copied(card: CrashCard) -> None:
    QTest.mouseClick(card.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "all of it <b>as it is</b>"
    assert card.isVisible()


def test_the_report_is_shown_as_plain_text(card: CrashCard, window: QMainWindow) -> None:
    card.bar.action_triggered.emit()
    (dialog,) = window.findChildren(CrashReportDialog)
    assert dialog.isVisible()
    assert dialog.text.toPlainText() == "all of it <b>as it is</b>"
    assert_accessible(dialog)
    assert not card.isVisible()
    dialog.close()


def test_its_kind_is_not_shown_again_if_unwanted(
    card: CrashCard, report: CrashReport, settings: Settings, window: QMainWindow
) -> None:
    card.unwanted_button.setFocus()
    QTest.keyClick(card.unwanted_button, Qt.Key.Key_Space)
    assert not card.isVisible()
    assert offer_crash(report, settings, window) is None
    other = CrashReport(report.path, "Aborted", "kind-2", "another one")
    assert offer_crash(other, settings, window) is not None


def test_escape_closes_it(card: CrashCard) -> None:
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_each_bug_that_is_told_is_kept_once(qtbot: QtBot, window: QMainWindow) -> None:
    kept: list[str] = []
    reporter = BugReporter(window, keep=kept.append)
    for _ in range(2):
        try:
            raise ValueError("token=c4n4ry-c4n4ry")
        except ValueError as error:
            reporter.report(error, "a test")
    (report,) = kept
    assert "ValueError" in report
    assert "c4n4ry" not in report
    for dialog in reporter.dialogs():
        dialog.close()
