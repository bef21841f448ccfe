"""Short local work off the GUI thread for a widget: reading a file, parsing a large text.

Not for the network or the store: those belong to services. The work never touches Qt: its answer is
put into a queue, which a timer of the owner looks into while something runs. (A signal emitted by
the thread crashes the process when its object is destroyed at that moment.)
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer

from openeo_desktop.core.errors import AppError

T = TypeVar("T")
_Answer = tuple[int, Any, BaseException | None]
_POLL_MS = 10


class BackgroundCalls(QObject):
    """Runs functions on daemon threads for one owner; only the latest call's answer counts."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._latest = 0
        self._on_done: Callable[[Any], object] | None = None
        self._on_failed: Callable[[AppError], object] | None = None
        self._answers: queue.SimpleQueue[_Answer] = queue.SimpleQueue()
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def running(self) -> bool:
        """True until the latest call has answered."""
        return self._on_done is not None

    def call(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], object],
        on_failed: Callable[[AppError], object] | None = None,
    ) -> None:
        """Run `work` on a thread; an older call that still runs is not heard any more."""
        self._latest += 1
        self._on_done, self._on_failed = on_done, on_failed
        thread = threading.Thread(
            target=_run,
            args=(self._latest, work, self._answers),
            name="ui-background",
            daemon=True,
        )
        thread.start()
        self._timer.start()

    def drop(self) -> None:
        """Do not hear the answer of a call that still runs."""
        self._latest += 1
        self._end()

    def _end(self) -> None:
        self._on_done = self._on_failed = None
        self._timer.stop()

    def _on_timeout(self) -> None:
        try:
            number, value, failure = self._answers.get_nowait()
        except queue.Empty:
            return
        if number != self._latest:
            return
        on_done, on_failed = self._on_done, self._on_failed
        self._end()
        if failure is None:
            if on_done is not None:
                on_done(value)
        elif isinstance(failure, AppError) and on_failed is not None:
            on_failed(failure)
        else:
            raise failure


def _run(number: int, work: Callable[[], Any], answers: queue.SimpleQueue[_Answer]) -> None:
    try:
        answers.put((number, work(), None))
    except Exception as error:  # noqa: BLE001 - raised again on the GUI thread
        answers.put((number, None, error))
