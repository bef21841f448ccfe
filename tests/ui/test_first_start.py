"""The first steps: this computer, an account, an example; over made-up services."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from openeo_desktop import __version__
from openeo_desktop.core.errors import LocalBackEndError
from openeo_desktop.services.local_environment import EnvironmentPhase
from openeo_desktop.ui.local_environment.renewal_card import TOLD, RenewalCard
from openeo_desktop.ui.local_environment.set_up_panel import SetUpPanel
from openeo_desktop.ui.new_job.new_job_dialog import NewJobDialog
from openeo_desktop.ui.settings.settings_dialog import ADVANCED, PAGE
from openeo_desktop.ui.window.first_start import FirstStart
from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.accessibility import assert_accessible
from tests.support.fake_local import FakeLocal
from tests.support.fake_services import FakeServices, LoopSpawn, make_account, make_status
from tests.support.fake_transfers import with_transfers


@pytest.fixture
def services() -> FakeServices:
    services = with_transfers()
    services.local = FakeLocal()
    return services


@pytest.fixture
def window(services: FakeServices, spawn: LoopSpawn, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(cast("Any", services), spawn)
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    qtbot.waitUntil(window.jobs_pane.stack.first_steps.isVisible)
    yield window
    window.hide()
    window.shut_down()


def begin(window: MainWindow, services: FakeServices, spawn: LoopSpawn) -> FirstStart:
    return FirstStart(cast("Any", services), spawn, window)


def test_this_computer_is_started_and_the_second_step_opens_an_example(
    window: MainWindow, services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    steps = window.jobs_pane.stack.first_steps
    account = dataclasses.replace(make_account(), is_local=True)
    services.local.after_start = lambda: services.accounts.set(make_status(account))
    begin(window, services, spawn)
    assert_accessible(window)
    assert not steps.where.is_done
    steps.local_button.click()
    qtbot.waitUntil(lambda: steps.where.is_done)
    assert steps.isVisible()
    assert steps.main_button() is steps.example_button
    assert not steps.local_button.isEnabled()
    assert "ready" in steps.local_button.text()


def test_a_failure_is_told_and_can_be_tried_again(
    window: MainWindow, services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    services.local.failure = LocalBackEndError("The port is taken.", "Try again.")
    begin(window, services, spawn)
    steps = window.jobs_pane.stack.first_steps
    steps.local_button.click()
    qtbot.waitUntil(lambda: "The port is taken" in steps.where.note.text())
    assert steps.where.note.isVisible()
    assert steps.local_button.isEnabled()


def test_what_is_not_set_up_is_set_up_in_place_and_started(
    window: MainWindow, services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    services.local.environment.phase = EnvironmentPhase.MISSING
    begin(window, services, spawn)
    steps = window.jobs_pane.stack.first_steps
    qtbot.waitUntil(lambda: bool(steps.where.findChildren(SetUpPanel)))
    panel = steps.where.findChildren(SetUpPanel)[0]
    qtbot.waitUntil(panel.go_button.isVisible)
    assert not steps.local_button.isVisible()
    assert steps.main_button() is steps.account_button
    assert_accessible(window)
    panel.go_button.click()
    qtbot.waitUntil(panel.cancel_button.isVisible)
    services.local.environment.finish()
    qtbot.waitUntil(lambda: "ready" in steps.local_button.text())
    assert steps.local_button.isVisible()
    assert not panel.isVisible()


def test_outdated_one_is_told_once_and_leads_to_the_settings(
    window: MainWindow, services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    services.local.environment.phase = EnvironmentPhase.OUTDATED
    wanted: list[bool] = []
    window.actions_.settings.triggered.disconnect()
    window.actions_.settings.triggered.connect(lambda: wanted.append(True))
    first = begin(window, services, spawn)
    first.start_local()
    qtbot.waitUntil(lambda: bool(window.findChildren(RenewalCard)))
    card = window.findChildren(RenewalCard)[0]
    assert "another version" in card.text()
    card.bar.action_triggered.emit()
    assert wanted == [True]
    assert services.settings.get(PAGE, 0) == ADVANCED
    assert services.settings.get(TOLD, "") == __version__


def test_the_example_is_in_the_dialog(
    window: MainWindow, services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    first = begin(window, services, spawn)
    first.open_example()

    def text() -> str:
        dialogs = window.findChildren(NewJobDialog)
        return dialogs[0].form.editor.toPlainText() if dialogs else ""

    qtbot.waitUntil(lambda: "load_collection" in text())
    window.findChildren(NewJobDialog)[0].reject()
