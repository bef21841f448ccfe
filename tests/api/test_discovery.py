"""From the address a person knows to the API (openEO API 1.2, `GET /.well-known/openeo`)."""

from __future__ import annotations

from typing import Any

import pytest

from openeo_desktop.api.discovery import choose_version, discover, version_key
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import InputError, NotOpenEOError, UnreachableError
from tests.support.fault_server import FaultServer, Reply, json_reply

WELL_KNOWN = "/.well-known/openeo"
CAPABILITIES = {
    "api_version": "1.2.0",
    "title": "T",
    "endpoints": [
        {"path": "/jobs", "methods": ["get"]},
        {"path": "/jobs", "methods": ["POST"]},
        {"path": "/jobs/{id}", "methods": ["GET", None]},
        None,
    ],
}


def _version(api_version: str, production: bool | None = None, url: Any = "x") -> dict[str, Any]:
    entry = {"api_version": api_version, "url": url}
    return entry if production is None else entry | {"production": production}


@pytest.mark.parametrize(
    ("versions", "chosen"),
    [
        ([_version("1.9.0"), _version("1.10.0"), _version("1.2.0")], "1.10.0"),
        ([_version("1.2.0-rc.2"), _version("1.2.0-rc.10"), _version("1.2.0-beta")], "1.2.0-rc.10"),
        ([_version("1.2.0-rc.2"), _version("1.2.0")], "1.2.0"),
        ([_version("1.3.0"), _version("1.2.0", True)], "1.2.0"),
        ([_version("1.3.0"), _version("1.2.0", False)], "1.3.0"),
        ([_version("2.0.0", True), _version("0.4.2", True), _version("1.0.0")], "1.0.0"),
        ([_version("1.1.0+b5"), _version("nonsense", True)], "1.1.0+b5"),
        ([_version("1.2"), _version("1.1.9")], "1.2"),
        ([_version("1.3.0", url=None), _version("1.1.0")], "1.1.0"),
    ],
)
def test_version_is_chosen_by_semver(versions: list[dict[str, Any]], chosen: str) -> None:
    best = choose_version(versions)
    assert best is not None
    assert best["api_version"] == chosen


def test_unusable_versions() -> None:
    assert choose_version([_version("0.4.2"), _version("2.0.0"), _version("")]) is None
    assert version_key("1.x") is None
    assert version_key("١.٢.٣") is None


def test_well_known_is_followed_to_another_host(
    server: FaultServer, other: FaultServer, token: CancelToken
) -> None:
    url = f"{other.url}/openeo/1.2/"
    server.on(f"/eo{WELL_KNOWN}", json_reply({"versions": [_version("1.2.0", url=url)]}))
    other.on("/openeo/1.2/", json_reply(CAPABILITIES))
    found = discover(f"127.0.0.1:{server.port}/eo/", token)
    assert found.user_url == f"{server.url}/eo"
    assert found.api_base == f"{other.url}/openeo/1.2"
    assert found.capabilities.batch_jobs
    assert found.capabilities.supports("GET", "/jobs/{job_id}")
    assert not found.capabilities.supports("PATCH", "/jobs/{job_id}")


def test_relative_well_known_url(server: FaultServer, token: CancelToken) -> None:
    server.on(WELL_KNOWN, json_reply({"versions": [_version("1.2.0", url="/api/")]}))
    server.on("/api/", json_reply(CAPABILITIES))
    assert discover(server.url, token).api_base == f"{server.url}/api"


@pytest.mark.parametrize(
    "reply",
    [
        Reply(404),
        Reply(500, b"oops"),
        Reply(401),
        Reply(200, b"<html>"),
        json_reply({"versions": []}),
        json_reply({"versions": "many"}),
        json_reply([1]),
        Reply(200, b"{}", length=50),
    ],
)
def test_broken_well_known_falls_back_to_the_address(
    server: FaultServer, token: CancelToken, reply: Reply
) -> None:
    server.on(WELL_KNOWN, reply)
    server.on("/", json_reply(CAPABILITIES))
    assert discover(server.url, token).api_base == server.url


def test_silent_well_known_falls_back_to_the_address(
    server: FaultServer, token: CancelToken, impatient: None
) -> None:
    server.on(WELL_KNOWN, Reply(200, b"{", length=9, stall=True))
    server.on("/", json_reply(CAPABILITIES))
    assert discover(server.url, token).api_base == server.url


@pytest.mark.parametrize(
    "reply",
    [
        Reply(200, b"<html>Welcome</html>"),
        json_reply({"hello": "world"}),
        json_reply([]),
        Reply(404),
        Reply(500),
        Reply(302, headers={"Location": "/"}),
    ],
)
def test_something_else_lives_there(server: FaultServer, token: CancelToken, reply: Reply) -> None:
    server.on("/", reply)
    with pytest.raises(NotOpenEOError) as caught:
        discover(server.url, token)
    assert caught.value.exit_code == 4
    assert "no openEO back-end" in caught.value.message


@pytest.mark.parametrize(
    "url", ["ftp://x/", "https://u:p@x/", "http://[", "javascript:alert(1)", "http://h:99999"]
)
def test_well_known_with_an_unusable_url(server: FaultServer, token: CancelToken, url: str) -> None:
    server.on(WELL_KNOWN, json_reply({"versions": [_version("1.2.0", url=url)]}))
    with pytest.raises(NotOpenEOError):
        discover(server.url, token)


def test_old_servers_are_refused_in_words(server: FaultServer, token: CancelToken) -> None:
    server.on(WELL_KNOWN, json_reply({"versions": [_version("0.4.2", url=server.url)]}))
    with pytest.raises(NotOpenEOError, match=r"offers openEO 0\.4\.2"):
        discover(server.url, token)
    server.on(WELL_KNOWN, Reply(404))
    server.on("/", json_reply({"version": "0.4.2", "endpoints": []}))
    with pytest.raises(NotOpenEOError, match=r"speaks openEO 0\.4\.2"):
        discover(server.url, token)


def test_nobody_there_is_exit_4(token: CancelToken) -> None:
    with FaultServer() as gone:
        url = gone.url
    with pytest.raises(UnreachableError) as caught:
        discover(url, token)
    assert caught.value.exit_code == 4


def test_no_address_is_exit_2(token: CancelToken) -> None:
    with pytest.raises(InputError) as caught:
        discover("ftp://x", token)
    assert caught.value.exit_code == 2
