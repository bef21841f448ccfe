"""Where the window stands: as it was left, and always where it can be seen and moved."""

from __future__ import annotations

from typing import Any, cast

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.ui.kit.dialog_geometry import remember_geometry
from openeo_desktop.ui.window.window_geometry import GEOMETRY_KEY, fitted, place_window
from tests.support.fake_services import FakeSettings

LEFT, RIGHT = QRect(0, 0, 1920, 1040), QRect(1920, 0, 1280, 1024)


@pytest.mark.parametrize(
    "wanted",
    [
        QRect(100, 100, 1000, 700),
        QRect(2000, 50, 1000, 700),
        QRect(1500, 100, 1000, 700),  # over both screens
        QRect(-300, 100, 1000, 700),  # over the edge, with its title bar in reach
    ],
)
def test_a_place_that_can_be_reached_is_kept(wanted: QRect) -> None:
    assert fitted(wanted, [LEFT, RIGHT], LEFT) == wanted


@pytest.mark.parametrize(
    ("wanted", "screens"),
    [
        (QRect(2500, 100, 1000, 700), [LEFT]),  # its screen is gone
        (QRect(-5000, -5000, 1000, 700), [LEFT, RIGHT]),
        (QRect(100, -400, 1000, 700), [LEFT]),  # its title bar is above the screen
        (QRect(1850, 100, 1000, 700), [LEFT]),  # too little of it is left
        (QRect(0, 0, 3840, 2160), [LEFT]),  # from a larger screen
        (QRect(3000, 2000, 3840, 2160), [RIGHT]),
    ],
)
def test_a_lost_window_comes_back_whole(wanted: QRect, screens: list[QRect]) -> None:
    found = fitted(wanted, screens, screens[0])
    assert any(screen.contains(found) for screen in screens)
    assert found.size() == wanted.size().boundedTo(found.size())


def test_without_any_screen_the_main_one_is_used() -> None:
    assert LEFT.contains(fitted(QRect(5000, 5000, 400, 300), [], LEFT))


def test_a_window_from_a_lost_screen_is_restored_on_this_one(qtbot: QtBot) -> None:
    settings = cast("Any", FakeSettings())
    before = QWidget()
    qtbot.addWidget(before)
    before.setGeometry(7000, 5000, 700, 500)
    remember_geometry(before, settings, GEOMETRY_KEY)
    after = QWidget()
    qtbot.addWidget(after)
    place_window(after, settings)
    available = QGuiApplication.primaryScreen().availableGeometry()
    assert available.contains(after.geometry().topLeft())
    assert after.minimumWidth() <= available.width()
