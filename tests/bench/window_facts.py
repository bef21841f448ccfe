"""What the benches that drive a real window wait for, and what they read of its process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


async def until(fact: Callable[[], object], within: float = 120.0) -> None:
    """Wait for something that the panes tell of by no event.

    Raises:
        TimeoutError: It did not come true.
    """
    async with asyncio.timeout(within):
        while not fact():  # noqa: ASYNC110 - looked at often, so that no time is added to it
            await asyncio.sleep(0.001)


def memory() -> float:
    """Resident set of this process, MiB."""
    import psutil

    return float(psutil.Process().memory_info().rss) / 2**20
