"""`openeo-desktop run`: create, start, wait and download one job."""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from dataclasses import dataclass
from pathlib import Path

from openeo_desktop.api.urls import is_loopback, shown_host
from openeo_desktop.core.accounts import Account
from openeo_desktop.core.errors import (
    AppError,
    BackEndError,
    BadAnswerError,
    BusyError,
    InputError,
    JobFailedError,
    ProcessInputError,
    UnreachableError,
)
from openeo_desktop.core.formatting import format_clock
from openeo_desktop.core.job_actions import NO_PLACE
from openeo_desktop.core.job_requests import JobRequest
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.process_graph import ProcessDraft, check_graph, read_process
from openeo_desktop.headless.download import fetch
from openeo_desktop.headless.output import Output
from openeo_desktop.headless.session import options_of, sign_in
from openeo_desktop.services.services import Services

FIRST, FACTOR, LOOPBACK_FIRST = 5.0, 1.25, 0.5


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What was given on the command line; `max_poll` in seconds."""

    process: Path
    backend: str
    user: str
    title: str
    out: Path | None
    max_poll: float


def read_draft(path: Path) -> ProcessDraft:
    """The process in a file, checked as far as that goes without a server.

    Raises:
        InputError: No such file, not JSON, no process graph, or a broken one.
    """
    try:
        text = path.read_text("utf-8-sig")  # Notepad puts a mark in front
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not a text file"
        raise InputError(f"{path} cannot be read: {reason}.", "Give a JSON file.") from None
    try:
        draft = read_process(text)
    except ProcessInputError as error:
        error.message = f"{path.name}: {error.message}"
        raise
    try:
        problems = check_graph(draft.graph)
    except RecursionError:
        raise ProcessInputError(f"{path.name} is nested too deeply.", "Make it flatter.") from None
    if problems:
        raise ProcessInputError(
            f"{path.name}: {problems[0].message}", "Mend the process graph.", node=problems[0].node
        )
    return draft


async def run(services: Services, options: RunOptions, output: Output) -> None:
    """The whole way of one job.

    Raises:
        JobFailedError: It ended in error or was canceled.
        AppError: Anything else that stands in the way.
    """
    draft = await asyncio.to_thread(read_draft, options.process)
    account = await sign_in(services, options.backend, options.user, output)
    await _validate(services, account, draft, output)
    request = JobRequest(
        draft, options.title or draft.title or options.process.stem, draft.description
    )
    job = await services.actions.create(account.id, request)
    output.line(f"Created job '{job.id}'")
    output.document({"job": job.id, "status": job.status_text})
    try:
        await _complete(services, job.key, options, output)
    except asyncio.CancelledError:
        output.remark(
            f"The job '{job.id}' stays at the back-end. Its results, once it has finished: "
            f"openeo-desktop download {job.id} --backend {account.user_url}"
        )
        raise


async def _complete(services: Services, key: JobKey, options: RunOptions, output: Output) -> None:
    """From the start of a job to its files on the disk."""
    await start(services, key, options.max_poll, output)
    job = await wait(services, key, options.max_poll, output)
    if job.status is not JobStatus.FINISHED:
        await _report_failure(services, job, output)
    files = await fetch(services, job.key, options.out, "", output)
    output.document({"job": job.id, "status": job.status, "files": [str(f) for f in files]})


async def _validate(
    services: Services, account: Account, draft: ProcessDraft, output: Output
) -> None:
    """Refuse what the back-end calls invalid; if it cannot check, go on."""
    if not services.accounts.supports(account.id, "POST", "/validation"):
        return
    try:
        problems = await services.actions.validate(account.id, draft)
    except AppError as error:
        output.remark(f"The back-end could not check the process ({error.message})")
        return
    if problems:
        raise ProcessInputError(
            "The back-end does not accept this process: "
            + " ".join(problem.message for problem in problems[:5]),
            "Mend the process graph.",
            node=problems[0].node,
            code=problems[0].code,
        )


async def start(services: Services, key: JobKey, max_poll: float, output: Output) -> None:
    """Put the job into the queue; where the answer is lost, look whether it arrived first.

    Where the back-end runs no more jobs of this person at once, wait for a place.

    Raises:
        AppError: The back-end refuses.
    """
    tried, pause = False, FIRST
    while True:
        try:
            if tried and (await services.jobs.refresh(key)).status is not JobStatus.CREATED:
                return
            tried = True
            await services.actions.start(key, queue=False)
            return
        except (UnreachableError, BackEndError) as error:
            if error.code == NO_PLACE:
                output.remark(f"{error.message} Waiting for a place.")
                pause *= FACTOR
            elif _may_pass(error):
                output.remark(f"{error.message} Trying again.")
            else:
                raise
        await asyncio.sleep(min(max_poll, pause))


async def wait(services: Services, key: JobKey, max_poll: float, output: Output) -> Job:
    """Ask until the job has ended; network and servers may fail, that never ends the waiting.

    Raises:
        AppError: The back-end says something other than «not now».
    """
    began = time.monotonic()
    account = services.accounts.account(key.account_id)
    host = shown_host(account.api_base).partition(":")[0] if account else ""
    interval = min(max_poll, LOOPBACK_FIRST if is_loopback(host) else FIRST)
    while True:
        pause = interval
        try:
            job = await services.jobs.refresh(key)
        except (UnreachableError, BackEndError) as error:
            if not _may_pass(error):
                raise
            output.remark(f"{_clock(began)} {error.message} Trying again.")
            pause = max(pause, getattr(error, "retry_after", None) or 0.0)
        else:
            _print_status(job, began, output)
            if job.status.is_terminal:
                return job
        await asyncio.sleep(pause)
        interval = min(max_poll, interval * FACTOR)


def _may_pass(error: AppError) -> bool:
    """A failure of the way or of the server, which says nothing about the job."""
    if isinstance(error, BackEndError):
        return isinstance(error, (BusyError, BadAnswerError)) or error.status in (408, 425, 500)
    return True


def _clock(began: float) -> str:
    return format_clock(dt.timedelta(seconds=time.monotonic() - began))


def _print_status(job: Job, began: float, output: Output) -> None:
    progress = "N/A" if job.progress is None else f"{job.progress:.0f}%"
    output.line(f"{_clock(began)} Job '{job.id}': {job.status_text} (progress {progress})")
    output.document(
        {
            "elapsed": round(time.monotonic() - began, 1),
            "job": job.id,
            "status": job.status_text,
            "progress": job.progress,
        }
    )


async def _report_failure(services: Services, job: Job, output: Output) -> None:
    """Print the error lines of the log, then raise."""
    try:
        entries = await services.logs.errors(job.key)
    except AppError as error:
        entries = []
        output.remark(f"The log could not be read: {error.message}")
    for entry in entries:
        code = f" [{entry.code}]" if entry.code else ""
        output.remark(f"error{code}: {entry.message}")
    output.document(
        {"job": job.id, "status": job.status_text, "errors": [dict(e.raw) for e in entries]}
    )
    words = "was canceled" if job.status is JobStatus.CANCELED else "ended in error"
    account = services.accounts.account(job.account_id)
    options = options_of(account) if account else "--backend URL"
    raise JobFailedError(
        f"The job '{job.id}' {words}.",
        f"The whole log: openeo-desktop logs {job.id} {options}",
    )
