"""A message bar that lies over the window for a while, with a shadow (see `corner_stack`)."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QVBoxLayout, QWidget

from openeo_desktop.ui.kit.message_bar import MessageBar


class CornerCard(QFrame):
    """Goes away after its time, unless it is looked at.

    Signals:
        dismissed(CornerCard): It was closed, or its time is over.
        closed(): The person closed it.
        resized(): Its text changed, it may need more room.
    """

    dismissed = Signal(object)
    closed = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget, *, copyable: bool = True, stacked: bool = False) -> None:
        super().__init__(parent)
        self.bar = MessageBar(self, copyable=copyable, stacked=stacked)
        self.bar.closed.connect(self._on_closed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bar)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(14)
        shadow.setOffset(0, 2)
        shadow.setColor(QColor(0, 0, 0, 60))
        self.setGraphicsEffect(shadow)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_time_over)

    def text(self) -> str:
        """What is shown."""
        return self.bar.text()

    def live_for(self, milliseconds: int) -> None:
        """Go away then, counted from now; 0: stay until it is closed."""
        if milliseconds:
            self._timer.start(milliseconds)
        else:
            self._timer.stop()

    def is_looked_at(self) -> bool:
        """Whether it is not to go away just now."""
        focus = QApplication.focusWidget()
        return self.underMouse() or (focus is not None and self.isAncestorOf(focus))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_closed()
        else:
            super().keyPressEvent(event)

    def dismiss(self) -> None:
        """Take it away."""
        self._timer.stop()
        self.hide()
        self.dismissed.emit(self)

    def _on_closed(self) -> None:
        self.closed.emit()
        self.dismiss()

    def _on_time_over(self) -> None:
        if self.is_looked_at():
            self._timer.start()
            return
        self.dismiss()
