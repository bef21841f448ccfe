"""What a back-end offers for a job beside the API is asked of it, and sent to it with a new job."""

from __future__ import annotations

import json

import pytest

from openeo_desktop.core.errors import UnreachableError
from openeo_desktop.core.job_parameters import JobParameter, JobParameters
from openeo_desktop.core.job_requests import JobRequest
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.core.process_graph import ProcessDraft
from openeo_desktop.services.job_parameters import job_parameters
from tests.support.fake_back_end import ENDPOINTS, FakeBackEnd, error
from tests.support.fault_server import json_reply
from tests.support.service_runs import opened, run, sign_in

PROCESS: dict[str, object] = {"process_graph": {}}
SAID = {"create_job_parameters": [{"name": "tier", "schema": {"type": "string"}}]}


@pytest.fixture
def offering(back_end: FakeBackEnd) -> FakeBackEnd:
    """A back-end with the extension."""
    endpoints = [*ENDPOINTS, {"path": "/processing_parameters", "methods": ["GET"]}]
    answer = {"api_version": "1.2.0", "title": "Fake", "endpoints": endpoints}
    back_end.on(f"{back_end.api}/", json_reply(answer))
    return back_end


def _path(back_end: FakeBackEnd) -> str:
    return f"{back_end.api}/processing_parameters"


def test_what_is_offered_is_read_and_what_is_chosen_is_sent(
    offering: FakeBackEnd, paths: AppPaths
) -> None:
    offering.on(_path(offering), json_reply(SAID))

    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, offering)
            found = await job_parameters(services.accounts, account.id)
            assert found == JobParameters(create=(JobParameter("tier", types=("string",)),))
            draft = ProcessDraft(PROCESS)
            request = JobRequest(draft, title="T", parameters={"tier": "large"})
            await services.actions.create(account.id, request)

    run(main())
    (sent,) = offering.to(f"{offering.api}/jobs", "POST")
    assert json.loads(sent.body) == {"tier": "large", "title": "T", "process": PROCESS}


def test_a_back_end_without_the_extension_is_not_asked(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, back_end)
            assert await job_parameters(services.accounts, account.id) == JobParameters()

    run(main())
    assert back_end.to(_path(back_end)) == []


def test_one_that_says_it_can_and_cannot_offers_nothing(
    offering: FakeBackEnd, paths: AppPaths
) -> None:
    offering.on(_path(offering), error("FeatureUnsupported", 501))

    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, offering)
            assert await job_parameters(services.accounts, account.id) == JobParameters()

    run(main())
    assert offering.to(_path(offering))


def test_one_that_does_not_answer_is_told(offering: FakeBackEnd, paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await sign_in(services, offering)
            offering.stop()
            with pytest.raises(UnreachableError):
                await job_parameters(services.accounts, account.id)

    run(main())
