"""Checks the text of a process graph while it is written, and gives each problem its place.

Only what needs no server; the back-end's answer to /validation is placed with `place_problems`.
No widgets: the dialog shows what this finds.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from openeo_desktop.core.errors import ProcessInputError
from openeo_desktop.core.process_graph import (
    GraphProblem,
    ProcessDraft,
    check_graph,
    find_node,
    node_in_message,
    read_process,
)
from openeo_desktop.ui.loop.background import BackgroundCalls

_PAUSE_MS = 250
_QUICK_TEXT = 60_000
MAX_PROBLEMS = 200


class Severity(enum.Enum):
    """How much a problem matters: an error keeps the job from being created."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class PlacedProblem:
    """Something wrong at a 1-based place of the text; line 0 if it has no place."""

    message: str
    line: int = 0
    column: int = 0
    node: str = ""
    code: str = ""
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What one text is: a draft if it can be read, and every problem that shows offline."""

    text: str
    draft: ProcessDraft | None = None
    problems: tuple[PlacedProblem, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.text.strip()

    @property
    def is_valid(self) -> bool:
        return self.draft is not None and not self.problems


def check_text(text: str) -> CheckReport:
    """Read and check a text; never raises for what stands in it."""
    if not text.strip():
        return CheckReport(text)
    try:
        draft = read_process(text)
        problems = check_graph(draft.graph)
    except ProcessInputError as error:
        return CheckReport(text, None, (_placed_error(text, error),))
    except RecursionError:
        deep = PlacedProblem("This process graph is nested too deeply.")
        return CheckReport(text, None, (deep,))
    return CheckReport(text, draft, place_problems(text, draft, problems))


def _placed_error(text: str, error: ProcessInputError) -> PlacedProblem:
    line, column = error.line, error.column
    if not line and error.node:
        line, column = find_node(text, error.node)
    return PlacedProblem(error.message, line, column, error.node, error.code)


def place_problems(
    text: str, draft: ProcessDraft, problems: Iterable[GraphProblem]
) -> tuple[PlacedProblem, ...]:
    """Problems with the place of the node they speak of; at most 200."""
    placed = []
    for problem in problems:
        node = problem.node or node_in_message(problem.message, draft.graph)
        line, column = find_node(text, node)
        placed.append(PlacedProblem(problem.message, line, column, node, problem.code))
        if len(placed) == MAX_PROBLEMS:
            break
    return tuple(placed)


class ProcessChecker(QObject):
    """Checks a short while after the last change; large texts on a thread.

    Args:
        parent: Its owner.
        text: Gives the latest text when a check is due.

    Signals:
        started(): The text changed; what was said before is about an older one.
        checked(CheckReport): The answer for the latest text.
    """

    started = Signal()
    checked = Signal(object)

    def __init__(self, parent: QObject, text: Callable[[], str]) -> None:
        super().__init__(parent)
        self._text = text
        self._calls = BackgroundCalls(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.check_now)

    @property
    def pending(self) -> bool:
        """True while the latest text has no answer yet."""
        return self._pause.isActive() or self._calls.running

    def schedule(self) -> None:
        """The text changed: check again soon."""
        self._calls.drop()
        begins = not self._pause.isActive()
        self._pause.start()
        if begins:
            self.started.emit()

    def check_now(self) -> None:
        """Check the latest text without waiting."""
        self._pause.stop()
        text = self._text()
        if len(text) <= _QUICK_TEXT:
            self._calls.drop()
            self.checked.emit(check_text(text))
        else:
            self._calls.call(lambda: check_text(text), self.checked.emit)
