"""What the person asks of jobs, from wherever: asked back where something is lost, then sent.

No rules here (`job_rules`), no words (`confirm`), no look.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from openeo_desktop.core.accounts import AccountId, AccountStatus
from openeo_desktop.core.job_actions import WAITING
from openeo_desktop.core.jobs import Job
from openeo_desktop.services.spawner import Spawn, about
from openeo_desktop.ui.jobs import confirm
from openeo_desktop.ui.jobs.job_rules import JobAction, allowed_jobs, refusal

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


class JobIntents:
    """Start, stop and delete, for one job or many.

    Args:
        window: Parent of the questions.
    """

    def __init__(self, services: Services, spawn: Spawn, window: QWidget) -> None:
        self._services = services
        self._spawn = spawn
        self._window = window

    def status_of(self, account_id: AccountId) -> AccountStatus | None:
        """The state of an account, None if there is none such."""
        return self._services.accounts.status(account_id)

    def allowed(self, action: JobAction, jobs: Sequence[Job]) -> list[Job]:
        """Those of the jobs that allow the action now."""
        return allowed_jobs(action, jobs, self.status_of, self._services.accounts.supports)

    def start(self, jobs: Sequence[Job]) -> None:
        """Start; jobs that ran before only after a question."""
        allowed = self.allowed(JobAction.START, jobs)
        question = confirm.restart_question(allowed)
        if question is None:
            self._start(allowed)
        else:
            self._ask(JobAction.START, jobs, question, lambda: self._start(allowed))

    def stop(self, jobs: Sequence[Job]) -> None:
        """Stop, after a question; what only waits for a place here loses nothing."""
        allowed = self.allowed(JobAction.STOP, jobs)
        self._stop([job for job in allowed if job.pending == WAITING])
        allowed = [job for job in allowed if job.pending != WAITING]
        if allowed:
            question = confirm.stop_question(allowed)
            self._ask(JobAction.STOP, jobs, question, lambda: self._stop(allowed))

    def delete(self, jobs: Sequence[Job]) -> None:
        """Delete, after a question."""
        allowed = self.allowed(JobAction.DELETE, jobs)
        if not allowed:
            return
        question = confirm.delete_question(allowed, [self._back_end(job) for job in allowed])
        self._ask(JobAction.DELETE, jobs, question, lambda: self._delete(allowed))

    def _ask(
        self,
        action: JobAction,
        jobs: Sequence[Job],
        question: confirm.Question,
        on_confirmed: Callable[[], None],
    ) -> None:
        """Ask; of jobs that cannot take part it says that, and why."""
        supports = self._services.accounts.supports
        reasons = [refusal(action, job, self.status_of, supports) for job in jobs]
        left_out = [reason for reason in reasons if reason]
        confirm.ask(self._window, confirm.with_left_out(question, left_out), on_confirmed)

    def _start(self, jobs: Sequence[Job]) -> None:
        for job in jobs:
            self._send(job, self._services.actions.start(job.key), "start the job")

    def _stop(self, jobs: Sequence[Job]) -> None:
        for job in jobs:
            self._send(job, self._services.actions.stop(job.key), "stop the job")

    def _delete(self, jobs: Sequence[Job]) -> None:
        for job in jobs:
            self._send(job, self._services.actions.delete(job.key), "delete the job")

    def _send(self, job: Job, intent: Coroutine[Any, Any, Any], what: str) -> None:
        self._spawn(about(job.shown_title, intent), what)

    def _back_end(self, job: Job) -> str:
        account = self._services.accounts.account(job.account_id)
        return account.title if account else ""
