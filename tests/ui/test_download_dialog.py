"""«Download to…»: the folder is remembered, what is needed and what is free is said beforehand."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.ui.downloads.download_dialog import DownloadDialog
from openeo_desktop.ui.downloads.download_texts import need_text
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import (
    FakeServices,
    LoopSpawn,
    make_account,
    make_job,
    make_status,
)
from tests.support.fake_transfers import make_asset, sketch_assets, with_transfers

ACCOUNT = make_account("Copernicus")
JOB = make_job(ACCOUNT.id, 1, JobStatus.FINISHED, title="NDVI", job_id="j-1")


@pytest.fixture
def services() -> FakeServices:
    services = with_transfers()
    services.accounts.items = [make_status(ACCOUNT)]
    return services


def _open(qtbot: QtBot, services: FakeServices, spawn: LoopSpawn) -> DownloadDialog:
    dialog = DownloadDialog(cast("Any", services), spawn, JOB, sketch_assets())
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_size_space_and_place_are_said_beforehand(
    qtbot: QtBot, services: FakeServices, spawn: LoopSpawn
) -> None:
    dialog = _open(qtbot, services, spawn)
    assert_accessible(dialog)
    assert dialog.heading.text() == "5 files, 2.4 GB"
    root = services.downloads.root
    assert dialog.target.text() == str(root / "Copernicus" / "NDVI (j-1)")
    qtbot.waitUntil(lambda: dialog.space.text() == "120 GB free there")
    chosen = QSignalSpy(dialog.chosen)
    dialog.download_button.click()
    assert chosen.at(0)[0] == root / "Copernicus" / "NDVI (j-1)"


def test_what_does_not_fit_is_not_begun(
    qtbot: QtBot, services: FakeServices, spawn: LoopSpawn
) -> None:
    services.downloads.free = 1_000_000_000
    dialog = _open(qtbot, services, spawn)
    qtbot.waitUntil(dialog.messages.isVisible)
    assert "2.4 GB are needed, 1.0 GB are free" in dialog.messages.text()
    assert not dialog.download_button.isEnabled()
    services.downloads.free = 9_000_000_000
    dialog.root.setText(str(Path.home()))
    qtbot.waitUntil(dialog.download_button.isEnabled)
    assert dialog.messages.isHidden()


def test_a_template_that_cannot_be_used_says_what_it_may_hold(
    qtbot: QtBot, services: FakeServices, spawn: LoopSpawn
) -> None:
    dialog = _open(qtbot, services, spawn)
    dialog.template.setText("{date} {nonsense}")
    assert dialog.target.text() == "Folder names may hold {back_end}, {title}, {id} and {date}."
    assert not dialog.download_button.isEnabled()
    dialog.template.setText("{id}")
    assert dialog.target.text() == str(services.downloads.root / "j-1")
    dialog.root.setText("relative")
    assert dialog.target.text() == "Choose a folder."


def test_a_home_that_nobody_has_is_no_folder(
    qtbot: QtBot, services: FakeServices, spawn: LoopSpawn
) -> None:
    """While a folder is typed, «~m» is such a one for a moment."""
    dialog = _open(qtbot, services, spawn)
    dialog.root.setText("~nobody-of-this-name/results")
    assert dialog.folder() is None
    assert not dialog.download_button.isEnabled()
    assert dialog.target.text() == "Choose a folder."


def test_the_choice_is_remembered(
    qtbot: QtBot, services: FakeServices, spawn: LoopSpawn, tmp_path: Path
) -> None:
    dialog = _open(qtbot, services, spawn)
    dialog.root.setText(str(tmp_path))
    dialog.own_folder.setChecked(False)
    assert dialog.target.text() == str(tmp_path)
    dialog.download_button.click()
    again = _open(qtbot, services, spawn)
    assert again.target.text() == str(tmp_path)
    assert services.settings.get("downloads/folder", "") == "", "only for this download"
    again.own_folder.setChecked(True)
    again.always.setChecked(True)
    again.template.setText("{title}")
    again.download_button.click()
    assert services.settings.get("downloads/folder", "") == str(tmp_path)
    assert services.settings.get("downloads/folder_template", "") == "{title}"


def test_what_is_needed_is_said_as_far_as_it_is_known() -> None:
    unknown = make_asset("a")
    assert need_text([unknown]) == "1 file of unknown size"
    assert need_text([unknown, make_asset("b", 2_000_000)]) == "2 files, at least 2.0 MB"
