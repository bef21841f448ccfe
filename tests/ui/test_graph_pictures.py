"""Pictures of large process graphs: painted in portions, ended at any moment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.errors import AppError, StorageError
from openeo_desktop.ui.details.painted_file import PaintedFile
from openeo_desktop.ui.details.process_files import ProcessFiles
from openeo_desktop.ui.graph.graph_drawing import draw
from openeo_desktop.ui.graph.graph_export import Painting, to_png, to_svg, whole
from openeo_desktop.ui.graph.graph_scene import GraphScene
from openeo_desktop.ui.kit.late_progress import LateProgress
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import FakeSettings

NODES = 600


@pytest.fixture
def scene(qtbot: QtBot) -> Iterator[GraphScene]:
    made = GraphScene()
    graph = {f"n{n}": {"process_id": f"step{n}", "arguments": _data(n)} for n in range(NODES)}
    made.show_drawing(draw(graph, made.sizes()), made.sizes())
    yield made
    made.deleteLater()


def _data(number: int) -> dict[str, object]:
    return {"data": {"from_node": f"n{number - 1}"}} if number % 20 else {}


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.mark.parametrize("kind", [to_svg, to_png])
def test_it_is_painted_card_by_card(kind: object, scene: GraphScene) -> None:
    painting = to_svg(scene, "t") if kind is to_svg else to_png(scene)
    done = list(painting)
    assert len(done) >= NODES
    assert done == sorted(done)
    assert done[-1] == 1.0


def test_all_cards_are_in_it(scene: GraphScene) -> None:
    words = "".join(ET.fromstring(whole(to_svg(scene, "t"))).itertext())
    assert all(f"step{number}" in words for number in range(NODES))


def test_words_of_a_server_make_no_code_and_no_broken_xml(qtbot: QtBot) -> None:
    hostile = "<script>x</script> & \x07 ]]> \u202e"
    scene = GraphScene()
    graph = {hostile: {"process_id": hostile, "arguments": {"x": hostile}, "description": hostile}}
    scene.show_drawing(draw(graph, scene.sizes()), scene.sizes())
    root = ET.fromstring(whole(to_svg(scene, hostile)))
    assert not [part for part in root.iter() if "script" in part.tag]
    assert "<script>x</script> &" in "".join(root.itertext())
    scene.deleteLater()


def test_it_looks_as_the_scene_does(scene: GraphScene) -> None:
    """Where a card is in the scene there is one in the picture."""
    image = QImage.fromData(whole(to_png(scene)))
    rect = scene.sceneRect()
    scale = image.width() / rect.width()
    ground = image.pixelColor(1, 1)
    for number in (0, NODES // 2, NODES - 1):
        edge = scene.box_of(number)
        x = (edge.center().x() - rect.x()) * scale
        column = [image.pixelColor(int(x), int((y - rect.y()) * scale)) for y in _down(edge)]
        assert any(colour != ground for colour in column)


def _down(box: object) -> range:
    return range(int(box.top()), int(box.bottom()))  # type: ignore[attr-defined]


def test_it_is_saved_and_the_progress_is_gone(
    scene: GraphScene, owner: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    files = ProcessFiles(FakeSettings(), owner)  # type: ignore[arg-type]
    dialog = files.ask("A graph", "png", lambda: to_png(scene))
    with qtbot.waitSignal(files.saved) as saved:
        dialog.fileSelected.emit(str(tmp_path / "a.png"))
    dialog.reject()
    assert saved.args == ["a.png"]
    assert not QImage(str(tmp_path / "a.png")).isNull()
    qtbot.waitUntil(lambda: owner.findChildren(LateProgress) == [])


def test_cancelled_nothing_comes_of_it(scene: GraphScene, owner: QWidget, qtbot: QtBot) -> None:
    picture = PaintedFile(_endless(), owner)
    told: list[object] = []
    picture.painted.connect(told.append)
    qtbot.waitUntil(lambda: any(shown.isVisible() for shown in owner.findChildren(LateProgress)))
    (progress,) = owner.findChildren(LateProgress)
    assert_accessible(progress)
    progress.canceled.emit()
    qtbot.waitUntil(lambda: owner.findChildren(LateProgress) == [])
    assert told == []


def test_what_cannot_be_painted_is_told(owner: QWidget, qtbot: QtBot) -> None:
    picture = PaintedFile(_too_large(), owner)
    with qtbot.waitSignal(picture.failed) as failed:
        pass
    assert isinstance(failed.args[0], AppError)
    qtbot.waitUntil(lambda: owner.findChildren(LateProgress) == [])


def _endless() -> Painting:
    while True:
        yield 0.5


def _too_large() -> Painting:
    yield 0.0
    raise StorageError("The picture is too large for the memory.", "Save it as SVG instead.")
