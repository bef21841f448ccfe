"""Which actions jobs allow, the reasons in words, and the questions before a loss."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountId, AccountState
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.ui.accounts.why_not_now import why_not_now
from openeo_desktop.ui.jobs import confirm
from openeo_desktop.ui.jobs.job_rules import (
    JobAction,
    StatusOf,
    allowed_jobs,
    is_edited_by_copy,
    why_not,
    why_not_one,
    why_not_refresh,
)
from tests.support.fake_services import NOW, make_account, make_job, make_status

ACCOUNT = AccountId("a")
START, STOP, DOWNLOAD, DELETE, EDIT, ESTIMATE, SHARE, RUN_COPY = JobAction


def in_state(state: AccountState, **values: Any) -> StatusOf:
    status = make_status(make_account("Terrascope", host="terra.example", **values), state)
    return lambda _account: status


online = in_state(AccountState.ONLINE)
signed_out = in_state(AccountState.NEEDS_SIGN_IN)


def offers_all(_account: AccountId, _method: str, _path: str) -> bool:
    return True


@pytest.mark.parametrize(
    ("status", "allowed"),
    [
        (JobStatus.CREATED, {START, DELETE, EDIT}),
        (JobStatus.QUEUED, {STOP, DELETE}),
        (JobStatus.RUNNING, {STOP, DELETE}),
        (JobStatus.FINISHED, {START, DOWNLOAD, DELETE, EDIT}),
        (JobStatus.ERROR, {START, DELETE, EDIT}),
        (JobStatus.CANCELED, {START, DOWNLOAD, DELETE, EDIT}),
        (JobStatus.UNKNOWN, {START, STOP, DOWNLOAD, DELETE, EDIT}),
    ],
)
def test_each_status_allows_what_openeo_allows(status: JobStatus, allowed: set[JobAction]) -> None:
    job = make_job(ACCOUNT, 1, status)
    found = {action for action in JobAction if not why_not(action, [job], online, offers_all)}
    shared = {SHARE} if DOWNLOAD in allowed else set()
    assert found == allowed | shared | {ESTIMATE, RUN_COPY}


def test_every_refusal_has_a_reason() -> None:
    assert "Select a job" in why_not(START, [], online, offers_all)
    job = make_job(ACCOUNT, 1, JobStatus.CREATED)
    assert why_not(START, [job], signed_out, offers_all) == "Sign in to «Terrascope» first."
    assert "no longer there" in why_not(START, [job], lambda _a: None, offers_all)
    assert "does not offer" in why_not(START, [job], online, lambda *_: False)
    pending = make_job(ACCOUNT, 1, JobStatus.CREATED, pending="starting")
    assert "under way" in why_not(DELETE, [pending], online, offers_all)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (AccountState.OFFLINE, "Needs the network: «Terrascope» is offline since "),
        (AccountState.SIGNED_OUT, "Sign in to «Terrascope» first."),
        (AccountState.SIGNING_IN, "Signing in to «Terrascope»"),
        (AccountState.DISABLED, "«Terrascope» is switched off. Switch it on first."),
        (AccountState.HISTORY, "Only the history of «Terrascope» is here."),
    ],
)
def test_what_needs_the_back_end_says_why_it_cannot_be_asked(
    state: AccountState, words: str
) -> None:
    job = make_job(ACCOUNT, 1, JobStatus.FINISHED)
    for action in JobAction:
        if action is not STOP:  # refused by the status already
            assert why_not(action, [job], in_state(state), offers_all).startswith(words)


def test_a_state_of_trouble_is_no_reason_not_to_try() -> None:
    job = make_job(ACCOUNT, 1, JobStatus.FINISHED)
    assert why_not(START, [job], in_state(AccountState.ERROR), offers_all) == ""


def test_since_when_it_is_offline_is_told_in_local_time() -> None:
    status = in_state(AccountState.OFFLINE)(ACCOUNT)
    local = NOW.astimezone()
    assert status is not None
    assert why_not_now(status, NOW).endswith(f"offline since {local:%H:%M}.")


def test_this_computer_is_not_offline_but_not_running() -> None:
    job = make_job(ACCOUNT, 1, JobStatus.FINISHED)
    stopped = in_state(AccountState.OFFLINE, is_local=True)
    assert "this computer is not running" in why_not(START, [job], stopped, offers_all)


def test_offline_a_job_can_be_asked_for_again_but_not_where_nothing_is_asked_at_all() -> None:
    job = make_job(ACCOUNT, 1)
    assert why_not_refresh([job], in_state(AccountState.OFFLINE)) == ""
    assert why_not_refresh([job], signed_out) == ""
    assert "switched off" in why_not_refresh([job], in_state(AccountState.DISABLED))
    assert "Select a job" in why_not_refresh([], online)
    lost = make_job(ACCOUNT, 2, job_id="creating:1", gone=True)
    assert "not created" in why_not_refresh([lost], online)


def test_a_job_that_waits_for_a_place_can_be_taken_out_even_offline() -> None:
    waiting = make_job(ACCOUNT, 1, JobStatus.CREATED, pending="waiting")
    assert why_not(STOP, [waiting], signed_out, offers_all) == ""
    assert why_not(DELETE, [waiting], online, offers_all) == ""
    for action in (START, EDIT):
        assert "waits for a place" in why_not(action, [waiting], online, offers_all)


def test_a_job_is_edited_alone_at_rest_and_where_that_is_offered() -> None:
    jobs = [make_job(ACCOUNT, 1), make_job(ACCOUNT, 2)]
    assert "one job only" in why_not(EDIT, jobs, online, offers_all)
    running = make_job(ACCOUNT, 1, JobStatus.RUNNING)
    assert "Stop it first" in why_not(EDIT, [running], online, offers_all)
    assert "Duplicate" in why_not(EDIT, jobs[:1], online, lambda *_: False)


def test_what_only_some_back_ends_have_says_so() -> None:
    job = make_job(ACCOUNT, 1)
    assert "does not estimate" in why_not(ESTIMATE, [job], online, lambda *_: False)
    assert "one job only" in why_not(ESTIMATE, [job, make_job(ACCOUNT, 2)], online, offers_all)
    assert "not been started" in why_not(SHARE, [job], online, offers_all)
    assert is_edited_by_copy([job], lambda *_: False)
    assert not is_edited_by_copy([job], offers_all)
    assert not is_edited_by_copy([job, job], lambda *_: False)


def test_a_copy_can_be_run_of_a_job_that_is_gone() -> None:
    gone = make_job(ACCOUNT, 1, JobStatus.FINISHED, gone=True)
    assert why_not(RUN_COPY, [gone], online, offers_all) == ""
    assert "Sign in" in why_not(RUN_COPY, [gone], signed_out, offers_all)


def test_what_is_about_one_job_says_how_many_to_select() -> None:
    job = make_job(ACCOUNT, 1)
    assert why_not_one([]) == "Select a job first."
    assert why_not_one([job]) == ""
    assert why_not_one([job, job]) == "Select one job only."


def test_a_job_that_was_not_created_can_be_removed() -> None:
    lost = make_job(ACCOUNT, 1, JobStatus.UNKNOWN, job_id="creating:1", gone=True)
    assert "not created" in why_not(START, [lost], online, offers_all)
    assert why_not(DELETE, [lost], signed_out, offers_all) == ""
    assert "never created" in confirm.delete_question([lost], ["Terrascope"]).loss
    creating = make_job(ACCOUNT, 1, job_id="creating:1", pending="creating")
    assert "still being created" in why_not(DELETE, [creating], online, offers_all)
    unmarked = make_job(ACCOUNT, 1, job_id="creating:1")  # a moment before it is marked
    assert "still being created" in why_not(DELETE, [unmarked], online, offers_all)


def test_a_job_gone_from_the_back_end_can_only_be_removed_from_the_history() -> None:
    gone = make_job(ACCOUNT, 1, JobStatus.FINISHED, gone=True)
    assert "no longer" in why_not(DOWNLOAD, [gone], online, offers_all)
    assert why_not(DELETE, [gone], signed_out, offers_all) == ""
    question = confirm.delete_question([gone], ["Terrascope"])
    assert question.verb == "Remove"
    assert "history" in question.title


def test_a_mixed_selection_acts_on_those_that_allow_it() -> None:
    created, running = make_job(ACCOUNT, 1), make_job(ACCOUNT, 2, JobStatus.RUNNING)
    assert why_not(START, [running, created], online, offers_all) == ""
    assert allowed_jobs(START, [running, created], online, offers_all) == [created]


def test_the_question_names_the_jobs_and_the_place() -> None:
    jobs = [
        make_job(ACCOUNT, number, JobStatus.RUNNING, title=f"<b>{number}</b>")
        for number in range(8)
    ]
    question = confirm.delete_question(jobs, ["Terrascope"] * 8)
    assert question.title == "Delete 8 jobs?"
    assert "Terrascope" in question.loss
    assert "still running is stopped" in question.loss
    assert "<b>4</b>" in question.loss
    assert "and 3 more" in question.loss


def test_starting_what_never_ran_asks_nothing() -> None:
    assert confirm.restart_question([make_job(ACCOUNT, 1)]) is None
    finished = make_job(ACCOUNT, 2, JobStatus.FINISHED, title="mosaic")
    question = confirm.restart_question([make_job(ACCOUNT, 1), finished])
    assert question is not None
    assert "mosaic" in question.title


def test_running_a_failed_job_again_costs_its_log() -> None:
    failed = make_job(ACCOUNT, 2, JobStatus.ERROR, title="mosaic")
    question = confirm.restart_question([failed])
    assert question is not None
    assert "log of the failed run" in question.loss
    both = confirm.restart_question([failed, make_job(ACCOUNT, 3, JobStatus.FINISHED)])
    assert both is not None
    assert "discards the results" in both.loss


def test_control_characters_of_a_title_are_made_visible() -> None:
    job = make_job(ACCOUNT, 1, title="safe\u202egnp.exe" + "x" * 500)
    title = confirm.stop_question([job]).title
    assert "\u202e" not in title
    assert len(title) < 150


def test_the_other_answer_to_stop_is_not_called_cancel(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    stopped: list[bool] = []
    question = confirm.stop_question([make_job(ACCOUNT, 1)])
    box = confirm.ask(window, question, lambda: stopped.append(True))
    assert {button.text() for button in box.buttons()} == {"Keep running", "Stop"}
    assert box.defaultButton().text() == box.escapeButton().text() == "Keep running"
    box.defaultButton().click()
    assert stopped == []
