"""Lists in pages: `limit`, and an opaque place in the link `next` (openEO API, «Pagination»)."""

from __future__ import annotations

import base64
import binascii
from typing import Any
from urllib.parse import urlencode

from flask import request

from openeo_desktop.local.errors import OpenEOError


def read_limit() -> int | None:
    """The query parameter `limit`, or None. Raises ParameterValueInvalid."""
    text = request.args.get("limit")
    if text is None:
        return None
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text[:10]) <= 2**31:
        reason = "a whole number from 1 is expected"
        raise OpenEOError("ParameterValueInvalid", parameter="limit", reason=reason)
    return int(text)


def read_place() -> int | None:
    """The number that `next_link` has put into the link, or None at the beginning."""
    text = request.args.get("page")
    if text is None:
        return None
    try:
        return int(base64.urlsafe_b64decode(text.encode("ascii")))
    except (ValueError, binascii.Error) as error:
        reason = "use the link as it was given"
        raise OpenEOError("ParameterValueInvalid", parameter="page", reason=reason) from error


def next_link(limit: int, place: int) -> dict[str, str]:
    """The link to the page that begins at `place`; an absolute URL."""
    page = base64.urlsafe_b64encode(str(place).encode()).decode()
    others = {name: value for name, value in request.args.items() if name not in ("limit", "page")}
    query = urlencode({**others, "limit": limit, "page": page})
    return {"rel": "next", "href": f"{request.base_url}?{query}"}


def slice_page(items: list[Any]) -> tuple[list[Any], list[dict[str, str]]]:
    """One page of a list that is in memory, and its links."""
    limit, start = read_limit(), max(0, read_place() or 0)
    if limit is None:
        return items[start:], []
    end = start + limit
    return items[start:end], [next_link(limit, end)] if end < len(items) else []
