"""«History»: numbers, choices that are kept, files out and in."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from openeo_desktop.core.errors import InputError, StorageError
from openeo_desktop.core.job_query import JobQuery
from openeo_desktop.services.history_care import LOG_DAYS, MAX_MB
from openeo_desktop.store.history_import import ImportCount
from openeo_desktop.store.retention import HistorySizes, Tidied
from openeo_desktop.ui.history.history_dialog import HistoryDialog
from tests.support.accessibility import assert_accessible
from tests.support.fake_history import FakeHistory, FakeShown
from tests.support.fake_services import LoopSpawn

FILE = Path("history.json")


@pytest.fixture
def services() -> FakeHistory:
    return FakeHistory()


def opened(services: FakeHistory, spawn: LoopSpawn, qtbot: QtBot, selected: int = 2) -> Any:
    dialog = HistoryDialog(cast("Any", services), spawn, FakeShown(selected=selected))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.facts.rows()))
    return dialog


def choose(box: QComboBox, value: object) -> None:
    """As a person does: the choice is made, then told."""
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_how_much_there_is(services: FakeHistory, spawn: LoopSpawn, qtbot: QtBot) -> None:
    dialog = opened(services, spawn, qtbot)
    facts = {row.label: row.value for row in dialog.facts.rows()}
    assert facts["Jobs"].replace(",", "") == "20113"
    assert facts["Size on the disk"] == "412 MB"
    assert facts["File"].endswith("history.sqlite3")
    assert_accessible(dialog)


def test_choices_are_kept(services: FakeHistory, spawn: LoopSpawn, qtbot: QtBot) -> None:
    services.settings.set(LOG_DAYS, 45)
    dialog = opened(services, spawn, qtbot)
    assert dialog.log_days.currentText() == "45 days"
    choose(dialog.log_days, 90)
    choose(dialog.max_size, 500)
    assert (services.settings.get(LOG_DAYS, 0), services.settings.get(MAX_MB, 0)) == (90, 500)
    again = opened(services, spawn, qtbot)
    assert (again.log_days.currentData(), again.max_size.currentData()) == (90, 500)
    assert again.result_days.currentData() == 0


def question(dialog: Any) -> QMessageBox:
    (box,) = (box for box in dialog.findChildren(QMessageBox) if box.isVisible())
    return cast("QMessageBox", box)


def tidy(dialog: Any) -> None:
    """Press the button, then agree."""
    dialog.tidy_button.click()
    box = question(dialog)
    assert "Jobs stay" in box.informativeText()
    next(button for button in box.buttons() if button.text() == "Remove").click()


def test_nothing_is_tidied_without_a_limit_or_without_agreement(
    services: FakeHistory, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    dialog = opened(services, spawn, qtbot)
    assert not dialog.tidy_button.isEnabled()
    assert "for ever" in dialog.tidy_button.toolTip()
    choose(dialog.max_size, 500)
    dialog.tidy_button.click()
    box = question(dialog)
    assert box.defaultButton() is box.escapeButton()
    box.defaultButton().click()
    assert dialog.tidy_button.isEnabled()
    assert dialog.message_bar.isHidden()


def test_tidying_tells_what_went(services: FakeHistory, spawn: LoopSpawn, qtbot: QtBot) -> None:
    dialog = opened(services, spawn, qtbot)
    choose(dialog.log_days, 90)
    services.tidied = Tidied(log_entries=12, results=3)
    services.sizes_now = HistorySizes(1, 2, 3, 4)
    tidy(dialog)
    qtbot.waitUntil(lambda: dialog.message_bar.level == "success")
    assert "12" in dialog.message_bar.text()
    qtbot.waitUntil(lambda: dialog.facts.rows()[0].value == "1")
    services.failure = StorageError("The disk is full.", "Free some space.")
    tidy(dialog)
    qtbot.waitUntil(lambda: dialog.message_bar.level == "error")
    assert dialog.tidy_button.isEnabled()


@pytest.mark.parametrize(("which", "count"), [("all", 0), ("shown", 0), ("selected", 2)])
def test_what_is_exported(
    services: FakeHistory, spawn: LoopSpawn, qtbot: QtBot, which: str, count: int
) -> None:
    dialog = opened(services, spawn, qtbot)
    choose(dialog.transfer.which, which)
    dialog.transfer.with_logs.setChecked(False)
    dialog.transfer.export_to(FILE)
    qtbot.waitUntil(lambda: dialog.message_bar.level == "success")
    ((_, path, asked, parts),) = services.calls
    assert (path, parts.logs, parts.results) == (FILE, False, True)
    if which == "selected":
        assert len(asked) == count
    else:
        assert asked == (JobQuery() if which == "all" else JobQuery(text="ndvi"))
    qtbot.waitUntil(lambda: not dialog.transfer.progress.isVisible())


def test_nothing_selected_says_so(services: FakeHistory, spawn: LoopSpawn, qtbot: QtBot) -> None:
    dialog = opened(services, spawn, qtbot, selected=0)
    choose(dialog.transfer.which, "selected")
    assert not dialog.transfer.export_button.isEnabled()
    assert "Select jobs" in dialog.transfer.export_button.toolTip()


def test_an_export_is_cancelled(services: FakeHistory, spawn: LoopSpawn, qtbot: QtBot) -> None:
    services.gate = asyncio.Event()
    dialog = opened(services, spawn, qtbot)
    dialog.transfer.export_to(FILE)
    qtbot.waitUntil(dialog.transfer.cancel_button.isVisible)
    assert not dialog.transfer.import_button.isEnabled()
    dialog.transfer.cancel_button.click()
    qtbot.waitUntil(lambda: dialog.message_bar.text() == "Cancelled.")
    assert dialog.transfer.import_button.isEnabled()


def test_closing_ends_it(services: FakeHistory, spawn: LoopSpawn, qtbot: QtBot) -> None:
    services.gate = asyncio.Event()
    dialog = opened(services, spawn, qtbot)
    dialog.transfer.export_to(FILE)
    dialog.close_button.click()
    qtbot.waitUntil(lambda: not spawn.tasks)


def test_an_import_tells_what_came(services: FakeHistory, spawn: LoopSpawn, qtbot: QtBot) -> None:
    dialog = opened(services, spawn, qtbot)
    dialog.transfer.import_from(FILE)
    qtbot.waitUntil(lambda: dialog.message_bar.level == "success")
    assert dialog.message_bar.text().startswith("Jobs: 12 added, 3 completed")
    services.imported = ImportCount(skipped=2)
    dialog.transfer.import_from(FILE)
    qtbot.waitUntil(lambda: dialog.message_bar.level == "warning")
    services.failure = InputError("x.json is no history.", "Choose another.")
    dialog.transfer.import_from(FILE)
    qtbot.waitUntil(lambda: dialog.message_bar.level == "error")


def test_the_folder_is_remembered(services: FakeHistory, spawn: LoopSpawn, qtbot: QtBot) -> None:
    dialog = opened(services, spawn, qtbot)
    dialog.transfer.export_button.click()
    (chooser,) = dialog.findChildren(QFileDialog)
    assert chooser.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    chooser.fileSelected.emit(str(Path("there") / "x.json"))
    qtbot.waitUntil(lambda: bool(services.calls))
    assert services.settings.get("window.history_folder", "") == "there"
    chooser.close()
