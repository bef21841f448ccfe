"""The downloads model: files under their job, one event at a time; ten thousand are nothing."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.models.download_groups import DownloadGroup, Line
from openeo_desktop.models.download_rows import LINE_ROLE, DownloadColumn
from openeo_desktop.models.downloads_table import DownloadsTableModel
from openeo_desktop.models.row_ranges import row_ranges
from tests.support.fake_transfers import make_download

JOB, OTHER = (JobKey(AccountId("a"), JobId(name)) for name in ("j", "k"))
STATE = DownloadState


def _rows(count: int, job: JobKey = JOB, first: int = 0) -> list[Download]:
    return [make_download(number, job, f"{number}.tif") for number in range(first, first + count)]


def _text(line: Line, column: DownloadColumn) -> str:
    return f"{column.name} {line.key if isinstance(line, DownloadGroup) else line.id}"


@pytest.fixture
def model(qapp: object) -> DownloadsTableModel:
    model = DownloadsTableModel([c.name for c in DownloadColumn], _text, _text)
    model.set_downloads(_rows(5))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def _ids(model: DownloadsTableModel) -> list[int | str]:
    """The files by number, the jobs by name."""
    lines = [model.index(row, 0).data(LINE_ROLE) for row in range(model.rowCount())]
    return [line.key.job_id if isinstance(line, DownloadGroup) else line.id for line in lines]


def test_a_job_has_a_row_over_its_files(model: DownloadsTableModel) -> None:
    model.apply(_rows(2, OTHER, 7))
    model.apply([make_download(9, JOB, "9.tif")])
    assert _ids(model) == ["j", 0, 1, 2, 3, 4, 9, "k", 7, 8]
    assert model.group_row(6) == 0
    assert model.group_row(9) == 7


def test_an_event_changes_rows_in_place(model: DownloadsTableModel) -> None:
    changed = QSignalSpy(model.dataChanged)
    old = [model.line(row) for row in (1, 3)]
    new = [replace(row, state=STATE.RUNNING, done=9) for row in old if isinstance(row, Download)]
    model.apply(new)
    told = [(changed.at(n)[0].row(), changed.at(n)[1].row()) for n in range(changed.count())]
    assert told == [(0, 1), (3, 3)]
    assert model.count(STATE.RUNNING) == 2
    assert model.count(STATE.QUEUED) == 3


def test_a_renamed_job_has_its_new_name_over_its_files(model: DownloadsTableModel) -> None:
    model.apply([replace(row, job_title="New") for row in _rows(5)])
    line = model.line(0)
    assert isinstance(line, DownloadGroup)
    assert line.title == "New"


def test_new_rows_join_their_job_and_removed_ones_leave(model: DownloadsTableModel) -> None:
    model.apply([make_download(9, JOB, "9.tif")], [DownloadId(0), DownloadId(1), DownloadId(3)])
    assert _ids(model) == ["j", 2, 4, 9]
    assert model.row_of(DownloadId(9)) == 3
    assert model.row_of(DownloadId(0)) is None
    assert model.count() == model.count(STATE.QUEUED) == 3


def test_the_row_of_a_job_leaves_with_its_last_file(model: DownloadsTableModel) -> None:
    model.apply(_rows(2, OTHER, 7))
    model.apply([], [DownloadId(number) for number in range(5)])
    assert _ids(model) == ["k", 7, 8]
    model.set_collapsed(OTHER, True)
    model.apply([], [DownloadId(7), DownloadId(8)])
    assert _ids(model) == []


def test_a_held_index_follows_its_download(model: DownloadsTableModel) -> None:
    held = QPersistentModelIndex(model.index(5, 0))
    model.apply([], [DownloadId(1)])
    assert held.data(LINE_ROLE).id == 4
    rows = list(model.queue.downloads.values())
    model.set_downloads(reversed(rows))
    assert _ids(model) == ["j", 4, 3, 2, 0]
    assert (held.row(), held.data(LINE_ROLE).id) == (1, 4)


def test_ids_that_are_not_there_are_not_missed(model: DownloadsTableModel) -> None:
    model.apply([], [DownloadId(77)])
    assert _ids(model) == ["j", 0, 1, 2, 3, 4]


def test_a_new_download_told_twice_in_one_event_is_one_row(model: DownloadsTableModel) -> None:
    new = make_download(9, JOB, "9.tif")
    model.apply([new, replace(new, state=STATE.RUNNING)])
    assert _ids(model) == ["j", 0, 1, 2, 3, 4, 9]
    assert model.count(STATE.RUNNING) == 1


def test_a_collapsed_job_is_one_row_that_stands_for_its_files(model: DownloadsTableModel) -> None:
    model.apply(_rows(2, OTHER, 7))
    model.set_collapsed(JOB, True)
    assert _ids(model) == ["j", "k", 7, 8]
    model.apply([make_download(9, JOB, "9.tif")], [DownloadId(0)])
    assert _ids(model) == ["j", "k", 7, 8]
    assert [row.id for row in model.downloads_in([(0, 0)])] == [1, 2, 3, 4, 9]
    model.set_collapsed(JOB, False)
    assert _ids(model) == ["j", 1, 2, 3, 4, 9, "k", 7, 8]


def test_a_job_and_its_files_chosen_together_are_each_file_once(
    model: DownloadsTableModel,
) -> None:
    assert [row.id for row in model.downloads_in([(0, 2)])] == [0, 1, 2, 3, 4]


def test_a_filter_shows_what_is_in_its_states_now(model: DownloadsTableModel) -> None:
    model.apply(_rows(2, OTHER, 7))
    model.set_filter(frozenset({STATE.FAILED}))
    assert _ids(model) == []
    model.apply([make_download(8, OTHER, "8.tif", STATE.FAILED)])
    assert _ids(model) == ["k", 8]
    assert [row.id for row in model.downloads_in([(0, 0)])] == [8]
    model.apply([make_download(11, JOB, "11.tif", STATE.FAILED)], [DownloadId(8)])
    assert _ids(model) == ["j", 11]
    model.set_filter(None)
    assert _ids(model) == ["j", 0, 1, 2, 3, 4, 11, "k", 7]


def test_what_is_about_to_leave_can_come_back_to_its_place(model: DownloadsTableModel) -> None:
    model.hide([DownloadId(1), DownloadId(2)])
    model.apply([make_download(1, JOB, "1.tif", STATE.DONE)])
    assert _ids(model) == ["j", 0, 3, 4]
    assert model.count() == 3
    model.unhide()
    model.set_downloads(_rows(5))
    assert _ids(model) == ["j", 0, 1, 2, 3, 4]


def test_touch_tells_only_of_the_column_and_rows_of_that_state(model: DownloadsTableModel) -> None:
    model.apply([make_download(2, JOB, "2.tif", STATE.WAITING)])
    changed = QSignalSpy(model.dataChanged)
    model.touch(STATE.WAITING, DownloadColumn.STATE)
    model.touch(STATE.FAILED, DownloadColumn.STATE)
    assert changed.count() == 1
    first, last, *_ = changed.at(0)
    assert (first.row(), last.row(), first.column()) == (3, 3, DownloadColumn.STATE)


def test_the_totals_of_a_job_are_those_of_its_files(model: DownloadsTableModel) -> None:
    model.set_downloads(
        [
            make_download(1, JOB, "1", STATE.DONE, done=40, total=40),
            make_download(2, JOB, "2", STATE.RUNNING, done=10, total=40, rate=6.0),
            make_download(3, JOB, "3", STATE.PAUSED, done=10, total=40),
        ]
    )
    group = model.queue.groups[JOB]
    assert (group.done, group.total, group.fraction) == (60, 120, 0.5)
    assert (group.rate, group.seconds_left) == (6.0, 5.0)
    assert (group.finished, group.is_whole, group.state) == (1, False, STATE.RUNNING)
    model.apply([make_download(3, JOB, "3", STATE.FAILED, done=10)])
    assert (group.total, group.state) == (None, STATE.FAILED)
    assert group.fraction == pytest.approx(1 / 3)
    assert (model.queue.open, model.queue.rate, model.queue.seconds_left) == (1, 6.0, 5.0)


def test_any_course_of_events_ends_as_if_it_was_read_anew(model: DownloadsTableModel) -> None:
    """Seeded: random events; the rows and totals are those of a model that read the outcome."""
    chance = random.Random(5)
    jobs = [JobKey(AccountId("a"), JobId(f"job{number}")) for number in range(4)]
    rows: dict[int, Download] = {}
    model.set_downloads([])
    for number in range(400):
        if rows and chance.random() < 0.3:
            gone = chance.sample(sorted(rows), min(len(rows), chance.randint(1, 3)))
            for item in gone:
                del rows[item]
            model.apply([], [DownloadId(item) for item in gone])
        elif rows and chance.random() < 0.6:
            old = rows[chance.choice(sorted(rows))]
            new = replace(old, state=chance.choice(list(STATE)), done=chance.randint(0, 9), total=9)
            rows[old.id] = new
            model.apply([new])
        else:
            rows[number] = make_download(number, chance.choice(jobs), f"{number}.tif")
            model.apply([rows[number]])
        model.set_collapsed(chance.choice(jobs), chance.random() < 0.3)
        if chance.random() < 0.1:
            model.set_filter(chance.choice([None, frozenset({STATE.DONE, STATE.QUEUED})]))
    fresh = DownloadsTableModel([c.name for c in DownloadColumn], _text, _text)
    fresh.queue.collapsed = model.queue.collapsed
    fresh.queue.shown_states = model.queue.shown_states
    fresh.set_downloads(model.queue.downloads.values())
    assert sorted(map(str, _ids(fresh))) == sorted(map(str, _ids(model)))
    for key, group in fresh.queue.groups.items():
        kept = model.queue.groups[key]
        assert (group.done, group.total, group.left) == (kept.done, kept.total, kept.left)
        assert +group.states == +kept.states


def test_ten_thousand_rows_take_events(qapp: object) -> None:
    model = DownloadsTableModel([c.name for c in DownloadColumn], _text, _text)
    rows = _rows(10_000)
    model.set_downloads(rows)
    model.apply([replace(row, done=1) for row in rows[:50]])
    model.apply([], [row.id for row in rows[::2]])
    assert model.rowCount(QModelIndex()) == 5_001
    assert model.queue.groups[JOB].done == 25


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "Größe #1 100 %"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number} a.tif").write_bytes(b"x")
    return folder


def _dragged(model: DownloadsTableModel, *rows: int) -> list[str]:
    mime = model.mimeData([model.index(row, 0) for row in rows])
    return [Path(url.toLocalFile()).name for url in mime.urls()]


def _put_here(model: DownloadsTableModel, folder: Path, **changes: DownloadState) -> None:
    model.set_downloads(
        make_download(
            number,
            JOB,
            f"{number}.tif",
            changes.get(f"f{number}", STATE.DONE),
            path=folder / f"{number} a.tif",
        )
        for number in range(3)
    )


def test_files_are_dragged_out_where_they_are(model: DownloadsTableModel, folder: Path) -> None:
    _put_here(model, folder, f1=STATE.RUNNING)
    assert all(model.index(row, 0).flags() & Qt.ItemFlag.ItemIsDragEnabled for row in range(4)), (
        "a drag of what is not here asks for it"
    )
    assert model.supportedDragActions() == Qt.DropAction.CopyAction
    assert _dragged(model, 1, 2, 3) == ["0 a.tif", "2 a.tif"]
    (folder / "0 a.tif").unlink()
    assert _dragged(model, 1) == []


def test_a_whole_job_is_dragged_as_its_folder(model: DownloadsTableModel, folder: Path) -> None:
    _put_here(model, folder)
    for own in ("job.json", "job-results.json", "0 a.tif.aux.xml", ".DS_Store"):
        (folder / own).touch()
    assert _dragged(model, 0) == [folder.name]
    assert _dragged(model, 0, 1, 2) == [folder.name], "each file once"
    _put_here(model, folder, f2=STATE.PAUSED)
    assert _dragged(model, 0) == [], "a part of a job is not the job"


def test_a_folder_with_foreign_files_stays_here(model: DownloadsTableModel, folder: Path) -> None:
    _put_here(model, folder)
    (folder / "diary.txt").touch()
    assert _dragged(model, 0) == ["0 a.tif", "1 a.tif", "2 a.tif"]


@pytest.mark.parametrize(
    ("rows", "ranges"),
    [([], []), ([3], [(3, 3)]), ([4, 2, 3, 3, 9], [(2, 4), (9, 9)])],
)
def test_rows_are_gathered_into_runs(rows: list[int], ranges: list[tuple[int, int]]) -> None:
    assert row_ranges(rows) == ranges
