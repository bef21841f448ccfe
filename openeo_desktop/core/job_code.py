"""A job as a script for the official clients: which languages there are, and what all of them say.

Pure text; nothing is run here. What comes from a server is a literal in every one of them.
"""

from __future__ import annotations

import enum
from typing import Any

from openeo_desktop.core.errors import InputError
from openeo_desktop.core.jobs import Job

_DEEPEST = 80


class CodeLanguage(enum.StrEnum):
    """The languages with an official openEO client; the values are their names."""

    PYTHON = "Python"
    R = "R"
    JAVASCRIPT = "JavaScript"


def job_settings(job: Job) -> dict[str, Any]:
    """What was given with the process (openEO API 1.2, `POST /jobs`), without what is empty."""
    values = {
        "title": job.title,
        "description": job.description,
        "plan": job.plan,
        "budget": job.budget,
        "log_level": job.log_level,
        "job_options": job.raw.get("job_options"),
    }
    return {name: value for name, value in values.items() if value not in ("", None, {}, [])}


def additional(settings: dict[str, Any]) -> dict[str, Any]:
    """Those that are no parameters of their own in the clients for R and JavaScript."""
    own = ("title", "description", "plan", "budget")
    return {name: value for name, value in settings.items() if name not in own}


def require_shallow(value: Any, depth: int = 0) -> None:
    """Refuse what is nested more deeply than any process needs.

    Raises:
        InputError: It is.
    """
    if depth > _DEEPEST:
        raise InputError(
            "This process is nested too deeply to be written as code.",
            "Export the process graph instead.",
        )
    inner = value.values() if isinstance(value, dict) else value
    if isinstance(value, dict | list | tuple):
        for item in inner:
            require_shallow(item, depth + 1)
