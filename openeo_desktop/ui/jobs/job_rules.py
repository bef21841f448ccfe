"""Which actions a selection of jobs allows, and the reason in words where it does not.

No widgets. Source: openEO API 1.2, «Batch jobs»: what each means in each status.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.accounts import AccountId, AccountStatus
from openeo_desktop.core.job_actions import WAITING, ActionKind
from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.ui.accounts.why_not_now import why_not_now
from openeo_desktop.ui.jobs.plural_reasons import reason_of_all

StatusOf = Callable[[AccountId], AccountStatus | None]
Supports = Callable[[AccountId, str, str], bool]


class JobAction(enum.Enum):
    """What can be asked of jobs, with its endpoint where it needs one."""

    START = ("POST", "/jobs/{job_id}/results")
    STOP = ("DELETE", "/jobs/{job_id}/results")
    DOWNLOAD = ("GET", "/jobs/{job_id}/results")
    DELETE = ("DELETE", "/jobs/{job_id}")
    EDIT = ("PATCH", "/jobs/{job_id}")
    ESTIMATE = ("GET", "/jobs/{job_id}/estimate")
    SHARE = ("GET", "/jobs/{job_id}/results", "share")  # told from DOWNLOAD: values are unique
    RUN_COPY = ("POST", "/jobs")

    @property
    def method(self) -> str:
        return str(self.value[0])

    @property
    def path(self) -> str:
        return str(self.value[1])


ONE_ONLY = (JobAction.EDIT, JobAction.ESTIMATE, JobAction.SHARE)


def _tr(text: str) -> str:
    return QCoreApplication.translate("JobRules", text)


def allowed_jobs(
    action: JobAction, jobs: Sequence[Job], status_of: StatusOf, supports: Supports
) -> list[Job]:
    """Those of the jobs that the action can be asked of."""
    return [job for job in jobs if not refusal(action, job, status_of, supports)]


def why_not(action: JobAction, jobs: Sequence[Job], status_of: StatusOf, supports: Supports) -> str:
    """Why the action is disabled for the selection; empty if at least one job allows it."""
    if not jobs:
        return _tr("Select a job first.")
    if action in ONE_ONLY and len(jobs) > 1:
        return _tr("Select one job only.")
    reasons = [refusal(action, job, status_of, supports) for job in jobs]
    return "" if not all(reasons) else reason_of_all(reasons)


def why_not_one(jobs: Sequence[Job]) -> str:
    """Why what is about one job, and asks nothing of its back-end, is disabled."""
    if not jobs:
        return _tr("Select a job first.")
    return _tr("Select one job only.") if len(jobs) > 1 else ""


def is_edited_by_copy(jobs: Sequence[Job], supports: Supports) -> bool:
    """Where a back-end does not let jobs be changed, a changed copy is the way."""
    if len(jobs) != 1:
        return False
    return not supports(jobs[0].account_id, JobAction.EDIT.method, JobAction.EDIT.path)


def refusal(action: JobAction, job: Job, status_of: StatusOf, supports: Supports) -> str:
    """Why the action cannot be asked of one job; empty if it can."""
    if action is JobAction.RUN_COPY:  # of any job whose process is known, also of one that is gone
        return _account_refusal(action, job.account_id, status_of, supports)
    if job.pending == WAITING and action is JobAction.STOP:
        return ""  # it leaves the queue, which is here
    if job.key.is_provisional and not job.gone:
        return _pending_refusal(ActionKind.CREATING)
    if job.pending and not (job.pending == WAITING and action is JobAction.DELETE):
        return _pending_refusal(job.pending)
    if job.gone and action is not JobAction.DELETE:
        return _gone_refusal(job)
    return _status_refusal(action, job.status) or (
        "" if job.gone else _account_refusal(action, job.account_id, status_of, supports)
    )


def _pending_refusal(pending: str) -> str:
    if pending == WAITING:
        return _tr("This job waits for a place at its back-end. Stop takes it out of the queue.")
    if pending == ActionKind.CREATING:
        return _tr("This job is still being created.")
    return _tr("An action on this job is still under way.")


def _gone_refusal(job: Job) -> str:
    if job.key.is_provisional:
        return _tr("This job was not created at the back-end. Duplicate it to create it.")
    return _tr("This job is no longer on the back-end.")


def _status_refusal(action: JobAction, status: JobStatus) -> str:
    if action is JobAction.START and status.is_active:
        return _tr("This job has been started already.")
    if action is JobAction.STOP and not (status.is_active or status is JobStatus.UNKNOWN):
        return _tr("This job is neither queued nor running.")
    if action is JobAction.EDIT and status.is_active:
        return _tr("A job that is queued or running cannot be changed. Stop it first.")
    if action in (JobAction.DOWNLOAD, JobAction.SHARE):
        return _download_refusal(status)
    return ""


def _download_refusal(status: JobStatus) -> str:
    if status is JobStatus.CREATED:
        return _tr("There are no results yet: the job has not been started.")
    if status.is_active:
        return _tr("There are no results yet: the job has not finished.")
    if status is JobStatus.ERROR:
        return _tr("This job failed; it has no results.")
    return ""


def _account_refusal(
    action: JobAction, account_id: AccountId, status_of: StatusOf, supports: Supports
) -> str:
    reason = why_not_now(status_of(account_id))
    if reason:
        return reason
    if not supports(account_id, action.method, action.path):
        if action is JobAction.EDIT:
            return _tr("This back-end does not let jobs be changed. Duplicate the job instead.")
        if action is JobAction.ESTIMATE:
            return _tr("This back-end does not estimate jobs.")
        return _tr("This back-end does not offer that.")
    return ""


def why_not_refresh(jobs: Sequence[Job], status_of: StatusOf) -> str:
    """Why the back-end cannot be asked about these jobs. Offline it can: trying is how to find out
    whether it is back."""
    if not jobs:
        return _tr("Select a job first.")
    if all(job.key.is_provisional for job in jobs):
        return _gone_refusal(jobs[0]) if jobs[0].gone else _pending_refusal(ActionKind.CREATING)
    reasons = [_rest_reason(status_of(job.account_id)) for job in jobs]
    return "" if not all(reasons) else reason_of_all(reasons)


def _rest_reason(status: AccountStatus | None) -> str:
    return why_not_now(status) if status is None or status.is_at_rest else ""
