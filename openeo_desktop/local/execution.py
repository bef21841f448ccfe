"""Runs a process graph with openeo-processes-dask and tells of every step.

What the single processes do is the library's affair, except for load_collection and save_result.
"""

from __future__ import annotations

import copy
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from openeo_pg_parser_networkx.graph import OpenEOProcessGraph
from openeo_processes_dask_slim.process_implementations.core import process

from openeo_desktop.local import out_of_memory
from openeo_desktop.local.job_context import JobContext
from openeo_desktop.local.out_of_memory import ran_out_of_memory
from openeo_desktop.local.validation import sources_of

_NODES_FROM, _NODES_TO = 10.0, 50.0


@dataclass(frozen=True, slots=True)
class _Implementation:
    implementation: Callable[..., Any]


class _Registry:
    """What the parser looks processes up in; `told` wraps those of one node of the main graph."""

    def __init__(self, functions: dict[str, Callable[..., Any]]) -> None:
        self._functions = {name: process(function) for name, function in functions.items()}

    def __getitem__(self, process_id: str) -> _Implementation:
        return _Implementation(self._functions[process_id])


class _ToldRegistry(_Registry):
    def __init__(self, plain: _Registry, node_id: str, teller: Teller) -> None:
        self.plain = plain
        self._node_id = node_id
        self._teller = teller

    def __getitem__(self, process_id: str) -> _Implementation:
        function = self.plain[process_id].implementation
        return _Implementation(self._teller.told(self._node_id, process_id, function))


class NodeFailedError(Exception):
    """A node of the main graph failed; the cause is in `__cause__` and is logged already."""


class Teller:
    """Logs the beginning, the end and the failure of the nodes of the main graph."""

    def __init__(self, context: JobContext, node_count: int) -> None:
        """Count the progress of `node_count` nodes."""
        self._context = context
        self._count = node_count
        self._done = 0

    def told(
        self, node_id: str, process_id: str, function: Callable[..., Any]
    ) -> Callable[..., Any]:
        """The function of a node, with its log entries around it."""
        path = [{"node_id": node_id, "process_id": process_id}]

        def run(*arguments: Any, **named: Any) -> Any:
            self._context.log("debug", f"Started {process_id} ({node_id})", path=path)
            begun = time.monotonic()
            try:
                result = function(*arguments, **named)
            except Exception as error:
                self._tell_failure(process_id, path, error)
                raise NodeFailedError from error
            self._tell_end(process_id, path, time.monotonic() - begun, result)
            return result

        return run

    def _tell_end(
        self, process_id: str, path: list[dict[str, str]], seconds: float, result: Any
    ) -> None:
        self._done += 1
        share = min(1.0, self._done / self._count)
        self._context.progress(_NODES_FROM + share * (_NODES_TO - _NODES_FROM))
        sizes = getattr(result, "sizes", None)
        shape = ", ".join(f"{name} {size}" for name, size in sizes.items()) if sizes else ""
        text = f"Finished {process_id} ({path[0]['node_id']})" + (f": {shape}" if shape else "")
        self._context.log("info", text, path=path, usage=_duration(seconds))

    def _tell_failure(self, process_id: str, path: list[dict[str, str]], error: Exception) -> None:
        code = getattr(error, "code", None) or type(error).__name__
        text = str(error) or type(error).__name__
        if ran_out_of_memory(error):
            text = out_of_memory.TEXT
        elif near := out_of_memory.near_the_limit():
            text = f"{text}. {near}"
        message = f"Process {process_id} failed in node '{path[0]['node_id']}': {text}"
        self._context.log("error", message, code=str(code), path=path)


def _duration(seconds: float) -> dict[str, Any]:
    return {"duration": {"value": round(seconds, 3), "unit": "seconds"}}


class _ToldGraph(OpenEOProcessGraph):  # type: ignore[misc]
    """A process graph that hands each node of the main graph a registry of its own."""

    teller: Teller
    result_id: str

    def _map_node_to_callable(
        self, node: str, process_registry: _Registry, *others: Any, **named: Any
    ) -> Callable[..., Any]:
        plain = getattr(process_registry, "plain", process_registry)
        facts = self.G.nodes[node]
        if facts["process_graph_uid"] == self.uid:  # not a node of a callback
            # The parser renames the result node to "root".
            node_id = self.result_id if facts["result"] else facts["node_name"]
            plain = _ToldRegistry(plain, node_id, self.teller)
        mapped: Callable[..., Any] = super()._map_node_to_callable(node, plain, *others, **named)
        return mapped


def run_graph(
    graph: dict[str, Any], functions: dict[str, Callable[..., Any]], context: JobContext
) -> Any:
    """Run all branches of a valid graph; returns the value of the result node.

    Raises NodeFailedError; the log has the cause.
    """
    registry = _Registry(functions)
    teller = Teller(context, len(graph))
    result = None
    for end in _ends(graph):
        branch = copy.deepcopy(graph)
        for node_id, node in branch.items():
            node["result"] = node_id == end
        parsed = _ToldGraph({"process_graph": branch})
        parsed.teller, parsed.result_id = teller, end
        value = parsed.to_callable(registry)()
        result = value if graph[end].get("result") else result
    return result


def _ends(graph: dict[str, Any]) -> list[str]:
    """The result node, and before it the nodes that nothing refers to (other save_result)."""
    used = {source for node_id in graph for source in sources_of(graph, node_id)}
    result = next(node_id for node_id, node in graph.items() if node.get("result"))
    others = [node_id for node_id in graph if node_id not in used and node_id != result]
    return [*others, result]
