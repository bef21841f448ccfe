"""Pictures of a large raster: the first one, each step after it, memory, the window's gaps, bytes.

A cloud-optimised GeoTIFF of 20,000 x 20,000 pixels, on the disk and behind a line of 50 ms.
"""

from __future__ import annotations

import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.nginx import is_there, nginx
from tests.bench.report import Result
from tests.support.fake_back_end import FakeBackEnd
from tests.support.source_tree import ROOT

RUNS = 5
LATENCY_MS = 50
SIDE = 20_000
NAME = "picture.tif"


def run(small: bool) -> Iterator[Result]:
    """All of it; with `small` a picture of 2,000 pixels."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as folder:
        bench = _Bench(Path(folder), small)
        yield from bench.on_disk()
        if is_there():
            yield from bench.on_server()


class _Bench:
    """The file, and the runs over it."""

    def __init__(self, place: Path, small: bool) -> None:
        self._place = place
        self._small = small
        self._runs = 1 if small else RUNS
        self._side = SIDE // 10 if small else SIDE
        self._file = place / NAME
        write_cog(self._file, self._side)
        self._what = f"COG of {self._side:,} x {self._side:,}"

    def on_disk(self) -> Iterator[Result]:
        """From this computer."""
        found = [self._run({"path": str(self._file)}) for _ in range(self._runs)]
        cold = [self._run({"path": str(self._file), "warm": False, "steps": 1})["first"]]
        yield self._result("first picture", "s", [one["first"] for one in found], 0.5)
        yield Result(f"{self._what}: first picture, its process not yet started", "s", cold)
        slowest = [1000 * max(one["steps"]) for one in found]
        usual = [1000 * statistics.median(one["steps"]) for one in found]
        yield self._result("slowest of 40 steps of pan and zoom", "ms", slowest, 100.0)
        yield self._result("a step, median", "ms", usual, None)
        yield self._result("memory above idle, both processes", "MiB", _all(found, "grown"), 200.0)
        yield self._result("longest gap of the window", "ms", _all(found, "gap"), 50.0)

    def on_server(self) -> Iterator[Result]:
        """Behind a line that takes 50 ms there and back."""
        with nginx(self._place, self._place / "nginx") as port, _slow_line(port) as slow:
            found = [self._remote(slow) for _ in range(self._runs)]
        what = f"over http with {LATENCY_MS} ms: "
        yield self._result(f"{what}first picture", "s", _all(found, "first"), 1.0)
        fetched = [one["bytes"] / 2**20 for one in found]
        yield self._result(f"{what}fetched for it", "MiB", fetched, 2.0)
        yield self._result(f"{what}requests for it", "", _all(found, "requests"), None)
        yield self._result(f"{what}longest gap of the window", "ms", _all(found, "gap"), 50.0)

    def _remote(self, port: int) -> dict[str, Any]:
        with FakeBackEnd() as back_end:
            back_end.job("j", "finished")
            asset = {
                "href": f"http://127.0.0.1:{port}/{NAME}",
                "type": "image/tiff; application=geotiff; profile=cloud-optimized",
                "file:size": self._file.stat().st_size,
            }
            back_end.results["j"] = {
                "type": "Collection", "stac_version": "1.0.0", "id": "j", "links": [],
                "assets": {"picture": asset},
            }  # fmt: skip
            return self._run({"url": back_end.base, "steps": 1})

    def _run(self, plan: dict[str, Any]) -> dict[str, Any]:
        with tempfile.TemporaryDirectory(dir=self._place) as place:
            path = Path(place) / "plan.json"
            path.write_text(json.dumps({"place": place, **plan}))
            command = [sys.executable, "-m", "tests.bench.preview_run", str(path)]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr)
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return found

    def _result(self, words: str, unit: str, values: list[float], budget: float | None) -> Result:
        return Result(f"{self._what}: {words}", unit, values, None if self._small else budget)


def _all(found: list[dict[str, Any]], name: str) -> list[float]:
    return [float(one[name]) for one in found]


@contextlib.contextmanager
def _slow_line(port: int) -> Iterator[int]:
    command = [sys.executable, "-m", "tests.bench.slow_line", str(port), str(LATENCY_MS)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield int(process.stdout.readline())
        process.terminate()


def write_cog(path: Path, side: int) -> None:
    """A cloud-optimised GeoTIFF of so many pixels each way: hills with the noise of a sensor."""
    import numpy as np
    import rasterio
    from rasterio import Affine
    from rasterio.shutil import copy
    from rasterio.windows import Window

    profile = {
        "driver": "GTiff", "width": side, "height": side, "count": 1, "dtype": "uint16",
        "crs": "EPSG:32633", "transform": Affine(10, 0, 400_000, 0, -10, 5_300_000), "nodata": 0,
        "tiled": True, "blockxsize": 512, "blockysize": 512, "compress": "deflate", "zlevel": 1,
    }  # fmt: skip
    noise = np.random.default_rng(7).integers(0, 64, (512, 512), dtype=np.uint16)
    plain = path.with_suffix(".plain.tif")
    with rasterio.open(plain, "w", **profile) as out:
        for row in range(0, side, 512):
            for column in range(0, side, 512):
                w, h = min(512, side - column), min(512, side - row)
                y, x = np.mgrid[row : row + h, column : column + w]
                hills = (1500 + 1400 * np.sin(x / 900) * np.cos(y / 700)).astype(np.uint16)
                out.write(hills + noise[:h, :w], 1, window=Window(column, row, w, h))
    copy(plain, path, driver="COG", compress="deflate", level=1, overviews="auto")
    plain.unlink()
