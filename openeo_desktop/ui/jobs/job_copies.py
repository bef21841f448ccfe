"""Copies of jobs: one to be changed first, or run at once as it is.

The process comes from the history or its back-end; whether a copy can be made now is in
`job_rules`, the dialog for a new job is the window's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.errors import AppError, InputError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.job_parameters import parameter_texts
from openeo_desktop.core.job_requests import JobRequest
from openeo_desktop.core.jobs import Job
from openeo_desktop.core.json_values import as_dict
from openeo_desktop.core.process_graph import ProcessDraft
from openeo_desktop.services.job_processes import job_with_process
from openeo_desktop.services.spawner import Spawn, about, raising
from openeo_desktop.ui.editor.json_layout import lay_out
from openeo_desktop.ui.jobs.confirm import ask
from openeo_desktop.ui.jobs.copy_questions import run_copy_question
from openeo_desktop.ui.jobs.read_process import read_process
from openeo_desktop.ui.loop.background import BackgroundCalls
from openeo_desktop.ui.new_job.job_draft import JobDraft

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


class JobCopies(QObject):
    """Signals: `draft_wanted(JobDraft)` to be shown in the dialog for a new job;
    `noticed(str)` a short word; `copied(JobKey)` the one copy that was made is there."""

    draft_wanted = Signal(object)
    noticed = Signal(str)
    copied = Signal(object)

    def __init__(self, services: Services, spawn: Spawn, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._spawn = spawn
        self._window = window
        self._laying_out = BackgroundCalls(self)

    def duplicate(self, jobs: Sequence[Job]) -> None:
        """Open a copy to be changed: with its title, description, plan, budget and log level."""
        for job in jobs[:1]:
            self._spawn(about(job.shown_title, self._duplicate(job)), "duplicate the job")

    def run_copies(self, jobs: Sequence[Job]) -> None:
        """Create the same jobs anew and start them, after a question; the old ones stay."""
        if jobs:
            ask(self._window, run_copy_question(jobs), lambda: self._run_copies(jobs))

    async def _duplicate(self, job: Job) -> None:
        whole = await read_process(self._services.jobs, job.key, self.noticed.emit)
        process = whole.process
        self._laying_out.call(  # a large process takes a moment
            lambda: _laid_out(process),
            lambda text: self.draft_wanted.emit(_draft(whole, text)),
            self._fail,
        )

    def _fail(self, error: AppError) -> None:
        self._spawn(raising(error), "duplicate the job")

    def _run_copies(self, jobs: Sequence[Job]) -> None:
        for job in jobs:
            copy = self._run_copy(job, alone=len(jobs) == 1)
            self._spawn(about(job.shown_title, copy), "run a copy of the job")

    async def _run_copy(self, job: Job, *, alone: bool) -> None:
        whole = await job_with_process(self._services.jobs, job.key)
        request = JobRequest(
            ProcessDraft(whole.process or {}),
            title=whole.title,
            description=whole.description,
            log_level=whole.log_level,
            plan=whole.plan,
            budget=whole.budget,
            job_options=as_dict(whole.raw.get("job_options")),
        )
        copy = await self._services.actions.create(job.account_id, request, start=True)
        if alone:
            self.copied.emit(copy.key)
            text = self.tr("A copy of «{title}» was created and started.")
            self.noticed.emit(text.format(title=visible_text(job.shown_title)[:80]))


def _laid_out(process: Mapping[str, Any] | None) -> str:
    try:
        return lay_out(json.dumps(process))
    except RecursionError:
        raise InputError(
            "The process of this job is nested too deeply to be shown.",
            "Look at it in the web editor of the back-end.",
        ) from None


def _draft(job: Job, text: str) -> JobDraft:
    budget = "" if job.budget is None else QLocale().toString(job.budget, "g", 12)
    return JobDraft(
        text=text,
        title=job.title,
        description=job.description,
        account_id=job.account_id,
        log_level=job.log_level,
        plan=job.plan,
        budget=budget,
        parameters=parameter_texts(job.raw),
    )
