"""From the search field into the table: Down and Enter go to the jobs that were found."""

from __future__ import annotations

from PySide6.QtCore import QObject

from openeo_desktop.ui.jobs.jobs_pane import JobsPane
from openeo_desktop.ui.kit.search_field import SearchField


class SearchEntry(QObject):
    """Waits for the answer to what was typed last: the keyboard goes to no job of another one.

    Where nothing was found the cursor stays in the field, as it does once the person types on.
    """

    def __init__(self, search: SearchField, pane: JobsPane) -> None:
        super().__init__(pane)
        self._search = search
        self._pane = pane
        self._waiting = False
        search.search_changed.connect(pane.set_text)
        search.textEdited.connect(self._on_edited)
        search.down_pressed.connect(self._on_wanted)
        search.returnPressed.connect(self._on_wanted)
        pane.model.listed.connect(self._go_on)
        pane.model.first_page_listed.connect(self._go_on)

    def _on_edited(self) -> None:
        self._waiting = False

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
