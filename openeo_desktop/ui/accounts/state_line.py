"""The state of an account as a line: a mark, what it is, since when; the reason below."""

from __future__ import annotations

import datetime as dt

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from openeo_desktop.core.accounts import AccountStatus
from openeo_desktop.core.formatting import format_exact, visible_text
from openeo_desktop.ui.accounts import account_texts as texts
from openeo_desktop.ui.kit.labels import MutedLabel, plain_label
from openeo_desktop.ui.look.icons import Icon, paint_icon, role_color


class StateLine(QWidget):
    """Follows nothing by itself: give it a status."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = _Mark(self)
        self.words = plain_label("", self, wrap=True, selectable=True)
        self.reason = MutedLabel("", self, wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._mark, 0, 0)
        grid.addWidget(self.words, 0, 1)
        grid.addWidget(self.reason, 1, 1)

    def show_status(self, status: AccountStatus, now: dt.datetime) -> None:
        """Show the state, since when, and why."""
        self._mark.name = texts.account_icon(status.account)
        self._mark.role = texts.state_role(status.state)
        self._mark.update()
        since = self.tr("since {time}").format(time=texts.since_when(status.since, now))
        self.words.setText(f"{texts.state_words(status)}  ·  {since}")
        self.words.setToolTip(format_exact(status.since))
        self.reason.setText(visible_text(status.message[:500]))
        self.reason.setVisible(bool(status.message))


class _Mark(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.role = Icon.BACK_END, "muted"
        self.setFixedSize(18, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self.rect(), self.name, role_color(self.role))
