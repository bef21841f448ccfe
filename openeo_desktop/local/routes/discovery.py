"""Discovery, capabilities, sign-in and account (openEO API 1.2, «Capabilities», «Account»)."""

from __future__ import annotations

import re
from typing import Any

from flask import Blueprint, Flask, current_app, redirect, request
from flask.typing import ResponseReturnValue

from openeo_desktop.local.access import needs_token, read_basic_credentials
from openeo_desktop.local.backend import API_PATH, API_VERSION, Backend
from openeo_desktop.local.signatures import USER

_BACKEND_VERSION = "0.1.0"
_CONFORMANCE = ["https://api.openeo.org/1.2.0"]
_HIDDEN = re.compile(r"/download/|/shared/|/estimate|well-known")


def base_url() -> str:
    """The URL of the API as the client reaches it, without a slash at the end."""
    return request.host_url.rstrip("/") + API_PATH


def _well_known() -> dict[str, Any]:
    version = {"url": f"{base_url()}/", "api_version": API_VERSION, "production": True}
    return {"versions": [version]}


def add_well_known(web: Flask) -> None:
    """Discovery at the root of the server, and beside the API for people who type its URL."""
    web.add_url_rule("/.well-known/openeo", "well_known", _well_known)
    web.add_url_rule(f"{API_PATH}/.well-known/openeo", "well_known_here", _well_known)
    web.add_url_rule("/", "root", lambda: redirect(f"{API_PATH}/", 307))


def _endpoints() -> list[dict[str, Any]]:
    """All routes of the API as templates (`/jobs/{job_id}`) with their methods."""
    methods: dict[str, set[str]] = {}
    for rule in current_app.url_map.iter_rules():
        path = rule.rule.removeprefix(API_PATH)
        if rule.rule.startswith(API_PATH) and not _HIDDEN.search(path):
            template = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", path)
            methods.setdefault(template, set()).update(rule.methods or ())
    hidden = {"HEAD", "OPTIONS"}
    return [
        {"path": path, "methods": sorted(names - hidden)} for path, names in sorted(methods.items())
    ]


def _capabilities() -> dict[str, Any]:
    url = base_url()
    return {
        "api_version": API_VERSION,
        "backend_version": _BACKEND_VERSION,
        "stac_version": "1.0.0",
        "type": "Catalog",
        "conformsTo": _CONFORMANCE,
        "production": True,
        "id": "openeo-desktop-local",
        "title": "This computer",
        "description": "The back-end inside openEO Desktop: it works on the files of this computer"
        " and on a generated sample.",
        "endpoints": _endpoints(),
        "links": [
            {"rel": "self", "href": f"{url}/", "type": "application/json"},
            {
                "rel": "version-history",
                "href": f"{request.host_url}.well-known/openeo",
                "type": "application/json",
            },
            {"rel": "conformance", "href": f"{url}/conformance", "type": "application/json"},
            {"rel": "data", "href": f"{url}/collections", "type": "application/json"},
        ],
    }


def discovery_routes(backend: Backend) -> Blueprint:
    """Routes of discovery and sign-in."""
    routes = Blueprint("discovery", __name__)
    routes.add_url_rule("/", "capabilities", _capabilities)
    routes.add_url_rule("/conformance", "conformance", lambda: {"conformsTo": _CONFORMANCE})

    @routes.get("/credentials/basic")
    def sign_in() -> ResponseReturnValue:
        user, password = read_basic_credentials()
        return {"access_token": backend.signatures.sign_in(user, password)}

    @routes.get("/me")
    @needs_token(backend.signatures)
    def me() -> ResponseReturnValue:
        return {"user_id": USER, "name": "This computer", "budget": None, "links": []}

    return routes
