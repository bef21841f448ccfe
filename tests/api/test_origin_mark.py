"""Where a file comes from is noted at the file, and nothing of it that is secret."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from openeo_desktop.api.origin_mark import mark_origin
from openeo_desktop.core.errors import UnreachableError
from tests.support.fault_server import FaultServer, ranged
from tests.support.fetch import BODY, ETAG, Fetch

if sys.platform != "linux":
    pytest.skip("The marks of other systems cannot be read here", allow_module_level=True)

SIGNED = "https://ann:pass@store.example.org:8443/a/b%20c.tif?X-Signature=CANARY#CANARY"
API = "https://openeo.example.org/openeo/1.2"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "b c.tif"
    path.write_bytes(b"II")
    return path


def _marks(path: Path) -> dict[str, str]:
    return {name: os.getxattr(path, name).decode() for name in os.listxattr(path)}


@pytest.fixture(autouse=True)
def _needs_marks(tmp_path: Path) -> None:
    try:
        os.setxattr(tmp_path, "user.probe", b"1")
    except OSError:
        pytest.skip("This disk keeps no marks")


def test_origin_and_referrer_without_what_is_secret(file: Path) -> None:
    mark_origin(file, SIGNED, API)
    assert _marks(file) == {
        "user.xdg.origin.url": "https://store.example.org:8443/a/b%20c.tif",
        "user.xdg.referrer.url": API,
    }
    assert file.read_bytes() == b"II"


@pytest.mark.parametrize("url", ["", "file:///etc/passwd", "data:,CANARY", "https://[oops/"])
def test_what_is_no_address_of_the_web_is_not_noted(file: Path, url: str) -> None:
    mark_origin(file, url, API)
    assert _marks(file) == {}


@pytest.mark.parametrize("place", ["gone.tif", "/proc/version"])
def test_a_disk_that_keeps_no_marks_goes_without(tmp_path: Path, place: str) -> None:
    mark_origin(tmp_path / place, SIGNED, API)


def test_an_address_too_long_for_the_disk_is_no_failure(file: Path) -> None:
    mark_origin(file, f"https://store.example.org/{'x' * 100_000}", API)
    assert file.read_bytes() == b"II"


def test_a_link_is_not_followed(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(file)
    mark_origin(link, SIGNED, API)
    assert _marks(file) == {}


def test_a_download_is_marked_also_after_a_break(server: FaultServer, fetch: Fetch) -> None:
    server.on("/file", ranged(BODY, ETAG, cut=len(BODY) // 2))
    fetch.fails(UnreachableError)
    server.on("/file", ranged(BODY, ETAG))
    fetch.run()
    assert fetch.files == {"f": BODY}
    assert _marks(fetch.transfer.target) == {
        "user.xdg.origin.url": f"{server.url}/file",
        "user.xdg.referrer.url": f"{server.url}/api",
    }
