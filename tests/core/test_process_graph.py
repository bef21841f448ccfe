"""Process graphs as people give them: found, checked, with the place of a mistake."""

from __future__ import annotations

import json
from typing import Any

import pytest

from openeo_desktop.core.errors import ProcessInputError
from openeo_desktop.core.process_graph import check_graph, find_node, node_in_message, read_process


def _node(*sources: str, result: bool = False) -> dict[str, Any]:
    arguments = {f"x{n}": {"from_node": source} for n, source in enumerate(sources)}
    return {"process_id": "p", "arguments": arguments} | ({"result": True} if result else {})


@pytest.mark.parametrize(
    "wrap",
    [
        lambda graph: graph,
        lambda graph: {"process_graph": graph},
        lambda graph: {"process": {"process_graph": graph}, "title": "T"},
        lambda graph: {"id": "udp", "process_graph": graph, "parameters": []},
    ],
)
def test_graph_is_found_in_every_wrapping(wrap: Any) -> None:
    graph = {"process": _node(result=True)}  # a node may have that name
    assert read_process(json.dumps(wrap(graph))).graph == graph


def test_place_of_a_json_mistake() -> None:
    with pytest.raises(ProcessInputError) as caught:
        read_process('{\n "a": 1,\n oops}')
    assert (caught.value.line, caught.value.column) == (3, 2)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("text", ["", "  ", "[]", "5", "{}", '{"a": 1}', "[" * 200_000, "1" * 9999])
def test_text_without_a_graph_is_told_in_words(text: str) -> None:
    with pytest.raises(ProcessInputError):
        read_process(text)


def test_good_graph_has_no_problems() -> None:
    inner = {"process_graph": {"m": _node(result=True)}}
    graph = {"a": _node(), "b": _node("a", result=True)}
    graph["b"]["arguments"]["reducer"] = inner
    assert check_graph(graph) == []


def test_every_problem_is_told_at_its_node() -> None:
    graph = {"a": {"arguments": {}}, "b": {"process_id": "p"}, "c": _node("nowhere")}
    problems = check_graph(graph)
    assert [problem.node for problem in problems] == ["a", "b", "c", ""]
    assert "nowhere" in problems[2].message


def test_result_nodes_are_counted_in_sub_graphs_too() -> None:
    graph = {"a": _node(result=True)}
    graph["a"]["arguments"]["reducer"] = {"process_graph": {"m": _node()}}
    (problem,) = check_graph(graph)
    assert 'sub-graph of "a"' in problem.message


def test_cycle_names_its_nodes_alone() -> None:
    graph = {"c": _node("b", result=True), "a": _node("b"), "b": _node("a")}
    (problem,) = check_graph(graph)
    assert "c" not in problem.message.split()
    assert problem.node in ("a", "b")


def test_self_reference_is_a_cycle() -> None:
    (problem,) = check_graph({"a": _node("a", result=True)})
    assert problem.node == "a"


def test_arguments_nested_without_end_are_told() -> None:
    deep: Any = {}
    for _ in range(50_000):
        deep = [deep]
    (problem,) = check_graph({"a": {"process_id": "p", "arguments": {"x": deep}, "result": True}})
    assert "deep" in problem.message
    while deep:
        deep = deep.pop()


def test_node_is_found_in_text_and_messages() -> None:
    text = '{\n  "load 1": {"process_id": "x"}\n}'
    assert find_node(text, "load 1") == (2, 3)
    assert find_node(text, "other") == (0, 0)
    assert node_in_message("Node 'load 1': unknown", {"load 1": {}}) == "load 1"
    assert node_in_message("load1 misses a parameter", {"load1": {}}) == "load1"
    assert node_in_message("no node at all", {"load1": {}}) == ""
