"""Labels with long words: nothing is cut, and nothing is copied that was not there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from openeo_desktop.ui.kit.breaking_label import BreakingLabel, breakable
from openeo_desktop.ui.kit.labels import MutedLabel, plain_label

ADDRESS = "https://s3.example.org/results/j-2611221100000001/openEO_2024-06-01Z.tif?X-Amz=abc123"
ID = "0123456789abcdef" * 6
WIDTH = 180


def label_of(text: str, qtbot: QtBot) -> BreakingLabel:
    label = plain_label(text, selectable=True, wrap=True)
    assert isinstance(label, BreakingLabel)
    qtbot.addWidget(label)
    label.resize(WIDTH, label.heightForWidth(WIDTH))
    label.show()
    return label


@pytest.mark.parametrize("word", [ADDRESS, ID, "ä" * 300, "/" * 200])
def test_a_long_word_takes_the_room_there_is(word: str, qtbot: QtBot) -> None:
    label = label_of(f"The file {word} is not there.", qtbot)
    assert label.minimumSizeHint().width() <= WIDTH
    assert label.text() == f"The file {word} is not there."


def test_words_of_a_language_stay_whole() -> None:
    text = "Die «Wiederherstellungsbenachrichtigung» fehlt: Zugangsberechtigungsschein."
    assert breakable(text) == text


def test_an_address_breaks_after_its_marks() -> None:
    assert breakable("https://a.org/one_two/three.tif").split("\u200b")[:3] == [
        "https:",
        "/",
        "/",
    ]


def test_what_is_copied_is_what_was_said(qtbot: QtBot) -> None:
    label = label_of(f"See {ADDRESS} for more.", qtbot)
    label.setSelection(0, len(breakable(label.text())))
    assert label.selectedText() == f"See {ADDRESS} for more."
    label.setFocus(Qt.FocusReason.OtherFocusReason)
    QGuiApplication.clipboard().clear()
    QTest.keySequence(label, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text() == f"See {ADDRESS} for more."


def name_read(label: QLabel) -> str:
    """What a screen reader says."""
    return QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)


def test_a_screen_reader_reads_what_was_said(qtbot: QtBot) -> None:
    label = label_of(f"See {ADDRESS} for more.", qtbot)
    assert name_read(label) == f"See {ADDRESS} for more."
    label.setText("Something else")
    assert name_read(label) == "Something else"
    label.clear()
    assert (name_read(label), label.text()) == ("", "")


def test_a_name_of_its_own_stays(qtbot: QtBot) -> None:
    label = label_of("Nothing yet", qtbot)
    label.setAccessibleName("Messages")
    label.setText(ADDRESS)
    assert name_read(label) == "Messages"


def test_a_line_that_is_not_wrapped_stays_as_it_is(qtbot: QtBot) -> None:
    label = MutedLabel(ADDRESS)
    qtbot.addWidget(label)
    assert QLabel.text(label) == ADDRESS
    label.setWordWrap(True)
    assert QLabel.text(label) == breakable(ADDRESS)
