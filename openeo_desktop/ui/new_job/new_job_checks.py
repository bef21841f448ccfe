"""The checks of the New-job dialog: what was found goes to the list, the editor and the buttons.

It asks nobody: the back-end's answer is handed in with `set_server`.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from openeo_desktop.ui.new_job.check_state import ServerCheck, checking_state, state_of
from openeo_desktop.ui.new_job.new_job_form import NewJobForm
from openeo_desktop.ui.new_job.process_check import CheckReport, PlacedProblem, ProcessChecker


class NewJobChecks(QObject):
    """Keeps the report of the latest text, and what the back-end said about it.

    Signals:
        checked(CheckReport): The latest text was checked offline.
        changed(): What is shown changed.
    """

    checked = Signal(object)
    changed = Signal()

    def __init__(self, form: NewJobForm, parent: QObject) -> None:
        super().__init__(parent)
        self.report = CheckReport("")
        self._form = form
        self._server: ServerCheck | None = None
        self._checker = ProcessChecker(self, form.editor.toPlainText)
        self._checker.started.connect(self._on_started)
        self._checker.checked.connect(self._on_checked)
        form.editor.textChanged.connect(self._checker.schedule)
        form.problems.chosen.connect(self.go_to)

    @property
    def pending(self) -> bool:
        """True while the latest text has no report yet."""
        return self._checker.pending

    def check_now(self) -> None:
        """Check the latest text without waiting for a pause in typing."""
        self._checker.check_now()

    def set_server(self, check: ServerCheck) -> None:
        """The back-end has answered, or could not."""
        self._server = check
        self._show()
        if check.problems:
            self.go_to_first()

    def forget_server(self) -> None:
        """The answer was another back-end's."""
        self._server = None
        self._show()

    def go_to(self, problem: PlacedProblem) -> None:
        """Put the cursor where the problem is, if it has a place."""
        if problem.line:
            self._form.editor.go_to(problem.line, problem.column or 1)

    def go_to_first(self) -> None:
        """Put the cursor at the first problem that has a place."""
        placed = [problem for problem in self._form.problems.problems() if problem.line]
        if placed:
            self.go_to(placed[0])

    def _on_started(self) -> None:
        self._server = None
        self._form.editor.set_marks(())
        state = checking_state()
        self._form.problems.set_state(state.text, state.icon, state.role)
        self.changed.emit()

    def _on_checked(self, report: CheckReport) -> None:
        self.report = report
        if self._server is not None and report.text != self._server.text:
            self._server = None
        self._show()
        self.checked.emit(report)

    def _show(self) -> None:
        state = state_of(self.report, self._server)
        self._form.problems.set_state(state.text, state.icon, state.role)
        self._form.problems.set_problems(state.problems)
        self._form.editor.set_marks(state.marks())
        self.changed.emit()
