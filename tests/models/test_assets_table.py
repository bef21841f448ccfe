"""The assets model: joined with downloads, filtered, ordered, dragged out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.assets import Asset
from openeo_desktop.core.downloads import Download, DownloadState
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.models.assets_table import AssetColumn, AssetsTableModel
from tests.support.fake_transfers import make_download, sketch_assets, sketch_downloads

JOB = JobKey(AccountId("a"), JobId("j"))
ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def _text(asset: Asset, download: Download | None, column: AssetColumn) -> str:
    return f"{column.name} {asset.key} {download.state if download else ''}"


@pytest.fixture
def model(qapp: object) -> AssetsTableModel:
    model = AssetsTableModel([c.name for c in AssetColumn], _text, _text)
    model.set_assets(sketch_assets(), sketch_downloads(JOB))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def _keys(model: AssetsTableModel) -> list[str]:
    return [model.asset(row).key for row in range(model.rowCount())]


def test_assets_keep_the_order_of_the_back_end(model: AssetsTableModel) -> None:
    assert _keys(model) == [asset.key for asset in sketch_assets()]
    assert model.total_size == sum(asset.size or 0 for asset in sketch_assets())


def test_every_word_of_the_filter_must_occur(model: AssetsTableModel) -> None:
    model.set_filter("OPENEO 06-15")
    assert _keys(model) == ["openEO_2016-06-15.tif"]
    model.set_filter("netcdf")
    assert _keys(model) == ["openEO.nc"]
    model.set_filter("")
    assert model.rowCount() == model.total == 5


def test_a_selection_survives_order_and_filter(model: AssetsTableModel) -> None:
    held = QPersistentModelIndex(model.index(3, 0))
    model.sort(AssetColumn.SIZE, DESCENDING)
    assert _keys(model)[0] == "openEO.nc"
    assert model.asset(held.row()).key == "timeseries.json"
    model.set_filter("timeseries")
    assert held.row() == 0
    model.set_filter("openEO.nc")
    assert not held.isValid()


def test_order_by_state_puts_what_is_here_first_and_minus_one_restores(
    model: AssetsTableModel,
) -> None:
    model.sort(AssetColumn.STATE, ASCENDING)
    assert _keys(model)[-1] == "openEO.nc"
    assert set(_keys(model)[:2]) == {"openEO_2016-06-05.tif", "timeseries.json"}
    model.sort(-1)
    assert _keys(model) == [asset.key for asset in sketch_assets()]


def test_a_size_that_is_not_known_makes_no_total(qapp: object) -> None:
    model = AssetsTableModel([c.name for c in AssetColumn], _text, _text)
    first, second, *_ = sketch_assets()
    model.set_assets([first, replace(second, size=None)], ())
    assert model.total_size is None


def test_progress_is_one_signal_over_the_changed_rows(model: AssetsTableModel) -> None:
    downloads = list(sketch_downloads(JOB))
    model.set_downloads(downloads)
    changed = QSignalSpy(model.dataChanged)
    downloads[1] = replace(downloads[1], done=300_000_000)
    model.set_downloads(downloads)
    model.set_downloads(downloads)
    assert changed.count() == 1
    first, last, *_ = changed.at(0)
    assert (first.row(), last.row()) == (1, 1)


def test_only_files_that_are_here_leave_in_a_drag(model: AssetsTableModel, tmp_path: Path) -> None:
    here = tmp_path / "mit Leerzeichen #1 % ä.tif"
    done = make_download(1, JOB, sketch_assets()[0].key, DownloadState.DONE, path=here)
    model.set_downloads([done])
    rows = [model.index(row, column) for row in (0, 1) for column in (0, 1)]
    assert all(index.flags() & Qt.ItemFlag.ItemIsDragEnabled for index in rows), "a drag asks"
    assert model.mimeData(rows).urls() == [], "it was deleted"
    here.write_bytes(b"x")
    assert [url.toLocalFile() for url in model.mimeData(rows).urls()] == [str(here)]
    ahead = tmp_path / "ahead.tif"
    model.set_ahead({sketch_assets()[1].key: ahead})
    assert [url.toLocalFile() for url in model.mimeData(rows).urls()] == [str(here), str(ahead)]


def test_progress_changes_one_row_and_a_new_state_is_told(model: AssetsTableModel) -> None:
    changed = QSignalSpy(model.dataChanged)
    running = replace(sketch_downloads(JOB)[1], done=300_000_000)
    assert not model.apply([running])
    assert (changed.count(), changed.at(0)[0].row(), changed.at(0)[1].row()) == (1, 1, 1)
    assert model.apply([replace(running, state=DownloadState.PAUSED)])


def test_names_order_as_a_person_counts(qapp: object) -> None:
    model = AssetsTableModel([c.name for c in AssetColumn], _text, _text)
    first = sketch_assets()[0]
    names = ("tile_10", "tile_2", "Tile_1")
    model.set_assets([replace(first, key=name) for name in names], ())
    model.sort(AssetColumn.NAME, ASCENDING)
    assert _keys(model) == ["Tile_1", "tile_2", "tile_10"]
    model.sort(AssetColumn.TYPE, DESCENDING)
    assert _keys(model) == ["tile_10", "tile_2", "Tile_1"]
