"""`openeo-desktop jobs` and `openeo-desktop logs`: what the back-end knows, as lines or JSON."""

from __future__ import annotations

import dataclasses

from openeo_desktop.core.formatting import format_exact, format_percent
from openeo_desktop.core.job_query import JobQuery
from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.core.logs import LogEntry, LogLevel
from openeo_desktop.core.times import format_time
from openeo_desktop.headless.output import Output
from openeo_desktop.headless.session import find_job, sign_in
from openeo_desktop.services.services import Services

PORTION = 500


async def jobs(
    services: Services,
    backend: str,
    user: str,
    job_id: str,
    query: JobQuery,
    limit: int,
    output: Output,
) -> None:
    """Jobs of the account, newest first; or one of this id, which its list may lack.

    Args:
        query: Which of them; `limit` 0: all.

    Raises:
        AppError: No sign-in, no such job, or the back-end cannot be asked.
    """
    account = await sign_in(services, backend, user, output)
    if job_id:
        job = await services.added.add(account.id, job_id)
        output.line(job_line(job))
        output.document(job_document(job))
        return
    await services.sync.refresh_now(account.id)
    listing = await services.jobs.listing(dataclasses.replace(query, account=account.id))
    found = 0
    for start in range(0, len(listing.row_ids), PORTION):
        part = listing.row_ids[start : start + PORTION]
        rows = await services.jobs.rows(part)
        for job in (rows[row] for row in part if row in rows and not rows[row].gone):
            found += 1
            output.line(job_line(job))
            output.document(job_document(job))
            if found == limit:
                return
    if not found:
        which = "jobs" if query == JobQuery() else "such jobs"
        output.line(f"No {which} at {account.title} yet.")


def job_line(job: Job) -> str:
    """A job for people."""
    created = format_exact(job.created) or "-"
    progress = format_percent(job.progress) if job.status.is_active else ""
    title = " ".join(job.title.split())
    return f"{job.id}  {job.status_text:<9} {progress:>5}  {created:<24}  {title}".rstrip()


def job_document(job: Job) -> dict[str, object]:
    """A job for programs."""
    return {
        "id": job.id,
        "status": job.status_text,
        "title": job.title,
        "created": format_time(job.created),
        "updated": format_time(job.updated),
        "progress": job.progress,
        "costs": job.costs,
    }


async def logs(
    services: Services, backend: str, user: str, job_id: str, level: str, output: Output
) -> None:
    """The log of one job, oldest first.

    Raises:
        AppError: No sign-in, no such job, or the back-end cannot be asked.
    """
    account = await sign_in(services, backend, user, output)
    key = (await find_job(services, account, job_id)).key
    await services.logs.refresh(key)
    await print_log(services, key, LogLevel.parse(level), output)


async def print_log(services: Services, key: JobKey, least: LogLevel, output: Output) -> None:
    """The log as it is known here, from this level on."""
    shown = 0
    for entry in await services.logs.export(key):
        if entry.level.severity >= least.severity:
            shown += 1
            output.line(_log_line(entry))
            output.document(dict(entry.raw))
    if not shown:
        above = "" if least is LogLevel.DEBUG else f" of level {least} or above"
        output.line(f"The log has no entries{above}.")


def _log_line(entry: LogEntry) -> str:
    time = f"{format_time(entry.time) or '-':<24}"
    code = f"[{entry.code}] " if entry.code else ""
    return f"{time}  {entry.level:<7}  {code}{entry.message}"
