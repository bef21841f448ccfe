"""100 jobs that run for an hour: watched politely, and each end is noticed soon, once."""

from __future__ import annotations

from tests.simulation.hour import JOBS, requests_of_the_client, watch_an_hour
from tests.simulation.world import World

SHARE = 20
NOTICED_WITHIN = 60.0


def test_an_hour_costs_a_twentieth_of_the_reference_client(world: World) -> None:
    """With everything that is kept for reading offline: details with usage, result metadata."""
    hour, client = watch_an_hour(world), requests_of_the_client()
    print(f"the app: {hour.requests} {hour.by_kind}; {JOBS} loops of the client: {client}")
    assert hour.requests * SHARE <= client
    assert set(hour.statuses.values()) == {"finished"}
    assert hour.ends_noticed == len(hour.delays) == JOBS
    assert max(hour.delays) <= NOTICED_WITHIN
    assert (hour.with_details, hour.with_results) == (JOBS, JOBS)
