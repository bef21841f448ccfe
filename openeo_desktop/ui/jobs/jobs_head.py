"""What stands over the jobs table: status chips, the buttons for filters and look, and the filters
that are on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from openeo_desktop.core.accounts import AccountStatus
from openeo_desktop.core.job_query import KnownUses
from openeo_desktop.models.job_filters import FilterPart, JobFilters
from openeo_desktop.ui.jobs.job_filter_bar import JobFilterBar
from openeo_desktop.ui.jobs.jobs_options import JobsOptions
from openeo_desktop.ui.jobs.jobs_texts import AccountTitles
from openeo_desktop.ui.jobs.status_chips import StatusChips
from openeo_desktop.ui.kit.buttons import icon_button, show_words
from openeo_desktop.ui.look.icons import Icon

if TYPE_CHECKING:
    from openeo_desktop.ui.jobs.job_filter_panel import JobFilterPanel

WORDS_FROM = 900
"""Below this width in pixels the buttons are icons."""


class JobsHead(QWidget):
    """Signals: `filters_chosen(JobFilters)` by the person; `panel_opened()`: what can be filtered
    by is wanted (`show_uses`).
    """

    filters_chosen = Signal(object)
    panel_opened = Signal()

    def __init__(
        self, accounts: AccountTitles, now: Callable[[], dt.datetime], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("jobs_head")
        self._accounts = accounts
        self._now = now
        self.filters = JobFilters()
        self.chips = StatusChips(self)
        self.bar = JobFilterBar(accounts, self)
        self.options = JobsOptions(self)
        self._panel: JobFilterPanel | None = None
        self._statuses: tuple[AccountStatus, ...] = ()
        self.filter_button = self._button(Icon.FILTER, self.tr("Filter"), "filter_button")
        self.options_button = self._button(Icon.COLUMNS, self.tr("View"), "view_button")
        # Opened by hand: a menu of the button's own takes the room of a chip for its arrow.
        self.menu = QMenu(self.options_button)
        self.menu.setToolTipsVisible(True)
        self.options.fill(self.menu)
        self.options_button.clicked.connect(self.open_menu)
        self.filter_button.clicked.connect(self.open_panel)
        self.options.filter.triggered.connect(self.open_panel)
        self.bar.filters_chosen.connect(self._on_chosen)
        self._lay_out()

    @property
    def panel(self) -> JobFilterPanel:
        """Made when it is first wanted: its fields would make the start of the window slower."""
        if self._panel is None:
            from openeo_desktop.ui.jobs.job_filter_panel import JobFilterPanel

            self._panel = JobFilterPanel(self)
            self._panel.filters_chosen.connect(self._on_chosen)
            self._panel.show_accounts(self._statuses)
        return self._panel

    def show_filters(self, filters: JobFilters) -> None:
        """Show what is on, without a signal."""
        self.filters = filters
        self.bar.show_filters(filters)
        number = len(filters.parts())
        self._bar_row.setContentsMargins(12, 0, 12, 8 if number else 0)
        text = self.tr("Filter ({number})").format(number=number) if number else self.tr("Filter")
        self.filter_button.setText(text)
        self.filter_button.setAccessibleName(text)

    def show_accounts(self, statuses: Sequence[AccountStatus]) -> None:
        """The accounts that can be chosen here; their titles may be others now."""
        self._statuses = tuple(statuses)
        if self._panel is not None:
            self._panel.show_accounts(statuses)
        if FilterPart.ACCOUNT in self.filters.parts():
            self.bar.show_filters(self.filters)

    def show_uses(self, uses: KnownUses) -> None:
        """The processes and collections that can be chosen."""
        self.panel.show_uses(uses)

    def open_panel(self) -> None:
        """Open the panel under its button, within the window."""
        self.panel.show_filters(self.filters, self._now().astimezone().date())
        self.panel.adjustSize()
        button = self.filter_button
        right = self.mapToGlobal(QPoint(self.width(), 0)).x() - self.panel.width() - 8
        at = button.mapToGlobal(QPoint(0, button.height() + 2))
        self.panel.move(min(at.x(), max(0, right)), at.y())
        self.panel.open()
        self.panel.span.setFocus(Qt.FocusReason.PopupFocusReason)
        self.panel_opened.emit()

    def open_menu(self) -> None:
        """Open the menu of the look under its button."""
        button = self.options_button
        self.menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def follow_width(self, width: int) -> None:
        """Words on the buttons only where there is room."""
        for button in (self.filter_button, self.options_button):
            show_words(button, beside=width >= WORDS_FROM)

    def _on_chosen(self, filters: JobFilters) -> None:
        self.show_filters(filters)
        self.filters_chosen.emit(filters)

    def _button(self, mark: Icon, text: str, name: str) -> QToolButton:
        button = icon_button(mark, text, self)
        button.setText(text)
        button.setObjectName(name)
        show_words(button, beside=True)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.chips, 1)
        top = Qt.AlignmentFlag.AlignTop
        for button in (self.filter_button, self.options_button):
            row.addWidget(button, 0, top)
        row.setContentsMargins(0, 6, 8, 0)
        column.addLayout(row)
        self._bar_row = QHBoxLayout()
        self._bar_row.addWidget(self.bar)
        column.addLayout(self._bar_row)
        self.show_filters(self.filters)
