"""What a running job knows: its log, its progress, its result folder and the grids it has met.

The worker's only way to tell the registry anything.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openeo_desktop.local.levels import rank
from openeo_desktop.local.registry import Job, Registry
from openeo_desktop.local.sources import Source

_PROGRESS_EVERY_S = 0.2


@dataclass(slots=True)
class JobContext:
    """One run of one job; used from several threads of the worker.

    `sources` and `times` (RFC 3339) tell what was loaded: results reduced over space or time still
    say in their metadata where and when they come from.
    """

    job: Job
    registry: Registry
    folder: Path
    sources: list[Source] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    _last_progress: float = 0.0

    def log(self, level: str, message: str, **members: Any) -> None:
        """Append a log entry, unless the job's log level leaves it out."""
        if rank(level) >= rank(self.job.log_level):
            self.registry.add_log(self.job.id, {"level": level, "message": message, **members})

    def progress(self, percent: float) -> None:
        """Tell the progress, at most five times a second."""
        if time.monotonic() - self._last_progress >= _PROGRESS_EVERY_S:
            self._last_progress = time.monotonic()
            self.registry.set_progress(self.job.id, self.job.run, round(percent, 1))


class ProcessError(Exception):
    """A process cannot do what was asked; code and message are for the person.

    `code` is one of the exceptions that the process specification names, where there is one.
    """

    def __init__(self, code: str, message: str) -> None:
        """Take the code and the sentence for the log entry."""
        super().__init__(message)
        self.code = code
