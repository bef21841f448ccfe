"""From error to error and from match to match: which row comes next, and the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from openeo_desktop.core.logs import LogLevel
from openeo_desktop.models.log_find import LogFinder
from openeo_desktop.services.logs import LogQuery
from openeo_desktop.ui.log.log_text import found_text

if TYPE_CHECKING:
    from openeo_desktop.core.jobs import JobKey
    from openeo_desktop.services.logs import LogsService
    from openeo_desktop.services.spawner import Spawn
    from openeo_desktop.ui.log.log_pane import LogPane


class LogSteps(QObject):
    """Moves through one log pane."""

    def __init__(self, pane: LogPane, logs: LogsService, spawn: Spawn) -> None:
        super().__init__(pane)
        self._pane = pane
        self._logs = logs
        self._spawn = spawn
        self._step: bool | None = None
        self._wanted: int | None = None
        self.finder = LogFinder(logs, spawn, self)
        header = pane.header
        header.next_error.triggered.connect(lambda: self._go_to_error(forward=True))
        header.previous_error.triggered.connect(lambda: self._go_to_error(forward=False))
        header.first_error.triggered.connect(self.go_to_first_error)
        header.find_bar.step_requested.connect(self._on_step_requested)
        self.finder.found.connect(self._on_found)
        pane.view.selectionModel().currentRowChanged.connect(self._say_found)

    def look(self) -> None:
        """The job, the levels or the text to find are others now."""
        if self.finder.key != self._pane.feed.key:
            self._wanted = None
        find = self._pane.header.find_bar
        query = LogQuery(self._pane.feed.query.levels, find.text())
        self._pane.view.mark(find.text())
        self.finder.find(self._pane.feed.key, query)
        self._say_found()

    def go_to_first_error(self) -> None:
        """Show the first error of all."""
        self._go_to_error(forward=True, first=True)

    def go_to_entry(self, row_id: int) -> None:
        """Show one entry; filters that hide it are taken away."""
        row = self._pane.model.fast_row_of(row_id)
        if row >= 0:
            self._pane.view.show_row(row)
        elif self._pane.feed.key is not None:
            self._pane.show_all()
            self._wanted = row_id

    def follow_listing(self) -> None:
        """The log was listed anew: go where was wanted, search in what was added."""
        row = -1 if self._wanted is None else self._pane.model.fast_row_of(self._wanted)
        if row >= 0:
            self._wanted = None
            self._pane.view.show_row(row)
        self.finder.look_on()

    def _go_to_error(self, *, forward: bool, first: bool = False) -> None:
        key = self._pane.feed.key
        if key is not None:
            search = self._find_error(key, forward=forward, first=first)
            self._spawn(search, "find the next error")

    async def _find_error(self, key: JobKey, *, forward: bool, first: bool) -> None:
        """The errors among the lines that are shown; filters that hide them all are taken away."""
        query = self._pane.feed.query
        wanted = LogQuery(levels=frozenset((LogLevel.ERROR,)), text=query.text)
        errors = (await self._logs.listing(key, wanted)).row_ids
        if key != self._pane.feed.key:
            return
        if LogLevel.ERROR not in query.levels or not errors:
            self._pane.show_all()
            return
        row = -1 if first else self._pane.view.currentIndex().row()
        found = self._pane.model.nearest(row, errors, forward=forward)
        if found is not None:
            self._pane.view.show_row(found)

    def _on_step_requested(self, forward: bool) -> None:
        """Return may be pressed before the search has ended: then as soon as it has."""
        self._pane.apply_search()
        if self.finder.is_known:
            self._go_to_match(forward=forward)
        else:
            self._step = forward

    def _on_found(self) -> None:
        self._say_found()
        if self._step is not None and self.finder.is_known:
            forward, self._step = self._step, None
            self._go_to_match(forward=forward)

    def _go_to_match(self, *, forward: bool) -> None:
        view = self._pane.view
        row = view.currentIndex().row()
        if row < 0:  # nothing is chosen: from what is seen
            row = view.rowAt(0) - 1 if forward else view.rowAt(view.viewport().height() - 1) + 1
        found = self._pane.model.nearest(row, self.finder.matches, forward=forward)
        if found is not None:
            view.show_row(found)
        self._say_found()

    def _say_found(self, *_: object) -> None:
        find = self._pane.header.find_bar
        if not find.text():
            self._step = None
            find.set_found("")
        elif not self.finder.is_known:
            find.set_found("…")
        else:
            current = self._pane.model.row_id(self._pane.view.currentIndex().row())
            place = self.finder.place_of(current)
            find.set_found(found_text(place, len(self.finder.matches)))
