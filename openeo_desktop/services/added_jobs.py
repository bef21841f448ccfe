"""Jobs that a person adds by their id, because the listing does not show them (any more).

Back-ends cap their listings or forget old jobs in them; `GET /jobs/{job_id}` still knows them.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import AppError, InputError, NotFoundError
from openeo_desktop.core.jobs import Job, JobId, JobKey
from openeo_desktop.core.words import error_text
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.history import History
from openeo_desktop.services.jobs import JobsChanged, JobsService
from openeo_desktop.services.sync import SyncService
from openeo_desktop.store import job_actions as store

log = logging.getLogger(__name__)
MAX_ID = 500
_ID = re.compile(r"[\w\-.~]+")
"""Source: openEO API 1.2, `job_id`."""


class AddedJobs:
    """Adds jobs, and asks for each of them itself after every listing of their account."""

    def __init__(
        self, history: History, accounts: AccountsService, jobs: JobsService, sync: SyncService
    ) -> None:
        self._history = history
        self._accounts = accounts
        self._jobs = jobs
        self._sync = sync
        self._tasks: dict[AccountId, asyncio.Task[None]] = {}
        self._listed: set[AccountId] = set()
        self._disconnect: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Keep added jobs up to date from now on."""
        self._disconnect = self._sync.listed.connect(self._on_listed)

    async def close(self) -> None:
        """Ask no more."""
        self._disconnect()
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def add(self, account_id: AccountId, text: str) -> Job:
        """Fetch a job into the history.

        Args:
            text: Its id, or an address with it: `https://…/jobs/ID`, also with `/results` behind.

        Raises:
            InputError: It is no id, or the back-end knows no such job.
            AppError: The back-end cannot be asked.
        """
        key = JobKey(account_id, read_job_id(text))
        known = await self._jobs.get(key)
        try:
            job = await self._jobs.refresh(key)
        except NotFoundError as error:
            account = self._accounts.account(account_id)
            where = account.title if account else error_text("This back-end")
            raise InputError(
                f"{where} knows no job «{key.job_id}».",
                "Check the ID and the account: only the person who created a job can see it.",
                details=error.full_text(),
            ) from None
        if known is None or known.gone:
            await self._history.call(store.mark_by_id, key)
        return job

    def _on_listed(self, account_id: AccountId) -> None:
        self._listed.add(account_id)
        task = self._tasks.get(account_id)
        if task is None or task.done():
            self._tasks[account_id] = asyncio.get_running_loop().create_task(
                self._ask_all(account_id), name=f"added jobs of {account_id}"
            )

    async def _ask_all(self, account_id: AccountId) -> None:
        while account_id in self._listed:  # also once more if it was listed meanwhile
            self._listed.discard(account_id)
            await self._ask_each(account_id)

    async def _ask_each(self, account_id: AccountId) -> None:
        for key in await self._history.call(store.by_id_keys, account_id):
            try:
                await self._jobs.refresh(key)
            except NotFoundError:
                await self._history.call(store.mark_gone, key)
                self._jobs.changed.emit(JobsChanged(frozenset({key})))
            except AppError as error:
                log.info("Added jobs are asked for later: %s", error.message)
                return


def read_job_id(text: str) -> JobId:
    """The id in what was pasted: an id, or an address with one.

    Raises:
        InputError: There is none.
    """
    given = text.strip()
    if "://" in given:  # of a job or what is below it
        path = urlsplit(given).path if len(given) < 4000 else ""
        _, found, tail = path.partition("/jobs/")
        given = unquote(tail.split("/")[0]) if found else ""
    if not given or len(given) > MAX_ID or any(c.isspace() or c in "/:" for c in given):
        raise InputError(
            "This is not the ID of a job.",
            "Give an ID such as «j-2611221119184a9c», or the address of a job.",
        )
    return JobId(given)


def looks_like_job_id(text: str) -> bool:
    """Whether a text that was searched for is rather an id than words."""
    try:
        job_id = read_job_id(text)
    except InputError:
        return False
    digits = sum(character.isdigit() for character in job_id)
    return len(job_id) >= 10 and digits >= 4 and _ID.fullmatch(job_id) is not None
