"""The process of a job, to be changed in place: folded away until it is wanted, checked as typed.

Nothing is sent from here: the dialog around it does that (openEO API 1.2, `PATCH /jobs/{job_id}`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError, InputError
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.services.job_processes import job_with_process
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.editor.json_editor import JsonEditor
from openeo_desktop.ui.editor.json_layout import lay_out
from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.kit.labels import plain_label
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import LINE_SPACING
from openeo_desktop.ui.loop.background import BackgroundCalls
from openeo_desktop.ui.loop.while_there import while_there
from openeo_desktop.ui.new_job.check_state import checking_state, state_of
from openeo_desktop.ui.new_job.problem_list import ProblemList
from openeo_desktop.ui.new_job.process_check import (
    CheckReport,
    PlacedProblem,
    ProcessChecker,
    check_text,
)

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


class ProcessEdit(QWidget):
    """A button that becomes an editor.

    Signals: `opened()` when the process is there; `failed(AppError)` where it cannot be had.
    """

    opened = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, spawn: Spawn, key: JobKey, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self._spawn = while_there(self, spawn)
        self._key = key
        self._report = CheckReport("")
        self._before: Mapping[str, Any] | None = None
        self._calls = BackgroundCalls(self)
        self._make_widgets()
        self._checker = ProcessChecker(self, self.editor.toPlainText)
        self._checker.started.connect(self._on_started)
        self._checker.checked.connect(self._on_checked)
        self.editor.textChanged.connect(self._checker.schedule)
        self.problems.chosen.connect(self._go_to)
        self.button.clicked.connect(self.open)

    @property
    def is_open(self) -> bool:
        """Whether the process is there to be changed."""
        return self._before is not None

    def open(self) -> None:
        """Get the process, from the history or from the back-end, and show it."""
        self.button.setEnabled(False)
        self._spawn(self._read(), "read the process of the job")

    def process(self) -> Mapping[str, Any] | None:
        """The process as it stands now, None if it was not changed (or cannot be read)."""
        if self._before is None:
            return None
        self._settle()
        draft = self._report.draft
        return None if draft is None or draft.process == self._before else draft.process

    def problem(self) -> str:
        """Why it cannot be sent as it stands; empty if it can, or was not changed."""
        if not self.is_open:
            return ""
        self._settle()
        if self._report.is_empty:
            return self.tr("A job needs a process: undo what you took away, or cancel.")
        if self._report.is_valid or (self.process() is None and self._report.draft is not None):
            return ""
        placed = [found for found in self._report.problems if found.line]
        if placed:
            self._go_to(placed[0])
        return self.tr("The process has a problem; it is marked below.")

    def _settle(self) -> None:
        if self._report.text != self.editor.toPlainText():
            self._checker.check_now()
        if self._report.text != self.editor.toPlainText():  # a large text is checked on a thread
            self._on_checked(check_text(self.editor.toPlainText()))

    async def _read(self) -> None:
        try:
            job = await job_with_process(self._services.jobs, self._key)
        except AppError as error:
            self._fail(error)
            return
        process = job.process or {}
        self._calls.call(lambda: _read_back(process), self._show, self._fail)

    def _show(self, report: CheckReport) -> None:
        self._before = report.draft.process if report.draft else {}
        self.editor.set_text(report.text)
        self.button.hide()
        self._editing.show()
        self.opened.emit()
        self.editor.setFocus()

    def _fail(self, error: AppError) -> None:
        self.button.setEnabled(True)
        self.failed.emit(error)

    def _on_started(self) -> None:
        self.editor.set_marks(())
        state = checking_state()
        self.problems.set_state(state.text, state.icon, state.role)

    def _on_checked(self, report: CheckReport) -> None:
        self._report = report
        state = state_of(report)
        text = state.text
        if report.is_valid:
            text = self.tr("Valid so far. The back-end checks it when it is saved.")
        self.problems.set_state(text, state.icon, state.role)
        self.problems.set_problems(state.problems)
        self.editor.set_marks(state.marks())

    def _go_to(self, problem: PlacedProblem) -> None:
        if problem.line:
            self.editor.go_to(problem.line, problem.column or 1)

    def _make_widgets(self) -> None:
        self.button = outlined_button(self.tr("Change the pro&cess…"), Icon.PROCESS, self)
        self.button.setObjectName("changeProcessButton")
        self._editing = QWidget(self)
        self._editing.hide()
        self.editor = JsonEditor(self._editing)
        self.editor.setObjectName("processEditor")
        self.editor.setAccessibleName(self.tr("Process of the job, JSON"))
        self.editor.setMinimumHeight(160)
        self.problems = ProblemList(self._editing)
        column = QVBoxLayout(self._editing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LINE_SPACING)
        label = plain_label(self.tr("Pro&cess"), self._editing)
        label.setBuddy(self.editor)
        column.addWidget(label)
        column.addWidget(self.editor, 1)
        column.addWidget(self.problems)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._editing, 1)


def _read_back(process: Mapping[str, Any]) -> CheckReport:
    """The text to be edited, and how it reads back: what is compared with to know a change."""
    try:
        return check_text(lay_out(json.dumps(process)))
    except RecursionError:
        raise InputError(
            "The process of this job is nested too deeply to be shown.",
            "Look at it in the web editor of the back-end.",
        ) from None
