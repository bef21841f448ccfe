"""What a back-end says it can do (openEO API 1.2, `GET /`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from openeo_desktop.api.connection import Connection
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import (
    BackEndError,
    BadAnswerError,
    BusyError,
    NotFoundError,
    NotOpenEOError,
)
from openeo_desktop.core.json_values import as_dict, as_dicts, as_text, as_texts

_PARAMETER = re.compile(r"\{[^}]*\}")


@dataclass(frozen=True, slots=True)
class Capabilities:
    """Endpoints are (METHOD, path with `{}` for parameters): names of parameters differ."""

    title: str
    description: str
    api_version: str
    production: bool
    currency: str
    endpoints: frozenset[tuple[str, str]]
    links: tuple[Mapping[str, Any], ...] = ()
    raw: Mapping[str, Any] = field(default_factory=dict, repr=False)

    def supports(self, method: str, path: str) -> bool:
        """Whether the endpoint is listed, e.g. `("PATCH", "/jobs/{job_id}")`."""
        return (method.upper(), _shape(path)) in self.endpoints

    @property
    def batch_jobs(self) -> bool:
        return self.supports("GET", "/jobs") and self.supports("POST", "/jobs")

    def link(self, rel: str) -> str:
        """The first http(s) link of that relation, or an empty text."""
        for link in self.links:
            href = as_text(link.get("href"))
            if link.get("rel") == rel and href.startswith(("https://", "http://")):
                return href
        return ""


def _shape(path: str) -> str:
    return _PARAMETER.sub("{}", path).rstrip("/") or "/"


def parse_capabilities(raw: Mapping[str, Any]) -> Capabilities:
    """Read a capabilities document; a path that appears twice is merged."""
    endpoints = frozenset(
        (method.upper(), _shape(as_text(endpoint.get("path"))))
        for endpoint in as_dicts(raw.get("endpoints"))
        for method in as_texts(endpoint.get("methods"))
    )
    return Capabilities(
        title=as_text(raw.get("title")),
        description=as_text(raw.get("description")),
        api_version=as_text(raw.get("api_version") or raw.get("version")),
        production=raw.get("production") is True,
        currency=as_text(as_dict(raw.get("billing")).get("currency")),
        endpoints=endpoints,
        links=tuple(as_dicts(raw.get("links"))),
        raw=raw,
    )


def get_capabilities(connection: Connection, token: CancelToken) -> Capabilities:
    """Fetch the capabilities; the slash at the end matters.

    Raises:
        NotOpenEOError: Something answers, but not an openEO back-end.
        AppError: See `Connection.request`.
    """
    try:
        raw = connection.get("/", token)
    except BackEndError as error:
        said = error.code and not isinstance(error, (BadAnswerError, NotFoundError))
        if said or isinstance(error, BusyError):
            raise
        raise not_openeo(connection.api_base, error.details) from None
    if not isinstance(raw.get("endpoints"), list):
        raise not_openeo(connection.api_base, "The document lists no endpoints.")
    return parse_capabilities(raw)


def not_openeo(url: str, details: str = "") -> NotOpenEOError:
    """The error for an address where something else lives."""
    return NotOpenEOError(
        f"There is no openEO back-end at {url}.",
        "Check the address; it is the one that the back-end's documentation names for openEO.",
        details=details,
    )
