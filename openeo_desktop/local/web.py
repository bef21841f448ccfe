"""The Flask application: puts the routes together, and turns every error into openEO's JSON."""

from __future__ import annotations

import logging
import secrets
from typing import Any

from flask import Flask, Response, jsonify
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from openeo_desktop.local.access import check_host
from openeo_desktop.local.backend import API_PATH, Backend
from openeo_desktop.local.errors import OpenEOError, message_of
from openeo_desktop.local.routes.discovery import add_well_known, discovery_routes
from openeo_desktop.local.routes.jobs import job_routes
from openeo_desktop.local.routes.metadata import metadata_routes
from openeo_desktop.local.routes.results import download_routes, result_routes

logger = logging.getLogger(__name__)

_BODY_LIMIT = 16 * 1024 * 1024
_CODES = {404: "NotFound", 405: "FeatureUnsupported", 501: "FeatureUnsupported"}


def make_web_application(backend: Backend, port: int) -> Flask:
    """The application that answers on `port` (it must know it to check the Host header)."""
    web = Flask("openeo_desktop.local", static_folder=None)
    web.config["MAX_CONTENT_LENGTH"] = _BODY_LIMIT
    web.url_map.strict_slashes = False
    web.json.sort_keys = False  # type: ignore[attr-defined]
    web.before_request(lambda: check_host(port))
    web.after_request(_without_date)
    add_well_known(web)
    for blueprint in (
        discovery_routes(backend),
        metadata_routes(backend),
        job_routes(backend),
        result_routes(backend),
        download_routes(backend),
    ):
        web.register_blueprint(blueprint, url_prefix=API_PATH)
    web.register_error_handler(OpenEOError, _on_openeo_error)
    web.register_error_handler(HTTPException, _on_http_error)
    web.register_error_handler(Exception, _on_bug)
    return web


def _without_date(answer: Response) -> Response:
    """Conditional answers carry a Date, to which Werkzeug's server adds its own."""
    answer.headers.pop("Date", None)
    return answer


def _answer(status: int, code: str, message: str, **members: Any) -> ResponseReturnValue:
    return jsonify({"code": code, "message": message, **members}), status


def _on_openeo_error(error: OpenEOError) -> ResponseReturnValue:
    return _answer(error.status, error.code, str(error))


def _on_http_error(error: HTTPException) -> ResponseReturnValue:
    if error.response is not None or (error.code or 500) < 400:
        return error.get_response()
    if isinstance(error, RequestEntityTooLarge):
        text = message_of("FileSizeExceeded", size=f"{_BODY_LIMIT} bytes")
        return _answer(413, "FileSizeExceeded", text)
    code = _CODES.get(error.code or 500, "Internal")
    # An endpoint of the API that is not there answers 501 (errors.json, FeatureUnsupported).
    status = 501 if code == "FeatureUnsupported" else error.code or 500
    text = message_of(code) if code in _CODES.values() else str(error.description)
    return _answer(status, code, text)


def _on_bug(error: Exception) -> ResponseReturnValue:
    number = secrets.token_hex(4)
    logger.error("Request failed (id %s)", number, exc_info=error)
    return _answer(500, "Internal", message_of("Internal", message=str(error)), id=number)
