"""Short local work off the GUI thread for a widget: reading a file, parsing a large text.

Not for the network or the store: those belong to services. The work may not touch Qt; the answer
comes back on the GUI thread through a queued signal, and not at all once its owner is gone.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from openeo_desktop.core.errors import AppError

T = TypeVar("T")
log = logging.getLogger(__name__)


class BackgroundCalls(QObject):
    """Runs functions on daemon threads for one owner; only the latest call's answer counts."""

    _finished = Signal(int, object, object)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._latest = 0
        self._on_done: Callable[[Any], object] | None = None
        self._on_failed: Callable[[AppError], object] | None = None
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

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
            target=self._run, args=(self._latest, work), name="ui-background", daemon=True
        )
        thread.start()

    def drop(self) -> None:
        """Do not hear the answer of a call that still runs."""
        self._latest += 1
        self._on_done = self._on_failed = None

    def _run(self, number: int, work: Callable[[], Any]) -> None:
        value: Any = None
        failure: BaseException | None = None
        try:
            value = work()
        except Exception as error:  # noqa: BLE001 - raised again on the GUI thread
            failure = error
        try:
            self._finished.emit(number, value, failure)
        except RuntimeError:  # the owner was destroyed meanwhile
            log.debug("The owner of a background call is gone")

    def _on_finished(self, number: int, value: Any, failure: BaseException | None) -> None:
        if number != self._latest:
            return
        on_done, on_failed = self._on_done, self._on_failed
        self._on_done = self._on_failed = None
        if failure is None:
            if on_done is not None:
                on_done(value)
        elif isinstance(failure, AppError) and on_failed is not None:
            on_failed(failure)
        else:
            raise failure
