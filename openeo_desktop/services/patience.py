"""Until when a back-end asked to be left alone (`Retry-After`), also of the last run of the app.

The choices that are remembered hold it: a start does not ask again what was told to wait. Within a
run the monotonic clock counts; from one run to the next only the clock on the wall can.
"""

from __future__ import annotations

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.clock import Clock
from openeo_desktop.core.settings import Settings

LONGEST = 3600.0
"""Seconds that count of what the last run heard: the clock on the wall may have been set since."""
_KEY = "patience/{}"


class Patience:
    """The times by account. `settings` None: nothing is kept for the next run."""

    def __init__(self, clock: Clock, settings: Settings | None = None) -> None:
        self._clock = clock
        self._settings = settings
        self._until: dict[AccountId, float] = {}

    def note(self, account_id: AccountId, seconds: float) -> None:
        """The back-end asked for so many seconds; of two answers at once the longer one counts."""
        if seconds <= self.held_for(account_id):
            return
        self._until[account_id] = self._clock.monotonic() + seconds
        if self._settings is not None:
            self._settings.set(_KEY.format(account_id), self._clock.now().timestamp() + seconds)

    def held_for(self, account_id: AccountId) -> float:
        """For how many more seconds it is to be left alone."""
        if account_id not in self._until:
            self._until[account_id] = self._clock.monotonic() + self._of_last_run(account_id)
        return max(0.0, self._until[account_id] - self._clock.monotonic())

    def forget(self, account_id: AccountId) -> None:
        """The account is gone."""
        self._until.pop(account_id, None)
        key = _KEY.format(account_id)
        if self._settings is not None and self._settings.get(key, 0.0):
            self._settings.set(key, 0.0)

    def _of_last_run(self, account_id: AccountId) -> float:
        if self._settings is None:
            return 0.0
        until = self._settings.get(_KEY.format(account_id), 0.0)
        left = until - self._clock.now().timestamp()
        return min(left, LONGEST) if left > 0 else 0.0
