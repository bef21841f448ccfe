"""The services of the person's actions on jobs, wired once (see `services.services`)."""

from __future__ import annotations

from dataclasses import dataclass

from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.action_checks import ActionChecks
from openeo_desktop.services.action_record import ActionRecord
from openeo_desktop.services.added_jobs import AddedJobs
from openeo_desktop.services.history import History
from openeo_desktop.services.job_actions import JobActions
from openeo_desktop.services.job_creations import JobCreations, relister
from openeo_desktop.services.jobs import JobsService
from openeo_desktop.services.start_queue import StartQueue
from openeo_desktop.services.sync import SyncService
from openeo_desktop.services.unsettled_actions import UnsettledActions


@dataclass(frozen=True, slots=True)
class ActionServices:
    """What is done with jobs: now, later where something was left open, and when there is room."""

    actions: JobActions
    unsettled: UnsettledActions
    start_queue: StartQueue
    added: AddedJobs


def make_action_services(
    history: History,
    accounts: AccountsService,
    jobs: JobsService,
    sync: SyncService,
    clock: Clock = SYSTEM_CLOCK,
) -> ActionServices:
    """Build them; nothing is started yet."""
    record, checks = ActionRecord(history, jobs, clock), ActionChecks(jobs)
    creations = JobCreations(history, accounts, jobs, record, relister(sync), clock)
    actions = JobActions(accounts, jobs, record, checks, creations)
    return ActionServices(
        actions=actions,
        unsettled=UnsettledActions(accounts, jobs, record, checks, creations),
        start_queue=StartQueue(jobs, record, actions),
        added=AddedJobs(history, accounts, jobs, sync),
    )
