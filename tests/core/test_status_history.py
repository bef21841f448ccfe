"""The life of a job out of what the back-end tells and what was seen here."""

from __future__ import annotations

import datetime as dt
from typing import Any

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import Job, JobStatus, parse_job
from openeo_desktop.core.status_history import MAX_STEPS, StatusChange, StatusStep, status_steps

START = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
NOW = START + dt.timedelta(hours=1)


def at(minutes: float) -> dt.datetime:
    return START + dt.timedelta(minutes=minutes)


def job(status: str, **more: Any) -> Job:
    found = parse_job(AccountId("a"), {"id": "j", "status": status, **more})
    assert found is not None
    return found


def told(steps: list[StatusStep]) -> list[tuple[str, float | None, float | None]]:
    """Status, minute of its begin, minutes it lasted."""
    return [
        (
            step.status.value,
            None if step.begin is None else (step.begin - START).total_seconds() / 60,
            None if step.lasted is None else step.lasted.total_seconds() / 60,
        )
        for step in steps
    ]


def test_the_times_of_the_back_end_alone_make_a_life() -> None:
    done = job(
        "finished",
        created="2026-03-01T12:00:00Z",
        queued="2026-03-01T12:01:00Z",
        started="2026-03-01T12:03:00Z",
        updated="2026-03-01T12:10:00Z",
    )
    assert told(status_steps(done, (), NOW)) == [
        ("created", 0, 1),
        ("queued", 1, 2),
        ("running", 3, 7),
        ("finished", 10, None),
    ]


def test_what_was_seen_here_fills_in_and_what_is_told_wins() -> None:
    running = job("running", created="2026-03-01T12:00:00Z", started="2026-03-01T12:05:00Z")
    seen = (
        StatusChange(JobStatus.CREATED, at(1), first=True),
        StatusChange(JobStatus.QUEUED, at(2)),
        StatusChange(JobStatus.RUNNING, at(6)),
    )
    steps = status_steps(running, seen, NOW)
    assert told(steps) == [("created", 0, 2), ("queued", 2, 3), ("running", 5, 55)]
    assert [step.told for step in steps] == [True, False, True]


def test_what_happened_within_one_second_is_in_the_order_of_a_life() -> None:
    done = job(
        "finished",
        created="2026-03-01T12:00:00Z",
        queued="2026-03-01T12:00:00Z",
        started="2026-03-01T12:00:00Z",
        updated="2026-03-01T12:06:00Z",
    )
    seen = (
        StatusChange(JobStatus.CREATED, at(0), first=True),
        StatusChange(JobStatus.RUNNING, at(0.01)),
        StatusChange(JobStatus.FINISHED, at(6)),
    )
    assert told(status_steps(done, seen, NOW)) == [
        ("created", 0, 0),
        ("queued", 0, 0),
        ("running", 0, 6),
        ("finished", 6, None),
    ]


def test_since_when_a_status_that_was_met_holds_is_not_made_up() -> None:
    steps = status_steps(job("running"), (StatusChange(JobStatus.RUNNING, at(3), first=True),), NOW)
    assert told(steps) == [("running", None, None)]


def test_a_job_that_ran_twice_has_two_lives() -> None:
    again = job("finished", created="2026-03-01T12:00:00Z", updated="2026-03-01T12:30:00Z")
    seen = (
        StatusChange(JobStatus.CREATED, at(0), first=True),
        StatusChange(JobStatus.RUNNING, at(1)),
        StatusChange(JobStatus.ERROR, at(5)),
        StatusChange(JobStatus.RUNNING, at(20)),
        StatusChange(JobStatus.FINISHED, at(31)),
    )
    assert [step[:2] for step in told(status_steps(again, seen, NOW))] == [
        ("created", 0),
        ("running", 1),
        ("error", 5),
        ("running", 20),
        ("finished", 30),
    ]


def test_clocks_that_disagree_make_no_negative_time() -> None:
    odd = job("running", created="2026-03-01T13:30:00Z")
    steps = status_steps(odd, (StatusChange(JobStatus.RUNNING, at(1)),), NOW)
    assert all(step.lasted is None or step.lasted >= dt.timedelta(0) for step in steps)


def test_a_restless_job_shows_its_latest_steps() -> None:
    words = (JobStatus.QUEUED, JobStatus.RUNNING)
    seen = tuple(StatusChange(words[n % 2], at(n / 10)) for n in range(100))
    steps = status_steps(job("running"), seen, NOW)
    assert len(steps) == MAX_STEPS
    assert steps[-1].begin == at(9.9)


def test_a_status_that_was_seen_late_is_not_later_than_the_next_one() -> None:
    """The job began to run while the answer that said «queued» was on its way."""
    done = job(
        "finished",
        created="2026-03-01T12:00:00Z",
        started="2026-03-01T12:02:00Z",
        updated="2026-03-01T12:05:00Z",
    )
    seen = (
        StatusChange(JobStatus.CREATED, at(0), first=True),
        StatusChange(JobStatus.QUEUED, at(3)),
        StatusChange(JobStatus.FINISHED, at(6)),
    )
    assert told(status_steps(done, seen, NOW)) == [
        ("created", 0, 2),
        ("queued", 2, 0),
        ("running", 2, 3),
        ("finished", 5, None),
    ]


def test_times_of_the_run_before_limit_nothing() -> None:
    again = job("queued", started="2026-03-01T12:02:00Z")
    seen = (StatusChange(JobStatus.FINISHED, at(6)), StatusChange(JobStatus.QUEUED, at(9)))
    assert ("queued", 9, 51) in told(status_steps(again, seen, NOW))
