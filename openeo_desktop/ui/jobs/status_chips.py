"""The chips over the jobs table: one per state that a place shows, with counts."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from openeo_desktop.core.job_query import JobListing
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.models.navigation import View
from openeo_desktop.ui.kit.chip_bar import ChipBar, ChipSpec
from openeo_desktop.ui.kit.status_pill import status_label

ALL = "all"
_STATES = (
    JobStatus.RUNNING,
    JobStatus.QUEUED,
    JobStatus.FINISHED,
    JobStatus.ERROR,
    JobStatus.CANCELED,
    JobStatus.CREATED,
    JobStatus.UNKNOWN,
)


class StatusChips(QWidget):
    """One chip is chosen: all states of the view, or one of them.

    Signals: `statuses_chosen(frozenset[JobStatus])`, by the person.
    """

    statuses_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = View.ALL
        self._shown: tuple[JobStatus, ...] = ()
        self.bar = ChipBar(self)
        self.bar.setObjectName("status_chips")
        self.bar.setAccessibleName(self.tr("Filter by status"))
        self.bar.selection_changed.connect(self._on_selection_changed)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(12, 8, 4, 8)
        self._lines.addWidget(self.bar)
        self._show_chips(with_unknown=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the table gives way, not a line of chips."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """One line wherever shorter counts make one."""
        margins = self._lines.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        exact, short = (self.bar.width_if(compact=compact) for compact in (False, True))
        self.bar.set_compact(short <= room < exact)
        needed = self._lines.heightForWidth(self.width())
        if needed != self.minimumHeight():
            self.setMinimumHeight(needed)

    def set_view(self, view: View, listing: JobListing | None) -> None:
        """Show the chips of another view; all its states are chosen."""
        self._view = view
        self._show_chips(with_unknown=False)
        self.bar.set_selection({ALL})
        if listing is not None:
            self.show_counts(listing)

    def choose(self, status: JobStatus) -> None:
        """Choose one state, as the person would."""
        self.bar.set_selection({status})
        self._on_selection_changed(frozenset({status}))

    def show_counts(self, listing: JobListing) -> None:
        """Show how many jobs each chip stands for."""
        unknown = listing.counts.get(JobStatus.UNKNOWN, 0) > 0
        if unknown and self._view is View.ALL and JobStatus.UNKNOWN not in self._shown:
            self._show_chips(with_unknown=True)
        counts: dict[Hashable, int | None] = {
            state: listing.counts.get(state, 0) for state in self._shown
        }
        everything = self._view.statuses or frozenset(_STATES)
        counts[ALL] = sum(listing.counts.get(state, 0) for state in everything)
        self.bar.set_counts(counts)
        self._fit()

    def _show_chips(self, *, with_unknown: bool) -> None:
        """A view of one state needs no chip for it; states openEO does not know only if there."""
        states = self._view.statuses or frozenset(_STATES)
        if not with_unknown:
            states = states - {JobStatus.UNKNOWN}
        self._shown = tuple(state for state in _STATES if state in states)
        chips = [ChipSpec(ALL, self.tr("All"))]
        if len(self._shown) > 1:
            chips += [ChipSpec(state, status_label(state)) for state in self._shown]
        self.bar.set_chips(chips)

    def _on_selection_changed(self, keys: frozenset[Hashable]) -> None:
        chosen = frozenset(key for key in keys if isinstance(key, JobStatus))
        self.statuses_chosen.emit(chosen or self._view.statuses)
