"""The search of the log: what to find, how often it is there, from match to match, only matches."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from openeo_desktop.ui.kit.buttons import action_button
from openeo_desktop.ui.kit.labels import MutedLabel
from openeo_desktop.ui.kit.search_field import SearchField
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon, icon


class LogFindBar(QWidget):
    """Signals: `changed()`: another text, or only matches or all, by the person;
    `step_requested(bool)`: to the next match (True) or the one before."""

    changed = Signal()
    step_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(self.tr("Find in log"), None, self, debounce_ms=150)
        self.search.setObjectName("log_search")
        self.search.setMinimumWidth(120)
        self.search.setMaximumWidth(280)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._count = MutedLabel("", self)
        self._count.setFont(fonts.tabular_font())
        self._count.setAccessibleName(self.tr("Matches"))
        self.previous_match = self._action(self.tr("Previous match"), Icon.CARET_UP, "Shift+F3")
        self.next_match = self._action(self.tr("Next match"), Icon.CARET_DOWN, "F3")
        self.only_matches = QAction(icon(Icon.FILTER), self.tr("Show matching lines only"), self)
        self.only_matches.setCheckable(True)
        self._steps = QWidget(self)
        self._lay_out()
        self.search.search_changed.connect(self._on_search_changed)
        self.search.returnPressed.connect(self._on_return_pressed)
        self.only_matches.toggled.connect(self._on_only_toggled)
        self.previous_match.triggered.connect(lambda: self.step_requested.emit(False))
        self.next_match.triggered.connect(lambda: self.step_requested.emit(True))
        self._show_steps()

    def text(self) -> str:
        """What to find, trimmed; empty for nothing."""
        return self.search.text().strip()

    def filter_text(self) -> str:
        """The text that lines must have to be shown; empty for all lines."""
        return self.text() if self.only_matches.isChecked() else ""

    def set_text(self, text: str) -> None:
        """Search for this; the caller tells of it."""
        self.search.setText(text)
        self._show_steps()

    def set_found(self, text: str) -> None:
        """Say how many matches there are, and which of them is chosen."""
        self._count.setText(text)

    def found_text(self) -> str:
        """What is said of the matches."""
        return self._count.text()

    def _on_search_changed(self, _text: str) -> None:
        self._show_steps()
        self.changed.emit()

    def _on_only_toggled(self, _checked: bool) -> None:
        if self.text():
            self.changed.emit()

    def _on_return_pressed(self) -> None:
        shift = Qt.KeyboardModifier.ShiftModifier
        if self.text():
            self.step_requested.emit(not QGuiApplication.keyboardModifiers() & shift)

    def _show_steps(self) -> None:
        self._steps.setVisible(bool(self.text()))
        for action in (self.previous_match, self.next_match):
            action.setEnabled(bool(self.text()))

    def _action(self, text: str, name: Icon, keys: str) -> QAction:
        action = QAction(icon(name), text, self)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(f"{text} ({action.shortcut().toString()})")
        return action

    def _lay_out(self) -> None:
        steps = QHBoxLayout(self._steps)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(2)
        steps.addWidget(self._count)
        for action in (self.previous_match, self.next_match):
            steps.addWidget(action_button(action, self, icon_only=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.search, 1)
        row.addWidget(self._steps)
        row.addWidget(action_button(self.only_matches, self, icon_only=True))
        row.addStretch()  # else the search stands in the middle where there is more room
