"""The downloads model: one event, one signal; rows keep their place; ten thousand are nothing."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.models.downloads_table import (
    DOWNLOAD_ROLE,
    DownloadColumn,
    DownloadsTableModel,
)
from openeo_desktop.models.row_ranges import row_ranges
from tests.support.fake_transfers import make_download

JOB = JobKey(AccountId("a"), JobId("j"))


def _rows(count: int) -> list[Download]:
    return [make_download(number, JOB, f"{number}.tif") for number in range(count)]


def _text(download: Download, column: DownloadColumn) -> str:
    return f"{column.name} {download.id}"


@pytest.fixture
def model(qapp: object) -> DownloadsTableModel:
    model = DownloadsTableModel([c.name for c in DownloadColumn], _text, _text)
    model.set_downloads(_rows(5))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def _ids(model: DownloadsTableModel) -> list[int]:
    return [model.index(row, 0).data(DOWNLOAD_ROLE).id for row in range(model.rowCount())]


def test_an_event_changes_rows_in_place_with_one_signal(model: DownloadsTableModel) -> None:
    changed = QSignalSpy(model.dataChanged)
    new = [replace(model.download(row), state=DownloadState.RUNNING, done=row) for row in (1, 3)]
    model.apply(new)
    assert changed.count() == 1
    first, last, *_ = changed.at(0)
    assert (first.row(), last.row()) == (1, 3)
    assert model.download(3).done == 3
    assert model.count(DownloadState.RUNNING) == 2
    assert model.count(DownloadState.QUEUED) == 3


def test_new_rows_join_at_the_end_and_removed_ones_leave(model: DownloadsTableModel) -> None:
    model.apply([make_download(9, JOB, "9.tif")], [DownloadId(0), DownloadId(1), DownloadId(3)])
    assert _ids(model) == [2, 4, 9]
    assert model.row_of(DownloadId(9)) == 2
    assert model.row_of(DownloadId(0)) is None
    assert model.count() == model.count(DownloadState.QUEUED) == 3


def test_a_held_index_follows_its_download(model: DownloadsTableModel) -> None:
    from PySide6.QtCore import QPersistentModelIndex

    held = QPersistentModelIndex(model.index(4, 0))
    model.apply([], [DownloadId(1)])
    assert held.data(DOWNLOAD_ROLE).id == 4


def test_ids_that_are_not_there_are_not_missed(model: DownloadsTableModel) -> None:
    model.apply([], [DownloadId(77)])
    assert _ids(model) == [0, 1, 2, 3, 4]


def test_a_new_download_told_twice_in_one_event_is_one_row(model: DownloadsTableModel) -> None:
    new = make_download(9, JOB, "9.tif")
    model.apply([new, replace(new, state=DownloadState.RUNNING)])
    assert _ids(model) == [0, 1, 2, 3, 4, 9]
    assert model.download(5).state is DownloadState.RUNNING


def test_touch_tells_only_of_the_column_and_rows_of_that_state(model: DownloadsTableModel) -> None:
    model.apply([replace(model.download(2), state=DownloadState.WAITING)])
    changed = QSignalSpy(model.dataChanged)
    model.touch(DownloadState.WAITING, DownloadColumn.STATE)
    model.touch(DownloadState.FAILED, DownloadColumn.STATE)
    assert changed.count() == 1
    first, last, *_ = changed.at(0)
    assert (first.row(), last.row(), first.column()) == (2, 2, DownloadColumn.STATE)


def test_ten_thousand_rows_take_an_event_at_once(qtbot: QtBot) -> None:
    model = DownloadsTableModel([c.name for c in DownloadColumn], _text, _text)
    rows = _rows(10_000)
    model.set_downloads(rows)
    begun = time.perf_counter()
    for _ in range(10):
        model.apply([replace(row, done=1) for row in rows[:50]])
    one = (time.perf_counter() - begun) / 10
    # Ten events a second may take a tenth of a second at the very most; measured: under 1 ms.
    assert one < 0.02
    model.apply([], [row.id for row in rows[::2]])
    assert model.rowCount(QModelIndex()) == 5_000


@pytest.mark.parametrize(
    ("rows", "ranges"),
    [([], []), ([3], [(3, 3)]), ([4, 2, 3, 3, 9], [(2, 4), (9, 9)])],
)
def test_rows_are_gathered_into_runs(rows: list[int], ranges: list[tuple[int, int]]) -> None:
    assert row_ranges(rows) == ranges
