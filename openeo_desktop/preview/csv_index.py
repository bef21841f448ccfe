"""Where the rows of a CSV file begin: found once, so that any page is read without the others."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from openeo_desktop.preview.file_bytes import FileBytes

STEP = 128
"""Every so many rows the place is kept."""
_CHUNK = 4 * 2**20
_SECONDS = 3.0
_QUOTE, _NEWLINE = ord('"'), ord("\n")


class RowIndex:
    """The rows of a file (RFC 4180: a line end within quotes is none).

    Attributes:
        rows: How many there are, with the header.
        complete: Whether all of the file was looked through.
        quotes: Whether cells are quoted; not where a quote that opens is never closed.
    """

    def __init__(self, data: FileBytes, check: Callable[[], None]) -> None:
        self._data = data
        self.quotes = True
        self._scan(check)
        if self._quoted and self.complete:  # 5" is no quote: such a file has none
            self.quotes = False
            self._scan(check)

    def _scan(self, check: Callable[[], None]) -> None:
        self._starts = [0]
        self.rows = 0
        self.complete = True
        ends, offset, quoted = time.monotonic() + _SECONDS, 0, 0
        last = b""
        while offset < self._data.size:
            check()
            if time.monotonic() > ends:
                self.complete = False
                break
            chunk = self._data.read(offset, _CHUNK)
            if not chunk:
                break
            quoted = self._take(np.frombuffer(chunk, np.uint8), offset, quoted)
            offset, last = offset + len(chunk), chunk[-1:]
        self._end, self._quoted = offset, quoted
        if self.complete and last and last != b"\n":
            self.rows += 1

    def _take(self, signs: np.ndarray[tuple[int], np.dtype[np.uint8]], at: int, quoted: int) -> int:
        quotes = (signs == _QUOTE) & self.quotes
        inside = (np.cumsum(quotes) + quoted) & 1
        places = np.flatnonzero((signs == _NEWLINE) & (inside == 0))
        numbers = np.arange(self.rows + 1, self.rows + 1 + len(places))
        kept = places[numbers % STEP == 0]
        self._starts += (kept + at + 1).tolist()
        self.rows += len(places)
        return int(inside[-1]) if len(inside) else quoted

    def text_of(self, first: int, count: int) -> tuple[bytes, int]:
        """Bytes that hold rows from `first` on, and how many rows of them come before it."""
        group = min(first // STEP, len(self._starts) - 1)
        last = (first + count) // STEP + 1
        end = self._starts[last] if last < len(self._starts) else self._end
        start = self._starts[group]
        return self._data.read(start, end - start), first - group * STEP
