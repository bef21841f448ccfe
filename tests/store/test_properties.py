"""50,000 hostile documents: parsed, stored, read back; nothing stops the app, nothing is lost."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from hypothesis import given

from openeo_desktop.api.json_documents import Item, ListingReader, decode_document
from openeo_desktop.core.assets import parse_results
from openeo_desktop.core.jobs import Job, JobId, JobKey, JobStatus, parse_job
from openeo_desktop.core.logs import LogLevel, parse_log_entry
from openeo_desktop.store.database import Database
from openeo_desktop.store.job_listing import load_rows
from openeo_desktop.store.jobs import load_job, row_ids_of, upsert_jobs, upsert_listed
from openeo_desktop.store.log_listing import list_log
from openeo_desktop.store.logs import append_logs, clear_logs, load_log
from openeo_desktop.store.results import load_results, save_results
from tests.store.conftest import ACCOUNT
from tests.support.hostile_documents import BATCHES, UNKNOWN, Batch, as_sent, many, same

SIZE = 200
JOB_BATCHES, DETAIL_BATCHES, LOG_BATCHES, RESULT_BATCHES = 75, 50, 75, 50
KEY = JobKey(ACCOUNT, JobId("known"))
_TIMES = ("created", "updated", "queued", "started", "ended")


def _listed(text: str, member: str) -> list[Item]:
    return [item for part in ListingReader(text, member).portions(1000) for item in part]


def test_there_are_50_000_documents() -> None:
    assert SIZE * (JOB_BATCHES + DETAIL_BATCHES + LOG_BATCHES + RESULT_BATCHES) == 50_000


def _a_job(number: int) -> dict[str, Any]:
    return {
        "id": f"j-{number}",
        "title": "NDVI",
        "description": "One *job*.",
        "status": "finished",
        "created": "2026-01-01T00:00:00Z",
        "updated": "2026-01-01T01:00:00Z",
        "queued": "2026-01-01T00:10:00Z",
        "started": "2026-01-01T00:20:00Z",
        "progress": 100,
        "plan": "free",
        "costs": 1.5,
        "budget": None,
        "log_level": "info",
        "usage": {"cpu": {"value": 1, "unit": "cpu-seconds"}},
        "links": [{"rel": "result", "href": "https://h/jobs/j/results"}],
        "process": {"process_graph": {"a": {"process_id": "x", "arguments": {"id": "S2"}}}},
    }


def _keep(database: Database, batch: Batch, number: int, *, detailed: bool) -> None:
    """One batch, through everything that reads a listing or the details of jobs."""
    template = batch.documents(lambda at: _a_job(at) | {"id": f"b{number}-{at}"}, SIZE)
    text = f'{{"jobs": [{",".join(as_sent(job, at) for at, job in enumerate(template))}]}}'
    items = _listed(text, "jobs")
    assert len(items) == SIZE
    jobs = [job for raw, said in items if (job := parse_job(ACCOUNT, raw, said)) is not None]
    if detailed:
        upsert_jobs(database, jobs, detailed=True)
    else:
        upsert_listed(database, ACCOUNT, items)
    times = Counter(job.key for job in jobs)
    for job in jobs:
        stored = load_job(database, job.key)
        assert stored is not None
        _check(stored)
        if times[job.key] == 1 and job.id.startswith(f"b{number}-"):
            _check_kept(job, stored)
    _check_rows(database, jobs)


def _check(job: Job) -> None:
    """Whatever was sent, those who show a job may rely on its types."""
    assert isinstance(job.status, JobStatus)
    texts = (job.id, job.status_text, job.title, job.description, job.plan, job.log_level)
    for text in texts:
        assert text.encode() is not None  # no lone surrogates: they cannot be shown or written
    for name in _TIMES:
        time = getattr(job, name)
        assert time is None or time.tzinfo is dt.UTC
    assert job.progress is None or 0 <= job.progress <= 100
    job.duration(dt.datetime.now(dt.UTC))


def _check_kept(job: Job, stored: Job) -> None:
    """Nothing of the document is lost, known to this version or not."""
    assert same(dict(stored.raw), dict(job.raw))
    assert (stored.title, stored.description) == (job.title, job.description)
    assert (stored.status, stored.status_text) == (job.status, job.status_text)
    assert (stored.costs, stored.budget, stored.progress) == (job.costs, job.budget, job.progress)


def _check_rows(database: Database, jobs: list[Job]) -> None:
    row_ids = row_ids_of(database, [job.key for job in jobs])
    assert set(row_ids) == {job.key for job in jobs}
    for job in load_rows(database, list(row_ids.values())).values():
        _check(job)


def test_jobs_of_a_listing(database: Database) -> None:
    numbers = _numbers()

    @many(JOB_BATCHES)
    @given(BATCHES)
    def hold(batch: Batch) -> None:
        _keep(database, batch, next(numbers), detailed=False)

    hold()


def test_jobs_in_detail(database: Database) -> None:
    numbers = _numbers()

    @many(DETAIL_BATCHES)
    @given(BATCHES)
    def hold(batch: Batch) -> None:
        _keep(database, batch, next(numbers), detailed=True)

    hold()


def _numbers() -> Iterator[int]:
    """Each batch has jobs of its own, also when hypothesis tries one again."""
    return iter(range(10**9))


def _an_entry(number: int) -> dict[str, Any]:
    return {
        "id": f"[{number}, 7]",
        "level": "info",
        "message": f"Message {number}",
        "time": "2026-01-01T00:00:00.123Z",
        "code": "Code",
        "data": {"shape": [1, 2]},
        "path": [{"node_id": "load", "process_id": "load_collection"}],
        "usage": {"cpu": {"value": 1, "unit": "s"}},
        "links": [],
    }


def test_log_entries(database: Database) -> None:
    upsert_jobs(database, [Job(KEY, JobStatus.RUNNING, "running")])

    @many(LOG_BATCHES)
    @given(BATCHES)
    def hold(batch: Batch) -> None:
        sent = batch.documents(_an_entry, SIZE)
        text = f'{{"logs": [{",".join(as_sent(entry, at) for at, entry in enumerate(sent))}]}}'
        entries = [parse_log_entry(raw) for raw, _ in _listed(text, "logs")]
        assert len(entries) == SIZE
        clear_logs(database, KEY)
        added = append_logs(database, KEY, entries)
        assert append_logs(database, KEY, entries) == 0  # a server that ignores the offset
        stored = load_log(database, KEY)
        assert len(stored) == added
        kept = {json.dumps(dict(entry.raw), sort_keys=True) for entry in entries}
        for entry in stored:
            assert isinstance(entry.level, LogLevel)
            assert entry.message.encode() is not None
            assert json.dumps(dict(entry.raw), sort_keys=True) in kept
        _, counts = list_log(database, KEY, LogLevel, str(batch.values[0])[:50])
        assert sum(counts.values()) == added

    hold()


def _a_result(number: int) -> dict[str, Any]:
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "stac_extensions": [],
        "id": f"r-{number}",
        "geometry": None,
        "bbox": [5.0, 51.0, 5.1, 51.1],
        "properties": {"datetime": "2026-01-01T00:00:00Z", "title": "Result"},
        "extent": {"spatial": {"bbox": [[0, 0, 1, 1]]}, "temporal": {"interval": [[None, None]]}},
        "links": [{"rel": "canonical", "href": "https://h/r?sig=SECRET"}],
        "assets": {
            "a.tif": {"href": "https://h/a.tif?sig=SECRET", "type": "image/tiff", "roles": ["data"]}
        },
        "openeo:status": "finished",
        "expires": "2026-01-02T00:00:00Z",
    }


def test_result_documents(database: Database) -> None:
    upsert_jobs(database, [Job(KEY, JobStatus.FINISHED, "finished")])

    @many(RESULT_BATCHES)
    @given(BATCHES)
    def hold(batch: Batch) -> None:
        for at, sent in enumerate(batch.documents(_a_result, SIZE)):
            document = decode_document(as_sent(sent, at))
            results = parse_results(document)
            save_results(database, KEY, document)
            loaded = load_results(database, KEY)
            assert loaded is not None
            again = parse_results(loaded[0])
            assert [asset.key for asset in again.assets] == [asset.key for asset in results.assets]
            assert (again.status, again.title) == (results.status, results.title)
            assert not any(asset.href for asset in again.assets)
            for name in UNKNOWN:
                assert same(loaded[0].get(name), document.get(name))

    hold()


def test_documents_nested_without_end_are_refused_whole() -> None:
    for text in ("[" * 100_000, '{"jobs": [' + "[" * 100_000, '{"a":' * 100_000):
        for decode in (decode_document, lambda said: _listed(said, "jobs")):
            try:
                decode(text)
            except ValueError:
                continue
            raise AssertionError(text[:20])
