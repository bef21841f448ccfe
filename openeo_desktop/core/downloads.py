"""Downloads as values: what the queue keeps and the panes show.

Identity is (job, asset key); a link is signed and expires, so it is never part of a download.
"""

from __future__ import annotations

import datetime as dt
import enum
import hashlib
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
    WAITING_AUTH = "waiting_auth"
    WAITING_DISK = "waiting_disk"
    FAILED = "failed"
    DONE = "done"
    VERIFYING = "verifying"

    @property
    def is_open(self) -> bool:
        """Will go on: by itself, or when what it waits for is there."""
        return self in _OPEN

    @property
    def needs_person(self) -> bool:
        """Open, but somebody has to do something first: sign in, or free some space."""
        return self in (DownloadState.WAITING_AUTH, DownloadState.WAITING_DISK)


_OPEN = frozenset(
    (
        DownloadState.QUEUED,
        DownloadState.RUNNING,
        DownloadState.WAITING,
        DownloadState.WAITING_AUTH,
        DownloadState.WAITING_DISK,
    )
)


class Verification(enum.StrEnum):
    """How sure it is that the file on disk is the file of the back-end.

    UNKNOWN: the back-end gives a checksum, but of a kind that is not known here.
    """

    NONE = ""
    UNKNOWN = "unknown"
    LENGTH = "length"
    CHECKSUM = "checksum"


@dataclass(frozen=True, slots=True)
class Download:
    """One file of the queue.

    `done` and `total` in bytes (`total` None if unknown); `rate` in bytes per second while running.
    `retry_at` is when a waiting download goes on, UTC. `host` is where its link led at last.
    `result_status` is the status of the job when the file was queued: partial if not finished.
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
    checksum: str = ""
    job_title: str = ""
    media_type: str = ""
    part: Path | None = None
    host: str = ""
    position: float = 0.0
    result_status: str = ""

    @property
    def part_path(self) -> Path:
        """Where the bytes go until the file is whole: beside it, so that the rename is atomic."""
        return self.part or part_path(self.path, self.job, self.asset_key)

    @property
    def is_partial(self) -> bool:
        """Whether the job had not finished when this file was asked for."""
        return self.result_status not in ("", "finished")

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


@dataclass(frozen=True, slots=True)
class PartRecord:
    """What is durably known of the bytes of a download that is not finished.

    Attributes:
        validator: Strong ETag, or the date of Last-Modified, that belongs to the bytes.
        committed: So many bytes of the part are on the disk for good.
        total: Size of the whole in bytes, None if unknown; of a `ready` one, `committed` is.
        ready: Whether the part was verified and only its rename to the row's path was left.
        verified: How it was verified, if it is `ready`.
    """

    validator: str = ""
    committed: int = 0
    total: int | None = None
    ready: bool = False
    verified: Verification = Verification.NONE


def part_path(path: Path, job: JobKey, asset_key: str) -> Path:
    """`NAME.HASH.part`; the hash is of the identity, so that two files never share a part."""
    identity = "\0".join((*job, asset_key)).encode("utf-8", "replace")
    return path.with_name(f"{path.name}.{hashlib.sha256(identity).hexdigest()[:8]}.part")
