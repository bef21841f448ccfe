"""The folder of a job's results: where it is, how files are named, and the metadata beside them.

Beside the files lie `job-results.json` (self-contained STAC: relative links only, nothing signed)
and `job.json` (metadata and process graph). No Qt, no network here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openeo_desktop.core.assets import Asset, Results
from openeo_desktop.core.disk import disk_errors
from openeo_desktop.core.file_names import safe_file_name, take_name
from openeo_desktop.core.jobs import Job
from openeo_desktop.core.json_values import as_dict, as_dicts, json_text
from openeo_desktop.core.logs import LogEntry
from openeo_desktop.core.settings import write_atomically

OWN_FILES = ("job-results.json", "job.json", "log.json")
_KEPT_LINKS = {"license", "about", "cite-as", "derived_from", "processing-software"}


def job_folder(root: Path, back_end: str, job: Job) -> Path:
    """`ROOT/Back-end/Title (id)`; foreign text never leads out of `root`."""
    title = safe_file_name(job.title, fallback="") if job.title else ""
    name = f"{title} ({job.id})" if title else job.id
    return root / safe_file_name(back_end, fallback="back-end") / safe_file_name(name)


def file_names(assets: Iterable[Asset], taken: Iterable[str]) -> dict[str, str]:
    """A file name for each asset key; none of `taken`, none twice on any system."""
    used = {name.casefold() for name in (*taken, *OWN_FILES)}
    return {
        asset.key: take_name(safe_file_name(_base_name(asset), asset.media_type), used)
        for asset in assets
    }


def _base_name(asset: Asset) -> str:
    """The key; only its last segment where it is a path."""
    return asset.key.replace("\\", "/").rstrip("/").rpartition("/")[2] or asset.key


def write_job_metadata(folder: Path, job: Job, results: Results, names: Mapping[str, str]) -> None:
    """Write `job-results.json` and `job.json`; beside those of another job, with the id as well.

    Args:
        names: File name in `folder` by asset key, of the files that are there.

    Raises:
        StorageError: They cannot be written.
    """
    tail = "" if _is_free_for(folder, job) else f"-{safe_file_name(job.id)}"
    write_json(folder / f"job-results{tail}.json", self_contained(results.raw, names))
    write_json(folder / f"job{tail}.json", dict(job.raw))


def _is_free_for(folder: Path, job: Job) -> bool:
    """Whether the usual names are not taken by anything that is not of this job."""
    if not any((folder / name).exists() for name in ("job-results.json", "job.json")):
        return True
    try:
        known = json.loads((folder / "job.json").read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return bool(as_dict(known).get("id") == job.id)


def write_log(folder: Path, entries: Sequence[LogEntry]) -> None:
    """Write `log.json`: the entries as the back-end sent them.

    Raises:
        StorageError: It cannot be written.
    """
    write_json(folder / "log.json", {"logs": [dict(entry.raw) for entry in entries]})


def write_json(path: Path, document: object) -> None:
    """Write a JSON file whole or not at all.

    Raises:
        StorageError: It cannot be written.
    """
    text = json_text(document, indent=2)
    with disk_errors(path):
        write_atomically(path, text.encode())


def self_contained(document: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """The STAC document with assets at `./NAME`; assets that are not there and signed links go.

    Source: STAC best practices, «Self-contained catalogs».
    """
    copy = dict(document)
    assets = as_dict(document.get("assets"))
    copy["assets"] = {
        key: _local_asset(as_dict(assets.get(key)), name) for key, name in names.items()
    }
    copy["links"] = [
        link for link in as_dicts(document.get("links")) if link.get("rel") in _KEPT_LINKS
    ]
    return copy


def _local_asset(asset: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in asset.items() if key != "alternate"} | {
        "href": f"./{name}"
    }
