"""The parts of the kit, used as a person uses them: keys, clicks, copied text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QElapsedTimer, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from openeo_desktop.core.errors import UnreachableError
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.ui.kit.buttons import icon_button
from openeo_desktop.ui.kit.chip_bar import ChipBar, ChipSpec
from openeo_desktop.ui.kit.content_stack import LOADING_AFTER_MS, ContentStack
from openeo_desktop.ui.kit.key_value_grid import KeyValue, KeyValueGrid
from openeo_desktop.ui.kit.labels import ElidedLabel, MutedLabel, TitleLabel, plain_label
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.kit.progress import ProgressBar
from openeo_desktop.ui.kit.search_field import SearchField
from openeo_desktop.ui.kit.status_pill import StatusPill, status_label
from openeo_desktop.ui.kit.table_view import DataTable
from openeo_desktop.ui.kit.toast import Toast
from openeo_desktop.ui.look.fonts import fixed_font
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.theme import apply_theme
from tests.shots.gallery import build_gallery
from tests.support.accessibility import assert_accessible

MARKUP = "<b>bold</b> <img src='file:///etc/passwd'>"


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


@pytest.fixture
def chips(qtbot: QtBot) -> ChipBar:
    bar = ChipBar()
    qtbot.addWidget(bar)
    bar.set_chips([ChipSpec(key, key.title(), count=3) for key in ("all", "running", "error")])
    bar.show()
    qtbot.waitExposed(bar)
    return bar


@pytest.fixture
def table(qtbot: QtBot) -> DataTable:
    model = QStandardItemModel()
    model.setHorizontalHeaderLabels(["Status", "Title", "Credits"])
    for row in range(5):
        model.appendRow([QStandardItem(text) for text in ("running", f"job {row}", str(row))])
    view = DataTable()
    model.setParent(view)
    view.setModel(model)
    view.set_stretch_column(1)
    view.resize(400, 300)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.mark.parametrize("make", [plain_label, MutedLabel, TitleLabel, ElidedLabel])
def test_labels_never_render_markup(qtbot: QtBot, make: type[MutedLabel]) -> None:
    label = make(MARKUP)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == MARKUP


def test_tool_tips_show_markup_as_it_is() -> None:
    tip = plain_tool_tip(MARKUP)
    assert "<img" not in tip
    assert "&lt;img" in tip
    assert plain_tool_tip("") == ""


def test_elided_label_keeps_the_whole_text(qtbot: QtBot) -> None:
    label = ElidedLabel("j-" + "2611221119184a9c" * 20, copyable=True)
    qtbot.addWidget(label)
    label.resize(100, 20)
    label.show()
    qtbot.waitUntil(label.is_elided)
    assert label.text() in label.toolTip()
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == label.text()
    label.resize(9000, 20)
    qtbot.waitUntil(lambda: not label.toolTip())


def test_exclusive_chips_are_chosen_by_arrows(chips: ChipBar, qtbot: QtBot) -> None:
    assert chips.selection() == {"all"}
    with qtbot.waitSignal(chips.selection_changed) as told:
        qtbot.keyClick(chips.chip("all"), Qt.Key.Key_Right)
    assert told.args == [frozenset({"running"})]
    with qtbot.waitSignal(chips.selection_changed):
        qtbot.keyClick(chips.chip("running"), Qt.Key.Key_Left)
    assert chips.selection() == {"all"}


def test_exclusive_chip_cannot_be_switched_off(chips: ChipBar, qtbot: QtBot) -> None:
    qtbot.mouseClick(chips.chip("all"), Qt.MouseButton.LeftButton)
    assert chips.selection() == {"all"}


def test_only_one_chip_is_a_tab_stop(chips: ChipBar, qtbot: QtBot) -> None:
    qtbot.mouseClick(chips.chip("error"), Qt.MouseButton.LeftButton)
    stops = [key for key in ("all", "running", "error") if chips.chip(key).focusPolicy().value]
    assert stops == ["error"]


def test_several_chips_where_not_exclusive(qtbot: QtBot) -> None:
    bar = ChipBar(exclusive=False)
    qtbot.addWidget(bar)
    bar.set_chips([ChipSpec("error", "Error"), ChipSpec("info", "Info")])
    qtbot.mouseClick(bar.chip("error"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(bar.chip("info"), Qt.Key.Key_Space)
    assert bar.selection() == {"error", "info"}
    bar.set_chips([ChipSpec("info", "Info"), ChipSpec("debug", "Debug")])
    assert bar.selection() == {"info"}


def test_counting_on_does_not_move_the_chips(chips: ChipBar) -> None:
    before = chips.chip("running").sizeHint()
    chips.set_counts({"running": 9, "unknown": 1})
    assert chips.chip("running").sizeHint() == before
    assert chips.chip("running").accessibleName() == "Running 9"
    chips.set_counts({"running": 20431})
    assert chips.chip("running").sizeHint().width() > before.width()


def test_chips_wrap_where_there_is_no_room(chips: ChipBar, qtbot: QtBot) -> None:
    assert chips.heightForWidth(100) > 2 * chips.heightForWidth(2000)


def test_search_tells_each_text_once(qtbot: QtBot) -> None:
    field = SearchField("Search", "Ctrl+F", debounce_ms=1)
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.search_changed) as told:
        qtbot.keyClicks(field, "ndvi ")
    assert told.args == ["ndvi"]
    with qtbot.assertNotEmitted(field.search_changed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(field.search_changed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert told.args == [""]


def test_table_activates_and_copies_by_keyboard(table: DataTable, qtbot: QtBot) -> None:
    table.selectRow(1)
    with qtbot.waitSignal(table.row_activated) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert isinstance(told.args[0], QModelIndex)
    assert told.args[0].row() == 1
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.selected_rows() == [1, 2]
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == "running\tjob 1\t1\nrunning\tjob 2\t2"


def test_table_remembers_its_columns(table: DataTable, qtbot: QtBot) -> None:
    table.set_required_columns([1])
    status, title, _credits = table.column_menu().actions()
    assert not title.isEnabled()
    with qtbot.waitSignal(table.columns_changed):
        status.trigger()
    assert table.isColumnHidden(0)
    state = table.save_columns()
    table.setColumnHidden(0, False)
    assert table.restore_columns(state)
    assert table.isColumnHidden(0)
    assert not table.restore_columns(b"nonsense")
    assert not table.restore_columns(b"")
    table.selectRow(0)
    assert table.selected_text() == "job 0\t0"


def test_stretch_column_takes_the_spare_width(table: DataTable) -> None:
    widths = sum(table.columnWidth(column) for column in range(3))
    assert widths == table.viewport().width()


def test_table_without_a_model_is_quiet(qtbot: QtBot) -> None:
    view = DataTable()
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.selected_rows() == []


def test_pill_says_status_and_keeps_unknown_words(qtbot: QtBot) -> None:
    pill = StatusPill(JobStatus.RUNNING)
    qtbot.addWidget(pill)
    assert (pill.label, pill.accessibleName()) == ("Running", "Status: Running")
    pill.set_status(JobStatus.UNKNOWN, "submitted")
    assert pill.label == "submitted"
    assert status_label(JobStatus.UNKNOWN) == "Unknown"
    assert len(status_label(JobStatus.UNKNOWN, "x" * 5000)) == 40


def test_progress_tells_screen_readers(qtbot: QtBot) -> None:
    bar = ProgressBar()
    qtbot.addWidget(bar)
    bar.set_fraction(0.64)
    assert bar.accessibleDescription() == "64 percent"
    bar.set_fraction(None)
    assert bar.accessibleDescription() == ""


def test_message_bar_shows_copies_and_closes(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.show_message("error", MARKUP, "Retry")
    buttons = {button.text(): button for button in bar.findChildren(QPushButton)}
    with qtbot.waitSignal(bar.action_triggered):
        qtbot.mouseClick(buttons["Retry"], Qt.MouseButton.LeftButton)
    bar._on_copy_clicked()
    assert clipboard() == MARKUP
    with qtbot.waitSignal(bar.closed):
        bar._close.click()
    assert bar.isHidden()


def test_key_value_rows_without_value_are_left_out(qtbot: QtBot) -> None:
    grid = KeyValueGrid()
    qtbot.addWidget(grid)
    grid.set_rows([KeyValue("Plan", "free"), KeyValue("Costs", ""), KeyValue("Id", "j-1")])
    assert [row.label for row in grid.rows()] == ["Plan", "Id"]
    grid.set_rows([KeyValue("Plan", "paid")])
    shown = [label.text() for label in grid.findChildren(ElidedLabel) if not label.isHidden()]
    assert shown == ["paid"]


def test_fixed_width_values_stay_so_through_a_change_of_scheme(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, "light")
    grid = KeyValueGrid()
    qtbot.addWidget(grid)
    grid.show()
    grid.set_rows([KeyValue("Id", "j-1")])
    grid.set_rows([KeyValue("Id", "j-1", fixed_width=True)])
    apply_theme(qapp, "dark")
    (value,) = (label for label in grid.findChildren(ElidedLabel) if not label.isHidden())
    assert value.font().families() == fixed_font().families()
    apply_theme(qapp, "light")


def test_content_stack_changes_between_content_and_reasons(qtbot: QtBot) -> None:
    content = QWidget()
    stack = ContentStack(content)
    qtbot.addWidget(stack)
    stack.show_error("No answer", "The back-end did not answer.", "Try again")
    assert stack.currentWidget() is stack.empty_state
    with qtbot.waitSignal(stack.action_triggered):
        stack.empty_state.button.click()
    stack.show_loading("Fetching…")
    assert stack.empty_state.button.isHidden()
    stack.show_content()
    assert stack.currentWidget() is content


def test_loading_is_told_late_and_not_at_all_if_the_answer_is_here_by_then(qtbot: QtBot) -> None:
    content = QWidget()
    stack = ContentStack(content)
    qtbot.addWidget(stack)
    stack.show_loading("Reading…", late=True)
    assert stack.currentWidget() is content
    qtbot.waitUntil(lambda: stack.currentWidget() is stack.empty_state)
    assert stack.empty_state.title() == "Reading…"
    for answer in (stack.show_content, lambda: stack.show_error("No", "No.")):
        stack.show_loading("Reading…", late=True)
        answer()
        shown = stack.currentWidget(), stack.empty_state.title()
        passed = QElapsedTimer()
        passed.start()
        qtbot.waitUntil(lambda passed=passed: passed.hasExpired(2 * LOADING_AFTER_MS))
        assert (stack.currentWidget(), stack.empty_state.title()) == shown


def test_toast_offers_its_action_then_goes(qtbot: QtBot) -> None:
    host = QWidget()
    host.resize(800, 400)
    qtbot.addWidget(host)
    typing = QLineEdit(host)
    host.show()
    typing.setFocus()
    toast = Toast(host, show_ms=50)
    toast.show_notice("Deleted", "Undo")
    with qtbot.waitSignal(toast.action_triggered):
        toast._action.click()
    assert toast.isHidden()
    with qtbot.waitSignal(toast.dismissed):
        toast.show_notice("Deleted again", "Undo")
    assert toast.isHidden()


def test_gallery_is_accessible(qtbot: QtBot) -> None:
    gallery = build_gallery()
    for part in gallery.findChildren(QWidget):
        if type(part).__name__ in ("QComboBox", "SpinBox", "QLineEdit"):
            part.setAccessibleName("shown for its look only")
    qtbot.addWidget(gallery)
    assert_accessible(gallery)


def test_accessibility_helper_finds_a_nameless_button(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    button = icon_button(Icon.REFRESH, "Refresh", holder)
    assert_accessible(holder)
    button.setAccessibleName("")
    with pytest.raises(AssertionError, match="Refresh"):
        assert_accessible(holder)


def test_a_dialog_grows_for_its_message(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    layout = QVBoxLayout(dialog)
    bar = MessageBar(dialog)
    field = QLineEdit(dialog)
    layout.addWidget(bar)
    layout.addWidget(field)
    dialog.resize(240, dialog.sizeHint().height())
    dialog.show()
    before = dialog.height()
    bar.show_message("error", "The job is not known there. " * 8)
    assert dialog.height() > before
    qtbot.waitUntil(lambda: not bar.geometry().intersects(field.geometry()))


def test_the_first_arrow_chooses_the_row_that_is_current(qtbot: QtBot) -> None:
    """However the focus came, and whether or not rows were there by then."""
    table = DataTable()
    qtbot.addWidget(table)
    model = QStandardItemModel(3, 1)
    table.setModel(model)
    table.show()
    first = model.index(0, 0)
    table.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.selected_rows() == [0]
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.selected_rows() == [1]


def test_an_error_is_shown_in_words_and_copied_with_its_technical_part(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    raw = "NewConnectionError: [Errno 111] Connection refused"
    bar.show_error(UnreachableError("It cannot be reached.", "Try again.", details=raw))
    assert bar.text() == "It cannot be reached.\nTry again."
    bar.findChild(QToolButton).click()
    assert QGuiApplication.clipboard().text() == f"It cannot be reached.\nTry again.\n{raw}"


def test_a_toast_leaves_the_status_bar_free_and_is_withdrawn_when_it_is_no_longer_so(
    qtbot: QtBot,
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(800, 400)
    bar = window.statusBar()
    window.show()
    toast = Toast(window)
    toast.show_notice("2 files are being downloaded.")
    assert toast.geometry().bottom() < bar.y()
    toast.withdraw("Another word")
    assert toast.isVisible()
    toast.withdraw("2 files are being downloaded.")
    assert toast.isHidden()
