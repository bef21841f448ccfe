"""What a place shows when it has nothing to show: why, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.kit.labels import MutedLabel, plain_label
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.kit.progress import ProgressBar
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon, paint_icon, role_color

_TEXT_WIDTH = 380
_LOW = 190
_VERY_LOW = 124
"""Below these heights in pixels the icon, then the sentence give way to title and button."""


class _Mark(QWidget):
    """The large icon."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = Icon.INFO
        self.role = "muted"
        self.setFixedSize(QSize(40, 40))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self.rect(), self.name, role_color(self.role))


class EmptyState(QWidget):
    """An icon, a title, a sentence and, if there is something to do, a button.

    Signals: `action_triggered()`.
    """

    action_triggered = Signal()

    def __init__(
        self,
        name: Icon = Icon.INFO,
        title: str = "",
        text: str = "",
        action_text: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mark = _Mark(self)
        self._title = plain_label("", self, wrap=True, selectable=True, font=fonts.strong_font())
        self._text = MutedLabel("", self, wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._progress = ProgressBar(self)
        self._button: QPushButton = outlined_button("", None, self)
        self._button.clicked.connect(self.action_triggered)
        self._marked = True
        self._state: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._lay_out()
        self.set_state(name, title, text, action_text)

    def set_state(
        self,
        name: Icon,
        title: str,
        text: str = "",
        action_text: str | None = None,
        *,
        role: str = "muted",
    ) -> None:
        """Show something else: an empty or an error state (role "error")."""
        state = (name, title, text, action_text, role)
        if state == self._state:
            return
        self._state = state
        self._progress.hide()
        self._mark.name, self._mark.role = name, role
        self._marked = True
        self._mark.update()
        self._set_words(title, text, action_text)

    def set_loading(self, title: str, text: str = "", action_text: str | None = None) -> None:
        """Show that something is being fetched."""
        self._state = ()
        self._marked = False
        self._progress.set_fraction(None)
        self._progress.show()
        self._set_words(title, text, action_text)

    def title(self) -> str:
        """The title that is shown."""
        return self._title.text()

    def text(self) -> str:
        """The sentence that is shown."""
        return self._text.text()

    @property
    def button(self) -> QPushButton:
        """The action's button (hidden where there is none)."""
        return self._button

    def _set_words(self, title: str, text: str, action_text: str | None) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._title.setToolTip(plain_tool_tip(text))
        self._button.setText(action_text or "")
        self._button.setVisible(bool(action_text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a low pane nothing touches or is cut off: what matters least is left out."""
        low = self.height() < _LOW
        self._mark.setVisible(self._marked and not low)
        crowded = low and self.height() < _VERY_LOW and not self._button.isHidden()
        self._text.setVisible(bool(self._text.text()) and not crowded)
        side = 4 if low else 16
        self._rows.setContentsMargins(16, side, 16, side)

    def _lay_out(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        holder = QWidget(self)
        holder.setMaximumWidth(_TEXT_WIDTH)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._mark, 0, centre)
        self._progress.setFixedWidth(120)
        column.addWidget(self._progress, 0, centre)
        for label in (self._title, self._text):
            label.setAlignment(centre)
            column.addWidget(label)
        column.addSpacing(4)
        column.addWidget(self._button, 0, centre)
        column.addStretch(3)
        self._rows = layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(holder, 100)
        layout.addStretch(1)
