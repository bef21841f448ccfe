"""How long something is still valid: a ring that empties and the minutes in words."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from openeo_desktop.core.times import utc_now
from openeo_desktop.ui.kit.labels import MutedLabel
from openeo_desktop.ui.look import fonts, theme
from openeo_desktop.ui.look.icons import role_color

_TICK_MS = 500
_SOON = 60.0


class _Ring(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.fraction = 1.0
        self.role = "accent"
        self.setFixedSize(20, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setPen(QPen(QColor(theme.tokens().border), 3))
        painter.drawEllipse(box)
        pen = QPen(role_color(self.role), 3)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(box, 90 * 16, -round(360 * 16 * self.fraction))


class Countdown(QWidget):
    """Counts down from `start`. Signals: `expired()` once, when the time is over."""

    expired = Signal()

    def __init__(
        self, parent: QWidget | None = None, now: Callable[[], dt.datetime] = utc_now
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._end = now()
        self._total = 1.0
        self._ring = _Ring(self)
        self._words = MutedLabel("", self)
        self._words.setFont(fonts.tabular_font())
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.tick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._ring)
        row.addWidget(self._words, 1)

    def start(self, end: dt.datetime) -> None:
        """Count down to a moment (aware)."""
        self._end = end
        self._total = max(1.0, (end - self._now()).total_seconds())
        self._timer.start()
        self.tick()

    def stop(self, words: str = "") -> None:
        """Count no more; say why."""
        self._timer.stop()
        self._ring.fraction = 0.0
        self._ring.update()
        self._words.setText(words)

    def text(self) -> str:
        """The words beside the ring."""
        return self._words.text()

    def tick(self) -> None:
        """Look at the clock."""
        left = (self._end - self._now()).total_seconds()
        if left <= 0:
            self.stop()
            self.expired.emit()
            return
        self._ring.fraction = min(1.0, left / self._total)
        self._ring.role = "warning" if left < _SOON else "accent"
        self._ring.update()
        seconds = math.ceil(left)
        clock = f"{seconds // 60}:{seconds % 60:02}"
        words = self.tr("Waiting for you. The code is valid for {time} more")
        self._words.setText(words.format(time=clock))
