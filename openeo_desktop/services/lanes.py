"""Named daemon threads for everything that blocks, and the only way back: an awaited future.

Daemon threads of our own, because those of `ThreadPoolExecutor` hold the process open while a
request hangs. Cancelling the awaiting task cancels the token the worker checks. No Qt here.
"""

from __future__ import annotations

import asyncio
import concurrent.futures as cf
import contextlib
import os
import queue
import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from openeo_desktop.core.cancel import CancelToken

T = TypeVar("T")
Work = tuple["cf.Future[Any]", Callable[..., Any], tuple[Any, ...], dict[str, Any]]
GRACE = 2.0
"""Seconds a cancelled worker gets to tidy up before its task ends without it."""
NET_GRACE = 0.25
"""The same for plain requests: they write nothing, so there is nothing to tidy up."""

READ_GRACE = 0.25
"""The same for reading the history: what asks something else does not wait for the old answer."""


HANDED_OVER_AFTER = 0.00005
"""Seconds for which a thread computes while another one wants to (Python's own default is 0.005):
a page that has come, or the window, does not wait for what is being written."""


PATIENCE = 5
"""The niceness of the threads of a patient lane (`setpriority(2)`): a third of the window's share.
Much less and other programs would keep the interpreter's lock from the window, while a lane has
it."""


class Lane:
    """A queue served by its own threads; what is on one lane never delays another.

    Args:
        patient: Nobody sits and waits for it: where the processors are busy the window goes first.
    """

    def __init__(
        self, name: str, threads: int = 1, grace: float = GRACE, *, patient: bool = False
    ) -> None:
        self._grace = grace
        self._patient = patient
        self._queue: queue.SimpleQueue[Work | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._work, name=f"{name}-{number}", daemon=True)
            for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    def _work(self) -> None:
        if self._patient:
            _step_back()
        while (work := self._queue.get()) is not None:
            future, fn, args, kwargs = work
            if future.set_running_or_notify_cancel():
                _settle(future, fn, args, kwargs)
            del work, future, fn, args, kwargs  # nothing of the last job is kept alive while idle

    def submit(self, fn: Callable[..., T], *args: Any, **kwargs: Any) -> cf.Future[T]:
        """Queue a call; its future settles on the lane's thread."""
        future: cf.Future[T] = cf.Future()
        self._queue.put((future, fn, args, kwargs))
        return future

    async def call(self, fn: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """Run a short call that is not worth cancelling, and wait for it."""
        work = self.submit(fn, *args, **kwargs)
        await _end_of(work)
        try:
            return work.result()
        finally:
            del work  # else an error holds on to itself, by its traceback

    async def run(
        self, fn: Callable[..., T], *args: Any, token: CancelToken | None = None, **kwargs: Any
    ) -> T:
        """Run a call that takes a `token`, and wait for it; cancelling cancels the token.

        Args:
            token: A token of the caller's own; otherwise a fresh one.
        """
        own = token or CancelToken()
        work = self.submit(fn, *args, token=own, **kwargs)
        try:
            await _end_of(work)
        except asyncio.CancelledError:
            own.cancel()
            if not work.cancel():  # it has begun already
                await asyncio.wait([_end_of(work)], timeout=self._grace)
            raise
        try:
            return work.result()
        finally:
            del work

    async def drain(self) -> None:
        """Wait until everything queued so far is done, then end the threads."""
        await asyncio.gather(*(self.call(_nothing) for _ in self._threads))
        self.abandon()

    def abandon(self) -> None:
        """End the threads after what they do now; nobody waits for it."""
        for _ in self._threads:
            self._queue.put(None)


def _end_of(work: cf.Future[Any]) -> asyncio.Future[None]:
    """Done when the work is; cancelling it does nothing to the work.

    `asyncio.wrap_future` with `shield` takes five rounds of the loop for an answer, this takes two;
    and what nobody waits for any more may end as it likes.
    """
    loop = asyncio.get_running_loop()
    end: asyncio.Future[None] = loop.create_future()

    def tell(_work: cf.Future[Any]) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody is there to be told
            loop.call_soon_threadsafe(_set, end)

    work.add_done_callback(tell)
    return end


def _set(end: asyncio.Future[None]) -> None:
    if not end.done():
        end.set_result(None)


def _step_back() -> None:
    """Lower the priority of this thread; only Linux has one for each thread without more rights."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # a sandbox may forbid it; then all are alike
            thread = threading.get_native_id()
            nicest = max(PATIENCE, os.getpriority(os.PRIO_PROCESS, thread))
            os.setpriority(os.PRIO_PROCESS, thread, nicest)


def _nothing() -> None:
    """The last call of a lane that is drained."""


def _settle(
    future: cf.Future[Any], fn: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> None:
    try:
        result = fn(*args, **kwargs)
    except BaseException as error:  # noqa: BLE001 - the future carries it to whoever waits
        future.set_exception(error)
    else:
        future.set_result(result)


class Lanes:
    """The lanes of the app, one per kind of thing that may block."""

    def __init__(self) -> None:
        sys.setswitchinterval(HANDED_OVER_AFTER)
        self.store = Lane("store", 1, patient=True)
        self.read = Lane("read", 1, READ_GRACE)
        self.net = Lane("net", 3, NET_GRACE, patient=True)
        self.secrets = Lane("secrets", 1)
        self.download = Lane("download", 12)
        self.files = Lane("files", 2)
        self.hashing = Lane("hashing", 2)
        self.preview = Lane("preview", 1, READ_GRACE)
        self._of_accounts: dict[str, Lane] = {}

    def net_of(self, account_id: str) -> Lane:
        """The lane of one account's requests: a back-end that hangs delays no other one."""
        lane = self._of_accounts.get(account_id)
        if lane is None:
            lane = Lane(f"net-{account_id}", 3, NET_GRACE, patient=True)
            self._of_accounts[account_id] = lane
        return lane

    def end_net_of(self, account_id: str) -> None:
        """The account is gone, and its threads with it."""
        lane = self._of_accounts.pop(account_id, None)
        if lane is not None:
            lane.abandon()

    async def close(self) -> None:
        """Finish what is to be written; leave the rest behind."""
        others = (self.read, self.net, self.secrets, self.download, self.preview)
        files = (self.files, self.hashing)
        for lane in (*others, *files, *self._of_accounts.values()):
            lane.abandon()
        await self.store.drain()
