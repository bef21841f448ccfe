"""A back-end in a process of its own that has nothing but a long listing.

`python -m tests.bench.listing_server JOBS PAGE HOW` prints its port; it ends when its stdin is
closed. Realistic items, as openeo-python-driver sends them, with a description. HOW is «made»: each
page is made of its items when it is asked for, as every back-end does; «ready»: all pages are kept
as bytes, so that the wire and the reader alone are measured; or «active»: as «made», and the newest
jobs run. Nothing of the app is here.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "bench"
ACTIVE = 10
"""So many of the newest jobs run where HOW is «active»."""
_CAPABILITIES = {
    "api_version": "1.2.0",
    "title": "Bench",
    "endpoints": [
        {"path": "/jobs", "methods": ["GET", "POST"]},
        {"path": "/jobs/{job_id}", "methods": ["GET", "DELETE"]},
        {"path": "/jobs/{job_id}/results", "methods": ["GET", "POST", "DELETE"]},
        {"path": "/credentials/basic", "methods": ["GET"]},
    ],
}
_STATUSES = ("finished", "finished", "finished", "finished", "error", "canceled", "created")
_NEWEST, _APART = dt.datetime(2026, 11, 1, tzinfo=dt.UTC), dt.timedelta(minutes=26)
_PLACES = ("Leuven", "Aosta", "Gdańsk", "Uppsala", "Évora", "Wageningen", "Bolzano", "Münster")


def item(number: int) -> dict[str, Any]:
    """One job of the listing, the newest first; about 500 bytes, none of them active.

    Ids (`j-`, the time, hexadecimal digits) and the order are those of openeo-python-driver where a
    `limit` is asked for: a listing is not a shuffled pack of cards.
    """
    place = _PLACES[number % len(_PLACES)]
    status = _STATUSES[number % len(_STATUSES)]
    created = (_NEWEST - number * _APART).isoformat()
    day, clock = created[:10], created[11:19]
    stamp = f"{day}{clock}".replace("-", "").replace(":", "")[2:]
    made = {
        "id": f"j-{stamp}{number * 2654435761 % 2**80:020x}",
        "title": f"NDVI composite {place} {2015 + number % 11}, run {number}",
        "description": f"Monthly maximum of the normalised difference vegetation index over "
        f"{place}, cloud masked with the scene classification, tile {number % 997}. "
        f"Made for the report of season {number % 40}.",
        "status": status,
        "created": f"{day}T{clock}Z",
        "updated": f"{day}T23:{number % 60:02}:{number % 59:02}Z",
        "plan": "free",
        "links": [],
    }
    if status != "created":
        made |= {"progress": 100, "costs": round(0.25 * (number % 400), 2)}
    return made


@dataclass(frozen=True)
class Pages:
    """A listing of so many jobs in pages of so many."""

    jobs: int
    size: int
    active: int = 0

    def __len__(self) -> int:
        return (self.jobs + self.size - 1) // self.size

    def make(self, page: int) -> bytes:
        """One of them, with the link to the next."""
        start = page * self.size
        numbers = range(start, min(self.jobs, start + self.size))
        running = {"status": "running", "progress": 50}
        items = [item(n) | (running if n < self.active else {}) for n in numbers]
        more = page + 1 < len(self)
        links = [{"rel": "next", "href": f"jobs?page={page + 1}"}] if more else []
        return json.dumps({"jobs": items, "links": links}).encode()


@contextlib.contextmanager
def listing_server(
    jobs: int, page: int, *, ready: bool = False, active: bool = False
) -> Iterator[str]:
    """The server in a process of its own; yields its URL."""
    how = "active" if active else "ready" if ready else "made"
    command = [sys.executable, "-m", "tests.bench.listing_server", str(jobs), str(page), how]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.stdin.close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    page: Callable[[int], bytes]

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path == "/jobs":
            self._send(type(self).page(int(parse_qs(parts.query).get("page", ["0"])[0])))
            return
        answers = {
            "/": _CAPABILITIES,
            "/credentials/basic": {"access_token": "bench"},
            "/me": {"user_id": "me"},
        }
        found = answers.get(parts.path)
        self._send(json.dumps(found or {"code": "NotFound"}).encode(), 200 if found else 404)

    def _send(self, body: bytes, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Silent."""


def main(jobs: int, size: int, how: str) -> None:
    """Serve until stdin ends."""
    pages = Pages(jobs, size, ACTIVE if how == "active" else 0)
    kept = [pages.make(page) for page in range(len(pages))] if how == "ready" else []
    _Handler.page = staticmethod(kept.__getitem__ if kept else pages.make)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
