"""Why several jobs do not allow an action: the reasons of `job_rules` said of many. No widgets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication


def _tr(text: str) -> str:
    return QCoreApplication.translate("JobRules", text)


def reason_of_all(reasons: Sequence[str]) -> str:
    """One reason for the whole selection (one for each of its jobs, none of them empty)."""
    distinct = list(dict.fromkeys(reasons))
    if len(reasons) < 2:
        return "".join(reasons)
    if len(distinct) == 1:
        return of_many(distinct[0])
    head = _tr("None of the selected jobs allows this:")
    return "\n".join([head, *reason_lines(reasons)])


def reason_lines(reasons: Sequence[str]) -> list[str]:
    """A line for each reason, in the plural where it is that of several jobs."""
    distinct = dict.fromkeys(reasons)
    return [f"•  {of_many(one) if reasons.count(one) > 1 else one}" for one in distinct]


def of_many(reason: str) -> str:
    """The reason in the plural; as it is where it speaks of no job, or of jobs in general."""
    return _plurals().get(reason, reason)


def _plurals() -> dict[str, str]:
    return {
        _tr("This job waits for a place at its back-end. Stop takes it out of the queue."): _tr(
            "These jobs wait for a place at their back-end. Stop takes them out of the queue."
        ),
        _tr("This job is still being created."): _tr("These jobs are still being created."),
        _tr("An action on this job is still under way."): _tr(
            "An action on each of these jobs is still under way."
        ),
        _tr("This job was not created at the back-end. Duplicate it to create it."): _tr(
            "These jobs were not created at the back-end. Duplicate them to create them."
        ),
        _tr("This job is no longer on the back-end."): _tr(
            "These jobs are no longer on the back-end."
        ),
        _tr("This job has been started already."): _tr("These jobs have been started already."),
        _tr("This job is neither queued nor running."): _tr(
            "None of these jobs is queued or running."
        ),
        _tr("There are no results yet: the job has not been started."): _tr(
            "There are no results yet: the jobs have not been started."
        ),
        _tr("There are no results yet: the job has not finished."): _tr(
            "There are no results yet: the jobs have not finished."
        ),
        _tr("This job failed; it has no results."): _tr("These jobs failed; they have no results."),
    }
