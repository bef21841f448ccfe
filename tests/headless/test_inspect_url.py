"""`openeo-desktop inspect URL`: parts of files alone, from addresses that are safe to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.support.command_line import CommandLine
from tests.support.fault_server import FaultServer, Reply, ranged

rasterio = pytest.importorskip("rasterio")
PLACE = (10.0, 0.0, 465_000.0, 0.0, -10.0, 5_080_000.0)


@pytest.fixture
def server() -> Iterator[FaultServer]:
    """Files over http on loopback."""
    with FaultServer() as started:
        yield started


@pytest.fixture(scope="module")
def cog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cloud-optimised GeoTIFF of some megabytes that compress badly."""
    path = tmp_path_factory.mktemp("cog") / "large.tif"
    values = np.random.default_rng(3).integers(0, 60_000, (2048, 2048), dtype="uint16")
    shape = {"width": 2048, "height": 2048, "count": 1, "dtype": "uint16", "crs": "EPSG:32633"}
    with rasterio.open(
        path, "w", driver="COG", blocksize=256, transform=rasterio.Affine(*PLACE), **shape
    ) as file:
        file.write(values, 1)
    return path


def test_only_parts_of_a_large_file_are_fetched(
    bare: CommandLine, server: FaultServer, cog: Path, tmp_path: Path
) -> None:
    whole = cog.read_bytes()
    server.on("/folder/large%20one.tif", ranged(whole, '"1"'))
    target = tmp_path / "small.png"
    address = f"{server.url}/folder/large%20one.tif?signed=secret"
    ended = bare.run("inspect", address, "--json", "--png", target)
    assert ended.code == 0, ended.err
    (facts,) = ended.documents
    assert (facts["file"], facts["size"]) == ("large one.tif", len(whole))
    assert facts["layers"][0]["bands"][0]["exact"] is False
    assert target.is_file()
    said = re.fullmatch(r"Fetched (\d+) bytes in (\d+) requests\.\n", ended.err)
    assert said is not None
    assert 0 < int(said[1]) < len(whole) / 2
    asked = server.requests
    assert len(asked) == int(said[2])
    assert all(request.headers["range"].startswith("bytes=") for request in asked)
    assert not any("authorization" in request.headers for request in asked)


def test_a_server_that_sends_no_parts_is_told(
    bare: CommandLine, server: FaultServer, cog: Path
) -> None:
    server.on("/a.tif", Reply(200, cog.read_bytes()))
    ended = bare.run("inspect", f"{server.url}/a.tif")
    assert ended.code == 2
    assert "only whole" in ended.sentence()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://example.org/a.tif", "Only https addresses are read."),
        ("https://person:secret@example.org/a.tif", "contains a user name or password"),
        ("https://[::1/a.tif", "not a valid address"),
        ("ftp://example.org/a.tif", "There is no file"),
        ("file:///etc/passwd", "There is no file"),
    ],
)
def test_unsafe_addresses_are_refused(bare: CommandLine, address: str, words: str) -> None:
    ended = bare.run("inspect", address)
    assert ended.code == 2
    assert words in ended.sentence()
    assert "secret" not in ended.err


@pytest.mark.parametrize(
    ("reply", "code"), [(Reply(404), 1), (Reply(403), 1), (Reply(500), 1), (Reply(206, b"x"), 2)]
)
def test_what_the_server_refuses_is_a_sentence(
    bare: CommandLine, server: FaultServer, reply: Any, code: int
) -> None:
    server.on("/a.tif", reply)
    ended = bare.run("inspect", f"{server.url}/a.tif")
    assert ended.code in (code, 1, 3, 4)
    assert ended.sentence()


def test_nobody_at_the_address_is_told(bare: CommandLine, server: FaultServer) -> None:
    address = f"{server.url}/a.tif"
    server.stop()
    ended = bare.run("inspect", address)
    assert ended.code == 4
    assert ended.sentence()
