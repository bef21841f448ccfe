"""The scene of one graph: its cards and edges, which of them are chosen, found or failed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtWidgets import QGraphicsScene

from openeo_desktop.ui.graph.edges_item import EdgesItem
from openeo_desktop.ui.graph.graph_drawing import Card, CardSizes, Drawing, matches
from openeo_desktop.ui.graph.node_item import Faces, NodeItem

AIR = 24.0
EDGES_A_PIECE = 24
PIECES_AT_A_TIME, CARDS_AT_A_TIME = 40, 60
"""So many are made between two looks at what else the window has to do: a few milliseconds."""


class GraphScene(QGraphicsScene):
    """Shows a Drawing.

    Signals: `current_changed(Card | None)`; `shown()` when all of a drawing is there.
    """

    current_changed = Signal(object)
    shown = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.drawing = Drawing()
        self._faces = Faces.current()
        self._items: list[NodeItem] = []
        self._strong: EdgesItem | None = None
        self._current: int | None = None
        self._found: tuple[int, ...] = ()
        self._work: Iterator[None] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_timeout)

    def sizes(self) -> CardSizes:
        """What the layout needs to know of the fonts."""
        return self._faces.sizes()

    def show_drawing(self, drawing: Drawing, sizes: CardSizes) -> None:
        """Show another graph at once; nothing is chosen in it."""
        self._work = self._built(drawing, sizes)
        for _ in self._work:
            pass

    def show_by_and_by(self, drawing: Drawing, sizes: CardSizes) -> None:
        """The same without holding the window; there is no drawing until `shown` tells the end."""
        self._work = self._built(drawing, sizes)
        self._timer.start()
        self._on_timeout()

    def stop(self) -> None:
        """What is being built is not wanted any more."""
        self._timer.stop()

    @property
    def is_building(self) -> bool:
        """Whether a drawing is on its way."""
        return self._timer.isActive()

    def _on_timeout(self) -> None:
        if next(self._work, self) is self:  # the end
            self._timer.stop()
            self.shown.emit()

    def _built(self, drawing: Drawing, sizes: CardSizes) -> Iterator[None]:
        self.clear()
        self.drawing, self._strong, self._current, self._found = Drawing(), None, None, ()
        self._items = []
        routes = sorted(drawing.routes)  # from left to right: what is out of view costs nothing
        for start in range(0, len(routes), EDGES_A_PIECE):
            self.addItem(EdgesItem(routes[start : start + EDGES_A_PIECE]))
            if start // EDGES_A_PIECE % PIECES_AT_A_TIME == PIECES_AT_A_TIME - 1:
                yield
        items = []
        for number, card in enumerate(drawing.cards, 1):
            items.append(NodeItem(card, number - 1, self._faces, sizes))
            self.addItem(items[-1])
            if number % CARDS_AT_A_TIME == 0:
                yield
        self.drawing, self._items = drawing, items
        inner = self.itemsBoundingRect()
        self.setSceneRect(inner.adjusted(-AIR, -AIR, AIR, AIR))

    @property
    def current(self) -> int | None:
        """The number of the chosen card."""
        return self._current

    @property
    def current_card(self) -> Card | None:
        return None if self._current is None else self.drawing.cards[self._current]

    @property
    def found(self) -> tuple[int, ...]:
        """The numbers of the cards that a search has found, from left to right."""
        return self._found

    def box_of(self, number: int) -> QRectF:
        """Where a card is."""
        return self._items[number].sceneBoundingRect()

    def set_current(self, number: int | None) -> None:
        """Choose a card; its edges stand out."""
        if number == self._current:
            return
        for changed, is_current in ((self._current, False), (number, True)):
            if changed is not None:
                self._items[changed].current = is_current
                self._items[changed].setZValue(1 if is_current else 0)
                self._items[changed].update()
        self._current = number
        self._show_strong()
        self.current_changed.emit(self.current_card)

    def _show_strong(self) -> None:
        if self._strong is not None:
            self.removeItem(self._strong)
            self._strong = None
        card = self.current_card
        if card is None:
            return
        edges = zip(self.drawing.edges, self.drawing.routes, strict=True)
        routes = [route for edge, route in edges if card.node.id in (edge.source, edge.target)]
        if routes:
            self._strong = EdgesItem(routes, strong=True)
            self.addItem(self._strong)

    def mark(self, text: str) -> int:
        """Mark the cards that have all words of a text, fade the others; how many are marked."""
        words = text.casefold().split()
        cards = self.drawing.cards
        hits = [n for n, card in enumerate(cards) if words and matches(card, words)]
        marked = set(hits)
        for item in self._items:
            item.marked = item.number in marked
            item.faded = bool(words) and not item.marked
            item.update()
        self._found = tuple(sorted(hits, key=lambda n: (cards[n].layer, cards[n].place[1])))
        return len(hits)

    def set_failed(self, ids: Collection[str]) -> None:
        """Mark the nodes that a log speaks of as failed."""
        for item in self._items:
            item.set_failed(item.card.node.id in ids)

    def neighbour(self, key: str) -> int | None:
        """The card that an arrow leads to: along an edge, or above and below in the same layer.

        `key`: left, right, up, down, first or result.
        """
        cards = self.drawing.cards
        if not cards:
            return None
        if key == "result":
            return next((n for n, c in enumerate(cards) if c.node.is_result), len(cards) - 1)
        if self._current is None or key == "first":
            return min(range(len(cards)), key=lambda n: (cards[n].layer, cards[n].place[1]))
        return self._nearest(self._beside(cards[self._current], key))

    def _beside(self, card: Card, key: str) -> list[int]:
        index = self.drawing.index
        if key == "right":
            return [index[e.target] for e in self.drawing.edges if e.source == card.node.id]
        if key == "left":
            return [index[e.source] for e in self.drawing.edges if e.target == card.node.id]
        below = key == "down"
        return [
            n
            for n, other in enumerate(self.drawing.cards)
            if other.layer == card.layer
            and other is not card
            and (other.place[1] > card.place[1]) == below
        ]

    def _nearest(self, numbers: Sequence[int]) -> int | None:
        assert self._current is not None
        here = self.box_of(self._current).center().y()
        return min(numbers, key=lambda n: abs(self.box_of(n).center().y() - here), default=None)
