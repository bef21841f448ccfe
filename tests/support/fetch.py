"""One download of `api` in a test, with everything it told on the way."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.api.connection import Connection
from openeo_desktop.api.download import Arrived, Transfer, download
from openeo_desktop.core.bandwidth import Bandwidth
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.downloads import PartRecord, Verification
from tests.support.fault_server import FaultServer

BODY = bytes(range(256)) * 4096  # 1 MiB
ETAG = '"v1"'
SHA = "1220" + hashlib.sha256(BODY).hexdigest()


class Fetch:
    """One download into a folder, with what it was told on the way; it is the `Journal` too."""

    def __init__(self, server: FaultServer, connection: Connection, folder: Path) -> None:
        self.connection = connection
        self.folder = folder
        self.transfer = Transfer(
            f"{server.url}/file?sig=1", folder / "f.1.part", folder / "f", None, SHA
        )
        self.token = CancelToken()
        self.bandwidth = Bandwidth()
        self.starts: list[tuple[str, int | None]] = []
        self.commits: list[int] = []
        self.seen: list[tuple[int, int | None]] = []
        self.on_begin: Callable[[], None] = lambda: None
        self.on_bytes: Callable[[], None] = lambda: None
        self.arrived: Arrived | None = None

    def change(self, **values: Any) -> None:
        """Other values of the transfer."""
        self.transfer = dataclasses.replace(self.transfer, **values)

    def know(self, **values: Any) -> None:
        """Other values of what is durable."""
        self.change(known=dataclasses.replace(self.transfer.known, **values))

    def begin(self, validator: str, total: int | None) -> None:
        self.on_begin()
        self.starts.append((validator, total))
        self.change(known=PartRecord(validator, 0, total))

    def commit(self, size: int) -> None:
        self.commits.append(size)
        self.know(committed=size)

    def ready(self, target: Path, verified: Verification, size: int) -> None:
        self.know(ready=True, verified=verified, committed=size, total=size)

    def progress(self, done: int, total: int | None) -> None:
        self.seen.append((done, total))
        self.on_bytes()

    def run(self) -> Verification:
        self.arrived = download(self.connection, self.transfer, self, self.bandwidth, self.token)
        return self.arrived.verified

    def fails(self, kind: type[BaseException]) -> BaseException:
        with pytest.raises(kind) as caught:
            self.run()
        assert not self.transfer.target.exists()
        return caught.value

    @property
    def part(self) -> bytes | None:
        return self.transfer.part.read_bytes() if self.transfer.part.exists() else None

    @property
    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.folder.iterdir()}
