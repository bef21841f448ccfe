"""Sending a new job: check on the back-end, create, start. One at a time, can be stopped.

No widgets: the dialog shows what the signals say. An error before the job exists stays with the
dialog; once it exists, an error of the start goes the ordinary way to the error presenter.
"""

from __future__ import annotations

import asyncio
import enum
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import AppError, SignInError
from openeo_desktop.core.job_requests import JobRequest
from openeo_desktop.core.jobs import Job
from openeo_desktop.core.process_graph import GraphProblem, ProcessDraft
from openeo_desktop.ui.new_job.check_state import ServerCheck
from openeo_desktop.ui.new_job.job_draft import JobDraft
from openeo_desktop.ui.new_job.process_check import place_problems

if TYPE_CHECKING:
    from openeo_desktop.services.job_actions import JobActions
    from openeo_desktop.services.spawner import Spawn


class Intent(enum.Enum):
    """What the person asked for."""

    CHECK = "check"
    CREATE = "create"
    CREATE_AND_START = "create and start"


@dataclass(frozen=True, slots=True)
class Order:
    """What is sent: `text` is what the request was read from, so that problems find their place."""

    account_id: AccountId
    back_end: str
    text: str
    request: JobRequest
    create: bool = True
    start: bool = False


class NewJobSending(QObject):
    """Carries out one order.

    Signals:
        progressed(str): What is being done now; empty when nothing is any more.
        server_checked(ServerCheck): The back-end's answer to the check, or why there is none.
        failed(AppError): The order failed; no job was created, as far as is known.
        stopped(): It was stopped while the job was being created: it may exist.
        created(Job): The job exists.
    """

    progressed = Signal(str)
    server_checked = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    created = Signal(object)

    def __init__(self, actions: JobActions, spawn: Spawn, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._spawn = spawn
        self._task: asyncio.Task[Any] | None = None

    @property
    def running(self) -> bool:
        return self._task is not None

    def send(self, order: Order) -> None:
        """Begin; nothing happens while another order runs."""
        if self._task is None:
            self._task = self._spawn(self._run(order), "create the job")
            self._task.add_done_callback(self._on_done)
            self.progressed.emit(self.tr("Sending…"))

    def stop(self) -> None:
        """Stop waiting for the back-end."""
        if self._task is not None:
            self._task.cancel()

    def _on_done(self, task: asyncio.Task[Any]) -> None:
        if task is self._task:  # stopped before it began
            self._task = None
            self.progressed.emit("")

    async def _run(self, order: Order) -> None:
        job: Job | None = None
        try:
            if await self._accepted(order) and order.create:
                job = await self._create(order)
        except AppError as error:
            self.failed.emit(error)
        finally:
            self._task = None
            self.progressed.emit("")
        if job is not None:
            self.created.emit(job)
            if order.start:
                await self._actions.start(job.key)

    async def _accepted(self, order: Order) -> bool:
        """Whether the back-end finds no problem; one that cannot check does not block."""
        text = self.tr("Checking with {back_end}…")
        self.progressed.emit(text.format(back_end=order.back_end))
        draft = order.request.draft
        try:
            found = await self._actions.validate(order.account_id, draft)
        except SignInError:
            raise
        except AppError as error:
            self.server_checked.emit(ServerCheck(order.back_end, order.text, failure=error))
            return True
        placed = place_problems(order.text, draft, found)
        self.server_checked.emit(ServerCheck(order.back_end, order.text, placed))
        return not placed

    async def _create(self, order: Order) -> Job:
        text = self.tr("Creating the job on {back_end}…")
        self.progressed.emit(text.format(back_end=order.back_end))
        try:
            return await self._actions.create(order.account_id, order.request)
        except asyncio.CancelledError:
            self.stopped.emit()
            raise
        except AppError as error:
            self._place(error, order)
            raise

    def _place(self, error: AppError, order: Order) -> None:
        """Show the node an error speaks of, if it speaks of one."""
        problem = GraphProblem(error.message, code=error.code)
        placed = place_problems(order.text, order.request.draft, [problem])
        if placed[0].line:
            self.server_checked.emit(ServerCheck(order.back_end, order.text, placed))


def make_order(
    intent: Intent,
    account_id: AccountId,
    back_end: str,
    draft: ProcessDraft,
    values: JobDraft,
    budget: float | None,
    parameters: Mapping[str, Any],
) -> Order:
    """What to send: the fields, and title and description of the JSON where those are empty."""
    request = JobRequest(
        draft=draft,
        title=values.title or draft.title,
        description=values.description or draft.description,
        log_level=values.log_level,
        plan=values.plan,
        budget=budget,
        parameters=parameters,
    )
    return Order(
        account_id=account_id,
        back_end=back_end,
        text=values.text,
        request=request,
        create=intent is not Intent.CHECK,
        start=intent is Intent.CREATE_AND_START,
    )
