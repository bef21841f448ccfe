"""A hand-written openEO back-end that says what a test tells it to, also what no good one would."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = tuple[int, str | dict[str, Any]]
TOKEN = "scripted-token"
_ENDPOINTS = {
    "/credentials/basic": ["GET"],
    "/me": ["GET"],
    "/jobs": ["GET", "POST"],
    "/jobs/{job_id}": ["GET"],
    "/jobs/{job_id}/logs": ["GET"],
    "/jobs/{job_id}/results": ["GET", "POST"],
}


class ScriptedBackEnd:
    """One job, `j-1`. `script`: answers by "METHOD /path", each list used up to its last one."""

    def __init__(self, script: dict[str, list[Answer]] | None = None) -> None:
        self.requests: list[str] = []
        self.bodies: dict[str, bytes] = {}
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self._answer))
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._script = {name: list(answers) for name, answers in (script or {}).items()}
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def __enter__(self) -> ScriptedBackEnd:
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _answer(self, name: str, body: bytes) -> Answer:
        with self._lock:
            self.requests.append(name)
            self.bodies[name] = body
            answers = self._script.get(name)
            if answers:
                return answers.pop(0) if len(answers) > 1 else answers[0]
        return _usual(name)


def job(status: str, **fields: Any) -> Answer:
    """`GET /jobs/j-1` in this status."""
    return 200, {"id": "j-1", "status": status, "created": "2026-01-01T00:00:00Z", **fields}


def _usual(name: str) -> Answer:
    endpoints = [{"path": path, "methods": methods} for path, methods in _ENDPOINTS.items()]
    answers: dict[str, Answer] = {
        "GET /": (200, {"api_version": "1.2.0", "title": "Scripted", "endpoints": endpoints}),
        "GET /credentials/basic": (200, {"access_token": TOKEN}),
        "GET /me": (200, {"user_id": "test"}),
        "POST /jobs": (201, ""),
        "POST /jobs/j-1/results": (202, ""),
        "GET /jobs/j-1": job("finished"),
        "GET /jobs/j-1/logs": (200, {"logs": [], "links": []}),
        "GET /jobs/j-1/results": (200, {"assets": {}, "links": []}),
    }
    return answers.get(name, (404, {"code": "NotFound", "message": "There is nothing here."}))


def _handler(answer: Callable[[str, bytes], Answer]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _serve(self) -> None:
            given = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, content = answer(f"{self.command} {self.path.partition('?')[0]}", given)
            is_json = isinstance(content, dict)
            body = (json.dumps(content) if is_json else str(content)).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json" if is_json else "text/html")
            self.send_header("Content-Length", str(len(body)))
            if status == 201:
                self.send_header("OpenEO-Identifier", "j-1")
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = do_DELETE = _serve  # noqa: N815 - names of http.server

        def log_message(self, *_arguments: object) -> None:
            """Silent."""

    return Handler
