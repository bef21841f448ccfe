"""Pictures of the results pane in its states."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from openeo_desktop.core.assets import Results
from openeo_desktop.core.downloads import DownloadState, Verification
from openeo_desktop.core.errors import AppError, UnreachableError
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.models.results_feed import ResultsView
from openeo_desktop.ui.results.results_pane import ResultsPane
from tests.shots.shot import Shot
from tests.support.fake_services import LoopSpawn, make_job, three_accounts
from tests.support.fake_transfers import (
    make_asset,
    make_download,
    make_results,
    sketch_assets,
    sketch_downloads,
    with_transfers,
)

_SIZE = (430, 560)
_TITLE = "S2 cloud-free mosaic Slovenia"
_OFFLINE = UnreachableError(
    "Copernicus Data Space does not answer.", "Check the network; the app tries again by itself."
)
_ENDS = dt.datetime(2036, 12, 1, 9, 0, tzinfo=dt.UTC)


def _pane(
    status: JobStatus | None,
    results: Results | None = None,
    *,
    downloads: bool = False,
    failure: AppError | None = None,
    stored: bool = False,
    held: bool = False,
    title: str = _TITLE,
    act: Callable[[ResultsPane], object] | None = None,
) -> ResultsPane:
    spawn = LoopSpawn()
    services = with_transfers()
    services.accounts.items = three_accounts()
    pane = ResultsPane(cast("Any", services), spawn, cast("Any", services.settings))
    spawn.setParent(pane)
    pane.setProperty("expects", bool(results and results.assets) and not held)
    if status is None:
        return pane
    job = make_job(services.accounts.items[1].account.id, 1, status, title=title)
    services.jobs.jobs[job.key] = job
    services.results.failure = failure
    services.results.gate = asyncio.Event() if held else None
    if results is not None:
        (services.results.stored if stored else services.results.served)[job.key] = results
    if downloads:
        services.downloads.put(*sketch_downloads(job.key))
    pane.set_job(job.key)
    if act is not None:
        pane.model.modelReset.connect(lambda: act(pane) if pane.model.rowCount() else None)
    if failure is not None:
        pane.feed.changed.connect(lambda view: _refresh_once(pane, view))
    return pane


def _refresh_once(pane: ResultsPane, view: ResultsView) -> None:
    if not view.reading and view.error is None:
        pane.refresh()


def _all_here() -> ResultsPane:
    pane = _pane(JobStatus.FINISHED, make_results(*sketch_assets()[:3], expires=_ENDS))
    key = pane.feed.view.key
    assert key is not None
    rows = sketch_downloads(key)[:3]
    done, sure = DownloadState.DONE, Verification.CHECKSUM
    put = cast("Any", pane._services).downloads.put
    put(*(replace(row, state=done, verified=sure) for row in rows))
    return pane


def _one_failed() -> ResultsPane:
    pane = _pane(JobStatus.FINISHED, make_results(*sketch_assets(), expires=_ENDS), downloads=True)
    key = pane.feed.view.key
    assert key is not None
    failed = make_download(
        9, key, "openEO.nc", DownloadState.FAILED, done=8_000_000, total=1_200_000_000
    )
    cast("Any", pane._services).downloads.put(replace(failed, reason="The disk is full."))
    return pane


def _many() -> Results:
    return make_results(
        *(
            make_asset(f"openEO_{2000 + n // 12}-{n % 12 + 1:02}-01.tif", 40_000_000)
            for n in range(240)
        ),
        expires=_ENDS,
    )


def _ready(pane: QWidget) -> bool:
    assert isinstance(pane, ResultsPane)
    view = pane.feed.view
    if pane.property("expects"):
        return pane.model.total > 0 and not view.fetching
    finished = view.job is not None and view.job.status is JobStatus.FINISHED
    return not view.reading and (
        not finished or view.fetching or view.error is not None or view.results is not None
    )


def _shot(name: str, *args: Any, size: tuple[int, int] = _SIZE, **values: Any) -> Shot:
    return Shot(f"results-{name}", lambda: _pane(*args, **values), size, _ready)


_FULL = make_results(*sketch_assets(), expires=_ENDS)
SHOTS = [
    _shot("no-job", None),
    _shot("not-started", JobStatus.CREATED),
    _shot("running", JobStatus.RUNNING),
    _shot("failed", JobStatus.ERROR),
    _shot("fetching", JobStatus.FINISHED, held=True),
    _shot("full", JobStatus.FINISHED, _FULL, downloads=True),
    _shot("wide", JobStatus.FINISHED, _FULL, downloads=True, size=(640, 420)),
    _shot("selected", JobStatus.FINISHED, _FULL, act=lambda pane: pane.table.selectRow(2)),
    Shot("results-all-here", _all_here, _SIZE, _ready),
    Shot("results-one-failed", _one_failed, _SIZE, _ready),
    _shot("many", JobStatus.FINISHED, _many()),
    _shot("offline", JobStatus.FINISHED, _FULL, failure=_OFFLINE, stored=True),
    _shot("unreachable", JobStatus.FINISHED, failure=_OFFLINE),
    _shot("no-files", JobStatus.FINISHED, make_results()),
    _shot("partial", JobStatus.CANCELED, make_results(*sketch_assets()[:2])),
    _shot(
        "federation",
        JobStatus.FINISHED,
        replace(_FULL, raw={"federation:missing": ["eodc", "vito"]}),
    ),
    _shot(
        "long-texts",
        JobStatus.FINISHED,
        make_results(
            make_asset("a/very/deep/" + "long_name_" * 12 + "2016.tif", 9_999_000_000_000),
            make_asset("<b>not bold</b>.bin", None, "application/vnd.foreign.type+octets"),
        ),
        title="A title that is much longer than the pane is wide, & with <i>markup</i>",
    ),
]
