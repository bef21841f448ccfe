"""Findings as lines for a person or one JSON document for a program, told as they come."""

from __future__ import annotations

from openeo_desktop.core.findings import Finding, Verdict
from openeo_desktop.headless.output import Output

_MARKS = {Verdict.OK: "ok", Verdict.NOTE: "note", Verdict.WRONG: "WRONG"}
_MARK, _NAME = 7, 28
"""Characters of the first two columns."""


class Report:
    """Takes findings one by one."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._findings: list[Finding] = []

    def add(self, *findings: Finding) -> None:
        """Tell a person at once."""
        for finding in findings:
            self._findings.append(finding)
            mark = _MARKS[finding.verdict]
            self._output.line(f"{mark:<{_MARK}}{finding.name:<{_NAME}}{finding.fact}")
            if finding.verdict is not Verdict.OK and finding.advice:
                self._output.line(f"{'':<{_MARK + _NAME}}{finding.advice}")

    def end(self) -> int:
        """Tell a program; the exit code: 0 if nothing is wrong, 1 otherwise."""
        good = all(finding.verdict is not Verdict.WRONG for finding in self._findings)
        checks = [finding.as_json() for finding in self._findings]
        self._output.document({"ok": good, "checks": checks})
        return 0 if good else 1
