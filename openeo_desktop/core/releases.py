"""Releases of the app itself: what one is, which is newer, and where this copy asks for them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from openeo_desktop.core.json_values import as_dict, as_text
from openeo_desktop.core.resources import resource_path

ADDRESS_FILE = "release.json"
"""Written among the resources by the workflow that makes a release (.github/workflows/release.yml);
a checkout has none, and asks nobody."""
MAX_NOTES = 20_000
_VERSION = re.compile(r"v?(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Release:
    """A release that is there for everybody; `notes` is plain text, `page` where to get it."""

    version: str
    notes: str
    page: str


def releases_address() -> str:
    """The https address of the document about the latest release; empty if this copy has none."""
    try:
        said = json.loads(resource_path(ADDRESS_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    address = as_text(as_dict(said).get("releases"))
    return address if address.startswith("https://") else ""


def parse_release(document: Mapping[str, Any]) -> Release | None:
    """The latest release as GitHub's API tells it («Get the latest release»).

    None for what is a draft, not for everybody yet, or has no version or no page.
    """
    if document.get("draft") is True or document.get("prerelease") is True:
        return None
    match = _VERSION.fullmatch(as_text(document.get("tag_name")).strip())
    page = as_text(document.get("html_url"))
    if match is None or not page.startswith("https://"):
        return None
    version = ".".join(number for number in match.groups() if number is not None)
    return Release(version, as_text(document.get("body"))[:MAX_NOTES], page)


def is_newer(version: str, than: str) -> bool:
    """Whether a version comes after another one; what is none comes after nothing."""
    mine, other = _numbers(version), _numbers(than)
    return mine is not None and other is not None and mine > other


def _numbers(version: str) -> tuple[int, ...] | None:
    match = _VERSION.match(version)
    return None if match is None else tuple(int(number or 0) for number in match.groups())
