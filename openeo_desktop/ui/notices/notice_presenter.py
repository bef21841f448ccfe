"""Shows notices as cards at the lower right of the window, never a pile of them.

Three cards at most: what went well, what did not, and what happened while nobody was there; as long
as a card is there, more of its kind goes into it. The list of earlier ones is `notices_dialog`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.notices import NoticeGroup
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.kit.corner_stack import corner_stack
from openeo_desktop.ui.notices.notice_card import NoticeCard

if TYPE_CHECKING:
    from openeo_desktop.services.notices import NoticesService


class NoticePresenter(QObject):
    """Signals: `jobs_wanted(NoticeGroup)` when the person wants to see what was told."""

    jobs_wanted = Signal(object)

    def __init__(self, notices: NoticesService, spawn: Spawn, window: QWidget) -> None:
        super().__init__(window)
        self._notices = notices
        self._spawn = spawn
        self._stack = corner_stack(window)
        self._cards: dict[str, NoticeCard] = {}
        self.destroyed.connect(notices.told.connect(self.tell))

    def cards(self) -> tuple[NoticeCard, ...]:
        """What is shown now."""
        return tuple(self._cards.values())

    def tell(self, group: NoticeGroup) -> None:
        """Show what is told."""
        if group.away:
            self._tell("away", group)
            return
        for kind, statuses in (
            ("good", (JobStatus.FINISHED,)),
            ("bad", (JobStatus.ERROR, JobStatus.CANCELED)),
        ):
            if found := group.of(*statuses):
                self._tell(kind, NoticeGroup(found))

    def dismiss_all(self) -> None:
        """They are seen elsewhere, in the list."""
        for card in self.cards():
            card.dismiss()

    def _tell(self, kind: str, group: NoticeGroup) -> None:
        card = self._cards.get(kind)
        if card is not None:
            card.add(group.notices)
            return
        card = self._cards[kind] = NoticeCard(group, self._stack)
        card.shown.connect(self._on_shown)
        card.closed.connect(self._on_closed(card))
        card.dismissed.connect(self._on_dismissed)
        self._stack.add(card)

    def _on_shown(self, group: NoticeGroup) -> None:
        self._mark_read(group)
        self.jobs_wanted.emit(group)

    def _on_closed(self, card: NoticeCard) -> Callable[[], None]:
        return lambda: self._mark_read(card.group)

    def _on_dismissed(self, card: NoticeCard) -> None:
        self._cards = {kind: kept for kind, kept in self._cards.items() if kept is not card}

    def _mark_read(self, group: NoticeGroup) -> None:
        self._spawn(self._notices.mark_read(group.notices), "note the notices as read")
