"""The line of filters that are on: a chip for each, and one button to clear them all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from openeo_desktop.models.job_filters import FilterPart, JobFilters
from openeo_desktop.ui.jobs.filter_chip import FilterChip
from openeo_desktop.ui.jobs.job_filter_texts import part_text
from openeo_desktop.ui.jobs.jobs_texts import AccountTitles
from openeo_desktop.ui.kit.buttons import quiet_button
from openeo_desktop.ui.kit.flow_layout import FlowLayout


class JobFilterBar(QWidget):
    """Hidden while nothing is filtered. Signals: `filters_chosen(JobFilters)`: with fewer parts."""

    filters_chosen = Signal(object)

    def __init__(self, accounts: AccountTitles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("job_filter_bar")
        self.setAccessibleName(self.tr("Filters that are on"))
        self._accounts = accounts
        self._filters = JobFilters()
        self._chips: dict[FilterPart, FilterChip] = {}
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clear_button = quiet_button(self.tr("Clear all"), None, self)
        self.clear_button.setObjectName("clear_filters_button")
        self.clear_button.setAccessibleName(self.tr("Clear all filters"))
        self.clear_button.clicked.connect(self._on_clear)
        self._flow.addWidget(self.clear_button)
        self.hide()

    def show_filters(self, filters: JobFilters) -> None:
        """A chip for each part that filters."""
        had_focus = any(chip.hasFocus() for chip in self._chips.values())
        self._filters = filters
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.clear_button)
        self._chips = {part: self._make_chip(part) for part in filters.parts()}
        self._flow.addWidget(self.clear_button)
        self.setVisible(bool(self._chips))
        self.updateGeometry()
        if had_focus and self._chips:
            next(iter(self._chips.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def chip(self, part: FilterPart) -> FilterChip:
        """The chip of a part that filters. Raises KeyError."""
        return self._chips[part]

    def _make_chip(self, part: FilterPart) -> FilterChip:
        chip = FilterChip(part_text(part, self._filters, self._accounts), self)
        chip.setObjectName(f"filter_{part}")
        chip.clicked.connect(lambda: self.filters_chosen.emit(self._filters.without(part)))
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _on_clear(self) -> None:
        self.filters_chosen.emit(JobFilters())
