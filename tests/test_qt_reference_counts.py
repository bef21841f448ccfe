"""PySide6 6.12.0 loses references on Python 3.10 and 3.11 until the process aborts; keep it out."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QStringListModel, Signal

_CALLS = 400
_SLACK = 40
"""Other code may take or drop some references meanwhile; the fault drops one per call."""


class _Emitter(QObject):
    changed = Signal(int)


def _lost(value: object, call: Callable[[], object]) -> int:
    before = sys.getrefcount(value)
    for _ in range(_CALLS):
        call()
    return before - sys.getrefcount(value)


immortal = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None and True are immortal since Python 3.12"
)


@immortal
def test_emitting_a_signal_keeps_the_references_of_true() -> None:
    emitter = _Emitter()
    assert _lost(True, lambda: emitter.changed.emit(1)) < _SLACK


@immortal
def test_void_calls_keep_the_references_of_none() -> None:
    model = QStringListModel()
    assert _lost(None, lambda: model.setStringList([])) < _SLACK


def test_locked_version_is_not_the_broken_one() -> None:
    import PySide6

    assert PySide6.__version__ != "6.12.0"
