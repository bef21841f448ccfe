"""Somebody who creates and starts jobs through the app on a bad day, and does as the app says.

Nothing is repeated unless the app has said that it was not done: so whatever is there twice at the
end, the app has made twice.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.job_query import JobQuery
from openeo_desktop.core.job_requests import JobRequest
from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.core.process_graph import ProcessDraft
from openeo_desktop.services.services import Services
from tests.simulation.timelines import MINUTE
from tests.simulation.virtual_time import VirtualTime

PATIENCE = 2 * MINUTE


@dataclass
class Person:
    """`wanted` are the titles of the jobs that are to run; each has a graph of its own.

    `busy`: times (from, to) in which the app asked the back-end because the person wanted it to.
    """

    account: AccountId
    time: VirtualTime
    wanted: list[str] = field(default_factory=list)
    busy: list[tuple[float, float]] = field(default_factory=list)

    async def create_and_start(self, services: Services, title: str) -> None:
        """Until the job runs, whatever it takes."""
        self.wanted.append(title)
        key = await self._create(services, title)
        while not await self._is_on_its_way(services, key):
            try:
                with self._at_work():
                    await services.actions.start(key)
            except AppError as error:
                await asyncio.sleep(_patience(error))

    @contextlib.contextmanager
    def _at_work(self) -> Iterator[None]:
        begun = self.time.now
        try:
            yield
        finally:
            self.busy.append((begun, self.time.now))

    async def _create(self, services: Services, title: str) -> JobKey:
        request = JobRequest(_draft(title), title)
        while True:
            try:
                with self._at_work():
                    return (await services.actions.create(self.account, request)).key
            except AppError as error:
                await asyncio.sleep(_patience(error))
            found = await self._created_all_the_same(services, title)
            if found is not None:
                return found

    async def _created_all_the_same(self, services: Services, title: str) -> JobKey | None:
        """Wait while the app does not know; then what it has found, None if nothing."""
        while True:
            jobs = await shown_as(services, title)
            if any(job.pending for job in jobs):
                await asyncio.sleep(PATIENCE)
                continue
            real = [job.key for job in jobs if not job.key.is_provisional]
            for job in jobs:
                if job.key.is_provisional:  # «was not created»: read, and put away
                    await services.actions.delete(job.key)
            return real[0] if real else None

    @staticmethod
    async def _is_on_its_way(services: Services, key: JobKey) -> bool:
        job = await services.jobs.require(key)
        while job.pending:
            await asyncio.sleep(PATIENCE)
            job = await services.jobs.require(key)
        return job.status.is_active or job.status.is_terminal


async def shown_as(services: Services, title: str) -> list[Job]:
    """All jobs of this title that the app shows."""
    listing = await services.jobs.listing(JobQuery(text=title))
    rows = await services.jobs.rows(list(listing.row_ids))
    return [job for job in rows.values() if job.title == title]


def _patience(error: AppError) -> float:
    return max(PATIENCE, getattr(error, "retry_after", None) or 0.0)


def _draft(title: str) -> ProcessDraft:
    node = {"process_id": "save_result", "arguments": {"name": title}, "result": True}
    return ProcessDraft({"process_graph": {"save": node}})
