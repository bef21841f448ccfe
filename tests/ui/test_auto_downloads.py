"""Automatic downloads in the window: an account's rule, a job's switch, what is shown."""

from __future__ import annotations

from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from openeo_desktop.core.auto_rules import AutoRule
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.ui.downloads.auto_download_dialog import AutoDownloadDialog
from openeo_desktop.ui.downloads.auto_texts import rule_text, split_list, wish_text
from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.accessibility import assert_accessible
from tests.support.fake_auto_downloads import FakeAutoDownloads
from tests.support.fake_services import LoopSpawn, make_account, make_job, make_status
from tests.support.fake_transfers import with_transfers

ACCOUNT = make_account()
RULES = (
    None,
    AutoRule(),
    AutoRule(("image/tiff", "image/jp2"), ("data",), "*.tif; a*"),
    AutoRule(roles=("thumbnail",)),
)


def _dialog(qtbot: QtBot, rules: FakeAutoDownloads) -> AutoDownloadDialog:
    dialog = AutoDownloadDialog(cast("Any", rules), ACCOUNT)
    qtbot.addWidget(dialog)
    return dialog


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_shown_and_kept_as_it_was(qtbot: QtBot, rule: AutoRule | None) -> None:
    rules = FakeAutoDownloads()
    rules.set_rule(ACCOUNT.id, rule)
    dialog = _dialog(qtbot, rules)
    assert_accessible(dialog)
    dialog.save_button.click()
    assert rules.rule_of(ACCOUNT.id) == rule


def test_a_filter_is_chosen_and_cancelled(qtbot: QtBot) -> None:
    rules = FakeAutoDownloads()
    dialog = _dialog(qtbot, rules)
    assert not dialog.names.isEnabled()
    dialog.some.click()
    assert dialog.names.isEnabled()
    dialog.kinds["GeoTIFF"].click()
    dialog.names.setText(" *.tif ")
    dialog.cancel_button.click()
    assert rules.rules == {}
    dialog.save_button.click()
    assert rules.rule_of(ACCOUNT.id) == AutoRule(("image/tiff",), (), "*.tif")


def test_lists_are_typed_as_people_type_them() -> None:
    assert split_list(" a/b, c;d  a/b ") == ("a/b", "c", "d")


def test_rules_are_said_in_a_line() -> None:
    assert [rule_text(rule) for rule in RULES] == [
        "Off",
        "All files of jobs that finish",
        "image/tiff, image/jp2  ·  role data  ·  named *.tif; a*",
        "role thumbnail",
    ]
    assert wish_text(True, None, finished=False) == "When finished"
    assert wish_text(False, RULES[3], finished=False) == "When finished: role thumbnail"
    assert wish_text(False, None, finished=False) == ""
    assert wish_text(True, RULES[1], finished=True) == ""


def test_a_running_job_is_downloaded_when_finished(qtbot: QtBot, spawn: LoopSpawn) -> None:
    services = with_transfers()
    services.accounts.items = [make_status(ACCOUNT)]
    running = make_job(ACCOUNT.id, 1, JobStatus.RUNNING)
    finished = make_job(ACCOUNT.id, 2, JobStatus.FINISHED)
    services.jobs.jobs = {job.key: job for job in (running, finished)}
    window = MainWindow(cast("Any", services), spawn)
    qtbot.addWidget(window)
    window.show()
    action = window.actions_.download_when_finished
    assert not action.isEnabled()
    window.select_job(running.key)
    qtbot.waitUntil(action.isEnabled)
    action.trigger()
    qtbot.waitUntil(lambda: services.auto_downloads.wishes == {running.key})
    facts = window.details_pane._facts
    qtbot.waitUntil(lambda: any(row.value == "When finished" for row in facts.rows()))
    assert action.isChecked()
    action.trigger()
    qtbot.waitUntil(lambda: services.auto_downloads.wishes == set())
    window.select_job(finished.key)
    qtbot.waitUntil(lambda: not action.isEnabled())
    assert "has finished" in action.toolTip()
    window.shut_down()
