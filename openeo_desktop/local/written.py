"""What a writer of result files hands back for each file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np


@dataclass(frozen=True, slots=True)
class Written:
    """A complete file that has not yet its final place, and what STAC should say of it.

    `bbox` is west, south, east, north in EPSG:4326; `interval` the first and last date.
    """

    path: Path
    stac: dict[str, Any] = field(default_factory=dict)
    bbox: list[float] | None = None
    interval: tuple[str, str] | None = None


def time_text(value: Any) -> str:
    """A numpy time as RFC 3339 in UTC, whole seconds; labels that are text stay as they are."""
    if not isinstance(value, np.datetime64):
        return str(value)
    return f"{np.datetime_as_string(value, unit='s')}Z"


def interval_of(times: list[Any]) -> tuple[str, str] | None:
    """First and last of the dates of a cube (which may have none)."""
    known = sorted(time for time in times if isinstance(time, np.datetime64))
    return (time_text(known[0]), time_text(known[-1])) if known else None
