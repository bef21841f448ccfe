"""The preview process: reads hostile files so that the app does not have to.

Questions come as frames by standard input, answers leave by standard output (`wire`); nothing else
is written there. It opens no connection: bytes of a file on a server are asked of the app. It ends
when its input ends, so also when the app is killed.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import Any, BinaryIO

from openeo_desktop.core.cancel import Cancelled
from openeo_desktop.core.errors import AppError, PreviewError
from openeo_desktop.preview.opened_file import OpenedFile
from openeo_desktop.preview.questions import QUESTIONS
from openeo_desktop.preview.ranges import Source
from openeo_desktop.preview.reader import open_file
from openeo_desktop.preview.wire import Buffers, pack, read_frame, unpack, write_frame
from openeo_desktop.preview.worker_limits import limit_this_process

Frame = tuple[dict[str, Any], Buffers]
MOST_OPEN = 16
SAY_EVERY = 0.5
"""Seconds between two signs of life: counting each pixel of a large file takes its time."""


class Worker:
    """Answers one question after the other.

    Args:
        source: Where questions come from.
        out: Where answers go.
    """

    def __init__(self, source: BinaryIO, out: BinaryIO) -> None:
        self._source = source
        self._out = out
        self._questions: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
        self._bytes: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
        self._cancelled: set[int] = set()
        self._now = 0
        self._told = 0.0
        self._files: dict[int, OpenedFile] = {}

    def run(self) -> None:
        """Until the app closes its end."""
        threading.Thread(target=self._listen, name="listen", daemon=True).start()
        while (frame := self._questions.get()) is not None:
            self._answer(*frame)

    def _listen(self) -> None:
        """Cancelling and bytes overtake the question that is worked on."""
        while (frame := read_frame(self._source)) is not None:
            header = frame[0]
            if "cancel" in header:
                self._cancelled.add(int(header["cancel"]))
            elif "ask" in header:
                self._questions.put(frame)
            else:
                self._bytes.put(frame)
        os._exit(0)  # whatever a library is doing

    def _answer(self, header: dict[str, Any], buffers: Buffers) -> None:
        self._now, self._told = int(header["ask"]), time.monotonic()
        try:
            self.check()
            answer: Buffers = []
            value = pack(self._result(header, buffers), answer)
            write_frame(self._out, {"answer": self._now, "value": value}, answer)
        except Cancelled:
            write_frame(self._out, {"cancelled": self._now})
        except AppError as error:
            said = {"message": error.message, "hint": error.hint, "details": error.details}
            write_frame(self._out, {"error": self._now, **said})
        except MemoryError:
            write_frame(self._out, {"error": self._now, **_too_large()})
        except Exception:  # noqa: BLE001 - a mistake of ours that a file has found: told, logged
            write_frame(self._out, {"error": self._now, **_mistake(traceback.format_exc())})
        self._cancelled.discard(self._now)

    def _result(self, header: dict[str, Any], buffers: Buffers) -> Any:
        name, handle = header["question"], int(header["handle"])
        if name == "warm up":
            return _warm_up()
        if name == "open":
            return self._open(handle, header)
        file = self._files.get(handle)
        if name == "close":
            self._close(handle)
            return None
        if file is None:
            raise PreviewError("This file is no longer open.", "Choose it again.")
        kinds = QUESTIONS[name].arguments
        given = zip(kinds, header["arguments"], strict=True)
        return getattr(file, name)(*(unpack(kind, raw, buffers) for kind, raw in given))

    def _open(self, handle: int, header: dict[str, Any]) -> Any:
        while len(self._files) >= MOST_OPEN:
            self._close(next(iter(self._files)))
        self._close(handle)
        file = open_file(self._source_of(handle, header))
        file.between_blocks = self.check
        self._files[handle] = file
        return file.opened

    def _source_of(self, handle: int, header: dict[str, Any]) -> Source:
        if "path" in header:
            return Path(header["path"])
        return _Asked(self, handle, header["name"], header["size"], header["media_type"])

    def _close(self, handle: int) -> None:
        file = self._files.pop(handle, None)
        if file is not None:
            file.close()

    def check(self) -> None:
        """Between two blocks: does anybody still want the answer?

        Raises:
            Cancelled: Nobody does.
        """
        if self._now in self._cancelled:
            raise Cancelled
        if time.monotonic() - self._told > SAY_EVERY:
            self._told = time.monotonic()
            write_frame(self._out, {"working": self._now})

    def ask_for_bytes(self, handle: int, offset: int, length: int) -> bytes:
        """Bytes of a file that the app has at a server.

        Raises:
            PreviewError: They could not be had.
            Cancelled: Nobody wants the answer any more.
        """
        self.check()
        write_frame(self._out, {"need": handle, "offset": offset, "length": length})
        frame = self._bytes.get()
        if frame is None:
            raise Cancelled
        header, buffers = frame
        if "failed" in header:
            raise PreviewError(*header["failed"])
        return bytes(buffers[0])


class _Asked:
    """The `Ranges` of this side."""

    def __init__(
        self, worker: Worker, handle: int, name: str, size: int | None, media_type: str
    ) -> None:
        self._worker = worker
        self._handle = handle
        self.name = name
        self.size = size
        self.media_type = media_type

    def read(self, offset: int, length: int) -> bytes:
        """See `ranges.Ranges`."""
        return self._worker.ask_for_bytes(self._handle, offset, length)


def _mistake(report: str) -> dict[str, str]:
    return {
        "message": "This file cannot be read: it is damaged, or its reader has a mistake.",
        "hint": "Download it again, or open it with another program.",
        "details": report,
    }


def _warm_up() -> None:
    """Load what nearly every file needs: half a second that nobody waits for."""
    import openeo_desktop.preview.raster_files  # noqa: F401


def _too_large() -> dict[str, str]:
    return {
        "message": "This file is too large to be shown here.",
        "hint": "Open it with another program, for example QGIS.",
        "details": "MemoryError",
    }


def main() -> int:
    """Serve until the input ends; only frames leave by standard output.

    By number, for a program without a console has no `sys.stdin`.
    """
    source, out = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    limit_this_process()
    Worker(source, out).run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
