"""No text is cut off in German, the longest of the languages, at the usual scale factors."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.cut_texts import cut_texts

_ROOT = Path(__file__).resolve().parents[2]
_DEADLINE = 900


@pytest.mark.parametrize("factor", ["1", "1.5", "2"])
@pytest.mark.parametrize("language", ["de", "fr"])
def test_no_text_is_cut_off(language: str, factor: str) -> None:
    """In the window, and in the dialogs that open at once."""
    _assert_nothing_cut("tests.support.cut_texts", language, factor)


@pytest.mark.parametrize(("language", "factor"), [("de", "1"), ("fr", "1"), ("de", "2")])
def test_in_no_picture_is_a_text_cut_off_or_a_control_nameless(language: str, factor: str) -> None:
    """Every pane, dialog, window and card in all its states; none of ours is in no picture."""
    _assert_nothing_cut("tests.support.walked_pictures", language, factor)


def _assert_nothing_cut(module: str, language: str, factor: str) -> None:
    """In a process of its own: Qt reads the factor once."""
    env = os.environ | {"QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", module, language],
        cwd=_ROOT,
        env=env | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_DEADLINE,
    )
    assert done.stdout.strip() == "", done.stdout
    assert done.returncode == 0, done.stderr


def test_a_cut_text_is_found(qtbot: QtBot) -> None:
    """The test above could not fail otherwise."""
    host = QWidget()
    qtbot.addWidget(host)
    layout = QVBoxLayout(host)
    whole, cut = QLabel("whole"), QLabel("a text that has not enough room")
    button = QPushButton("a button that has not enough room")
    cut.setFixedWidth(40)
    button.setFixedWidth(40)
    for part in (whole, cut, button):
        layout.addWidget(part)
    host.show()
    found = list(cut_texts(host))
    assert len(found) == 2
    assert "QLabel" in found[0]
    assert "QPushButton" in found[1]
