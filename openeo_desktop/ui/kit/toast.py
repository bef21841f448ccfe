"""A short notice at the bottom of a window, with an action (undo) while it is there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QStatusBar, QWidget

from openeo_desktop.ui.kit.buttons import icon_button, outlined_button
from openeo_desktop.ui.kit.labels import plain_label
from openeo_desktop.ui.look.icons import Icon

SHOW_MS = 6000
_MARGIN = 20
_MAX_TEXT = 420


class Toast(QFrame):
    """Lies over `host`, at its bottom; one at a time, the newest wins.

    It does not take the focus, does not move, and stays while the pointer or the focus is on it.
    Signals: `action_triggered()`; `dismissed()` when it went away without the action.
    """

    action_triggered = Signal()
    dismissed = Signal()

    def __init__(self, host: QWidget, *, show_ms: int = SHOW_MS) -> None:
        super().__init__(host)
        self._host = host
        self.setProperty("kind", "toast")
        self._text = plain_label("", self, wrap=False)
        self._action = outlined_button("", None, self)
        self._action.clicked.connect(self._on_action_clicked)
        self._action.hide()
        self._close = icon_button(Icon.CLOSE, self.tr("Dismiss"), self, role="surface")
        self._close.clicked.connect(self.dismiss)
        self._timer = QTimer(self, singleShot=True, interval=show_ms)
        self._timer.timeout.connect(self._on_timeout)
        self._lay_out()
        self.hide()

    def show_notice(self, text: str, action_text: str | None = None) -> None:
        """Show a notice; one that is still there counts as dismissed."""
        if self.isVisible():
            self.dismiss()
        self._text.setText(text)
        self._text.setWordWrap(self._text.fontMetrics().horizontalAdvance(text) > _MAX_TEXT)
        self._text.setFixedWidth(
            min(_MAX_TEXT, self._text.fontMetrics().horizontalAdvance(text) + 4)
        )
        self._action.setText(action_text or "")
        self._action.setVisible(bool(action_text))
        self.setAccessibleName(text)
        self.show()
        self.raise_()
        self._place()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def text(self) -> str:
        """The notice that is shown, or was last."""
        return self._text.text()

    def withdraw(self, text: str) -> None:
        """What this notice says is no longer so: take it away if it is the one that is shown."""
        if text == self.text():
            self.dismiss()

    def dismiss(self) -> None:
        """Take it away; what it offered to undo stands."""
        if self.isHidden():
            return
        self._timer.stop()
        self.hide()
        self.dismissed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """What happens to the window is of interest while this is there: each filter costs."""
        super().showEvent(event)
        self._host.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._host.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._host:
            self._place()
        return False

    def _on_action_clicked(self) -> None:
        self._timer.stop()
        self.hide()
        self.action_triggered.emit()

    def _on_timeout(self) -> None:
        if self.underMouse() or self._action.hasFocus() or self._close.hasFocus():
            self._timer.start()
            return
        self.dismiss()

    def _place(self) -> None:
        self.adjustSize()
        host = self._host
        x = (host.width() - self.width()) // 2
        self.move(max(8, x), self._floor() - self.height() - _MARGIN)

    def _floor(self) -> int:
        """Above the status bar, which stays to be read."""
        bar = self._host.findChild(QStatusBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return self._host.height() if bar is None or bar.isHidden() else bar.y()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        row.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        self.setGraphicsEffect(shadow)
