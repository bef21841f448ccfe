"""VITO's openeo_driver (what Terrascope and Copernicus run) as a real process on a free port.

Its pins conflict with ours, so it runs with an interpreter of its own; see ../shared/servers.
"""

from __future__ import annotations

import os
import socket
import subprocess
import time
from pathlib import Path

import requests

_DEADLINE_S = 60.0


class DriverServer:
    """A running server; a context manager that ends it. `user` and `password` sign in."""

    user = "test"
    password = "TEST!!!"

    def __init__(
        self, python: Path, script: Path, folder: Path, *, sign_ttl: int = 3600, **settings: str
    ) -> None:
        """Start it; returns when it answers.

        Args:
            script: driver_server.py.
            folder: Where the results of its jobs and what it prints go.
            sign_ttl: Life of a signed link in seconds.
            settings: Further variables of the script (QUEUE_S, RUN_S, RESULT_FILES).
        """
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}/openeo/1.2"
        folder.mkdir(parents=True, exist_ok=True)
        variables = {"QUEUE_S": "0.4", "RUN_S": "0.6", "SIGN_TTL": str(sign_ttl), **settings}
        self._log = (folder / "server.log").open("wb")
        self.process = subprocess.Popen(
            [python, script, str(self.port)],
            env={**os.environ, "JOBS_DIR": str(folder / "jobs"), **variables},
            stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log, cwd=folder,
        )  # fmt: skip
        self._wait_until_ready(folder / "server.log")

    def _wait_until_ready(self, log: Path) -> None:
        end = time.monotonic() + _DEADLINE_S
        while True:
            try:
                if requests.get(f"{self.url}/", timeout=60).ok:
                    return
            except requests.ConnectionError:
                pass
            ended = self.process.poll() is not None or time.monotonic() > end
            if ended:
                self.stop()
                raise AssertionError(f"the server does not start:\n{log.read_text('utf-8')}")
            time.sleep(0.1)

    def __enter__(self) -> DriverServer:
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End it; its jobs go with it."""
        self.process.terminate()
        self.process.wait(30)
        self._log.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
