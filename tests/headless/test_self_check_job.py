"""The way through the self-check's own back-end: what comes out is what went in, or it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
import requests

from openeo_desktop.core.findings import Verdict
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.headless import self_check_job
from openeo_desktop.headless.self_check_job import check_job
from openeo_desktop.headless.self_check_raster import SIDE, small_geotiff, value_at
from openeo_desktop.headless.self_check_server import FILE, JOB, SelfCheckServer


def _checked(folder: Path) -> dict[str, tuple[Verdict, str, str]]:
    found = check_job(profile_paths(folder), "look at the network", "look at the file")
    return {it.name: (it.verdict, it.fact, it.advice) for it in found}


def test_all_is_well(tmp_path: Path) -> None:
    found = _checked(tmp_path)
    assert {verdict for verdict, _, _ in found.values()} == {Verdict.OK}
    assert "checksum verified" in found["Download"][1]
    assert "UTM zone 33N" in found["Preview"][1]


def test_other_bytes_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file that arrives is whole, but not the one that is looked for."""
    monkeypatch.setattr(
        self_check_job, "SelfCheckServer", lambda content: SelfCheckServer(content[:-1] + b"x")
    )
    verdict, fact, advice = _checked(tmp_path)["Download"]
    assert (verdict, advice) == (Verdict.WRONG, "look at the network")
    assert "other bytes" in fact


def test_a_file_that_cannot_be_read_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(self_check_job, "small_geotiff", lambda: small_geotiff()[:200])
    found = _checked(tmp_path)
    assert found["Download"][0] is Verdict.OK
    assert found["Preview"][0] is Verdict.WRONG
    assert found["Preview"][2] == "look at the file"
    assert "\n" not in found["Preview"][1]


def test_the_server_lets_nobody_else_in() -> None:
    with SelfCheckServer(b"content") as server, requests.Session() as session:
        session.trust_env = False
        assert session.get(f"{server.url}/", timeout=10).status_code == 200
        for path in (f"/jobs/{JOB}", f"/jobs/{JOB}/results", f"/files/{FILE}", "/me"):
            assert session.get(f"{server.url}{path}", timeout=10).status_code == 401
        wrong = session.get(f"{server.url}/credentials/basic", auth=("self-check", "x"), timeout=10)
        assert wrong.status_code == 401


def test_the_raster_is_what_others_read(tmp_path: Path) -> None:
    rasterio = pytest.importorskip("rasterio")
    path = tmp_path / "small.tif"
    path.write_bytes(small_geotiff())
    with rasterio.open(path) as file:
        band = file.read(1)
        assert (file.crs.to_epsg(), file.shape) == (32633, (SIDE, SIDE))
    assert band[7, 50] == value_at(50, 7)
