"""`openeo-desktop download`: the files of a finished job, all or some."""

from __future__ import annotations

import asyncio
import fnmatch
from collections.abc import Sequence
from pathlib import Path

from openeo_desktop.core.downloads import Download, DownloadState, Verification
from openeo_desktop.core.errors import DownloadError, InputError
from openeo_desktop.core.formatting import format_size
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.headless.output import Output
from openeo_desktop.headless.session import sign_in
from openeo_desktop.services.services import Services

_VERIFIED = {
    Verification.CHECKSUM: "checksum verified",
    Verification.LENGTH: "length verified",
    Verification.NONE: "not verifiable",
}


async def download(
    services: Services,
    backend: str,
    user: str,
    job_id: str,
    out: Path | None,
    only: str,
    output: Output,
) -> None:
    """Fetch the files of a job.

    Raises:
        AppError: No sign-in, no such job, no results, or a file that does not arrive.
    """
    account = await sign_in(services, backend, user, output)
    key = JobKey(account.id, JobId(job_id))
    await services.jobs.refresh(key)
    files = await fetch(services, key, out, only, output)
    output.document({"job": job_id, "files": [str(file) for file in files]})


async def fetch(
    services: Services, key: JobKey, out: Path | None, only: str, output: Output
) -> list[Path]:
    """Download the assets whose key matches `only` (a glob, empty for all); returns the files.

    Raises:
        InputError: Nothing matches.
        AppError: Why a file did not arrive.
    """
    await services.downloads.load(key)
    keys = None
    if only:
        results = await services.results.refresh(key)
        keys = [asset.key for asset in results.assets if fnmatch.fnmatch(asset.key, only)]
        if not keys:
            names = ", ".join(asset.key for asset in results.assets[:10])
            raise InputError(f"No file matches «{only}».", f"There are: {names or 'none'}.")
    folder = await asyncio.to_thread(_whole, out) if out else None
    rows = await services.downloads.download(key, keys, folder)
    ended = await services.downloads.settled(row.id for row in rows)
    _report(services, ended, output)
    return [row.path for row in ended]


def _whole(path: Path) -> Path:
    return path.expanduser().resolve()


def _report(services: Services, rows: Sequence[Download], output: Output) -> None:
    for row in rows:
        if row.state is DownloadState.DONE:
            output.line(f"{row.path} ({format_size(row.total)}, {_VERIFIED[row.verified]})")
    for row in rows:
        if row.state is not DownloadState.DONE:
            raise services.downloads.error_of(row.id) or DownloadError(
                f"{row.path.name} was not downloaded: {row.reason or row.state}.", "Try again."
            )
