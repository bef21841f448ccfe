"""No word that a server, a file or a person wrote is drawn as rich text, in any picture."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.plain_texts import MARKUP, rich_texts

_ROOT = Path(__file__).resolve().parents[2]
_DEADLINE = 600


def test_no_picture_draws_foreign_markup() -> None:
    """In a process of its own: it gives the app's classes other words for good."""
    walk = subprocess.run(
        [sys.executable, "-m", "tests.support.hostile_pictures"],
        cwd=_ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        timeout=_DEADLINE,
        check=False,
    )
    told = (walk.stdout + walk.stderr[-2000:]).decode("utf-8", "replace")
    assert walk.returncode == 0, told


def test_markup_that_is_drawn_is_found(qtbot: QtBot) -> None:
    """The test above could not fail otherwise."""
    host = QWidget()
    qtbot.addWidget(host)
    layout = QVBoxLayout(host)
    drawn, plain = QLabel(MARKUP), QLabel(MARKUP)
    plain.setTextFormat(Qt.TextFormat.PlainText)
    layout.addWidget(plain)
    assert rich_texts(host) == []
    layout.addWidget(drawn)
    host.show()
    assert len(rich_texts(host)) == 1
