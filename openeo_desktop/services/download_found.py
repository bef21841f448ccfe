"""Files of a job that lie in its folder already, though nothing on the list says so.

Taken off the list, or fetched by another copy of the app: they are not to be fetched once more.
What cannot be proved to be the same file is fetched again under its old name, where the engine
compares both before it gives another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openeo_desktop.api.download import Arrived
from openeo_desktop.core.assets import Asset
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.checksums import parse_multihash
from openeo_desktop.core.downloads import Verification
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.jobs import Job
from openeo_desktop.core.json_values import as_dict, as_text
from openeo_desktop.services.download_checks import compare
from openeo_desktop.services.result_folder import file_names, metadata_tail, read_json


@dataclass(frozen=True, slots=True)
class FolderRecord:
    """What the documents that we have written into a folder say of a job's files.

    `names` by asset key; `updated` is the job's last change at that time, empty if unknown.
    `is_foreign`: the folder is that of another job.
    """

    names: Mapping[str, str]
    updated: str = ""
    is_foreign: bool = False


def read_record(folder: Path, job: Job) -> FolderRecord:
    """Empty where there is nothing of this job, or it cannot be read."""
    tail = metadata_tail(folder, job)
    kept = read_json(folder / f"job{tail}.json")
    if kept.get("id") != job.id:
        return FolderRecord({}, is_foreign=bool(tail))
    assets = as_dict(read_json(folder / f"job-results{tail}.json").get("assets"))
    names = {key: as_text(as_dict(asset).get("href")) for key, asset in assets.items()}
    here = {key: href[2:] for key, href in names.items() if href.startswith("./")}
    safe = {key: name for key, name in here.items() if name and Path(name).name == name}
    return FolderRecord(safe, as_text(kept.get("updated")), bool(tail))


def find_files(
    job: Job,
    assets: Sequence[Asset],
    folder: Path,
    taken: Iterable[str],
    token: CancelToken,
) -> dict[str, Arrived]:
    """By asset key, those of the files that lie in `folder` whole; large ones take their time.

    Args:
        taken: Names in the folder that belong to others on the list.
    """
    record, others = read_record(folder, job), set(taken)
    usual = file_names(assets, (), folder)
    found: dict[str, Arrived] = {}
    for asset in assets:
        names = [record.names.get(asset.key, ""), "" if record.is_foreign else usual[asset.key]]
        for name in dict.fromkeys(name for name in names if name and name not in others):
            is_recorded = name == record.names.get(asset.key) and is_same_run(record, job)
            arrived = _look(asset, folder / name, is_recorded, token)
            if arrived is not None:
                found[asset.key] = arrived
                others.add(name)
                break
    return found


def is_same_run(record: FolderRecord, job: Job) -> bool:
    """Whether nothing has happened to the job since the record was written."""
    return bool(record.updated) and record.updated == as_text(job.raw.get("updated"))


def _look(asset: Asset, path: Path, is_recorded: bool, token: CancelToken) -> Arrived | None:
    has_checksum = parse_multihash(asset.checksum) is not None
    try:
        size = path.stat().st_size if path.is_file() else -1
    except OSError:
        return None
    if size < 0 or (asset.size is not None and asset.size != size):
        return None
    if not has_checksum:
        same = is_recorded and asset.size is not None
        return Arrived(path, size, Verification.LENGTH) if same else None
    try:
        return Arrived(path, size, compare(path, asset.checksum, size, token))
    except AppError:
        return None
