"""The head of the downloads pane: actions, totals, limits, and chips to filter by state."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from openeo_desktop.core.downloads import DownloadState
from openeo_desktop.models.downloads_table import DownloadsTableModel
from openeo_desktop.ui.downloads import downloads_text
from openeo_desktop.ui.downloads.downloads_actions import DownloadsActions
from openeo_desktop.ui.downloads.queue_actions import QueueActions
from openeo_desktop.ui.kit.buttons import action_button, icon_button, quiet_button, show_words
from openeo_desktop.ui.kit.chip_bar import ChipBar, ChipSpec
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon, icon

WORDS_FROM = 900
CLEAR_WORDS_FROM = 560
NARROWEST = 340
FILTER_FROM = 12
"""A list that is seen at a glance needs no chips."""
STATE = DownloadState
FILTERS: dict[str, frozenset[DownloadState] | None] = {
    "all": None,
    "active": frozenset((STATE.RUNNING, STATE.VERIFYING, STATE.QUEUED)),
    "waiting": frozenset((STATE.WAITING, STATE.WAITING_AUTH, STATE.WAITING_DISK)),
    "paused": frozenset((STATE.PAUSED,)),
    "failed": frozenset((STATE.FAILED,)),
    "done": frozenset((STATE.DONE,)),
}


class DownloadsBar(QWidget):
    """Signals: `filter_changed()`; `clear_requested()` of what is finished."""

    filter_changed = Signal()
    clear_requested = Signal()

    def __init__(
        self, actions: DownloadsActions, queue: QueueActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._queue = queue
        self._present: tuple[str, ...] = ()
        self._totals = ElidedLabel("", self, muted=True, font=fonts.tabular_font())
        self._totals.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.clear_button = quiet_button(self.tr("Clear finished"), None, self)
        self.clear_button.setObjectName("clear_finished")
        self.clear_button.setAccessibleName(self.clear_button.text())
        self.clear_button.clicked.connect(self.clear_requested)
        self.limit_button = self._make_limit_button()
        self.chips = ChipBar(self)
        self.chips.setAccessibleName(self.tr("Filter by state"))
        self.chips.selection_changed.connect(lambda _keys: self.filter_changed.emit())
        queue.limits_changed.connect(self._show_limit)
        self._lay_out()

    def states(self) -> frozenset[DownloadState] | None:
        """The states that are to be shown; None for all."""
        (chosen,) = self.chips.selection() or {"all"}
        return FILTERS[str(chosen)]

    def show_all(self) -> None:
        """No filter any more."""
        self.chips.set_selection(["all"])
        self.filter_changed.emit()

    def follow(self, model: DownloadsTableModel) -> None:
        """The queue has changed."""
        queue = model.queue
        failed = model.count(STATE.FAILED)
        self._totals.setText(
            downloads_text.totals_text(queue.open, failed, queue.rate, queue.seconds_left)
        )
        self.clear_button.setVisible(model.count(STATE.DONE) > 0)
        self._queue.follow(model)
        self._show_chips(model)

    def totals(self) -> str:
        """What is said of all downloads together."""
        return self._totals.text()

    def minimumSizeHint(self) -> QSize:
        """Words never keep the pane from getting narrow: they give way to the icons alone."""
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words on the buttons only where the totals keep their room."""
        super().resizeEvent(event)
        for button in self._worded:
            show_words(button, beside=self.width() >= WORDS_FROM)
        self._show_clear_words(self.width() >= CLEAR_WORDS_FROM)

    def _show_clear_words(self, worded: bool) -> None:
        """In a narrow pane the words would be cut on both sides: the icon, and a tool tip."""
        if worded == bool(self.clear_button.text()):
            return
        words = self.clear_button.accessibleName()
        self.clear_button.setText(words if worded else "")
        self.clear_button.setToolTip("" if worded else words)
        finished = icon(Icon.STATUS_FINISHED, "accent")
        self.clear_button.setIcon(QIcon() if worded else finished)

    def _show_chips(self, model: DownloadsTableModel) -> None:
        """A chip for each kind of state that there is; none where all are of one kind, or few."""
        counts = {name: self._count(model, name) for name in FILTERS}
        chosen = self.chips.selection()
        present = tuple(
            name for name, count in counts.items() if count or name == "all" or name in chosen
        )
        if present != self._present:
            self._present = present
            words = downloads_text.filter_words()
            self.chips.set_chips([ChipSpec(name, words[name]) for name in present])
        self.chips.set_counts({name: counts[name] for name in present})
        useful = len(present) > 2 and model.count() >= FILTER_FROM
        self.chips.setVisible(useful or self.states() is not None)

    def _count(self, model: DownloadsTableModel, name: str) -> int:
        states = FILTERS[name]
        return model.count() if states is None else model.count(*states)

    def _make_limit_button(self) -> QToolButton:
        button = icon_button(Icon.SPEED, self.tr("Speed limit"), self, role="text")
        button.setObjectName("limit_button")
        button.setMenu(self._queue.limits)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _show_limit(self) -> None:
        """Seen without opening the menu: a limit that was forgotten looks like a slow line."""
        limited = self._queue.limit() > 0
        text = self._queue.limit_text()
        self.limit_button.setIcon(icon(Icon.SPEED, "accent" if limited else "text"))
        self.limit_button.setText(text)
        show_words(self.limit_button, beside=limited)
        tip = self.tr("Speed limit: {limit}").format(limit=text)
        self.limit_button.setToolTip(tip)
        self.limit_button.setAccessibleName(tip)

    def _button(self, action: QAction, row: QHBoxLayout, *, icon_only: bool = False) -> QToolButton:
        button = action_button(action, self, icon_only=icon_only)
        row.addWidget(button)
        return button

    def _lay_out(self) -> None:
        acts, row = self._actions, QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        chosen = (acts.pause, acts.resume, acts.retry, acts.cancel)
        self._worded = [self._button(action, row) for action in chosen]
        row.addSpacing(8)
        for action in (acts.open, acts.show_in_folder):
            self._button(action, row, icon_only=True)
        row.addWidget(self._totals, 1)
        row.addSpacing(8)
        for action in (self._queue.pause_all, self._queue.resume_all):
            button = self._button(action, row)
            self._worded.append(button)
            # QToolButton follows its action in everything but whether it is there.
            action.visibleChanged.connect(lambda b=button, a=action: b.setVisible(a.isVisible()))
            button.setVisible(action.isVisible())
        row.addWidget(self.limit_button)
        row.addWidget(self.clear_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.chips)
        self._show_limit()
