"""An openEO back-end that lives in virtual time: real HTTP, jobs that run by a timeline.

What it says is honest and depends on the time alone; `wire.py` brings it, or fails to.
"""

from __future__ import annotations

import base64
import random
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.simulation.faults import Weather
from tests.simulation.timelines import MINUTE, Timeline, stamp
from tests.simulation.virtual_time import VirtualTime
from tests.simulation.wire import Answer, Asked, WireServer

PASSWORD = "correct horse"
_PATHS = {
    "/jobs": ["GET", "POST"],
    "/jobs/{job_id}": ["GET", "DELETE"],
    "/jobs/{job_id}/logs": ["GET"],
    "/jobs/{job_id}/results": ["GET", "POST", "DELETE"],
    "/credentials/basic": ["GET"],
    "/me": ["GET"],
}
CAPABILITIES = {
    "api_version": "1.2.0",
    "backend_version": "1.0",
    "stac_version": "1.0.0",
    "id": "synthetic",
    "title": "Synthetic",
    "description": "Lives in virtual time.",
    "endpoints": [{"path": path, "methods": methods} for path, methods in _PATHS.items()],
    "links": [],
}


def error(status: int, code: str) -> Answer:
    """An openEO error object."""
    return Answer(status, {"code": code, "message": f"{code}.", "id": "ref"})


@dataclass
class SyntheticBackEnd:
    """A context manager. `url` has no trailing slash.

    Args:
        page: The most jobs on one page, whatever `limit` asks for.
        token_life: Seconds that a token holds.
    """

    time: VirtualTime
    jobs: Sequence[Timeline] = ()
    weather: Weather = field(default_factory=lambda: Weather(0))
    page: int = 1000
    token_life: float = float("inf")

    def __post_init__(self) -> None:
        self.by_id = {job.id: job for job in self.jobs}
        self.wire = WireServer(self.time, self.weather, self._answer, self.expire_tokens)
        self.url = self.wire.url
        self._tokens: dict[str, float] = {}
        self._lock = threading.Lock()

    def __enter__(self) -> SyntheticBackEnd:
        self.wire.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.time.stop()
        self.wire.stop()

    @property
    def requests(self) -> list[Asked]:
        """Every request that came in, in order."""
        return self.wire.asked

    def expire_tokens(self) -> None:
        """Nobody is signed in any more."""
        self._tokens.clear()

    def _answer(self, method: str, url: str, headers: Any, body: Any) -> Answer:
        parts = urlsplit(url)
        path, query = parts.path.rstrip("/"), parse_qs(parts.query)
        with self._lock:
            if path in ("", "/.well-known/openeo"):
                return Answer(200, CAPABILITIES) if path == "" else error(404, "NotFound")
            if path == "/credentials/basic":
                return self._sign_in(headers.get("Authorization", ""))
            if self._tokens.get(_token_of(headers), 0.0) <= self.time.now:
                return error(403, "TokenInvalid")
            return self._signed_in(method, path, query, body)

    def _sign_in(self, authorization: str) -> Answer:
        scheme, _, word = authorization.partition(" ")
        given = base64.b64decode(word).decode() if scheme == "Basic" else ""
        if given.partition(":")[2] != PASSWORD:
            return error(403, "CredentialsInvalid")
        token = f"token-{len(self.requests)}"
        self._tokens[token] = self.time.now + self.token_life
        return Answer(200, {"access_token": token})

    def _signed_in(self, method: str, path: str, query: dict[str, list[str]], body: Any) -> Answer:
        match path.split("/")[1:]:
            case ["me"]:
                return Answer(200, {"user_id": "me"})
            case ["jobs"]:
                return self._create(body) if method == "POST" else self._list(query)
            case ["jobs", job_id, *tail] if job_id in self.by_id:
                job = self.by_id[job_id]
                if job.exists(self.time.now):
                    return self._of_job(method, job, tail, query)
                return error(404, "JobNotFound")
            case ["jobs", _, *_]:
                return error(404, "JobNotFound")
        return error(404, "NotFound")

    def _list(self, query: dict[str, list[str]]) -> Answer:
        """Newest first, by number: pages shift when jobs come or go, as they do in the field."""
        now = self.time.now
        there = [job for job in self.by_id.values() if job.exists(now)]
        there.sort(key=lambda job: (-job.created, job.id))
        limit = min(self.page, int(query.get("limit", ["1000"])[0]))
        start = int(query.get("start", ["0"])[0])
        items = [job.item(now) for job in there[start : start + limit]]
        links = []
        if start + limit < len(there):
            links.append({"rel": "next", "href": f"jobs?limit={limit}&start={start + limit}"})
        return Answer(200, {"jobs": items, "links": links})

    def _create(self, body: Any) -> Answer:
        job_id = f"made-{len(self.by_id)}"
        made = Timeline(job_id, [(self.time.now, "created")], str(body.get("title") or ""))
        made.process = body.get("process") or {}
        self.by_id[job_id] = made
        return Answer(201, None, {"OpenEO-Identifier": job_id})

    def _of_job(
        self, method: str, job: Timeline, tail: list[str], query: dict[str, list[str]]
    ) -> Answer:
        now = self.time.now
        match method, tail:
            case "GET", []:
                return Answer(200, job.details(now))
            case "DELETE", []:
                job.deleted = now
                return Answer(204)
            case "GET", ["logs"]:
                return Answer(200, _log(job, now, query.get("offset", [""])[0]))
            case "GET", ["results"]:
                done = job.phase(now)[1] == "finished"
                return Answer(200, _results(job, now)) if done else error(400, "JobNotFinished")
            case "POST", ["results"]:
                if job.phase(now)[1] in ("created", "canceled"):
                    job.enter(now, *_run(job, now))
                return Answer(202)
            case "DELETE", ["results"]:
                if job.phase(now)[1] in ("queued", "running"):
                    job.enter(now, (now, "canceled"))
                return Answer(204)
        return error(404, "NotFound")


def _token_of(headers: Any) -> str:
    return str(headers.get("Authorization", "")).removeprefix("Bearer basic//")


def _run(job: Timeline, now: float) -> list[tuple[float, str]]:
    """What follows a start: 45 to 60 minutes, waiting included."""
    length = random.Random(job.id).uniform(45 * MINUTE, 59 * MINUTE)
    return [(now + 1, "queued"), (now + 30, "running"), (now + length, "finished")]


def _log(job: Timeline, now: float, offset: str) -> dict[str, Any]:
    """An entry for each change, with an id that has to be encoded."""
    entries = [
        {
            "id": f"[{number}, {job.id}]",
            "level": "error" if status == "error" else "info",
            "message": f"The job is {status}.",
            "time": stamp(at),
        }
        for number, (at, status) in enumerate(job.phases)
        if at <= now
    ]
    known = [entry["id"] for entry in entries]
    return {"logs": entries[known.index(offset) + 1 if offset in known else 0 :], "links": []}


def _results(job: Timeline, now: float) -> dict[str, Any]:
    """A STAC Item with one file."""
    asset = {"href": f"/files/{job.id}.tif", "type": "image/tiff", "roles": ["data"]}
    properties = {"datetime": stamp(now), "created": stamp(now)}
    item = {"type": "Feature", "stac_version": "1.0.0", "id": job.id, "geometry": None}
    return item | {"properties": properties, "links": [], "assets": {"result.tif": asset}}
