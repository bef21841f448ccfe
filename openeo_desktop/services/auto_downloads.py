"""Downloads that nobody has to ask for: of one job «when finished», of an account, or none.

A wish lies in the history from the moment it arises until its files are in the queue, so that it
outlives the end of the app, and a back-end that does not answer just then.
"""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import dataclass
from typing import Any

from openeo_desktop.core.accounts import AccountId, AccountState
from openeo_desktop.core.auto_rules import AutoRule, parse_rule
from openeo_desktop.core.errors import AppError, InputError, NotFoundError, StorageError
from openeo_desktop.core.events import Event
from openeo_desktop.core.jobs import JobKey, JobStatus
from openeo_desktop.core.json_values import as_dict, json_text
from openeo_desktop.core.settings import Settings
from openeo_desktop.services.account_states import AccountsChanged
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.downloads import DownloadsService
from openeo_desktop.services.history import History
from openeo_desktop.services.jobs import JobsService, JobTransition
from openeo_desktop.services.results import ResultsService
from openeo_desktop.store import auto_downloads as store

log = logging.getLogger(__name__)
RULES = "downloads/auto"
AGAIN = 300.0
"""Seconds until a wish that could not be fulfilled is looked at again."""


@dataclass(frozen=True, slots=True)
class AutoFailed:
    """The files of a job could not be put into the queue, and will not be by themselves."""

    key: JobKey
    error: AppError


class AutoDownloads:
    """Rules and wishes.

    Attributes:
        changed: A wish of this job (or of none in particular) came, went or was fulfilled.
        failed: Why a wish was given up.
    """

    def __init__(
        self,
        history: History,
        accounts: AccountsService,
        jobs: JobsService,
        results: ResultsService,
        downloads: DownloadsService,
        settings: Settings,
    ) -> None:
        self.changed: Event[JobKey | None] = Event()
        self.failed: Event[AutoFailed] = Event()
        self._history = history
        self._accounts = accounts
        self._jobs = jobs
        self._results = results
        self._downloads = downloads
        self._settings = settings
        self._wishes: dict[JobKey, AutoRule] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._look = asyncio.Event()
        self._connections = [
            jobs.transitioned.connect(self._on_transitioned),
            accounts.changed.connect(self._on_accounts_changed),
        ]

    async def start(self) -> None:
        """Take up the wishes of earlier runs; from now on they are fulfilled."""
        await self._keep_rules()
        kept = await self._history.call(store.load_wishes)
        self._wishes = {key: _rule_of(text) for key, text in kept.items()} | self._wishes
        self.changed.emit(None)
        self._later(self._watch())

    def rule_of(self, account_id: AccountId) -> AutoRule | None:
        """What is fetched of every job of this account that finishes; None for nothing."""
        rules = self._settings.get(RULES, dict[str, Any]())
        return parse_rule(as_dict(rules[account_id])) if account_id in rules else None

    def set_rule(self, account_id: AccountId, rule: AutoRule | None) -> None:
        """For jobs that finish from now on."""
        rules = dict(self._settings.get(RULES, dict[str, Any]()))
        rules.pop(account_id, None)
        if rule is not None:
            rules[account_id] = rule.as_json()
        self._settings.set(RULES, rules)
        self._later(self._keep_rules())
        self.changed.emit(None)

    async def _keep_rules(self) -> None:
        """Let the history wish by them itself: with the end of a job, whatever comes after it."""
        rules = self._settings.get(RULES, dict[str, Any]())
        await self._history.call(
            store.keep_rules,
            {
                AccountId(account): json_text(parse_rule(as_dict(rule)).as_json())
                for account, rule in rules.items()
            },
        )

    def is_wished(self, key: JobKey) -> bool:
        """Whether the files of this job are to be fetched when it has finished."""
        return key in self._wishes

    async def set_when_finished(
        self, key: JobKey, wished: bool, rule: AutoRule | None = None
    ) -> None:
        """Fetch the files of this job as soon as it has finished (at once if it has), or not.

        Args:
            rule: Which files; None for those that the account's rule takes, or all.
        """
        if wished:
            await self._wish(key, rule or self.rule_of(key.account_id) or AutoRule())
        else:
            await self._drop(key)

    async def _wish(self, key: JobKey, rule: AutoRule) -> None:
        self._wishes[key] = rule
        await self._history.call(store.save_wish, key, json_text(rule.as_json()))
        self.changed.emit(key)
        self._look.set()

    async def _drop(self, key: JobKey) -> None:
        if self._wishes.pop(key, None) is not None:
            await self._history.call(store.remove_wish, key)
            self.changed.emit(key)

    def _on_transitioned(self, change: JobTransition) -> None:
        """A job that is first seen when it has finished already is none that was waited for."""
        key = change.job.key
        if change.job.status is JobStatus.FINISHED and change.before is not None:
            rule = self.rule_of(key.account_id)
            if rule is not None and key not in self._wishes:
                self._later(self._wish(key, rule))
        self._look.set()

    def _on_accounts_changed(self, _: AccountsChanged) -> None:
        if self._wishes:
            self._look.set()

    async def _watch(self) -> None:
        while True:
            self._look.clear()
            for key, rule in tuple(self._wishes.items()):
                await self._try(key, rule)
            try:
                async with asyncio.timeout(AGAIN):
                    await self._look.wait()
            except TimeoutError:
                continue

    async def _try(self, key: JobKey, rule: AutoRule) -> None:
        job = await self._jobs.get(key)
        if job is None or job.status in (JobStatus.ERROR, JobStatus.CANCELED):
            await self._drop(key)  # there is nothing more to come
            return
        if job.status is not JobStatus.FINISHED or not self._is_online(key.account_id):
            return
        try:
            await self._fulfil(key, rule)
        except AppError as error:
            lasting = isinstance(error, (InputError, NotFoundError))
            if not lasting or isinstance(error, StorageError):
                log.info("An automatic download waits: %s", error)
                return
            self.failed.emit(AutoFailed(key, error))
        await self._drop(key)

    async def _fulfil(self, key: JobKey, rule: AutoRule) -> None:
        """Once the rows are in the queue, they are durable themselves."""
        results = await self._results.refresh(key)
        keys = [asset.key for asset in results.assets if rule.takes(asset)]
        if keys:
            await self._downloads.download(key, keys)

    def _is_online(self, account_id: AccountId) -> bool:
        status = self._accounts.status(account_id)
        return status is not None and status.state is AccountState.ONLINE

    def _later(self, coroutine: Any) -> None:
        task = asyncio.get_running_loop().create_task(coroutine, name="automatic download")
        self._tasks.add(task)
        task.add_done_callback(self._on_done)

    def _on_done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("An automatic download failed", exc_info=error)

    async def close(self) -> None:
        """Wait for nothing any more; the wishes stay."""
        for disconnect in self._connections:
            disconnect()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


def _rule_of(text: str) -> AutoRule:
    try:
        return parse_rule(as_dict(json.loads(text)))
    except ValueError:
        return AutoRule()
