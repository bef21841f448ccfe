"""Estimates of jobs: asked for, told in words, refused, asked for again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, cast

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from openeo_desktop.core.errors import UnreachableError, UnsupportedError
from openeo_desktop.core.estimates import CalendarDuration, Estimate
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.ui.jobs.estimate_dialog import EstimateDialog
from openeo_desktop.ui.jobs.estimate_texts import (
    cost_words,
    duration_words,
    estimate_rows,
    estimate_sentence,
)
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import NOW, FakeServices, LoopSpawn
from tests.support.sketch_jobs import key_of, sketch_services

Ask = Callable[[], EstimateDialog]


@pytest.fixture
def services() -> FakeServices:
    return sketch_services(0)


@pytest.fixture
def ask(services: FakeServices, spawn: LoopSpawn, qtbot: QtBot) -> Ask:
    """Opens the dialog for a running job."""

    def opened() -> EstimateDialog:
        job = services.jobs.jobs[key_of(services, JobStatus.RUNNING)]
        dialog = EstimateDialog(cast("Any", services), spawn, job)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return opened


def test_estimate_in_words(ask: Ask, services: FakeServices, qtbot: QtBot) -> None:
    services.accounts.answer = Estimate(
        costs=12.5, duration=CalendarDuration(hours=2), size=150_000_000, downloads_included=1
    )
    shown = ask()
    qtbot.waitUntil(shown.copy_button.isEnabled)
    assert shown.sentence.text() == "The back-end expects 12.5 credits, 2 hours and 150 MB."
    assert {row.label: row.value for row in shown.grid.rows()}["Downloads included"] == (
        "1 of the whole result"
    )
    assert_accessible(shown)
    shown.copy_button.click()
    assert "Costs: 12.5 credits" in QGuiApplication.clipboard().text()
    shown.accept()


def test_estimate_that_is_refused_for_good_offers_no_new_try(
    ask: Ask, services: FakeServices, qtbot: QtBot
) -> None:
    services.accounts.failure = UnsupportedError("This back-end does not estimate jobs.", "Try it.")
    shown = ask()
    state = shown.stack.empty_state
    qtbot.waitUntil(lambda: "does not estimate" in state.title())
    assert not state.button.isVisible()
    shown.reject()


def test_estimate_can_be_asked_for_again(ask: Ask, services: FakeServices, qtbot: QtBot) -> None:
    services.accounts.failure = UnreachableError("It does not answer.", "Try again.")
    services.accounts.answer = Estimate(costs=0)
    shown = ask()
    qtbot.waitUntil(shown.stack.empty_state.button.isVisible)
    shown.stack.empty_state.button.click()
    qtbot.waitUntil(shown.copy_button.isEnabled)
    assert shown.sentence.text() == "The back-end expects no costs."
    shown.accept()


def test_estimate_that_comes_after_closing_is_not_heard(
    ask: Ask, services: FakeServices, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    services.accounts.gate = asyncio.Event()
    services.accounts.answer = Estimate(costs=1)
    shown = ask()
    shown.reject()
    services.accounts.gate.set()
    qtbot.waitUntil(lambda: not any(t.get_name() == "estimate the job" for t in spawn.tasks))
    assert spawn.errors == []
    assert not shown.copy_button.isEnabled()


def test_words_of_estimates() -> None:
    assert duration_words(CalendarDuration(years=1, months=2, days=10, hours=0.5)) == (
        "1 year 2 months 10 days 0.5 hours"
    )
    assert duration_words(CalendarDuration()) == "no time at all"
    assert duration_words(None) == ""
    assert cost_words(3, "") == "3"
    assert "says neither" in estimate_sentence(Estimate(), "credits")
    assert estimate_sentence(Estimate(size=1000), "") == "The back-end expects 1 KB."
    free = {r.label: r.value for r in estimate_rows(Estimate(costs=1), "EUR", NOW)}
    assert free["Downloads included"] == "as many as you like"
    none = estimate_rows(Estimate(costs=1, downloads_included=0), "EUR", NOW)
    assert {r.label: r.value for r in none}["Downloads included"] == "none: each costs extra"
