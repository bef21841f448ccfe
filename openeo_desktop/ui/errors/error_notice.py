"""One error over the window: what failed, why, how often; the whole of it can be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.ui.errors.error_details_dialog import ErrorDetailsDialog
from openeo_desktop.ui.kit.message_bar import Level, MessageBar

PASSING_MS = 12_000
LASTING_MS = 30_000
"""Long enough to be read twice; then what it covers is free again (Help ▸ Recent messages)."""
_LONGEST = 280


class ErrorNotice(QFrame):
    """A message bar that counts repetitions and goes away unless it is looked at.

    Signals:
        dismissed(ErrorNotice): It was closed, or its time is over.
        resized(): Its text changed, it may need more room.
    """

    dismissed = Signal(object)
    resized = Signal()

    def __init__(self, error: AppError, what: str, parent: QWidget, *, passing: bool) -> None:
        super().__init__(parent)
        self.passing = passing
        self.count = 1
        self._error = error
        self._what = what
        self.bar = MessageBar(self)
        self.bar.closed.connect(self.dismiss)
        self.bar.action_triggered.connect(self._on_details_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bar)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(14)
        shadow.setOffset(0, 2)
        shadow.setColor(QColor(0, 0, 0, 60))
        self.setGraphicsEffect(shadow)
        self._timer = QTimer(self, singleShot=True, interval=PASSING_MS if passing else LASTING_MS)
        self._timer.timeout.connect(self._on_time_over)
        self._show()

    def text(self) -> str:
        """What is shown."""
        return self.bar.text()

    def count_again(self, error: AppError) -> None:
        """The same error happened again."""
        self.count += 1
        self._error = error
        self._show()
        self.resized.emit()

    def dismiss(self) -> None:
        """Take it away."""
        self._timer.stop()
        self.hide()
        self.dismissed.emit(self)

    def _show(self) -> None:
        text = self.tr("Could not {what}. {error}").format(what=self._what, error=str(self._error))
        text = visible_text(text)
        if len(text) > _LONGEST:
            text = text[:_LONGEST] + "…"
        if self.count > 1:
            text = self.tr("{text} ({count} times)").format(text=text, count=self.count)
        level: Level = "warning" if self.passing else "error"
        self.bar.show_message(level, text, self.tr("Details") if self._has_details() else None)
        self._timer.start()

    def _has_details(self) -> bool:
        error = self._error
        return bool(error.code or error.reference or error.details) or len(str(error)) > _LONGEST

    def _on_details_wanted(self) -> None:
        text = visible_text(self._error.full_text())
        dialog = ErrorDetailsDialog(self.tr("Could not {what}").format(what=self._what), text, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _on_time_over(self) -> None:
        focus = QApplication.focusWidget()
        read = any(dialog.isVisible() for dialog in self.findChildren(ErrorDetailsDialog))
        if read or self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start()
            return
        self.dismiss()
