"""Garbage on the GUI thread: the new at once, what was set aside when nobody looks."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from openeo_desktop.ui.loop import garbage_timer
from openeo_desktop.ui.loop.garbage_timer import GarbageTimer


class _Knot:
    """Refers to itself: only a collection frees it."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def timer(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[GarbageTimer]:
    del qtbot
    monkeypatch.setattr(garbage_timer, "INTERVAL_MS", 10)
    made = GarbageTimer()
    yield made
    made.stop()


def _knots(count: int) -> weakref.ref[_Knot]:
    """The last of so many that nobody has."""
    last = [_Knot() for _ in range(count)][-1]
    return weakref.ref(last)


def test_what_is_new_goes_by_itself(timer: GarbageTimer, qtbot: QtBot) -> None:
    assert not gc.isenabled()
    knot = _knots(gc.get_threshold()[0] + 100)
    qtbot.waitUntil(lambda: knot() is None)


def test_very_much_is_set_aside_until_nobody_looks(
    timer: GarbageTimer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timer, "_is_unwatched", lambda: False)
    before = gc.get_freeze_count()
    knot = _knots(garbage_timer.MANY + 100)
    qtbot.waitUntil(lambda: gc.get_freeze_count() > before + garbage_timer.MANY)
    assert knot() is not None
    monkeypatch.setattr(garbage_timer, "THOROUGH_S", 0.0)
    monkeypatch.setattr(timer, "_is_unwatched", lambda: True)
    qtbot.waitUntil(lambda: knot() is None)


def test_python_collects_again_afterwards(qtbot: QtBot) -> None:
    del qtbot
    GarbageTimer().stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
