"""From the address a person knows to the API base URL.

Source: openEO API 1.2, `GET /.well-known/openeo`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from openeo_desktop.api.capabilities import Capabilities, get_capabilities
from openeo_desktop.api.connection import Connection
from openeo_desktop.api.urls import WELL_KNOWN, normalise_user_url, resolve, shown_host
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import AppError, InputError, NotOpenEOError
from openeo_desktop.core.json_values import as_dict, as_dicts, as_text

_SEMVER = re.compile(
    r"(\d{1,9})\.(\d{1,9})(?:\.(\d{1,9}))?(?:-([0-9A-Za-z.-]{1,100}))?(?:\+.*)?", re.ASCII
)
WELL_KNOWN_TIMEOUT = (5.0, 5.0)


@dataclass(frozen=True, slots=True)
class Discovery:
    """Where the API is, which version, and what it can do."""

    user_url: str
    api_base: str
    capabilities: Capabilities


def discover(address: str, token: CancelToken) -> Discovery:
    """Find the API of a back-end.

    Raises:
        InputError: The address is none.
        UnreachableError: No answer.
        NotOpenEOError: Something else answers there, or no supported version.
    """
    user_url = normalise_user_url(address)
    connection = Connection(user_url)
    api_base = _from_well_known(connection, token) or user_url
    capabilities = get_capabilities(Connection(api_base), token)
    if version_key(capabilities.api_version) is None:
        raise NotOpenEOError(
            f"The back-end at {user_url} speaks openEO "
            f"{capabilities.api_version or 'of an unknown version'}; this app needs version 1.",
            "Ask the back-end for an address with version 1.0 or newer.",
        )
    return Discovery(user_url, api_base, capabilities)


def _from_well_known(connection: Connection, token: CancelToken) -> str | None:
    """The API base it names; None where there is no (usable) document: then the address itself."""
    try:
        answer = connection.request("GET", WELL_KNOWN, token, timeout=WELL_KNOWN_TIMEOUT)
    except AppError:
        return None
    versions = as_dicts(as_dict(answer.document).get("versions"))
    if not versions:
        return None
    best = choose_version(versions)
    if best is None:
        names = ", ".join(as_text(item.get("api_version")) for item in versions[:10])
        raise NotOpenEOError(
            f"The back-end offers openEO {names}; this app needs version 1.",
            "Ask the back-end for version 1.0 or newer.",
        )
    return _api_base(answer.url, best)


def _api_base(base: str, version: Mapping[str, Any]) -> str:
    href = resolve(base, as_text(version.get("url")))
    try:
        return normalise_user_url(href)
    except InputError:
        raise NotOpenEOError(
            "The back-end names an address for its API that cannot be used.",
            "Tell the back-end's support, or give the address of the API itself.",
            details=shown_host(href),
        ) from None


def choose_version(versions: list[dict[str, Any]]) -> Mapping[str, Any] | None:
    """The highest supported version by SemVer precedence, a production one preferred."""
    usable = [v for v in versions if version_key(as_text(v.get("api_version"))) and v.get("url")]
    if not usable:
        return None
    return max(
        usable,
        key=lambda v: (
            v.get("production") is True,
            version_key(as_text(v.get("api_version"))) or (),
        ),
    )


def version_key(text: str) -> tuple[Any, ...] | None:
    """A sort key for a supported version (>= 1.0.0, < 2), None for any other.

    Source: Semantic Versioning 2.0.0, section 11: a pre-release sorts below its release.
    """
    match = _SEMVER.fullmatch(text.strip())
    if match is None:
        return None
    major, minor, patch, pre = match.groups()
    if int(major) != 1:
        return None
    parts = tuple(
        (0, int(part), "") if part.isdigit() else (1, 0, part) for part in (pre or "").split(".")
    )
    return int(major), int(minor), int(patch or 0), pre is None, parts
