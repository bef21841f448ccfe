"""Which lines of a plot are drawn: by band and area, all or none; their values; the axes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from openeo_desktop.core.settings import Settings
from openeo_desktop.preview.values import Series, SeriesLine
from openeo_desktop.ui.preview.line_styles import line_colour, line_pattern
from openeo_desktop.ui.preview.series_view import SeriesView
from tests.support.accessibility import assert_accessible

DAY = 86_400.0
TIMES = np.array([0.0, DAY, 2 * DAY])


def _line(band: str, area: str, values: list[float], unit: str = "<i>m</i>") -> SeriesLine:
    return SeriesLine(f"{band}, {area}", TIMES, np.array(values), band, area, unit)


SERIES = Series(
    (
        _line("B04", "north", [1.0, 10.0, 100.0]),
        _line("B08", "north", [2.0, 20.0, 200.0]),
        _line("B04", "south", [0.0, -1.0, 3.0]),
        _line("B08", "south", [4.0, 4.0, 4.0]),
    )
)


@pytest.fixture
def view(qtbot: QtBot, tmp_path: Path) -> SeriesView:
    made = SeriesView(Settings(tmp_path / "settings.json"), lambda work, _what: work.close())
    qtbot.addWidget(made)
    made.resize(800, 420)
    with qtbot.waitExposed(made):
        made.show()
    made.show_series(SERIES)
    return made


def _choose(view: SeriesView, box: str, words: str) -> None:
    chooser = getattr(view.chooser, box)
    chooser.setCurrentText(words)
    chooser.activated.emit(chooser.currentIndex())


def test_a_band_and_an_area_are_chosen(view: SeriesView) -> None:
    assert_accessible(view)
    _choose(view, "band", "B08")
    assert view.shown() == [1, 3]
    _choose(view, "area", "south")
    assert view.shown() == [3]
    _choose(view, "band", "All bands")
    assert view.shown() == [2, 3]
    _choose(view, "area", "All areas")
    assert view.shown() == [0, 1, 2, 3]


def test_all_and_none_are_for_what_the_filter_leaves(view: SeriesView) -> None:
    view.chooser.none_button.click()
    assert view.shown() == []
    view.chooser.search.set_search("south")
    view.chooser.all_button.click()
    assert view.shown() == [2, 3]


def test_boxes_with_one_choice_are_not_there(view: SeriesView) -> None:
    view.show_series(Series((_line("B04", "", [1, 2, 3]), _line("B08", "", [1, 2, 3]))))
    assert view.chooser.band.isVisible()
    assert not view.chooser.area.isVisible()


def test_the_list_tells_the_value_of_every_line_at_the_cursor(view: SeriesView) -> None:
    view.plot.move_to(DAY)
    texts = [view.chooser.list.item(row).text() for row in range(4)]
    assert texts == [
        "B04, north:  10 <i>m</i>",
        "B08, north:  20 <i>m</i>",
        "B04, south:  -1 <i>m</i>",
        "B08, south:  4 <i>m</i>",
    ]
    view.plot.move_to(float("nan"))
    assert view.chooser.list.item(0).text() == "B04, north"


def test_a_unit_is_at_the_axis_as_it_is_written(view: SeriesView) -> None:
    axis = view.plot.getPlotItem().getAxis("left")
    assert axis.label.isVisible()
    assert axis.label.toPlainText().strip() == "<i>m</i>"
    view.show_series(Series((_line("a", "", [1, 2, 3], "K"), _line("b", "", [1, 2, 3], "m"))))
    assert not axis.label.isVisible()


def test_a_logarithmic_scale_leaves_out_what_has_no_logarithm(view: SeriesView) -> None:
    view.log_button.click()
    items = view.plot.getPlotItem().listDataItems()
    drawn = [item.getData()[1] for item in items]
    assert list(drawn[0]) == pytest.approx([0.0, 1.0, 2.0])
    assert np.isnan(drawn[2][:2]).all()
    view.log_button.click()
    assert list(view.plot.getPlotItem().listDataItems()[0].getData()[1]) == [1.0, 10.0, 100.0]


def test_there_is_none_without_a_positive_value(view: SeriesView) -> None:
    view.log_button.click()
    view.show_series(Series((_line("a", "", [-1, -2, 0]),)))
    assert not view.log_button.isEnabled()
    assert not view.log_button.isChecked()


def test_keys_zoom_in_time(view: SeriesView, qtbot: QtBot) -> None:
    box = view.plot.getPlotItem().getViewBox()
    view.plot.fit()
    whole = box.viewRange()[0]
    qtbot.keyClick(view.plot, Qt.Key.Key_Plus)
    near = box.viewRange()[0]
    assert near[1] - near[0] < whole[1] - whole[0]
    qtbot.keyClick(view.plot, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: box.viewRange()[0] == pytest.approx(whole), timeout=20_000)


def test_many_lines_are_told_apart() -> None:
    assert len({(line_colour(at), line_pattern(at)) for at in range(24)}) == 24
