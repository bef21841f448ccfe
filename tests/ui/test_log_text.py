"""What is told of one entry of a log besides its message."""

from __future__ import annotations

import pytest

from openeo_desktop.core.logs import parse_log_entry
from openeo_desktop.ui.log.log_text import detail_text


def _told(**members: object) -> str:
    return detail_text(
        parse_log_entry({"id": "1", "level": "error", "message": "It failed", **members})
    )


@pytest.mark.parametrize("trace", ["a.py:1\n  b.py:2\n", ["a.py:1", "  b.py:2\n"]])
def test_a_stack_trace_stands_there_line_by_line(trace: object) -> None:
    assert _told(stacktrace=trace) == "It failed\n\nStack trace\na.py:1\n  b.py:2"


@pytest.mark.parametrize("trace", [[{"file": "a.py"}], {"file": "a.py"}])
def test_another_kind_of_stack_trace_is_told_as_it_came(trace: object) -> None:
    assert '"file": "a.py"' in _told(stacktrace=trace)


@pytest.mark.parametrize("trace", [None, "", [], [None]])
def test_none_costs_no_heading(trace: object) -> None:
    assert "Stack trace" not in _told(stacktrace=trace)
