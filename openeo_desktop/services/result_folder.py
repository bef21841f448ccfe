"""The folder of a job's results: where it is, how files are named, and the metadata beside them.

Beside the files lie `job-results.json` (self-contained STAC: relative links only, nothing signed)
and `job.json` (metadata and process graph). No Qt, no network here.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from openeo_desktop.core.assets import Asset, Results
from openeo_desktop.core.disk import disk_errors
from openeo_desktop.core.errors import InputError
from openeo_desktop.core.file_names import MAX_BYTES, meeting_name, safe_file_name, take_name
from openeo_desktop.core.jobs import Job
from openeo_desktop.core.json_values import as_dict, json_text
from openeo_desktop.core.logs import LogEntry
from openeo_desktop.core.settings import write_atomically
from openeo_desktop.services.result_stac import self_contained

OWN_FILES = ("job-results.json", "job.json", "log.json")
FOLDER_TEMPLATE = "{back_end}/{title} ({id})"
FIELDS = ("back_end", "title", "id", "date")
MAX_FOLDER_BYTES = 100
_MOST_METADATA = 64 * 1024 * 1024
WINDOWS_PATH = 259
"""Characters of a whole path that every program on Windows can open."""
_FIELD = re.compile(r"\{([^{}]*)\}")
_ROOM_FOR_PART = len(".12345678.part") + len(" (99)")


def job_folder(root: Path, back_end: str, job: Job, template: str = FOLDER_TEMPLATE) -> Path:
    """Where the files of a job go; foreign text never leads out of `root`.

    Args:
        template: Folders below `root`, `/` between them; see `FIELDS`.
    """
    values = {
        "back_end": back_end,
        "title": job.title,
        "id": job.id,
        "date": job.created.astimezone().date().isoformat() if job.created else "",
    }
    segments = [_segment(part, values) for part in template.replace("\\", "/").split("/")]
    named = [segment for segment in segments if segment]
    return root.joinpath(*named) if named else root / safe_file_name(job.id, fallback="job")


def _segment(template: str, values: Mapping[str, str]) -> str:
    """One folder; what is around an empty field does not stay behind."""
    filled = _FIELD.sub(lambda match: values.get(match[1], match[0]), template)
    text = " ".join(filled.split())
    text = re.sub(r"\(\s*\)|\[\s*\]", "", text).strip(" -_,")
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1]
    return safe_file_name(text, fallback="", max_bytes=MAX_FOLDER_BYTES) if text else ""


def check_template(template: str) -> None:
    """Whether a folder template can be used.

    Raises:
        InputError: It is empty or names a field that there is not.
    """
    unknown = [name for name in _FIELD.findall(template) if name not in FIELDS]
    if unknown or not template.strip(" /\\."):
        fields = ", ".join(f"{{{name}}}" for name in FIELDS)
        raise InputError("This folder template cannot be used.", f"It may hold {fields}.")


def file_names(
    assets: Iterable[Asset], taken: Iterable[str], folder: Path | None = None
) -> dict[str, str]:
    """A file name for each asset key; none of `taken`, none twice on any system.

    Args:
        folder: Where they go; on Windows a long one leaves less room for names.
    """
    used = {meeting_name(name) for name in (*taken, *OWN_FILES)}
    most = _max_name(folder)
    return {
        asset.key: take_name(
            safe_file_name(_base_name(asset), asset.media_type, max_bytes=most), used
        )
        for asset in assets
    }


def _max_name(folder: Path | None, windows: bool = os.name == "nt") -> int:
    if folder is None or not windows:
        return MAX_BYTES
    return max(24, min(MAX_BYTES, WINDOWS_PATH - len(str(folder)) - 1 - _ROOM_FOR_PART))


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
    tail = metadata_tail(folder, job)
    document = self_contained(results.raw, names, job=job, status=results.status)
    kept, about = folder / f"job{tail}.json", folder / f"job-results{tail}.json"
    if read_json(kept).get("updated") != job.raw.get("updated"):
        with disk_errors(about):  # a kill between both must not make it that of this run
            about.unlink(missing_ok=True)
    write_json(kept, dict(job.raw))  # first: it says whose the other one is
    write_json(about, document)


def metadata_tail(folder: Path, job: Job) -> str:
    """What is added to the usual names: nothing, unless they are taken by another job."""
    return "" if _is_free_for(folder, job) else f"-{safe_file_name(job.id, max_bytes=80)}"


def _is_free_for(folder: Path, job: Job) -> bool:
    if not any((folder / name).exists() for name in ("job-results.json", "job.json")):
        return True
    return bool(read_json(folder / "job.json").get("id") == job.id)


def read_json(path: Path) -> dict[str, object]:
    """A document of ours; empty where there is none, or it cannot be read."""
    try:
        if path.stat().st_size > _MOST_METADATA:
            return {}
        return as_dict(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, RecursionError):
        return {}


def write_log(folder: Path, entries: Sequence[LogEntry], tail: str = "") -> None:
    """Write `log.json`: the entries as the back-end sent them.

    Raises:
        StorageError: It cannot be written.
    """
    write_json(folder / f"log{tail}.json", {"logs": [dict(entry.raw) for entry in entries]})


def write_json(path: Path, document: object) -> None:
    """Write a JSON file whole or not at all.

    Raises:
        StorageError: It cannot be written.
    """
    text = json_text(document, indent=2)
    with disk_errors(path):
        write_atomically(path, text.encode())
