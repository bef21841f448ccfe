"""Words that must be whole in narrow columns and low panes."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.models.jobs_table import JobColumn
from openeo_desktop.ui.jobs.jobs_columns import _WIDTHS
from openeo_desktop.ui.jobs.jobs_texts import pending_text
from openeo_desktop.ui.kit.cell_painting import PADDING
from openeo_desktop.ui.kit.empty_state import EmptyState
from openeo_desktop.ui.kit.status_pill import status_pill_size
from openeo_desktop.ui.look.icons import Icon


@pytest.mark.parametrize("pending", ["starting", "stopping", "deleting"])
def test_what_is_under_way_fits_into_the_status(qtbot: QtBot, pending: str) -> None:
    room = _WIDTHS[JobColumn.STATUS] - 2 * PADDING
    assert status_pill_size(pending_text(pending)).width() <= room


@pytest.mark.parametrize("height", [84, 110, 130, 160, 200, 400])
def test_an_error_in_a_low_pane_is_whole(qtbot: QtBot, height: int) -> None:
    state = EmptyState()
    qtbot.addWidget(state)
    state.set_state(
        Icon.ERROR,
        "The log could not be fetched",
        "127.0.0.1 cannot be reached. Check the address and the network connection.",
        "Try again",
        role="error",
    )
    state.resize(700, height)
    with qtbot.waitExposed(state):
        state.show()
    state.resize(700, height)
    qtbot.waitUntil(lambda: _is_whole(state))
    assert state.button.isVisible()


def _is_whole(state: EmptyState) -> bool:
    shown = [part for part in _parts(state) if part.isVisible()]
    apart = all(
        _bottom(above, state) < below.mapTo(state, below.rect().topLeft()).y()
        for above, below in itertools.pairwise(shown)
    )
    labels = [part for part in shown if isinstance(part, QLabel)]
    readable = all(label.height() >= label.heightForWidth(label.width()) for label in labels)
    return apart and readable and _bottom(state.button, state) < state.height()


def _parts(state: EmptyState) -> list[QWidget]:
    return [state._mark, state._title, state._text, state.button]


def _bottom(part: QWidget, state: EmptyState) -> int:
    return part.mapTo(state, part.rect().bottomLeft()).y()
