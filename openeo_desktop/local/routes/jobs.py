"""Batch jobs and their logs (openEO API 1.2, «Data Processing»)."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from openeo_desktop.local.access import needs_token
from openeo_desktop.local.backend import Backend
from openeo_desktop.local.bodies import read_object
from openeo_desktop.local.errors import OpenEOError
from openeo_desktop.local.levels import stricter
from openeo_desktop.local.paging import next_link, read_limit, read_place
from openeo_desktop.local.registry import Job
from openeo_desktop.local.routes.discovery import base_url

_SCALARS = ("id", "title", "description", "status", "progress", "created", "updated")


def job_overview(job: Job) -> dict[str, Any]:
    """A job as the list shows it."""
    facts = {name: getattr(job, name) for name in _SCALARS}
    facts["progress"] = int(job.progress) if job.progress == int(job.progress) else job.progress
    return {name: value for name, value in facts.items() if value is not None}


def job_details(job: Job) -> dict[str, Any]:
    """A job with everything (`GET /jobs/{job_id}`)."""
    url = f"{base_url()}/jobs/{job.id}"
    times = {"queued": job.queued, "started": job.started}
    return {
        **job.extra,
        **job_overview(job),
        **{name: value for name, value in times.items() if value},
        "process": job.process,
        "log_level": job.log_level,
        **({"usage": job.usage} if job.usage else {}),
        "links": [
            {"rel": "self", "href": url},
            {"rel": "monitor", "href": f"{url}/logs", "type": "application/json"},
            {"rel": "result", "href": f"{url}/results", "type": "application/json"},
        ],
    }


def job_routes(backend: Backend) -> Blueprint:
    """Routes of jobs; all need a token."""
    routes = Blueprint("jobs", __name__)
    _add_all_jobs(routes, backend)
    _add_one_job(routes, backend)
    _add_runs(routes, backend)
    return routes


def _add_all_jobs(routes: Blueprint, backend: Backend) -> None:
    token = needs_token(backend.signatures)
    jobs = backend.jobs

    @routes.get("/jobs")
    @token
    def list_jobs() -> ResponseReturnValue:
        limit = read_limit()
        # One more than asked tells whether there is a next page.
        found = jobs.registry.page(None if limit is None else limit + 1, read_place())
        page = found[:limit]
        more = limit is not None and len(found) > limit
        links = [next_link(limit or 0, page[-1].number)] if more else []
        return {"jobs": [job_overview(job) for job in page], "links": links}

    @routes.post("/jobs")
    @token
    def create_job() -> ResponseReturnValue:
        job_id = jobs.create(read_object())
        headers = {"OpenEO-Identifier": job_id, "Location": f"{base_url()}/jobs/{job_id}"}
        return Response(status=201, headers=headers)


def _add_one_job(routes: Blueprint, backend: Backend) -> None:
    token = needs_token(backend.signatures)
    jobs = backend.jobs

    @routes.get("/jobs/<job_id>")
    @token
    def describe_job(job_id: str) -> ResponseReturnValue:
        return job_details(jobs.get(job_id))

    @routes.patch("/jobs/<job_id>")
    @token
    def update_job(job_id: str) -> ResponseReturnValue:
        jobs.change(job_id, read_object())
        return Response(status=204)

    @routes.delete("/jobs/<job_id>")
    @token
    def delete_job(job_id: str) -> ResponseReturnValue:
        jobs.delete(job_id)
        return Response(status=204)


def _add_runs(routes: Blueprint, backend: Backend) -> None:
    token = needs_token(backend.signatures)
    jobs = backend.jobs

    @routes.post("/jobs/<job_id>/results")
    @token
    def start_job(job_id: str) -> ResponseReturnValue:
        jobs.start(job_id)
        return Response(status=202)

    @routes.delete("/jobs/<job_id>/results")
    @token
    def stop_job(job_id: str) -> ResponseReturnValue:
        jobs.stop(job_id)
        return Response(status=204)

    @routes.get("/jobs/<job_id>/estimate")
    @token
    def estimate_job(job_id: str) -> ResponseReturnValue:
        jobs.get(job_id)
        raise OpenEOError("FeatureUnsupported")

    @routes.get("/jobs/<job_id>/logs")
    @token
    def read_logs(job_id: str) -> ResponseReturnValue:
        return _logs(backend, jobs.get(job_id))


def _logs(backend: Backend, job: Job) -> dict[str, Any]:
    level = stricter(job.log_level, request.args.get("level") or "debug")
    limit = read_limit()
    wanted = None if limit is None else limit + 1
    found = backend.jobs.registry.logs(job.id, after=_offset(), level=level, limit=wanted)
    entries = found[:limit]
    more = limit is not None and len(found) > limit
    links = [_next_logs(entries[-1]["id"])] if more else []
    return {"level": level, "logs": entries, "links": links}


def _offset() -> int:
    """The entry after which to go on; our entry ids are numbers."""
    text = request.args.get("offset") or "0"
    if not (text.isascii() and text.isdigit()):
        reason = "it is not the id of a log entry"
        raise OpenEOError("ParameterValueInvalid", parameter="offset", reason=reason)
    return min(int(text[:18]), 2**62)


def _next_logs(last_id: str) -> dict[str, str]:
    query = urlencode({**request.args, "offset": last_id})
    return {"rel": "next", "href": f"{request.base_url}?{query}"}
