"""Questions before something of a job is lost: they name what will be lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.ui.jobs.plural_reasons import reason_lines
from openeo_desktop.ui.kit.ask import Question, ask
from openeo_desktop.ui.kit.numbers import count_text

__all__ = [
    "Question",
    "ask",
    "delete_question",
    "restart_question",
    "stop_question",
    "with_left_out",
]
SHOWN_TITLES = 5


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Confirm", text, "", count)


def delete_question(jobs: Sequence[Job], back_ends: Sequence[str]) -> Question:
    """Deleting jobs on the back-end, or from the history where they are gone there."""
    if all(job.gone for job in jobs):
        title = _title(_tr("Remove {jobs} from the history?"), jobs)
        return Question(title, _loss_of_gone(jobs) + _list(jobs), _tr("Remove"))
    where = ", ".join(visible_text(name) for name in dict.fromkeys(back_ends))
    loss = _tr("Its results and logs on {where} will be lost. This cannot be undone.")
    if len(jobs) > 1:
        loss = _tr("Their results and logs on {where} will be lost. This cannot be undone.")
    lines = [loss.format(where=where), _tr("Files that were downloaded stay.")]
    if any(job.status.is_active for job in jobs):
        lines.insert(0, _tr("What is still running is stopped."))
    return Question(
        _title(_tr("Delete {jobs}?"), jobs), " ".join(lines) + _list(jobs), _tr("Delete")
    )


def _loss_of_gone(jobs: Sequence[Job]) -> str:
    one = len(jobs) == 1
    if all(job.key.is_provisional for job in jobs):
        if one:
            return _tr("It was never created at the back-end; what it was to be goes from here.")
        return _tr("They were never created at the back-end; what they were to be goes from here.")
    if one:
        return _tr("The back-end has dropped it already; now its history here goes as well.")
    return _tr("The back-end has dropped them already; now their history here goes as well.")


def stop_question(jobs: Sequence[Job]) -> Question:
    """Stopping jobs: work done so far may be lost."""
    loss = _tr("What has been computed so far may be lost, and may have to be paid for.")
    again = _tr("The job can be started again from the beginning.")
    if len(jobs) > 1:
        again = _tr("The jobs can be started again from the beginning.")
    title = _title(_tr("Stop {jobs}?"), jobs)
    return Question(title, f"{loss} {again}{_list(jobs)}", _tr("Stop"), keep=_tr("Keep running"))


def restart_question(jobs: Sequence[Job]) -> Question | None:
    """Starting jobs that ran before discards their results; None if there is nothing to lose.

    Source: openEO API 1.2, `POST /jobs/{job_id}/results`.
    """
    ran = [job for job in jobs if job.status.is_terminal]
    if not ran:
        return None
    title = _title(_tr("Run {jobs} again?"), ran)
    return Question(title, _loss_of_restart(ran) + _list(ran), _tr("Run again"))


def _loss_of_restart(ran: Sequence[Job]) -> str:
    if all(job.status is JobStatus.ERROR for job in ran):
        if len(ran) == 1:
            return _tr("The log of the failed run goes, and what is left of its results.")
        return _tr("The logs of the failed runs go, and what is left of their results.")
    loss = _tr(
        "The back-end discards the results it has of the earlier run. "
        "Files that were downloaded stay."
    )
    if len(ran) > 1:
        loss = _tr(
            "The back-end discards the results it has of the earlier runs. "
            "Files that were downloaded stay."
        )
    return loss


def _title(text: str, jobs: Sequence[Job]) -> str:
    if len(jobs) == 1:
        return text.format(jobs=f"«{_name(jobs[0])}»")
    return text.format(jobs=_tr("{count} jobs").format(count=count_text(len(jobs))))


def with_left_out(question: Question, reasons: Sequence[str]) -> Question:
    """The question, saying of how many selected jobs it is not, and why (one reason per job)."""
    if not reasons:
        return question
    count = len(reasons)
    head = _tr("1 selected job is left out:")
    if count > 1:
        head = _tr("{count} selected jobs are left out:").format(count=count_text(count))
    lines = [f"{question.loss}\n\n{head}", *reason_lines(reasons)]
    return replace(question, loss="\n".join(lines))


def _list(jobs: Sequence[Job]) -> str:
    """The titles where there are several, so that one sees what is meant; ids tell equal apart."""
    if len(jobs) < 2:
        return ""
    known = Counter(_name(job) for job in jobs)
    lines = []
    for job in jobs[:SHOWN_TITLES]:
        name = _name(job)
        apart = f"  ·  {visible_text(job.id)}" if known[name] > 1 and name != job.id else ""
        lines.append(f"•  {name}{apart}")
    if len(jobs) > SHOWN_TITLES:
        lines.append(_tr("… and {count} more").format(count=count_text(len(jobs) - SHOWN_TITLES)))
    return "\n\n" + "\n".join(lines)


def _name(job: Job) -> str:
    text = visible_text(" ".join(job.shown_title.split()))
    return text if len(text) <= 100 else text[:99] + "…"
