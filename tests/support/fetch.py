"""One download of `api` in a test, with everything it told on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from openeo_desktop.api.connection import Connection
from openeo_desktop.api.download import Transfer, download
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.downloads import Verification
from tests.support.fault_server import FaultServer

BODY = bytes(range(256)) * 4096  # 1 MiB
ETAG = '"v1"'
SHA = "1220" + hashlib.sha256(BODY).hexdigest()


class Fetch:
    """One download into a folder, with what it was told on the way."""

    def __init__(self, server: FaultServer, connection: Connection, folder: Path) -> None:
        self.connection = connection
        self.folder = folder
        self.transfer = Transfer(
            f"{server.url}/file?sig=1", folder / "f.1.part", folder / "f", None, SHA
        )
        self.token = CancelToken()
        self.starts: list[tuple[str, int | None]] = []
        self.seen: list[tuple[int, int | None]] = []
        self.on_bytes: Callable[[], None] = lambda: None

    def run(self) -> Verification:
        def on_start(etag: str, total: int | None) -> None:
            self.starts.append((etag, total))
            self.transfer.etag = etag

        def on_bytes(done: int, total: int | None) -> None:
            self.seen.append((done, total))
            self.on_bytes()

        return download(self.connection, self.transfer, on_start, on_bytes, self.token)

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
