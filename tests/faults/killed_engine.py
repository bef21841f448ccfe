"""A process that forks an engine at each word on its stdin, to be killed at any moment.

The fork starts where a fresh process would be after half a second of imports; it is one process
with its own history, threads and loop, and `kill -9` takes all of it.
`python -m tests.faults.killed_engine PLAN.json`; says the process id of each engine, then how it
ended.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

from openeo_desktop.core import part_file
from openeo_desktop.core.direct_blocks import DirectBlocks
from openeo_desktop.services import download_waits
from tests.faults.engine import KEY, engine


class ToldBlocks(DirectBlocks):
    """Leaves a mark where a file goes past the system's cache."""

    mark = Path()

    def __init__(self, descriptor: int, size: int) -> None:
        super().__init__(descriptor, size)
        self.mark.touch()


async def _work(place: Path, plan: dict[str, Any]) -> None:
    async with engine(place, plan["document"], plan["api"]) as downloads:
        await downloads.load()
        rows = downloads.all() or await downloads.download(KEY, None, place / "files")
        await downloads.settled(row.id for row in rows)


def _write_past_the_cache(mark: Path) -> None:
    """Each file that is not tiny, not only those of more than 64 MiB; committed as ever."""
    ToldBlocks.mark = mark
    part_file.DirectBlocks = ToldBlocks  # type: ignore[misc]
    part_file.KEPT_IN_MEMORY = 1024 * 1024


def _run(place: Path, plan: dict[str, Any]) -> None:
    try:
        asyncio.run(_work(place, plan))
    finally:
        sys.stderr.flush()
        os._exit(0)


def main() -> None:
    """Fork for each line (a folder) until there are no more."""
    plan = json.loads(Path(sys.argv[1]).read_text())
    if plan["direct"]:
        _write_past_the_cache(Path(plan["direct"]))
    else:
        part_file.COMMIT_SECONDS = 0.01
    download_waits.LONGEST_WAIT = 0.02
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _run(Path(line.strip()), plan)
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(status, flush=True)


if __name__ == "__main__":
    main()
