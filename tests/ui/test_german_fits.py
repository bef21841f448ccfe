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
def test_in_no_picture_is_a_text_cut_off_or_a_control_nameless(factor: str, tmp_path: Path) -> None:
    """Every pane, dialog, window and card in all its states; none of ours is in no picture."""
    walks = {language: _walk(language, factor, tmp_path / language) for language in ("de", "fr")}
    try:
        ends = {language: walk.wait(_DEADLINE) for language, walk in walks.items()}
    finally:
        for walk in walks.values():
            walk.kill()
    told = {language: (tmp_path / language).read_text("utf-8") for language in walks}
    assert ends == {"de": 0, "fr": 0}, told


def _walk(language: str, factor: str, output: Path) -> subprocess.Popen[bytes]:
    """In a process of its own, as Qt reads the factor once; two go side by side."""
    env = os.environ | {"QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.support.walked_pictures", language]
    with output.open("wb") as file:
        return subprocess.Popen(
            command,
            cwd=_ROOT,
            env=env | {"PYTHONIOENCODING": "utf-8"},
            stdout=file,
            stderr=subprocess.STDOUT,
        )


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
