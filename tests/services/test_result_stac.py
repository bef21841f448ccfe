"""What lies beside the files: valid STAC whatever the back-end left out, nothing signed."""

from __future__ import annotations

import json
from pathlib import Path, PureWindowsPath
from typing import Any

import pystac
import pytest
from jsonschema import Draft7Validator
from pystac.validation.local_validator import get_local_schema_cache
from referencing import Registry, Resource

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.assets import parse_results
from openeo_desktop.core.errors import InputError
from openeo_desktop.core.jobs import Job, JobStatus, parse_job
from openeo_desktop.services.result_folder import (
    check_template,
    file_names,
    job_folder,
    write_job_metadata,
)
from openeo_desktop.services.result_stac import self_contained

ASSET = {"href": "https://s/a?X-Signature=CANARY", "type": "image/tiff", "roles": ["data"]}
SINCE = "2024-01-01T00:00:00Z"
WORLD = {"spatial": {"bbox": [[5, 45, 6, 46]]}, "temporal": {"interval": [[SINCE, None]]}}
ITEM = {
    "type": "Feature", "stac_version": "1.0.0", "id": "i", "links": [], "bbox": [5, 45, 6, 46],
    "geometry": {"type": "Point", "coordinates": [5, 45]},
    "properties": {"datetime": "2024-01-01T00:00:00Z"}, "assets": {"a": ASSET},
}  # fmt: skip
COLLECTION = {
    "type": "Collection", "stac_version": "1.0.0", "id": "c", "description": "d", "license": "x",
    "extent": WORLD, "links": [], "assets": {"a": ASSET},
}  # fmt: skip
SIGNED = [
    {"rel": "canonical", "href": "https://b/results?sig=CANARY"},
    {"rel": "derived_from", "href": "https://b/source?token=CANARY"},
    {"rel": "derived_from", "href": "https://b/source"},
    {"rel": "license", "href": 7},
    {"rel": "item", "href": "https://b/item?sig=CANARY"},
]
DOCUMENTS: dict[str, dict[str, Any]] = {
    "item": ITEM,
    "collection": COLLECTION,
    "signed": {**COLLECTION, "links": SIGNED, "preview": "https://b/p?sig=CANARY"},
    "nothing": {"assets": {"a": ASSET}},
    "old": {**ITEM, "stac_version": "0.9.0", "geometry": None, "bbox": None},
    "no time": {**ITEM, "properties": {"datetime": None}},
    "no properties": {**ITEM, "properties": None},
    "interval": {
        **ITEM,
        "properties": {
            "datetime": None,
            "start_datetime": "2024-01-01T00:00:00Z",
            "end_datetime": "2024-02-01T00:00:00Z",
        },
    },
    "bad extent": {**COLLECTION, "extent": {"spatial": {"bbox": [["a"]]}, "temporal": 3}},
    "no extent": {**COLLECTION, "extent": None, "license": None, "description": None},
    "bad asset": {
        **COLLECTION,
        "assets": {"a": {"href": 3, "title": 4, "type": [], "roles": [1], "alternate": {"s3": {}}}},
    },
    "extensions": {**COLLECTION, "stac_extensions": [3, None]},
}


def _job() -> Job:
    raw = {
        "id": "j-1",
        "status": "finished",
        "title": "My / job",
        "created": "2024-05-06T07:00:00Z",
    }
    job = parse_job(AccountId("a"), raw)
    assert job is not None
    return job


def _schema_errors(document: dict[str, Any]) -> list[str]:
    """By the schemas that pystac ships (1.1, which takes all of 1.0); extensions are not asked."""
    kind = "item" if document["type"] == "Feature" else "collection"
    schemas = get_local_schema_cache()
    pairs = [(url, Resource.from_contents(schema)) for url, schema in schemas.items()]
    schema = next(one for url, one in schemas.items() if url.endswith(f"/{kind}.json"))
    validator = Draft7Validator(schema, registry=Registry().with_resources(pairs))
    changed = {**document, "stac_version": "1.1.0"}
    return [error.message for error in validator.iter_errors(changed)]


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("status", [JobStatus.FINISHED, JobStatus.ERROR])
def test_valid_self_contained_and_without_secrets(
    name: str, status: JobStatus, tmp_path: Path
) -> None:
    document = self_contained(DOCUMENTS[name], {"a": "a (2).tif"}, job=_job(), status=status)
    assert not _schema_errors(document)
    text = json.dumps(document)
    assert "CANARY" not in text
    (tmp_path / "a (2).tif").write_bytes(b"x")
    (tmp_path / "job-results.json").write_text(text)
    kind = pystac.Item if document["type"] == "Feature" else pystac.Collection
    read = kind.from_file(str(tmp_path / "job-results.json"))
    href = read.assets["a"].get_absolute_href()
    assert href is not None
    assert Path(href).read_bytes() == b"x"
    assert (parse_results(document).status, "Partial" in text) == (
        status, status is not JobStatus.FINISHED,
    )  # fmt: skip


def test_assets_that_are_not_here_are_left_out() -> None:
    assert self_contained(COLLECTION, {})["assets"] == {}


def test_two_jobs_in_one_folder_keep_their_documents(tmp_path: Path) -> None:
    other = parse_job(AccountId("a"), {"id": "other", "status": "finished"})
    assert other is not None
    for job in (_job(), other, _job()):
        write_job_metadata(tmp_path, job, parse_results(COLLECTION), {})
    assert {path.name for path in tmp_path.iterdir()} == {
        "job.json", "job-results.json", "job-other.json", "job-results-other.json",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("template", "folder"),
    [
        ("{back_end}/{title} ({id})", "Back_End/My _ job (j-1)"),
        ("{back_end}/{date} {title} {id}", "Back_End/2024-05-06 My _ job j-1"),
        ("{title}", "My _ job"),
        ("{id}\\{date}", "j-1/2024-05-06"),
        ("../../{title}/../x", "My _ job/x"),
        ("/etc/{id}", "etc/j-1"),
        ("..", "j-1"),
        ("{unknown}/{id}", "{unknown}/j-1"),
    ],
)
def test_folder_template(template: str, folder: str, tmp_path: Path) -> None:
    assert job_folder(tmp_path, "Back/End", _job(), template) == tmp_path.joinpath(folder)


def test_empty_fields_leave_nothing_behind(tmp_path: Path) -> None:
    job = parse_job(AccountId("a"), {"id": "j-1", "status": "finished"})
    assert job is not None
    assert job_folder(tmp_path, "B", job) == tmp_path / "B" / "j-1"
    assert job_folder(tmp_path, "B", job, "{date} {title} ({id})") == tmp_path / "j-1"


@pytest.mark.parametrize("template", ["", " / ", "..", "{nothing}/{id}"])
def test_template_that_cannot_be_used(template: str) -> None:
    with pytest.raises(InputError):
        check_template(template)


def test_long_folders_leave_room_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    from openeo_desktop.services import result_folder

    folder = PureWindowsPath("C:\\" + "x" * 150)
    assert result_folder._max_name(folder, windows=True) == 259 - 153 - 1 - 19
    names = file_names(parse_results(COLLECTION).assets, [], None)
    assert names == {"a": "a.tif"}
