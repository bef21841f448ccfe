"""The official openeo Python client uses the embedded back-end, and the app sees what it did."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import xarray

from tests.support.command_line import PASSWORD, CommandLine
from tests.support.local_backend import LocalBackend

pytestmark = pytest.mark.interop
SCRIPT = Path(__file__).with_name("use_back_end.py")


@pytest.fixture(scope="session")
def seen(
    client_python: Path, backend: LocalBackend, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """What the script saw."""
    folder = tmp_path_factory.mktemp("client")
    (folder / "results").mkdir()
    ended = subprocess.run(
        [client_python, SCRIPT, backend.url, backend.user, folder / "results"],
        env={**os.environ, PASSWORD: backend.password, "HOME": str(folder), "PYTHONPATH": ""},
        capture_output=True, text=True, timeout=120, cwd=folder, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    result: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    return result


def test_client_finds_its_way(seen: dict[str, Any], backend: LocalBackend) -> None:
    assert seen["capabilities"] == "1.2.0"
    assert seen["me"] == backend.user
    assert "SAMPLE_S2" in seen["collections"]
    assert {"B04", "B08", "SCL"} <= set(seen["bands"])
    assert {"load_collection", "reduce_dimension", "save_result"} <= set(seen["processes"])
    assert {"GTiff", "netCDF", "JSON"} <= set(seen["formats"])


def test_client_validates(seen: dict[str, Any]) -> None:
    assert seen["valid"] == []
    assert "ProcessUnsupported" in {problem["code"] for problem in seen["invalid"]}


def test_client_runs_a_job_and_reads_its_log(seen: dict[str, Any]) -> None:
    assert (seen["before"], seen["status"]) == ("created", "finished")
    assert seen["job"] in seen["listed"]
    assert any("SAMPLE_S2" in message for message in seen["log"])


def test_client_downloads_a_right_result(seen: dict[str, Any], backend_state: Path) -> None:
    import rasterio

    (file,) = [Path(name) for name in seen["files"] if name.endswith(".tif")]
    assert seen["metadata"] == "Collection"
    (sample,) = backend_state.rglob("SAMPLE_S2.nc")
    with rasterio.open(file) as raster:
        got = raster.read(1)
    with xarray.open_dataset(sample) as source:
        red, infrared = source["B04"].astype(float), source["B08"].astype(float)
        expected = ((infrared - red) / (infrared + red)).sel(t=slice("2024-06-01", "2024-09-30"))
        np.testing.assert_allclose(got, expected.mean("t").values, atol=1e-6)


def test_app_sees_the_job(seen: dict[str, Any], backend: LocalBackend, bare: CommandLine) -> None:
    bare.password = backend.password
    ended = bare.run("jobs", "--backend", backend.url, "--user", backend.user, "--json")
    assert ended.code == 0
    (job,) = [entry for entry in ended.documents if entry["id"] == seen["job"]]
    assert (job["status"], job["title"]) == ("finished", "By the Python client")


def test_app_downloads_what_the_client_computed(
    seen: dict[str, Any], backend: LocalBackend, bare: CommandLine, tmp_path: Path
) -> None:
    bare.password = backend.password
    at = ("--backend", backend.url, "--user", backend.user)
    ended = bare.run("download", seen["job"], *at, "--out", tmp_path / "out", "--only", "*.tif")
    assert ended.code == 0
    (mine,) = (tmp_path / "out").glob("*.tif")
    (theirs,) = [Path(name) for name in seen["files"] if name.endswith(".tif")]
    assert mine.read_bytes() == theirs.read_bytes()
