"""What is said before jobs that run on this computer are stopped by quitting."""

from __future__ import annotations

from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.services.accounts import LOCAL_ACCOUNT
from openeo_desktop.ui.window.quitting import quit_question
from tests.support.fake_services import make_job


def test_one_job_is_named_and_several_are_counted() -> None:
    jobs = [
        make_job(LOCAL_ACCOUNT, number, JobStatus.RUNNING, title=f"Wheat\n{number}")
        for number in range(2)
    ]
    one, two = quit_question(jobs[:1], 0), quit_question(jobs, 0)
    assert one.title == "Quit while «Wheat 0» is running on this computer?"
    assert (one.verb, one.instead) == ("Quit and stop it", "Quit when it has ended")
    assert two.title == "Quit while 2 jobs are running on this computer?"
    assert (two.verb, two.instead) == ("Quit and stop them", "Quit when they have ended")


def test_what_is_queued_goes_on_later_and_that_is_said() -> None:
    job = make_job(LOCAL_ACCOUNT, 1, JobStatus.RUNNING)
    assert "queued" not in quit_question([job], 0).loss
    assert "1 job that is queued here goes on" in quit_question([job], 1).loss
    assert "1,200 jobs that are queued here go on" in quit_question([job], 1200).loss
