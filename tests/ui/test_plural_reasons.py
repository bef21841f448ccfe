"""Reasons for several jobs are said of several jobs, each of them once."""

from __future__ import annotations

import inspect
import re

from openeo_desktop.ui.jobs import job_rules
from openeo_desktop.ui.jobs.plural_reasons import of_many, reason_of_all

GONE, STARTED = "This job is no longer on the back-end.", "This job has been started already."


def test_one_job_is_spoken_of_as_one() -> None:
    assert reason_of_all([GONE]) == GONE


def test_several_jobs_with_one_reason_are_spoken_of_as_several() -> None:
    assert reason_of_all([GONE, GONE]) == "These jobs are no longer on the back-end."
    assert reason_of_all(["Offline."] * 3) == "Offline."


def test_several_reasons_are_all_named_once() -> None:
    lines = reason_of_all([GONE, STARTED, GONE]).splitlines()
    assert lines == [
        "None of the selected jobs allows this:",
        "•  These jobs are no longer on the back-end.",
        f"•  {STARTED}",
    ]


def test_every_reason_that_speaks_of_one_job_has_a_plural() -> None:
    singular = set(
        re.findall(r'"((?:This|An action on this) job[^"]*)"', inspect.getsource(job_rules))
    )
    assert len(singular) > 5
    assert {text for text in singular if of_many(text) == text} == set()
