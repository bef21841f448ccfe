"""Where the back-end keeps its things: the one place that knows the file names under `--state`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class StateFolder:
    """The folder given as `--state`; made with access for this user only."""

    root: Path

    def make(self) -> None:
        """Create the folders that must be there, closed to other users of this computer."""
        for folder in (self.root, self.jobs, self.sample.parent):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    @property
    def database(self) -> Path:
        """The SQLite registry of jobs, logs and assets."""
        return self.root / "jobs.sqlite"

    @property
    def lock(self) -> Path:
        """Held by the running server."""
        return self.root / "lock.sqlite"

    @property
    def secret(self) -> Path:
        """Key of tokens and signed URLs."""
        return self.root / "secret"

    @property
    def password(self) -> Path:
        """Password for people who start the server by hand."""
        return self.root / "password"

    @property
    def sample(self) -> Path:
        """The generated sample collection."""
        return self.root / "sample" / "SAMPLE_S2.nc"

    @property
    def jobs(self) -> Path:
        """Parent of the job folders."""
        return self.root / "jobs"

    def job(self, job_id: str) -> Path:
        """Folder of one job (ids are made by the registry, so they are safe names)."""
        return self.jobs / job_id

    def results(self, job_id: str) -> Path:
        """Finished result files of one job."""
        return self.job(job_id) / "results"


def write_private(path: Path, content: bytes) -> None:
    """Write a file that only this user may read; replaces the old one in one step."""
    temporary = path.with_name(path.name + ".new")
    temporary.unlink(missing_ok=True)
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
    temporary.replace(path)
