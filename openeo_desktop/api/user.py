"""Who a session belongs to (openEO API 1.2, `GET /me`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openeo_desktop.api.connection import Connection
from openeo_desktop.core.accounts import UserInfo
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.json_values import as_dict, as_dicts, as_number, as_size, as_text


def get_user(connection: Connection, token: CancelToken) -> UserInfo:
    """Who is signed in: the best proof that a back-end accepts a token.

    Raises:
        AppError: See `Connection.request`.
    """
    return parse_user(connection.get("/me", token))


def parse_user(raw: Mapping[str, Any]) -> UserInfo:
    """Read the document; what is missing or of the wrong type is empty."""
    storage = as_dict(raw.get("storage"))
    return UserInfo(
        user_id=as_text(raw.get("user_id")),
        name=as_text(raw.get("name")),
        plan=as_text(raw.get("default_plan")),
        budget=as_number(raw.get("budget")),
        raw=raw,
        storage_free=as_size(storage.get("free")),
        storage_quota=as_size(storage.get("quota")),
        links=_links(raw),
    )


def _links(raw: Mapping[str, Any]) -> dict[str, str]:
    """The first http(s) address of each relation."""
    links: dict[str, str] = {}
    for link in as_dicts(raw.get("links"))[:100]:
        href = as_text(link.get("href"))
        if href.startswith(("https://", "http://")):
            links.setdefault(as_text(link.get("rel")), href)
    return links
