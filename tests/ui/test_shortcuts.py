"""The keys of the window: told truly in the README and in the dialog, and none given twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from openeo_desktop.ui.palette.commands import menu_commands
from openeo_desktop.ui.palette.shortcuts_dialog import ShortcutsDialog
from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import LoopSpawn
from tests.support.shortcut_table import README, table_of, written_table
from tests.support.sketch_jobs import sketch_services


@pytest.fixture
def window(spawn: LoopSpawn, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(cast("Any", sketch_services(0)), spawn)
    qtbot.addWidget(window)
    yield window
    window.shut_down()


def test_readme_tells_the_keys_as_they_are(window: MainWindow) -> None:
    written = written_table(README.read_text(encoding="utf-8"))
    assert written == table_of(window), "run python3 -m tests.support.shortcut_table"


def test_no_keys_mean_two_things(window: MainWindow) -> None:
    keys = Counter(
        sequence.toString(QKeySequence.SequenceFormat.PortableText)
        for command in menu_commands(window.menuBar())
        for sequence in command.action.shortcuts()
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_dialog_lists_and_filters(window: MainWindow, qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(window.menuBar(), window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert_accessible(dialog)
    count = dialog.model.rowCount()
    assert count == sum(bool(c.shortcut) for c in menu_commands(window.menuBar()))
    dialog.search.setText("duplicate")
    qtbot.waitUntil(lambda: 0 < dialog.model.rowCount() < count)
    assert dialog.model.item(0, 0).text() == "Duplicate"
    dialog.search.setText("F1")  # by the key as well
    qtbot.waitUntil(
        lambda: (
            "Keyboard shortcuts"
            in [dialog.model.item(row, 0).text() for row in range(dialog.model.rowCount())]
        )
    )
    dialog.search.setText("zzzzqqqq")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0)
    dialog.stack.action_triggered.emit()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == count)


def test_f1_opens_it_once(window: MainWindow, qtbot: QtBot) -> None:
    window.show()
    window.actions_.shortcuts.trigger()
    window.actions_.shortcuts.trigger()
    assert len(window.findChildren(ShortcutsDialog)) == 1
    window.findChildren(ShortcutsDialog)[0].accept()
