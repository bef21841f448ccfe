"""A digest that is fed beside the reading of what it is of: hashlib lets other threads run.

Standard library only; what comes out is what the plain digest would have said.
"""

from __future__ import annotations

import queue
import threading

from openeo_desktop.core.checksums import Digest

INLINE = 4 * 1024 * 1024
"""Bytes that are hashed at once, before a thread is worth its start."""
PIECES = 8
"""So many wait for the thread at most; whoever feeds then waits as well."""


class DigestThread:
    """A context manager around a digest; fed and asked from one thread, in order."""

    def __init__(self, digest: Digest) -> None:
        self._digest = digest
        self._fed = 0
        self._pieces: queue.Queue[bytes | None] = queue.Queue(PIECES)
        self._thread: threading.Thread | None = None

    def __enter__(self) -> DigestThread:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def update(self, data: bytes) -> None:
        """The next bytes; they must not change afterwards."""
        if self._thread is None and self._fed < INLINE:
            self._digest.update(data)
            self._fed += len(data)
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="digest", daemon=True)
            self._thread.start()
        self._pieces.put(data)

    def _work(self) -> None:
        while (data := self._pieces.get()) is not None:
            self._digest.update(data)

    def _end(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            self._pieces.put(None)
            thread.join()

    def digest(self) -> bytes:
        """Of all that was fed; nothing more is to come."""
        self._end()
        return self._digest.digest()
