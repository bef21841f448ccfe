"""The card about a newer release, its notes, and the choice in the settings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from openeo_desktop.core.releases import Release
from openeo_desktop.ui.updates.update_card import ReleaseNotesDialog, UpdateCard, tell_of_update
from tests.support.accessibility import assert_accessible
from tests.support.fake_updates import FakeUpdates

RELEASE = Release("9.0.0", "<b>New</b>: maps.\n\u202egood", "https://example.org/9")


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    made.resize(900, 600)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def updates() -> FakeUpdates:
    return FakeUpdates()


@pytest.fixture
def card(window: QMainWindow, updates: FakeUpdates) -> UpdateCard:
    return tell_of_update(RELEASE, updates, window)  # type: ignore[arg-type]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    pages: list[str] = []

    def open_url(url: QUrl) -> bool:
        pages.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return pages


def test_it_says_which_and_from_where(card: UpdateCard) -> None:
    assert card.isVisible()
    assert "9.0.0" in card.text()
    assert "example.org" in card.text()
    assert_accessible(card)


def test_the_page_opens_only_when_it_is_asked_for(card: UpdateCard, opened: list[str]) -> None:
    assert not opened
    card.bar.action_triggered.emit()
    assert opened == ["https://example.org/9"]
    assert not card.isVisible()


def test_what_is_new_is_plain_text(card: UpdateCard, window: QMainWindow, qtbot: QtBot) -> None:
    card.notes_button.click()
    dialog = window.findChild(ReleaseNotesDialog)
    assert dialog is not None
    qtbot.addWidget(dialog)
    text = dialog.text.toPlainText()
    assert text.startswith("<b>New</b>: maps.\n")
    assert "\u202e" not in text
    dialog.close()


def test_a_skipped_version_goes_away(card: UpdateCard, updates: FakeUpdates) -> None:
    QTest.keyClick(card.skip_button, Qt.Key.Key_Space)
    assert updates.skipped == ["9.0.0"]
    assert not card.isVisible()


def test_a_later_one_takes_its_place(
    card: UpdateCard, window: QMainWindow, updates: FakeUpdates
) -> None:
    tell_of_update(Release("9.1.0", "", "https://example.org/9.1"), updates, window)  # type: ignore[arg-type]
    shown = [each for each in window.findChildren(UpdateCard) if each.isVisible()]
    assert [("9.1.0" in each.text()) for each in shown] == [True]
    assert not card.isVisible()
