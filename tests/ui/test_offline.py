"""What needs the network, while there is none: disabled, with the reason, and nothing lost."""

from __future__ import annotations

import json
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountState, AccountStatus
from openeo_desktop.core.errors import UnreachableError
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.ui.jobs.add_job_dialog import AddJobDialog
from openeo_desktop.ui.jobs.edit_job_dialog import EditJobDialog
from openeo_desktop.ui.new_job.new_job_dialog import NewJobDialog
from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.fake_services import FakeServices, LoopSpawn, make_job, make_status
from tests.support.sketch_jobs import PROCESS, key_of, sketch_services

OFFLINE = UnreachableError("No answer.", "Check the network.")


@pytest.fixture
def services() -> FakeServices:
    """Every account but that of this computer is offline."""
    services = sketch_services(10)
    local, *others = services.accounts.items
    services.accounts.items = [local, *(_as(status, AccountState.OFFLINE) for status in others)]
    services.jobs.failure = OFFLINE
    return services


def _as(status: AccountStatus, state: AccountState) -> AccountStatus:
    return make_status(status.account, state)


def set_online(services: FakeServices) -> None:
    services.jobs.failure = None
    services.accounts.set(*(_as(s, AccountState.ONLINE) for s in services.accounts.items))


def test_actions_say_since_when_there_is_no_network(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    actions = window.actions_
    window.select_job(key_of(services, JobStatus.RUNNING))
    needs = "Needs the network: «Copernicus Data Space» is offline since "
    qtbot.waitUntil(lambda: needs in actions.stop.toolTip())
    assert actions.stop.statusTip().startswith(needs)
    for action in (actions.stop, actions.delete):
        assert not action.isEnabled()
    for action in (actions.refresh, actions.refresh_job, actions.duplicate, actions.new_job):
        assert action.isEnabled(), action.text()
    set_online(services)
    qtbot.waitUntil(actions.stop.isEnabled)
    assert actions.stop.statusTip() == ""


def test_details_shown_as_last_seen_are_no_warning(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    window.select_job(key_of(services, JobStatus.RUNNING))
    note = window.details_pane.note
    qtbot.waitUntil(note.isVisible)
    assert note.level == "info"
    assert note.text().startswith("Offline since ")
    assert note.text().endswith("Shown as last seen.")


def test_files_of_a_result_cannot_be_fetched_but_are_listed(
    window: MainWindow, services: FakeServices, qtbot: QtBot
) -> None:
    window.show_pane("results")
    window.select_job(key_of(services, JobStatus.RUNNING))
    pane = window.results_pane
    qtbot.waitUntil(lambda: pane.model.rowCount() == 5)
    acts = pane.actions_
    asking = (acts.download_to, acts.copy_url, acts.download_all)
    pane.table.selectAll()
    qtbot.waitUntil(lambda: "Needs the network" in acts.copy_url.toolTip())
    assert not any(action.isEnabled() for action in asking)
    set_online(services)
    assert acts.copy_url.isEnabled()
    assert acts.download_to.isEnabled()


def test_a_draft_is_written_offline_and_sent_when_the_network_is_back(
    services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    services.accounts.items = services.accounts.items[1:2]
    dialog = NewJobDialog(cast("Any", services), spawn, None, text=json.dumps(PROCESS))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.check_button.isEnabled)  # trying is how to find out
    assert not dialog.create_button.isEnabled()
    assert not dialog.start_button.isEnabled()
    assert "Needs the network" in dialog.start_button.toolTip()
    assert dialog.form.message_bar.text().endswith("Your draft is kept.")
    dialog.create_and_start()
    set_online(services)
    qtbot.waitUntil(dialog.start_button.isEnabled)
    assert dialog.form.message_bar.isHidden()
    with qtbot.waitSignal(dialog.job_created):
        dialog.create_job()
    assert [call[0] for call in services.jobs.calls] == ["validate", "create"]


def test_what_is_typed_to_edit_a_job_waits_for_the_network(
    services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    job = make_job(services.accounts.items[1].account.id, 1, title="Winter")
    services.jobs.put(job)
    dialog = EditJobDialog(cast("Any", services), spawn, job)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.title.setText("Spring")
    assert not dialog.save_button.isEnabled()
    assert "Needs the network" in dialog.save_button.toolTip()
    dialog.save()
    set_online(services)
    assert dialog.save_button.isEnabled()
    assert dialog.message_bar.isHidden()
    with qtbot.waitSignal(dialog.accepted):
        dialog.save()


def test_a_job_is_added_by_its_id_where_there_is_network(
    services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    dialog = AddJobDialog(cast("Any", services), spawn, None, "j-1")
    qtbot.addWidget(dialog)
    dialog.show()
    here, away = (status.account.id for status in services.accounts.items[:2])
    dialog.account.setCurrentIndex(dialog.account.findData(away))
    assert not dialog.add_button.isEnabled()
    assert "Needs the network" in dialog.message_bar.text()
    dialog.account.setCurrentIndex(dialog.account.findData(here))
    assert dialog.add_button.isEnabled()
    assert dialog.message_bar.isHidden()


def test_another_message_of_a_dialog_is_left_alone(
    services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    job = make_job(services.accounts.items[1].account.id, 1)
    set_online(services)
    dialog = EditJobDialog(cast("Any", services), spawn, job)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.message_bar.show_message("error", "It runs.")
    services.accounts.set(*(_as(s, AccountState.OFFLINE) for s in services.accounts.items))
    assert not dialog.save_button.isEnabled()
    assert dialog.message_bar.text() == "It runs."
    set_online(services)
    assert dialog.message_bar.text() == "It runs."
