"""The store as services use it: every call runs on the `store` lane, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from openeo_desktop.services.lanes import Lane
from openeo_desktop.store.database import Database

P = ParamSpec("P")
T = TypeVar("T")


class History:
    """Owns the database, which lives on one thread alone (SQLite refuses others)."""

    def __init__(self, path: Path, lane: Lane) -> None:
        self._path = path
        self._lane = lane
        self._database: Database | None = None

    async def open(self) -> Path | None:
        """Open or create the history; returns the damaged file that was set aside, if any.

        Raises:
            StorageError: It cannot be opened.
        """
        self._database = await self._lane.call(Database, self._path)
        return self._database.set_aside

    async def call(
        self, fn: Callable[Concatenate[Database, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a function of `openeo_desktop.store` with the database as its first argument.

        Raises:
            StorageError: The disk is full or the file cannot be written.
        """
        return await self._lane.call(self._guarded, fn, *args, **kwargs)

    def _guarded(self, fn: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        database = self._database
        if database is None:
            raise RuntimeError("the history is not open")
        with database.errors():
            return fn(database, *args, **kwargs)

    async def close(self) -> None:
        """Close the file; nothing can be read or written afterwards."""
        database, self._database = self._database, None
        if database is not None:
            await self._lane.call(database.close)
