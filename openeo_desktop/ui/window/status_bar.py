"""The status bar: accounts and freshness at the left, transfers at the right."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QStatusBar, QWidget

from openeo_desktop.core.formatting import format_duration, format_rate
from openeo_desktop.core.times import utc_now
from openeo_desktop.ui.accounts.account_texts import accounts_summary, freshness_tip
from openeo_desktop.ui.kit.buttons import quiet_button
from openeo_desktop.ui.kit.labels import ElidedLabel, MutedLabel
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.look.icons import Icon, icon

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services

AGE_EVERY_MS = 5000
"""«10 s ago» moves on in such steps: each second took a third of what an idle window needs."""


class StatusBar(QStatusBar):
    """Signals: `downloads_requested()` when the transfers are clicked, `notices_requested()` when
    the bell is.
    """

    downloads_requested = Signal()
    notices_requested = Signal()

    def __init__(
        self,
        services: Services,
        parent: QWidget | None = None,
        now: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._now = now
        self.accounts_label = ElidedLabel("", self, muted=True)
        self.accounts_label.setObjectName("accounts_summary")
        self.downloads_button = quiet_button("", Icon.DOWNLOAD, self)
        self.downloads_button.setObjectName("downloads_summary")
        self.downloads_button.clicked.connect(self.downloads_requested)
        self.resume_button = self._permanent("resume_sync", Icon.PAUSE)
        self.resume_button.setText(self.tr("Synchronisation paused  ·  Resume"))
        self.resume_button.setToolTip(self.tr("Ask the back-ends again for what is new"))
        self.bell = self._permanent("notices_summary", Icon.BELL)
        self.bell.clicked.connect(self.notices_requested)
        self.selection_label = MutedLabel("", self)
        self.selection_label.setObjectName("selection_summary")
        self.addWidget(self.accounts_label, 1)
        self.addPermanentWidget(self.selection_label)
        self.addPermanentWidget(self.resume_button)
        self.addPermanentWidget(self.downloads_button)
        self.addPermanentWidget(self.bell)
        self.show_unread(0)
        self.show_selection(0)
        self.setContentsMargins(10, 0, 4, 0)
        self._tick = QTimer(self, interval=AGE_EVERY_MS)
        self._tick.timeout.connect(self._show_accounts)
        for event, listener in (
            (services.accounts.changed, self._on_accounts_changed),
            (services.downloads.changed, self._on_downloads_changed),
        ):
            self.destroyed.connect(event.connect(listener))
        self._show_accounts()
        self._show_downloads()

    def _permanent(self, name: str, mark: Icon) -> QPushButton:
        button = quiet_button("", mark, self)
        button.setObjectName(name)
        return button

    def show_selection(self, count: int) -> None:
        """How many jobs are selected; of a single one the panes tell."""
        words = self.tr("{count} jobs selected").format(count=count_text(count))
        self.selection_label.setText(words)
        self.selection_label.setVisible(count > 1)

    def show_unread(self, count: int) -> None:
        """How many notices the person may not have seen."""
        words = {0: self.tr("Notices"), 1: self.tr("1 new notice")}
        text = words.get(count) or self.tr("{count} new notices").format(count=count_text(count))
        self.bell.setText(count_text(count) if count else "")
        self.bell.setIcon(icon(Icon.BELL, "accent" if count else "muted"))
        self.bell.setToolTip(text)
        self.bell.setAccessibleName(text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()

    def _on_accounts_changed(self, _change: object) -> None:
        self._show_accounts()

    def _on_downloads_changed(self, _change: object) -> None:
        self._show_downloads()

    def _show_accounts(self) -> None:
        statuses = self._services.accounts.statuses()
        self.accounts_label.setText(accounts_summary(statuses, self._now()))
        self.accounts_label.set_own_tool_tip(plain_tool_tip(freshness_tip(statuses)))

    def _show_downloads(self) -> None:
        summary = self._services.downloads.summary()
        parts = []
        if summary.open == 1:
            parts.append(self.tr("1 download"))
        elif summary.open:
            parts.append(self.tr("{count} downloads").format(count=count_text(summary.open)))
        if summary.open and summary.rate:
            parts.append(format_rate(summary.rate))
        if summary.open and summary.seconds_left is not None:
            parts.append(self._time_left(summary.seconds_left))
        if summary.failed:
            parts.append(self.tr("{count} failed").format(count=count_text(summary.failed)))
        self.downloads_button.setText("  ·  ".join(part for part in parts if part))
        self.downloads_button.setVisible(bool(parts))

    def _time_left(self, seconds: float) -> str:
        """Minutes from two minutes on: seconds would only flicker."""
        if not math.isfinite(seconds) or seconds > 99 * 3600:
            return ""
        rounded = math.ceil(seconds / 60) * 60 if seconds >= 120 else math.ceil(seconds)
        text = format_duration(dt.timedelta(seconds=rounded))
        return self.tr("{time} left").format(time=text)
