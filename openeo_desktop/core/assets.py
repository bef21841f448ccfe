"""Result metadata: the STAC Item or Collection of a job and its assets (openEO API 1.2, STAC 1.0).

The href of an asset is signed and a secret: it is never its identity and never logged.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.json_values import (
    as_dict,
    as_dicts,
    as_list,
    as_size,
    as_text,
    as_texts,
    without_surrogates,
)
from openeo_desktop.core.times import parse_time


@dataclass(frozen=True, slots=True)
class Asset:
    """One file of a result. `size` in bytes and `checksum` (multihash, hex) are hints.

    Source: STAC 1.0 asset object; `file:size` and `file:checksum` of the STAC file extension.
    """

    key: str
    href: str = field(repr=False)
    title: str = ""
    description: str = ""
    media_type: str = ""
    roles: tuple[str, ...] = ()
    size: int | None = None
    checksum: str = ""
    raw: Mapping[str, Any] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Results:
    """The result document of one job. `bbox` is west, south, east, north in degrees.

    `download_costs`: price of one full download in the currency of the back-end, 0 while one is
    included, None if that is not known now.
    """

    assets: tuple[Asset, ...]
    status: JobStatus
    title: str = ""
    bbox: tuple[float, float, float, float] | None = None
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    expires: dt.datetime | None = None
    canonical: str = field(default="", repr=False)
    download_costs: float | None = None
    raw: Mapping[str, Any] = field(default_factory=dict, repr=False)

    def asset(self, key: str) -> Asset | None:
        """The asset of that key, None if the result has none such."""
        return next((asset for asset in self.assets if asset.key == key), None)


def parse_asset(key: str, raw: Mapping[str, Any]) -> Asset:
    """Read one asset object."""
    return Asset(
        key=key,
        href=as_text(raw.get("href")),
        title=as_text(raw.get("title")),
        description=as_text(raw.get("description")),
        media_type=as_text(raw.get("type")),
        roles=as_texts(raw.get("roles")),
        size=as_size(raw.get("file:size")),
        checksum=as_text(raw.get("file:checksum")),
        raw=raw,
    )


def parse_results(raw: Mapping[str, Any]) -> Results:
    """Read an Item or a Collection; `openeo:status` is looked for in both places."""
    properties = as_dict(raw.get("properties"))
    assets = as_dict(raw.get("assets"))
    start, end = _interval(raw, properties)
    return Results(
        assets=tuple(
            parse_asset(without_surrogates(key), as_dict(value)) for key, value in assets.items()
        ),
        status=JobStatus.parse(
            raw.get("openeo:status") or properties.get("openeo:status") or "finished"
        ),
        title=as_text(raw.get("title") or properties.get("title")),
        bbox=_bbox(raw),
        start=start,
        end=end,
        expires=parse_time(raw.get("expires") or properties.get("expires")),
        canonical=_link(raw, "canonical"),
        raw=raw,
    )


def _bbox(raw: Mapping[str, Any]) -> tuple[float, float, float, float] | None:
    spatial = as_dict(as_dict(raw.get("extent")).get("spatial"))
    boxes = as_list(spatial.get("bbox"))
    box = as_list(raw.get("bbox")) or (as_list(boxes[0]) if boxes else [])
    if len(box) == 6:
        box = [box[0], box[1], box[3], box[4]]
    if len(box) != 4 or not all(isinstance(value, (int, float)) for value in box):
        return None
    try:
        west, south, east, north = (float(value) for value in box)
    except OverflowError:
        return None
    return (west, south, east, north)


def _interval(
    raw: Mapping[str, Any], properties: Mapping[str, Any]
) -> tuple[dt.datetime | None, dt.datetime | None]:
    temporal = as_dict(as_dict(raw.get("extent")).get("temporal"))
    intervals = as_list(temporal.get("interval"))
    pair = as_list(intervals[0]) if intervals else []
    if len(pair) == 2:
        return parse_time(pair[0]), parse_time(pair[1])
    start = properties.get("start_datetime") or properties.get("datetime")
    return parse_time(start), parse_time(properties.get("end_datetime") or start)


def _link(raw: Mapping[str, Any], rel: str) -> str:
    for link in as_dicts(raw.get("links")):
        if link.get("rel") == rel:
            return as_text(link.get("href"))
    return ""
