"""A process graph as nodes and edges, ready to be laid out; read with caution, it is a server's.

Wrong types, missing references, cycles and endless nesting end as values here (`problem`, `cycle`),
never as exceptions. No words for a person, no positions.
Source: openEO API 1.2, «Process graphs».
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Any, NewType

from openeo_desktop.core.json_values import as_dict, as_dicts, as_text

NodeId = NewType("NodeId", str)

MAX_DRAWN = 3000
"""More nodes than this nobody reads from a drawing."""
MAX_DEPTH = 60
"""Arguments and sub-graphs nested deeper than this are not followed."""
MAX_CHILDREN = 50
MAX_STEPS = 200_000
MAX_NAMES = 1000


@dataclass(frozen=True, slots=True)
class ChildGraph:
    """A process given as an argument (reducer, callback). `name` is the argument's path."""

    name: str
    graph: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class GraphNode:
    """One node. `missing`: ids it takes data from that are not in the graph."""

    id: NodeId
    process_id: str
    namespace: str
    description: str
    arguments: Mapping[str, Any]
    is_result: bool
    children: tuple[ChildGraph, ...]
    missing: tuple[str, ...]
    raw: Any


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """Data goes from `source` to `argument` of `target`."""

    source: NodeId
    target: NodeId
    argument: str


@dataclass(frozen=True, slots=True)
class GraphModel:
    """All nodes in the order of the document, and the edges between them, each pair once."""

    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]


def read_graph(graph: Mapping[str, Any]) -> GraphModel:
    """Read one graph; sub-graphs stay with their nodes."""
    nodes, edges = [], []
    for name, raw in graph.items():
        targets = dict(_references(as_dict(as_dict(raw).get("arguments"))))
        known = [target for target in targets if target in graph]
        missing = tuple(target for target in targets if target not in graph)
        node_id = NodeId(name)
        nodes.append(_read_node(node_id, raw, missing))
        edges += [GraphEdge(NodeId(source), node_id, targets[source]) for source in known]
    return GraphModel(tuple(nodes), tuple(edges))


def names_within(node: GraphNode, most: int = MAX_NAMES) -> tuple[str, ...]:
    """The ids and process ids in the processes that a node carries, at any depth.

    Args:
        most: So many names at most; a document of a server may hold any number.
    """
    names: list[str] = []
    waiting = [child.graph for child in node.children]
    while waiting and len(names) < most:
        inner = read_graph(waiting.pop(0))
        names += [name for one in inner.nodes for name in (one.id, one.process_id) if name]
        waiting += [child.graph for one in inner.nodes for child in one.children]
    return tuple(names[:most])


def _read_node(node_id: NodeId, raw: Any, missing: tuple[str, ...]) -> GraphNode:
    node = as_dict(raw)
    arguments = as_dict(node.get("arguments"))
    return GraphNode(
        id=node_id,
        process_id=as_text(node.get("process_id")),
        namespace=as_text(node.get("namespace")),
        description=as_text(node.get("description")),
        arguments=arguments,
        is_result=node.get("result") is True,
        children=tuple(_children(arguments)),
        missing=missing,
        raw=raw,
    )


def _walk(arguments: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object within arguments with its path, depth first, not into sub-graphs.

    Iterative and bounded: a hostile document may be nested as deeply as the reader of JSON allows.
    """
    stack: list[tuple[str, Any, int]] = [(key, item, 0) for key, item in arguments.items()]
    stack.reverse()
    for _step in range(MAX_STEPS):
        if not stack:
            return
        path, value, depth = stack.pop()
        inner: list[tuple[str, Any]] = []
        if isinstance(value, dict):
            yield path, value
            if "process_graph" not in value and "from_node" not in value:
                inner = [(f"{path}.{key}", item) for key, item in value.items()]
        elif isinstance(value, list):
            inner = [(path, item) for item in value if isinstance(item, dict | list)]
        if depth < MAX_DEPTH:
            stack += [(name, item, depth + 1) for name, item in reversed(inner)]


def _references(arguments: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for path, value in _walk(arguments):
        source = value.get("from_node")
        if isinstance(source, str):
            yield source, path


def _children(arguments: Mapping[str, Any]) -> Iterator[ChildGraph]:
    count = 0
    for path, value in _walk(arguments):
        graph = value.get("process_graph")
        if isinstance(graph, dict) and graph and count < MAX_CHILDREN:
            count += 1
            yield ChildGraph(path, graph)


@dataclass(frozen=True, slots=True)
class Step:
    """One step into a graph: the node, and which of its sub-graphs (empty for the last step)."""

    node: NodeId
    child: str = ""


def node_ids_of(path: object) -> tuple[str, ...]:
    """The node ids in the `path` of a log entry, outermost first.

    `path` may be the array of openEO API 1.2 («path» of a log entry: innermost first, objects with
    `node_id`), a list of ids innermost first, or one id.
    """
    if isinstance(path, str):
        return (path,) if path else ()
    if not isinstance(path, Sequence):
        return ()
    ids = [as_text(item.get("node_id")) for item in as_dicts(list(path))]
    ids = ids or [item for item in path if isinstance(item, str)]
    return tuple(reversed([name for name in ids if name]))


def find_path(graph: Mapping[str, Any], ids: Sequence[str]) -> tuple[Step, ...]:
    """The steps to the node that `ids` (outermost first) lead to; empty if it is not there.

    Back-ends tell whole paths, the last node alone, or leave steps out: the first place (breadth
    first) where the last node is found, and as many of the outer ones as can be, wins.
    """
    if not ids:
        return ()
    best: tuple[int, tuple[Step, ...]] = (-1, ())
    queue: list[tuple[Mapping[str, Any], tuple[Step, ...]]] = [(graph, ())]
    for looked in range(MAX_DRAWN):
        if looked >= len(queue):
            break
        inner, steps = queue[looked]
        if ids[-1] in inner:
            score = sum(step.node in ids[:-1] for step in steps)
            if score > best[0]:
                best = (score, (*steps, Step(NodeId(ids[-1]))))
        if len(steps) < MAX_DEPTH:
            for name, raw in inner.items():
                inside = _children(as_dict(as_dict(raw).get("arguments")))
                step = NodeId(name)
                queue.extend((child.graph, (*steps, Step(step, child.name))) for child in inside)
    return best[1]


def cycle_of(model: GraphModel) -> tuple[NodeId, ...]:
    """The ids around one cycle, the first one again at the end; empty without one."""
    needs: dict[NodeId, list[NodeId]] = {node.id: [] for node in model.nodes}
    for edge in model.edges:
        needs[edge.target].append(edge.source)
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        return tuple(error.args[1])
    return ()
