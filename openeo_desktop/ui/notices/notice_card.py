"""One card over the window: jobs that came to an end, more of them as long as it is there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.notices import Notice, NoticeGroup
from openeo_desktop.ui.kit.corner_card import CornerCard
from openeo_desktop.ui.notices.notice_texts import notice_level, notice_text

PASSING_MS, LASTING_MS = 8000, 30_000
"""For what went well, and for everything else; counted from when the window can be seen. What was
not looked at stays unread in the list of notices."""


class NoticeCard(CornerCard):
    """A click anywhere shows the jobs.

    It goes by itself, but not before the window was there to be seen.
    Signals: `shown(NoticeGroup)` when the person wants to see the jobs.
    """

    shown = Signal(object)

    def __init__(self, group: NoticeGroup, parent: QWidget) -> None:
        super().__init__(parent, copyable=False)
        self.setObjectName("notice_card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.window().installEventFilter(self)
        self.group = group
        self._passes = False
        self.bar.action_triggered.connect(self._on_show_wanted)
        self._show()

    def add(self, notices: tuple[Notice, ...]) -> None:
        """More of the same kind."""
        self.group = NoticeGroup(self.group.notices + notices, self.group.away)
        self._show()
        self.resized.emit()

    def is_looked_at(self) -> bool:
        unseen = self.window().isMinimized() or not self.window().isActiveWindow()
        return unseen or super().is_looked_at()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever comes back has the whole time to read it."""
        if event.type() == QEvent.Type.WindowActivate and watched is self.window():
            self._live()
        return False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self._on_show_wanted()

    def _show(self) -> None:
        notices, away = self.group.notices, self.group.away
        level = notice_level(notices)
        self.bar.show_message(level, notice_text(notices, away=away), self.tr("Show"))
        self._passes = level == "success" and not away
        self._live()

    def _live(self) -> None:
        self.live_for(PASSING_MS if self._passes else LASTING_MS)

    def _on_show_wanted(self) -> None:
        self.shown.emit(self.group)
        self.dismiss()
