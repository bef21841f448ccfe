"""The store as services use it: one lane that writes, and one beside it that only reads.

Writing calls run one after the other. Reading ones have a lane and a connection of their own, so
that no pane ever waits for a writer; a read that starts after a commit sees it.
"""

from __future__ import annotations

import concurrent.futures as cf
from collections.abc import Callable
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.services.lanes import Lane
from openeo_desktop.store.database import Database
from openeo_desktop.store.reader import Reader
from openeo_desktop.store.salvage import Salvage

P = ParamSpec("P")
T = TypeVar("T")


class History:
    """Owns the connections, each of which lives on one thread alone (SQLite refuses others)."""

    def __init__(self, path: Path, lane: Lane, reading: Lane) -> None:
        self._path = path
        self._lane = lane
        self._reading = reading
        self._database: Database | None = None
        self._reader: Reader | None = None

    async def open(self) -> Salvage | None:
        """Open or create the history; returns what was saved of a damaged file, if it was.

        Raises:
            StorageError: It cannot be opened.
        """
        self._database = await self._lane.call(Database, self._path)
        self._reader = await self._reading.call(Reader, self._path)
        return self._database.salvaged

    async def call(
        self, fn: Callable[Concatenate[Database, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a function of `openeo_desktop.store` with the database as its first argument.

        Raises:
            StorageError: The disk is full or the file cannot be written.
        """
        return await self._lane.call(self._guarded, fn, *args, **kwargs)

    def submit(
        self, fn: Callable[Concatenate[Database, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> cf.Future[T]:
        """The same from a worker's thread, which may wait for the future; never from the loop."""
        return self._lane.submit(self._guarded, fn, *args, **kwargs)

    def _guarded(self, fn: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        database = self._database
        if database is None:
            raise RuntimeError("the history is not open")
        with database.errors():
            return fn(database, *args, **kwargs)

    async def read(
        self, fn: Callable[Concatenate[Reader, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a reading function of `openeo_desktop.store`; cancelling ends what it asks.

        Raises:
            StorageError: The file cannot be read.
        """
        return await self._reading.run(self._read, fn, args, kwargs)

    def _read(
        self,
        fn: Callable[..., T],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        token: CancelToken,
    ) -> T:
        reader = self._reader
        if reader is None:
            raise RuntimeError("the history is not open")
        with reader.errors(), reader.interruptible(token):
            return fn(reader, *args, **kwargs)

    async def close(self) -> None:
        """Close the file; nothing can be read or written afterwards."""
        reader, self._reader = self._reader, None
        if reader is not None:
            await self._reading.call(reader.close)
        database, self._database = self._database, None
        if database is not None:
            await self._lane.call(database.close)
