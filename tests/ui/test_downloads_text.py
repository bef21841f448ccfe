"""What the downloads pane says of files and jobs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QTextDocumentFragment

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.downloads import Download, DownloadState
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.times import utc_now
from openeo_desktop.models.download_rows import DownloadColumn
from openeo_desktop.ui.downloads import downloads_text
from tests.support.fake_transfers import make_download

JOB = JobKey(AccountId("a"), JobId("j"))
STATE = DownloadState


def _row(state: DownloadState = STATE.RUNNING, **values: Any) -> Download:
    return make_download(1, JOB, "x.tif", state, **values)


@pytest.mark.parametrize(
    ("download", "words"),
    [
        (_row(done=12_000_000, total=40_000_000), "12.0 of 40.0 MB"),
        (_row(done=900_000, total=1_200_000_000), "900 KB of 1.2 GB"),
        (_row(done=900_000), "900 KB"),
        (_row(total=40_000_000), "40.0 MB"),
        (_row(STATE.DONE, done=5, total=5), "5 B"),
        (_row(), ""),
    ],
)
def test_sizes_are_said_as_people_say_them(download: Download, words: str) -> None:
    assert downloads_text.size_text(download) == words


def test_a_hundred_percent_means_all_of_it() -> None:
    assert downloads_text.percent(_row(done=9_999, total=10_000)) == "99 %"


def test_waiting_counts_down_with_its_reason() -> None:
    now = utc_now()
    row = _row(STATE.WAITING, reason="Busy.", retry_at=now + dt.timedelta(seconds=42))
    assert downloads_text.state_text(row, now) == "Trying again in 42 s: Busy."
    assert downloads_text.state_text(row, now + dt.timedelta(seconds=60)) == (
        "Trying again soon: Busy."
    )


def test_names_and_reasons_of_a_server_stay_text() -> None:
    row = _row(STATE.FAILED, reason="<b>\nx</b>\u202e", path=Path("/x/<i>.tif"))
    assert downloads_text.state_text(row) == "Failed: <b> x</b>\\u202e"
    assert "<i>" not in downloads_text.cell_tool_tip(row, DownloadColumn.FILE)


def test_a_tool_tip_is_read_as_it_was_meant() -> None:
    """Also where nothing looks like markup: Qt would show an escaped «&» as it was written."""
    path = Path("/R&D/x < y.tif")
    tip = downloads_text.cell_tool_tip(_row(STATE.DONE, path=path), DownloadColumn.FILE)
    assert tip.startswith("<p")  # what Qt reads as markup
    assert QTextDocumentFragment.fromHtml(tip).toPlainText() == str(path)
