"""The embedded back-end as a child process: started, signed in to, ended with the app.

It is reached over HTTP like any other back-end; nothing of `openeo_desktop.local` is imported here.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import secrets
import subprocess
import threading
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from openeo_desktop.core.accounts import LOCAL_TITLE, Account
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.disk import disk_errors
from openeo_desktop.core.errors import AppError, LocalBackEndError, UnreachableError
from openeo_desktop.core.events import Event
from openeo_desktop.core.json_values import as_dict, as_text
from openeo_desktop.core.paths import make_private_folder
from openeo_desktop.core.words import error_text, tr
from openeo_desktop.services.accounts import LOCAL_ACCOUNT, AccountsService
from openeo_desktop.services.lanes import Lane
from openeo_desktop.services.local_environment import LocalEnvironmentService, StartCommand

if TYPE_CHECKING:
    from openeo_desktop.services.local_environment_pythons import Python

log = logging.getLogger(__name__)
READY_WITHIN = 60.0
PASSWORD_VARIABLE = "OPENEO_DESKTOP_LOCAL_PASSWORD"
STOPPED = error_text("The back-end of this computer has stopped.")
START_AGAIN = error_text("Choose «Start the back-end again» in the menu of «This computer».")
IN_USE = "Another back-end already works in"
"""So the program says it (`local.__main__`)."""
RESTARTS = 3
RESTARTS_WITHIN = 600.0
"""It is started again by itself so often in so many seconds: what dies at once must not spin."""


@dataclass(frozen=True, slots=True)
class LocalBackEndChanged:
    """Whether the embedded back-end runs; `message` says why not."""

    running: bool
    message: str = ""


class LocalBackEndService:
    """Owner of the child process. Its standard input is a pipe: if the app is killed, it ends.

    If the process ends by itself it is started again; `failed` tells why it is not there any more
    when that does not help.

    Attributes:
        environment: With which Python it is started, and how that is set up where there is none.
        state: Folder of its jobs.
    """

    def __init__(
        self, accounts: AccountsService, state: Path, environment: LocalEnvironmentService
    ) -> None:
        self.changed: Event[LocalBackEndChanged] = Event()
        self.failed: Event[AppError] = Event()
        self._accounts = accounts
        self.environment = environment
        self.state = state
        self._lane = Lane("local", 2)
        self._process: subprocess.Popen[str] | None = None
        self._starting = asyncio.Lock()
        self._folders: tuple[Path, ...] = ()
        self._restarts: deque[float] = deque(maxlen=RESTARTS)
        self._restart: asyncio.Task[None] | None = None

    @property
    def running(self) -> bool:
        """Whether the process lives."""
        return self._process is not None and self._process.poll() is None

    def is_installed(self) -> bool:
        """Whether there is a Python with all that it needs."""
        return self.environment.state.can_start

    async def start(self, data_folders: Sequence[Path] | None = None) -> Account:
        """Start the process and sign in; the account is «This computer».

        Args:
            data_folders: Folders with data of the person's own; None: those of the last start.

        Raises:
            LocalBackEndError: Its parts are not installed, or it does not start.
            AppError: It started but cannot be asked.
        """
        async with self._starting:
            known = self._accounts.account(LOCAL_ACCOUNT)
            if self.running and known is not None:
                return known
            if data_folders is not None:
                self._folders = tuple(data_folders)
            try:
                return await self._start()
            except BaseException as error:
                await self._end_quietly()
                if isinstance(error, AppError):
                    self._accounts.note_offline(LOCAL_ACCOUNT, error.message)
                raise

    async def _start(self) -> Account:
        start = await self._lane.call(self.environment.command)
        if start is None:
            raise LocalBackEndError(
                "The back-end for this computer is not set up.",
                "Set it up in the settings, «Advanced», or with «openeo-desktop local install».",
            )
        password = secrets.token_urlsafe(24)
        ready = await self._lane.run(self._launch, start, password, self._folders)
        url, user = as_text(ready.get("url")), as_text(ready.get("user"))
        try:
            account = await self._accounts.sign_in_local(url, user, password, tr(LOCAL_TITLE))
        except UnreachableError as error:
            raise _not_let_through(url, error) from error
        self._lane.submit(self._await_end, asyncio.get_running_loop())
        self.changed.emit(LocalBackEndChanged(running=True))
        return account

    def _launch(
        self, start: StartCommand, password: str, folders: tuple[Path, ...], token: CancelToken
    ) -> dict[str, object]:
        """Start and read the one line that says where it listens."""
        command, variables = start
        command = [*command, "--port", "0", "--state", str(self.state), "--exit-with-parent"]
        for folder in folders:
            command += ["--data", str(folder)]
        make_private_folder(self.state)
        self.environment.hold()
        words = self.state / "server.log"
        with disk_errors(words), words.open("w", encoding="utf-8") as errors:
            process = self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                env=variables | {PASSWORD_VARIABLE: password},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        token.on_cancel(process.kill)
        watchdog = threading.Timer(READY_WITHIN, process.kill)
        watchdog.daemon = True
        watchdog.start()
        line = process.stdout.readline() if process.stdout else ""
        watchdog.cancel()
        return self._ready(line)

    def _ready(self, line: str) -> dict[str, object]:
        try:
            ready = as_dict(json.loads(line))
        except ValueError:
            ready = {}
        if not ready.get("url"):
            words = self._last_words()
            raise LocalBackEndError(
                "The back-end for this computer does not start.",
                f"Another copy of the app is using it: close that one. {START_AGAIN}"
                if IN_USE in words
                else START_AGAIN,
                details=words,
            )
        return ready

    def _last_words(self) -> str:
        try:
            text = (self.state / "server.log").read_text("utf-8", errors="replace")
        except OSError:
            return ""
        return text[-2000:].strip()

    def _await_end(self, loop: asyncio.AbstractEventLoop) -> None:
        """On the lane: wait for the end of the process, then say so on the loop."""
        process = self._process
        if process is None:
            return
        process.wait()
        if self._process is process and not loop.is_closed():
            loop.call_soon_threadsafe(self._on_ended, process)

    def _on_ended(self, process: subprocess.Popen[str]) -> None:
        if self._process is not process:
            return
        self._process = None
        self._lane.submit(_end, process)
        log.warning("The embedded back-end ended by itself (%s)", process.returncode)
        self._accounts.note_offline(LOCAL_ACCOUNT, STOPPED)
        self.changed.emit(LocalBackEndChanged(running=False, message=STOPPED))
        if self._accounts.account(LOCAL_ACCOUNT) is not None:
            self._restart = asyncio.get_running_loop().create_task(self._start_again())

    async def _start_again(self) -> None:
        """Once for each time that it ended by itself, unless that was too often of late."""
        now = time.monotonic()
        if len(self._restarts) == RESTARTS and now - self._restarts[0] < RESTARTS_WITHIN:
            words = await self._lane.call(self._last_words)
            self.failed.emit(LocalBackEndError(STOPPED, START_AGAIN, details=words))
            return
        self._restarts.append(now)
        try:
            await self.start()
        except AppError as error:
            self.failed.emit(error)

    async def stop(self) -> None:
        """End the process and its jobs; jobs that were queued go on at the next start."""
        if self._restart is not None:
            self._restart.cancel()
            await asyncio.gather(self._restart, return_exceptions=True)
            self._restart = None
        if await self._end_quietly():
            self.changed.emit(LocalBackEndChanged(running=False))

    async def _end_quietly(self) -> bool:
        process, self._process = self._process, None
        if process is not None:
            await self._lane.call(_end, process)
        self.environment.let_go()
        return process is not None

    async def set_up(self, python: Python | None = None) -> Account:
        """Set the environment up, or bring it up to date, and start with it.

        Raises:
            AppError: It could not be made, or does not start.
        """
        await self.environment.set_up(python)
        await self.stop()  # one that still runs out of the environment before
        account = await self.start()
        self.environment.tidy()
        return account

    async def remove_environment(self, *, jobs: bool) -> None:
        """Stop, and remove the environment; with `jobs` what it has computed as well.

        Raises:
            AppError: Something is in use or cannot be removed.
        """
        await self.stop()
        await self.environment.remove(self.state if jobs else None)

    async def close(self) -> None:
        """Stop for good: nothing can be started afterwards."""
        await self.environment.close()
        await self.stop()
        self._lane.abandon()


def _not_let_through(url: str, error: UnreachableError) -> LocalBackEndError:
    """It listens, so neither the network nor an address is to blame."""
    return LocalBackEndError(
        f"The back-end for this computer runs, but the app cannot reach it at {url}.",
        "The inner network of this computer (127.0.0.1) is off, or a firewall keeps programs "
        f"from it. Let the app use it. {START_AGAIN}",
        details=error.full_text(),
    )


def _end(process: subprocess.Popen[str]) -> None:
    """Closing its input asks it to end; it gets five seconds."""
    if process.stdin is not None:
        with contextlib.suppress(OSError):
            process.stdin.close()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()
