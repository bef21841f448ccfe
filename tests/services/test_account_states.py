"""What the answers of a back-end say about its account, without any request."""

from __future__ import annotations

import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import BusyError
from openeo_desktop.services.account_states import AccountStates

ACCOUNT = AccountId("a")


def _busy(seconds: float) -> BusyError:
    error = BusyError("Later.", status=429)
    error.retry_after = seconds
    return error


@pytest.mark.parametrize("asked", [(30.0, 600.0), (600.0, 30.0)])
def test_longest_wait_that_was_asked_for_counts(asked: tuple[float, float]) -> None:
    states = AccountStates()
    for seconds in asked:
        states.note_failure(ACCOUNT, _busy(seconds))
    assert 500 < states.held_for(ACCOUNT) <= 600
