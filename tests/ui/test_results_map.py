"""The way from a result to its map: the small map, the button beside the title, one window."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from openeo_desktop.core.assets import parse_results
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.times import utc_now
from openeo_desktop.ui.map.map_window import MapWindow
from openeo_desktop.ui.results.results_header import ResultsHeader
from tests.support.fake_services import make_job, three_accounts

BOX = [14.0, 46.0, 15.0, 47.0]


@pytest.fixture
def header(qtbot: QtBot) -> ResultsHeader:
    header = ResultsHeader()
    qtbot.addWidget(header)
    header.resize(400, 300)
    header.show()
    return header


def _show(header: ResultsHeader, title: str = "NDVI", **document: Any) -> None:
    account = three_accounts()[0].account.id
    job = make_job(account, 1, JobStatus.FINISHED, title=title)
    raw = {"assets": {"a.tif": {"href": "a"}}, **document}
    header.show_job(job, parse_results(raw), utc_now())


def _window(header: ResultsHeader) -> MapWindow:
    (window,) = header.findChildren(MapWindow)
    return window


def test_a_click_on_the_small_map_opens_the_large_one(header: ResultsHeader) -> None:
    _show(header, bbox=BOX)
    QTest.mouseClick(header.map, Qt.MouseButton.LeftButton)
    window = _window(header)
    assert window.isVisible()
    assert window.windowTitle() == "NDVI – map"
    assert window.map.canvas.features.extent == (14, 46, 15, 47)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_opens_it_too(header: ResultsHeader, key: Qt.Key) -> None:
    _show(header, bbox=BOX)
    QTest.keyClick(header.map, key)
    assert _window(header).isVisible()


def test_the_button_is_there_also_without_room_for_the_map(header: ResultsHeader) -> None:
    _show(header, bbox=BOX)
    header.set_map_fits(False)
    assert header.map.isHidden()
    header.map_button.click()
    assert _window(header).isVisible()


def test_another_result_is_shown_in_the_same_window(header: ResultsHeader) -> None:
    _show(header, bbox=BOX)
    header.open_map()
    _window(header).close()
    _show(header, title="Other", bbox=[1, 2, 3, 4])
    header.open_map()
    assert _window(header).isVisible()
    assert _window(header).windowTitle() == "Other – map"
    assert _window(header).map.canvas.features.extent == (1, 2, 3, 4)


def test_places_of_files_alone_are_enough(header: ResultsHeader) -> None:
    _show(header, assets={"a.tif": {"href": "a", "bbox": BOX}})
    assert header.map_button.isVisible()
    header.open_map()
    (shape,) = _window(header).map.canvas.features.shapes
    assert shape.properties["name"] == "a.tif"


def test_what_tells_no_place_has_no_map(header: ResultsHeader) -> None:
    _show(header)
    assert header.map_button.isHidden()
    header.show_job(make_job(three_accounts()[0].account.id, 2), None, utc_now())
    header.open_map()
    assert header.findChildren(MapWindow) == []
