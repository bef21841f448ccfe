"""The way from a back-end to a picture, in small: sign in, download, verify, look into the file."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from openeo_desktop.core.downloads import DownloadState, Verification
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.findings import Finding, well, wrong
from openeo_desktop.core.formatting import format_size
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.headless.self_check_raster import CRS, LON_LAT, small_geotiff, value_at
from openeo_desktop.headless.self_check_server import JOB, USER, SelfCheckServer
from openeo_desktop.services.services import Services, make_services

if TYPE_CHECKING:
    from openeo_desktop.preview.values import RasterFile

_COLUMN, _ROW = 40, 21
_LONGEST = 300
_ABOUT = 0.1
"""Degrees."""


def check_job(paths: AppPaths, *advice: str) -> list[Finding]:
    """Download a file from this computer to this computer, and have the preview process read it.

    Args:
        advice: What to do where the download does not work, and where the preview does not.
    """
    return asyncio.run(_check(paths, *advice))


async def _check(paths: AppPaths, if_no_download: str, if_no_preview: str) -> list[Finding]:
    content = small_geotiff()
    services = make_services(paths)
    services.previews.warm_up()
    try:
        with SelfCheckServer(content) as server:
            await services.open()
            trial = _download(services, server, content)
            download = await _told("Download", trial, if_no_download)
        file = paths.cache / "sample.tif"
        file.write_bytes(content)
        return [download, await _told("Preview", _preview(services, file), if_no_preview)]
    finally:
        await services.close()


async def _told(name: str, check: Awaitable[str], advice: str) -> Finding:
    """The fact that a check returns, or why there is none."""
    try:
        return well(name, await check)
    except AppError as error:
        lines = error.details.strip().splitlines()
        beside = f" ({lines[-1][:_LONGEST]})" if lines else ""
        return wrong(name, f"{error.message}{beside}", advice)
    except _OtherThanMadeError as error:
        return wrong(name, str(error), advice)


class _OtherThanMadeError(Exception):
    """What came out is not what went in."""


async def _download(services: Services, server: SelfCheckServer, content: bytes) -> str:
    """By the engine that fetches everything."""
    signed_in = services.accounts.sign_in_basic(server.url, USER, server.password, remember=False)
    key = JobKey((await signed_in).id, JobId(JOB))
    await services.jobs.refresh(key)
    await services.downloads.load(key)
    rows = await services.downloads.download(key)
    (row,) = await services.downloads.settled(row.id for row in rows)
    if row.state is not DownloadState.DONE:
        why = services.downloads.error_of(row.id) or row.reason or row.state
        raise _OtherThanMadeError(f"it did not arrive: {why}")
    if row.path.read_bytes() != content or row.verified is not Verification.CHECKSUM:
        raise _OtherThanMadeError("other bytes came than were sent")
    return f"{format_size(len(content))} from the loopback, checksum verified"


async def _preview(services: Services, file: Path) -> str:
    """What the reader says of a file whose values are known."""
    opened = await services.previews.open(file)
    raster = cast("RasterFile", opened.opened.content)
    probe = await opened.probe(0, _COLUMN + 0.5, _ROW + 0.5)
    place, value = probe.position, value_at(_COLUMN, _ROW)
    if raster.layers[0].crs != CRS or place is None:
        raise _OtherThanMadeError("the file is read, but not where it lies")
    if abs(place[0] - LON_LAT[0]) > _ABOUT or abs(place[1] - LON_LAT[1]) > _ABOUT:
        raise _OtherThanMadeError(f"the file lies at {place} instead of {LON_LAT}")
    if probe.values[0] != value:
        raise _OtherThanMadeError(f"the value {probe.values[0]} is read instead of {value}")
    return f"{raster.driver} read in a process of its own, {raster.layers[0].crs_name}"
