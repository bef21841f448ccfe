"""Fixtures of the window's tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.fake_services import FakeServices, LoopSpawn
from tests.support.sketch_jobs import sketch_services


@pytest.fixture
def spawn(qtbot: QtBot) -> Iterator[LoopSpawn]:
    """Runs coroutines beside Qt; closed at the end, so that nothing is left pending."""
    loop = LoopSpawn()
    yield loop
    loop.close()


@pytest.fixture
def services() -> FakeServices:
    """Three accounts with sixty jobs; a test with other needs has a fixture of this name."""
    return sketch_services(60)


@pytest.fixture
def window(services: FakeServices, spawn: LoopSpawn, qtbot: QtBot) -> Iterator[MainWindow]:
    """The whole window over `services`, its first jobs shown."""
    window = MainWindow(cast("Any", services), spawn)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    qtbot.waitUntil(lambda: window.jobs_pane.model.peek(0) is not None)
    yield window
    window.hide()
    window.shut_down()
