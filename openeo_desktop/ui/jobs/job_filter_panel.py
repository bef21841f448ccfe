"""The panel where filters are set: account, time, process, collection, costs. Acts at once.

It knows what a filter looks like in fields, not what it does to the table.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDateEdit,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.core.accounts import AccountId, AccountStatus
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.job_query import KnownUses, SortField
from openeo_desktop.models.job_filters import JobFilters, Span
from openeo_desktop.ui.jobs.job_filter_texts import TIMES, span_name, time_name
from openeo_desktop.ui.kit.buttons import outlined_button, quiet_button
from openeo_desktop.ui.kit.labels import MutedLabel, plain_label
from openeo_desktop.ui.look.tokens import GROUP_SPACING, PANE_SPACING

TYPED_MS = 250
WIDTH = 380
WEEK = 6


class JobFilterPanel(QDialog):
    """Opens beside its button, closes by Escape or a click elsewhere.

    Signals: `filters_chosen(JobFilters)` on every change by the person.
    """

    filters_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("job_filter_panel")
        self.setWindowTitle(self.tr("Filter the jobs"))
        self._filters = JobFilters()
        self._filling = False
        self._typed = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._typed.timeout.connect(self._tell)
        self._make_fields()
        self._lay_out()
        self._connect()

    # What is shown.

    def show_filters(self, filters: JobFilters, today: dt.date) -> None:
        """Fill the fields."""
        self._filling = True
        self._filters = filters
        self.account.setCurrentIndex(max(0, self.account.findData(filters.account)))
        self.time_of.setCurrentIndex(max(0, self.time_of.findData(filters.time_of)))
        self.span.setCurrentIndex(max(0, self.span.findData(filters.span)))
        week_ago = today - dt.timedelta(days=WEEK)
        self.first_day.setDate(_date(filters.first_day or week_ago))
        self.last_day.setDate(_date(filters.last_day or today))
        self.process.setEditText(filters.process)
        self.collection.setEditText(filters.collection)
        for field, value in self._costs(filters):
            field.setText("" if value is None else QLocale().toString(value, "g", 12))
        self._follow()
        self._filling = False

    def show_accounts(self, statuses: Sequence[AccountStatus]) -> None:
        """What can be chosen; with less than two there is nothing to choose."""
        self._filling = True
        self.account.clear()
        self.account.addItem(self.tr("All accounts"), None)
        for status in statuses:
            self.account.addItem(visible_text(status.account.title), status.account.id)
        self.account.setCurrentIndex(max(0, self.account.findData(self._filters.account)))
        self._filling = False
        for widget in (self.account, self._labels[0]):
            widget.setVisible(len(statuses) > 1)

    def show_uses(self, uses: KnownUses) -> None:
        """What to offer while an id is typed."""
        self._filling = True
        for box, words in ((self.process, uses.processes), (self.collection, uses.collections)):
            text = box.currentText()
            box.clear()
            box.addItems(["", *words])
            box.setEditText(text)
        self._filling = False

    def values(self) -> JobFilters:
        """What stands in the fields."""
        span = Span(self.span.currentData())
        days = span is Span.DAYS
        account = self.account.currentData()
        return dataclasses.replace(
            self._filters,
            account=AccountId(account) if account else None,
            span=span,
            time_of=SortField(self.time_of.currentData()),
            first_day=_day(self.first_day) if days else None,
            last_day=_day(self.last_day) if days else None,
            process=self.process.currentText().strip(),
            collection=self.collection.currentText().strip(),
            least_costs=_number(self.least_costs),
            most_costs=_number(self.most_costs),
        )

    def _costs(
        self, filters: JobFilters
    ) -> tuple[tuple[QLineEdit, float | None], tuple[QLineEdit, float | None]]:
        return (self.least_costs, filters.least_costs), (self.most_costs, filters.most_costs)

    # What the person does.

    def _on_changed(self) -> None:
        if not self._filling:
            self._follow()
            self._tell()

    def _on_typed(self) -> None:
        if not self._filling:
            self._typed.start()

    def _tell(self) -> None:
        self._typed.stop()
        values = self.values()
        if values != self._filters:
            self._filters = values
            self.filters_chosen.emit(values)

    def _on_clear(self) -> None:
        self.show_filters(JobFilters(), dt.date.today())  # noqa: DTZ011 - the person's own day
        self.filters_chosen.emit(JobFilters())

    def done(self, result: int) -> None:
        """What was typed a moment ago counts."""
        self._tell()
        super().done(result)

    def _follow(self) -> None:
        self._days.setVisible(Span(self.span.currentData()) is Span.DAYS)
        self.adjustSize()

    # Fields.

    def _make_fields(self) -> None:
        self.account = QComboBox(self)
        self.time_of, self.span = QComboBox(self), QComboBox(self)
        for field in TIMES:
            self.time_of.addItem(time_name(field), field)
        for span in Span:
            self.span.addItem(span_name(span), span)
        self._days = QWidget(self)
        self.first_day = self._date_edit(self.tr("First day"))
        self.last_day = self._date_edit(self.tr("Last day"))
        self.process = self._id_box(self.tr("Any process"))
        self.collection = self._id_box(self.tr("Any collection"))
        self.least_costs = self._cost_field(self.tr("Least costs"), self.tr("from"))
        self.most_costs = self._cost_field(self.tr("Most costs"), self.tr("to"))
        self.time_of.setAccessibleName(self.tr("Time of"))
        self.clear_button = quiet_button(self.tr("Clear all"), None, self)
        self.close_button = outlined_button(self.tr("Close"), None, self)

    def _date_edit(self, name: str) -> QDateEdit:
        edit = QDateEdit(self._days)
        edit.setCalendarPopup(True)
        edit.setAccessibleName(name)
        return edit

    def _id_box(self, placeholder: str) -> QComboBox:
        box = QComboBox(self)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(20)
        field, completer = box.lineEdit(), box.completer()
        if field is not None and completer is not None:
            field.setPlaceholderText(placeholder)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        return box

    def _cost_field(self, name: str, placeholder: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        field.setPlaceholderText(placeholder)
        validator = QDoubleValidator(0.0, 1e12, 4, field)
        validator.setNotation(QDoubleValidator.Notation.StandardNotation)
        field.setValidator(validator)
        return field

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.addStrut(WIDTH)  # a minimum of the window would hold against longer words
        outer.setContentsMargins(0, 0, 0, 0)
        frame = QFrame(self)
        frame.setProperty("kind", "card")
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        column.setSpacing(GROUP_SPACING)
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        fields: tuple[tuple[str, QWidget, Sequence[QWidget]], ...] = (
            (self.tr("&Account"), self.account, (self.account,)),
            (self.tr("&Time"), self.span, (self.time_of, self.span)),
            (self.tr("&Process"), self.process, (self.process,)),
            (self.tr("C&ollection"), self.collection, (self.collection,)),
            (self.tr("&Costs"), self.least_costs, (self.least_costs, self.most_costs)),
        )
        self._labels = []
        for row, (text, buddy, widgets) in enumerate(fields):
            label = plain_label(text, self)
            label.setBuddy(buddy)
            self._labels.append(label)
            grid.addWidget(label, 2 * row, 0)
            grid.addLayout(_row(*widgets), 2 * row, 1)
        # In a row of its own that the spacing does not count while it is hidden.
        self._days.setLayout(_row(self.first_day, plain_label("–", self._days), self.last_day))
        grid.addWidget(self._days, 3, 1)
        hint = self.tr("Process and collection know only jobs whose details were read.")
        column.addWidget(MutedLabel(hint, self, wrap=True))
        buttons = _row(self.clear_button, None, self.close_button)
        column.addLayout(buttons)

    def _connect(self) -> None:
        for box in (self.account, self.time_of, self.span):
            box.currentIndexChanged.connect(self._on_changed)
        for edit in (self.first_day, self.last_day):
            edit.dateChanged.connect(self._on_typed)
        for combo in (self.process, self.collection):
            combo.editTextChanged.connect(self._on_typed)
        for field in (self.least_costs, self.most_costs):
            field.textEdited.connect(self._on_typed)
        self.clear_button.clicked.connect(self._on_clear)
        self.close_button.clicked.connect(self.accept)


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget, 1 if isinstance(widget, (QComboBox, QLineEdit, QDateEdit)) else 0)
    return row


def _date(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _day(edit: QDateEdit) -> dt.date:
    date = edit.date()
    return dt.date(date.year(), date.month(), date.day())


def _number(field: QLineEdit) -> float | None:
    value, valid = QLocale().toDouble(field.text())
    return value if valid and field.text() else None
