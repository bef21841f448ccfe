"""Gives GDAL a file that is on a server: few, large requests, no byte asked for twice.

A request costs far more than its bytes (50 ms are 50 KiB of a slow line), so bytes are fetched in
blocks, blocks that lie near each other in one request, and a file read from its beginning to its
end in ever larger steps. What fails is kept, because GDAL would make an unclear error of it.
"""

from __future__ import annotations

import io
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from rasterio.abc import MultiByteRangeResourceContainer

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview.ranges import Ranges

Result = TypeVar("Result")
BLOCK = 32 * 2**10
_FIRST = 3
"""Blocks of the first request: the header and the directories of most cloud-optimised files."""
_GAP = 2
"""Blocks between two wanted ones that are fetched rather than asked around."""
_MOST_AHEAD = 16
_KEPT = 512
"""Blocks that are remembered: 16 MiB."""


class RangeCache:
    """The bytes of one remote file that have come so far."""

    def __init__(self, ranges: Ranges) -> None:
        if ranges.size is None:
            raise PreviewError(
                "The server does not say how large this file is.", "Download it to see it."
            )
        self.size = ranges.size
        self.failure: BaseException | None = None
        self._ranges = ranges
        self._blocks: OrderedDict[int, bytes] = OrderedDict()
        self._next = 0
        self._ahead = _FIRST

    def read(self, offset: int, length: int) -> bytes:
        """These bytes, fewer at the end of the file; nothing more once something has failed."""
        length = max(0, min(length, self.size - offset))
        if not length or self._failed():
            return b""
        first, end = offset // BLOCK, (offset + length - 1) // BLOCK + 1
        self.fetch(range(first, end))
        if self._failed():
            return b""
        held = b"".join(self._held(number) for number in range(first, end))
        return held[offset - first * BLOCK :][:length]

    def _failed(self) -> bool:
        return self.failure is not None

    def fetch(self, numbers: Sequence[int]) -> None:
        """Make sure that these blocks are here (ascending), those that are near in one request."""
        missing = [number for number in numbers if number not in self._blocks]
        try:
            for first, end in _runs(missing):
                self._fetch(first, self._with_those_ahead(first, end))
        except BaseException as error:  # noqa: BLE001  # also an end of the question; raised later
            self.failure = error

    def _with_those_ahead(self, first: int, end: int) -> int:
        """Read on: in ever larger steps as long as it goes forward without a gap."""
        forward = first == self._next
        self._ahead = min(self._ahead * 2, _MOST_AHEAD) if forward and first else self._ahead
        wanted = max(end, first + self._ahead) if forward else end
        last = -(-self.size // BLOCK)
        while end < min(wanted, last) and end not in self._blocks:
            end += 1
        return end

    def _fetch(self, first: int, end: int) -> None:
        offset = first * BLOCK
        wanted = min(end * BLOCK, self.size) - offset
        data = self._ranges.read(offset, wanted)
        if len(data) != wanted:
            raise PreviewError(
                "The server sent less of the file than was asked for.", "Download it to see it."
            )
        for number in range(first, end):
            start = (number - first) * BLOCK
            self._blocks[number] = data[start : start + BLOCK]
        self._next = end
        self._forget(first, end)

    def _forget(self, first: int, end: int) -> None:
        """The oldest go, never what has just come."""
        for number in list(self._blocks)[: max(0, len(self._blocks) - _KEPT)]:
            if not first <= number < end:
                del self._blocks[number]

    def _held(self, number: int) -> bytes:
        if number not in self._blocks:  # forgotten while others came
            self._fetch(number, number + 1)
        self._blocks.move_to_end(number)
        return self._blocks[number]


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and end of what is fetched at once."""
    found: list[int] = []
    for number in numbers:
        if found and number - found[-1] > _GAP:
            yield found[0], found[-1] + 1
            found = []
        found.append(number)
    if found:
        yield found[0], found[-1] + 1


class RangeFile(io.RawIOBase):
    """The remote file as GDAL reads it: seeks and reads, and several places at once."""

    def __init__(self, cache: RangeCache) -> None:
        super().__init__()
        self._cache = cache
        self._place = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def seekable(self) -> bool:
        """It can be read from any place."""
        return True

    def tell(self) -> int:
        """Where the next read begins."""
        return self._place

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place, which may be behind the end."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self._cache.size}[whence]
        self._place = max(0, base + offset)
        return self._place

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        length = self._cache.size - self._place if size < 0 else size
        data = self._cache.read(self._place, length)
        self._place += len(data)
        return data

    def get_byte_ranges(self, offsets: Sequence[int], sizes: Sequence[int]) -> list[bytes]:
        """The bytes of several places (GDAL asks for all tiles of a window at once)."""
        wanted = {
            number
            for offset, size in zip(offsets, sizes, strict=True)
            for number in range(offset // BLOCK, (offset + max(size, 1) - 1) // BLOCK + 1)
            if offset < self._cache.size
        }
        self._cache.fetch(sorted(wanted))
        return [self._cache.read(o, s) for o, s in zip(offsets, sizes, strict=True)]


class RangeOpener(MultiByteRangeResourceContainer):  # type: ignore[misc]  # rasterio has no types
    """The file system with this one file that GDAL sees, whatever it asks for."""

    def __init__(self, ranges: Ranges) -> None:
        self._cache = RangeCache(ranges)

    @property
    def length(self) -> int:
        """Bytes of the file."""
        return self._cache.size

    def raise_failure(self) -> None:
        """Raise what went wrong while bytes were fetched, once.

        Raises:
            AppError: Or whatever else `Ranges.read` raised.
        """
        failure, self._cache.failure = self._cache.failure, None
        if failure is not None:
            raise failure

    def open(self, *_name: object, **_options: object) -> RangeFile:
        """The file, from its beginning."""
        return RangeFile(self._cache)

    def isfile(self, *_name: object) -> bool:
        """It is one."""
        return True

    def isdir(self, *_name: object) -> bool:
        """It is none."""
        return False

    def ls(self, *_name: object) -> list[str]:
        """Nothing is beside it."""
        return []

    def mtime(self, *_name: object) -> int:
        """Unknown."""
        return 0

    def rm(self, *_name: object) -> None:
        """Nothing is removed."""

    def size(self, *_name: object) -> int:
        """In bytes."""
        return self._cache.size


def watched(opener: RangeOpener | None, call: Callable[[], Result]) -> Result:
    """What `call` gives, in which GDAL may read a remote file; None: a local one.

    Raises:
        AppError: Bytes could not be had; or whatever else `Ranges.read` raised.
    """
    if opener is None:
        return call()
    try:
        result = call()
    except Exception:
        opener.raise_failure()
        raise
    opener.raise_failure()
    return result
