"""All parts of the widget kit on one board, with made-up content. No panes here."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSplitter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.ui.kit.buttons import (
    icon_button,
    outlined_button,
    primary_button,
    quiet_button,
)
from openeo_desktop.ui.kit.card import Card
from openeo_desktop.ui.kit.chip_bar import ChipBar, ChipSpec
from openeo_desktop.ui.kit.empty_state import EmptyState
from openeo_desktop.ui.kit.key_value_grid import KeyValue, KeyValueGrid
from openeo_desktop.ui.kit.labels import MutedLabel, SectionLabel, TitleLabel, plain_label
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.progress import ProgressBar
from openeo_desktop.ui.kit.search_field import SearchField
from openeo_desktop.ui.kit.spin_box import SpinBox
from openeo_desktop.ui.kit.status_pill import StatusPill, paint_status_pill, status_label
from openeo_desktop.ui.kit.table_view import DataTable
from openeo_desktop.ui.kit.toast import Toast
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon

GALLERY_SIZE = (1440, 1000)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_JOBS = (
    (
        JobStatus.RUNNING,
        "NDVI timeseries 2022, all parcels of the Savinja valley",
        "0:07:41",
        "1.8",
    ),
    (JobStatus.QUEUED, "LAI monthly composites", "", ""),
    (JobStatus.ERROR, "Sentinel-1 backscatter Friesland <b>not bold</b>", "0:03:22", "2.5"),
    (JobStatus.FINISHED, "Soil moisture anomalies", "0:32:08", "6.2"),
    (JobStatus.CANCELED, "S2 cloud-free mosaic", "0:31:07", "5.1"),
    (JobStatus.CREATED, "Crop map training set", "", ""),
    (JobStatus.UNKNOWN, "Methane anomalies", "", ""),
)


class _PillDelegate(QStyledItemDelegate):
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        option.widget.style().drawPrimitive(panel, option, painter, option.widget)
        status = JobStatus(index.data())
        rect = option.rect.adjusted(6, 0, 0, 0)
        paint_status_pill(painter, rect, status, status_label(status, "submitted"))


def build_gallery() -> QWidget:
    """The board: buttons and entry left, table and states in the middle, one job right."""
    board = QWidget()
    board.setProperty("kind", "surface")
    board.resize(*GALLERY_SIZE)
    splitter = QSplitter(Qt.Orientation.Horizontal, board)
    for column, width in ((_controls(), 380), (_middle(), 640), (_details(), 420)):
        splitter.addWidget(column)
        column.setMinimumWidth(width - 60)
    splitter.setSizes([380, 640, 420])
    layout = QVBoxLayout(board)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(splitter)
    toast = Toast(board)
    toast.show_notice("Job «LAI monthly composites» was deleted.", "Undo")
    return board


def _controls() -> QWidget:
    column, layout = _column()
    layout.addWidget(SectionLabel("Buttons"))
    layout.addLayout(
        _row(
            primary_button("New job", Icon.NEW_JOB),
            outlined_button("Start", Icon.START),
            quiet_button("Full log"),
        )
    )
    off = primary_button("Start", Icon.START)
    off.setEnabled(False)
    stop = outlined_button("Stop", Icon.STOP)
    stop.setEnabled(False)
    layout.addLayout(_row(off, stop, icon_button(Icon.REFRESH, "Refresh")))
    _add_entry(layout)
    layout.addWidget(SectionLabel("Choices"))
    layout.addLayout(_choices())
    group = QGroupBox("Group")
    QVBoxLayout(group).addWidget(MutedLabel("A group of settings."))
    layout.addWidget(group)
    layout.addWidget(SectionLabel("Status"))
    for part in (tuple(JobStatus)[:3], tuple(JobStatus)[3:5], tuple(JobStatus)[5:]):
        layout.addLayout(_row(*(_pill(status) for status in part)))
    layout.addStretch()
    return column


def _add_entry(layout: QVBoxLayout) -> None:
    layout.addWidget(SectionLabel("Text entry"))
    layout.addWidget(SearchField("Search title, id, process, collection", "Ctrl+F"))
    typed = SearchField("Search")
    typed.setText("ndvi")
    layout.addWidget(typed)
    wrong = QLineEdit("not a URL")
    wrong.setProperty("invalid", "true")
    layout.addWidget(wrong)
    choice, number = QComboBox(), SpinBox()
    choice.addItems(["Copernicus Data Space", "Terrascope"])
    number.setValue(3)
    layout.addLayout(_row(choice, number))
    code = QPlainTextEdit('{\n  "process_id": "ndvi"\n}')
    code.setAccessibleName("Code")
    code.setFont(fonts.fixed_font())
    code.setFixedHeight(70)
    layout.addWidget(code)


def _choices() -> QHBoxLayout:
    on, off, partly, faded = (QCheckBox(text) for text in ("On", "Off", "Partly", "Faded"))
    on.setChecked(True)
    partly.setTristate(True)
    partly.setCheckState(Qt.CheckState.PartiallyChecked)
    faded.setChecked(True)
    faded.setEnabled(False)
    radio = QRadioButton("One")
    radio.setChecked(True)
    return _row(on, off, partly, faded, radio)


def _middle() -> QWidget:
    column, layout = _column()
    chips = ChipBar()
    chips.set_chips(
        [
            ChipSpec("all", "All", count=20431),
            ChipSpec("running", "Running", Icon.STATUS_RUNNING, "running", 2),
            ChipSpec("finished", "Finished", Icon.STATUS_FINISHED, "finished", 19870),
            ChipSpec("error", "Failed", Icon.STATUS_ERROR, "error", 512),
        ]
    )
    layout.addWidget(chips)
    layout.addWidget(_table(), 1)
    for level, text, action in (
        ("info", "A new version of the process is available.", None),
        (
            "warning",
            "Terrascope wants you to sign in again. Its history stays readable.",
            "Sign in",
        ),
        ("error", "The back-end refused the job: NoDataCube (id 0f3a). Check the extent.", "Retry"),
    ):
        bar = MessageBar()
        bar.show_message(level, text, action)
        layout.addWidget(bar)
    empty = EmptyState(
        Icon.LOG,
        "No log yet",
        "The job has not been started. Its log appears here while it runs.",
        "Start the job",
    )
    layout.addWidget(empty, 1)
    return column


def _table() -> DataTable:
    model = QStandardItemModel(0, 4)
    model.setHorizontalHeaderLabels(["Status", "Title", "Duration", "Credits"])
    for status, *texts in _JOBS:
        items = [QStandardItem(status.value), *(QStandardItem(text) for text in texts)]
        for item in items[2:]:
            item.setData(_RIGHT, Qt.ItemDataRole.TextAlignmentRole)
        model.appendRow(items)
    for column in (2, 3):
        role = Qt.ItemDataRole.TextAlignmentRole
        model.setHeaderData(column, Qt.Orientation.Horizontal, _RIGHT, role)
    table = DataTable()
    table.setAccessibleName("Table")
    model.setParent(table)
    table.setModel(model)
    table.setItemDelegateForColumn(0, _PillDelegate(table))
    table.set_column_widths([124, 0, 84, 76])
    table.set_stretch_column(1)
    table.selectRow(0)
    return table


def _details() -> QWidget:
    column, layout = _column()
    title = TitleLabel("NDVI timeseries 2022, all parcels of the Savinja valley")
    layout.addLayout(_row(title, StatusPill(JobStatus.RUNNING)))
    layout.addWidget(MutedLabel("Copernicus Data Space  ·  j-2611221119184a9c"))
    bar, busy, failed = ProgressBar(), ProgressBar(), ProgressBar()
    bar.set_fraction(0.64)
    busy.set_fraction(None)
    failed.set_fraction(0.37)
    failed.set_role("error")
    for progress in (bar, busy, failed):
        layout.addWidget(progress)
    card = Card()
    facts = KeyValueGrid()
    facts.set_rows(
        [
            KeyValue("Created", "today 11:19:18", "2026-11-22 11:19:18 UTC"),
            KeyValue("Id", "j-2611221119184a9c" * 3, elide_middle=True, fixed_width=True),
            KeyValue("Cost so far", "1.8 credits of 100"),
            KeyValue("Memory", ""),
            KeyValue("Log level", "info"),
        ]
    )
    card.body.addWidget(facts)
    layout.addWidget(card)
    layout.addWidget(plain_label("Process", font=fonts.strong_font()))
    _add_states(layout)
    return column


def _add_states(layout: QVBoxLayout) -> None:
    loading = EmptyState()
    loading.set_loading("Fetching the process…")
    failed_state = EmptyState()
    failed_state.set_state(
        Icon.OFFLINE,
        "The results could not be fetched",
        "The back-end did not answer within 20 seconds. What was fetched before is shown.",
        "Try again",
        role="error",
    )
    for state in (loading, failed_state):
        holder = Card()
        holder.body.addWidget(state)
        layout.addWidget(holder, 1)


def _pill(status: JobStatus) -> StatusPill:
    pill = StatusPill()
    pill.set_status(status, "submitted")
    return pill


def _column() -> tuple[QWidget, QVBoxLayout]:
    column = QWidget()
    column.setGeometry(QRect(0, 0, 400, 900))
    layout = QVBoxLayout(column)
    layout.setContentsMargins(16, 16, 16, 16)
    layout.setSpacing(10)
    return column, layout


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return row
