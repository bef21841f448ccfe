"""Downloads from nginx beside curl and the openeo Python client; memory, the window's gaps, and how
soon a pause is answered."""

from __future__ import annotations

import hashlib
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench import download_answers, download_rows
from tests.bench.nginx import is_there, nginx
from tests.bench.report import Result
from tests.bench.warm_memory import warm
from tests.support.fake_back_end import PASSWORD, FakeBackEnd
from tests.support.source_tree import ROOT

MIB = 1024 * 1024
SPARE = 256 * MIB
RUNS = 5
LATENCY_MS = 20
CLIENT = "OPENEO_DESKTOP_CLIENT_PYTHON"


def run(small: bool) -> Iterator[Result]:
    """All of it; with `small` a thousandth of the bytes."""
    yield from download_answers.run(small)
    yield from download_rows.run(small)
    if not is_there():
        yield Result("nginx is not installed (Debian: nginx-light)", "", [0.0], 1.0, True)
        return
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as folder:
        bench = _Bench(Path(folder), small)
        with nginx(bench.root, bench.place / "nginx") as port:
            bench.port = port
            yield from bench.one_large_file()
            yield from bench.memory()
            yield from bench.window()
            yield from bench.many_small_files()


class _Bench:
    """The files, and the runs over them."""

    def __init__(self, place: Path, small: bool) -> None:
        self.place = place
        self.root = place / "files"
        self.port = 0
        self._small = small
        self._count = 0
        self.root.mkdir()

    def _file(self, name: str, size: int) -> dict[str, Any]:
        """A file of random bytes, as an asset."""
        randomness, digest, left = random.Random(name), hashlib.sha256(), size
        with (self.root / name).open("wb") as out:
            while left:
                piece = randomness.randbytes(min(MIB, left))
                out.write(piece)
                digest.update(piece)
                left -= len(piece)
        return self._asset(name, size) | {"file:checksum": "1220" + digest.hexdigest()}

    def _asset(self, name: str, size: int, host: str = "127.0.0.1") -> dict[str, Any]:
        return {"href": f"http://{host}:{self.port}/{name}", "file:size": size}

    def _engine(self, assets: dict[str, Any], verified: str = "checksum", **plan: Any) -> Any:
        """One run of ours, in a process of its own."""
        self._count += 1
        target = self.place / f"run-{self._count}"
        target.mkdir()
        document = {"type": "Collection", "assets": assets, "links": []}
        whole = {"place": str(target), "document": document, "verified": verified, **plan}
        (target / "plan.json").write_text(json.dumps(whole))
        command = [sys.executable, "-m", "tests.bench.download_run", str(target / "plan.json")]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        shutil.rmtree(target)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return json.loads(done.stdout.splitlines()[-1])

    def _curl(self, name: str) -> tuple[float, float, float]:
        """Seconds, CPU seconds, and seconds until its file is on the disk for good."""
        target, url = self.place / "curl", f"http://127.0.0.1:{self.port}/{name}"
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(["curl", "-s", "-o", str(target), url], check=True)
        seconds, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        with target.open("rb+") as file:
            os.fsync(file.fileno())
        durable = time.perf_counter() - began
        target.unlink()
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return seconds, cpu, durable

    def one_large_file(self) -> Iterator[Result]:
        """Side by side with curl, which verifies nothing and makes nothing durable."""
        size = MIB if self._small else 1024 * MIB
        assets = {"large": self._file("large", size)}
        speed, cpu, ours, curls, durables = [], [], [], [], []
        for _ in range(1 if self._small else RUNS):
            warm(size + SPARE)
            seconds, used, durable = self._curl("large")
            mine = self._engine(assets, warm=size + SPARE)
            speed.append(seconds / mine["seconds"])
            cpu.append(mine["cpu"] / max(used, 0.001))
            ours.append(mine["seconds"])
            curls.append(seconds)
            durables.append(durable / mine["seconds"])
        peer = f"curl, {min(curls):.2f} to {max(curls):.2f} s"
        what = f"{size // MIB} MiB from nginx, sha-256 verified and made durable"
        limits = (None, None) if self._small else (0.85, 2.0)
        yield Result(f"{what}: throughput", "x", speed, limits[0], True, peer)
        yield Result(f"{what}: throughput beside curl and fsync", "x", durables, None, True)
        yield Result(f"{what}: CPU time", "x", cpu, limits[1], False, peer)
        yield Result(what, "s", ours)
        (self.root / "large").unlink()

    def memory(self) -> Iterator[Result]:
        """A sparse file: nothing but zeros, and many of them."""
        size = 5 * MIB if self._small else 5 * 1024 * MIB
        with (self.root / "sparse").open("wb") as out:
            out.truncate(size)
        found = self._engine({"sparse": self._asset("sparse", size)}, "length")
        grown = [found["grown"] / MIB]
        yield Result(f"memory for a file of {size // MIB} MiB", "MiB", grown, 40.0)
        (self.root / "sparse").unlink()

    def window(self) -> Iterator[Result]:
        """Eight at once, from two hosts, while a window wants to react."""
        size = MIB if self._small else 200 * MIB
        asset = self._file("eighth", size)
        assets = {}
        for number in range(8):
            host = "127.0.0.1" if number % 2 else "localhost"
            assets[f"{number}"] = asset | {"href": f"http://{host}:{self.port}/eighth"}
        gaps = [
            self._engine(assets, window=True, settings={"per_host": 4, "total": 8})["gap"]
            for _ in range(1 if self._small else 3)
        ]
        idle = self._engine({"0": assets["0"]}, window=True, settings={"limit_kib_s": 20_000})[
            "gap"
        ]
        limit = None if self._small else 50.0
        peer = f"one download at 20 MiB/s, {idle:.0f} ms"
        yield Result("longest gap of the window during 8 downloads", "ms", gaps, limit, False, peer)
        (self.root / "eighth").unlink()

    def many_small_files(self) -> Iterator[Result]:
        """Through a line of 20 ms, ours and the client's the same."""
        count = 10 if self._small else 1000
        client = os.environ.get(CLIENT) or str(ROOT / ".venv-client" / "bin" / "python")
        if not Path(client).exists():
            return
        files = {f"{n}.bin": self._file(f"{n}.bin", 100 * 1024) for n in range(count)}
        with self._slow_line() as line:
            assert line.stdout is not None
            port = int(line.stdout.readline())
            for name, asset in files.items():
                asset["href"] = f"http://127.0.0.1:{port}/{name}"
            ours = [self._engine(files)["seconds"] for _ in range(1 if self._small else 3)]
            theirs = self._client(client, files)
            line.terminate()
        peer = f"openeo client's download_files, {theirs:.1f} s"
        what = f"{count} files of 100 KiB at {LATENCY_MS} ms"
        limit = None if self._small else 3.0
        yield Result(what, "x", [theirs / seconds for seconds in ours], limit, True, peer)

    def _slow_line(self) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.bench.slow_line", str(self.port), str(LATENCY_MS)]
        return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def _client(self, python: str, files: dict[str, Any]) -> float:
        """One run of the official client; seconds."""
        with FakeBackEnd() as back_end:
            back_end.job("j", "finished")
            back_end.results["j"] = {
                "type": "Collection", "stac_version": "1.0.0", "id": "j", "links": [],
                "assets": files,
            }  # fmt: skip
            target = self.place / "client"
            target.mkdir()
            script = Path(__file__).with_name("openeo_client_files.py")
            done = subprocess.run(
                [python, str(script), back_end.base, str(target)],
                input=f"{PASSWORD}\n", capture_output=True, text=True, check=False,
                cwd=self.place, env={**os.environ, "HOME": str(self.place), "PYTHONPATH": ""},
            )  # fmt: skip
        if done.returncode:
            raise RuntimeError(done.stderr)
        seconds, count = done.stdout.split()[-2:]
        assert int(count) >= len(files)
        return float(seconds)
