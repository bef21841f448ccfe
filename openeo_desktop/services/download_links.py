"""The link of a file, fetched fresh when it is missing, refused or about to expire.

One request for all files of a job, whoever asks first. Links are never kept: they are secrets.
"""

from __future__ import annotations

import asyncio
import datetime as dt

from openeo_desktop.core.assets import Asset, Results
from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.downloads import Download
from openeo_desktop.core.errors import DownloadError
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.services.results import ResultsService

SOON = dt.timedelta(seconds=60)


class DownloadLinks:
    """Assets with links that can be used now."""

    def __init__(self, results: ResultsService, clock: Clock = SYSTEM_CLOCK) -> None:
        self._results = results
        self._clock = clock
        self._locks: dict[JobKey, asyncio.Lock] = {}
        self._fetched: dict[JobKey, float] = {}

    async def asset(self, row: Download, refused: str = "") -> Asset:
        """The asset with a link other than the refused one.

        Raises:
            DownloadError: The result has no such file (any more).
            AppError: The results cannot be fetched.
        """
        async with self._locks.setdefault(row.job, asyncio.Lock()):
            results = await self._results.get(row.job)
            asset = results.asset(row.asset_key) if results else None
            if asset is None or asset.href in ("", refused) or self._ends_soon(row.job, results):
                asset = (await self._refresh(row.job)).asset(row.asset_key)
        if asset is None:
            raise DownloadError("The back-end no longer has this file.", "See the results pane.")
        return asset

    async def _refresh(self, key: JobKey) -> Results:
        results = await self._results.refresh(key)
        self._fetched[key] = self._clock.monotonic()
        return results

    def _ends_soon(self, key: JobKey, results: Results | None) -> bool:
        """Asked at most once a minute: some back-ends announce an end that is always near."""
        if results is None or results.expires is None:
            return False
        before = self._fetched.get(key)
        if before is not None and self._clock.monotonic() - before < SOON.total_seconds():
            return False
        return results.expires < self._clock.now() + SOON
