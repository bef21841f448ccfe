"""`openeo-desktop download`: the files of a finished job, all or some."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Sequence
from pathlib import Path

from openeo_desktop.core.downloads import Download, DownloadState, Verification
from openeo_desktop.core.errors import BackEndError, DownloadError, InputError, StorageError
from openeo_desktop.core.formatting import format_size
from openeo_desktop.core.jobs import JobKey, JobStatus
from openeo_desktop.core.paths import expanded
from openeo_desktop.headless.output import Output
from openeo_desktop.headless.session import find_job, sign_in
from openeo_desktop.services.services import Services

_VERIFIED = {
    Verification.CHECKSUM: "checksum verified",
    Verification.LENGTH: "length verified",
    Verification.UNKNOWN: "not verified, its checksum is of an unknown kind",
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
    job = await find_job(services, account, job_id)
    if job.status is not JobStatus.FINISHED and not await _has_files(services, job.key):
        raise InputError(
            f"The job '{job_id}' has no results: it is {job.status_text}.",
            "Results are there once a job has finished.",
        )
    files = await fetch(services, job.key, out, only, output)
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
    rows = await services.downloads.download(key, keys, out)
    ended = await services.downloads.settled(row.id for row in rows)
    _report(services, ended, output)
    return [row.path for row in ended]


async def _has_files(services: Services, key: JobKey) -> bool:
    """Whether a job that is not finished has something to download all the same."""
    try:
        return bool((await services.results.refresh(key)).assets)
    except BackEndError:
        return False


def usable_folder(path: Path) -> Path:
    """The whole path of a folder that can be written; nothing is made yet.

    Raises:
        StorageError: It is a file, or cannot be written.
    """
    folder = expanded(path).resolve()
    place = next(place for place in (folder, *folder.parents) if place.exists())
    if not place.is_dir():
        raise StorageError(f"{place} is a file, not a folder.", "Choose another --out.")
    if not os.access(place, os.W_OK | os.X_OK):
        raise StorageError(
            f"The folder {place} cannot be written.", "Choose another --out, or change its rights."
        )
    return folder


def _report(services: Services, rows: Sequence[Download], output: Output) -> None:
    for row in rows:
        if row.state is DownloadState.DONE:
            output.line(f"{row.path} ({format_size(row.total)}, {_VERIFIED[row.verified]})")
    for row in rows:
        if row.state is not DownloadState.DONE:
            raise services.downloads.error_of(row.id) or DownloadError(
                f"{row.path.name} was not downloaded: {row.reason or row.state}.", "Try again."
            )
