"""What a transfer tells on its worker's threads: facts to the history, progress to the loop.

The history is written from the worker itself and waited for: what it says is then never more than
what is true, however busy the loop is.
"""

from __future__ import annotations

import concurrent.futures as cf
from pathlib import Path
from typing import Any

from openeo_desktop.core.cancel import Cancelled
from openeo_desktop.core.downloads import DownloadId, Verification
from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.mailbox import Mailbox
from openeo_desktop.services.history import History
from openeo_desktop.store import downloads as store

PATIENCE = 120.0


class DownloadJournal:
    """The `Journal` of one transfer. `received`: whether any byte came in."""

    def __init__(
        self,
        item: DownloadId,
        history: History,
        progress: Mailbox[DownloadId, tuple[int, int | None]],
    ) -> None:
        self.received = False
        self._first: int | None = None
        self._item = item
        self._history = history
        self._progress = progress

    def begin(self, validator: str, total: int | None) -> None:
        """See `Journal.begin`."""
        _wait(self._history.submit(store.begin_part, self._item, validator, total))

    def commit(self, size: int) -> None:
        """See `Journal.commit`."""
        _wait(self._history.submit(store.commit_part, self._item, size))

    def ready(self, target: Path, verified: Verification, size: int) -> None:
        """See `Journal.ready`."""
        _wait(self._history.submit(store.ready_part, self._item, target, verified, size))

    def progress(self, done: int, total: int | None) -> None:
        """See `Journal.progress`."""
        if self._first is None:
            self._first = done
        self.received = self.received or done > self._first
        self._progress.post(self._item, (done, total))


def _wait(kept: cf.Future[Any]) -> None:
    try:
        kept.result(PATIENCE)
    except cf.TimeoutError:
        raise StorageError(
            "The history does not take notes any more.", "Start the app again."
        ) from None
    except RuntimeError:  # it was closed: the app ends, and this worker was left behind
        raise Cancelled from None
