"""Every model keeps Qt's rules while it is filled, changed and emptied: none is left out."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

import openeo_desktop.models
import openeo_desktop.ui
from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.job_query import JobQuery
from openeo_desktop.core.jobs import JobId, JobKey, JobStatus
from openeo_desktop.core.logs import LogEntry
from openeo_desktop.core.notices import Notice
from openeo_desktop.models.assets_table import AssetColumn, AssetsTableModel
from openeo_desktop.models.download_rows import DownloadColumn
from openeo_desktop.models.downloads_table import DownloadsTableModel
from openeo_desktop.models.jobs_table import JobColumn, JobsTableModel
from openeo_desktop.models.json_tree import PORTION, JsonTreeModel
from openeo_desktop.models.log_table import LogColumn, LogTableModel
from openeo_desktop.models.notices_table import NoticeColumn, NoticesTableModel
from openeo_desktop.models.preview_table import PreviewTableModel
from openeo_desktop.preview.values import Column, Table, TablePage
from openeo_desktop.ui.palette.palette_model import PaletteModel
from openeo_desktop.ui.palette.palette_rows import PaletteRow
from tests.support.fake_services import NOW, FakeJobs, LoopSpawn, make_job
from tests.support.fake_transfers import make_download, make_entry, sketch_assets, sketch_downloads

JOB = JobKey(AccountId("a"), JobId("j"))
Step = Callable[[], object]
Life = tuple[QAbstractItemModel, Sequence[Step]]
"""A model, and what happens to it."""


class Words:
    """For jobs: their titles."""

    def headers(self) -> tuple[str, ...]:
        return tuple(column.name for column in JobColumn)

    def text(self, *of: Any) -> str:
        return str(of[0].title) if of[1] is JobColumn.TITLE else ""

    def tool_tip(self, *_of: Any) -> str:
        return ""

    def heading(self, *_of: Any) -> str:
        return "day"


def words(*of: object) -> str:
    return " ".join(map(str, of))


def jobs(spawn: LoopSpawn) -> Life:
    kept = FakeJobs()
    for number in range(5):
        made = make_job(AccountId("a"), number, title=f"Job {number}")
        kept.jobs[made.key] = made
    model = JobsTableModel(kept, Words(), spawn, now=lambda: NOW)
    days, none = JobQuery(by_day=True), JobQuery(text="no such words")
    return model, [lambda q=q: model.ask(q) for q in (JobQuery(), days, none)] + [model.close]


def log(spawn: LoopSpawn) -> Life:
    async def load(ids: Sequence[int]) -> dict[int, LogEntry]:
        return {row: make_entry(f"entry {row}") for row in ids}

    model = LogTableModel(load, spawn, [c.name for c in LogColumn], words, words)
    listings = (range(500), range(700), range(3, 700, 7))
    return model, [*(lambda r=r: model.set_row_ids(tuple(r)) for r in listings), model.clear]


class Rows:
    """A file that is a table."""

    async def page(self, first: int, count: int) -> TablePage:
        return TablePage(first, tuple((str(row), "x") for row in range(first, first + count)))


def table(spawn: LoopSpawn) -> Life:
    model = PreviewTableModel(spawn)
    wide = Table((Column("a", True), Column("b", False)), 300)
    return model, [
        lambda: model.set_table(Rows(), wide),
        lambda: model.set_table(Rows(), Table(wide.columns[:1], 7)),
        lambda: model.set_table(None, Table((), 0)),
    ]


def tree(_spawn: LoopSpawn) -> Life:
    model = JsonTreeModel(("Name", "Value"))
    # Before the tester comes, which fetches the rest of it: within a reset or a fetch of ours it
    # would fetch, too, before it has noticed what it is within.
    model.set_document({"inner": list(range(PORTION + 5))})
    return model, [
        lambda: model.rowCount(model.index(0, 0)),
        lambda: model.set_document({"a": [1, {"b": None}], "c": {}}),
        lambda: model.set_document([]),
    ]


def assets(_spawn: LoopSpawn) -> Life:
    model = AssetsTableModel([c.name for c in AssetColumn], words, words)
    downloads = sketch_downloads(JOB)
    return model, [
        lambda: model.set_assets(sketch_assets(), downloads),
        lambda: model.sort(AssetColumn.SIZE, Qt.SortOrder.DescendingOrder),
        lambda: model.set_filter("netcdf"),
        lambda: model.set_filter(""),
        lambda: model.set_assets((), ()),
    ]


def downloads(_spawn: LoopSpawn) -> Life:
    model = DownloadsTableModel([c.name for c in DownloadColumn], words, words)
    rows = [make_download(number, JOB, f"{number}.tif") for number in range(5)]
    other = make_download(9, replace_job("k"), "9.tif")
    return model, [
        lambda: model.set_downloads(rows),
        lambda: model.apply([other, replace(rows[0], done=9)]),
        lambda: model.apply([], [row.id for row in rows[1:3]]),
        lambda: model.set_downloads([]),
    ]


def replace_job(name: str) -> JobKey:
    return JobKey(JOB.account_id, JobId(name))


def notices(_spawn: LoopSpawn) -> Life:
    model = NoticesTableModel([c.name for c in NoticeColumn], words, words, lambda _notice: None)
    told = [Notice(number, JOB, "Job", JobStatus.FINISHED, NOW) for number in range(5)]
    return model, [lambda n=n: model.set_notices(told[:n]) for n in (5, 2, 0)]


def palette(_spawn: LoopSpawn) -> Life:
    model = PaletteModel()
    rows = [PaletteRow("Jobs"), *(PaletteRow(f"Job {n}", job=JOB) for n in range(3))]
    return model, [lambda n=n: model.set_rows(rows[:n]) for n in (4, 2, 0)]


LIVES: dict[type[QAbstractItemModel], Callable[[LoopSpawn], Life]] = {
    JobsTableModel: jobs,
    LogTableModel: log,
    PreviewTableModel: table,
    JsonTreeModel: tree,
    AssetsTableModel: assets,
    DownloadsTableModel: downloads,
    NoticesTableModel: notices,
    PaletteModel: palette,
}


@pytest.fixture
def spawn(qapp: object) -> Iterator[LoopSpawn]:
    spawn = LoopSpawn()
    yield spawn
    spawn.close()


@pytest.mark.parametrize("kind", LIVES, ids=lambda kind: kind.__name__)
def test_a_model_keeps_the_rules_of_qt(
    kind: type[QAbstractItemModel], spawn: LoopSpawn, qtbot: QtBot
) -> None:
    model, steps = LIVES[kind](spawn)
    assert type(model) is kind
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    seen = []
    for step in steps:
        step()
        qtbot.waitUntil(lambda: not spawn.tasks, timeout=20_000)
        seen.append(model.rowCount())
        read(model)
        qtbot.waitUntil(lambda: not spawn.tasks, timeout=20_000)
    assert max(seen) > 0
    assert tester.model() is model


def read(model: QAbstractItemModel, parent: QModelIndex | None = None) -> None:
    """Ask for everything that a view asks for."""
    above = QModelIndex() if parent is None else parent
    for row in range(model.rowCount(above)):
        column = 0
        while (at := model.index(row, column, above)).isValid():
            for role in Qt.ItemDataRole:
                model.data(at, role)
            column += 1
        first = model.index(row, 0, above)
        if model.rowCount(first):
            read(model, first)


def test_no_model_of_the_app_is_left_out() -> None:
    """Those that others are built upon are checked with these."""
    for package in (openeo_desktop.models, openeo_desktop.ui):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    ours = {m for m in below(QAbstractItemModel) if m.__module__.startswith("openeo_desktop.")}
    assert {m for m in ours if not below(m) & ours} == set(LIVES)


def below(kind: type[Any]) -> set[type[QAbstractItemModel]]:
    """Every sub-class."""
    direct = cast("list[type[Any]]", kind.__subclasses__())
    return set(direct).union(*(below(one) for one in direct))
