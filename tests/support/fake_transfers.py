"""Hand-written services of logs, results and downloads for the panes: values in memory."""

from __future__ import annotations

import asyncio
import datetime as dt
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from openeo_desktop.core.assets import Asset, Results
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState, Verification
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.events import Event
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.logs import LogEntry, LogLevel
from openeo_desktop.services.download_order import Move, arranged, moved
from openeo_desktop.services.download_queue import DownloadsChanged, DownloadSummary
from openeo_desktop.services.logs import LogListing, LogQuery, LogsChanged, LogsFailed
from openeo_desktop.services.results import ResultsChanged
from tests.support.fake_services import NOW, FakeServices

_PAUSED = DownloadState.PAUSED
FOLDER = Path("/srv/people/anna/openEO/NDVI timeseries 2022")


@dataclass(slots=True)
class FakeLogs:
    """`LogsService` over lists of entries. `failure` meets a fetch; `gate` holds listings.

    Following fetches once, at once.
    """

    entries: dict[JobKey, list[LogEntry]] = field(default_factory=dict)
    failure: AppError | None = None
    gate: asyncio.Event | None = None
    changed: Event[LogsChanged] = field(default_factory=Event)
    failed: Event[LogsFailed] = field(default_factory=Event)
    fetched: Event[JobKey] = field(default_factory=Event)
    followed: JobKey | None = None
    calls: list[tuple[Any, ...]] = field(default_factory=list)
    _rows: list[LogEntry] = field(default_factory=list)
    _known: dict[int, int] = field(default_factory=dict)

    def follow(self, key: JobKey | None) -> None:
        self.followed = key
        self.calls.append(("follow", key))
        if key is not None and self.failure is not None:
            self.failed.emit(LogsFailed(key, self.failure))
        elif key is not None:
            self.fetched.emit(key)

    def grow(self, key: JobKey, *entries: LogEntry) -> None:
        """The back-end has written; the service has stored it."""
        self.entries.setdefault(key, []).extend(entries)
        self.changed.emit(LogsChanged(key, len(entries)))
        self.fetched.emit(key)

    def fail(self, key: JobKey, error: AppError) -> None:
        """The log could not be fetched while it was followed."""
        self.failed.emit(LogsFailed(key, error))

    async def listing_end(self, key: JobKey, query: LogQuery) -> LogListing:
        whole = await self.listing(key, query)
        self.calls[-1] = ("listing_end", key, query)
        return LogListing(query, whole.row_ids[-600:], partial=True)

    async def listing(
        self, key: JobKey, query: LogQuery, known: LogListing | None = None
    ) -> LogListing:
        self.calls.append(("listing", key, query))
        await asyncio.sleep(0)
        if self.gate is not None:
            await self.gate.wait()
        entries = self.entries.get(key, [])
        counts = dict.fromkeys(LogLevel, 0)
        ids = array("q")
        for entry in entries:
            counts[entry.level] += 1
            if entry.level in query.levels and query.text.lower() in entry.message.lower():
                ids.append(self._row(entry))
        return LogListing(query, ids, counts)

    async def rows(self, row_ids: Sequence[int]) -> dict[int, LogEntry]:
        await asyncio.sleep(0)
        return {row_id: self._rows[row_id] for row_id in row_ids}

    async def refresh(self, key: JobKey) -> int:
        self.calls.append(("refresh", key))
        await asyncio.sleep(0)
        if self.failure is not None:
            raise self.failure
        self.fetched.emit(key)
        return 0

    async def errors(self, key: JobKey, limit: int = 20) -> list[LogEntry]:
        found = [e for e in self.entries.get(key, []) if e.level is LogLevel.ERROR]
        return found[:limit]

    async def export(self, key: JobKey) -> list[LogEntry]:
        return list(self.entries.get(key, []))

    def _row(self, entry: LogEntry) -> int:
        row = self._known.setdefault(id(entry), len(self._rows))
        if row == len(self._rows):
            self._rows.append(entry)
        return row


@dataclass(slots=True)
class FakeResults:
    """`ResultsService`: `stored` is in the history, `served` at the back-end, else `failure`."""

    stored: dict[JobKey, Results] = field(default_factory=dict)
    served: dict[JobKey, Results] = field(default_factory=dict)
    failure: AppError | None = None
    gate: asyncio.Event | None = None
    changed: Event[ResultsChanged] = field(default_factory=Event)
    calls: list[tuple[Any, ...]] = field(default_factory=list)

    async def get(self, key: JobKey) -> Results | None:
        await asyncio.sleep(0)
        return self.stored.get(key)

    async def refresh(self, key: JobKey) -> Results:
        self.calls.append(("refresh", key))
        await asyncio.sleep(0)
        if self.gate is not None:
            await self.gate.wait()
        if self.failure is not None:
            raise self.failure
        self.stored[key] = self.served[key]
        self.changed.emit(ResultsChanged(key))
        return self.served[key]


@dataclass(slots=True)
class FakeDownloads:
    """`DownloadsService` over a dict; `calls` tells which intents came."""

    rows: dict[DownloadId, Download] = field(default_factory=dict)
    changed: Event[DownloadsChanged] = field(default_factory=Event)
    calls: list[tuple[Any, ...]] = field(default_factory=list)
    free: int | None = 120_000_000_000

    def all(self) -> tuple[Download, ...]:
        return tuple(self.rows.values())

    def of_job(self, key: JobKey) -> tuple[Download, ...]:
        return tuple(row for row in self.rows.values() if row.job == key)

    def summary(self) -> DownloadSummary:
        rows = self.rows.values()
        waiting = [row for row in rows if row.state.is_open]
        rate = sum(row.rate for row in rows if row.state is DownloadState.RUNNING)
        left = sum((row.total or 0) - row.done for row in waiting)
        failed = sum(1 for row in rows if row.state is DownloadState.FAILED)
        return DownloadSummary(len(waiting), failed, rate, left / rate if rate else None)

    @property
    def root(self) -> Path:
        return FOLDER.parent

    async def free_space(self, folder: Path) -> int | None:
        return self.free

    def folder_for(self, job: Job) -> Path:
        return FOLDER

    def put(self, *downloads: Download) -> None:
        """These are new, or look different now."""
        self.rows.update({download.id: download for download in downloads})
        self.changed.emit(DownloadsChanged(downloads))

    async def download(
        self, key: JobKey, asset_keys: Sequence[str] | None = None, folder: Path | None = None
    ) -> tuple[Download, ...]:
        self.calls.append(("download", key, tuple(asset_keys or ()), folder))
        return ()

    async def pause(self, ids: Iterable[DownloadId]) -> None:
        self._set("pause", ids, DownloadState.PAUSED)

    async def resume(self, ids: Iterable[DownloadId]) -> None:
        self._set("resume", ids, DownloadState.QUEUED)

    async def retry(self, ids: Iterable[DownloadId]) -> None:
        self._set("retry", ids, DownloadState.QUEUED)

    async def pause_all(self) -> None:
        self._set("pause_all", [row.id for row in self.all() if row.state.is_open], _PAUSED)

    async def resume_all(self) -> None:
        paused = [row.id for row in self.all() if row.state is _PAUSED]
        self._set("resume_all", paused, DownloadState.QUEUED)

    def set_limits(
        self,
        *,
        per_host: int | None = None,
        total: int | None = None,
        limit_kib_s: int | None = None,
    ) -> None:
        self.calls.append(("set_limits", per_host, total, limit_kib_s))

    async def move(self, ids: Iterable[DownloadId], where: Move) -> None:
        chosen = frozenset(ids)
        self.calls.append(("move", tuple(sorted(chosen)), where))
        self._place(moved(self.all(), chosen, where))

    async def arrange(self, order: Sequence[DownloadId]) -> None:
        self.calls.append(("arrange", tuple(order)))
        self._place(arranged(self.all(), order))

    async def verify(self, ids: Iterable[DownloadId]) -> tuple[Download, ...]:
        self.calls.append(("verify", tuple(ids)))
        return ()

    async def delete_files(self, ids: Iterable[DownloadId]) -> None:
        self._drop("delete_files", ids)

    def _place(self, positions: dict[DownloadId, float]) -> None:
        for item, position in positions.items():
            self.rows[item] = replace(self.rows[item], position=position)
        ordered = sorted(self.rows.values(), key=lambda row: (row.position, row.id))
        self.rows = {row.id: row for row in ordered}
        self.changed.emit(DownloadsChanged((), reordered=True))

    async def cancel(self, ids: Iterable[DownloadId]) -> None:
        self._drop("cancel", ids)

    async def remove(self, ids: Iterable[DownloadId]) -> None:
        self._drop("remove", ids)

    def _set(self, name: str, ids: Iterable[DownloadId], state: DownloadState) -> None:
        chosen = tuple(ids)
        self.calls.append((name, chosen))
        self.put(*(replace(self.rows[item], state=state, reason="") for item in chosen))

    def _drop(self, name: str, ids: Iterable[DownloadId]) -> None:
        gone = tuple(ids)
        self.calls.append((name, gone))
        for item in gone:
            self.rows.pop(item, None)
        self.changed.emit(DownloadsChanged((), gone))


@dataclass(slots=True)
class FakeFetchAhead:
    """`FetchAhead`: `here` is in the cache; what is placed is remembered."""

    changed: Event[JobKey] = field(default_factory=Event)
    here: dict[JobKey, dict[str, Path]] = field(default_factory=dict)
    looked_at: JobKey | None = None
    enabled: bool = True
    placed: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)

    def set_enabled(self, enabled: bool) -> None:
        self.enabled = enabled

    def look_at(self, key: JobKey | None) -> None:
        self.looked_at = key

    def files(self, key: JobKey) -> dict[str, Path]:
        return dict(self.here.get(key, {}))

    def put(self, key: JobKey, asset_key: str, path: Path) -> None:
        """It has come."""
        self.here.setdefault(key, {})[asset_key] = path
        self.changed.emit(key)

    async def fetch(self, key: JobKey, asset_key: str) -> None:
        self.fetched.append(asset_key)

    def place(self, job: Job, asset_key: str) -> Path:
        self.placed.append(asset_key)
        path = self.here[job.key][asset_key].with_name(f"placed {asset_key}")
        self.here[job.key][asset_key] = path
        return path


def with_transfers(services: FakeServices | None = None) -> FakeServices:
    """Fake services with logs, results and downloads in them."""
    services = services or FakeServices()
    services.logs, services.results = FakeLogs(), FakeResults()
    services.downloads = FakeDownloads()
    services.fetch_ahead = FakeFetchAhead()
    return services


def make_entry(
    message: str, level: LogLevel = LogLevel.INFO, seconds: float = 0.0, **values: Any
) -> LogEntry:
    """A log entry some seconds after the job's start."""
    time = NOW - dt.timedelta(minutes=7) + dt.timedelta(seconds=seconds)
    return LogEntry(id=f"{seconds}", level=level, message=message, time=time, **values)


def sketch_entries() -> list[LogEntry]:
    """The log of the sketches."""
    info, debug, warning = LogLevel.INFO, LogLevel.DEBUG, LogLevel.WARNING
    return [
        make_entry("Job started with 4 workers", info, 0),
        make_entry("Loading 5x3x6 tiles", debug, 3),
        make_entry("load_collection: 212 products, 36 GB", info, 40, node="load1"),
        make_entry("Tile 31UFS: 3 of 12 dates are cloudier than 80 %, skipped", warning, 138),
        make_entry("mask · ndvi: 40 %", info, 229),
        make_entry("mask · ndvi: 55 %", info, 335),
        make_entry("Executor 3 lost, retrying its 18 tasks", warning, 351),
        make_entry("Spill to disk: 1.1 GB", debug, 378),
        make_entry("mask · ndvi: 64 %", info, 402),
    ]


def make_asset(key: str, size: int | None = None, media_type: str = "image/tiff") -> Asset:
    """An asset with a signed link of a made-up object store."""
    href = f"https://store.example/{key}?signature=5ecret"
    return Asset(key=key, href=href, media_type=media_type, size=size, roles=("data",))


def make_results(*assets: Asset, **values: Any) -> Results:
    """A result of Slovenia; `values` are fields of `Results`."""
    values.setdefault("status", JobStatus.FINISHED)
    values.setdefault("bbox", (14.5, 46.0, 14.7, 46.1))
    values.setdefault("start", dt.datetime(2015, 7, 11, tzinfo=dt.UTC))
    values.setdefault("end", dt.datetime(2017, 12, 22, tzinfo=dt.UTC))
    return Results(assets=assets, **values)


def sketch_assets() -> tuple[Asset, ...]:
    """The files of the sketches."""
    return (
        make_asset("openEO_2016-06-05.tif", 412_000_000),
        make_asset("openEO_2016-06-15.tif", 409_000_000),
        make_asset("openEO_2016-06-25.tif", 415_000_000),
        make_asset("timeseries.json", 38_000, "application/json"),
        make_asset("openEO.nc", 1_200_000_000, "application/x-netcdf"),
    )


def make_download(
    number: int,
    job: JobKey,
    asset_key: str = "openEO.tif",
    state: DownloadState = DownloadState.QUEUED,
    **values: Any,
) -> Download:
    """A row of the queue; `values` are fields of `Download`."""
    values.setdefault("path", FOLDER / asset_key)
    values.setdefault("job_title", "NDVI timeseries 2022")
    values.setdefault("position", float(number))
    return Download(DownloadId(number), job, asset_key, state=state, **values)


def sketch_downloads(job: JobKey) -> tuple[Download, ...]:
    """One of each state, for the files of the sketches."""
    tiff, state = "image/tiff", DownloadState
    return (
        make_download(
            1,
            job,
            "openEO_2016-06-05.tif",
            state.DONE,
            done=412_000_000,
            total=412_000_000,
            verified=Verification.CHECKSUM,
            media_type=tiff,
        ),
        make_download(
            2,
            job,
            "openEO_2016-06-15.tif",
            state.RUNNING,
            done=253_600_000,
            total=409_000_000,
            rate=42_000_000.0,
            media_type=tiff,
        ),
        make_download(
            3, job, "openEO_2016-06-25.tif", state.QUEUED, total=415_000_000, media_type=tiff
        ),
        make_download(
            4,
            job,
            "timeseries.json",
            state.DONE,
            done=38_000,
            total=38_000,
            verified=Verification.LENGTH,
            media_type="application/json",
        ),
    )
