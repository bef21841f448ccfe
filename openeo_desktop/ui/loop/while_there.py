"""Coroutines that answer one widget: they end with it, for nobody is left to be told.

For what is read to be shown. What the person has ordered (a job is changed, an account renamed)
goes on when its dialog is closed: it is spawned as ever, and looks itself whether it is seen.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from openeo_desktop.services.spawner import Spawn

T = TypeVar("T")


def while_there(owner: QObject, spawn: Spawn) -> Spawn:
    """A `Spawn` whose tasks are cancelled when `owner` is destroyed."""
    tasks: set[asyncio.Task[Any]] = set()

    def start(coroutine: Coroutine[Any, Any, T], what: str, /) -> asyncio.Task[T]:
        task = spawn(coroutine, what)
        tasks.add(task)
        task.add_done_callback(tasks.discard)
        return task

    def end() -> None:
        for task in tuple(tasks):
            task.cancel()

    owner.destroyed.connect(end)
    return start
