"""«Estimate»: what the back-end expects a job to cost, to take and to write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError, UnsupportedError
from openeo_desktop.core.estimates import Estimate
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.jobs import Job
from openeo_desktop.core.times import utc_now
from openeo_desktop.services.job_estimates import estimate_job
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.jobs.estimate_texts import estimate_rows, estimate_sentence
from openeo_desktop.ui.kit.buttons import outlined_button, primary_button
from openeo_desktop.ui.kit.content_stack import ContentStack
from openeo_desktop.ui.kit.key_value_grid import KeyValueGrid
from openeo_desktop.ui.kit.labels import MutedLabel, TitleLabel, plain_label, with_short_words
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, PANE_SPACING

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services

WIDTH, HEIGHT = 480, 340


class EstimateDialog(QDialog):
    """Asks as soon as it is there; closing it leaves the answer unheard."""

    def __init__(
        self,
        services: Services,
        spawn: Spawn,
        job: Job,
        parent: QWidget | None = None,
        now: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._spawn = spawn
        self._job = job
        self._now = now
        self._closed = False
        self.setObjectName("estimateDialog")
        self.setWindowTitle(self.tr("Estimate"))
        self._make_widgets()
        self._lay_out()
        self.resize(WIDTH, HEIGHT)
        self.ask()

    def ask(self) -> None:
        """Ask the back-end, again too."""
        self.copy_button.setEnabled(False)
        self.stack.show_loading(
            self.tr("Asking the back-end…"),
            self.tr("This can take a minute."),
        )
        self._spawn(self._ask(), "estimate the job")

    async def _ask(self) -> None:
        try:
            estimate = await estimate_job(self._services.accounts, self._job.key)
        except AppError as error:
            if not self._closed:
                self._show_failure(error)
            return
        if not self._closed:
            self._show(estimate)

    def done(self, result: int) -> None:
        self._closed = True
        super().done(result)

    def _show(self, estimate: Estimate) -> None:
        currency = self._services.accounts.currency(self._job.account_id)
        self.sentence.setText(estimate_sentence(estimate, visible_text(currency)))
        self.grid.set_rows(estimate_rows(estimate, visible_text(currency), self._now()))
        self.stack.show_content()
        self.copy_button.setEnabled(True)

    def _show_failure(self, error: AppError) -> None:
        text = visible_text(error.hint or error.details)
        if isinstance(error, UnsupportedError):  # asking again would bring the same
            self.stack.show_empty(Icon.COSTS, visible_text(error.message), text)
        else:
            again = self.tr("Try again")
            self.stack.show_error(visible_text(error.message), text, again)

    def _on_copy_clicked(self) -> None:
        rows = [f"{row.label}: {row.value}" for row in self.grid.rows()]
        copy_to_clipboard("\n".join([self.title.text(), self.sentence.text(), *rows]))

    def _make_widgets(self) -> None:
        account = self._services.accounts.account(self._job.account_id)
        where = visible_text(account.title) if account else ""
        title = visible_text(self._job.shown_title)[:200]
        self.title = TitleLabel(with_short_words(title), self)
        self.where = MutedLabel(where, self)
        content = QWidget(self)
        self.sentence = plain_label("", content, selectable=True, wrap=True)
        self.grid = KeyValueGrid(content)
        self.note = MutedLabel(
            self.tr("An estimate is no promise: the job may cost more or less in the end."),
            content,
            wrap=True,
        )
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GROUP_SPACING)
        for widget in (self.sentence, self.grid, self.note):
            column.addWidget(widget)
        column.addStretch(1)
        self.stack = ContentStack(content, self)
        self.stack.action_triggered.connect(self.ask)
        self.copy_button = outlined_button(self.tr("&Copy"), Icon.COPY, self)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.close_button = primary_button(self.tr("Close"), None, self)
        self.close_button.setDefault(True)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.close_button.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        layout.setSpacing(GROUP_SPACING)
        layout.addWidget(self.title)
        layout.addWidget(self.where)
        layout.addWidget(self.stack, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.close_button)
        layout.addLayout(buttons)
