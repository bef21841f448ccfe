"""«Edit job»: title, description, process and what the back-end is to do, changed where the job is.

Sends only what was changed (openEO API 1.2, `PATCH /jobs/{job_id}`). No rules here (`job_rules`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError, UnsupportedError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.job_parameters import parameter_texts
from openeo_desktop.core.job_requests import JobChanges
from openeo_desktop.core.jobs import Job
from openeo_desktop.services.spawner import Spawn, about
from openeo_desktop.ui.accounts.network_line import NetworkLine
from openeo_desktop.ui.jobs.process_edit import ProcessEdit
from openeo_desktop.ui.kit.buttons import outlined_button, primary_button
from openeo_desktop.ui.kit.labels import MutedLabel, plain_label
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.kit.progress import ProgressBar
from openeo_desktop.ui.look.tokens import GROUP_SPACING, LINE_SPACING, PANE_SPACING
from openeo_desktop.ui.new_job.advanced_job_options import AdvancedJobOptions
from openeo_desktop.ui.new_job.job_parameter_fields import JobParameterFields
from openeo_desktop.ui.new_job.new_job_form import DescriptionEdit
from openeo_desktop.ui.new_job.offered_parameters import OfferedParameters

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services

MAX_TITLE = 500
WIDTH, WIDTH_OPEN, HEIGHT_OPEN = 560, 760, 700


class EditJobDialog(QDialog):
    """Stays open with what was typed until the back-end has taken it.

    Signals: `duplicate_requested()` where the back-end does not let jobs be changed.
    """

    duplicate_requested = Signal()

    def __init__(
        self, services: Services, spawn: Spawn, job: Job, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._spawn = spawn
        self._job = job
        self._sending = False
        self._closed = False
        self.setObjectName("editJobDialog")
        self.setWindowTitle(self.tr("Edit job"))
        self._make_widgets()
        self._lay_out()
        self._fill(job)
        self._before = self.values()
        self._connect()
        self._network.follow()
        self._offered.follow()
        self._follow()
        self.resize(WIDTH, self.sizeHint().height())

    # -- values ----------------------------------------------------------------------------------

    def values(self) -> dict[str, Any]:
        """What stands in the fields, as the API names it; None for what is left to the back-end.

        The process is there only if it was changed.
        """
        process = self.process.process()
        changed = {} if process is None else {"process": dict(process)}
        return {
            "title": self.title.text().strip() or None,
            "description": self.description.toPlainText().strip() or None,
            "log_level": self.options.log_level or None,
            "plan": self.options.plan or None,
            "budget": self.options.budget(),
        } | changed

    def changes(self) -> JobChanges:
        """What the person changed. A log level cannot be given back to the back-end's choice."""
        now = self.values()
        changed = {name: now[name] for name in now if now[name] != self._before.get(name)}
        if changed.get("log_level", "") is None:
            del changed["log_level"]
        return JobChanges(self.parameters.changed() | changed)

    def _fill(self, job: Job) -> None:
        self.title.setText(job.title)
        self.title.selectAll()
        self.description.setPlainText(job.description)
        budget = "" if job.budget is None else QLocale().toString(job.budget, "g", 12)
        self.options.set_values(job.log_level, job.plan, budget)
        billing = bool(self._services.accounts.currency(job.account_id))
        self.parameters.set_texts(parameter_texts(job.raw))
        self.options.show_always(billing=billing or bool(job.plan) or job.budget is not None)

    # -- sending ---------------------------------------------------------------------------------

    def save(self) -> None:
        """Send what was changed; nothing changed just closes."""
        problem = self.options.budget_problem() or self.process.problem()
        problem = problem or self.parameters.problem()
        changes = self.changes()
        if problem:
            self.message_bar.show_message("error", problem)
        elif changes.is_empty:
            self.accept()
        elif self.save_button.isEnabled():
            self._sending = True
            self._follow()
            self._spawn(about(self._job.shown_title, self._save(changes)), "change the job")

    async def _save(self, changes: JobChanges) -> None:
        try:
            await self._services.actions.update(self._job.key, changes)
        except AppError as error:
            if self._closed:
                raise  # to the presenter: nobody looks here any more
            self._show_failure(error)
        else:
            if not self._closed:
                self.accept()
        finally:
            self._sending = False
            if not self._closed:
                self._follow()

    def done(self, result: int) -> None:
        """Closing while it is sent leaves that to go on."""
        self._closed = True
        super().done(result)

    def _show_failure(self, error: AppError) -> None:
        offer = self.tr("Duplicate…") if isinstance(error, UnsupportedError) else None
        self.message_bar.show_message("error", visible_text(str(error)), offer)

    def _follow(self) -> None:
        """While it is sent nothing can be typed; Close leaves it to go on."""
        fields = (self.title, self.description, self.options, self.parameters, self.process)
        for widget in fields:
            widget.setEnabled(not self._sending)
        self.save_button.setEnabled(not self._sending and not self._network.reason)
        self.save_button.setToolTip(plain_tool_tip(self._network.reason))
        self.progress.setVisible(self._sending)
        self.progress.set_fraction(None if self._sending else 0.0)
        if self._sending:
            self.message_bar.clear()

    def _on_process_opened(self) -> None:
        """It needs room; the dialog stays within its screen."""
        room = self.screen().availableSize()
        width = min(max(self.width(), WIDTH_OPEN), room.width())
        self.resize(width, min(max(self.height(), HEIGHT_OPEN), room.height()))

    def _on_process_failed(self, error: AppError) -> None:
        self.message_bar.show_message("error", visible_text(str(error)))

    def _on_duplicate(self) -> None:
        self.reject()
        self.duplicate_requested.emit()

    # -- widgets ---------------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.message_bar = MessageBar(self)
        comfort = self.tr("What you typed stays here.")
        self._network = NetworkLine(
            self, self._services.accounts, lambda: self._job.account_id, self.message_bar, comfort
        )
        account = self._services.accounts.account(self._job.account_id)
        where = f"{account.title}  ·  " if account else ""
        self.where = MutedLabel(visible_text(f"{where}{self._job.id}"), self)
        self.title = QLineEdit(self)
        self.title.setObjectName("jobTitle")
        self.title.setMaxLength(MAX_TITLE)
        self.description = DescriptionEdit(self)
        self.description.setObjectName("jobDescription")
        self.options = AdvancedJobOptions(self)
        self.parameters = JobParameterFields(self)
        accounts, key = self._services.accounts, self._job.key
        self._offered = OfferedParameters(accounts, self._spawn, lambda: key.account_id, self)
        self._offered.found.connect(lambda found: self.parameters.offer(found.update))
        self.process = ProcessEdit(self._services, self._spawn, self._job.key, self)
        self.progress = ProgressBar(self)
        self.cancel_button = outlined_button(self.tr("Cancel"), None, self)
        self.cancel_button.setObjectName("cancelButton")
        self.save_button = primary_button(self.tr("&Save"), None, self)
        self.save_button.setObjectName("saveButton")
        self.save_button.setDefault(True)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        layout.setSpacing(GROUP_SPACING)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.where)
        grid = QGridLayout()
        grid.setVerticalSpacing(LINE_SPACING)
        fields = ((self.tr("&Title"), self.title), (self.tr("&Description"), self.description))
        for row, (text, field) in enumerate(fields):
            label = plain_label(text, self)
            label.setBuddy(field)
            grid.addWidget(label, 2 * row, 0)
            grid.addWidget(field, 2 * row + 1, 0)
        layout.addLayout(grid)
        layout.addWidget(self.options)
        layout.addWidget(self.parameters)
        layout.addWidget(self.process, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.progress, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.save)
        self._network.changed.connect(self._follow)
        self._network.changed.connect(self._offered.retry)
        self.process.opened.connect(self._on_process_opened)
        self.process.failed.connect(self._on_process_failed)
        self.message_bar.action_triggered.connect(self._on_duplicate)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
