"""What really happens to the jobs of a synthetic back-end: written beforehand, from a seed."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.simulation.virtual_time import EPOCH

MINUTE, HOUR = 60.0, 3600.0
FINAL = ("finished", "error", "canceled")
PROCESS = {
    "process_graph": {
        "load": {"process_id": "load_collection", "arguments": {"id": "SENTINEL2_L2A"}},
        "save": {"process_id": "save_result", "arguments": {"format": "GTiff"}, "result": True},
    }
}


@dataclass
class Timeline:
    """One job: `phases` are (seconds since `EPOCH`, status), in order; the first is its creation.

    `deleted`: from then on it is not on the back-end any more.
    """

    id: str
    phases: list[tuple[float, str]]
    title: str = ""
    deleted: float = float("inf")
    process: dict[str, Any] = field(default_factory=lambda: PROCESS)

    @property
    def created(self) -> float:
        return self.phases[0][0]

    @property
    def final(self) -> str:
        return self.phases[-1][1]

    def exists(self, now: float) -> bool:
        return self.created <= now < self.deleted

    def phase(self, now: float) -> tuple[float, str]:
        """Since when it is what it is."""
        return [phase for phase in self.phases if phase[0] <= now][-1]

    def enter(self, now: float, *phases: tuple[float, str]) -> None:
        """What was to come is replaced: somebody starts it, or stops it."""
        self.phases = [phase for phase in self.phases if phase[0] <= now] + list(phases)

    def item(self, now: float) -> dict[str, Any]:
        """As a listing has it: scalars alone."""
        since, status = self.phase(now)
        document: dict[str, Any] = {
            "id": self.id,
            "title": self.title or f"Job {self.id}",
            "description": f"Made for a simulation, as {self.id}.",
            "status": status,
            "created": stamp(self.created),
            "updated": stamp(since),
        }
        if status == "running":
            document["progress"] = min(99, int((now - since) / MINUTE))
        if status in FINAL:
            document |= {"progress": 100, "costs": 4.0}
        return document

    def details(self, now: float) -> dict[str, Any]:
        """As `GET /jobs/{job_id}` has it."""
        usage = {"cpu": {"value": 12.5, "unit": "cpu-seconds"}}
        ended = self.phase(now)[1] in FINAL
        return self.item(now) | {"process": self.process} | ({"usage": usage} if ended else {})


def stamp(seconds: float) -> str:
    """RFC 3339, as back-ends write it."""
    return (EPOCH + dt.timedelta(seconds=round(seconds))).strftime("%Y-%m-%dT%H:%M:%SZ")


def an_hour_of_jobs(count: int, begin: float, seed: int) -> list[Timeline]:
    """Jobs that begin to run within a minute after `begin` and take 45 to 60 minutes."""
    draw = random.Random(seed)
    jobs = []
    for number in range(count):
        started = begin + draw.uniform(0, MINUTE)
        ended = started + draw.uniform(45 * MINUTE, 59 * MINUTE)
        phases = [(0.0, "created"), (1.0, "queued"), (started, "running"), (ended, "finished")]
        jobs.append(Timeline(f"hour-{number:03}", phases))
    return jobs


def a_day_of_jobs(count: int, seed: int, day: float = 24 * HOUR) -> list[Timeline]:
    """Jobs of all kinds through a day; all have ended two hours before its end.

    Some run again after an error, some are deleted by somebody else long after their end.
    """
    draw = random.Random(seed)
    return [_any_job(f"day-{number:03}", draw, day) for number in range(count)]


def _any_job(job_id: str, draw: random.Random, day: float) -> Timeline:
    at = draw.choice([0.0, draw.uniform(0, day - 9 * HOUR)])
    phases = [(at, "created")]
    again = True
    while again:
        final = draw.choices(FINAL, (7, 2, 1))[0]
        waits = (draw.uniform(MINUTE, HOUR), draw.uniform(MINUTE, HOUR))
        run = draw.uniform(5 * MINUTE, 90 * MINUTE)
        for wait, status in zip((*waits, run), ("queued", "running", final), strict=True):
            at += wait
            phases.append((at, status))
        again = final != "finished" and len(phases) == 4 and draw.random() < 0.3
    deleted = draw.uniform(at + HOUR, day - HOUR) if draw.random() < 0.1 else float("inf")
    return Timeline(job_id, phases, deleted=deleted)


def true_changes(jobs: Sequence[Timeline]) -> dict[str, list[tuple[float, str]]]:
    """What there was to be noticed, by job."""
    return {job.id: list(job.phases) for job in jobs}
