"""New places in the queue: to an end, by one step, or in an order of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.downloads import Download, DownloadId
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.services.download_order import Move, arranged, moved
from tests.support.fake_transfers import make_download

JOB = JobKey(AccountId("a"), JobId("j"))
ROWS = tuple(
    replace(make_download(number, JOB), position=float(10 * number)) for number in range(1, 6)
)


def _order(positions: Mapping[DownloadId, float]) -> list[int]:
    rows: list[Download] = [
        replace(row, position=positions.get(row.id, row.position)) for row in ROWS
    ]
    return [row.id for row in sorted(rows, key=lambda row: row.position)]


@pytest.mark.parametrize(
    ("where", "chosen", "order"),
    [
        (Move.TOP, {3, 5}, [3, 5, 1, 2, 4]),
        (Move.BOTTOM, {1, 3}, [2, 4, 5, 1, 3]),
        (Move.UP, {3, 4}, [1, 3, 4, 2, 5]),
        (Move.UP, {1, 3}, [1, 3, 2, 4, 5]),
        (Move.DOWN, {2, 3}, [1, 4, 2, 3, 5]),
    ],
)
def test_chosen_rows_move_and_keep_their_order(
    where: Move, chosen: set[int], order: list[int]
) -> None:
    assert _order(moved(ROWS, frozenset(map(DownloadId, chosen)), where)) == order


def test_rows_take_each_others_places() -> None:
    wanted = [DownloadId(number) for number in (4, 1, 99, 2)]
    positions = arranged(ROWS, wanted)
    assert _order(positions) == [4, 1, 3, 2, 5]
    assert DownloadId(3) not in positions
    assert arranged(ROWS, [row.id for row in ROWS]) == {}
