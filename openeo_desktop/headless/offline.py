"""`jobs --offline` and `logs --offline`: what the history knows; no request, no sign-in."""

from __future__ import annotations

from dataclasses import dataclass

from openeo_desktop.core.accounts import Account
from openeo_desktop.core.errors import InputError, NotFoundError
from openeo_desktop.core.job_query import JobQuery
from openeo_desktop.core.jobs import Job, JobId, JobKey, JobStatus
from openeo_desktop.core.logs import LogLevel
from openeo_desktop.headless.listing import PORTION, job_document, job_line, print_log
from openeo_desktop.headless.output import Output
from openeo_desktop.headless.session import at_back_end
from openeo_desktop.services.services import Services


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which jobs. `account`: id or title; `limit` 0: all."""

    backend: str = ""
    user: str = ""
    account: str = ""
    statuses: tuple[str, ...] = ()
    search: str = ""
    limit: int = 0

    def query(self) -> JobQuery:
        """For the history; of all accounts."""
        return JobQuery(statuses=frozenset(map(JobStatus, self.statuses)), text=self.search)


async def jobs_offline(services: Services, wanted: Wanted, output: Output) -> None:
    """Every job ever seen that is wanted, newest first, also those that are gone.

    Raises:
        InputError: There is no such account in the history.
    """
    accounts = {account.id: account for account in _accounts(services, wanted)}
    listing = await services.jobs.listing(wanted.query())
    shown = 0
    for start in range(0, len(listing.row_ids), PORTION):
        part = listing.row_ids[start : start + PORTION]
        rows = await services.jobs.rows(part)
        for job in (rows[row] for row in part if row in rows):
            if job.account_id not in accounts:
                continue
            _print(job, accounts[job.account_id], len(accounts) > 1, output)
            shown += 1
            if shown == wanted.limit:
                return
    if not shown:
        output.line("No such jobs in the history.")


def _print(job: Job, account: Account, several: bool, output: Output) -> None:
    where = f"  [{account.title}]" if several else ""
    gone = "  (no longer on the back-end)" if job.gone else ""
    output.line(f"{job_line(job)}{where}{gone}")
    known = {"account": account.title, "backend": account.user_url, "gone": job.gone}
    output.document(job_document(job) | known)


def _accounts(services: Services, wanted: Wanted) -> list[Account]:
    accounts = [status.account for status in services.accounts.statuses()]
    if wanted.backend:
        accounts = at_back_end(services, wanted.backend, wanted.user, also_removed=True)
    if wanted.account:
        accounts = [a for a in accounts if wanted.account in (a.id, a.title)]
    if not accounts and (wanted.backend or wanted.account):
        raise InputError(
            "The history knows no such account.",
            "See «openeo-desktop accounts»; the history fills when a back-end is read for the "
            "first time.",
        )
    return accounts


async def log_offline(
    services: Services, wanted: Wanted, job_id: str, level: str, output: Output
) -> None:
    """The log of one job as it was last fetched.

    Raises:
        NotFoundError: The history knows no such job.
    """
    keys = [JobKey(account.id, JobId(job_id)) for account in _accounts(services, wanted)]
    found = [job for key in keys if (job := await services.jobs.get(key)) is not None]
    if not found:
        raise NotFoundError(
            f"The history knows no job {job_id}.", "See «openeo-desktop jobs --offline»."
        )
    await print_log(services, found[0].key, LogLevel.parse(level), output)
