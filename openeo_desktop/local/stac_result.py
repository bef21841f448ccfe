"""The results of a job as STAC 1.0 (`GET /jobs/{job_id}/results`): a collection, or an item.

Takes what the worker has recorded of each file; reads no files.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from openeo_desktop.local.registry import Job
from openeo_desktop.local.times import from_seconds

_EXTENSIONS = {
    "file:": "https://stac-extensions.github.io/file/v2.1.0/schema.json",
    "proj:": "https://stac-extensions.github.io/projection/v1.1.0/schema.json",
    "eo:": "https://stac-extensions.github.io/eo/v1.1.0/schema.json",
    "raster:": "https://stac-extensions.github.io/raster/v1.1.0/schema.json",
}
_WORLD = [-180.0, -90.0, 180.0, 90.0]


@dataclass(frozen=True, slots=True)
class ResultParts:
    """What the document is made of. `assets` as recorded; `expires` is a Unix time."""

    job: Job
    assets: dict[str, dict[str, Any]]
    expires: int
    href: Callable[[str], str]
    links: list[dict[str, str]]

    @property
    def status(self) -> str:
        """`openeo:status`: what has not begun counts as running (openEO API 1.2)."""
        waiting = self.job.status in ("created", "queued")
        return "running" if waiting else self.job.status


def result_collection(parts: ResultParts) -> dict[str, Any]:
    """The document as a STAC collection, the usual form."""
    job = parts.job
    return {
        "stac_version": "1.0.0",
        "stac_extensions": _extensions(parts),
        "type": "Collection",
        "id": job.id,
        "title": job.title or f"Results of job {job.id}",
        "description": job.description or f"Results of the batch job {job.id}.",
        "license": "proprietary",
        "created": job.created,
        "updated": job.updated,
        "expires": from_seconds(parts.expires),
        "openeo:status": parts.status,
        "extent": {
            "spatial": {"bbox": [_bbox(parts) or _WORLD]},
            "temporal": {"interval": [list(_interval(parts))]},
        },
        "links": parts.links,
        "assets": _assets(parts),
    }


def result_item(parts: ResultParts) -> dict[str, Any]:
    """The document as a STAC item (GeoJSON)."""
    job = parts.job
    bbox = _bbox(parts)
    start, end = _interval(parts)
    # STAC wants a date: an exact one, or both ends.
    period = {"start_datetime": start, "end_datetime": end} if start and start != end else {}
    item: dict[str, Any] = {
        "stac_version": "1.0.0",
        "stac_extensions": _extensions(parts),
        "type": "Feature",
        "id": job.id,
        "geometry": _polygon(bbox) if bbox else None,
        "properties": {
            "datetime": None if period else start or job.updated,
            **period,
            "title": job.title or f"Results of job {job.id}",
            **({"description": job.description} if job.description else {}),
            "created": job.created,
            "updated": job.updated,
            "expires": from_seconds(parts.expires),
            "openeo:status": parts.status,
        },
        "links": parts.links,
        "assets": _assets(parts),
    }
    return {**item, "bbox": bbox} if bbox else item


def _assets(parts: ResultParts) -> dict[str, Any]:
    return {
        name: {"href": parts.href(name), **record["stac"]} for name, record in parts.assets.items()
    }


def _extensions(parts: ResultParts) -> list[str]:
    members = {member for record in parts.assets.values() for member in record["stac"]}
    return [
        url
        for prefix, url in _EXTENSIONS.items()
        if any(member.startswith(prefix) for member in members)
    ]


def _bbox(parts: ResultParts) -> list[float] | None:
    boxes = [record["bbox"] for record in parts.assets.values() if record["bbox"]]
    if not boxes:
        return None
    west, south, east, north = zip(*boxes, strict=True)
    return [min(west), min(south), max(east), max(north)]


def _interval(parts: ResultParts) -> tuple[str | None, str | None]:
    intervals = [record["interval"] for record in parts.assets.values() if record["interval"]]
    if not intervals:
        return None, None
    return min(start for start, _ in intervals), max(end for _, end in intervals)


def _polygon(bbox: list[float]) -> dict[str, Any]:
    west, south, east, north = bbox
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}
