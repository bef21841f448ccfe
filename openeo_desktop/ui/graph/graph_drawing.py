"""A process graph as cards with places: all that can be worked out off the GUI thread.

Plain data in and out; no widgets, no painting.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.graph_layout import Point, Spacing, lay_out
from openeo_desktop.core.graph_nodes import (
    MAX_DRAWN,
    GraphEdge,
    GraphModel,
    GraphNode,
    NodeId,
    cycle_of,
    names_within,
    read_graph,
)
from openeo_desktop.ui.graph.argument_texts import card_lines

MAX_TITLE = 80


@dataclass(frozen=True, slots=True)
class CardSizes:
    """Heights of a card's parts in the drawing's units, as the fonts of the screen want them."""

    title: float = 20.0
    line: float = 17.0
    padding: float = 9.0
    width: float = 196.0


@dataclass(frozen=True, slots=True)
class Card:
    """One node as it is drawn. `subtitle` is the node's id where the title does not say it;
    `within` names the nodes of the processes that it carries, for the search.
    """

    node: GraphNode
    title: str
    subtitle: str
    lines: tuple[str, ...]
    broken: bool
    layer: int = 0
    place: Point = (0.0, 0.0)
    height: float = 0.0
    within: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One graph. `count` is how many nodes it has; no cards if those are too many to draw.

    `notes` say what is wrong with the graph, in words for a person.
    """

    cards: tuple[Card, ...] = ()
    edges: tuple[GraphEdge, ...] = ()
    routes: tuple[tuple[Point, ...], ...] = ()
    width: float = 0.0
    height: float = 0.0
    count: int = 0
    notes: tuple[str, ...] = ()
    index: Mapping[NodeId, int] = field(default_factory=dict)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProcessGraph", text)


def draw(graph: Mapping[str, Any], sizes: CardSizes) -> Drawing:
    """Read the graph and find a place for each node; any thread."""
    if len(graph) > MAX_DRAWN:
        return Drawing(count=len(graph))
    model = read_graph(graph)
    cards = [_card(node) for node in model.nodes]
    heights = [_height(card, sizes) for card in cards]
    index = {node.id: number for number, node in enumerate(model.nodes)}
    pairs = [(index[edge.source], index[edge.target]) for edge in model.edges]
    layout = lay_out(heights, pairs, Spacing(width=sizes.width))
    placed = tuple(
        replace(c, layer=layer, place=place, height=height)
        for c, layer, place, height in zip(
            cards, layout.layers, layout.places, heights, strict=True
        )
    )
    return Drawing(
        cards=placed,
        edges=model.edges,
        routes=layout.routes,
        width=layout.width,
        height=layout.height,
        count=len(placed),
        notes=tuple(_notes(model)),
        index=index,
    )


def _card(node: GraphNode) -> Card:
    process = visible_text(node.process_id[:MAX_TITLE])
    node_id = visible_text(node.id[:MAX_TITLE])
    return Card(
        node=node,
        title=process or _tr("no process"),
        subtitle="" if node_id == process else node_id,
        lines=card_lines(node),
        broken=not process or bool(node.missing),
        within=" ".join(names_within(node)),
    )


def _height(card: Card, sizes: CardSizes) -> float:
    rows = len(card.lines) + bool(card.subtitle)
    return 2 * sizes.padding + sizes.title + rows * sizes.line


def _notes(model: GraphModel) -> list[str]:
    notes = []
    cycle = cycle_of(model)
    if cycle:
        names = " → ".join(_short(name) for name in cycle[:8])
        notes.append(_tr("These nodes wait for each other: {names}.").format(names=names))
    for node in model.nodes:
        if node.missing:
            text = _tr("«{node}» takes its data from «{missing}», which does not exist.")
            notes.append(text.format(node=_short(node.id), missing=_short(node.missing[0])))
    nameless = [node for node in model.nodes if not node.process_id]
    if nameless:
        notes.append(_tr("«{node}» does not say its process.").format(node=_short(nameless[0].id)))
    results = sum(node.is_result for node in model.nodes)
    if results != 1:
        notes.append(
            _tr("No node is marked as the result.")
            if not results
            else _tr("{n} nodes are marked as the result; there should be one.").format(n=results)
        )
    return notes


def _short(name: str) -> str:
    text = visible_text(name[:60])
    return text if len(name) <= 60 else text + "…"


def matches(card: Card, words: Sequence[str]) -> bool:
    """Whether each word is in the card's process, id, namespace or arguments, or names a node of
    the processes within it; case is alike.
    """
    own = f"{card.title} {card.node.id} {card.node.namespace} {' '.join(card.lines)}"
    text = f"{own} {card.within}".casefold()
    return all(word in text for word in words)


def sentence(card: Card, number: int, count: int) -> str:
    """A card for a screen reader."""
    parts = [card.title, card.subtitle, *card.lines]
    if card.node.is_result:
        parts.append(_tr("the result"))
    if card.node.children:
        parts.append(_tr("has a process of its own"))
    where = _tr("node {number} of {count}").format(number=number + 1, count=count)
    return ", ".join(part for part in (*parts, where) if part)
