"""From the search field into the table: Down and Enter go to the jobs that were found."""

from __future__ import annotations

from PySide6.QtCore import QObject

from openeo_desktop.core.job_query import JobListing
from openeo_desktop.ui.jobs.jobs_pane import JobsPane
from openeo_desktop.ui.kit.search_field import SearchField
from openeo_desktop.ui.kit.table_view import DataTable


class SearchEntry(QObject):
    """Waits for the answer to what was typed last: the keyboard goes to no job of another one.

    Where nothing was found the cursor stays in the field, as it does once the person types on.
    The job chosen among those found stays in sight when the search is cleared.
    """

    def __init__(self, search: SearchField, pane: JobsPane) -> None:
        super().__init__(pane)
        self._search = search
        self._pane = pane
        self._waiting = False
        self._answered = ""
        search.search_changed.connect(pane.set_text)
        search.textEdited.connect(self._on_edited)
        search.down_pressed.connect(self._on_wanted)
        search.returnPressed.connect(self._on_wanted)
        pane.model.listed.connect(self._on_listed)
        pane.model.first_page_listed.connect(self._go_on)

    def _on_edited(self) -> None:
        self._waiting = False

    def _on_listed(self, listing: JobListing) -> None:
        self._go_on()
        answered, self._answered = self._answered, listing.query.text
        table = self._pane.table
        if answered and not self._answered and table.selectionModel().hasSelection():
            # At an edge the chips, which may need a second line for larger counts, would hide it.
            table.scrollTo(table.currentIndex(), DataTable.ScrollHint.PositionAtCenter)

    def _on_wanted(self) -> None:
        self._waiting = True
        self._go_on()

    def _go_on(self) -> None:
        if not self._waiting:
            return
        model = self._pane.model
        listing = model.listing
        if not self._search.hasFocus():
            self._waiting = False
        elif listing is not None and listing.query == model.query:
            self._waiting = False
            if listing.row_ids:
                self._pane.table.take_keyboard()
