"""The history into a file and back: whole, without doubles, and never trusting the file."""

from __future__ import annotations

import asyncio
import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.core.accounts import Account, AccountId, AccountState
from openeo_desktop.core.errors import InputError, StorageError
from openeo_desktop.core.job_query import JobQuery, SortField
from openeo_desktop.core.jobs import JobId, JobKey, JobStatus
from openeo_desktop.core.logs import parse_log_entry
from openeo_desktop.core.paths import AppPaths, profile_paths
from openeo_desktop.services import history_export
from openeo_desktop.services.history_export import ExportParts
from openeo_desktop.services.services import Services
from openeo_desktop.store.history_import import ImportCount
from openeo_desktop.store.logs import append_logs, load_log
from openeo_desktop.store.results import load_results, save_results
from tests.support.service_runs import opened, run

BASE = "https://openeo.example.org/openeo/1.2"
GRAPH = {"load": {"process_id": "load_collection", "arguments": {"id": "S2"}, "result": True}}


def account(name: str = "one", **others: Any) -> Account:
    known = Account(AccountId(name), name.title(), BASE, BASE, "basic", f"user-{name}")
    return dataclasses.replace(known, **others)


def document(number: int, **others: Any) -> dict[str, Any]:
    day = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return {
        "id": f"j-{number}",
        "title": f"Gdańsk {number}",
        "status": "finished",
        "created": f"{day}T08:00:00Z",
        "updated": f"{day}T09:00:00Z",
        "odd": {"kept": [number, None]},
    } | others


def key(number: int, account_id: str = "one") -> JobKey:
    return JobKey(AccountId(account_id), JobId(f"j-{number}"))


def lines(count: int) -> list[dict[str, Any]]:
    return [{"id": str(n), "level": "info", "message": f"line {n}"} for n in range(count)]


async def fill(services: Services, count: int) -> None:
    """An account with jobs; the first has details, a log, results, and a change of its status."""
    await services.accounts.adopt(account())
    running = document(0, status="running", updated="2025-01-01T08:30:00Z")
    await services.jobs.write(AccountId("one"), [running])
    await services.jobs.write(AccountId("one"), [document(n) for n in range(count)])
    whole = document(0, process={"process_graph": GRAPH}, usage={"cpu": {"value": 1, "unit": "s"}})
    await services.jobs.write(AccountId("one"), [whole], detailed=True)
    entries = [parse_log_entry(raw) for raw in lines(1200)]
    await services.history.call(append_logs, key(0), entries)
    await services.history.call(save_results, key(0), {"assets": {"a": {"title": "A"}}})


async def state(services: Services) -> dict[str, Any]:
    """Everything that is told about jobs, whatever their row ids."""
    listing = await services.jobs.listing(JobQuery(sort=SortField.ID))
    rows = await services.jobs.rows(listing.row_ids)
    jobs = [await services.jobs.get(rows[row].key) for row in listing.row_ids[:50]]
    results = await services.history.read(load_results, key(0))
    return {
        "jobs": [job for job in jobs if job is not None],
        "count": len(listing.row_ids),
        "log": [entry.raw for entry in await services.history.read(load_log, key(0))],
        "results": results and results[0],
    }


def other(tmp_path: Path) -> AppPaths:
    return profile_paths(tmp_path / "other")


def test_ten_thousand_jobs_there_and_back(paths: AppPaths, tmp_path: Path) -> None:
    file = tmp_path / "history.json"
    told: list[tuple[int, int]] = []

    async def main() -> None:
        async with opened(paths) as services:
            await fill(services, 10_000)
            before = await state(services)
            done = await services.history_export.export(
                file, JobQuery(), on_progress=lambda *given: told.append(given)
            )
            assert (done.jobs, done.log_entries) == (10_000, 1200)
        async with opened(other(tmp_path)) as services:
            first = await services.history_import.load(file)
            assert first == ImportCount(added=10_000, log_entries=1200)
            assert await state(services) == before
            (status,) = services.accounts.statuses()
            assert status.state is AccountState.HISTORY
            assert status.account.history_only
            again = await services.history_import.load(file)
            assert again == ImportCount(unchanged=10_000)
            assert await state(services) == before

    run(main())
    assert told[-1][0] == told[-1][1]
    assert told == sorted(told)
    assert list(tmp_path.glob(".*part")) == []


def test_the_file_is_plain_json_that_others_can_read(paths: AppPaths, tmp_path: Path) -> None:
    file = tmp_path / "history.json"

    async def main() -> None:
        async with opened(paths) as services:
            await fill(services, 3)
            await services.history_export.export(file, JobQuery())

    run(main())
    written = json.loads(file.read_text("utf-8"))
    assert (written["format"], written["version"]) == ("openeo-desktop-history", 1)
    assert [entry["id"] for entry in written["accounts"]] == ["one"]
    by_id = {item["job"]["id"]: item for item in written["jobs"]}
    assert by_id["j-0"]["document"]["process"]["process_graph"] == GRAPH
    assert by_id["j-1"]["document"]["odd"] == {"kept": [1, None]}
    assert [change["status"] for change in by_id["j-0"]["transitions"]] == ["running", "finished"]
    assert [entry for part in written["logs"] for entry in part["entries"]] == lines(1200)


def test_a_part_of_it(paths: AppPaths, tmp_path: Path) -> None:
    file = tmp_path / "history.json"

    async def main() -> None:
        async with opened(paths) as services:
            await fill(services, 30)
            parts = ExportParts(logs=False, results=False)
            chosen = await services.history_export.export(file, [key(2), key(0), key(999)], parts)
            assert (chosen.jobs, chosen.log_entries) == (2, 0)
            written = json.loads(file.read_text("utf-8"))
            assert [item["job"]["id"] for item in written["jobs"]] == ["j-2", "j-0"]
            assert "results" not in written["jobs"][1]
            found = await services.history_export.export(file, JobQuery(text="Gdańsk 17"))
            assert found.jobs == 1

    run(main())


def test_nothing_newer_is_lost_and_what_is_missing_is_added(
    paths: AppPaths, tmp_path: Path
) -> None:
    """Of an account that is still watched, the back-end alone says how its jobs are."""
    file = tmp_path / "history.json"

    async def main() -> None:
        async with opened(paths) as services:
            await fill(services, 3)
            await services.history_export.export(file, JobQuery())
        async with opened(other(tmp_path)) as services:
            await services.accounts.adopt(account("two", user="user-one", provider="basic"))
            newer = document(1, status="error", updated="2026-01-01T00:00:00Z")
            older = document(2, status="running", updated="2020-01-01T00:00:00Z")
            await services.jobs.write(AccountId("two"), [document(0), newer, older])
            done = await services.history_import.load(file)
            assert (done.added, done.updated, done.unchanged) == (0, 2, 1)
            assert [s.account.id for s in services.accounts.statuses()] == ["two"]
            jobs = [await services.jobs.get(key(number, "two")) for number in range(3)]
            statuses = [job.status for job in jobs if job is not None]
            assert statuses == [JobStatus.FINISHED, JobStatus.ERROR, JobStatus.FINISHED]
            assert jobs[0] is not None
            assert jobs[0].process == {"process_graph": GRAPH}

    run(main())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is not a history"),
        ("[1]", "is not a history"),
        ('{"format": "other", "version": 1, "jobs": [{}]}', "is not a history"),
        ('{"jobs": [{}]}', "is not a history"),
        ('{"format": "openeo-desktop-history", "version": 2, "jobs": [{}]}', "newer version"),
        ('{"format": "openeo-desktop-history", "version": 1, "jobs": [{}', "is not a history"),
        ("\udcff\udc80", "is not a history"),
    ],
)
def test_other_files_are_refused_in_words(
    paths: AppPaths, tmp_path: Path, content: str, words: str
) -> None:
    file = tmp_path / "other.json"
    file.write_bytes(content.encode("utf-8", "surrogateescape"))

    async def main() -> None:
        async with opened(paths) as services:
            with pytest.raises(InputError, match=words) as caught:
                await services.history_import.load(file)
            assert caught.value.hint

    run(main())


def test_hostile_items_do_no_harm(paths: AppPaths, tmp_path: Path) -> None:
    items: list[Any] = [
        None,
        7,
        {"account": "one"},
        {"account": "nobody", "job": {"id": "x"}},
        {"account": "one", "job": {"id": 5, "status": ["finished"]}, "document": "text"},
        {"account": "one", "job": {"id": "ok", "status": "running"}, "transitions": {"at": 1}},
        {"account": "one", "job": {"id": "late", "updated": "0001-01-01T00:00:00Z"}},
        {
            "account": "one",
            "job": {"id": "odd"},
            "transitions": [{"at": "0001-01-01", "status": 1}],
        },
        {"account": "one", "job": {"id": "r"}, "results": [1], "gone": "yes"},
    ]
    accounts = [None, {"id": "bad", "api_base": "file:///etc/passwd"}, {"id": "one"}]
    accounts.append({"id": "one", "api_base": BASE, "title": "<b>x</b>\n" * 500})
    logs = [None, {"account": "one", "job": "ok", "entries": [1, {"message": {}}]}]
    file = tmp_path / "hostile.json"
    head = {"format": "openeo-desktop-history", "version": 1}
    file.write_text(json.dumps(head | {"accounts": accounts, "jobs": items, "logs": logs}))

    async def main() -> None:
        async with opened(paths) as services:
            done = await services.history_import.load(file)
            assert (done.added, done.skipped) == (5, 4)
            assert done.log_entries == 1
            (status,) = services.accounts.statuses()
            assert len(status.account.title) <= 200
            job = await services.jobs.get(JobKey(AccountId("one"), JobId("5")))
            assert job is not None
            assert job.status is JobStatus.UNKNOWN

    run(main())


def test_cancelling_leaves_no_file(
    paths: AppPaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_export, "JOBS_AT_ONCE", 1)
    file = tmp_path / "out" / "history.json"

    async def main() -> None:
        async with opened(paths) as services:
            await fill(services, 50)
            begun = asyncio.Event()
            task = asyncio.create_task(
                services.history_export.export(file, JobQuery(), on_progress=lambda *_: begun.set())
            )
            await begun.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    run(main())
    assert list(file.parent.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(paths: AppPaths, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    async def main() -> None:
        async with opened(paths) as services:
            with pytest.raises(StorageError):
                await services.history_export.export(tmp_path / "file" / "x.json", JobQuery())

    run(main())
