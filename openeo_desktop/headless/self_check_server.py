"""A back-end of a few lines on the loopback, with one finished job and one file, for a download.

Only what the self-check asks for is answered (openEO API 1.2); one user, a password of one run.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Self

USER, JOB, FILE = "self-check", "job-1", "sample.tif"
_TIME = "2026-01-01T00:00:00Z"
_ENDPOINTS = ("/credentials/basic", "/me", "/jobs", "/jobs/{job_id}", "/jobs/{job_id}/results")


class SelfCheckServer:
    """Serves `content` until it is left.

    Attributes:
        url: Where it listens.
        password: Of `USER`.
    """

    def __init__(self, content: bytes) -> None:
        self.password = secrets.token_urlsafe(16)
        self._token = secrets.token_urlsafe(16)
        self._content = content
        server = self

        class Handler(BaseHTTPRequestHandler):
            """Hands each request to the server above."""

            def do_GET(self) -> None:
                server.answer(self)

            def log_message(self, *_message: Any) -> None:
                """Nothing is printed."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """What stands at the path of the request, for who may have it."""
        answers: dict[str, Callable[[], Any]] = {
            "/.well-known/openeo": self._versions,
            "/": self._capabilities,
            "/credentials/basic": lambda: {"access_token": self._token},
            "/me": lambda: {"user_id": USER},
            f"/jobs/{JOB}": _job,
            f"/jobs/{JOB}/results": self._results,
        }
        path = request.path.partition("?")[0]
        if not self._is_allowed(path, request.headers.get("Authorization", "")):
            _send(request, 401, b'{"code": "AuthenticationRequired", "message": "Sign in."}')
        elif path == f"/files/{FILE}":
            _send(request, 200, self._content, "image/tiff")
        elif path in answers:
            _send(request, 200, json.dumps(answers[path]()).encode())
        else:
            _send(request, 404, b'{"code": "NotFound", "message": "There is no such thing."}')

    def _is_allowed(self, path: str, authorization: str) -> bool:
        if path in ("/", "/.well-known/openeo"):
            return True
        wanted = f"Bearer basic//{self._token}"
        if path == "/credentials/basic":
            known = base64.b64encode(f"{USER}:{self.password}".encode())
            wanted = f"Basic {known.decode()}"
        return secrets.compare_digest(authorization.encode(), wanted.encode())

    def _versions(self) -> dict[str, Any]:
        return {"versions": [{"url": f"{self.url}/", "api_version": "1.2.0", "production": True}]}

    def _capabilities(self) -> dict[str, Any]:
        return {
            "api_version": "1.2.0",
            "backend_version": "1",
            "stac_version": "1.0.0",
            "id": "self-check",
            "title": "Self-check",
            "description": "Of the app itself",
            "endpoints": [{"path": path, "methods": ["GET", "POST"]} for path in _ENDPOINTS],
            "links": [],
        }

    def _results(self) -> dict[str, Any]:
        digest = hashlib.sha256(self._content).hexdigest()
        asset = {
            "href": f"{self.url}/files/{FILE}",
            "type": "image/tiff; application=geotiff",
            "roles": ["data"],
            "file:size": len(self._content),
            "file:checksum": f"1220{digest}",  # a multihash: sha2-256 of 32 bytes
        }
        return {
            "type": "Feature",
            "stac_version": "1.0.0",
            "id": JOB,
            "geometry": None,
            "properties": {"datetime": _TIME},
            "links": [],
            "assets": {FILE: asset},
        }


def _job() -> dict[str, Any]:
    process = {"process_graph": {"one": {"process_id": "pi", "arguments": {}, "result": True}}}
    return {"id": JOB, "status": "finished", "created": _TIME, "process": process}


def _send(
    request: BaseHTTPRequestHandler, status: int, body: bytes, kind: str = "application/json"
) -> None:
    request.send_response(status)
    request.send_header("Content-Type", kind)
    request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    request.wfile.write(body)
