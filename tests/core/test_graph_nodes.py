"""Process graphs as nodes and edges: what a good one gives, and what a hostile one cannot break."""

from __future__ import annotations

from typing import Any

import pytest

from openeo_desktop.core.graph_nodes import (
    MAX_CHILDREN,
    NodeId,
    Step,
    cycle_of,
    find_path,
    node_ids_of,
    read_graph,
)

REDUCER: dict[str, Any] = {
    "red": {"process_id": "array_element", "arguments": {"data": {"from_parameter": "data"}}},
    "mean": {"process_id": "mean", "arguments": {"data": {"from_node": "red"}}, "result": True},
}
GRAPH: dict[str, Any] = {
    "load": {"process_id": "load_collection", "arguments": {"id": "S2"}},
    "reduce": {
        "process_id": "reduce_dimension",
        "arguments": {"data": {"from_node": "load"}, "reducer": {"process_graph": REDUCER}},
    },
    "merge": {
        "process_id": "merge_cubes",
        "arguments": {"cubes": [{"from_node": "load"}, {"in": {"from_node": "reduce"}}]},
        "result": True,
    },
}


def _named(node: str, child: str = "") -> Step:
    return Step(NodeId(node), child)


def test_edges_come_from_references_at_any_depth_of_the_arguments() -> None:
    model = read_graph(GRAPH)
    edges = {(edge.source, edge.target, edge.argument) for edge in model.edges}
    assert edges == {
        ("load", "reduce", "data"),
        ("load", "merge", "cubes"),
        ("reduce", "merge", "cubes.in"),
    }
    assert [node.id for node in model.nodes if node.is_result] == ["merge"]


def test_a_sub_graph_is_a_child_and_its_references_stay_inside() -> None:
    node = read_graph(GRAPH).nodes[1]
    assert [(child.name, child.graph) for child in node.children] == [("reducer", REDUCER)]
    assert node.missing == ()


def test_what_is_missing_is_named_and_makes_no_edge() -> None:
    model = read_graph({"a": {"process_id": "x", "arguments": {"data": {"from_node": "gone"}}}})
    assert model.nodes[0].missing == ("gone",)
    assert model.edges == ()


@pytest.mark.parametrize("node", [None, 3, "text", [], {}, {"process_id": 7, "arguments": [1]}])
def test_a_node_of_a_wrong_type_is_a_node_all_the_same(node: object) -> None:
    (read,) = read_graph({"a": node}).nodes
    assert (read.id, read.raw, read.children) == ("a", node, ())


def test_a_cycle_is_found() -> None:
    graph = {
        name: {"process_id": "x", "arguments": {"data": {"from_node": other}}}
        for name, other in (("a", "b"), ("b", "c"), ("c", "a"))
    }
    cycle = cycle_of(read_graph(graph))
    assert cycle[0] == cycle[-1]
    assert set(cycle) == {"a", "b", "c"}
    assert cycle_of(read_graph(GRAPH)) == ()


def test_endless_nesting_ends() -> None:
    deep: Any = {"from_node": "a"}
    for _ in range(5000):
        deep = {"x": [deep]}
    many = [{"process_graph": {"n": {}}} for _ in range(MAX_CHILDREN * 3)]
    model = read_graph({"a": {"arguments": {"deep": deep, "many": many}}})
    assert len(model.nodes[0].children) == MAX_CHILDREN
    assert model.edges == ()


def test_a_path_of_the_log_is_read_outermost_first() -> None:
    path = [{"node_id": "mean", "process_id": "mean"}, {"node_id": "reduce"}]
    assert node_ids_of(path) == ("reduce", "mean")
    assert node_ids_of(["mean", "reduce"]) == ("reduce", "mean")
    assert node_ids_of("load") == ("load",)
    assert node_ids_of(None) == node_ids_of([{"node_id": None}, 3]) == node_ids_of(7) == ()


def test_a_node_is_found_by_its_path_or_by_itself() -> None:
    steps = (_named("reduce", "reducer"), _named("mean"))
    assert find_path(GRAPH, ("reduce", "mean")) == steps
    assert find_path(GRAPH, ("mean",)) == steps
    assert find_path(GRAPH, ("merge",)) == (_named("merge"),)
    assert find_path(GRAPH, ("nowhere",)) == find_path(GRAPH, ()) == ()


def test_of_two_nodes_with_one_id_the_one_within_the_named_node_is_meant() -> None:
    twice = dict.fromkeys(("first", "second"), GRAPH["reduce"])
    assert find_path(twice, ("second", "mean"))[0] == _named("second", "reducer")
    assert find_path(twice, ("first", "mean"))[0] == _named("first", "reducer")
