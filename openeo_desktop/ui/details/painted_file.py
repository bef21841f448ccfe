"""Paints a picture in portions, a few milliseconds at a time, with its progress and a way out."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.errors import AppError
from openeo_desktop.ui.graph.graph_export import Painting
from openeo_desktop.ui.kit.late_progress import LateProgress

PORTION = 0.006
"""Seconds of painting between two looks at what else the window has to do."""
_STEPS = 100


class PaintedFile(QObject):
    """One picture. Deletes itself when it is done.

    Signals: `painted(object)` with the function that makes its bytes; `failed(AppError)`.
    """

    painted = Signal(object)
    failed = Signal(object)

    def __init__(self, painting: Painting, owner: QWidget) -> None:
        super().__init__(owner)
        self._painting = painting
        self._progress = LateProgress(self.tr("Painting the process graph…"), _STEPS, owner)
        self._progress.canceled.connect(self.cancel)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def cancel(self) -> None:
        """Nothing comes of it."""
        self._painting.close()
        self._end()

    def _on_turn(self) -> None:
        until, done = time.monotonic() + PORTION, 0.0
        try:
            while time.monotonic() < until:
                done = next(self._painting)
        except StopIteration as end:
            make: Callable[[], bytes] = end.value
            self._end()
            self.painted.emit(make)
        except AppError as error:
            self._end()
            self.failed.emit(error)
        else:
            self._progress.set_done(int(done * _STEPS))

    def _end(self) -> None:
        self._timer.stop()
        self._progress.end()
        self.deleteLater()
