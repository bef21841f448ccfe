"""Log levels of the openEO API and their order."""

from __future__ import annotations

from openeo_desktop.local.errors import OpenEOError

LEVELS = ("debug", "info", "warning", "error")


def rank(level: str) -> int:
    """Severity of a level, 0 (debug) to 3 (error). Raises InvalidLogLevel."""
    if level not in LEVELS:
        raise OpenEOError("InvalidLogLevel", level=level)
    return LEVELS.index(level)


def stricter(first: str, second: str) -> str:
    """The effective level of two: the more severe one (openEO 1.2, `GET /jobs/{job_id}/logs`)."""
    return max(first, second, key=rank)
