"""A small openEO back-end upon the fault server: honest until a test changes one of its answers."""

from __future__ import annotations

import base64
import datetime as dt
import json
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs

from tests.support.fault_server import FaultServer, Reply, Request, json_reply

PASSWORD = "correct horse"
ENDPOINTS = [
    {"path": "/jobs", "methods": ["GET", "POST"]},
    {"path": "/jobs/{job_id}", "methods": ["GET", "DELETE", "PATCH"]},
    {"path": "/jobs/{job_id}/results", "methods": ["GET", "POST", "DELETE"]},
    {"path": "/jobs/{job_id}/logs", "methods": ["GET"]},
    {"path": "/credentials/basic", "methods": ["GET"]},
]


def error(code: str, status: int, message: str = "No.") -> Reply:
    """An openEO error answer."""
    return json_reply({"code": code, "message": message, "id": "ref-1"}, status)


def _without_process(job: dict[str, Any]) -> dict[str, Any]:
    """Listings carry scalars only."""
    return {name: value for name, value in job.items() if name != "process"}


class FakeBackEnd(FaultServer):
    """`jobs` by id and `logs` by job are served as they are; `tokens` are those accepted."""

    def __init__(self, api: str = "/openeo/1.2") -> None:
        super().__init__()
        self.api = api
        self.jobs: dict[str, dict[str, Any]] = {}
        self.logs: dict[str, list[dict[str, Any]]] = {}
        self.results: dict[str, dict[str, Any]] = {}
        self.tokens = {"token-1"}
        self.next_token = "token-1"
        self.password = PASSWORD
        self.on(
            f"{api}/", json_reply({"api_version": "1.2.0", "title": "Fake", "endpoints": ENDPOINTS})
        )
        self.on(f"{api}/credentials/basic", self._sign_in)

    def __enter__(self) -> FakeBackEnd:
        super().__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        super().__exit__(kind, error, trace)

    @property
    def base(self) -> str:
        return f"{self.url}{self.api}"

    def job(self, job_id: str, status: str = "created", **others: Any) -> dict[str, Any]:
        """Add or change a job."""
        now = dt.datetime.now(dt.UTC).isoformat()
        known = self.jobs.get(job_id, {"id": job_id, "created": now})
        self.jobs[job_id] = known | {"status": status, "updated": now} | others
        return self.jobs[job_id]

    def answer(self, request: Request) -> Reply:
        """A scripted answer if there is one, else what an honest back-end says."""
        scripted = super().answer(request)
        if scripted.status != 404 or not request.path.startswith(f"{self.api}/jobs"):
            return scripted
        if request.path in self._answers or f"{request.method} {request.path}" in self._answers:
            return scripted
        if not self.accepts(request.headers.get("authorization", "")):
            return error("TokenInvalid", 403)
        return self._honest(request, request.path.removeprefix(f"{self.api}/jobs").strip("/"))

    def accepts(self, authorization: str) -> bool:
        """Whether a request with this header comes from somebody who is signed in."""
        return authorization.removeprefix("Bearer basic//") in self.tokens

    def _sign_in(self, request: Request) -> Reply:
        name, _, word = request.headers.get("authorization", "").partition(" ")
        given = base64.b64decode(word).decode() if name == "Basic" else ""
        if given.partition(":")[2] != self.password:
            return error("CredentialsInvalid", 403)
        self.tokens.add(self.next_token)
        return json_reply({"access_token": self.next_token})

    def _honest(self, request: Request, tail: str) -> Reply:
        if not tail:
            return self._collection(request)
        job_id, _, part = tail.partition("/")
        if job_id not in self.jobs:
            return error("JobNotFound", 404)
        if part == "logs":
            return self._log(request, job_id)
        if part == "results":
            return self._results(request, job_id)
        if request.method == "DELETE":
            del self.jobs[job_id]
            return Reply(204)
        if request.method == "PATCH":
            self.jobs[job_id] |= json.loads(request.body)
            return Reply(204)
        return json_reply({"process": {"process_graph": {}}} | self.jobs[job_id])

    def _collection(self, request: Request) -> Reply:
        if request.method == "GET":
            listed = [_without_process(job) for job in self.jobs.values()]
            return json_reply({"jobs": listed, "links": []})
        job_id = f"made-{len(self.jobs)}"
        self.job(job_id)
        return Reply(201, headers={"OpenEO-Identifier": job_id})

    def _log(self, request: Request, job_id: str) -> Reply:
        entries = self.logs.get(job_id, [])
        ids = [entry.get("id") for entry in entries]
        offset = parse_qs(request.query).get("offset", [""])[0]
        start = ids.index(offset) + 1 if offset in ids else 0
        return json_reply({"logs": entries[start:], "links": []})

    def _results(self, request: Request, job_id: str) -> Reply:
        if request.method == "POST":
            self.job(job_id, "queued")
            return Reply(202)
        if request.method == "DELETE":
            self.job(job_id, "canceled")
            return Reply(204)
        known = self.results.get(job_id)
        return error("JobNotFinished", 400) if known is None else json_reply(known)
