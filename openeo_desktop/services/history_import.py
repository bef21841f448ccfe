"""Reads an exported history back: jobs that are not here, and what is missing of those that are.

A file is as little trusted as a server. Nothing that is here is taken away or made older; accounts
that are not here become accounts of which only the history is here.
"""

from __future__ import annotations

import dataclasses
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TextIO

from openeo_desktop.core.accounts import Account, AccountId
from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.errors import InputError
from openeo_desktop.core.history_items import (
    FORMAT,
    VERSION,
    read_account,
    read_job,
    read_transitions,
)
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.json_stream import JsonStream
from openeo_desktop.core.json_values import as_dict, as_dicts, as_text
from openeo_desktop.core.logs import parse_log_entry
from openeo_desktop.core.times import parse_time
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.history import History
from openeo_desktop.services.jobs import JobsService
from openeo_desktop.services.lanes import Lanes
from openeo_desktop.store import history_import as store
from openeo_desktop.store.history_import import ImportCount, ImportedJob

AT_ONCE = 50
MAX_ACCOUNTS = 1000
OnProgress = Callable[[int, int], None]
Member = tuple[str, Any]


def _tell_nobody(_done: int, _total: int) -> None:
    """Nobody shows the progress."""


class HistoryImport:
    """Imports; cancelling ends it between two portions, what is in by then stays."""

    def __init__(
        self,
        history: History,
        accounts: AccountsService,
        jobs: JobsService,
        lanes: Lanes,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        self._history = history
        self._accounts = accounts
        self._jobs = jobs
        self._lanes = lanes
        self._clock = clock

    async def load(self, path: Path, on_progress: OnProgress = _tell_nobody) -> ImportCount:
        """Merge the file into the history.

        Raises:
            InputError: It cannot be read, or is no exported history.
            StorageError: The history cannot be written.
        """
        file, size = await self._lanes.files.call(_open, path)
        try:
            reading = _Reading(JsonStream(file), path)
            merge = _Merge(self._history, self._accounts, self._clock)
            while members := await self._lanes.files.call(reading.portion):
                await merge.take(members)
                on_progress(min(reading.consumed, size), size)
            reading.require_format()
        finally:
            await self._lanes.files.call(file.close)
        self._jobs.tell_changed(merge.changed)
        return merge.count


class _Reading:
    """The file in portions; runs on a lane."""

    def __init__(self, stream: JsonStream, path: Path) -> None:
        self._stream = stream
        self._members: Iterator[Member] = stream.members()
        self._path = path
        self._head: dict[str, Any] = {}

    @property
    def consumed(self) -> int:
        return self._stream.consumed

    def portion(self) -> list[Member]:
        """The next accounts, jobs and logs; none at the end.

        Raises:
            InputError: It is no exported history, or of a version of tomorrow.
        """
        found: list[Member] = []
        try:
            for name, value in self._members:
                if name in ("accounts", "jobs", "logs"):
                    self.require_format()
                    found.append((name, value))
                elif name in ("format", "version"):
                    self._head[name] = value
                if len(found) >= AT_ONCE:
                    break
        except ValueError as error:  # UnicodeDecodeError is one
            raise _no_history(self._path, str(error)) from error
        except OSError as error:
            raise _unreadable(self._path, error) from error
        return found

    def require_format(self) -> None:
        """Raises `InputError` unless the file has said what it is."""
        if self._head.get("format") != FORMAT:
            raise _no_history(self._path, f"its format is {self._head.get('format')!r:.40}")
        version = self._head.get("version")
        if not isinstance(version, int) or version > VERSION:
            raise InputError(
                f"{self._path.name} was written by a newer version of openEO Desktop.",
                "Update this app, then import it again.",
            )


def _no_history(path: Path, details: str) -> InputError:
    return InputError(
        f"{path.name} is not a history that openEO Desktop has exported.",
        "Choose a file that «Export» has written.",
        details=details,
    )


def _open(path: Path) -> tuple[TextIO, int]:
    try:
        return path.open(encoding="utf-8"), path.stat().st_size
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> InputError:
    return InputError(f"{path.name} cannot be read ({error.strerror}).", "Choose another file.")


class _Merge:
    """What the members of one file do to the history."""

    def __init__(self, history: History, accounts: AccountsService, clock: Clock) -> None:
        self.count = ImportCount()
        self.changed: set[JobKey] = set()
        self._history = history
        self._accounts = accounts
        self._now = clock.now()
        self._ids: dict[str, AccountId] = {}
        self._logs: dict[JobKey, bool] = {}

    async def take(self, members: list[Member]) -> None:
        """Accounts first, then the jobs at once, then logs entry by entry."""
        for name, value in members:
            if name == "accounts":
                await self._take_account(value)
        jobs = [self._job(value) for name, value in members if name == "jobs"]
        good = [job for job in jobs if job is not None]
        kept_only = {s.account.id for s in self._accounts.statuses() if s.account.history_only}
        done = await self._history.call(store.import_jobs, good, kept_only, self._now)
        self.count += dataclasses.replace(done, skipped=len(jobs) - len(good))
        self.changed.update(item.job.key for item in good)
        for name, value in members:
            if name == "logs":
                await self._take_log(as_dict(value))

    async def _take_account(self, raw: object) -> None:
        account = read_account(raw)
        if account is None or len(self._ids) >= MAX_ACCOUNTS:
            return
        here = self._same(account)
        if here is None:
            here = await self._accounts.adopt(self._with_free_id(account))
        self._ids[str(as_dict(raw).get("id"))] = here.id

    def _same(self, account: Account) -> Account | None:
        """An account is (API base, provider, user); our own back-end has another port each time."""
        for status in self._accounts.statuses():
            here = status.account
            if here.is_local and account.is_local:
                return here
            known = (here.api_base, here.provider, here.user)
            if known == (account.api_base, account.provider, account.user):
                return here
        return None

    def _with_free_id(self, account: Account) -> Account:
        if self._accounts.account(account.id) is None:
            return account
        return dataclasses.replace(account, id=AccountId(uuid.uuid4().hex))

    def _job(self, raw: object) -> ImportedJob | None:
        item = as_dict(raw)
        account_id = self._ids.get(as_text(item.get("account")))
        job = read_job(account_id, item) if account_id else None
        if job is None or job.key.is_provisional:
            return None
        return ImportedJob(
            job,
            gone=item.get("gone") is True,
            detailed=parse_time(item.get("details_fetched")) is not None,
            transitions=read_transitions(item),
            results=as_dict(item.get("results")),
            results_fetched=parse_time(item.get("results_fetched")),
        )

    async def _take_log(self, item: dict[str, Any]) -> None:
        account_id = self._ids.get(as_text(item.get("account")))
        if account_id is None:
            return
        key = JobKey(account_id, JobId(as_text(item.get("job"))))
        if key not in self._logs:  # a log that is here already stays as it is
            self._logs[key] = not await self._history.call(store.has_log, key)
        if self._logs[key]:
            entries = [parse_log_entry(raw) for raw in as_dicts(item.get("entries"))]
            self.count += await self._history.call(store.import_log, key, entries)
