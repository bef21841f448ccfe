"""What a back-end asked for (Retry-After) is kept from one run to the next, by the wall's clock."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.settings import Settings
from openeo_desktop.services.patience import LONGEST, Patience

ACCOUNT = AccountId("a")
START = dt.datetime(2026, 5, 1, tzinfo=dt.UTC)


class HandClock:
    """Moved by hand; the monotonic clock begins anew with each run."""

    def __init__(self, wall: float = 0.0) -> None:
        self.passed = 0.0
        self._wall = wall

    def now(self) -> dt.datetime:
        return START + dt.timedelta(seconds=self._wall + self.passed)

    def monotonic(self) -> float:
        return self.passed


def _last_run(path: Path, seconds: float) -> None:
    settings = Settings(path)
    Patience(HandClock(), settings).note(ACCOUNT, seconds)
    settings.save()


@pytest.mark.parametrize(
    ("asked", "later", "left"),
    [(600.0, 0.0, 600.0), (600.0, 400.0, 200.0), (600.0, 601.0, 0.0), (600.0, -86400.0, LONGEST)],
)
def test_next_run_waits_for_the_rest(
    tmp_path: Path, asked: float, later: float, left: float
) -> None:
    _last_run(tmp_path / "s.json", asked)
    patience = Patience(HandClock(later), Settings(tmp_path / "s.json"))
    assert patience.held_for(ACCOUNT) == pytest.approx(left)
    assert patience.held_for(AccountId("other")) == 0


def test_rest_of_the_last_run_ends(tmp_path: Path) -> None:
    _last_run(tmp_path / "s.json", 600)
    clock = HandClock(100.0)
    patience = Patience(clock, Settings(tmp_path / "s.json"))
    assert patience.held_for(ACCOUNT) == pytest.approx(500)
    clock.passed = 500.1
    assert patience.held_for(ACCOUNT) == 0
    patience.note(ACCOUNT, 7)
    assert patience.held_for(ACCOUNT) == pytest.approx(7)


@pytest.mark.parametrize("value", ['"soon"', "null", "NaN", "1e400", "[]", "-5"])
def test_damaged_value_holds_at_most_an_hour(tmp_path: Path, value: str) -> None:
    (tmp_path / "s.json").write_text(f'{{"patience/a": {value}}}')
    assert Patience(HandClock(), Settings(tmp_path / "s.json")).held_for(ACCOUNT) in (0, LONGEST)


def test_removed_account_leaves_nothing_to_wait_for(tmp_path: Path) -> None:
    _last_run(tmp_path / "s.json", 600)
    settings = Settings(tmp_path / "s.json")
    patience = Patience(HandClock(), settings)
    patience.forget(ACCOUNT)
    assert patience.held_for(ACCOUNT) == 0
    settings.save()
    assert Patience(HandClock(), Settings(tmp_path / "s.json")).held_for(ACCOUNT) == 0
