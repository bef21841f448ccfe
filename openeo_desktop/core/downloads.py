"""Downloads as values: what the queue keeps and the panes show.

States: queued, running, paused, waiting (to try again), failed, done, canceled.
"""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from pathlib import Path
from typing import NewType

from openeo_desktop.core.jobs import JobKey

DownloadId = NewType("DownloadId", int)


class DownloadState(enum.StrEnum):
    """Where a file is on its way."""

    QUEUED = "queued"
    RUNNING = "running"
    PAUSED = "paused"
    WAITING = "waiting"
    FAILED = "failed"
    DONE = "done"

    @property
    def is_open(self) -> bool:
        """Will go on by itself."""
        return self in (DownloadState.QUEUED, DownloadState.RUNNING, DownloadState.WAITING)


class Verification(enum.StrEnum):
    """How sure it is that the file on disk is the file of the back-end."""

    NONE = ""
    LENGTH = "length"
    CHECKSUM = "checksum"


@dataclass(frozen=True, slots=True)
class Download:
    """One file of the queue. Identity is (job, asset key); the href is never kept.

    `done` and `total` in bytes (`total` None if unknown); `rate` in bytes per second while running.
    `retry_at` is when a waiting download goes on, UTC. `etag` is the strong validator of the part.
    """

    id: DownloadId
    job: JobKey
    asset_key: str
    path: Path
    state: DownloadState
    done: int = 0
    total: int | None = None
    rate: float = 0.0
    reason: str = ""
    verified: Verification = Verification.NONE
    attempts: int = 0
    retry_at: dt.datetime | None = None
    etag: str = ""
    checksum: str = ""
    job_title: str = ""
    media_type: str = ""

    @property
    def part_path(self) -> Path:
        """Where the bytes go until the file is whole: beside it, so that the rename is atomic."""
        return self.path.with_name(f"{self.path.name}.{self.id}.part")

    @property
    def fraction(self) -> float | None:
        """0..1, None if the size is unknown."""
        return min(1.0, self.done / self.total) if self.total else None

    @property
    def seconds_left(self) -> float | None:
        """At the present rate; None if it cannot be said."""
        if self.state is not DownloadState.RUNNING or not self.rate or self.total is None:
            return None
        return max(0.0, (self.total - self.done) / self.rate)
