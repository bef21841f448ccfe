"""`LocalBackEndService` and its environment for the window: no process, no packages, no disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openeo_desktop.core.accounts import Account
from openeo_desktop.core.errors import AppError, InputError
from openeo_desktop.core.events import Event
from openeo_desktop.services.local_environment import EnvironmentPhase, EnvironmentState
from openeo_desktop.services.local_environment_files import DiskUse, Environment
from openeo_desktop.services.local_environment_pythons import Python
from openeo_desktop.services.local_environment_set_up import SetUpProgress
from tests.support.fake_accounts import make_account

PYTHON = Python(Path("/usr/bin/python3.13"), (3, 13, 1))


class FakeEnvironment:
    """`LocalEnvironmentService`: a set-up waits until `finish`, `fail` or `cancel`."""

    def __init__(self, phase: EnvironmentPhase = EnvironmentPhase.INCLUDED) -> None:
        self.changed: Event[Any] = Event()
        self.phase = phase
        self.failure: AppError | None = None
        self.progress: SetUpProgress | None = None
        self.pythons = [PYTHON]
        self.used: Python | None = None
        self.use = DiskUse(915_000_000, 0, 42_000_000)
        self._work: asyncio.Future[None] | None = None

    @property
    def state(self) -> EnvironmentState:
        if self.progress is not None:
            return EnvironmentState(EnvironmentPhase.WORKING, self.progress)
        return EnvironmentState(self.phase, failure=self.failure)

    def current(self) -> Environment | None:
        there = self.phase in (EnvironmentPhase.READY, EnvironmentPhase.OUTDATED)
        return Environment(Path("/there"), "digest", "3.13.1") if there else None

    async def find(self) -> list[Python]:
        return self.pythons

    async def python_at(self, path: Path) -> Python:
        if path.name != "python3.12":
            raise InputError(f"{path} is no Python that can be used.", "Choose another.")
        return Python(path, (3, 12, 1))

    async def disk_use(self, _jobs: Path) -> DiskUse:
        return self.use

    async def set_up(self, python: Python | None) -> None:
        self.used, self.failure = python, None
        self._work = asyncio.get_running_loop().create_future()
        self.tell(SetUpProgress())
        try:
            await self._work
            self.phase = EnvironmentPhase.READY
        except AppError as error:
            self.failure = error
            raise
        finally:
            self.tell(None)

    def tell(self, progress: SetUpProgress | None) -> None:
        """So far it is."""
        self.progress = progress
        self.changed.emit(self.state)

    def finish(self) -> None:
        assert self._work is not None
        self._work.set_result(None)

    def fail(self, error: AppError) -> None:
        assert self._work is not None
        self._work.set_exception(error)

    def cancel(self) -> None:
        if self._work is not None:
            self._work.cancel()


class FakeLocal:
    """`LocalBackEndService`: whether it is installed, runs, and what a start comes to."""

    def __init__(self, phase: EnvironmentPhase = EnvironmentPhase.INCLUDED) -> None:
        self.changed: Event[Any] = Event()
        self.failed: Event[Any] = Event()
        self.environment = FakeEnvironment(phase)
        self.state = Path("/state")
        self.running = False
        self.failure: AppError | None = None
        self.removed: list[bool] = []
        self.after_start: Callable[[], object] = lambda: None

    def is_installed(self) -> bool:
        return self.environment.state.can_start

    async def start(self) -> Account:
        if self.failure is not None:
            raise self.failure
        self.running = True
        self.after_start()
        self.changed.emit(None)
        return make_account(is_local=True)

    async def set_up(self, python: Python | None = None) -> Account:
        await self.environment.set_up(python)
        return await self.start()

    async def remove_environment(self, *, jobs: bool) -> None:
        self.removed.append(jobs)
        self.running = False
        self.environment.phase = EnvironmentPhase.MISSING
        self.environment.tell(None)
