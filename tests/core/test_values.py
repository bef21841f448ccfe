"""Foreign JSON into values: the wrong type, the missing and the hostile never stop the app."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.assets import parse_results
from openeo_desktop.core.checksums import parse_multihash
from openeo_desktop.core.jobs import JobStatus, parse_job
from openeo_desktop.core.json_values import as_number, as_size, as_text, json_text
from openeo_desktop.core.logs import LogLevel, parse_log_entry
from openeo_desktop.core.times import parse_time

ACCOUNT = AccountId("a")


def test_job_with_nulls_and_wrong_types_is_read() -> None:
    raw = json.loads(
        '{"id": "j", "status": "RUNNING", "title": null, "progress": 250, "costs": "much",'
        ' "created": 5, "updated": null, "process": [], "usage": 7, "budget": true, "plan": {}}'
    )
    job = parse_job(ACCOUNT, raw)
    assert job is not None
    assert (job.status, job.status_text, job.shown_title) == (JobStatus.RUNNING, "RUNNING", "j")
    assert (job.progress, job.costs, job.budget, job.created) == (100.0, None, None, None)
    assert job.process is None
    assert job.raw is raw


@pytest.mark.parametrize("status", ["submitted", "", None, 5, ["running"], "unknown"])
def test_odd_status_is_unknown_and_neither_active_nor_ended(status: object) -> None:
    job = parse_job(ACCOUNT, {"id": "j", "status": status})
    assert job is not None
    assert job.status is JobStatus.UNKNOWN
    assert not job.status.is_active
    assert not job.status.is_terminal


@pytest.mark.parametrize("job_id", [None, "", [], {}, True])
def test_job_without_an_id_is_none(job_id: object) -> None:
    assert parse_job(ACCOUNT, {"id": job_id, "status": "running"}) is None


def test_ids_may_be_numbers() -> None:
    job = parse_job(ACCOUNT, {"id": 12, "status": "created"})
    assert job is not None
    assert job.id == "12"


def test_duration_follows_the_clock_of_the_back_end() -> None:
    raw = {"id": "j", "started": "2026-01-01T00:00:00Z", "updated": "2026-01-01T00:01:00Z"}
    now = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)
    ended = parse_job(ACCOUNT, raw | {"status": "finished"})
    running = parse_job(ACCOUNT, raw | {"status": "running"})
    assert ended is not None
    assert running is not None
    assert ended.duration(now) == dt.timedelta(minutes=1)
    assert running.duration(now) == now - dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("raw", "utc"),
    [
        ("2026-01-02T03:04:05Z", "2026-01-02T03:04:05+00:00"),
        ("2026-01-02t03:04:05z", "2026-01-02T03:04:05+00:00"),
        ("2026-01-02 03:04:05", "2026-01-02T03:04:05+00:00"),
        ("2026-01-02T03:04:05.123456789+02:00", "2026-01-02T01:04:05.123456+00:00"),
    ],
)
def test_times_as_servers_send_them(raw: str, utc: str) -> None:
    parsed = parse_time(raw)
    assert parsed is not None
    assert parsed.isoformat() == utc


@pytest.mark.parametrize(
    "raw", [None, 5, "", "yesterday", "9999-12-31T23:59:59-23:59", "2026-13-01T00:00:00Z", "1" * 99]
)
def test_times_that_are_none(raw: object) -> None:
    assert parse_time(raw) is None


def test_lone_surrogates_never_reach_a_file_or_sqlite() -> None:
    raw = json.loads('{"id": "j", "title": "a\\ud800b", "status": "created"}')
    job = parse_job(ACCOUNT, raw)
    assert job is not None
    assert job.title.encode() == b"a?b"
    assert json.loads(json_text(raw).encode()) == raw


def test_numbers_that_are_none() -> None:
    big = 10**400
    assert [as_number(v) for v in (True, "1", None, float("nan"), float("inf"), big)] == [None] * 6
    assert [as_size(v) for v in (-1, 1.0, big)] == [None, 1, None]
    assert as_text(False) == ""


def test_what_is_nested_too_deeply_is_written_as_nothing() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    assert json_text(deep) == "{}"
    while deep:  # taken apart by hand: freeing it at once would recurse
        deep = deep.pop()  # type: ignore[assignment]


@pytest.mark.parametrize(
    ("raw", "level"),
    [
        ("critical", LogLevel.ERROR),
        ("FATAL", LogLevel.ERROR),
        ("warn", LogLevel.WARNING),
        ("info", LogLevel.INFO),
        ("verbose", LogLevel.DEBUG),
        (None, LogLevel.DEBUG),
    ],
)
def test_log_levels(raw: object, level: LogLevel) -> None:
    assert parse_log_entry({"level": raw, "message": "x"}).level is level


@pytest.mark.parametrize(
    ("message", "shown"), [(None, ""), ({"a": 1}, '{"a":1}'), (5, "5"), ("x\ny", "x\ny")]
)
def test_log_messages_that_are_no_text(message: object, shown: str) -> None:
    assert parse_log_entry({"id": 3, "message": message}).message == shown


def test_log_entry_names_the_innermost_node() -> None:
    entry = parse_log_entry({"message": "x", "path": [{"node_id": "inner"}, {"node_id": "outer"}]})
    assert entry.node == "inner"


def test_results_status_is_found_in_both_places() -> None:
    item = {"type": "Feature", "properties": {"openeo:status": "error", "title": "T"}}
    assert parse_results(item).status is JobStatus.ERROR
    assert parse_results({"openeo:status": "canceled"}).status is JobStatus.CANCELED
    assert parse_results({}).status is JobStatus.FINISHED


def test_results_with_wrong_types() -> None:
    results = parse_results(
        {"assets": {"a": None, "b": {"href": 5}}, "bbox": [1, 2, 3, "x"], "extent": [], "links": 3}
    )
    assert [asset.key for asset in results.assets] == ["a", "b"]
    assert results.bbox is None
    assert parse_results({"assets": []}).assets == ()


def test_bounding_boxes_of_three_dimensions() -> None:
    assert parse_results({"bbox": [1, 2, 3, 4, 5, 6]}).bbox == (1.0, 2.0, 4.0, 5.0)


def test_signed_links_do_not_show_in_a_repr() -> None:
    results = parse_results(
        {
            "assets": {"a": {"href": "https://x/?sig=CANARY"}},
            "links": [{"rel": "canonical", "href": "https://x/?sig=CANARY"}],
        }
    )
    assert "CANARY" not in repr(results)


@pytest.mark.parametrize("text", ["", "zz", "1220", "12203q", "9920" + "0" * 64, "1221" + "0" * 66])
def test_checksums_that_cannot_be_checked(text: str) -> None:
    assert parse_multihash(text) is None


def test_checksum_of_known_kind() -> None:
    digest = "d5" + "01" + "10" + "900150983cd24fb0d6963f7d28e17f72"  # md5 of abc, RFC 1321
    checksum = parse_multihash(digest)
    assert checksum is not None
    fresh = checksum.new()
    fresh.update(b"abc")
    assert fresh.digest() == checksum.expected


def test_data_is_not_touched_by_reading(tmp_path: Path) -> None:
    raw = {"id": "j", "status": "finished", "x:new": {"deep": [1, None]}}
    before = json.dumps(raw)
    job = parse_job(ACCOUNT, raw)
    assert job is not None
    assert json.dumps(dict(job.raw)) == before
