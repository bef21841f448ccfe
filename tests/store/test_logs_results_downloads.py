"""Logs without repeats, results without links, and a queue that outlives the process."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.downloads import (
    Download,
    DownloadId,
    DownloadState,
    PartRecord,
    Verification,
)
from openeo_desktop.core.jobs import JobId, JobKey, parse_job
from openeo_desktop.core.logs import LogEntry, LogLevel, parse_log_entry
from openeo_desktop.core.times import utc_now
from openeo_desktop.store import downloads, log_listing, logs, results
from openeo_desktop.store.database import Database
from openeo_desktop.store.jobs import upsert_jobs

KEY = JobKey(AccountId("a"), JobId("j"))


@pytest.fixture(autouse=True)
def _job(database: Database) -> None:
    job = parse_job(AccountId("a"), {"id": "j", "status": "running"})
    assert job is not None
    upsert_jobs(database, [job])


def _entries(*raws: dict[str, Any]) -> list[LogEntry]:
    return [parse_log_entry(raw) for raw in raws]


def _line(entry_id: Any, message: str = "", level: str = "info") -> dict[str, Any]:
    return {"id": entry_id, "message": message or f"line {entry_id}", "level": level}


def test_offset_is_the_last_id_with_content(database: Database) -> None:
    assert logs.log_cursor(database, KEY) == logs.LogCursor("", 0)
    tail = _line("", "Log collection failed", "error")
    logs.append_logs(database, KEY, _entries(_line("1"), _line("[2, 3]"), tail))
    cursor = logs.log_cursor(database, KEY)
    assert (cursor.offset, cursor.count) == ("[2, 3]", 3)
    assert (cursor.first, cursor.last) == tuple(_entries(_line("1"), tail))


def test_repeated_entries_are_kept_once(database: Database) -> None:
    first = _entries(_line("1"), _line("2"))
    assert logs.append_logs(database, KEY, first) == 2
    assert logs.append_logs(database, KEY, _entries(_line("1"), _line("2"), _line("3"))) == 1
    assert [entry.id for entry in logs.load_log(database, KEY)] == ["1", "2", "3"]


def test_reused_ids_of_another_run_are_other_entries(database: Database) -> None:
    logs.append_logs(database, KEY, _entries(_line("1", "first run")))
    assert logs.append_logs(database, KEY, _entries(_line("1", "second run"))) == 1


def test_logs_of_an_unknown_job_go_nowhere(database: Database) -> None:
    assert logs.append_logs(database, JobKey(KEY.account_id, JobId("?")), _entries(_line("1"))) == 0


def test_filter_by_level_and_text(database: Database) -> None:
    lines = [_line("1", "100 % done"), _line("2", "a_b", "error"), _line("3", "axb", "debug")]
    logs.append_logs(database, KEY, _entries(*lines))
    ids, counts = log_listing.list_log(database, KEY, [LogLevel.ERROR, LogLevel.DEBUG], "a_B")
    assert [entry.id for entry in logs.load_log_rows(database, ids).values()] == ["2"]
    assert counts == {LogLevel.INFO: 1, LogLevel.ERROR: 1, LogLevel.DEBUG: 1}
    assert not log_listing.list_log(database, KEY, [], "")[0]
    assert len(log_listing.list_log(database, KEY, LogLevel, "100 %")[0]) == 1


def test_entries_come_back_whole(database: Database) -> None:
    raw = _line("é\u2028") | {"time": "2026-01-01T00:00:00.5Z", "data": {"x": [1]}, "code": "C"}
    logs.append_logs(database, KEY, _entries(raw))
    (entry,) = logs.load_log(database, KEY)
    assert entry == parse_log_entry(raw)
    assert entry.raw == raw


def test_results_are_kept_without_any_signature(database: Database, path: Path) -> None:
    signed = "https://h/f?sig=CANARY-SIGNATURE"
    document = {
        "type": "Collection",
        "title": "T",
        "assets": {
            "a.tif": {
                "href": signed,
                "title": "A",
                "alternate": {"s3": {"href": signed}},
                "thumbnail_url": signed,
                "file:size": 5,
            }
        },
        "links": [
            *({"rel": rel, "href": signed} for rel in ("canonical", "self", "item", "card4l")),
            {"rel": "license", "href": signed},
            {"rel": "license", "href": "https://creativecommons.org/x"},
        ],
    }
    before = json.dumps(document)
    results.save_results(database, KEY, document)
    assert json.dumps(document) == before
    loaded = results.load_results(database, KEY)
    assert loaded is not None
    assert loaded[0]["assets"] == {"a.tif": {"title": "A", "file:size": 5}}
    assert loaded[0]["links"] == [{"rel": "license", "href": "https://creativecommons.org/x"}]
    database.close()
    assert b"CANARY" not in b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_results_are_cleared_and_replaced(database: Database) -> None:
    for title in ("one", "two"):
        results.save_results(database, KEY, {"title": title})
    loaded = results.load_results(database, KEY)
    assert loaded is not None
    assert loaded[0]["title"] == "two"
    results.clear_results(database, KEY)
    assert results.load_results(database, KEY) is None


def _download(name: str, state: DownloadState, path: Path) -> Download:
    return Download(DownloadId(0), KEY, name, path / name, state, total=9, checksum="12")


def test_queue_outlives_the_process(path: Path, database: Database, tmp_path: Path) -> None:
    rows = [_download(state.value, state, tmp_path) for state in DownloadState]
    added = downloads.add_downloads(database, rows)
    assert len({row.id for row in added}) == len(rows)
    assert [row.position for row in added] == list(range(1, len(rows) + 1))
    for row in downloads.load_downloads(database):
        assert row.state is DownloadState.PAUSED or not row.state.needs_person
        assert row.state not in (DownloadState.RUNNING, DownloadState.WAITING)
    database.close()
    again = Database(path)
    states = {row.asset_key: row.state.value for row in downloads.load_downloads(again)}
    again.close()
    assert states == {
        "queued": "queued", "running": "queued", "waiting": "queued",
        "waiting_auth": "queued", "waiting_disk": "queued", "verifying": "done",
        "paused": "paused", "failed": "failed", "done": "done",
    }  # fmt: skip


def test_state_of_a_row(database: Database, tmp_path: Path) -> None:
    (row,) = downloads.add_downloads(database, [_download("x", DownloadState.QUEUED, tmp_path)])
    assert row.part_path.name == f"x.{row.part_path.name.split('.')[1]}.part"
    moved = dataclasses.replace(
        row, state=DownloadState.PAUSED, retry_at=utc_now(), attempts=3, host="h"
    )
    downloads.save_downloads(database, [moved])
    (loaded,) = downloads.load_downloads(database, KEY)
    assert dataclasses.replace(loaded, retry_at=moved.retry_at) == moved
    assert downloads.load_downloads(database, JobKey(AccountId("b"), JobId("j"))) == []
    downloads.remove_downloads(database, [row.id])
    assert downloads.load_downloads(database) == []


def test_late_word_about_a_state_claims_no_bytes(database: Database, tmp_path: Path) -> None:
    """The loop may be behind the worker: what is durable is the worker's alone to say."""
    (row,) = downloads.add_downloads(database, [_download("x", DownloadState.QUEUED, tmp_path)])
    downloads.begin_part(database, row.id, '"v1"', 100)
    downloads.commit_part(database, row.id, 60)
    downloads.save_downloads(database, [dataclasses.replace(row, done=90, total=100)])
    stored = downloads.load_download(database, row.id)
    assert stored is not None
    assert (stored[0].done, stored[1].committed, stored[1].validator) == (60, 60, '"v1"')
    downloads.begin_part(database, row.id, '"v2"', None)
    stored = downloads.load_download(database, row.id)
    assert stored is not None
    assert stored[1] == PartRecord('"v2"', 0, 100)


def test_ready_part_knows_its_last_name(database: Database, tmp_path: Path) -> None:
    (row,) = downloads.add_downloads(database, [_download("x", DownloadState.RUNNING, tmp_path)])
    downloads.ready_part(database, row.id, tmp_path / "x (2)", Verification.CHECKSUM, 9)
    stored = downloads.load_download(database, row.id)
    assert stored is not None
    assert (stored[0].path.name, stored[0].part_path) == ("x (2)", row.part_path)
    assert (stored[1].ready, stored[1].verified) == (True, Verification.CHECKSUM)


def test_order_of_the_queue(database: Database, tmp_path: Path) -> None:
    names = ("a", "b", "c")
    rows = [_download(name, DownloadState.QUEUED, tmp_path) for name in names]
    a, _, c = downloads.add_downloads(database, rows)
    downloads.save_positions(database, {a.id: c.position, c.id: a.position})
    assert [row.asset_key for row in downloads.load_downloads(database)] == ["c", "b", "a"]
    (d,) = downloads.add_downloads(database, [_download("d", DownloadState.QUEUED, tmp_path)])
    assert d.position > c.position
