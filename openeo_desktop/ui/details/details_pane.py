"""The details of the selected job: what it is, how far it is, what it costs, why it failed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError, UnreachableError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.times import utc_now
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.accounts.back_again import BackAgain
from openeo_desktop.ui.accounts.why_not_now import offline_words
from openeo_desktop.ui.details import details_texts as texts
from openeo_desktop.ui.details.action_note import ActionNote
from openeo_desktop.ui.details.details_foot import DetailsFoot
from openeo_desktop.ui.details.details_more import DetailsMore
from openeo_desktop.ui.details.error_card import ErrorCard
from openeo_desktop.ui.details.job_watch import JobWatch
from openeo_desktop.ui.downloads.auto_texts import wish_text
from openeo_desktop.ui.jobs.jobs_texts import shown_status, status_text
from openeo_desktop.ui.jobs.last_known import clock_of, last_known_text, unknown_since
from openeo_desktop.ui.kit.buttons import icon_button
from openeo_desktop.ui.kit.card import Card
from openeo_desktop.ui.kit.content_stack import ContentStack
from openeo_desktop.ui.kit.key_value_grid import KeyValue, KeyValueGrid
from openeo_desktop.ui.kit.labels import (
    ElidedLabel,
    MutedLabel,
    TitleLabel,
    with_short_words,
)
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard, plain_tool_tip
from openeo_desktop.ui.kit.progress import ProgressBar
from openeo_desktop.ui.kit.status_pill import StatusPill
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, LINE_SPACING, PANE_SPACING
from openeo_desktop.ui.window.actions import RAN, WindowActions

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services

TICK_MS, SLOW_TICK_MS = 1000, 20_000


class DetailsPane(QWidget):
    """Shows one job.

    Signals: `full_log_requested()`, to show the log of the failed job.
    """

    full_log_requested = Signal()

    def __init__(
        self,
        services: Services,
        spawn: Spawn,
        actions: WindowActions,
        parent: QWidget | None = None,
        now: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("details_pane")
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services = services
        self._now = now
        self._watch = JobWatch(services.jobs, spawn, self, asks_back_end=True)
        self._watch.shown.connect(self._on_shown)
        self._watch.lost.connect(self._on_lost)
        self._watch.refreshed.connect(self._on_refreshed)
        self._watch.refresh_failed.connect(self._on_refresh_failed)
        outcomes = (self._watch.refresh_failed, self._watch.refreshed)
        BackAgain(self._watch, outcomes, services.accounts, self.refresh, self)
        self._make_parts(spawn)
        self._lay_out(actions)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self.destroyed.connect(services.auto_downloads.changed.connect(self._on_wishes_changed))
        self._show_nothing()

    def set_job(self, key: JobKey | None) -> None:
        """Show this job; None shows how to choose one."""
        if key == self._watch.key:
            return
        self.note.clear()
        self._error_card.show_errors_of(None)
        self._watch.set_key(key)
        if key is None:
            self._show_nothing()

    @property
    def job(self) -> Job | None:
        """The job that is shown."""
        return self._watch.job

    @property
    def error_card(self) -> ErrorCard:
        return self._error_card

    def refresh(self) -> None:
        """Ask the back-end about the job that is shown."""
        self._watch.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()

    def _make_parts(self, spawn: Spawn) -> None:
        self._title = TitleLabel("", self)
        self._title.setObjectName("job_title")
        self._pill = StatusPill(JobStatus.UNKNOWN, self)
        self._back_end = MutedLabel("", self)
        self._id = ElidedLabel(
            "", self, mode=Qt.TextElideMode.ElideMiddle, muted=True, font=fonts.fixed_font()
        )
        self._id.setObjectName("job_id")
        self._copy_id = icon_button(Icon.COPY, self.tr("Copy the job ID"), self)
        self._copy_id.clicked.connect(self._on_copy_id_clicked)
        self._bar = ProgressBar(self)
        self._bar_text = MutedLabel("", self, wrap=True)
        self.note = MessageBar(self)
        self._action_note = ActionNote(self._services.actions, spawn, self)
        self._error_card = ErrorCard(self._services.logs, spawn, self)
        self._error_card.full_log_requested.connect(self.full_log_requested)
        self._facts = KeyValueGrid(self)
        self.more = DetailsMore(self._services, spawn, self, self._now)

    def _lay_out(self, actions: WindowActions) -> None:
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(PANE_SPACING, 12, PANE_SPACING, PANE_SPACING)
        layout.setSpacing(GROUP_SPACING)
        layout.addLayout(self._head())
        card = Card(parent=body)
        card.body.addWidget(self._facts)
        self._action_note.duplicate_requested.connect(actions.duplicate.trigger)
        notes = (self._action_note, self.note, self._error_card)
        widgets = (self._bar, self._bar_text, *notes, card)
        for widget in (*widgets, self.more):
            layout.addWidget(widget)
        layout.addStretch(1)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_scrolled(body), 1)
        self.foot = DetailsFoot(actions, content)
        column.addWidget(self.foot)
        self._stack = ContentStack(content, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _head(self) -> QVBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(GROUP_SPACING)
        top.addWidget(self._title, 1)
        top.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        below.setSpacing(LINE_SPACING)
        below.addWidget(self._back_end)
        below.addWidget(self._id, 1)
        below.addWidget(self._copy_id)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addLayout(top)
        head.addLayout(below)
        return head

    def _show_nothing(self) -> None:
        self._tick.stop()
        self._stack.show_empty(
            Icon.DETAILS,
            self.tr("No job selected"),
            self.tr("Select a job in the table to see its details here."),
        )

    def _on_shown(self, job: Job) -> None:
        title = visible_text(" ".join(job.shown_title.split()))
        self._title.setText(with_short_words(title))
        self._title.setToolTip(plain_tool_tip(title))
        self._pill.set_status(shown_status(job), label=status_text(job))
        account = self._services.accounts.account(job.account_id)
        self._back_end.setText(f"{visible_text(account.title)}  ·" if account else "")
        self._id.setText(visible_text(job.id))
        self._show_facts(job)
        self._action_note.follow(job)
        failed = job.status is JobStatus.ERROR
        self._error_card.show_errors_of(job.key if failed else None)
        self.more.show_job(job)
        self._stack.show_content()
        self._follow_clock()

    def _show_facts(self, job: Job) -> None:
        statuses = self._services.accounts.statuses()
        now = clock_of(job, statuses, self._now())
        self._bar.setVisible(texts.shows_bar(job))
        self._bar.set_fraction(None if job.progress is None else job.progress / 100)
        self._bar.set_role(job.status.value)
        line = texts.progress_text(job, now) or texts.next_step(job)
        if unknown_since(job, statuses) is not None:
            line = "  ·  ".join(part for part in (last_known_text(job), line) if part)
        self._bar_text.setText(line)
        self._bar_text.setVisible(bool(line))
        currency = self._services.accounts.currency(job.account_id)
        rows = texts.time_rows(job, now) + texts.cost_rows(job, currency)
        self._facts.set_rows([*rows, KeyValue(self.tr("Download"), self._wish(job))])

    def _wish(self, job: Job) -> str:
        rules = self._services.auto_downloads
        over = job.status in RAN or job.gone
        return wish_text(rules.is_wished(job.key), rules.rule_of(job.account_id), finished=over)

    def _on_wishes_changed(self, _key: JobKey | None) -> None:
        if self._watch.job is not None:
            self._show_facts(self._watch.job)

    def _on_lost(self) -> None:
        self._tick.stop()
        self._error_card.show_errors_of(None)
        self._stack.show_empty(
            Icon.DELETE,
            self.tr("This job is gone"),
            self.tr("It was deleted, or its account was removed."),
        )

    def _on_refreshed(self, _job: Job) -> None:
        self.note.clear()

    def _on_refresh_failed(self, error: AppError) -> None:
        """Being offline is no trouble of this job: it is said calmly."""
        key = self._watch.key
        status = self._services.accounts.status(key.account_id) if key is not None else None
        offline = offline_words(status, self._now())
        if offline and isinstance(error, UnreachableError):
            text = self.tr("{offline}. Shown as last seen.").format(offline=offline)
            self.note.show_message("info", text)
            return
        text = self.tr("Shown as last seen: {reason}").format(reason=str(error))
        self.note.show_message("warning", text)

    def _follow_clock(self) -> None:
        """Running times move by the second; «3 min ago» of a job at rest now and then."""
        job = self._watch.job
        if job is not None and self.isVisible():
            self._tick.start(TICK_MS if job.status.is_active else SLOW_TICK_MS)
        else:
            self._tick.stop()

    def _on_tick(self) -> None:
        if self._watch.job is not None:
            self._show_facts(self._watch.job)
            self.more.follow_clock(self._now())

    def _on_copy_id_clicked(self) -> None:
        if self._watch.key is not None:
            copy_to_clipboard(self._watch.key.job_id)


def _scrolled(body: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    # QScrollArea fills both with the window's colour; the pane's own ground shall show.
    area.viewport().setAutoFillBackground(False)
    body.setAutoFillBackground(False)
    return area
