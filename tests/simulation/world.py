"""The services of the app in virtual time, as at a start of the app, with all that was noticed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import keyring
import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services import pace
from openeo_desktop.services.jobs import JobTransition
from openeo_desktop.services.services import Services, make_services
from tests.credentials.vaults import Vault
from tests.simulation.back_end import PASSWORD, SyntheticBackEnd
from tests.simulation.virtual_time import VirtualClock, VirtualTime

T = TypeVar("T")


@dataclass
class Noticed:
    """One status change as the app told it, and when it did."""

    at: float
    job_id: str
    status: str
    before: str | None


@dataclass
class World:
    """The app of one person, watched; it may be closed and opened again."""

    time: VirtualTime
    paths: AppPaths
    noticed: list[Noticed] = field(default_factory=list)

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Services]:
        """The services from start to end of the app, everything they notice kept."""
        services = make_services(self.paths, clock=VirtualClock(self.time))
        await services.open()
        services.jobs.transitioned.connect(self._note)
        try:
            yield services
        finally:
            await services.close()

    def _note(self, change: JobTransition) -> None:
        before = change.before.value if change.before is not None else None
        self.noticed.append(Noticed(self.time.now, change.job.id, change.job.status.value, before))

    def changes_of(self, job_id: str) -> list[str]:
        """What was noticed of a job, in order."""
        return [seen.status for seen in self.noticed if seen.job_id == job_id]


async def signed_in(services: Services, back_end: SyntheticBackEnd) -> AccountId:
    """An account on the back-end, its password kept in the keychain."""
    account = await insist(
        lambda: services.accounts.sign_in_basic(back_end.url, "me", PASSWORD, remember=True)
    )
    return account.id


async def insist(call: Callable[[], Coroutine[Any, Any, T]], every: float = 30.0) -> T:
    """As a patient person would: try again until it works, later if the back-end asks for it."""
    while True:
        try:
            return await call()
        except AppError as error:
            await asyncio.sleep(max(every, getattr(error, "retry_after", None) or 0.0))


async def statuses(services: Services, account: AccountId, job_ids: list[str]) -> dict[str, str]:
    """What the history says of jobs; those that are gone from the back-end are «gone»."""
    found = {}
    for job_id in job_ids:
        job = await services.jobs.get(JobKey(account, JobId(job_id)))
        found[job_id] = "unknown" if job is None else "gone" if job.gone else job.status.value
    return found


@contextmanager
def keychain_in_memory() -> Iterator[None]:
    """That of whoever runs the simulation is left alone."""
    before = keyring.get_keyring()
    keyring.set_keyring(Vault())
    yield
    keyring.set_keyring(before)


def as_if_far_away(patch: pytest.MonkeyPatch) -> None:
    """The back-end on loopback stands for one in the net: it is looked at as seldom as those."""
    patch.setattr(pace, "is_loopback", lambda host: False)
