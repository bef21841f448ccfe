"""The jobs a person finds in the demonstration: one that has finished, one ready to be started."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from openeo_desktop.app import Desktop
from openeo_desktop.core.accounts import Account, AccountState
from openeo_desktop.core.errors import LocalBackEndError
from openeo_desktop.core.job_query import JobQuery
from openeo_desktop.core.job_requests import JobRequest
from openeo_desktop.core.jobs import Job
from openeo_desktop.core.process_graph import ProcessDraft, read_process
from openeo_desktop.core.resources import resource_path
from openeo_desktop.services.services import Services

FINISHED, READY = "sample_ndvi_mean", "sample_time_series"
CREATED = "demo/created"
LOOK_EVERY = 0.02


def example(name: str) -> ProcessDraft:
    """An example process graph of `resources/process_graphs`, with its title."""
    return read_process(example_text(name))


def example_text(name: str) -> str:
    """The same as the JSON text that a person would paste."""
    return resource_path("process_graphs", f"{name}.json").read_text("utf-8")


async def until(
    condition: Callable[[], bool], what: str, within: float = 60.0, every: float = LOOK_EVERY
) -> None:
    """Wait for a fact of the window.

    Raises:
        LocalBackEndError: It did not come true in time.
    """
    deadline = asyncio.get_running_loop().time() + within
    while not condition():
        if asyncio.get_running_loop().time() > deadline:
            raise LocalBackEndError(
                f"The demonstration waited {within:.0f} s in vain for: {what}.",
                "Run it again; if it stays so, see openeo-desktop doctor.",
            )
        await asyncio.sleep(every)


async def local_account(services: Services) -> Account:
    """«This computer», as soon as it is signed in.

    Raises:
        LocalBackEndError: It does not come up.
    """
    if not services.local.is_installed():
        await services.local.start()  # raises, with the words what to install

    def is_online() -> bool:
        return any(
            status.account.is_local and status.state is AccountState.ONLINE
            for status in services.accounts.statuses()
        )

    await until(is_online, "the back-end of this computer")
    return next(s.account for s in services.accounts.statuses() if s.account.is_local)


async def prepare_examples(desktop: Desktop) -> None:
    """Create the example jobs once, then leave the window to the person.

    What the person renames, runs or deletes of them stays as it is at the next start.
    """
    services = desktop.services
    account = await local_account(services)
    if await _is_new(services, account, READY):
        await _create(services, account, READY, start=False)
    if await _is_new(services, account, FINISHED):
        job = await _create(services, account, FINISHED, start=True)
        desktop.window.select_job(job.key)


async def _is_new(services: Services, account: Account, name: str) -> bool:
    """Whether this example was never created: asked of the history where no note tells."""
    if name in services.settings.get(CREATED, list[str]()):
        return False
    title = example(name).title
    listing = await services.jobs.listing(JobQuery(account=account.id, text=title))
    found = await services.jobs.rows(listing.row_ids[:200])
    return all(job.title != title for job in found.values())


async def _create(services: Services, account: Account, name: str, *, start: bool) -> Job:
    draft = example(name)
    request = JobRequest(draft, draft.title, draft.description)
    job = await services.actions.create(account.id, request, start=start)
    services.settings.set(CREATED, [*services.settings.get(CREATED, list[str]()), name])
    return job
