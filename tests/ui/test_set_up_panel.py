"""The offer to set up «This computer», in the window, in «Add account» and in the settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.errors import LocalBackEndError, UnreachableError
from openeo_desktop.services.local_environment import EnvironmentPhase
from openeo_desktop.services.local_environment_pythons import Python, Unfit
from openeo_desktop.services.local_environment_set_up import SetUpProgress, SetUpStep
from openeo_desktop.ui.accounts.account_dialog import AccountDialog
from openeo_desktop.ui.local_environment.set_up_panel import SetUpPanel
from openeo_desktop.ui.settings.computer_card import ComputerCard
from openeo_desktop.ui.settings.settings_page import SettingsCard
from tests.support.accessibility import assert_accessible
from tests.support.fake_local import PYTHON, FakeLocal
from tests.support.fake_services import FakeServices, LoopSpawn

MISSING, READY = EnvironmentPhase.MISSING, EnvironmentPhase.READY


@pytest.fixture
def local() -> FakeLocal:
    return FakeLocal(MISSING)


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QWidget]:
    owner = QWidget()
    owner.resize(640, 480)
    qtbot.addWidget(owner)
    yield owner
    owner.hide()


def open_panel(local: FakeLocal, spawn: LoopSpawn, owner: QWidget, qtbot: QtBot) -> SetUpPanel:
    panel = SetUpPanel(cast("Any", local), spawn, owner)
    panel.resize(600, 300)
    owner.show()
    qtbot.waitUntil(lambda: "…" not in panel.python.text())
    return panel


def test_offer_progress_and_end(
    local: FakeLocal, spawn: LoopSpawn, owner: QWidget, qtbot: QtBot
) -> None:
    panel = open_panel(local, spawn, owner, qtbot)
    assert "250 MB" in panel.offer.text()
    assert "3.13.1" in panel.python.text()
    assert_accessible(owner)
    panel.go_button.click()
    qtbot.waitUntil(panel.cancel_button.isVisible)
    assert not panel.go_button.isVisible()
    assert local.environment.used == PYTHON
    local.environment.tell(SetUpProgress(SetUpStep.DOWNLOAD, 12, 88, 120_000_000, "scipy"))
    assert panel.step.text() == "Downloading scipy: 12 of 88 packages, 120 MB"
    assert panel.progress.fraction == pytest.approx(0.06 + 0.54 * 0.48)
    local.environment.finish()
    qtbot.waitUntil(lambda: local.running)
    assert not panel.isVisible()
    assert not panel.is_needed


def test_cancel_gives_the_offer_back(
    local: FakeLocal, spawn: LoopSpawn, owner: QWidget, qtbot: QtBot
) -> None:
    panel = open_panel(local, spawn, owner, qtbot)
    panel.go_button.click()
    qtbot.waitUntil(panel.cancel_button.isVisible)
    panel.cancel_button.click()
    qtbot.waitUntil(panel.go_button.isVisible)
    assert not panel.failure.isVisible()
    assert spawn.errors == []


def test_failure_is_told_in_place_and_can_be_tried_again(
    local: FakeLocal, spawn: LoopSpawn, owner: QWidget, qtbot: QtBot
) -> None:
    panel = open_panel(local, spawn, owner, qtbot)
    panel.go_button.click()
    qtbot.waitUntil(panel.cancel_button.isVisible)
    local.environment.fail(UnreachableError("No packages.", "Check the network."))
    qtbot.waitUntil(panel.failure.isVisible)
    assert "Check the network." in panel.failure.text()
    assert spawn.errors == []  # not told a second time
    panel.go_button.click()
    qtbot.waitUntil(panel.cancel_button.isVisible)
    assert not panel.failure.isVisible()


def test_start_that_fails_after_the_set_up_is_told(
    local: FakeLocal, spawn: LoopSpawn, owner: QWidget, qtbot: QtBot
) -> None:
    local.failure = LocalBackEndError("The port is taken.")
    panel = open_panel(local, spawn, owner, qtbot)
    panel.go_button.click()
    qtbot.waitUntil(panel.cancel_button.isVisible)
    local.environment.finish()
    qtbot.waitUntil(lambda: bool(spawn.errors))
    assert spawn.errors[0][0] is local.failure


def test_without_python_it_says_how_to_get_one(
    local: FakeLocal, spawn: LoopSpawn, owner: QWidget, qtbot: QtBot
) -> None:
    local.environment.pythons = [Python(Path("/usr/bin/python3"), (3, 9, 2), True, Unfit.TOO_OLD)]
    panel = open_panel(local, spawn, owner, qtbot)
    qtbot.waitUntil(panel.failure.isVisible)
    assert "3.11 to 3.14" in panel.failure.text()
    assert not panel.go_button.isVisible()
    assert panel.page_button.isVisible()
    local.environment.pythons = [PYTHON]
    panel.look_button.click()
    qtbot.waitUntil(panel.go_button.isVisible)
    assert not panel.failure.isVisible()
    assert not panel.page_button.isVisible()


def test_another_python_can_be_chosen(
    local: FakeLocal, spawn: LoopSpawn, owner: QWidget, qtbot: QtBot
) -> None:
    panel = open_panel(local, spawn, owner, qtbot)
    panel.try_python("/bin/ls")
    qtbot.waitUntil(panel.failure.isVisible)
    assert "no Python" in panel.failure.text()
    panel.try_python("/opt/python3.12")
    qtbot.waitUntil(lambda: "3.12.1" in panel.python.text())
    assert not panel.failure.isVisible()


def test_add_account_goes_on_when_it_is_set_up(
    local: FakeLocal, spawn: LoopSpawn, owner: QWidget, qtbot: QtBot
) -> None:
    services = FakeServices(local=local)
    dialog = AccountDialog(cast("Any", services), spawn, owner)
    qtbot.addWidget(dialog)
    dialog.show()
    signed_in: list[object] = []
    dialog.signed_in.connect(signed_in.append)
    panel = dialog.findChildren(SetUpPanel)[0]
    assert not panel.isVisible()
    dialog.address_page.address.setCurrentIndex(0)
    qtbot.waitUntil(panel.go_button.isVisible)
    assert not dialog.go_button.isEnabled()
    assert_accessible(dialog)
    panel.go_button.click()
    qtbot.waitUntil(panel.cancel_button.isVisible)
    local.environment.finish()
    qtbot.waitUntil(lambda: bool(signed_in))
    assert local.running
    assert not dialog.isVisible()


def test_settings_tell_its_size_and_remove_it(
    local: FakeLocal, spawn: LoopSpawn, owner: QWidget, qtbot: QtBot
) -> None:
    local.environment.phase = READY
    frame = SettingsCard("This computer", owner)
    card = ComputerCard(frame, cast("Any", local), spawn)
    owner.show()
    card.follow()
    qtbot.waitUntil(lambda: "915 MB" in card.state.text())
    card.remove_button.click()
    box = frame.findChild(QMessageBox)
    assert box is not None
    assert "915 MB" in box.text()
    assert "42.0 MB" in box.informativeText()
    keep = box.findChild(QPushButton, "instead_button")
    assert keep is not None
    keep.click()
    qtbot.waitUntil(lambda: local.removed == [False])
    qtbot.waitUntil(card.panel.isVisible)
    assert not card.remove_button.isVisible()


def test_outdated_one_still_starts_and_offers_the_new(
    local: FakeLocal, spawn: LoopSpawn, owner: QWidget, qtbot: QtBot
) -> None:
    local.environment.phase = EnvironmentPhase.OUTDATED
    panel = open_panel(local, spawn, owner, qtbot)
    assert not panel.is_needed
    assert "another version" in panel.offer.text()
    assert "up to date" in panel.go_button.text().replace("&", "")
