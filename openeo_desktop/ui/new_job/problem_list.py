"""What is wrong with a process graph, or that nothing is: a sentence and a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.look.icons import Icon, icon, paint_icon, role_color
from openeo_desktop.ui.look.tokens import LINE_SPACING
from openeo_desktop.ui.new_job.process_check import PlacedProblem, Severity

_LONGEST = 300
_ROWS_SHOWN = 4


class _Mark(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.role = Icon.INFO, "muted"
        self.setFixedSize(16, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self.rect(), self.name, role_color(self.role))


class ProblemList(QWidget):
    """A line that says how it stands, and the problems if there are any.

    Signals:
        chosen(PlacedProblem): A problem was clicked, or Enter pressed on it.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[PlacedProblem, ...] = ()
        self._mark = _Mark(self)
        self._state = ElidedLabel("", self)
        self._state.setObjectName("checkState")
        self.list = QListWidget(self)
        self.list.setObjectName("problemList")
        self.list.setAccessibleName(self.tr("Problems of the process graph"))
        self.list.setIconSize(QSize(16, 16))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(self._on_item_chosen)
        self.list.itemActivated.connect(self._on_item_chosen)
        self._lay_out()
        self.set_problems(())

    def state_text(self) -> str:
        """The sentence that is shown."""
        return self._state.text()

    def problems(self) -> tuple[PlacedProblem, ...]:
        return self._problems

    def set_state(self, text: str, name: Icon, role: str) -> None:
        """Say how the check stands."""
        self._mark.name, self._mark.role = name, role
        self._mark.update()
        self._state.setText(text)

    def set_problems(self, problems: Sequence[PlacedProblem]) -> None:
        """List these problems, or none: then the list takes no room."""
        self._problems = tuple(problems)
        self.list.clear()
        for problem in self._problems:
            self.list.addItem(self._item(problem))
        self.list.setVisible(bool(self._problems))
        self._fit()

    def choose_next(self) -> None:
        """Go to the problem after the current one, from the last to the first."""
        if self._problems:
            row = (self.list.currentRow() + 1) % len(self._problems)
            self.list.setCurrentRow(row)
            self.chosen.emit(self._problems[row])

    def _item(self, problem: PlacedProblem) -> QListWidgetItem:
        text = " ".join(problem.message.split())[:_LONGEST]
        if problem.line:
            text = self.tr("Line {line}:  {message}").format(line=problem.line, message=text)
        is_error = problem.severity is Severity.ERROR
        mark = icon(Icon.ERROR, "error") if is_error else icon(Icon.WARNING, "warning")
        item = QListWidgetItem(mark, text)
        code = f"\n{problem.code}" if problem.code else ""
        item.setToolTip(plain_tool_tip(problem.message[:2000] + code))
        return item

    def _fit(self) -> None:
        rows = min(_ROWS_SHOWN, len(self._problems))
        height = self.list.sizeHintForRow(0) if rows else 0
        self.list.setFixedHeight(rows * height + 2 * self.list.frameWidth() + (2 if rows else 0))

    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        row = self.list.row(item)
        if 0 <= row < len(self._problems):
            self.chosen.emit(self._problems[row])

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._mark)
        line.addWidget(self._state, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(LINE_SPACING)
        layout.addLayout(line)
        layout.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
