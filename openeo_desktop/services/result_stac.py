"""The result document as it lies beside the files: valid STAC, self-contained, nothing signed.

Source: STAC 1.0 (Item, Collection) and its best practices, «Self-contained catalogs»; openEO API
1.2, «Batch job results».
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.core.json_values import as_dict, as_dicts, as_list, as_text
from openeo_desktop.core.times import parse_time, utc_now

_KEPT_LINKS = {"license", "about", "cite-as", "derived_from", "processing-software"}
_WORLD = [-180.0, -90.0, 180.0, 90.0]
_PARTIAL = "Partial results: the job was «{status}» when these files were fetched."


def self_contained(
    document: Mapping[str, Any],
    names: Mapping[str, str],
    *,
    job: Job | None = None,
    status: JobStatus = JobStatus.FINISHED,
) -> dict[str, Any]:
    """The document with its assets at `./NAME`; assets that are not there and signed links go.

    Args:
        names: File name by asset key.
        job: Fills in what the back-end has left out.
        status: Of the job when the files were fetched; partial results are marked as such.
    """
    copy = {key: value for key, value in document.items() if not _is_address(key, value)}
    assets = as_dict(document.get("assets"))
    copy["assets"] = {
        key: _local_asset(as_dict(assets.get(key)), name) for key, name in names.items()
    }
    copy["links"] = [link for link in as_dicts(document.get("links")) if _stays(link)]
    is_item = copy.get("type") == "Feature" or "geometry" in copy
    _complete(copy, job)
    (_complete_item if is_item else _complete_collection)(copy, job)
    if status is not JobStatus.FINISHED:
        _mark_partial(copy, status, is_item=is_item)
    return copy


def _stays(link: Mapping[str, Any]) -> bool:
    """Links into the world that are no secrets, and are links at all."""
    href = link.get("href")
    return link.get("rel") in _KEPT_LINKS and isinstance(href, str) and "?" not in href


def _is_address(name: str, value: object) -> bool:
    """Whether a member may hold a signature."""
    return name == "alternate" or (isinstance(value, str) and "://" in value and "?" in value)


def _local_asset(asset: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Its members, but at home; a safe file name holds nothing that a URL would need escaped."""
    kept = {
        key: value
        for key, value in asset.items()
        if key != "href" and not _is_address(key, value) and (key != "type" or _is_text(value))
    }
    for key in ("title", "description"):
        if key in kept and not _is_text(kept[key]):
            del kept[key]
    if "roles" in kept and not all(_is_text(role) for role in as_list(kept["roles"])):
        del kept["roles"]
    return {**kept, "href": f"./{name}"}


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _complete(copy: dict[str, Any], job: Job | None) -> None:
    version = as_text(copy.get("stac_version"))
    copy["stac_version"] = version if version.startswith("1.") else "1.0.0"
    copy["id"] = as_text(copy.get("id")) or (job.id if job else "results")
    extensions = as_list(copy.get("stac_extensions"))
    copy["stac_extensions"] = [text for text in extensions if _is_text(text) and "://" in text]


def _complete_item(copy: dict[str, Any], job: Job | None) -> None:
    copy["type"] = "Feature"
    geometry = copy.get("geometry")
    copy["geometry"] = geometry if isinstance(geometry, dict) else None
    box = as_list(copy.get("bbox"))
    if copy["geometry"] is None or len(box) not in (4, 6):
        copy.pop("bbox", None)
        copy["geometry"] = None
    properties = copy["properties"] = dict(as_dict(copy.get("properties")))
    interval = [parse_time(properties.get(f"{end}_datetime")) for end in ("start", "end")]
    if parse_time(properties.get("datetime")) is None:
        properties["datetime"] = None
        if None in interval:
            properties["datetime"] = _when(job)


def _complete_collection(copy: dict[str, Any], job: Job | None) -> None:
    copy["type"] = "Collection"
    title = job.shown_title if job else copy["id"]
    copy["description"] = as_text(copy.get("description")) or f"Results of the batch job {title}"
    copy["license"] = as_text(copy.get("license")) or "other"
    extent = as_dict(copy.get("extent"))
    boxes = as_list(as_dict(extent.get("spatial")).get("bbox"))
    intervals = as_list(as_dict(extent.get("temporal")).get("interval"))
    copy["extent"] = {
        **extent,
        "spatial": {"bbox": [box for box in boxes if _is_box(box)] or [_WORLD]},
        "temporal": {"interval": [pair for pair in intervals if _is_pair(pair)] or [[None, None]]},
    }
    if copy["extent"]["temporal"]["interval"] == [[None, None]]:
        copy["extent"]["temporal"]["interval"] = [[_when(job), None]]


def _is_box(raw: object) -> bool:
    box = as_list(raw)
    numbers = all(isinstance(n, (int, float)) and not isinstance(n, bool) for n in box)
    return len(box) in (4, 6) and numbers


def _is_pair(raw: object) -> bool:
    pair = as_list(raw)
    return len(pair) == 2 and all(end is None or parse_time(end) for end in pair)


def _when(job: Job | None) -> str:
    """Some time is asked for where the back-end gives none: that of the job."""
    known = (job.ended or job.updated or job.created) if job else None
    return (known or utc_now()).strftime("%Y-%m-%dT%H:%M:%SZ")


def _mark_partial(copy: dict[str, Any], status: JobStatus, *, is_item: bool) -> None:
    """By the openEO property for programs, and in words for people."""
    words = _PARTIAL.format(status=status.value)
    place: dict[str, Any] = copy["properties"] if is_item else copy
    copy["openeo:status"] = place["openeo:status"] = status.value
    place["description"] = f"{words} {as_text(place.get('description'))}".strip()
