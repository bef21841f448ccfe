"""Discovery, capabilities and sign-in of the embedded back-end, over HTTP."""

from __future__ import annotations

import pytest
import requests

from tests.support.local_backend import LocalBackend


def test_well_known_leads_to_the_capabilities(backend: LocalBackend) -> None:
    version = requests.get(f"{backend.url}.well-known/openeo", timeout=60).json()["versions"][0]
    capabilities = requests.get(version["url"], timeout=60).json()
    assert version["api_version"] == capabilities["api_version"] == "1.2.0"
    assert version["production"] is capabilities["production"] is True
    assert capabilities["stac_version"] == "1.0.0"


def test_user_url_itself_leads_to_the_capabilities(backend: LocalBackend) -> None:
    assert requests.get(backend.url, timeout=60).json()["id"] == "openeo-desktop-local"
    assert requests.get(backend.api, timeout=60).json()["id"] == "openeo-desktop-local"


def test_every_listed_endpoint_is_there_and_no_more(backend: LocalBackend) -> None:
    capabilities = requests.get(f"{backend.api}/", timeout=60).json()
    endpoints = {one["path"]: set(one["methods"]) for one in capabilities["endpoints"]}
    assert endpoints["/jobs/{job_id}"] == {"GET", "PATCH", "DELETE"}
    assert endpoints["/jobs/{job_id}/results"] == {"GET", "POST", "DELETE"}
    assert not [path for path in endpoints if "estimate" in path or "download" in path]
    assert "billing" not in capabilities
    for path in endpoints:
        answer = backend.request("GET", path.replace("{job_id}", "no").replace("{", "").strip("}"))
        assert answer.status_code != requests.codes.not_implemented or path == "/validation"


def test_conformance_is_the_same_at_both_places(backend: LocalBackend) -> None:
    listed = requests.get(f"{backend.api}/conformance", timeout=60).json()["conformsTo"]
    assert listed == requests.get(f"{backend.api}/", timeout=60).json()["conformsTo"]


def test_me_tells_the_user(backend: LocalBackend) -> None:
    assert backend.get("/me")["user_id"] == backend.user


@pytest.mark.parametrize(
    ("header", "status", "code"),
    [
        (None, 401, "AuthenticationRequired"),
        ("Bearer basic//wrong", 403, "TokenInvalid"),
        ("Bearer oidc/egi/token", 403, "AuthenticationSchemeInvalid"),
        ("Digest x", 403, "AuthenticationSchemeInvalid"),
    ],
)
def test_wrong_tokens_are_refused_with_the_right_code(
    backend: LocalBackend, header: str | None, status: int, code: str
) -> None:
    headers = {"Authorization": header} if header else {}
    answer = requests.get(f"{backend.api}/jobs", headers=headers, timeout=60)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_wrong_password_is_refused(backend: LocalBackend) -> None:
    url = f"{backend.api}/credentials/basic"
    answer = requests.get(url, auth=("local", "no:colon"), timeout=60)
    assert (answer.status_code, answer.json()["code"]) == (403, "CredentialsInvalid")
    answer = requests.get(url, timeout=60)
    assert (answer.status_code, answer.json()["code"]) == (401, "AuthenticationRequired")


def test_unknown_places_and_estimate_say_what_they_are(backend: LocalBackend) -> None:
    answer = backend.request("GET", "/nothing")
    assert (answer.status_code, answer.json()["code"]) == (404, "NotFound")
    answer = backend.request("PUT", "/jobs")
    assert (answer.status_code, answer.json()["code"]) == (501, "FeatureUnsupported")
    job = backend.create({"process_graph": {"a": {"process_id": "pi", "arguments": {}}}})
    answer = backend.request("GET", f"/jobs/{job}/estimate")
    assert (answer.status_code, answer.json()["code"]) == (501, "FeatureUnsupported")


def test_file_formats_name_what_can_be_saved(backend: LocalBackend) -> None:
    formats = backend.get("/file_formats")
    assert set(formats["output"]) == {"GTiff", "netCDF", "JSON", "CSV", "PNG"}
    assert formats["input"] == {}


def test_processes_are_paged_and_leave_out_what_may_run_code(backend: LocalBackend) -> None:
    names: list[str] = []
    url = "/processes?limit=50"
    while url:
        page = backend.get(url)
        names += [one["id"] for one in page["processes"]]
        url = next((link["href"] for link in page["links"] if link["rel"] == "next"), "")
    assert len(names) == len(set(names)) > 100
    assert {"load_collection", "save_result", "ndvi", "mask", "if", "sum"} & set(names) >= {
        "load_collection", "save_result", "ndvi", "mask",
    }  # fmt: skip
    assert "run_udf" not in names
