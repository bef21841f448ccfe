"""A process graph as a person gives it: read from text, unwrapped, checked offline, with places.

The checks need no server: every node has a process and arguments, exactly one result node per
graph, `from_node` targets exist, no cycles. Sub-graphs are checked too.
Source: openEO API 1.2, «Process graphs».
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Any

from openeo_desktop.core.errors import ProcessInputError
from openeo_desktop.core.json_values import as_dict, as_text

MAX_TEXT_BYTES = 16_000_000


@dataclass(frozen=True, slots=True)
class ProcessDraft:
    """A process ready to be sent: `process` holds at least `process_graph`."""

    process: Mapping[str, Any]
    title: str = ""
    description: str = ""

    @property
    def graph(self) -> Mapping[str, Any]:
        return as_dict(self.process.get("process_graph"))


@dataclass(frozen=True, slots=True)
class GraphProblem:
    """Something wrong in a graph. `node` is the id of the node, empty if it is the whole graph."""

    message: str
    node: str = ""
    code: str = ""


def read_process(text: str) -> ProcessDraft:
    """Read a job, a process, or a bare process graph from JSON text.

    Raises:
        ProcessInputError: Not JSON (with line and column), or no process graph in it.
    """
    return unwrap_process(parse_json(text))


def parse_json(text: str) -> Any:
    """JSON with a place for every mistake.

    Raises:
        ProcessInputError: With 1-based line and column.
    """
    if len(text) > MAX_TEXT_BYTES:
        raise ProcessInputError(
            "This text is too large for a process graph (over 16 MB).",
            "Check that it is the right file.",
        )
    if not text.strip():
        raise ProcessInputError("There is no text.", "Give a process graph as JSON.")
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ProcessInputError(
            f"This is not valid JSON: {error.msg}.",
            f"Mend the text at line {error.lineno}, column {error.colno}.",
            line=error.lineno,
            column=error.colno,
        ) from None
    except (RecursionError, ValueError) as error:
        raise ProcessInputError(
            f"This JSON cannot be read: {error}.", "Check that it is the right file."
        ) from None


def unwrap_process(raw: Any) -> ProcessDraft:
    """Find the process in a job, a process object or a bare graph.

    Raises:
        ProcessInputError: No process graph in it.
    """
    outer = as_dict(raw)
    bare = _looks_like_graph(outer)  # a node of a bare graph may be called "process"
    process = outer if bare else as_dict(outer.get("process")) or outer
    graph = process.get("process_graph")
    if graph is None and _looks_like_graph(process):
        process, graph = {"process_graph": process}, process
    if not isinstance(graph, dict) or not graph:
        raise ProcessInputError(
            "This JSON holds no process graph.",
            'Expected is an object with "process_graph", or the nodes of a graph themselves.',
        )
    title = as_text(outer.get("title"))
    description = as_text(outer.get("description"))
    sent = {key: value for key, value in process.items() if key != "title"}
    return ProcessDraft(process=sent, title=title, description=description)


def _looks_like_graph(raw: Mapping[str, Any]) -> bool:
    """Nodes only; one that lacks its process is a problem to be shown at its place."""
    nodes = [value for value in raw.values() if isinstance(value, dict)]
    return len(nodes) == len(raw) and any("process_id" in node for node in nodes)


def check_graph(graph: Mapping[str, Any]) -> list[GraphProblem]:
    """Every problem that shows without a server, sub-graphs included."""
    try:
        return _problems(graph)
    except RecursionError:
        return [GraphProblem("The arguments are nested too deeply.", code="ProcessGraphInvalid")]


def _problems(graph: Mapping[str, Any], where: str = "") -> list[GraphProblem]:
    problems = list(_check_nodes(graph))
    results = [name for name, node in graph.items() if as_dict(node).get("result") is True]
    if len(results) != 1:
        count = "No node is" if not results else f"{len(results)} nodes are"
        problems.append(
            GraphProblem(
                f'{count} marked as the result{where}; exactly one needs "result": true.',
                node=results[1] if results else "",
                code="ProcessGraphInvalid",
            )
        )
    cycle = _find_cycle(graph)
    if cycle:
        problems.append(
            GraphProblem(f"The nodes {' → '.join(cycle)} wait for each other.", node=cycle[0])
        )
    return problems


def _check_nodes(graph: Mapping[str, Any]) -> Iterator[GraphProblem]:
    for name, raw in graph.items():
        node = as_dict(raw)
        if not as_text(node.get("process_id")):
            yield GraphProblem(f'Node "{name}" has no "process_id".', node=name)
        if not isinstance(node.get("arguments"), dict):
            yield GraphProblem(f'Node "{name}" has no "arguments".', node=name)
            continue
        for target in references(node["arguments"]):
            if target not in graph:
                text = f'Node "{name}" takes its data from "{target}", which does not exist.'
                yield GraphProblem(text, node=name, code="ProcessGraphInvalid")
        for child in sub_graphs(node["arguments"]):
            yield from _problems(child, f' in the sub-graph of "{name}"')


def references(value: Any) -> Iterator[str]:
    """Ids named by `from_node` in arguments, not within sub-graphs."""
    if isinstance(value, dict):
        if isinstance(value.get("from_node"), str):
            yield value["from_node"]
        elif "process_graph" not in value:
            for item in value.values():
                yield from references(item)
    elif isinstance(value, list):
        for item in value:
            yield from references(item)


def sub_graphs(value: Any) -> Iterator[Mapping[str, Any]]:
    """Graphs given as arguments (reducers, callbacks), one level down."""
    if isinstance(value, dict):
        if isinstance(value.get("process_graph"), dict):
            yield value["process_graph"]
        else:
            for item in value.values():
                yield from sub_graphs(item)
    elif isinstance(value, list):
        for item in value:
            yield from sub_graphs(item)


def _find_cycle(graph: Mapping[str, Any]) -> list[str]:
    """The ids around one cycle, the first one again at the end; linear in the graph's size."""
    needs = {
        name: [target for target in references(as_dict(node).get("arguments")) if target in graph]
        for name, node in graph.items()
    }
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def find_node(text: str, node: str) -> tuple[int, int]:
    """1-based line and column of a node's key in the JSON text, (0, 0) if it is not there."""
    if not node:
        return 0, 0
    match = re.search(re.escape(json.dumps(node)) + r"\s*:\s*\{", text)
    if match is None:
        return 0, 0
    line = text.count("\n", 0, match.start()) + 1
    return line, match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1


def node_in_message(message: str, graph: Mapping[str, Any]) -> str:
    """The node a server's validation message speaks of: a quoted id that is in the graph."""
    for quoted in re.findall(r"[\"'`«]([^\"'`»]{1,200})[\"'`»]", message):
        if quoted in graph:
            return str(quoted)
    words = set(re.findall(r"[\w\-]+", message))
    return next((name for name in graph if name in words), "")
