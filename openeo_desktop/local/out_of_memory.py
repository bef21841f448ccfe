"""Whether a job failed for want of memory, whatever library says so and however.

numpy raises `MemoryError`, GDAL an error within another («Chunk and warp failed»),
a thread that finds no room for its stack a `RuntimeError`. No Qt, nothing of the rest of the app.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from pathlib import Path

NEAR = 0.8
"""From this share of its limit on a job is near it: some libraries fail without a word of why."""
TEXT = "The job ran out of memory. Try a smaller area or period."
_WORDS = (
    *("out of memory", "cannot allocate", "unable to allocate", "failed to allocate"),
    *("memory allocation", "not enough memory", "can't start new thread", "joinablethread"),
)


def ran_out_of_memory(error: BaseException) -> bool:
    """Whether the error, or one of those that led to it, is about memory."""
    return any(_is_about_memory(one) for one in _chain(error))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _is_about_memory(error: BaseException) -> bool:
    if isinstance(error, MemoryError) or type(error).__name__ == "CPLE_OutOfMemoryError":
        return True
    if isinstance(error, OSError) and error.errno == errno.ENOMEM:
        return True
    text = str(error).casefold()
    return any(words in text for words in _WORDS)


def near_the_limit() -> str:
    """A sentence where this process came near to the memory that it may use, else empty."""
    limit = _limit()
    if limit <= 0 or _peak() < NEAR * limit:
        return ""
    return f"The job was near its limit of memory ({limit // 2**20} MiB): try a smaller area."


def _limit() -> int:
    if sys.platform != "linux":
        return 0
    import resource

    return resource.getrlimit(resource.RLIMIT_AS)[0]


def _peak() -> int:
    """The most address space that was ever in use, in bytes."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    sizes = [line.split()[1] for line in lines if line.startswith("VmPeak:")]
    return 1024 * int(sizes[0]) if sizes else 0
