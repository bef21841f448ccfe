"""«This computer» in an environment of its own: looked for, set up, brought up to date, removed.

For copies of the app whose own Python has not got what the embedded back-end needs (a packaged app,
or one without the extra `local`). One set-up at a time; whoever shows it follows `changed`.
What finds Pythons and runs pip is imported at first use: most starts never need it.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from openeo_desktop.core.errors import AppError, InputError
from openeo_desktop.core.events import Event
from openeo_desktop.core.mailbox import Mailbox
from openeo_desktop.core.process_lock import ProcessLock
from openeo_desktop.services.lanes import Lane
from openeo_desktop.services.local_environment_files import (
    RUNS,
    SETS_UP,
    DiskUse,
    Environment,
    EnvironmentFiles,
    held,
    remove_tree,
)
from openeo_desktop.services.local_environment_sources import foreign_variables, place_sources

if TYPE_CHECKING:
    from openeo_desktop.services.local_environment_pythons import Python
    from openeo_desktop.services.local_environment_set_up import SetUpProgress

TOLD_EVERY = 0.2
StartCommand = tuple[list[str], dict[str, str]]
"""A command, and all the environment variables it is started with."""
NEEDED = ("flask", "openeo_processes_dask_slim", "openeo_pg_parser_networkx", "rioxarray")


class EnvironmentPhase(StrEnum):
    """Whether «This computer» can start."""

    INCLUDED = "included"
    MISSING = "missing"
    WORKING = "working"
    READY = "ready"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True)
class EnvironmentState:
    """What is to be shown.

    Attributes:
        progress: While it is `WORKING`.
        failure: Why the last set-up did not come to its end.
    """

    phase: EnvironmentPhase
    progress: SetUpProgress | None = None
    failure: AppError | None = None

    @property
    def can_start(self) -> bool:
        """Whether there is something to start the back-end with."""
        ready = (EnvironmentPhase.INCLUDED, EnvironmentPhase.READY, EnvironmentPhase.OUTDATED)
        return self.phase in ready


class LocalEnvironmentService:
    """Owner of the folder; the back-end asks it for the command to start.

    Args:
        files: The folder.
        needed: Modules that the app's own Python has to have to do without.
        check: What the new environment has to be able to import; empty: the back-end.
    """

    def __init__(
        self, files: EnvironmentFiles, needed: Sequence[str] = NEEDED, check: str = ""
    ) -> None:
        self.changed: Event[EnvironmentState] = Event()
        self._files = files
        self._needed = needed
        self._check = check
        self._lane = Lane("local-environment", 1)
        self._in_use = ProcessLock(files.in_use)
        self._task: asyncio.Task[Environment] | None = None
        self._progress: SetUpProgress | None = None
        self._failure: AppError | None = None

    @property
    def state(self) -> EnvironmentState:
        """How it is now; reads one small file."""
        if self._progress is not None:
            return EnvironmentState(EnvironmentPhase.WORKING, self._progress)
        return EnvironmentState(self._phase(), failure=self._failure)

    def _phase(self) -> EnvironmentPhase:
        if self.is_included():
            return EnvironmentPhase.INCLUDED
        current = self._files.current()
        if current is None:
            return EnvironmentPhase.MISSING
        same = current.requirements == self._files.digest()
        return EnvironmentPhase.READY if same else EnvironmentPhase.OUTDATED

    def current(self) -> Environment | None:
        """The environment that is there."""
        return self._files.current()

    def is_included(self) -> bool:
        """Whether the app's own Python has all that is needed."""
        return all(importlib.util.find_spec(name) is not None for name in self._needed)

    def command(self) -> StartCommand | None:
        """How the back-end is started; None: it cannot be.

        Blocks for a moment. An outdated environment keeps the program it was made with.

        Raises:
            LocalBackEndError: The program is not part of this copy of the app.
        """
        if self.is_included():
            return [sys.executable, "-P", "-m", "openeo_desktop.local"], dict(os.environ)
        current = self._files.current()
        if current is None:
            return None
        variables = foreign_variables() | {"PYTHONSAFEPATH": "1", "PYTHONIOENCODING": "utf-8"}
        variables["PYTHONPATH"] = str(self._sources_of(current))
        return [str(current.python), "-P", "-m", "openeo_desktop.local"], variables

    def _sources_of(self, current: Environment) -> Path:
        if current.requirements != self._files.digest():
            kept = sorted(current.folder.glob("app-*"), key=lambda one: one.stat().st_mtime)
            if kept:
                return kept[-1]
        return place_sources(current.folder)

    def hold(self) -> None:
        """A back-end runs out of it from now on: other copies of the app leave it alone."""
        if not self.is_included():
            with contextlib.suppress(OSError):
                self._in_use.take()

    def let_go(self) -> None:
        """No back-end runs any more."""
        self._in_use.release()

    def tidy(self) -> None:
        """Remove what a kill has left in the middle of a set-up; nobody waits for it."""
        self._lane.submit(_tidy, self._files)

    async def find(self) -> list[Python]:
        """The Pythons of this computer, the best first."""
        from openeo_desktop.services.local_environment_pythons import find_pythons

        return await self._lane.run(find_pythons)

    async def python_at(self, path: Path) -> Python:
        """A Python that the person chose.

        Raises:
            InputError: It cannot be used; the words say why.
        """
        from openeo_desktop.services.local_environment_choice import why_unfit
        from openeo_desktop.services.local_environment_pythons import ask_python

        python = await self._lane.call(ask_python, path)
        if python.unfit is not None:
            raise InputError(*why_unfit(python))
        return python

    async def set_up(self, python: Python | None = None) -> None:
        """Make the environment, or make it anew for this version of the app.

        Args:
            python: The one to use; None: the best there is.

        Raises:
            AppError: It could not be made. `state` tells it as well.
        """
        from openeo_desktop.services.local_environment_set_up import SetUpProgress

        if self._task is None:
            self._failure, self._progress = None, SetUpProgress()
            self._task = asyncio.create_task(self._set_up(python), name="set up this computer")
            self._task.add_done_callback(self._on_done)
            self._tell()
        task = self._task
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            raise

    def cancel(self) -> None:
        """Stop the set-up; nothing of it is left."""
        if self._task is not None:
            self._task.cancel()

    async def _set_up(self, python: Python | None) -> Environment:
        from openeo_desktop.services.local_environment_choice import best_of
        from openeo_desktop.services.local_environment_set_up import CHECK, set_up

        if python is None:
            python = best_of(await self.find())
        mailbox: Mailbox[str, SetUpProgress] = Mailbox()
        teller = asyncio.create_task(self._follow(mailbox), name="progress of the set-up")
        try:
            return await self._lane.run(
                set_up,
                self._files,
                python,
                lambda it: mailbox.post("", it),
                check=self._check or CHECK,
            )
        finally:
            teller.cancel()

    async def _follow(self, mailbox: Mailbox[str, SetUpProgress]) -> None:
        while True:
            await asyncio.sleep(TOLD_EVERY)
            for progress in mailbox.drain().values():
                self._progress = progress
                self._tell()

    def _on_done(self, task: asyncio.Task[Environment]) -> None:
        self._task = self._progress = None
        error = None if task.cancelled() else task.exception()
        self._failure = error if isinstance(error, AppError) else None
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.state)

    async def disk_use(self, jobs: Path) -> DiskUse:
        """Bytes that it and the jobs of the back-end take."""
        return await self._lane.call(self._files.disk_use, jobs)

    async def remove(self, jobs: Path | None = None) -> None:
        """Remove the environment; the back-end must not run.

        Args:
            jobs: The back-end's state folder, to be removed as well; None keeps it.

        Raises:
            AppError: Something is in use or cannot be removed.
        """
        try:
            await self._lane.call(_remove, self._files, jobs)
        finally:
            self._failure = None
            self._tell()

    async def close(self) -> None:
        """Stop a set-up; nothing can be asked afterwards."""
        self.cancel()
        if self._task is not None:
            with contextlib.suppress(asyncio.CancelledError, AppError):
                await self._task
        self._lane.abandon()


def _tidy(files: EnvironmentFiles) -> None:
    if not files.root.is_dir():
        return
    lock = ProcessLock(files.lock)
    with contextlib.suppress(OSError):
        if lock.take():
            files.tidy()
            lock.release()


def _remove(files: EnvironmentFiles, jobs: Path | None) -> None:
    if files.root.is_dir():
        with held(files.lock, SETS_UP), held(files.in_use, RUNS):
            files.remove()
    if jobs is not None:
        _remove_state(jobs)


def _remove_state(state: Path) -> None:
    """Jobs and what the back-end keeps beside them; its folder, if nothing else is in it."""
    from openeo_desktop.services.data_removal_parts import state_parts

    *parts, sample, folder = state_parts(state)
    for part in parts:
        remove_tree(part)
    for around in (sample, folder):
        with contextlib.suppress(OSError):
            around.rmdir()
