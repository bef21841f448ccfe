"""One window for each profile: who holds the lock is the app, everyone else hands over and ends.

A lock in the data folder decides who is first (the system frees it with the process); what comes
later says what it wants over a local socket that only this user can open. No widgets here.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from openeo_desktop.core.app_links import LONGEST_LINK
from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.json_values import as_dict, as_text
from openeo_desktop.core.paths import AppPaths, make_private_folder
from openeo_desktop.core.process_lock import ProcessLock

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)
LONGEST_MESSAGE = 64 * 1024
LONGEST_SOCKET_PATH = 80
"""Unix allows 104 to 108 bytes, and Qt makes the socket in a folder beside it first."""
ANSWER = b"shown\n"
PATIENCE = 20.0
"""Seconds that a second start waits for the first one, which may still be starting."""
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


@dataclass(frozen=True, slots=True)
class Summons:
    """What a second start wants: the window, with a process graph or the job of a link in it."""

    file: Path | None = None
    token: str = ""
    link: str = ""

    def encoded(self) -> bytes:
        """One line of JSON."""
        file = str(self.file) if self.file else ""
        values = {"file": file, "token": self.token, "link": cut_link(self.link)}
        return json.dumps(values).encode() + b"\n"


def decoded(line: bytes) -> Summons:
    """What another process sent; anything odd is a summons without a file."""
    try:
        values = as_dict(json.loads(line))
    except (ValueError, RecursionError):
        return Summons()
    name, token = values.get("file"), as_text(values.get("token"))
    usable = isinstance(name, str) and "\0" not in name and Path(name).is_absolute()
    file = Path(str(name)) if usable else None
    link = cut_link(as_text(values.get("link")))
    return Summons(file, token[:256] if token.isprintable() else "", link)


def cut_link(link: str) -> str:
    """A link that is too long stays so, but needs no more room than that."""
    return link[: LONGEST_LINK + 1]


class SingleInstance(QObject):
    """The claim of one process on one profile.

    Signals: `summoned(Summons)` when another start wants the window.
    """

    summoned = Signal(object)

    def __init__(self, paths: AppPaths) -> None:
        super().__init__()
        self._paths = paths
        self._server: QLocalServer | None = None
        self._lock = ProcessLock(paths.data / "window.lock")
        self._claimed = False

    def claim(self) -> bool:
        """Become the one; False if another process is. Without any lock it is allowed to go on.

        Raises:
            StorageError: The data folder cannot be made.
        """
        make_private_folder(self._paths.data)
        try:
            self._claimed = self._lock.take()
        except OSError as error:
            log.warning("There can be no lock in %s: %s", self._paths.data, error)
            return True
        return self._claimed

    def listen(self) -> None:
        """Hear later starts from now on. What a killed process left of the socket is removed."""
        if not self._claimed:
            return
        from PySide6.QtNetwork import QLocalServer

        name = server_name(self._paths)
        QLocalServer.removeServer(name)  # the lock is ours, so nobody can be listening there
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if not self._server.listen(name):
            log.warning("Later starts cannot be heard: %s", self._server.errorString())

    def stop_listening(self) -> None:
        """The window goes: a start that comes now waits for the end, and opens one of its own."""
        self._claimed = False
        server, self._server = self._server, None
        if server is not None:
            server.close()

    def release(self) -> None:
        """Let another process be the one."""
        self.stop_listening()
        self._lock.release()

    def hand_over(self, file: Path | None, patience: float = PATIENCE, *, link: str = "") -> bool:
        """Have the window of the process that is the one shown; blocks, nobody watches this one.

        Returns:
            False if that process has ended meanwhile: this one is the one now.

        Raises:
            StorageError: It does not answer within `patience` seconds.
        """
        token = next((os.environ[name] for name in _TOKENS if os.environ.get(name)), "")
        message = Summons(file, token, link).encoded()
        _allow_foreground()
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            if _knock(self._paths, message, deadline):
                return True
            if self.claim():
                return False
            time.sleep(0.1)  # it still starts, or it is about to end
        raise must_be_alone(self._paths)

    def _on_connection(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._reader(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _reader(self, socket: QLocalSocket) -> Callable[[], None]:
        return lambda: self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if self._server is None:
            socket.abort()
        elif socket.canReadLine():
            summons = decoded(bytes(socket.readLine(LONGEST_MESSAGE).data()))
            socket.write(ANSWER)
            socket.flush()
            self.summoned.emit(summons)
        elif socket.bytesAvailable() > LONGEST_MESSAGE:
            socket.abort()


def must_be_alone(paths: AppPaths) -> StorageError:
    """Why a run that cannot hand over ends."""
    return StorageError(
        f"Another openEO Desktop works with the folder {paths.data}.",
        "Close its window (if it does not answer, end its process), or use another folder with "
        "--profile.",
    )


def server_name(paths: AppPaths) -> str:
    """Where later starts knock: a socket in the data folder, which is this user's alone.

    A short name in the folder for temporary files where that path would be too long for a socket;
    on Windows a pipe's name.
    """
    path = paths.data / "window.sock"
    if os.name == "posix" and len(os.fsencode(path)) <= LONGEST_SOCKET_PATH:
        return str(path)
    name = f"openeo-desktop-{hashlib.sha256(os.fsencode(path)).hexdigest()[:20]}"
    return str(Path(tempfile.gettempdir()) / name) if os.name == "posix" else name


def _knock(paths: AppPaths, message: bytes, deadline: float) -> bool:
    """Whether somebody listens, and has answered."""
    from PySide6.QtNetwork import QLocalSocket

    name = server_name(paths)
    if not _is_ours(name):
        return False
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(500):
        return False
    socket.write(message)
    while time.monotonic() < deadline:
        left = max(1, int((deadline - time.monotonic()) * 1000))
        if socket.canReadLine():
            return bytes(socket.readLine(len(ANSWER) + 1).data()) == ANSWER
        if not socket.waitForReadyRead(left):
            return False
    return False


def _is_ours(name: str) -> bool:
    """Whether this user made the socket: in a folder for all, another could have been first."""
    try:
        return sys.platform == "win32" or os.lstat(name).st_uid == os.geteuid()
    except OSError:
        return False


def _allow_foreground() -> None:
    """Windows lets only the process in front bring another one there (not tested here)."""
    if sys.platform == "win32":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.windll.user32.AllowSetForegroundWindow(-1)
