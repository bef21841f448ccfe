"""The process graph of a job, drawn: worked out off the GUI thread, opened into its sub-graphs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from openeo_desktop.core.graph_nodes import ChildGraph, NodeId, Step, find_path, node_ids_of
from openeo_desktop.core.json_values import json_text
from openeo_desktop.ui.graph.graph_bar import GraphBar
from openeo_desktop.ui.graph.graph_drawing import Card, CardSizes, Drawing, draw
from openeo_desktop.ui.graph.graph_scene import GraphScene
from openeo_desktop.ui.graph.graph_states import show_state
from openeo_desktop.ui.graph.graph_view import GraphView
from openeo_desktop.ui.graph.node_panel import NodePanel
from openeo_desktop.ui.kit.content_stack import ContentStack
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.loop.background import BackgroundCalls

PANEL_SHARE = 0.4
"""What the chosen node gets of the height at first; then the person's division stays."""


@dataclass(frozen=True, slots=True)
class _Level:
    """One opened graph: the step that led to it (None for the whole process), and its name."""

    graph: Mapping[str, Any]
    step: Step | None
    label: str


class GraphPane(QWidget):
    """Shows one process graph.

    Signals: `json_requested()`: the person wants the JSON of the whole; `export_requested(str)`
    with "svg" or "png".
    """

    json_requested = Signal()
    export_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("graph_pane")
        self._trail: list[_Level] = []
        self._failed: tuple[Step, ...] = ()
        self._wanted: tuple[Step, ...] = ()
        self._divided = False
        self._drawing_calls = BackgroundCalls(self)
        self._failed_calls = BackgroundCalls(self)
        self._find_calls = BackgroundCalls(self)
        self.scene = GraphScene(self)
        self.view = GraphView(self.scene, self)
        self.bar = GraphBar(self)
        self.panel = NodePanel(self)
        self._note = MessageBar(self, copyable=False)
        self._lay_out()
        self._connect()

    def show_graph(self, graph: Mapping[str, Any]) -> None:
        """Draw another process."""
        self._failed = self._wanted = ()
        self._failed_calls.drop()
        self._find_calls.drop()
        self._trail = [_Level(graph, None, self.tr("Process"))]
        self.bar.search.clear_search()
        self._draw()

    def clear(self) -> None:
        """There is no process."""
        self.show_graph({})

    def show_node(self, path: object) -> None:
        """Choose the node that a log entry speaks of, opening what it lies in.

        `path`: the `path` of a log entry (innermost first), a list of ids, or one id. Says so if
        the process has no such node.
        """
        root, ids = self._root, node_ids_of(path)
        if root is not None and ids:
            self._find_calls.call(lambda: find_path(root, ids), self._on_found)

    def mark_failed(self, path: object) -> None:
        """Mark the node where the job failed, and on each level the one that it lies in."""
        root, ids = self._root, node_ids_of(path)
        if root is not None:
            self._failed_calls.call(lambda: find_path(root, ids), self._on_failed_found)

    @property
    def _root(self) -> Mapping[str, Any] | None:
        return self._trail[0].graph if self._trail else None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps to the graph that is shown; empty for the whole process."""
        return tuple(level.step for level in self._trail if level.step is not None)

    @property
    def is_ready(self) -> bool:
        """False while the drawing is worked out."""
        return not self._drawing_calls.running and not self.scene.is_building

    def open_child(self, card: Card, name: str = "") -> None:
        """Open a sub-graph of a node, the first one without a name."""
        children = card.node.children
        child = next((item for item in children if item.name == name), None)
        child = child or next(iter(children), None)
        if child is not None:
            self._trail.append(_level(card.node.id, card.title, child))
            self._draw()

    def go_back(self, depth: int) -> None:
        """Leave the graphs that were opened below this depth; their node is chosen again."""
        if 0 <= depth < len(self._trail) - 1:
            left = self._trail[depth + 1].step
            del self._trail[depth + 1 :]
            self._wanted = (Step(left.node),) if left is not None else ()
            self._draw()

    # Drawing.

    def _draw(self) -> None:
        graph, sizes = self._trail[-1].graph, self.scene.sizes()
        self.panel.show_card(None)
        self.scene.stop()
        self._drawing_calls.call(lambda: draw(graph, sizes), lambda d: self._on_drawn(d, sizes))

    def _on_drawn(self, drawing: Drawing, sizes: CardSizes) -> None:
        self.scene.show_by_and_by(drawing, sizes)

    def _on_shown(self) -> None:
        drawing = self.scene.drawing
        self.bar.crumbs.setVisible(len(self._trail) > 1)
        self.bar.crumbs.show_trail([level.label for level in self._trail])
        show_state(drawing, self._stack, self._note)
        for action in (self.bar.save_svg, self.bar.save_png, self.bar.fit):
            action.setEnabled(bool(drawing.cards))
        self._mark_failed()
        self._on_search_changed(self.bar.search.text().strip())
        self.view.look_anew()
        wanted, self._wanted = self._wanted, ()
        if wanted:
            self._choose(wanted[-1])

    def _on_found(self, steps: tuple[Step, ...]) -> None:
        if not steps:
            self._note.show_message("info", self.tr("This process has no such node."))
            return
        if steps[:-1] == self.steps and self.is_ready:
            self._choose(steps[-1])
            return
        levels = _levels(self._trail[0], steps)
        self._trail, self._wanted = levels, steps[-1:]
        self._draw()

    def _choose(self, step: Step) -> None:
        number = self.scene.drawing.index.get(step.node)
        if number is not None:
            self.view.show_card(number)

    def _on_failed_found(self, steps: tuple[Step, ...]) -> None:
        self._failed = steps
        self._mark_failed()

    def _mark_failed(self) -> None:
        """The node on this level that the failing one is, or lies in."""
        here = self.steps
        inside = self._failed[: len(here)] == here and len(self._failed) > len(here)
        self.scene.set_failed({self._failed[len(here)].node} if inside else ())

    # Slots.

    def _on_current_changed(self, card: Card | None) -> None:
        first = card is not None and not self._divided
        self.panel.show_card(card)
        if first:
            self._divided = True
            height = self._split.height()
            self._split.setSizes([height - int(height * PANEL_SHARE), int(height * PANEL_SHARE)])
        self.bar.copy_node.setEnabled(card is not None)

    def _on_opened(self, number: int) -> None:
        self.open_child(self.scene.drawing.cards[number])

    def _on_child_requested(self, name: str) -> None:
        card = self.scene.current_card
        if card is not None:
            self.open_child(card, name)

    def _on_search_changed(self, text: str) -> None:
        count = self.scene.mark(text)
        self.bar.set_found(self.tr("{n} found").format(n=count_text(count)) if text else "")
        if text and self.scene.found:
            self.view.reveal(self.scene.found[0])
        for action in (self.bar.next_found, self.bar.previous_found):
            action.setEnabled(count > 0)

    def _step(self, by: int) -> None:
        found = self.scene.found
        if found:
            current = self.scene.current
            at = found.index(current) + by if current in found else (0 if by > 0 else -1)
            self.view.show_card(found[at % len(found)])

    def _copy(self) -> None:
        if self.scene.current_card is None:
            self._copy_graph()
        else:
            self.panel.copy()

    def _copy_graph(self) -> None:
        root = self._root
        if root:
            copy_to_clipboard(json_text({"process_graph": root}, indent=2))

    def _on_menu_requested(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        card = self.scene.current_card
        for child in card.node.children[:10] if card is not None else ():
            text = self.tr("Open {name}").format(name=child.name[:40]).replace("&", "&&")
            action = menu.addAction(text)
            action.triggered.connect(lambda _on=False, c=card, n=child.name: self.open_child(c, n))
        self.bar.fill(menu)
        menu.popup(at)

    def _connect(self) -> None:
        bar, view = self.bar, self.view
        bar.copy_node.setEnabled(False)
        bar.search.search_changed.connect(self._on_search_changed)
        bar.search.returnPressed.connect(lambda: self._step(1))
        bar.crumbs.chosen.connect(self.go_back)
        self.scene.current_changed.connect(self._on_current_changed)
        self.scene.shown.connect(self._on_shown)
        self.panel.child_requested.connect(self._on_child_requested)
        self.panel.closed.connect(lambda: self.scene.set_current(None))
        self._stack.action_triggered.connect(self.json_requested)
        for signal, slot in (
            (bar.next_found.triggered, lambda: self._step(1)),
            (bar.previous_found.triggered, lambda: self._step(-1)),
            (bar.zoom_in.triggered, view.zoom_in),
            (bar.zoom_out.triggered, view.zoom_out),
            (bar.fit.triggered, view.fit),
            (bar.copy_node.triggered, self._copy),
            (bar.copy_graph.triggered, self._copy_graph),
            (bar.save_svg.triggered, lambda: self.export_requested.emit("svg")),
            (bar.save_png.triggered, lambda: self.export_requested.emit("png")),
            (view.opened, self._on_opened),
            (view.left, lambda: self.go_back(len(self._trail) - 2)),
            (view.copy_requested, self._copy),
            (view.find_requested, self._on_find_requested),
            (view.menu_requested, self._on_menu_requested),
        ):
            signal.connect(slot)

    def _on_find_requested(self) -> None:
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def _lay_out(self) -> None:
        self._stack = ContentStack(self.view, self)
        split = self._split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self._stack)
        split.addWidget(self.panel)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        bar = self.bar
        # Their keys hold within the whole pane.
        self.addActions([bar.zoom_in, bar.zoom_out, bar.fit, bar.next_found, bar.previous_found])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.bar, self._note):
            layout.addWidget(widget)
        layout.addWidget(split, 1)


def _level(node: NodeId, title: str, child: ChildGraph) -> _Level:
    return _Level(child.graph, Step(node, child.name), f"{title} · {child.name}")


def _levels(root: _Level, steps: tuple[Step, ...]) -> list[_Level]:
    """The graphs to open one after the other to come to the last step's node."""
    levels = [root]
    for step in steps[:-1]:
        drawing = draw({step.node: levels[-1].graph[step.node]}, CardSizes())
        card = drawing.cards[0]
        child = next(item for item in card.node.children if item.name == step.child)
        levels.append(_level(step.node, card.title, child))
    return levels
