"""What can be chosen for a job beside the API (processing parameters extension). Blocking."""

from __future__ import annotations

from openeo_desktop.api.connection import Connection
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.job_parameters import JobParameters, parse_job_parameters


def get_job_parameters(connection: Connection, token: CancelToken) -> JobParameters:
    """Ask the back-end.

    Raises:
        AppError: See `Connection.request`; many back-ends have no such endpoint.
    """
    return parse_job_parameters(connection.get("/processing_parameters", token))
