"""Progress is told of a job that moves or moved; never «0 %» of one that was not started."""

from __future__ import annotations

import pytest

from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.ui.details.details_texts import progress_text
from tests.support.fake_services import NOW, make_account, make_job


@pytest.mark.parametrize(
    ("status", "progress", "told"),
    [
        (JobStatus.CREATED, 0.0, False),
        (JobStatus.CREATED, 40.0, False),
        (JobStatus.QUEUED, 0.0, False),
        (JobStatus.RUNNING, 0.0, True),
        (JobStatus.RUNNING, 40.0, True),
        (JobStatus.CANCELED, 0.0, False),
        (JobStatus.ERROR, 40.0, True),
        (JobStatus.FINISHED, 100.0, False),
    ],
)
def test_progress_is_told_where_it_says_something(
    status: JobStatus, progress: float, told: bool
) -> None:
    job = make_job(make_account().id, 1, status, progress=progress)
    assert ("says the back-end" in progress_text(job, NOW)) is told
