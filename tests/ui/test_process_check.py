"""The checks behind the New-job dialog: every problem has its place; the latest text wins."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from openeo_desktop.core.errors import UnreachableError, UnsupportedError
from openeo_desktop.core.process_graph import GraphProblem
from openeo_desktop.ui.new_job.check_state import ServerCheck, state_of
from openeo_desktop.ui.new_job.process_check import (
    CheckReport,
    ProcessChecker,
    Severity,
    check_text,
    place_problems,
)

GOOD = json.dumps(
    {
        "load": {"process_id": "load_collection", "arguments": {"id": "S2"}},
        "save": {
            "process_id": "save_result",
            "arguments": {"data": {"from_node": "load"}},
            "result": True,
        },
    },
    indent=2,
)


def test_a_missing_comma_is_placed() -> None:
    (problem,) = check_text('{"a": 1\n "b": 2}').problems
    assert (problem.line, problem.column) == (2, 2)
    assert "line" not in problem.message  # the list of problems says it before the message


def test_json_that_is_no_process_graph_is_a_problem_without_a_place() -> None:
    report = check_text('{"type": "FeatureCollection", "features": []}')
    (problem,) = report.problems
    assert report.draft is None
    assert problem.line == 0
    assert "no process graph" in problem.message


def test_a_reference_to_nowhere_is_placed_at_its_node() -> None:
    (problem,) = check_text(GOOD.replace('"from_node": "load"', '"from_node": "laod"')).problems
    assert problem.node == "save"
    assert GOOD.splitlines()[problem.line - 1].strip().startswith('"save"')


@pytest.mark.parametrize("text", ["[" * 100_000, "1" * 10_000, '"\\ud800"', "null", "\0"])
def test_hostile_text_is_a_problem_not_a_crash(text: str) -> None:
    report = check_text(text)
    assert report.problems
    assert report.draft is None


def test_a_server_message_is_placed_at_the_node_it_names() -> None:
    draft = check_text(GOOD).draft
    assert draft is not None
    message = "Node 'load': the collection 'S2' is not known."
    (placed,) = place_problems(GOOD, draft, [GraphProblem(message)])
    assert (placed.node, placed.line) == ("load", 2)


def test_a_back_end_that_cannot_check_is_a_warning_only() -> None:
    report = check_text(GOOD)
    state = state_of(report, ServerCheck("Here", GOOD, failure=UnreachableError("No answer.")))
    assert [problem.severity for problem in state.problems] == [Severity.WARNING]
    assert "could not check" in state.text


def test_a_back_end_without_validation_is_not_even_a_warning() -> None:
    state = state_of(
        check_text(GOOD), ServerCheck("Here", GOOD, failure=UnsupportedError("Not here."))
    )
    assert state.problems == ()
    assert state.role == "muted"


def test_a_back_end_that_is_gone_creates_nothing_either() -> None:
    gone = UnreachableError("Here cannot be reached.", "Try again.")
    gone.sent = False  # the connection was refused
    state = state_of(check_text(GOOD), ServerCheck("Here", GOOD, failure=gone))
    assert "can be created all the same" not in state.text
    assert "does not answer" in state.text


def test_only_the_latest_text_is_reported(qtbot: QtBot) -> None:
    owner = QObject()
    texts = ['{"first": ' + " " * 200_000 + "]", GOOD]
    checker = ProcessChecker(owner, lambda: texts[0])
    reports: list[CheckReport] = []
    checker.checked.connect(reports.append)
    checker.check_now()
    texts.pop(0)
    checker.check_now()
    qtbot.waitUntil(lambda: bool(reports) and not checker.pending)
    assert [report.text for report in reports] == [GOOD]


def test_a_burst_of_changes_is_checked_once(qtbot: QtBot) -> None:
    owner = QObject()
    checker = ProcessChecker(owner, lambda: GOOD)
    reports: list[CheckReport] = []
    checker.checked.connect(reports.append)
    for _ in range(20):
        checker.schedule()
    with qtbot.waitSignal(checker.checked):
        pass
    assert len(reports) == 1
    assert reports[0].is_valid
