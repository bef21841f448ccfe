"""The download queue as rows for a table view, grouped by job: values in, roles out; no widgets.

The service owns the queue; this only mirrors it. Words come from `ui` through `text` and `headers`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QModelIndex

from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.models.download_rows import DownloadColumn, DownloadRows
from openeo_desktop.models.row_ranges import row_ranges

MANY_RUNS = 32
"""So many separate runs of rows are announced at most; more are one rearrangement."""


class DownloadsTableModel(DownloadRows):
    """Rows keyed by `DownloadId`, in queue order, under a row for their job."""

    def set_downloads(self, downloads: Iterable[Download]) -> None:
        """Show these and nothing else; rows that stay keep what views hold of them."""
        rows = list(downloads)
        if not self._lines:
            self.beginResetModel()
            self.queue.reset(rows)
            self._set_lines(self.queue.lines())
            self.endResetModel()
            return
        self._rearrange(lambda: self.queue.reset(rows))

    def apply(self, upserted: Sequence[Download], removed: Sequence[DownloadId] = ()) -> None:
        """Take over one event: rows change in place, new ones join their job, others leave."""
        self.queue.hidden.difference_update(removed)
        self._remove([item for item in removed if item in self.queue.downloads])
        known = self.queue.downloads
        self._replace({new.id: new for new in upserted if new.id in known})
        self._append({new.id: new for new in upserted if new.id not in known})

    def hide(self, items: Iterable[DownloadId]) -> None:
        """These are about to leave the list (undone by `set_downloads` after `unhide`)."""
        wanted = [item for item in items if item in self.queue.downloads]
        self._remove(wanted)
        self.queue.hidden.update(wanted)

    def unhide(self) -> None:
        """Nothing is about to leave any more."""
        self.queue.hidden.clear()

    def set_filter(self, states: frozenset[DownloadState] | None) -> None:
        """Only files in these states have rows; None for all."""
        if states != self.queue.shown_states:
            self._rearrange(lambda: setattr(self.queue, "shown_states", states))

    def set_collapsed(self, key: JobKey, collapsed: bool) -> None:
        """Hide or show the files of a job."""
        row, group = self.row_of(key), self.queue.groups.get(key)
        if row is None or group is None or collapsed == self.is_collapsed(key):
            self._note_collapsed(key, collapsed)
            return
        shown = self.queue.shown_of(group)
        if collapsed:
            self.beginRemoveRows(QModelIndex(), row + 1, row + len(shown))
            del self._lines[row + 1 : row + 1 + len(shown)]
            self._index = None
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), row + 1, row + len(shown))
            self._lines[row + 1 : row + 1] = shown
            self._index = None
            self.endInsertRows()
        self._note_collapsed(key, collapsed)
        self._tell([row])

    def rename_back_ends(self) -> None:
        """The names of accounts may have changed."""
        self.queue.rename_back_ends()
        self._tell([row for row, line in enumerate(self._lines) if isinstance(line, tuple)])

    def touch(self, state: DownloadState, column: DownloadColumn) -> None:
        """The texts of this column changed by the clock alone, for rows in this state."""
        if self.queue.states[state] <= 0:
            return
        rows = [
            row
            for row, line in enumerate(self._lines)
            if not isinstance(line, tuple) and self.queue.downloads[line].state is state
        ]
        self._tell(rows, column, column)

    # Changes.

    def _note_collapsed(self, key: JobKey, collapsed: bool) -> None:
        (self.queue.collapsed.add if collapsed else self.queue.collapsed.discard)(key)

    def _rearrange(self, change: Callable[[], object]) -> None:
        """Other rows for the same files; indexes that views hold (the selection) move along."""
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        held = [(self._lines[index.row()], index.column()) for index in old]
        change()
        self._set_lines(self.queue.lines())
        rows = self._rows_by_line()
        new = [self.index(rows[at], column) if at in rows else QModelIndex() for at, column in held]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _replace(self, changes: dict[DownloadId, Download]) -> None:
        if not changes:
            return
        queue, moves = self.queue, False
        for new in changes.values():
            moves |= queue.is_shown(new) != queue.is_shown(queue.downloads[new.id])
            queue.replace(new)
        if moves:
            self._rearrange(lambda: None)
        index = self._rows_by_line()
        jobs = {new.job for new in changes.values()}
        touched: list[JobKey | DownloadId] = [*changes, *jobs]
        self._tell([index[line] for line in touched if line in index])

    def _tell(
        self,
        rows: Sequence[int],
        first: DownloadColumn = DownloadColumn.FILE,
        last: DownloadColumn = DownloadColumn.STATE,
    ) -> None:
        runs = row_ranges(rows)
        if len(runs) > MANY_RUNS:
            runs = [(runs[0][0], runs[-1][1])]
        for begin, end in runs:
            self.dataChanged.emit(self.index(begin, first), self.index(end, last))

    def _append(self, new: dict[DownloadId, Download]) -> None:
        added = [download for download in new.values() if self.queue.add(download)]
        jobs = list(dict.fromkeys(download.job for download in added))
        if len(jobs) > MANY_RUNS or self.queue.shown_states is not None:
            self._rearrange(lambda: None)
            return
        for job in jobs:
            self._insert(job, [download.id for download in added if download.job == job])

    def _insert(self, job: JobKey, items: list[DownloadId]) -> None:
        """Rows for the last files of a job, and for the job if it is new."""
        row = self.row_of(job)
        lines: list[JobKey | DownloadId] = [] if self.is_collapsed(job) else [*items]
        at = len(self._lines)
        if row is None:
            lines.insert(0, job)
        elif not self.is_collapsed(job):
            at = row + 1 + len(self.queue.groups[job].files) - len(items)
        if lines:
            self.beginInsertRows(QModelIndex(), at, at + len(lines) - 1)
            self._lines[at:at] = lines
            self._index = None
            self.endInsertRows()
        if row is not None:
            self._tell([row])

    def _remove(self, items: Sequence[DownloadId]) -> None:
        if not items:
            return
        jobs = {self.queue.downloads[item].job for item in items}
        index = self._rows_by_line()
        left = set(items)
        empty = [job for job in jobs if self.queue.groups[job].files.keys() <= left]
        leaving: list[JobKey | DownloadId] = [*items, *empty]
        runs = row_ranges(index[line] for line in leaving if line in index)
        if len(runs) > MANY_RUNS or self.queue.shown_states is not None:
            self._rearrange(lambda: self.queue.take_all(items))
            return
        for first, last in reversed(runs):
            self.beginRemoveRows(QModelIndex(), first, last)
            for line in self._lines[first : last + 1]:
                if not isinstance(line, tuple):
                    self.queue.take(line)
            del self._lines[first : last + 1]
            self._index = None
            self.endRemoveRows()
        # Those of a collapsed job have no row.
        self.queue.take_all([item for item in items if item in self.queue.downloads])
        rows = (self.row_of(job) for job in jobs)
        self._tell([row for row in rows if row is not None])
