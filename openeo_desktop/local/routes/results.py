"""Results of jobs: the STAC document, and the files behind signed links that expire."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify, request, send_from_directory
from flask.typing import ResponseReturnValue

from openeo_desktop.local.access import needs_token
from openeo_desktop.local.backend import Backend
from openeo_desktop.local.errors import OpenEOError
from openeo_desktop.local.registry import Job
from openeo_desktop.local.routes.discovery import base_url
from openeo_desktop.local.stac_result import ResultParts, result_collection, result_item

_GEOJSON = "application/geo+json"


def result_routes(backend: Backend) -> Blueprint:
    """The results document, for the owner of the job."""
    routes = Blueprint("results", __name__)

    @routes.get("/jobs/<job_id>/results")
    @needs_token(backend.signatures)
    def list_results(job_id: str) -> ResponseReturnValue:
        partial = request.args.get("partial", "false").lower() in ("true", "1")
        return _answer(backend, backend.jobs.get(job_id), partial=partial)

    return routes


def download_routes(backend: Backend) -> Blueprint:
    """What signed links point to; no token, because the link is the permission."""
    routes = Blueprint("download", __name__)

    @routes.get("/shared/<signature>")
    def shared_results(signature: str) -> ResponseReturnValue:
        kind, job_id, partial = _read(backend, signature)
        if kind != "results":
            raise OpenEOError("CredentialsInvalid")
        return _answer(backend, backend.jobs.get(job_id), partial=partial == "partial")

    @routes.get("/download/<signature>/<name>")
    def download(signature: str, name: str) -> ResponseReturnValue:
        kind, job_id, signed_name = _read(backend, signature)
        if kind != "file" or signed_name != name:
            raise OpenEOError("CredentialsInvalid")
        return _file(backend, backend.jobs.get(job_id), name)

    return routes


def _read(backend: Backend, signature: str) -> tuple[str, str, str]:
    subject = backend.signatures.read_link(signature)
    if len(subject) != 3:
        raise OpenEOError("CredentialsInvalid")
    return subject[0], subject[1], subject[2]


def _file(backend: Backend, job: Job, name: str) -> Response:
    """A result file with Range, ETag and If-Range (RFC 9110); the checksum is a strong ETag."""
    record = backend.jobs.registry.assets(job.id).get(name)
    if record is None:
        raise OpenEOError("FileNotFound", file=name)
    return send_from_directory(
        backend.state.results(job.id).resolve(),
        name,
        mimetype=record["stac"]["type"],
        etag=record["stac"]["file:checksum"],
        conditional=True,
        download_name=name,
    )


def _answer(backend: Backend, job: Job, *, partial: bool) -> ResponseReturnValue:
    if job.status == "error" and not partial:
        return jsonify(_failure(backend, job)), 424
    if job.status == "created" and not partial:
        raise OpenEOError("JobNotStarted")
    if job.status in ("queued", "running") and not partial:
        raise OpenEOError("JobNotFinished")
    parts = _parts(backend, job, partial=partial)
    if request.accept_mimetypes.best_match(["application/json", _GEOJSON]) == _GEOJSON:
        answer = jsonify(result_item(parts))
        answer.mimetype = _GEOJSON
        return answer
    return jsonify(result_collection(parts))


def _failure(backend: Backend, job: Job) -> dict[str, Any]:
    """The log entry that the API wants as the body of 424."""
    errors = backend.jobs.registry.logs(job.id, level="error")
    return errors[-1] if errors else {"id": "0", "level": "error", "message": "The job failed."}


def _parts(backend: Backend, job: Job, *, partial: bool) -> ResultParts:
    signatures = backend.signatures
    expires = signatures.link_expiry()
    url = base_url()

    def href(name: str) -> str:
        return f"{url}/download/{signatures.sign_link(['file', job.id, name], expires)}/{name}"

    subject = ["results", job.id, "partial" if partial else "all"]
    query = "?partial=true" if partial else ""
    kind = {"type": "application/json"}
    links = [
        {"rel": "self", "href": f"{url}/jobs/{job.id}/results{query}", **kind},
        {
            "rel": "canonical",
            "href": f"{url}/shared/{signatures.sign_link(subject, expires)}",
            **kind,
        },
    ]
    assets = backend.jobs.registry.assets(job.id)
    return ResultParts(job, assets, expires, href, links)
