"""The command palette in the whole window: typed, chosen by keys, and never a job too many."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.models.job_views import SavedView
from openeo_desktop.models.navigation import View
from openeo_desktop.ui.palette.command_palette import CommandPalette
from openeo_desktop.ui.palette.commands import Command, menu_commands
from openeo_desktop.ui.palette.palette_delegate import _runs
from openeo_desktop.ui.palette.palette_rows import PaletteRow, palette_rows
from openeo_desktop.ui.palette.window_palette import MAX_JOBS, RECENT_KEY
from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import FakeServices, make_job
from tests.support.sketch_jobs import key_of

HOSTILE = "<b>bold</b> & <img src='https://evil.example/x.png'>\u202egpj.exe\nsecond line"


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """It has the keyboard, as a palette needs it."""
    window.activateWindow()
    return window


def opened(window: MainWindow, qtbot: QtBot) -> CommandPalette:
    window.actions_.palette.trigger()
    palette = window.palette_.frame
    qtbot.waitUntil(palette.isVisible)
    return palette


def rows(palette: CommandPalette) -> list[PaletteRow]:
    found = [palette.model.row(at) for at in range(palette.model.rowCount())]
    return [row for row in found if row is not None and not row.is_heading]


def texts(palette: CommandPalette) -> list[str]:
    return [row.text for row in rows(palette)]


def press(palette: CommandPalette, key: Qt.Key) -> None:
    QTest.keyClick(palette.field, key)


def current(palette: CommandPalette) -> str:
    row = palette.current_row()
    return row.text if row is not None else ""


def test_every_command_of_the_menus_is_there(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    wanted = {c.text for c in menu_commands(window.menuBar()) if c.name != "palette"}
    assert wanted <= set(texts(palette))
    assert {"Copy as Python code", "Open in the web editor…"} <= wanted  # of a sub-menu too
    assert_accessible(palette)


def test_model_is_sound(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    tester = QAbstractItemModelTester(
        palette.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    for text in ("refresh", "", "no such thing at all"):
        palette.field.setText(text)
    assert tester.model() is palette.model


def test_keys_choose_and_enter_does_it(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    palette.field.setText("keyb")
    assert current(palette) == "Keyboard shortcuts"
    with qtbot.waitSignal(window.actions_.shortcuts.triggered):
        press(palette, Qt.Key.Key_Return)
    assert not palette.isVisible()


def test_arrows_go_round_and_skip_headings(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    palette.field.setText("refresh")
    qtbot.waitUntil(lambda: current(palette) == "Refresh")
    first = current(palette)
    seen = []
    for _ in rows(palette):
        seen.append(current(palette))
        press(palette, Qt.Key.Key_Down)
    assert seen == texts(palette)
    assert current(palette) == first
    press(palette, Qt.Key.Key_Up)
    assert current(palette) == texts(palette)[-1]
    press(palette, Qt.Key.Key_PageUp)
    assert palette.current_row() is not None


def test_disabled_command_stays_and_says_why(window: MainWindow, qtbot: QtBot) -> None:
    window.jobs_pane.table.clearSelection()
    qtbot.waitUntil(lambda: not window.actions_.stop.isEnabled())
    palette = opened(window, qtbot)
    palette.field.setText("stop")
    assert current(palette) == "Stop"
    assert palette.message() == "Select a job first."
    press(palette, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_every_disabled_command_has_a_reason(window: MainWindow, qtbot: QtBot) -> None:
    window.jobs_pane.table.clearSelection()
    qtbot.waitUntil(lambda: not window.actions_.stop.isEnabled())
    commands = menu_commands(window.menuBar())
    assert [c.text for c in commands if not c.enabled and not c.reason] == []


def test_job_is_found_by_its_title_and_selected(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    palette = opened(window, qtbot)
    palette.field.setText("ndvi timeseries 2022")
    qtbot.waitUntil(lambda: "NDVI timeseries 2022" in texts(palette))
    while current(palette) != "NDVI timeseries 2022":
        press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Return)
    key = key_of(services, JobStatus.RUNNING)
    qtbot.waitUntil(lambda: window.jobs_pane.current_key == key)


def test_only_a_few_jobs_are_read(window: MainWindow, services: FakeServices, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    palette.field.setText("mosaic")
    qtbot.waitUntil(lambda: any(row.job for row in rows(palette)))
    assert 0 < sum(row.job is not None for row in rows(palette)) <= MAX_JOBS


def test_fast_typing_asks_for_the_last_text_only(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    palette = opened(window, qtbot)
    qtbot.waitUntil(lambda: any(row.job for row in rows(palette)))
    services.jobs.gate = asyncio.Event()
    services.jobs.calls.clear()
    for text in ("m", "mo", "mos", "mosa", "mosaic"):
        palette.field.setText(text)
    qtbot.waitUntil(lambda: bool(asked(services)))
    services.jobs.gate.set()
    qtbot.waitUntil(lambda: asked(services)[-1:] == ["mosaic"])
    assert len(asked(services)) <= 2
    qtbot.waitUntil(lambda: any(row.job for row in rows(palette)))


def asked(services: FakeServices) -> list[str]:
    """For which texts jobs were looked for."""
    return [call[1].text for call in services.jobs.calls if call[0] == "listing"]


def test_texts_of_servers_are_one_plain_line(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    account = services.accounts.items[0].account.id
    services.jobs.put(make_job(account, 900, title=HOSTILE))
    palette = opened(window, qtbot)
    palette.field.setText("<b>bold</b>")
    qtbot.waitUntil(lambda: any(row.job for row in rows(palette)))
    (row,) = [row for row in rows(palette) if row.job]
    assert row.text.startswith("<b>bold</b> & <img")
    assert "\n" not in row.text
    assert "\u202e" not in row.text


def test_what_was_used_last_comes_first(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    palette = opened(window, qtbot)
    palette.field.setText("keyboard")
    press(palette, Qt.Key.Key_Return)
    opened(window, qtbot)
    assert texts(palette)[0] == "Keyboard shortcuts"
    assert services.settings.values[RECENT_KEY] == ["shortcuts"]
    press(palette, Qt.Key.Key_Escape)
    services.settings.set(RECENT_KEY, ["gone", 5, "refresh"])  # of another version
    opened(window, qtbot)
    assert texts(palette)[0] == "Refresh"


def test_escape_gives_the_focus_back(window: MainWindow, qtbot: QtBot) -> None:
    window.search.setFocus()
    qtbot.waitUntil(window.search.hasFocus)
    palette = opened(window, qtbot)
    qtbot.waitUntil(palette.field.hasFocus)
    press(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    qtbot.waitUntil(window.search.hasFocus)


def test_what_had_the_focus_may_be_gone_when_it_closes(window: MainWindow, qtbot: QtBot) -> None:
    """The line of an account is made anew when its state changes."""
    line = QLineEdit(window)
    line.show()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    palette = opened(window, qtbot)
    gone: list[bool] = []
    line.destroyed.connect(lambda: gone.append(True))
    line.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    press(palette, Qt.Key.Key_Escape)
    assert palette.isHidden()


def test_its_keys_open_it_from_the_search_field_and_close_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.search.setFocus()
    window.search.setText("abc")
    qtbot.waitUntil(window.search.hasFocus)
    QTest.keyClick(window.search, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.palette_.frame
    qtbot.waitUntil(palette.isVisible)
    assert window.search.text() == "abc"
    qtbot.waitUntil(palette.field.hasFocus)
    QTest.keyClick(palette.field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not palette.isVisible()


def test_focus_elsewhere_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    qtbot.waitUntil(palette.field.hasFocus)
    window.jobs_pane.table.setFocus()
    qtbot.waitUntil(lambda: not palette.isVisible())
    assert QApplication.focusWidget() is window.jobs_pane.table


def test_nothing_found_says_so(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    palette.field.setText("qqqqqqqqzzzz")
    qtbot.waitUntil(palette._nothing.isVisible)
    assert palette.current_row() is None
    press(palette, Qt.Key.Key_Return)
    press(palette, Qt.Key.Key_Down)
    assert palette.isVisible()


def test_small_window_holds_it(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(700, 520)
    palette = opened(window, qtbot)
    assert window.rect().contains(palette.geometry())


def test_marked_letters_are_runs() -> None:
    assert _runs("Delete", frozenset({0, 1, 4})) == [
        ("De", True),
        ("le", False),
        ("t", True),
        ("e", False),
    ]


def test_a_job_comes_before_commands_that_cannot_be_used(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    window.jobs_pane.table.clearSelection()
    qtbot.waitUntil(lambda: not window.actions_.stop.isEnabled())
    account = next(iter(services.jobs.jobs.values())).account_id
    services.jobs.put(make_job(account, 900, title="Stop sign detection"))
    palette = opened(window, qtbot)
    palette.field.setText("stop")
    qtbot.waitUntil(lambda: current(palette) == "Stop sign detection")
    assert "Stop" in texts(palette)


def test_what_can_be_used_comes_first(qtbot: QtBot) -> None:
    def command(text: str, *, enabled: bool) -> Command:
        return Command(text, text, "File", "", enabled, "", False, QIcon(), QAction())

    off, on = command("Save", enabled=False), command("Save as", enabled=True)
    shown = [row.text for row in palette_rows("save", [off, on], [], []) if not row.is_heading]
    assert shown == ["Save as", "Save"]
    shown = [row.text for row in palette_rows("", [off, on], ["Save", "Save as"], [])][1:3]
    assert shown == ["Save as", "Save"]


def test_a_saved_view_is_found_and_gone_to(window: MainWindow, qtbot: QtBot) -> None:
    views = window.jobs_pane.viewing.views
    view = views.add(SavedView("", "Summer & floods", view=View.FAILED_THIS_WEEK))
    palette = opened(window, qtbot)
    palette.field.setText("summer fl")
    qtbot.waitUntil(lambda: current(palette) == "Summer & floods")
    press(palette, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.jobs_pane.place.saved == view.id)
    assert window.navigation_pane.place.saved == view.id
    views.remove(view.id)
    palette = opened(window, qtbot)
    assert "Summer & floods" not in texts(palette)
