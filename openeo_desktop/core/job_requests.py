"""What a person asks of a back-end about a job: a value, sent by the `api` as it is.

Standard library only; nothing is sent or stored here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from openeo_desktop.core.process_graph import ProcessDraft


@dataclass(frozen=True, slots=True)
class JobRequest:
    """What a person wants to create. Empty texts and None are not sent at all.

    `job_options`: what many back-ends take beside the API (memory and the like), sent as it is.
    `parameters`: what this back-end offers beside the API, properties of their own in the body.
    """

    draft: ProcessDraft
    title: str = ""
    description: str = ""
    log_level: str = ""
    plan: str = ""
    budget: float | None = None
    job_options: Mapping[str, Any] | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict)

    def body(self) -> dict[str, Any]:
        """The body of `POST /jobs` (openEO API 1.2)."""
        fields = {
            "title": self.title,
            "description": self.description,
            "log_level": self.log_level,
            "plan": self.plan,
            "budget": self.budget,
            "job_options": self.job_options or None,
        }
        given = {name: value for name, value in fields.items() if value not in ("", None)}
        return {**self.parameters, "process": dict(self.draft.process), **given}


@dataclass(frozen=True, slots=True)
class JobChanges:
    """The properties of a job that are to be replaced, whole, by name: the body of a PATCH.

    `budget` None takes the limit away. Source: openEO API 1.2, `PATCH /jobs/{job_id}`.
    """

    values: Mapping[str, Any]

    @property
    def is_empty(self) -> bool:
        return not self.values
