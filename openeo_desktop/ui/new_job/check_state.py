"""How a process graph stands, in words: from what was found offline and what the back-end said."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.errors import AppError, UnreachableError, UnsupportedError
from openeo_desktop.ui.editor.json_marks import EditorMark
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.new_job.process_check import CheckReport, PlacedProblem, Severity


@dataclass(frozen=True, slots=True)
class ServerCheck:
    """What the back-end said about a text, or why it could not say anything."""

    back_end: str
    text: str
    problems: tuple[PlacedProblem, ...] = ()
    failure: AppError | None = None


@dataclass(frozen=True, slots=True)
class CheckState:
    """The line under the editor and the problems below it."""

    text: str
    icon: Icon
    role: str
    problems: tuple[PlacedProblem, ...] = ()

    def marks(self) -> list[EditorMark]:
        """The problems that have a place, for the editor."""
        return [
            EditorMark(found.line, found.message, found.column, found.severity is Severity.ERROR)
            for found in self.problems
            if found.line
        ]


def state_of(report: CheckReport, server: ServerCheck | None = None) -> CheckState:
    """Everything that is known, with what keeps the job from being created first."""
    if report.is_empty:
        text = _tr("Type, paste, open or drop a process graph, or choose an example.")
        return CheckState(text, Icon.INFO, "muted")
    if report.problems:
        return _problems_state(report.problems)
    nodes = _nodes(len(report.draft.graph) if report.draft else 0)
    if server is None:
        text = _tr("Valid so far ({nodes}). The back-end checks it before the job is created.")
        return CheckState(text.format(nodes=nodes), Icon.CHECK, "muted")
    if server.failure is not None:
        return _unchecked_state(server)
    if server.problems:
        return _problems_state(server.problems, server.back_end)
    text = _tr("Valid: {back_end} accepts this process graph ({nodes}).")
    return CheckState(text.format(back_end=server.back_end, nodes=nodes), Icon.SUCCESS, "success")


def checking_state() -> CheckState:
    """Between a change and its check."""
    return CheckState(_tr("Checking…"), Icon.CLOCK, "muted")


def _problems_state(problems: tuple[PlacedProblem, ...], back_end: str = "") -> CheckState:
    count = len(problems)
    if back_end:
        one = _tr("{back_end} found 1 problem:")
        text = one if count == 1 else _tr("{back_end} found {count} problems:")
    else:
        text = _tr("1 problem:") if count == 1 else _tr("{count} problems:")
    return CheckState(text.format(back_end=back_end, count=count), Icon.ERROR, "error", problems)


def _unchecked_state(server: ServerCheck) -> CheckState:
    failure = server.failure
    if isinstance(failure, UnsupportedError):
        text = _tr("Valid so far. {back_end} does not offer to check process graphs.")
        return CheckState(text.format(back_end=server.back_end), Icon.INFO, "muted")
    if isinstance(failure, UnreachableError) and not failure.sent:
        text = _tr("Not checked: {back_end} does not answer, so no job can be created there now.")
    else:
        text = _tr("{back_end} could not check it; the job can be created all the same.")
    warning = PlacedProblem(str(failure), severity=Severity.WARNING)
    return CheckState(
        text.format(back_end=server.back_end),
        Icon.WARNING,
        "warning",
        (replace(warning, code=failure.code if failure else ""),),
    )


def _nodes(count: int) -> str:
    return _tr("1 node") if count == 1 else _tr("{count} nodes").format(count=count)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CheckState", text)
