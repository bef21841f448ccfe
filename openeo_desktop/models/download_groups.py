"""Downloads gathered by their job: totals kept file by file, and which lines a table shows.

Plain values, no Qt: `DownloadsTableModel` speaks of them to the views.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeAlias

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.core.jobs import JobKey

_TROUBLE = (
    DownloadState.FAILED,
    DownloadState.WAITING_AUTH,
    DownloadState.WAITING_DISK,
)
_GOES = (DownloadState.RUNNING, DownloadState.VERIFYING, DownloadState.WAITING)


class DownloadGroup:
    """The files of one job together.

    Attributes:
        files: Ids in the order of the queue.
        states: How many files are in each state.
        done, total: Bytes; `total` is None while the size of a file is unknown.
        rate: Bytes per second of all that run.
    """

    __slots__ = (
        "_left",
        "_left_unknown",
        "_rates",
        "_total",
        "_unknown",
        "back_end",
        "done",
        "files",
        "key",
        "states",
        "title",
    )

    def __init__(self, key: JobKey, title: str, back_end: str) -> None:
        self.key = key
        self.title = title
        self.back_end = back_end
        self.files: dict[DownloadId, None] = {}
        self.states: Counter[DownloadState] = Counter()
        self.done = 0
        self._total = 0
        self._unknown = 0
        self._left = 0
        self._left_unknown = 0
        self._rates: dict[DownloadId, float] = {}

    def add(self, download: Download) -> None:
        """One more file, at the end."""
        self.files[download.id] = None
        self._count(download, 1)

    def change(self, old: Download, new: Download) -> None:
        """A file looks different now."""
        self._count(old, -1)
        self._count(new, 1)

    def take(self, download: Download) -> None:
        """A file leaves."""
        self.files.pop(download.id, None)
        self._count(download, -1)

    def _count(self, download: Download, by: int) -> None:
        self.states[download.state] += by
        self.done += by * download.done
        size = download.done if download.state is DownloadState.DONE else download.total
        self._total += by * (size or 0)
        self._unknown += by * (size is None)
        if download.state.is_open:
            self._left += by * max(0, (size or 0) - download.done)
            self._left_unknown += by * (size is None)
        if by > 0 and download.state is DownloadState.RUNNING:
            self._rates[download.id] = download.rate
        else:
            self._rates.pop(download.id, None)

    @property
    def total(self) -> int | None:
        return None if self._unknown else self._total

    @property
    def rate(self) -> float:
        return sum(self._rates.values())

    @property
    def finished(self) -> int:
        """Files that are here."""
        return self.states[DownloadState.DONE]

    @property
    def is_whole(self) -> bool:
        """Whether every file is here."""
        return self.finished == len(self.files)

    @property
    def fraction(self) -> float:
        """0..1 of the bytes; of the files, while a size is unknown."""
        if self.total:
            return min(1.0, self.done / self.total)
        return self.finished / len(self.files) if self.files else 0.0

    @property
    def left(self) -> int | None:
        """Bytes still to come of what goes on by itself; None while a size is unknown."""
        return None if self._left_unknown else self._left

    @property
    def seconds_left(self) -> float | None:
        """For all that goes on by itself, at the present rate; None if it cannot be said."""
        rate, left = self.rate, self.left
        return left / rate if rate and left is not None else None

    @property
    def state(self) -> DownloadState:
        """The state that a person has to know of first."""
        order = (*_TROUBLE, *_GOES, DownloadState.QUEUED, DownloadState.PAUSED)
        return next((state for state in order if self.states[state] > 0), DownloadState.DONE)


def _title(download: Download) -> str:
    return download.job_title or download.job.job_id


Line: TypeAlias = "DownloadGroup | Download"


class DownloadGroups:
    """All downloads in the order of the queue, their groups, and what of it is shown.

    Attributes:
        shown_states: Only files in these states have lines; None for all.
        collapsed: Jobs whose files have no lines.
        hidden: Files that are on their way off the list: nothing here counts them.
    """

    def __init__(self, back_end_of: Callable[[AccountId], str]) -> None:
        self.downloads: dict[DownloadId, Download] = {}
        self.groups: dict[JobKey, DownloadGroup] = {}
        self.states: Counter[DownloadState] = Counter()
        self.shown_states: frozenset[DownloadState] | None = None
        self.collapsed: set[JobKey] = set()
        self.hidden: set[DownloadId] = set()
        self._back_end_of = back_end_of

    def reset(self, downloads: Iterable[Download]) -> None:
        """These and no others, in this order."""
        self.downloads, self.groups, self.states = {}, {}, Counter()
        for download in downloads:
            self.add(download)

    def add(self, download: Download) -> bool:
        """One more at the end; False if it is hidden or there already."""
        if download.id in self.hidden or download.id in self.downloads:
            return False
        group = self.groups.get(download.job)
        if group is None:
            back_end = self._back_end_of(download.job.account_id)
            group = self.groups[download.job] = DownloadGroup(
                download.job, _title(download), back_end
            )
        self.downloads[download.id] = download
        group.add(download)
        self.states[download.state] += 1
        return True

    def replace(self, new: Download) -> None:
        """It looks different now."""
        old = self.downloads[new.id]
        self.downloads[new.id] = new
        group = self.groups[new.job]
        group.change(old, new)
        group.title = _title(new)
        self.states[old.state] -= 1
        self.states[new.state] += 1

    def take(self, item: DownloadId) -> None:
        """It leaves; so does its group with the last file."""
        old = self.downloads.pop(item)
        group = self.groups[old.job]
        group.take(old)
        self.states[old.state] -= 1
        if not group.files:
            del self.groups[old.job]

    def take_all(self, items: Iterable[DownloadId]) -> None:
        """Several leave."""
        for item in items:
            self.take(item)

    def rename_back_ends(self) -> None:
        """The names of accounts may have changed."""
        for group in self.groups.values():
            group.back_end = self._back_end_of(group.key.account_id)

    def is_shown(self, download: Download) -> bool:
        """Whether the filter lets it through."""
        return self.shown_states is None or download.state in self.shown_states

    def shown_of(self, group: DownloadGroup) -> list[DownloadId]:
        """The files of a group that the filter lets through."""
        if self.shown_states is None:
            return list(group.files)
        return [item for item in group.files if self.is_shown(self.downloads[item])]

    def lines(self) -> list[JobKey | DownloadId]:
        """Each group, followed by its files unless it is collapsed; none without a shown file."""
        lines: list[JobKey | DownloadId] = []
        for key, group in self.groups.items():
            shown = self.shown_of(group)
            if shown:
                lines.append(key)
                lines.extend(() if key in self.collapsed else shown)
        return lines

    @property
    def open(self) -> int:
        """Files that go on by themselves, or as soon as what they wait for is there."""
        return sum(count for state, count in self.states.items() if state.is_open)

    @property
    def rate(self) -> float:
        """Bytes per second of all of it."""
        return sum(group.rate for group in self.groups.values())

    @property
    def seconds_left(self) -> float | None:
        """Until all that goes on by itself is here; None if it cannot be said."""
        lefts = [group.left for group in self.groups.values()]
        known = sum(left for left in lefts if left is not None)
        rate = self.rate
        return known / rate if rate and None not in lefts else None
