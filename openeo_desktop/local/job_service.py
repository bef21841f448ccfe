"""The life cycle of batch jobs as the openEO API 1.2 demands it (section «Data Processing»).

Which request is allowed in which status; no HTTP here, and no SQL.
"""

from __future__ import annotations

import secrets
import shutil
from datetime import UTC, datetime
from typing import Any

from openeo_desktop.local.errors import OpenEOError
from openeo_desktop.local.layout import StateFolder
from openeo_desktop.local.levels import rank
from openeo_desktop.local.registry import Job, Registry
from openeo_desktop.local.runner import Runner
from openeo_desktop.local.times import now

ACTIVE = ("queued", "running")
_READ_ONLY = frozenset(
    {"id", "status", "created", "updated", "queued", "started", "progress", "costs", "usage"}
    | {"links"}
)


class JobService:
    """Creates, changes, starts, stops and deletes jobs. All errors are OpenEOError."""

    def __init__(self, registry: Registry, runner: Runner, state: StateFolder) -> None:
        """Work on this registry, with this queue."""
        self.registry = registry
        self._runner = runner
        self._state = state

    def get(self, job_id: str) -> Job:
        """The job. Raises JobNotFound."""
        job = self.registry.find(job_id)
        if job is None:
            raise OpenEOError("JobNotFound", identifier=job_id)
        return job

    def create(self, body: dict[str, Any]) -> str:
        """Store a new job and return its id (`POST /jobs`)."""
        if "process" not in body:
            raise OpenEOError("ProcessGraphMissing")
        values = _checked({name: value for name, value in body.items() if name not in _READ_ONLY})
        values.setdefault("log_level", "info")
        job_id = f"j-{datetime.now(UTC):%y%m%d%H%M%S}{secrets.token_hex(10)}"
        self.registry.add(job_id, values)
        return job_id

    def change(self, job_id: str, body: dict[str, Any]) -> None:
        """Replace properties of a job that is not active (`PATCH /jobs/{job_id}`)."""
        job = self.get(job_id)
        if not body:
            raise OpenEOError("NoDataForUpdate")
        for name in body:
            if name in _READ_ONLY:
                raise OpenEOError("PropertyNotEditable", property=name)
        values = _checked(body)
        values["extra"] = {**job.extra, **values["extra"]}
        unlocked = ("created", "finished", "error", "canceled")
        if not self.registry.update(job_id, values, only_if=unlocked):
            self.get(job_id)  # deleted meanwhile?
            raise OpenEOError("JobLocked")

    def start(self, job_id: str) -> None:
        """Queue a job; no effect while it is active (`POST /jobs/{job_id}/results`)."""
        self.get(job_id)
        if self.registry.enqueue(job_id):
            self._runner.wake()  # the worker, the only writer there, discards the old files

    def stop(self, job_id: str) -> None:
        """Cancel a job; no effect unless it is active (`DELETE /jobs/{job_id}/results`)."""
        self.get(job_id)
        unqueued = {"status": "created", "updated": now(), "queued": None}
        if not self.registry.update(job_id, unqueued, only_if=("queued",)):
            self._runner.stop(job_id)

    def delete(self, job_id: str) -> None:
        """Stop a job and remove it with all its files (`DELETE /jobs/{job_id}`)."""
        self.get(job_id)
        self.registry.update(job_id, {"status": "created"}, only_if=("queued",))
        self._runner.stop(job_id, "delete")
        self.registry.delete(job_id)
        shutil.rmtree(self._state.job(job_id), ignore_errors=True)


def _checked(body: dict[str, Any]) -> dict[str, Any]:
    """Columns from the properties of a request body; unknown properties are kept in `extra`."""
    values: dict[str, Any] = {"extra": {}}
    for name, value in body.items():
        if name == "process":
            values["process"] = _checked_process(value)
        elif name in ("title", "description"):
            values[name] = _checked_text(name, value)
        elif name == "log_level":
            values["log_level"] = _checked_level(value)
        elif name == "plan" and value is not None:
            raise OpenEOError("BillingPlanInvalid")
        elif name == "budget" and value is not None and not _is_amount(value):
            raise OpenEOError("BudgetInvalid")
        elif value is not None:
            values["extra"][name] = value
    return values


def _checked_process(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise OpenEOError("ProcessInvalid")
    if not isinstance(value.get("process_graph"), dict) or not value["process_graph"]:
        raise OpenEOError("ProcessGraphMissing")
    return value


def _checked_text(name: str, value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise OpenEOError("ParameterValueInvalid", parameter=name, reason="text is expected")
    return value


def _checked_level(value: object) -> str:
    level = "info" if value is None else value
    if not isinstance(level, str):
        raise OpenEOError("InvalidLogLevel", level=level)
    rank(level)
    return level


def _is_amount(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0
