"""The line over the log: levels with counts, the search, the way to the errors, what is shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QToolButton, QWidget

from openeo_desktop.core.logs import LogLevel
from openeo_desktop.ui.kit.buttons import action_button, icon_button
from openeo_desktop.ui.kit.chip_bar import ChipBar, ChipSpec
from openeo_desktop.ui.kit.labels import MutedLabel
from openeo_desktop.ui.log.log_find_bar import LogFindBar
from openeo_desktop.ui.log.log_text import follow_text, level_name
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon, icon

SPARE = 60
_LEVEL_ICONS = {
    LogLevel.ERROR: (Icon.ERROR, "error"),
    LogLevel.WARNING: (Icon.WARNING, "warning"),
    LogLevel.INFO: (None, "muted"),
    LogLevel.DEBUG: (None, "muted"),
}


class LogHeader(QWidget):
    """Signals: `changed()` by the person: other levels, another text."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = ChipBar(self, exclusive=False)
        self.chips.setObjectName("log_levels")
        self.chips.setAccessibleName(self.tr("Levels"))
        self.chips.set_chips(
            [
                ChipSpec(level, level_name(level), *_LEVEL_ICONS[level], count=0)
                for level in LogLevel
            ]
        )
        self.find_bar = LogFindBar(self)
        self._shown = MutedLabel("", self)
        self._shown.setFont(fonts.tabular_font())
        self.previous_error = self._error_action(
            self.tr("Previous error"), Icon.CARET_UP, "Shift+F8"
        )
        self.next_error = self._error_action(self.tr("Next error"), Icon.CARET_DOWN, "F8")
        self.first_error = self._error_action(self.tr("First error"), Icon.ERROR, "Ctrl+F8")
        self.addActions([self.previous_error, self.next_error, self.first_error])
        self._next_button = action_button(self.next_error, self)
        self._next_button.hide()
        self.more = icon_button(Icon.MORE, self.tr("More"), self)
        self.more.setObjectName("log_more")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.chips.selection_changed.connect(self.changed)
        self.find_bar.changed.connect(self.changed)
        self.find_bar.changed.connect(self.fit)
        self._lay_out()

    def levels(self) -> frozenset[LogLevel]:
        """The chosen levels; none means all."""
        return frozenset(level for level in LogLevel if level in self.chips.selection())

    def set_filter(self, levels: frozenset[LogLevel], text: str = "") -> None:
        """Show only these levels, and lines with this text; tell of it."""
        self.chips.set_selection(levels)
        if text:
            self.find_bar.only_matches.setChecked(True)
        self.find_bar.set_text(text)
        self.changed.emit()

    def set_counts(self, counts: Mapping[LogLevel, int]) -> None:
        """How many entries of each level the log has."""
        self.chips.set_counts({level: counts.get(level, 0) for level in LogLevel})
        errors = counts.get(LogLevel.ERROR, 0) > 0
        for action in (self.previous_error, self.next_error, self.first_error):
            action.setEnabled(errors)
        self._next_button.setVisible(errors)
        self.fit()

    def set_shown(self, *, following: bool, shown: int, total: int) -> None:
        """Say how much of the log is shown, and whether the newest entry is followed."""
        self._shown.setText(follow_text(following=following, shown=shown, total=total))

    def shown_text(self) -> str:
        """What is said at the right."""
        return self._shown.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Two lines where one is too short, instead of chips in a heap."""
        ways = QBoxLayout.Direction
        needed = self.chips.sizeHint().width() + self._row.minimumSize().width() + SPARE
        way = ways.LeftToRight if self.width() >= needed else ways.TopToBottom
        if self._parts.direction() is not way:
            self._parts.setDirection(way)

    def _error_action(self, text: str, name: Icon, keys: str) -> QAction:
        action = QAction(icon(name), text, self)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setToolTip(f"{text} ({action.shortcut().toString()})")
        action.setEnabled(False)
        return action

    def _lay_out(self) -> None:
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(8, 6, 12, 6)
        self._parts.setSpacing(8)
        self._parts.addWidget(self.chips, 0, Qt.AlignmentFlag.AlignVCenter)
        row = self._row = QHBoxLayout()
        row.setSpacing(8)
        self._parts.addLayout(row, 1)
        row.addWidget(self.find_bar, 3)
        row.addWidget(self._next_button)
        row.addStretch(1)
        row.addWidget(self._shown)
        row.addWidget(self.more)
