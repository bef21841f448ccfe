"""A thin, rounded progress bar: painted for tables and as a widget."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from openeo_desktop.ui.look import theme
from openeo_desktop.ui.look.icons import role_color
from openeo_desktop.ui.look.motion import is_motion_reduced

_SWEEP = 0.3
_PERIOD_MS = 1600
_FRAME_MS = 40


def paint_progress(
    painter: QPainter,
    rect: QRect | QRectF,
    fraction: float | None,
    colour: QColor | str,
    *,
    phase: float = 0.5,
) -> None:
    """Paint a bar that fills `rect`.

    `fraction` 0..1 (clamped); None means «working, how far is not known»: a piece of bar at
    `phase` 0..1 of its way.
    """
    box = QRectF(rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = box.height() / 2
    painter.setBrush(QColor(theme.tokens().border))
    painter.drawRoundedRect(box, radius, radius)
    done = _done_part(box, fraction, phase)
    if done.width() > 0:
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(done, radius, radius)
    painter.restore()


def _done_part(box: QRectF, fraction: float | None, phase: float) -> QRectF:
    if fraction is None:
        start = (1 + _SWEEP) * phase - _SWEEP
        left, right = max(0.0, start), min(1.0, start + _SWEEP)
        return QRectF(
            box.left() + left * box.width(), box.top(), (right - left) * box.width(), box.height()
        )
    share = min(1.0, max(0.0, fraction))
    width = max(box.height(), share * box.width()) if share > 0 else 0.0
    return QRectF(box.left(), box.top(), width, box.height())


class ProgressBar(QWidget):
    """A progress bar of 6 px. `set_fraction(None)` moves only if motion is welcome."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fraction: float | None = 0.0
        self._role = "accent"
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Progress"))

    @property
    def fraction(self) -> float | None:
        return self._fraction

    def set_fraction(self, fraction: float | None) -> None:
        """Show 0..1, or None for «not known»."""
        self._fraction = fraction
        known = "" if fraction is None else self.tr("%d percent") % round(fraction * 100)
        self.setAccessibleDescription(known)
        self._follow_motion()
        self.update()

    def set_role(self, role: str) -> None:
        """Colour by meaning: "accent" or a job status."""
        self._role = role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, 6)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_motion()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        phase = 0.5
        if self._timer.isActive():
            phase = (self._clock.elapsed() % _PERIOD_MS) / _PERIOD_MS
        paint_progress(
            QPainter(self), self.rect(), self._fraction, role_color(self._role), phase=phase
        )

    def _follow_motion(self) -> None:
        moves = self._fraction is None and self.isVisible() and not is_motion_reduced()
        if moves and not self._timer.isActive():
            self._clock.start()
            self._timer.start()
        elif not moves:
            self._timer.stop()
