"""What a job will probably cost (openEO API 1.2, `GET /jobs/{job_id}/estimate`). Blocking."""

from __future__ import annotations

from openeo_desktop.api.connection import Connection
from openeo_desktop.api.urls import segment
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.estimates import Estimate, parse_estimate
from openeo_desktop.core.jobs import JobId
from openeo_desktop.core.json_values import as_dict

TIMEOUT = (5.0, 90.0)
"""Estimating takes long where a back-end has to look at its data first."""


def get_estimate(connection: Connection, job_id: JobId, token: CancelToken) -> Estimate:
    """Ask the back-end.

    Raises:
        BackEndError: `EstimateComplexity` (never to be repeated), or no such endpoint.
        AppError: See `Connection.request`.
    """
    path = f"/jobs/{segment(job_id)}/estimate"
    answer = connection.request("GET", path, token, timeout=TIMEOUT)
    return parse_estimate(as_dict(answer.document))
