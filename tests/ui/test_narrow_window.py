"""What gives way in a small window, and what must not: bars, chips, the card of a failed job."""

from __future__ import annotations

from typing import Any, cast

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from openeo_desktop.core.logs import LogEntry, LogLevel
from openeo_desktop.ui.graph.graph_bar import GraphBar
from openeo_desktop.ui.kit.chip import Chip
from openeo_desktop.ui.kit.numbers import short_count
from openeo_desktop.ui.log.failure_card import FailureCard
from openeo_desktop.ui.log.log_header import LogHeader
from openeo_desktop.ui.results.results_footer import ResultsFooter
from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.fake_services import FakeServices, LoopSpawn
from tests.support.fake_transfers import make_entry, with_transfers
from tests.support.sketch_jobs import sketch_services

DEADLINE = 30_000
_FORMAT = QImage.Format.Format_ARGB32


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0"),
        (999, "999"),
        (1_000, "1k"),
        (1_999, "1.9k"),
        (20_431, "20k"),
        (999_999, "999k"),
        (1_400_000, "1.4M"),
    ],
)
def test_a_short_count_never_says_more_than_there_is(count: int, text: str) -> None:
    assert short_count(count) == text


def test_a_compact_chip_tells_the_exact_number_to_those_who_ask(qtbot: QtBot) -> None:
    chip = Chip("Finished")
    qtbot.addWidget(chip)
    chip.set_count(20_431)
    wide = chip.sizeHint().width()
    chip.set_compact(compact=True)
    assert chip.sizeHint().width() < wide
    assert "20,431" in chip.accessibleName()
    assert "20,431" in chip.toolTip()
    chip.set_count(20_999)  # the same short count
    assert "20,999" in chip.accessibleName()
    assert "20,999" in chip.toolTip()


@pytest.mark.parametrize("width", [700, 800, 900, 1000, 1100, 1440])
def test_the_tool_bar_hides_no_button(window: MainWindow, qtbot: QtBot, width: int) -> None:
    window.resize(width, 650)
    buttons = window.tool_bar.buttons()
    qtbot.waitUntil(lambda: not any(b.visibleRegion().isEmpty() for b in buttons), timeout=DEADLINE)


@pytest.fixture
def services() -> FakeServices:
    """As many jobs as a person has after some years."""
    return sketch_services(20_424)


def test_the_status_chips_of_many_jobs_stand_in_one_line(window: MainWindow, qtbot: QtBot) -> None:
    chips = window.jobs_pane.chips.bar
    line = chips.findChildren(Chip)[0].sizeHint().height()
    qtbot.waitUntil(lambda: chips.height() == line, timeout=DEADLINE)
    assert len({chip.y() for chip in chips.findChildren(Chip)}) == 1


@pytest.fixture
def header(qtbot: QtBot) -> LogHeader:
    header = LogHeader()
    qtbot.addWidget(header)
    header.show()
    return header


def test_counts_do_not_move_the_line_over_the_log(header: LogHeader, qtbot: QtBot) -> None:
    header.resize(790, header.sizeHint().height())
    qtbot.waitExposed(header)
    heights = set()
    for count in (0, 7, 4_321, 999_999):
        header.set_counts(dict.fromkeys(LogLevel, count))
        header.set_shown(following=True, shown=count * 4, total=count * 4)
        header.adjustSize()
        heights.add(header.heightForWidth(790) if header.hasHeightForWidth() else header.height())
        assert header.minimumSizeHint().width() <= 790
        assert header.find_bar.isVisible()
        assert header.more.isVisible()
    assert len(heights) == 1


def test_where_there_is_no_room_the_whole_is_in_the_tool_tip(header: LogHeader) -> None:
    header.resize(700, header.sizeHint().height())
    header.set_counts(dict.fromkeys(LogLevel, 250_000))
    header.set_shown(following=True, shown=1_000_000, total=1_000_000)
    assert header.shown_text() == "following  ·  1,000,000 of 1,000,000"
    assert header.shown_label.text() in ("following", "")
    assert header.shown_label.toolTip() == header.shown_text()


def _failure() -> LogEntry:
    path = [{"node_id": "a_rather_long_node_id", "process_id": "run_udf"}]
    return make_entry("UDF failed: ZeroDivisionError " * 9, LogLevel.ERROR, 5, raw={"path": path})


@pytest.mark.parametrize("width", [420, 619, 768, 1200])
def test_a_low_window_keeps_the_card_of_a_failed_job_whole(
    qtbot: QtBot, spawn: LoopSpawn, width: int
) -> None:
    services = with_transfers()
    card = FailureCard(cast("Any", services.logs), spawn)
    qtbot.addWidget(card)
    card.resize(width, 40)
    card._show(1, _failure())
    qtbot.waitExposed(card)
    layout = card.layout()
    assert layout is not None
    for part in (card, *card.findChildren(QLabel)):
        assert part.height() >= part.heightForWidth(part.width())
    assert card.height() >= layout.totalHeightForWidth(card.width()) > 40


@pytest.mark.parametrize("width", [230, 300, 380, 500])
def test_the_search_of_the_process_stays_usable(qtbot: QtBot, width: int) -> None:
    bar = GraphBar()
    qtbot.addWidget(bar)
    bar.resize(width, 40)
    bar.show()
    qtbot.waitExposed(bar)
    bar.set_found("12 of 120")
    layout = bar.layout()
    assert layout is not None
    layout.activate()
    assert bar.search.width() >= 120
    assert bar.more.isVisible()


def test_entries_of_the_view_menu_that_switch_show_their_tick(window: MainWindow) -> None:
    view = next(m for m in window.menuBar().findChildren(QMenu) if m.title() == "&View")
    switches = [action for action in view.actions() if action.isCheckable()]
    assert len(switches) >= 8  # six panes, days, exact times
    for action in switches:  # the mark would stand in the place of the tick
        assert action.icon().isNull() or not action.isIconVisibleInMenu()


def test_new_job_has_a_mark_that_can_be_seen_in_the_menu_and_on_the_filled_button(
    window: MainWindow,
) -> None:
    action, button = window.actions_.new_job, window.tool_bar.buttons()[0]
    assert button.defaultAction() is action
    for _ in range(2):
        marks = (button.icon(), action.icon())
        shades = [mark.pixmap(16).toImage().convertToFormat(_FORMAT).bits() for mark in marks]
        assert bytes(shades[0]) != bytes(shades[1])
        action.setStatusTip("any change of the action")


def test_long_words_on_the_buttons_of_the_results_do_not_widen_the_dock(
    window: MainWindow,
) -> None:
    footer = window.results_pane.findChild(ResultsFooter)
    assert footer is not None
    footer.selected.setText("Auswahl herunterladen, mit einem langen Wort")
    layout = footer.layout()
    assert layout is not None
    layout.activate()
    widest = max(b.sizeHint().width() for b in (footer.selected, footer.download_all))
    assert footer.minimumSizeHint().width() <= widest
