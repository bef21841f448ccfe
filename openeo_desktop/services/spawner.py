"""Starts coroutines for intents of the person and catches what they raise; holds each task."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Protocol, TypeVar

from openeo_desktop.core.cancel import Cancelled
from openeo_desktop.core.errors import AppError

T = TypeVar("T")
log = logging.getLogger(__name__)


class Spawn(Protocol):
    """The signature of `Spawner.spawn`, for widgets and services that are handed it."""

    def __call__(self, coroutine: Coroutine[Any, Any, T], what: str, /) -> asyncio.Task[T]: ...


class Spawner:
    """One place where every background intent ends: shown as an error, or reported as a bug.

    Args:
        report_bug: Reports what is no `AppError`; gets the error and what was being done.

    Attributes:
        present: Shows an `AppError` ("start the job" is what was being done). It needs the window,
            which needs this spawner: until it is set, errors are reported as bugs.
    """

    def __init__(self, report_bug: Callable[[BaseException, str], None]) -> None:
        self._report_bug = report_bug
        self.present: Callable[[AppError, str], None] = report_bug
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closed = False

    def spawn(self, coroutine: Coroutine[Any, Any, T], what: str, /) -> asyncio.Task[T]:
        """Run `coroutine` as a task named `what`; its error is presented once.

        After `close` nothing begins any more: the task is cancelled before its first step.
        """
        task = asyncio.get_running_loop().create_task(coroutine, name=what)
        if self._closed:
            task.cancel()
        self._tasks.add(task)
        task.add_done_callback(self._on_done)
        return task

    def _on_done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is None or isinstance(error, Cancelled):
            return
        if isinstance(error, AppError):
            log.info("%s: %s", task.get_name(), error.message)
            self.present(error, task.get_name())
        else:
            self._report_bug(error, task.get_name())

    async def close(self) -> None:
        """Cancel what still runs and wait for it; whoever asks later finds nobody to do it.

        The history goes on changing while the window is taken down; what its panes would read now
        would come back to panes that are gone.
        """
        self._closed = True
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def about(subject: str, work: Coroutine[Any, Any, T]) -> T:
    """Do it; an error tells which job it happened to."""
    try:
        return await work
    except AppError as error:
        error.subject = subject
        raise


async def raising(error: BaseException) -> None:
    """To be spawned: gives an error that was met elsewhere to whoever shows those of intents."""
    raise error
