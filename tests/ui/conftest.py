"""Fixtures of the window's tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.support.fake_services import LoopSpawn


@pytest.fixture
def spawn(qtbot: QtBot) -> Iterator[LoopSpawn]:
    """Runs coroutines beside Qt; closed at the end, so that nothing is left pending."""
    loop = LoopSpawn()
    yield loop
    loop.close()
