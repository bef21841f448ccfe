"""The layout of graphs: nothing overlaps, edges go to the right, every graph comes to an end."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from openeo_desktop.core.graph_layout import MAX_BENDS, GraphLayout, Pair, Spacing, lay_out

SPACING = Spacing()


def _graphs() -> st.SearchStrategy[tuple[int, list[Pair]]]:
    """Any graph: cycles, loops and double edges too."""
    return st.integers(1, 14).flatmap(
        lambda count: st.tuples(
            st.just(count),
            st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=40),
        )
    )


def _overlaps(layout: GraphLayout, heights: list[float]) -> list[tuple[int, int]]:
    return [
        (a, b)
        for a, b in itertools.combinations(range(len(heights)), 2)
        if layout.layers[a] == layout.layers[b]
        and layout.places[a][1] < layout.places[b][1] + heights[b]
        and layout.places[b][1] < layout.places[a][1] + heights[a]
    ]


@given(_graphs(), st.data())
def test_no_card_lies_on_another_and_all_are_within_the_size(
    graph: tuple[int, list[Pair]], data: st.DataObject
) -> None:
    count, edges = graph
    heights = data.draw(st.lists(st.floats(10, 200), min_size=count, max_size=count))
    layout = lay_out(heights, edges)
    assert not _overlaps(layout, heights)
    assert len(layout.routes) == len(edges)
    for (x, y), height in zip(layout.places, heights, strict=True):
        assert -0.001 <= y <= layout.height - height + 0.001
        assert 0 <= x <= layout.width - SPACING.width


@given(_graphs())
def test_edges_without_a_cycle_lead_to_the_right(graph: tuple[int, list[Pair]]) -> None:
    count, edges = graph
    forward = [(a, b) for a, b in edges if a < b]
    layout = lay_out([50.0] * count, forward)
    assert all(layout.layers[a] < layout.layers[b] for a, b in forward)
    for (source, target), route in zip(forward, layout.routes, strict=True):
        assert route[0][0] == layout.places[source][0] + SPACING.width
        assert route[-1][0] == layout.places[target][0]
        assert list(route) == sorted(route, key=lambda point: point[0])


def test_lines_that_can_go_without_crossing_do() -> None:
    """Two parallel chains, given in an order in which they would cross."""
    layout = lay_out([40.0] * 4, [(0, 3), (1, 2)])
    assert (layout.places[0][1] < layout.places[1][1]) == (
        layout.places[3][1] < layout.places[2][1]
    )


def test_a_chain_is_straight() -> None:
    heights = [40.0, 90.0, 60.0]
    layout = lay_out(heights, [(0, 1), (1, 2)])
    middles = {place[1] + height / 2 for place, height in zip(layout.places, heights, strict=True)}
    assert max(middles) - min(middles) < 0.001


def test_a_source_stands_beside_the_node_that_uses_it() -> None:
    layout = lay_out([40.0] * 4, [(0, 1), (1, 2), (3, 2)])
    assert layout.layers == (0, 1, 2, 1)


def test_very_many_long_edges_go_straight() -> None:
    count = 400
    chain = [(n, n + 1) for n in range(count - 1)]
    far = [(0, n) for n in range(2, count)]
    assert sum(b - a - 1 for a, b in far) > MAX_BENDS
    layout = lay_out([40.0] * count, chain + far)
    assert {len(route) for route in layout.routes} == {2}


def test_nothing_has_no_size() -> None:
    assert lay_out([], []).height == 0.0
