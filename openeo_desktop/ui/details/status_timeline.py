"""The life of a job as a small timeline: its statuses, since when, for how long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from openeo_desktop.core.formatting import format_duration, format_exact, format_moment
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.status_history import StatusStep
from openeo_desktop.ui.kit.labels import ElidedLabel, MutedLabel
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.kit.status_pill import status_label
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import paint_icon, role_color, status_icon
from openeo_desktop.ui.look.theme import tokens

ICON = 16
ROW = 24


class StatusTimeline(QWidget):
    """One row for each step, the latest at the bottom, joined by a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_timeline")
        self.setAccessibleName(self.tr("Status history"))
        self._rows: list[tuple[_Mark, ElidedLabel, MutedLabel, MutedLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: Sequence[StatusStep], now: dt.datetime) -> None:
        """Show these steps; labels are used again, so that nothing flickers."""
        while len(self._rows) < len(steps):
            self._add_row()
        for number, row in enumerate(self._rows):
            for widget in row:
                widget.setVisible(number < len(steps))
        for number, step in enumerate(steps):
            self._fill(number, step, len(steps), now)

    def lines(self) -> list[str]:
        """What is shown, a line for each step."""
        shown = [row for row in self._rows if row[0].isVisibleTo(self)]
        return ["  ".join(w.text() for w in row[1:] if w.text()) for row in shown]

    def _fill(self, number: int, step: StatusStep, count: int, now: dt.datetime) -> None:
        mark, name, begin, lasted = self._rows[number]
        mark.show_status(step.status, above=number > 0, below=number < count - 1)
        name.setText(status_label(step.status))
        begin.setText(format_moment(step.begin, now))
        begin.setToolTip(plain_tool_tip(_exact(step)))
        lasted.setText(format_duration(step.lasted))
        name.setAccessibleName(
            ", ".join(w.text() for w in (name, begin, lasted) if w.text()) or name.text()
        )

    def _add_row(self) -> None:
        mark = _Mark(self)
        name = ElidedLabel("", self)
        begin, lasted = MutedLabel("", self), MutedLabel("", self)
        lasted.setFont(fonts.tabular_font())
        row = len(self._rows)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(mark, row, 0)
        self._grid.addWidget(name, row, 1)
        self._grid.addWidget(begin, row, 2, right)
        self._grid.addWidget(lasted, row, 3, right)
        self._rows.append((mark, name, begin, lasted))


class _Mark(QWidget):
    """The icon of a status on the line of time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._status = JobStatus.UNKNOWN
        self._above = self._below = False
        self.setFixedSize(ICON, ROW)

    def show_status(self, status: JobStatus, *, above: bool, below: bool) -> None:
        self._status, self._above, self._below = status, above, below
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle, half = self.width() // 2, self.height() // 2
        painter.setPen(QPen(QColor(tokens().border), 2))
        gap = ICON // 2 + 1
        if self._above:
            painter.drawLine(middle, 0, middle, half - gap)
        if self._below:
            painter.drawLine(middle, half + gap, middle, self.height())
        box = QRect(0, half - ICON // 2, ICON, ICON)
        paint_icon(painter, box, status_icon(self._status), role_color(self._status.value))


def _exact(step: StatusStep) -> str:
    exact = format_exact(step.begin)
    if not exact or step.told:
        return exact
    return QCoreApplication.translate("StatusTimeline", "Seen here at {time}").format(time=exact)
