"""The reference client on the same back-end and in the same time: 100 `start_and_wait` loops."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from openeo_desktop.services.lanes import Lane
from tests.simulation.back_end import PASSWORD, SyntheticBackEnd
from tests.simulation.virtual_time import EPOCH, VirtualTime


class ClientTime:
    """Stands in for the module `time` in the client's loop."""

    def __init__(self, virtual: VirtualTime) -> None:
        self._virtual = virtual

    def time(self) -> float:
        return EPOCH.timestamp() + self._virtual.now

    def sleep(self, seconds: float) -> None:
        self._virtual.sleep(seconds)


async def start_and_wait_for(back_end: SyntheticBackEnd, job_ids: Sequence[str]) -> None:
    """Each job is started and waited for by a loop of its own, all at once, one sign-in for all."""
    import openeo
    import openeo.rest.job

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(openeo.rest.job, "time", ClientTime(back_end.time))
        lane = Lane("client", len(job_ids))
        connection = await lane.call(openeo.connect, back_end.url)
        await lane.call(connection.authenticate_basic, "me", PASSWORD)
        loops = [
            lane.call(connection.job(job_id).start_and_wait, print=_silent) for job_id in job_ids
        ]
        await asyncio.gather(*loops)
        lane.abandon()


def _silent(_text: str) -> None:
    """The client prints each look."""
