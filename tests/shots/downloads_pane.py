"""Pictures of the downloads pane in its states."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from openeo_desktop.core.auto_rules import AutoRule
from openeo_desktop.core.downloads import Download, DownloadState, Verification
from openeo_desktop.core.jobs import JobId, JobKey, JobStatus
from openeo_desktop.core.times import utc_now
from openeo_desktop.ui.downloads.auto_download_dialog import AutoDownloadDialog
from openeo_desktop.ui.downloads.download_dialog import DownloadDialog
from openeo_desktop.ui.downloads.downloads_pane import DownloadsPane
from tests.shots.shot import Shot
from tests.support.fake_auto_downloads import FakeAutoDownloads
from tests.support.fake_services import LoopSpawn, make_job, three_accounts
from tests.support.fake_transfers import (
    make_download,
    sketch_assets,
    sketch_downloads,
    with_transfers,
)

_ACCOUNTS = three_accounts()
_JOB = JobKey(_ACCOUNTS[1].account.id, JobId("j-1"))
_OTHER = JobKey(_ACCOUNTS[0].account.id, JobId("j-2"))
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
        make_download(
            8,
            _OTHER,
            "unknown_size.nc",
            state.RUNNING,
            done=3_400_000,
            rate=800_000.0,
            job_title="S2 cloud-free mosaic Slovenia",
        ),
        make_download(
            9,
            _OTHER,
            "mosaic_part_6.tif",
            state.WAITING_AUTH,
            reason="Terrascope asks you to sign in again.",
            job_title="S2 cloud-free mosaic Slovenia",
            **size,
        ),
    ]


def _finished() -> list[Download]:
    return [
        make_download(
            number,
            job,
            f"openEO_2016-06-{number:02}.tif",
            DownloadState.DONE,
            done=number * 41_000_000,
            total=number * 41_000_000,
            verified=Verification.CHECKSUM,
            media_type="image/tiff",
            job_title=title,
        )
        for number, job, title in (
            (1, _JOB, "NDVI timeseries 2022"),
            (2, _JOB, "NDVI timeseries 2022"),
            (3, _OTHER, "S2 cloud-free mosaic Slovenia"),
        )
    ]


def _pane(downloads: Sequence[Download] = (), chosen: int | None = None) -> DownloadsPane:
    spawn = LoopSpawn()
    services = with_transfers()
    services.accounts.items = list(_ACCOUNTS)
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


def _filtered() -> DownloadsPane:
    pane = _pane(_every_state())
    pane.bar.chips.set_selection(["failed"])
    pane.bar.filter_changed.emit()
    return pane


def _dragged() -> DownloadsPane:
    """A file that was dragged too early, in a job beside one that is closed."""
    pane = _pane(_every_state(), 2)
    pane.table.fold(pane.model.rowCount() - 1, True)
    pane.table.drag_began.emit()
    return pane


def _automatic() -> AutoDownloadDialog:
    rules = FakeAutoDownloads()
    account = _ACCOUNTS[1].account
    rules.set_rule(account.id, AutoRule(("image/tiff", "image/jp2"), ("data",), "*.tif"))
    return AutoDownloadDialog(cast("Any", rules), account)


def _where(free: int) -> DownloadDialog:
    spawn, services = LoopSpawn(), with_transfers()
    services.accounts.items = list(_ACCOUNTS)
    services.downloads.free = free
    job = make_job(_JOB.account_id, 1, JobStatus.FINISHED, title="NDVI timeseries 2022")
    dialog = DownloadDialog(cast("Any", services), spawn, job, sketch_assets())
    spawn.setParent(dialog)
    return dialog


def _measured(dialog: QWidget) -> bool:
    return isinstance(dialog, DownloadDialog) and bool(dialog.space.text())


SHOTS = [
    Shot("downloads-where", lambda: _where(120_000_000_000), (560, 260), _measured),
    Shot("downloads-where-full", lambda: _where(1_000_000_000), (560, 320), _measured),
    Shot("downloads-automatic", _automatic, (500, 420)),
    Shot("downloads-empty", _pane, _SIZE),
    Shot("downloads-every-state", lambda: _pane(_every_state(), 1), (1100, 420)),
    Shot("downloads-narrow", lambda: _pane(_every_state(), 6), _SIZE),
    Shot("downloads-finished", lambda: _pane(_finished(), 0), _SIZE),
    Shot("downloads-filtered", _filtered, _SIZE),
    Shot("downloads-dragged-too-early", _dragged, _SIZE),
    Shot("downloads-many", lambda: _pane(_many()), _SIZE),
]
