"""The head of the downloads pane where there is little room."""

from __future__ import annotations

from typing import Any, cast

from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.downloads import DownloadState
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.ui.downloads.downloads_pane import DownloadsPane
from tests.support.fake_services import LoopSpawn
from tests.support.fake_transfers import make_download, with_transfers

JOB = JobKey(AccountId("a"), JobId("j"))


def test_clear_finished_is_an_icon_where_its_words_would_be_cut(qtbot: QtBot) -> None:
    services, spawn = with_transfers(), LoopSpawn()
    services.downloads.put(make_download(1, JOB, "a.tif", DownloadState.DONE, done=4, total=4))
    pane = DownloadsPane(cast("Any", services), spawn, cast("Any", services.settings))
    qtbot.addWidget(pane)
    pane.resize(370, 300)
    with qtbot.waitExposed(pane):
        pane.show()
    button = pane.bar.clear_button
    assert (button.text(), button.toolTip()) == ("", "Clear finished")
    assert not button.icon().isNull()
    qtbot.waitUntil(lambda: button.width() >= button.sizeHint().width())
    pane.resize(1000, 300)
    qtbot.waitUntil(lambda: button.text() == "Clear finished")
    assert button.icon().isNull()
    qtbot.waitUntil(lambda: button.width() >= button.sizeHint().width())
    assert button.accessibleName() == "Clear finished"
    spawn.close()
