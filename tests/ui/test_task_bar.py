"""The downloads on the icon of the app."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.downloads import DownloadState
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.models.download_groups import DownloadGroups
from openeo_desktop.ui.downloads.task_bar import (
    TaskBar,
    _window_of,
    launcher_update,
    open_fraction,
)
from openeo_desktop.ui.downloads.windows_task_bar import ProgressState, WindowsTaskBar, state_of
from tests.support.fake_transfers import make_download

JOB = JobKey(AccountId("a"), JobId("j"))
STATE = DownloadState


def _queue() -> DownloadGroups:
    queue = DownloadGroups(str)
    queue.add(make_download(1, JOB, "1", STATE.DONE, done=40, total=40))
    return queue


def test_progress_is_that_of_what_is_on_its_way() -> None:
    queue = _queue()
    assert open_fraction(queue) is None
    queue.add(make_download(2, JOB, "2", STATE.RUNNING, done=10, total=40))
    queue.add(make_download(3, JOB, "3", STATE.QUEUED, total=40))
    assert open_fraction(queue) == 0.125
    queue.add(make_download(4, JOB, "4", STATE.QUEUED))
    assert open_fraction(queue) is None


def test_docks_are_told_in_their_words() -> None:
    uri, values = launcher_update(3, 0.25).arguments()
    assert uri == "application://org.openeo.Desktop.desktop"
    assert values == {
        "count": 3,
        "count-visible": True,
        "progress": 0.25,
        "progress-visible": True,
    }
    gone = launcher_update(0, None).arguments()[1]
    assert not gone["progress-visible"]
    assert not gone["count-visible"]


def test_the_icon_follows_and_ends_clean(qtbot: QtBot) -> None:
    queue, owner = _queue(), QWidget()
    qtbot.addWidget(owner)
    bar = TaskBar(queue, owner)
    bar.follow()
    assert not bar._timer.isActive(), "nothing is on its way"
    queue.add(make_download(2, JOB, "2", STATE.RUNNING, done=10, total=40))
    bar.follow()
    qtbot.waitUntil(lambda: bar._shown == (1, 0.25))
    queue.replace(make_download(2, JOB, "2", STATE.DONE, done=40, total=40))
    bar.follow()
    qtbot.waitUntil(lambda: bar._shown == (0, None))
    bar.follow()
    assert not bar._timer.isActive()


@pytest.mark.parametrize(
    ("count", "fraction", "shown"),
    [
        (0, None, (ProgressState.NONE, 0)),
        (2, None, (ProgressState.INDETERMINATE, 0)),
        (2, 0.25, (ProgressState.NORMAL, 250)),
        (1, 1.5, (ProgressState.NORMAL, 1000)),
    ],
)
def test_what_windows_is_told(
    count: int, fraction: float | None, shown: tuple[ProgressState, int]
) -> None:
    assert state_of(count, fraction) == shown


@pytest.mark.skipif(sys.platform == "win32", reason="there it works, or says why not")
def test_what_fails_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    bar = WindowsTaskBar()
    bar.show(1, 2, 0.5)
    bar.show(1, 2, 0.6)
    assert [record.getMessage() for record in caplog.records] == [
        "The task bar shows no progress: this is not Windows"
    ]


def test_progress_is_on_the_main_window_also_of_a_pane_that_floats(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    middle = QWidget(window)
    assert _window_of(QWidget(middle)) == int(window.winId())
