"""The preview process as the app sees it: started when needed, asked, and ended when it misbehaves.

Blocking, for the lane `preview` alone: one question at a time. What comes back is data (`wire`).
"""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from openeo_desktop.core.cancel import Cancelled, CancelToken
from openeo_desktop.core.errors import AppError, PreviewError

if TYPE_CHECKING:
    from openeo_desktop.preview.ranges import Ranges

log = logging.getLogger(__name__)
START_WITHIN = 20.0
"""Seconds until the first answer: the libraries are loaded, perhaps from a slow disk."""
ANSWER_WITHIN = 5.0
"""Seconds without a sign of life from the reader; each piece from a server is one, too."""
ALTOGETHER_WITHIN = 180.0
"""Seconds for any question, such as the numbers of every pixel of a large file."""
LET_GO_WITHIN = 0.3
"""Seconds that a cancelled question gets to end by itself."""
MOST_SAID = 20_000
_LOOK_EVERY = 0.05
Frame = tuple[Mapping[str, Any], list[Any]]
"""A header and its arrays."""


class PreviewProcess:
    """One process; a new one is started after its end.

    Args:
        command: Program and arguments.
        answer_within: See `ANSWER_WITHIN`; a test takes less.

    Attributes:
        generation: Counts the processes: handles of an earlier one are worth nothing.
    """

    def __init__(self, command: tuple[str, ...] = (), answer_within: float = ANSWER_WITHIN) -> None:
        self.generation = 0
        self._command = command or _command()
        self._answer_within = answer_within
        self._process: subprocess.Popen[bytes] | None = None
        self._frames: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._asked = 0
        self._warm = False
        self._lock = threading.Lock()
        self._closed = False

    @property
    def is_running(self) -> bool:
        """Whether there is a process now."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Have one, from now on.

        Raises:
            PreviewError: It cannot be started.
            Cancelled: The app ends.
        """
        if self._closed:
            raise Cancelled
        if self.is_running:
            return
        self.end()
        try:
            process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise PreviewError(
                "Previews cannot be shown: their reader does not start.",
                "Start the app again; if that does not help, install it anew.",
                details=str(error),
            ) from None
        self._process, self._warm = process, False
        self.generation += 1
        frames: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._frames = frames
        for work in (lambda: _listen(process, frames), lambda: _hear(process)):
            threading.Thread(target=work, name="preview process", daemon=True).start()

    def close(self) -> None:
        """Kill it, and start no other."""
        self._closed = True
        self.end()

    def end(self) -> None:
        """Kill it; safe from any thread, and where there is none."""
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe is not None:
                with contextlib.suppress(OSError, ValueError):
                    pipe.close()

    def ask(
        self,
        question: Mapping[str, Any],
        unpack: Callable[[Any, list[Any]], Any],
        token: CancelToken,
        ranges: Ranges | None = None,
        buffers: tuple[Any, ...] = (),
    ) -> Any:
        """One question and its answer.

        Args:
            unpack: Makes a value of the answer.
            ranges: Bytes of the file, if it is on a server.

        Raises:
            PreviewError: The file cannot be shown; also when the process had to be ended.
            AppError: Bytes could not be had from the server.
            Cancelled: The token was cancelled.
        """
        self.start()
        self._asked += 1
        number = self._asked
        self._send({"ask": number, **question}, buffers)
        header, answer = self._answer(number, token, ranges)
        self._warm = True
        if "cancelled" in header or token.cancelled:
            raise Cancelled
        if "error" in header:
            raise _told(header)
        from openeo_desktop.preview.wire import WireError

        try:
            return unpack(header["value"], answer)
        except (WireError, LookupError) as error:
            self.end()
            raise _damaged(f"protocol: {error}") from None

    def _send(self, header: Mapping[str, Any], buffers: tuple[Any, ...] = ()) -> None:
        from openeo_desktop.preview.wire import write_frame

        process = self._process
        if process is None or process.stdin is None:
            raise _damaged("ended")
        try:
            write_frame(process.stdin, header, buffers)  # type: ignore[arg-type] # a BinaryIO
        except (OSError, ValueError):
            self.end()
            raise _damaged("ended") from None

    def _answer(self, number: int, token: CancelToken, ranges: Ranges | None) -> Frame:
        try:
            return self._wait(number, token, ranges)
        except (AppError, Cancelled):
            raise
        except BaseException:
            self.end()  # in the middle of a question it is of no use any more
            raise

    def _wait(self, number: int, token: CancelToken, ranges: Ranges | None) -> Frame:
        """The answer; bytes that are needed are sent on the way."""
        failure: AppError | None = None
        first = 0.0 if self._warm else START_WITHIN
        ends, let_go = time.monotonic() + max(first, self._answer_within), False
        at_last = ends + ALTOGETHER_WITHIN
        while True:
            if token.cancelled and not let_go:
                self._send({"cancel": number})
                ends, let_go = time.monotonic() + LET_GO_WITHIN, True
            frame = self._next()
            over = time.monotonic() >= (ends if frame is None or let_go else at_last)
            if over and (frame is None or "working" in frame[0]):
                raise self._gave_up(let_go=let_go)
            if frame is None:
                continue
            if "need" in frame[0]:
                failure = self._feed(frame[0], ranges, token) or failure
            elif "working" not in frame[0]:
                if failure is not None:
                    raise failure
                return frame
            if not let_go:
                ends = min(time.monotonic() + self._answer_within, at_last)

    def _next(self) -> Frame | None:
        """The next frame; None if it is not there after a moment.

        Raises:
            PreviewError: The process has ended.
        """
        try:
            frame = self._frames.get(timeout=_LOOK_EVERY)
        except queue.Empty:
            return None
        if frame is None:
            raise self._ended()
        return frame  # type: ignore[no-any-return] # put there by `_listen`

    def _gave_up(self, *, let_go: bool) -> Exception:
        self.end()
        if let_go:
            return Cancelled()
        return PreviewError(
            "This file takes too long to be read, so there is no preview of it.",
            "Open it with another program, for example QGIS.",
        )

    def _feed(
        self, header: Mapping[str, Any], ranges: Ranges | None, token: CancelToken
    ) -> AppError | None:
        """Send the bytes that the reader wants; returns why there are none."""
        try:
            if ranges is None:
                raise _damaged("bytes of nothing")
            token.check()
            data = ranges.read(*_place(header))
        except (AppError, Cancelled) as error:
            words = [error.message, error.hint] if isinstance(error, AppError) else ["", ""]
            self._send({"failed": words})
            return error if isinstance(error, AppError) else None
        self._send({"bytes": len(data)}, (data,))
        return None

    def _ended(self) -> PreviewError:
        """Why there will be no answer."""
        from openeo_desktop.preview.worker_limits import OUT_OF_MEMORY

        process = self._process
        status = None
        if process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                status = process.wait(timeout=2)
        self.end()
        if status == OUT_OF_MEMORY:
            return PreviewError(
                "This file is too large to be shown here.",
                "Open it with another program, for example QGIS.",
            )
        return _damaged(f"the reader ended with status {status}")


def _listen(process: subprocess.Popen[bytes], frames: queue.SimpleQueue[Any]) -> None:
    """Frames as they come; None at the end, or when what comes is none."""
    from openeo_desktop.preview.wire import WireError, read_frame

    with contextlib.suppress(WireError, OSError, ValueError):
        while process.stdout is not None:
            frame = read_frame(process.stdout)  # type: ignore[arg-type] # a BinaryIO
            if frame is None:
                break
            frames.put(frame)
    frames.put(None)


def _hear(process: subprocess.Popen[bytes]) -> None:
    """What libraries print, for the log; bounded, for a file may make them say a lot."""
    said = 0
    with contextlib.suppress(OSError, ValueError):
        while process.stderr is not None and (line := process.stderr.readline(2000)):
            said += len(line)
            if said < MOST_SAID:
                log.debug("Preview process: %s", line.decode("utf-8", "replace").rstrip())


def _told(header: Mapping[str, Any]) -> PreviewError:
    message, hint = str(header.get("message", "")), str(header.get("hint", ""))
    return PreviewError(
        message[:1000], hint[:1000], details=str(header.get("details", ""))[:20_000]
    )


def _place(header: Mapping[str, Any]) -> tuple[int, int]:
    """Offset and length of the bytes that the reader wants; it may be in foreign hands."""
    offset, length = header.get("offset"), header.get("length")
    if not isinstance(offset, int) or not isinstance(length, int) or offset < 0 or length < 1:
        raise _damaged("protocol: no such bytes")
    return offset, length


def _damaged(details: str) -> PreviewError:
    return PreviewError(
        "This file cannot be read: it is damaged, or its reader has a mistake.",
        "Download it again, or open it with another program.",
        details=details,
    )


def _environment() -> dict[str, str]:
    """Without our own variables, among which secrets may be; one thread for each library."""
    theirs = {name: text for name, text in os.environ.items() if not name.startswith("OPENEO_")}
    return theirs | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def _command() -> tuple[str, ...]:
    """A packaged app is its own program; else the interpreter, without the current folder."""
    if getattr(sys, "frozen", False):
        from openeo_desktop.core.own_command import PREVIEW_WORKER

        return (sys.executable, PREVIEW_WORKER)
    return (sys.executable, "-P", "-m", "openeo_desktop.preview.worker")
