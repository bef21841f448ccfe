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
from openeo_desktop.ui.log.log_text import follow_text, level_name, short_follow_text
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon, icon

GAP, MARGINS = 8, 20
SEARCH_ROOM = 80
"""More than the least width of the search: what is typed stays readable, other words give way."""
LARGE_COUNT = 999_999
"""So much room the chips are given where one line or two is decided."""
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
        self.shown_label = MutedLabel("", self)
        self.shown_label.setFont(fonts.tabular_font())
        self.previous_error = self._error_action(
            self.tr("Previous error"), Icon.CARET_UP, "Shift+F8"
        )
        self.next_error = self._error_action(self.tr("Next error"), Icon.CARET_DOWN, "F8")
        self.first_error = self._error_action(self.tr("First error"), Icon.ERROR, "Ctrl+F8")
        self.addActions([self.previous_error, self.next_error, self.first_error])
        self._next_button = action_button(self.next_error, self)
        self._next_mark = action_button(self.next_error, self, icon_only=True)
        self._shown_texts = ("", "", "")
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
        self.fit()

    def set_shown(self, *, following: bool, shown: int, total: int) -> None:
        """Say how much of the log is shown, and whether the newest entry is followed."""
        whole = follow_text(following=following, shown=shown, total=total)
        brief = short_follow_text(following=following, shown=shown, total=total)
        if (whole, brief, "") == self._shown_texts:
            return
        self._shown_texts = (whole, brief, "")
        self.shown_label.setToolTip(whole)
        self.fit()

    def shown_text(self) -> str:
        """What is said at the right, where there is room for it."""
        return self._shown_texts[0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """One line from a width on that does not depend on the counts, so that they move nothing;
        in it, what can be said shorter is, until all fits."""
        fixed = self._fixed_width()
        ways = QBoxLayout.Direction
        beside = self.chips.width_if(compact=True, count=LARGE_COUNT) + GAP + fixed <= self.width()
        way = ways.LeftToRight if beside else ways.TopToBottom
        if self._parts.direction() is not way:
            self._parts.setDirection(way)
        for compact, words, text in self._forms():
            chips = self.chips.width_if(compact=compact)
            row = fixed + self._next_width(words=words) + self._text_width(text) + SEARCH_ROOM
            needed = chips + GAP + row if beside else max(chips + MARGINS, row)
            if needed <= self.width():
                break
        self.chips.set_compact(compact)
        self.shown_label.setText(text)
        self.shown_label.setVisible(bool(text))
        self._next_button.setVisible(words and self.next_error.isEnabled())
        self._next_mark.setVisible(not words and self.next_error.isEnabled())

    def _forms(self) -> list[tuple[bool, bool, str]]:
        """From the roomiest to the tightest: compact chips, words on the button, what is shown."""
        whole, brief, nothing = self._shown_texts
        words = [(False, True, whole), (True, True, whole), (True, True, brief)]
        return [*words, (True, False, brief), (True, False, nothing)]

    def _fixed_width(self) -> int:
        """What never gets shorter: the search, the menu, the way from match to match."""
        return (
            self.find_bar.minimumSizeHint().width() + GAP + self.more.sizeHint().width() + MARGINS
        )

    def _next_width(self, *, words: bool) -> int:
        if not self.next_error.isEnabled():
            return 0
        return GAP + (self._next_button if words else self._next_mark).sizeHint().width()

    def _text_width(self, text: str) -> int:
        return GAP + self.shown_label.fontMetrics().horizontalAdvance(text) + GAP if text else 0

    def _error_action(self, text: str, name: Icon, keys: str) -> QAction:
        action = QAction(icon(name), text, self)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setToolTip(f"{text} ({action.shortcut().toString()})")
        action.setEnabled(False)
        return action

    def _lay_out(self) -> None:
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(GAP, 6, MARGINS - GAP, 6)
        self._parts.setSpacing(GAP)
        self._parts.addWidget(self.chips, 0, Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self._parts.addLayout(row, 1)
        row.addWidget(self.find_bar, 3)
        row.addWidget(self._next_button)
        row.addWidget(self._next_mark)
        row.addStretch(1)
        row.addWidget(self.shown_label)
        row.addWidget(self.more)
