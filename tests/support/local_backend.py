"""The embedded back-end as a real process on a free port, for every suite that needs a server.

Starts `python -m openeo_desktop.local` as the application does: password in the environment,
standard input as the string that ends it.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any

import requests

ROOT = Path(__file__).resolve().parents[2]
GRAPHS = ROOT / "resources" / "process_graphs"
ACTIVE = ("created", "queued", "running")
_END_S = 30.0


def example_process(name: str) -> dict[str, Any]:
    """The process of an example graph of the application, without its title."""
    document = json.loads((GRAPHS / f"{name}.json").read_text("utf-8"))
    return {"process_graph": document["process_graph"]}


class LocalBackend:
    """A running back-end; a context manager that ends it."""

    def __init__(self, state: Path, *data: Path, arguments: tuple[str, ...] = ()) -> None:
        """Start with this state folder and these data folders; returns when it is ready."""
        self.user = "local"
        self.password = secrets.token_urlsafe(12)
        folders = [argument for folder in data for argument in ("--data", str(folder))]
        command = [sys.executable, "-m", "openeo_desktop.local", "--port", "0"]
        self.process = subprocess.Popen(
            [*command, "--state", str(state), "--exit-with-parent", *folders, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={**os.environ, "OPENEO_DESKTOP_LOCAL_PASSWORD": self.password},
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, f"the back-end ended with exit code {self.process.wait()}"
        self.ready = json.loads(line)
        self.url: str = self.ready["url"]
        self.api: str = f"{self.url}openeo/1.2"
        self._token: str | None = None

    def __enter__(self) -> LocalBackend:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> int:
        """End it as the application does, by closing the pipe; returns the exit code."""
        if self.process.stdin and not self.process.stdin.closed:
            self.process.stdin.close()
        code = self.process.wait(_END_S)
        if self.process.stdout:
            self.process.stdout.close()
        return code

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.stop()

    def request(self, method: str, path: str, **options: Any) -> requests.Response:
        """A request with the bearer token; `path` is below the API, or an absolute URL."""
        url = path if path.startswith("http") else f"{self.api}{path}"
        headers = {"Authorization": self.bearer(), **options.pop("headers", {})}
        return requests.request(method, url, headers=headers, timeout=60, **options)

    def get(self, path: str, **options: Any) -> Any:
        """The JSON of a GET that must succeed."""
        answer = self.request("GET", path, **options)
        assert answer.status_code == requests.codes.ok, answer.text
        return answer.json()

    def bearer(self) -> str:
        """The Authorization header after basic sign-in."""
        if self._token is None:
            answer = requests.get(
                f"{self.api}/credentials/basic", auth=(self.user, self.password), timeout=30
            )
            self._token = answer.json()["access_token"]
        return f"Bearer basic//{self._token}"

    def create(self, process: dict[str, Any], **others: Any) -> str:
        """Create a job and return its id."""
        answer = self.request("POST", "/jobs", json={"process": process, **others})
        assert answer.status_code == requests.codes.created, answer.text
        return answer.headers["OpenEO-Identifier"]

    def start(self, job_id: str) -> None:
        """Start a job."""
        answer = self.request("POST", f"/jobs/{job_id}/results")
        assert answer.status_code == requests.codes.accepted, answer.text

    def run(self, process: dict[str, Any], **others: Any) -> str:
        """Create and start a job and wait for its end; returns its id."""
        job_id = self.create(process, **others)
        self.start(job_id)
        self.wait_for(job_id, "finished", "error", "canceled")
        return job_id

    def status(self, job_id: str) -> str:
        """The present status of a job."""
        status: str = self.get(f"/jobs/{job_id}")["status"]
        return status

    def wait_for(self, job_id: str, *statuses: str, deadline_s: float = 90.0) -> str:
        """Wait until the job has one of these statuses, and return it."""
        end = time.monotonic() + deadline_s
        while (status := self.status(job_id)) not in statuses:
            assert time.monotonic() < end, f"job {job_id} is still {status}"
            time.sleep(0.05)
        return status

    def logs(self, job_id: str, **query: Any) -> list[dict[str, Any]]:
        """The log entries of a job."""
        entries: list[dict[str, Any]] = self.get(f"/jobs/{job_id}/logs", params=query)["logs"]
        return entries

    def download(self, job_id: str, folder: Path) -> dict[str, Path]:
        """Download all assets of a finished job, by asset key."""
        files = {}
        for name, asset in self.get(f"/jobs/{job_id}/results")["assets"].items():
            answer = requests.get(asset["href"], timeout=60)
            assert answer.status_code == requests.codes.ok, answer.text
            files[name] = folder / Path(name).name
            files[name].write_bytes(answer.content)
        return files
