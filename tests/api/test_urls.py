"""Addresses as people type them, and where the token may go."""

from __future__ import annotations

import pytest

from openeo_desktop.api.urls import (
    is_plain_http,
    is_under,
    join,
    leads_inside,
    normalise_user_url,
    resolve,
    segment,
    shown_host,
)
from openeo_desktop.core.errors import InputError

BASE = "https://api.example.org/openeo/1.2"


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("openeo.example.org", "https://openeo.example.org"),
        (" https://H.example.org/eo/ ", "https://h.example.org/eo"),
        ("https://h/eo/.well-known/openeo", "https://h/eo"),
        ("https://h/eo/.well-known/openeo/", "https://h/eo"),
        ("https://h/?a=1#b", "https://h"),
        ("localhost:8080", "http://localhost:8080"),
        ("127.0.0.1:8080/x", "http://127.0.0.1:8080/x"),
        ("[::1]:8080", "http://[::1]:8080"),
        ("localhost.example.org", "https://localhost.example.org"),
    ],
)
def test_typed_addresses(typed: str, url: str) -> None:
    assert normalise_user_url(typed) == url


@pytest.mark.parametrize(
    "typed",
    [
        "", "https://", "ftp://h", "file:///etc/passwd", "javascript://h", "https://u:p@h",
        "https://@h", "https://h:99999", "https://[::1", "https://h:x",
        "https://not a url!!", "not a url!!", "https://a..b", "https://.", "https://exa\tmple!",
    ],
)  # fmt: skip
def test_what_is_no_address(typed: str) -> None:
    with pytest.raises(InputError):
        normalise_user_url(typed)


@pytest.mark.parametrize(
    "url",
    [f"{BASE}", f"{BASE}/", f"{BASE}/jobs?x=1", "HTTPS://API.example.org:443/openeo/1.2/jobs"],
)
def test_token_goes_below_the_api_base(url: str) -> None:
    assert is_under(BASE, url)


@pytest.mark.parametrize(
    "url",
    [
        "https://api.example.org.evil.org/openeo/1.2/jobs",
        "https://evil.org/openeo/1.2/jobs",
        "https://api.example.org:8443/openeo/1.2/jobs",
        "http://api.example.org/openeo/1.2/jobs",
        "http://api.example.org:443/openeo/1.2/jobs",
        "https://api.example.org/openeo/1.20/jobs",
        "https://api.example.org/openeo/1.2/../../other",
        "https://api.example.org/openeo/1.2/%2e%2e/other",
        "https://api.example.org/openeo/1.2/%2E./other",
        "https://api.example.org/openeo/1.2/..%2f..%2Fother",
        "https://api.example.org/openeo/1.2/..%5Cother",
        "https://api.example.org/other",
        "https://api.example.org@evil.org/openeo/1.2/",
        "https://evil.org\\@api.example.org/openeo/1.2/",
        "https://evil.org#@api.example.org/openeo/1.2/",
        "https://user@api.example.org/openeo/1.2/",
        "https://@api.example.org/openeo/1.2/",
        "https://api.example.org:99999/openeo/1.2/",
        "https://[::1/openeo/1.2/",
        "//api.example.org/openeo/1.2/",
        "",
    ],
)
def test_token_goes_nowhere_else(url: str) -> None:
    assert not is_under(BASE, url)


def test_paths_are_joined_not_replaced() -> None:
    assert join("https://h/eo/", "/jobs") == "https://h/eo/jobs"
    assert segment("a/b c..é") == "a%2Fb%20c..%C3%A9"


def test_hrefs_are_resolved_or_nothing() -> None:
    assert resolve("https://h/eo/jobs?x", "?page=2") == "https://h/eo/jobs?page=2"
    assert resolve("https://h/eo/jobs", "http://[broken") == ""


def test_plain_http_is_only_well_on_this_computer() -> None:
    assert is_plain_http("http://example.org")
    assert not is_plain_http("http://127.5.5.5:80")
    assert not is_plain_http("https://example.org")


def test_shown_host_holds_no_secret() -> None:
    assert shown_host("https://u:secret@h:1/path?sig=secret") == "h:1"


@pytest.mark.parametrize(
    "host",
    ["localhost:631", "LOCALHOST.", "x.localhost", "127.0.0.1", "127.1:80", "2130706433", "0.0.0.0",
     "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254", "[fe80::1]"],
)  # fmt: skip
def test_a_back_end_elsewhere_does_not_send_to_this_computer(host: str) -> None:
    assert leads_inside(BASE, f"http://{host}/x")
    assert not leads_inside("http://127.0.0.1:8080/", f"http://{host}/x")


@pytest.mark.parametrize("host", ["files.example.org", "10.0.0.5:9000", "s3", "127.example.org"])
def test_files_may_lie_at_other_hosts(host: str) -> None:
    assert not leads_inside(BASE, f"https://{host}/x")
