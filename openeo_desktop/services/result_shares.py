"""The link by which results can be shared: signed by the back-end, good without a sign-in.

Source: openEO API 1.2, `GET /jobs/{job_id}/results`, link relation `canonical`. Such a link is a
secret until the person gives it away: it is never logged and never kept.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from openeo_desktop.core.errors import UnsupportedError
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.services.results import ResultsService


@dataclass(frozen=True, slots=True)
class ResultShare:
    """`expires`: until when the link is good, as far as the back-end says."""

    url: str = field(repr=False)
    expires: dt.datetime | None = None


async def share_results(results: ResultsService, key: JobKey) -> ResultShare:
    """A fresh link to the results of a job.

    Raises:
        UnsupportedError: The back-end gives no such link, or one that no browser can open.
        AppError: See `ResultsService.refresh`.
    """
    found = await results.refresh(key)
    if not found.canonical.startswith(("https://", "http://")):
        raise UnsupportedError(
            "This back-end gives no link by which results can be shared.",
            "Download the results and share the files.",
        )
    return ResultShare(found.canonical, found.expires)
