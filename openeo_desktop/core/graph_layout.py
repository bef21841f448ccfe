"""Where the nodes of a graph stand: layers from left to right, few crossings, straight lines.

A small layered layout (K. Sugiyama, S. Tagawa, M. Toda 1981): edges that close a cycle are turned,
nodes go into layers by their longest path, long edges get a place in each layer they pass, layers
are ordered by barycentres, and heights follow the neighbours. Every step is linear or nearly so;
no recursion, so that a hostile graph costs time in proportion to its size. Plain data, no Qt.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MAX_BENDS = 30_000
"""Places for long edges; beyond this, edges go straight to their targets."""
ORDER_SWEEPS = 8
HEIGHT_SWEEPS = 10

Point = tuple[float, float]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spacing:
    """Sizes in the drawing's units: the width of a card, and the air between cards."""

    width: float = 196.0
    across: float = 56.0
    between: float = 22.0
    bend: float = 10.0


@dataclass(frozen=True, slots=True)
class GraphLayout:
    """`places`: the left upper corner of each node. `routes`: for each edge the points it passes,
    from the right side of its source to the left side of its target (one that closes a cycle goes
    back). `layers`: the layer of each node."""

    places: tuple[Point, ...]
    routes: tuple[tuple[Point, ...], ...]
    layers: tuple[int, ...]
    width: float
    height: float


def lay_out(
    heights: Sequence[float], edges: Sequence[Pair], spacing: Spacing = Spacing()
) -> GraphLayout:
    """Places for nodes 0 to n-1 with these heights; edges are pairs (source, target) of them."""
    count = len(heights)
    forward = _without_cycles(count, edges)
    layers = _layers(count, forward)
    columns, chains, sizes = _columns(layers, forward, heights, spacing)
    lines = [pair for chain in chains for pair in itertools.pairwise(chain)]
    neighbours = _neighbours(len(sizes), lines)
    _order(columns, neighbours)
    middles = _middles(columns, neighbours, sizes, spacing)
    return _finished(count, edges, chains, layers, middles, sizes, spacing)


def _without_cycles(count: int, edges: Sequence[Pair]) -> list[Pair]:
    """The same edges; those that lead back to a node on the way to them are turned around."""
    following: list[list[int]] = [[] for _ in range(count)]
    for source, target in edges:
        following[source].append(target)
    state = [0] * count  # 1: on the way, 2: done
    back: set[Pair] = set()
    for root in range(count):
        stack = [] if state[root] else [(root, 0)]
        while stack:
            node, at = stack.pop()
            state[node] = 1
            if at == len(following[node]):
                state[node] = 2
                continue
            stack.append((node, at + 1))
            target = following[node][at]
            if state[target] == 1:
                back.add((node, target))
            elif state[target] == 0:
                stack.append((target, 0))
    return [(b, a) if (a, b) in back else (a, b) for a, b in edges]


def _layers(count: int, edges: Sequence[Pair]) -> list[int]:
    """The longest path to each node; sources stand directly before the first that uses them."""
    following: list[list[int]] = [[] for _ in range(count)]
    waiting = [0] * count
    for source, target in edges:
        if source != target:
            following[source].append(target)
            waiting[target] += 1
    sources = [node for node in range(count) if not waiting[node]]
    layers, ready = [0] * count, list(sources)
    for node in ready:
        for target in following[node]:
            layers[target] = max(layers[target], layers[node] + 1)
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    for node in sources:
        if following[node]:
            layers[node] = min(layers[target] for target in following[node]) - 1
    return layers


def _columns(
    layers: Sequence[int], edges: Sequence[Pair], heights: Sequence[float], spacing: Spacing
) -> tuple[list[list[int]], list[list[int]], list[float]]:
    """The nodes of each layer, the way of each edge through the layers, all heights.

    A place in an edge's way is a node too, with a number from n on.
    """
    columns: list[list[int]] = [[] for _ in range(max(layers, default=-1) + 1)]
    for node, layer in enumerate(layers):
        columns[layer].append(node)
    sizes, chains = list(heights), []
    bends = sum(max(0, layers[b] - layers[a] - 1) for a, b in edges)
    for source, target in edges:
        chain = [source]
        if bends <= MAX_BENDS:
            for layer in range(layers[source] + 1, layers[target]):
                columns[layer].append(len(sizes))
                chain.append(len(sizes))
                sizes.append(spacing.bend)
        chains.append([*chain, target])
    return columns, chains, sizes


Neighbours = tuple[list[list[int]], list[list[int]]]


def _neighbours(count: int, lines: Sequence[Pair]) -> Neighbours:
    before: list[list[int]] = [[] for _ in range(count)]
    after: list[list[int]] = [[] for _ in range(count)]
    for a, b in lines:
        before[b].append(a)
        after[a].append(b)
    return before, after


def _order(columns: list[list[int]], neighbours: Neighbours) -> None:
    """Order each layer by the mean place of its neighbours, to and fro; the best order stays."""
    before, after = neighbours
    place: dict[int, float] = {}
    for column in columns:
        place.update((node, index) for index, node in enumerate(column))
    best, fewest = [list(column) for column in columns], _crossings(columns, before, place)
    for sweep in range(ORDER_SWEEPS):
        if not fewest:
            break
        there = sweep % 2 == 0
        for column in columns if there else reversed(columns):
            _sort(column, before if there else after, place)
        crossings = _crossings(columns, before, place)
        if crossings < fewest:
            best, fewest = [list(column) for column in columns], crossings
    columns[:] = best


def _sort(column: list[int], beside: list[list[int]], place: dict[int, float]) -> None:
    def middle(node: int) -> float:
        found = [place[other] for other in beside[node]]
        return sum(found) / len(found) if found else place[node]

    column.sort(key=middle)
    place.update((node, index) for index, node in enumerate(column))


def _crossings(
    columns: Sequence[Sequence[int]], before: list[list[int]], place: Mapping[int, float]
) -> int:
    """How many pairs of lines cross, by counting inversions (W. Barth, P. Mutzel, M. Jünger)."""
    total = 0
    for column in columns[1:]:
        ends = [at for node in column for at in sorted(int(place[x]) for x in before[node])]
        size = max(ends, default=0) + 2
        tree = [0] * (size + 1)
        for seen, end in enumerate(ends):
            at, smaller = end + 1, 0
            while at:
                smaller += tree[at]
                at &= at - 1
            total += seen - smaller
            at = end + 1
            while at <= size:
                tree[at] += 1
                at += at & -at
    return total


def _middles(
    columns: Sequence[Sequence[int]],
    neighbours: Neighbours,
    sizes: Sequence[float],
    spacing: Spacing,
) -> list[float]:
    """The height at which the middle of each node is: as near to its neighbours' as fits."""
    before, after = neighbours
    middles = [0.0] * len(sizes)
    for column in columns:
        wanted = [0.0] * len(column)
        _place(column, wanted, middles, sizes, spacing)
    for sweep in range(HEIGHT_SWEEPS):
        there = sweep % 2 == 0
        for column in columns if there else reversed(columns):
            beside = before if there else after
            wanted = [_mean(middles, beside[node] or [node]) for node in column]
            _place(column, wanted, middles, sizes, spacing)
    return middles


def _mean(values: Sequence[float], which: Sequence[int]) -> float:
    return sum(values[index] for index in which) / len(which)


def _place(
    column: Sequence[int],
    wanted: Sequence[float],
    middles: list[float],
    sizes: Sequence[float],
    spacing: Spacing,
) -> None:
    """Nearest to what is wanted (least squares) without overlaps: pool adjacent violators."""
    offsets, total = [], 0.0
    for index, node in enumerate(column):
        if index:
            total += (sizes[column[index - 1]] + sizes[node]) / 2 + spacing.between
        offsets.append(total)
    blocks: list[tuple[float, int]] = []  # the mean of what a block wants, and its length
    for value, offset in zip(wanted, offsets, strict=True):
        mean, length = value - offset, 1
        while blocks and blocks[-1][0] > mean:
            other, number = blocks.pop()
            mean = (mean * length + other * number) / (length + number)
            length += number
        blocks.append((mean, length))
    means = [mean for mean, length in blocks for _ in range(length)]
    for node, mean, offset in zip(column, means, offsets, strict=True):
        middles[node] = mean + offset


def _finished(
    count: int,
    edges: Sequence[Pair],
    chains: Sequence[Sequence[int]],
    layers: Sequence[int],
    middles: Sequence[float],
    sizes: Sequence[float],
    spacing: Spacing,
) -> GraphLayout:
    step = spacing.width + spacing.across
    top = min((middles[i] - sizes[i] / 2 for i in range(len(sizes))), default=0.0)
    bottom = max((middles[i] + sizes[i] / 2 for i in range(len(sizes))), default=0.0)
    places = tuple((layers[i] * step, middles[i] - sizes[i] / 2 - top) for i in range(count))
    routes = []
    for (source, target), chain in zip(edges, chains, strict=True):
        turned = chain[0] != source
        inner = [
            (x, middles[bend] - top)
            for nth, bend in enumerate(chain[1:-1], 1)
            for x in _passing((layers[chain[0]] + nth) * step, spacing.width)
        ]
        start = (layers[source] * step + spacing.width, middles[source] - top)
        end = (layers[target] * step, middles[target] - top)
        routes.append((start, *(reversed(inner) if turned else inner), end))
    width = max(layers, default=0) * step + spacing.width
    whole = math.isfinite(bottom - top)
    return GraphLayout(places, tuple(routes), tuple(layers), width, bottom - top if whole else 0.0)


def _passing(left: float, width: float) -> tuple[float, float]:
    """Where an edge enters and leaves a layer that it passes."""
    return left, left + width
