"""Made-up jobs as in the sketches of the look: three accounts, two jobs running, 20,431 in all."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace
from typing import Any

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.logs import LogLevel
from openeo_desktop.core.times import utc_now
from tests.support.fake_services import FakeServices, make_job, three_accounts
from tests.support.fake_transfers import (
    make_entry,
    make_results,
    sketch_assets,
    sketch_downloads,
    sketch_entries,
    with_transfers,
)

PROCESS = {
    "process_graph": {
        "load": {
            "process_id": "load_collection",
            "arguments": {
                "id": "SENTINEL2_L2A",
                "spatial_extent": {"west": 14.5, "south": 46.0, "east": 14.7, "north": 46.1},
                "temporal_extent": ["2022-01-01", "2023-01-01"],
                "bands": ["B04", "B08", "SCL"],
            },
        },
        "ndvi": {
            "process_id": "ndvi",
            "arguments": {"data": {"from_node": "load"}, "nir": "B08", "red": "B04"},
        },
        "save": {
            "process_id": "save_result",
            "arguments": {"data": {"from_node": "ndvi"}, "format": "GTiff"},
            "result": True,
        },
    }
}
_TITLES = (
    "Soil moisture anomalies 2023",
    "Snow cover Alps",
    "Crop map training set",
    "BAIS2 wildfire severity Evros",
    "Methane anomalies Turkmenistan",
    "Burned area Evros",
    "NDVI timeseries 2021",
    "S2 cloud-free mosaic Slovenia",
    "LAI monthly composite",
    "Sentinel-1 backscatter Po valley",
)
_DESCRIPTION = (
    "Monthly mean NDVI of cropland in Slovenia, clouds masked with the scene classification. "
    "For the yearly report; keep until March."
)
_MAIN: dict[str, Any] = {
    "title": "NDVI timeseries 2022",
    "description": _DESCRIPTION,
    "progress": 64.0,
    "costs": 1.8,
    "budget": 100.0,
    "plan": "free",
    "log_level": "info",
    "usage": {
        "cpu": {"value": 7421, "unit": "cpu-seconds"},
        "memory": {"value": 5.1, "unit": "GB-hours"},
    },
    "process": PROCESS,
}
LONG_TITLE = (
    "Cloud-free Sentinel-2 mosaic of the whole Alpine arc with topographic correction and "
    "BRDF normalisation, second attempt after the memory error of last week"
)


def sketch_services(count: int = 60) -> FakeServices:
    """Services with the jobs of the sketches and `count` older ones."""
    services = with_transfers()
    services.accounts.items = _fresh(three_accounts())
    ids = [status.account.id for status in services.accounts.items]
    jobs = [*head_jobs(ids), *(_old_job(ids, number) for number in range(count))]
    services.jobs.jobs = {job.key: job for job in jobs}
    _fill_panes(services, jobs)
    return services


def _fresh(statuses: list[Any]) -> list[Any]:
    synced = utc_now() - dt.timedelta(seconds=12)
    return [replace(status, since=synced, last_sync=synced) for status in statuses]


def head_jobs(ids: list[AccountId]) -> list[Job]:
    """The first lines of the table."""
    local, copernicus, terrascope = ids
    status = JobStatus
    long = {"title": LONG_TITLE, "costs": 41.75}
    failed = {"title": "Sentinel-1 backscatter Po valley", "progress": 37.0, "costs": 2.5}
    gone = {"title": "Reservoir levels Iberia", "description": "Results were kept for 90 days"}
    return [
        _job(copernicus, 1, status.RUNNING, (9, 8.8, 7.7, None, 0.2), **_MAIN),
        _job(
            copernicus,
            2,
            status.RUNNING,
            (70, None, 62, None, 14),
            title="S2 cloud-free mosaic Slovenia",
            progress=12.0,
        ),
        _job(
            terrascope, 3, status.QUEUED, (15, 14, None, None, 14.5), title="LAI monthly composite"
        ),
        _job(terrascope, 4, status.ERROR, (70, None, 64, 60.6, 60.6), process=PROCESS, **failed),
        _job(local, 5, status.FINISHED, (120, None, 118, 85, 85), costs=6.2),
        _job(copernicus, 6, status.FINISHED, (2000, None, 1990, 1940, 1940), **long),
        _job(copernicus, 7, status.FINISHED, (2100, None, None, None, 2090), gone=True, **gone),
    ]


Times = tuple[float, float | None, float | None, float | None, float]


def _job(account: AccountId, number: int, status: JobStatus, minutes: Times, **values: Any) -> Job:
    """A job whose times (created, queued, started, ended, updated) are minutes ago."""
    names = ("created", "queued", "started", "ended", "updated")
    now = utc_now()
    times = {
        name: None if ago is None else now - dt.timedelta(minutes=ago)
        for name, ago in zip(names, minutes, strict=True)
    }
    return make_job(account, number, status, **times, **values)


def _old_job(ids: list[AccountId], number: int) -> Job:
    ended = utc_now() - dt.timedelta(hours=40 + 3.1 * number)
    status = JobStatus.FINISHED
    if number % 40 == 8:
        status = JobStatus.ERROR
    elif number % 11 == 5:
        status = JobStatus.CANCELED
    elif number % 13 == 6:
        status = JobStatus.CREATED
    started = ended - dt.timedelta(minutes=10 + number * 7 % 53, seconds=number * 13 % 60)
    made = status is JobStatus.CREATED
    return make_job(
        ids[number % 3],
        100 + number,
        status,
        title=next(itertools.islice(itertools.cycle(_TITLES), number % 10, None)),
        created=started - dt.timedelta(minutes=3),
        started=None if made else started,
        ended=None if made else ended,
        updated=ended,
        costs=None if made else round(0.9 + number * 1.7 % 9, 1),
    )


def _fill_panes(services: FakeServices, jobs: list[Job]) -> None:
    running, failed, finished = jobs[0].key, jobs[3].key, jobs[4].key
    services.logs.entries[running] = sketch_entries()
    services.logs.entries[failed] = [
        *sketch_entries()[:3],
        make_entry(
            "Node 'apply1': the user-defined function raised ZeroDivisionError: "
            "float division by zero (udf.py, line 12)",
            LogLevel.ERROR,
            196,
            code="UDFError",
        ),
        make_entry("The job failed after 3 attempts.", LogLevel.ERROR, 197),
    ]
    results = make_results(*sketch_assets())
    for key in (running, finished):
        services.results.stored[key] = services.results.served[key] = results
    for download in sketch_downloads(finished):
        services.downloads.rows[download.id] = download


def key_of(services: FakeServices, status: JobStatus) -> JobKey:
    """The first job in a state."""
    return next(job.key for job in services.jobs.jobs.values() if job.status is status)
