"""The drawn process: cards, the way into sub-graphs, keyboard, search, failing nodes, pictures."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from openeo_desktop.core.graph_nodes import MAX_DRAWN, NodeId
from openeo_desktop.ui.graph.argument_texts import value_text
from openeo_desktop.ui.graph.graph_drawing import CardSizes, draw
from openeo_desktop.ui.graph.graph_export import to_png, to_svg, whole
from openeo_desktop.ui.graph.graph_pane import GraphPane
from openeo_desktop.ui.graph.graph_scene import GraphScene

REDUCER = {
    "red": {"process_id": "array_element", "arguments": {"index": 0}},
    "nir": {"process_id": "array_element", "arguments": {"index": 1}},
    "nd": {
        "process_id": "normalized_difference",
        "arguments": {"x": {"from_node": "nir"}, "y": {"from_node": "red"}},
        "result": True,
    },
}
GRAPH: dict[str, Any] = {
    "load": {
        "process_id": "load_collection",
        "arguments": {"id": "SENTINEL2_L2A", "bands": ["B04", "B08"], "temporal_extent": None},
    },
    "clouds": {"process_id": "load_collection", "arguments": {"id": "SCL_MASK"}},
    "ndvi": {
        "process_id": "reduce_dimension",
        "arguments": {"data": {"from_node": "load"}, "reducer": {"process_graph": REDUCER}},
    },
    "mask": {
        "process_id": "mask",
        "arguments": {"data": {"from_node": "ndvi"}, "mask": {"from_node": "clouds"}},
    },
    "save": {
        "process_id": "save_result",
        "arguments": {"data": {"from_node": "mask"}, "format": "GTiff"},
        "result": True,
    },
}


@pytest.fixture
def pane(qtbot: QtBot) -> Iterator[GraphPane]:
    pane = GraphPane()
    qtbot.addWidget(pane)
    pane.resize(700, 600)
    pane.show()
    yield pane
    pane.hide()


def show(pane: GraphPane, qtbot: QtBot, graph: dict[str, Any] | None = None) -> None:
    pane.show_graph(GRAPH if graph is None else graph)
    drawn(pane, qtbot)


def drawn(pane: GraphPane, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: pane.is_ready)


def chosen(pane: GraphPane) -> str:
    card = pane.scene.current_card
    return "" if card is None else card.node.id


def texts(pane: GraphPane) -> str:
    return "\n".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())


def test_cards_tell_what_matters_and_leave_out_what_the_edges_say() -> None:
    cards = {card.node.id: card for card in draw(GRAPH, CardSizes()).cards}
    assert cards["load"].title == "load_collection"
    assert cards["load"].lines == ("SENTINEL2_L2A", "B04, B08")
    assert cards["ndvi"].lines == ("reducer: 3 processes",)
    assert cards["mask"].subtitle == ""
    assert cards["mask"].lines == ()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"west": 14.5, "south": 46, "east": 14.7, "north": 46.1}, "W 14.5, S 46, E 14.7, N 46.1"),
        (["2022-01-01T00:00:00Z", None], "2022-01-01 – …"),
        ({"from_node": "load"}, "from load"),
        ({"from_parameter": "x"}, "the parameter x"),
        ({"process_graph": {"m": {"process_id": "mean"}}}, "mean"),
        ({"type": "FeatureCollection", "features": [{}, {}]}, "FeatureCollection, 2 features"),
        (list(range(14)), "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, and 2 more"),
        (None, "not set"),
        (True, "yes"),
        ([[1, 2], {"a": None}], "[2], a: not set"),
        ("two\nlines \u202e", "two lines \\u202e"),
    ],
)
def test_values_are_readable(value: object, text: str) -> None:
    assert value_text(value) == text


def test_arrows_walk_along_the_edges(pane: GraphPane, qtbot: QtBot) -> None:
    show(pane, qtbot)
    seen = []
    for key in (Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(pane.view, key)
        seen.append(chosen(pane))
    assert seen[:2] == ["save", "mask"]
    assert seen[2:] in (["ndvi", "load"], ["clouds", "clouds"])
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    assert chosen(pane) == ""
    assert not pane.panel.isVisible()


def test_up_and_down_stay_in_the_layer(pane: GraphPane, qtbot: QtBot) -> None:
    show(pane, qtbot)
    pane.show_node("ndvi")
    qtbot.waitUntil(lambda: chosen(pane) == "ndvi")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(pane.view, key)
        assert chosen(pane) in ("ndvi", "clouds")


def test_a_reader_hears_the_chosen_card(pane: GraphPane, qtbot: QtBot) -> None:
    show(pane, qtbot)
    assert pane.view.accessibleName() == "Process graph with 5 nodes"
    qtbot.keyClick(pane.view, Qt.Key.Key_End)
    assert pane.view.accessibleName() == "save_result, save, GTiff, the result, node 5 of 5"


def test_a_sub_graph_opens_and_one_comes_back(pane: GraphPane, qtbot: QtBot) -> None:
    show(pane, qtbot)
    pane.show_node("ndvi")
    qtbot.waitUntil(lambda: chosen(pane) == "ndvi")
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.scene.drawing.count == 3)
    assert [step.node for step in pane.steps] == ["ndvi"]
    back = next(b for b in pane.bar.crumbs.findChildren(QPushButton) if b.text() == "Process")
    qtbot.waitUntil(back.isVisible)
    back.click()
    qtbot.waitUntil(lambda: pane.scene.drawing.count == 5)
    assert chosen(pane) == "ndvi"


def test_the_path_of_a_log_entry_leads_into_the_sub_graph(pane: GraphPane, qtbot: QtBot) -> None:
    show(pane, qtbot)
    pane.show_node([{"node_id": "nd"}, {"node_id": "ndvi"}])
    qtbot.waitUntil(lambda: chosen(pane) == "nd")
    pane.show_node([{"node_id": "save"}])
    qtbot.waitUntil(lambda: chosen(pane) == "save")
    assert pane.steps == ()
    pane.show_node("nowhere")
    qtbot.waitUntil(lambda: "no such node" in texts(pane))
    assert chosen(pane) == "save"


def test_the_failing_node_is_marked_on_each_level(pane: GraphPane, qtbot: QtBot) -> None:
    show(pane, qtbot)
    pane.mark_failed([{"node_id": "nd"}, {"node_id": "ndvi"}])

    def failed() -> set[str]:
        return {item.card.node.id for item in pane.scene._items if item.failed}

    qtbot.waitUntil(lambda: failed() == {"ndvi"})
    pane.open_child(pane.scene.drawing.cards[2])
    drawn(pane, qtbot)
    assert failed() == {"nd"}
    show(pane, qtbot)
    assert failed() == set()


def test_the_search_marks_and_steps_through(pane: GraphPane, qtbot: QtBot) -> None:
    show(pane, qtbot)
    qtbot.keyClick(pane.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(pane.bar.search.hasFocus)
    pane.bar.search.setText("LOAD_coll")
    qtbot.waitUntil(lambda: pane.bar.found.text() == "2 found")
    seen = set()
    for _ in range(2):
        pane.bar.next_found.trigger()
        seen.add(chosen(pane))
    assert seen == {"load", "clouds"}
    assert {item.card.node.id for item in pane.scene._items if item.faded} == {
        "ndvi",
        "mask",
        "save",
    }
    pane.bar.search.clear_search()
    assert not any(item.faded or item.marked for item in pane.scene._items)


def test_the_search_finds_what_lies_in_a_sub_graph(pane: GraphPane, qtbot: QtBot) -> None:
    show(pane, qtbot)

    def marked() -> set[str]:
        return {item.card.node.id for item in pane.scene._items if item.marked}

    inner = next(name for name in REDUCER if name not in GRAPH)
    pane.bar.search.setText(f"{inner} {REDUCER[inner]['process_id']}")
    qtbot.waitUntil(lambda: marked() == {"ndvi"})
    pane.open_child(pane.scene.drawing.cards[pane.scene.drawing.index[NodeId("ndvi")]])
    drawn(pane, qtbot)
    assert inner in marked()


def test_typing_brings_the_first_found_card_into_view_and_chooses_nothing(
    pane: GraphPane, qtbot: QtBot
) -> None:
    show(pane, qtbot)
    for _ in range(40):
        qtbot.keyClick(pane.view, Qt.Key.Key_Plus)

    def seen() -> bool:
        whole = pane.view.mapToScene(pane.view.viewport().rect()).boundingRect()
        return whole.intersects(pane.scene.box_of(pane.scene.drawing.index["save"]))

    pane.view.reveal(pane.scene.drawing.index["load"])
    assert not seen()
    pane.bar.search.setText("save_result")
    qtbot.waitUntil(seen)
    assert pane.scene.current is None


def test_zoom_has_limits_and_fits(pane: GraphPane, qtbot: QtBot) -> None:
    show(pane, qtbot)
    for _ in range(40):
        qtbot.keyClick(pane.view, Qt.Key.Key_Plus)
    assert pane.view.scale_now == pytest.approx(3.0)
    qtbot.keyClick(pane.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    seen = pane.view.mapToScene(pane.view.viewport().rect()).boundingRect()
    whole = pane.scene.sceneRect()
    assert seen.adjusted(-2, -2, 2, 2).contains(whole)


def test_the_panel_shows_arguments_and_copies_json(pane: GraphPane, qtbot: QtBot) -> None:
    show(pane, qtbot)
    pane.show_node("load")
    qtbot.waitUntil(lambda: chosen(pane) == "load")
    assert "B04, B08" in texts(pane)
    qtbot.keyClick(pane.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert json.loads(QGuiApplication.clipboard().text()) == GRAPH["load"]
    pane.bar.copy_graph.trigger()
    assert json.loads(QGuiApplication.clipboard().text()) == {"process_graph": GRAPH}


def test_pictures_hold_the_whole_graph(pane: GraphPane, qtbot: QtBot) -> None:
    show(pane, qtbot)
    root = ET.fromstring(whole(to_svg(pane.scene, "a <b> title")))
    words = "".join(root.itertext())
    assert "save_result" in words
    assert "SENTINEL2_L2A" in words
    image = QImage.fromData(whole(to_png(pane.scene)))
    rect = pane.scene.sceneRect()
    assert abs(image.width() - 2 * rect.width()) <= 2
    assert abs(image.height() - 2 * rect.height()) <= 2


def test_too_many_nodes_are_not_drawn_but_offered_as_json(pane: GraphPane, qtbot: QtBot) -> None:
    asked: list[bool] = []
    pane.json_requested.connect(lambda: asked.append(True))
    show(pane, qtbot, {f"n{n}": {"process_id": "x"} for n in range(MAX_DRAWN + 1)})
    assert "3,001 nodes" in texts(pane)
    button = next(b for b in pane.findChildren(QPushButton) if b.text() == "Show the JSON")
    button.click()
    assert asked


def test_a_large_graph_is_built_by_and_by_and_gives_way_to_another(qtbot: QtBot) -> None:
    scene = GraphScene()
    sizes = scene.sizes()
    large = draw({f"n{n}": {"process_id": "x", "arguments": {}} for n in range(500)}, sizes)
    scene.show_by_and_by(large, sizes)
    assert scene.is_building
    assert scene.drawing.count == 0
    with qtbot.waitSignal(scene.shown):
        pass
    assert len(scene.items()) == scene.drawing.count == 500
    scene.show_by_and_by(large, sizes)
    with qtbot.waitSignal(scene.shown):
        scene.show_by_and_by(draw(GRAPH, sizes), sizes)
    assert not scene.is_building
    assert scene.drawing.count == len(GRAPH)
    scene.deleteLater()


def test_what_is_wrong_with_a_graph_is_said_in_words(pane: GraphPane, qtbot: QtBot) -> None:
    graph = {
        "a": {"process_id": "x", "arguments": {"data": {"from_node": "b"}}},
        "b": {"process_id": "x", "arguments": {"data": {"from_node": "a"}}},
        "c": {"process_id": "<b>y</b>", "arguments": {"data": {"from_node": "gone"}}},
        "d": [1, 2],
    }
    show(pane, qtbot, graph)
    said = texts(pane)
    assert "wait for each other" in said
    assert "«gone», which does not exist" in said
    assert "«d» does not say its process" in said
    assert pane.scene.drawing.count == 4
    assert all(x.textFormat() == Qt.TextFormat.PlainText for x in pane.findChildren(QLabel))
    show(pane, qtbot, {})
    assert "There is no process" in texts(pane)


def test_a_click_chooses_and_the_ground_lets_go(pane: GraphPane, qtbot: QtBot) -> None:
    show(pane, qtbot)
    pane.view.fit()
    box = pane.scene.box_of(0)
    view = pane.view.viewport()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=pane.view.mapFromScene(box.center()))
    assert chosen(pane) == "load"
    ground = pane.view.mapFromScene(QPointF(box.left() - 12, box.top() - 12))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=ground)
    assert chosen(pane) == ""
