"""Pictures of the downloads pane in its states."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, cast

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.downloads import Download, DownloadState
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.times import utc_now
from openeo_desktop.ui.downloads.downloads_pane import DownloadsPane
from tests.shots.shot import Shot
from tests.support.fake_services import LoopSpawn
from tests.support.fake_transfers import make_download, sketch_downloads, with_transfers

_JOB = JobKey(AccountId("a"), JobId("j-1"))
_SIZE = (790, 260)


def _every_state() -> list[Download]:
    state = DownloadState
    size = {"done": 12_000_000, "total": 40_000_000, "media_type": "image/tiff"}
    return [
        *sketch_downloads(_JOB),
        make_download(5, _JOB, "mosaic_part_3.tif", state.PAUSED, **size),
        make_download(
            6,
            _JOB,
            "mosaic_part_4.tif",
            state.WAITING,
            reason="The back-end is busy.",
            retry_at=utc_now() + dt.timedelta(seconds=42),
            **size,
        ),
        make_download(
            7, _JOB, "mosaic_part_5.tif", state.FAILED, reason="The disk is full.", **size
        ),
        make_download(8, _JOB, "unknown_size.nc", state.RUNNING, done=3_400_000, rate=800_000.0),
    ]


def _pane(downloads: Sequence[Download] = (), chosen: int | None = None) -> DownloadsPane:
    spawn = LoopSpawn()
    services = with_transfers()
    services.downloads.put(*downloads)
    pane = DownloadsPane(cast("Any", services), spawn, cast("Any", services.settings))
    spawn.setParent(pane)
    if chosen is not None:
        pane.table.selectRow(chosen)
    return pane


def _many() -> list[Download]:
    return [
        make_download(number, _JOB, f"tile_{number:05}.tif", total=40_000_000 + number)
        for number in range(10_000)
    ]


SHOTS = [
    Shot("downloads-empty", _pane, _SIZE),
    Shot("downloads-every-state", lambda: _pane(_every_state(), 1), (1100, 320)),
    Shot("downloads-narrow", lambda: _pane(_every_state(), 6), _SIZE),
    Shot("downloads-many", lambda: _pane(_many()), _SIZE),
]
