"""Checks of a process graph without running it (`POST /validation`); collects every error.

Rules: openEO API 1.2, «Process Graphs» and «Validation». Works on specifications only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from openeo_desktop.local.errors import message_of
from openeo_desktop.local.formats import find_format, format_names

_JSON_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One error of a process graph; `node` is the path of node ids, outermost first."""

    code: str
    message: str
    node: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The error object of the API; the message names the node."""
        place = " > ".join(self.node)
        return {
            "code": self.code,
            "message": f"Node '{place}': {self.message}" if place else self.message,
        }


@dataclass(frozen=True, slots=True)
class Validator:
    """Checks graphs against the processes and collections of this back-end."""

    specs: dict[str, dict[str, Any]]
    has_collection: Callable[[str], bool]

    def check(self, graph: object) -> list[Problem]:
        """All problems of a process graph; none means that it may be run."""
        if not isinstance(graph, dict) or not graph:
            return [Problem("ProcessGraphMissing", message_of("ProcessGraphMissing"))]
        return list(self._check_graph(graph, ()))

    def _check_graph(self, graph: dict[str, Any], outer: tuple[str, ...]) -> Iterator[Problem]:
        for node_id, node in graph.items():
            yield from self._check_node(node, (*outer, node_id))
        yield from _check_results(graph, outer)
        yield from _check_references(graph, outer)
        yield from _check_cycles(graph, outer)

    def _check_node(self, node: object, path: tuple[str, ...]) -> Iterator[Problem]:
        if not isinstance(node, dict) or not isinstance(node.get("process_id"), str):
            yield _invalid("it must be an object with a process_id", path)
            return
        arguments = node.get("arguments")
        if not isinstance(arguments, dict):
            yield _invalid("it must have arguments (an object, which may be empty)", path)
            return
        process_id, namespace = node["process_id"], node.get("namespace")
        spec = self.specs.get(process_id) if namespace in (None, "backend") else None
        if spec is None:
            where = namespace or "backend"
            text = message_of("ProcessUnsupported", process=process_id, namespace=where)
            yield Problem("ProcessUnsupported", text, path)
        else:
            yield from _check_arguments(spec, arguments, path)
            yield from self._check_names(process_id, arguments, path)
        for child in _callbacks(arguments):
            yield from self._check_graph(child, path)

    def _check_names(
        self, process_id: str, arguments: dict[str, Any], path: tuple[str, ...]
    ) -> Iterator[Problem]:
        """Names that only this back-end can judge: collections and file formats."""
        name = arguments.get("id" if process_id == "load_collection" else "format")
        if not isinstance(name, str):
            return
        if process_id == "load_collection" and not self.has_collection(name):
            text = message_of("CollectionNotFound", identifier=name)
            yield Problem("CollectionNotFound", text, path)
        if process_id == "save_result" and find_format(name) is None:
            text = message_of("FormatUnsupported", format=name, formats=format_names())
            yield Problem("FormatUnsupported", text, path)


def _invalid(reason: str, path: tuple[str, ...]) -> Problem:
    return Problem("ProcessGraphInvalid", message_of("ProcessGraphInvalid", reason=reason), path)


def _check_arguments(
    spec: dict[str, Any], arguments: dict[str, Any], path: tuple[str, ...]
) -> Iterator[Problem]:
    process = spec["id"]
    parameters = {parameter["name"]: parameter for parameter in spec.get("parameters", [])}
    for name, parameter in parameters.items():
        if name not in arguments:
            if not parameter.get("optional", False):
                text = message_of("ProcessParameterRequired", process=process, parameter=name)
                yield Problem("ProcessParameterRequired", text, path)
        elif not _type_fits(arguments[name], parameter.get("schema", {})):
            reason = f"it must be of type {_type_names(parameter['schema'])}"
            text = message_of(
                "ProcessParameterInvalid", process=process, parameter=name, reason=reason
            )
            yield Problem("ProcessParameterInvalid", text, path)
    for name in arguments.keys() - parameters.keys():
        text = message_of("ProcessParameterUnsupported", process=process, parameter=name)
        yield Problem("ProcessParameterUnsupported", text, path)


def _allowed_types(schema: object) -> set[str]:
    """JSON types that a parameter schema names; empty means any."""
    options = schema if isinstance(schema, list) else [schema]
    names: set[str] = set()
    for option in options:
        types = option.get("type") if isinstance(option, dict) else None
        if types is None:
            return set()
        names.update(types if isinstance(types, list) else [types])
    return names


def _type_names(schema: object) -> str:
    return " or ".join(sorted(_allowed_types(schema)))


def _type_fits(value: object, schema: object) -> bool:
    if isinstance(value, dict) and value.keys() & {"from_node", "from_parameter", "process_graph"}:
        return True  # known only when it runs
    allowed = _allowed_types(schema)
    if isinstance(value, bool) and allowed:
        return "boolean" in allowed
    types = tuple(kind for name in allowed for kind in _JSON_TYPES.get(name, (object,)))
    return not types or isinstance(value, types)


def _callbacks(arguments: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The process graphs in arguments; `properties` of load_collection has them a level deeper."""
    for value in arguments.values():
        if not isinstance(value, dict):
            continue
        if isinstance(value.get("process_graph"), dict):
            yield value["process_graph"]
        else:
            yield from _callbacks(value)


def _check_results(graph: dict[str, Any], outer: tuple[str, ...]) -> Iterator[Problem]:
    results = [
        name for name, node in graph.items() if isinstance(node, dict) and node.get("result")
    ]
    if not results:
        yield _invalid("exactly one node must have result: true, none has", outer)
    elif len(results) > 1:
        names = ", ".join(f"'{name}'" for name in results)
        yield _invalid(f"exactly one node must have result: true, these have: {names}", outer)


def _check_references(graph: dict[str, Any], outer: tuple[str, ...]) -> Iterator[Problem]:
    for node_id in graph:
        for target in sorted(sources_of(graph, node_id) - graph.keys()):
            yield _invalid(f"from_node refers to '{target}', which is not there", (*outer, node_id))


def sources_of(graph: dict[str, Any], node_id: str) -> set[str]:
    """The ids that the arguments of a node take results from, in the same graph."""
    node = graph[node_id]
    return set(_from_nodes(node.get("arguments"))) if isinstance(node, dict) else set()


def _from_nodes(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("from_node"), str):
            yield value["from_node"]
        elif "process_graph" not in value:  # a callback has a name space of its own
            for child in value.values():
                yield from _from_nodes(child)
    elif isinstance(value, list):
        for child in value:
            yield from _from_nodes(child)


def _check_cycles(graph: dict[str, Any], outer: tuple[str, ...]) -> Iterator[Problem]:
    """Take away nodes that depend on nothing left; what remains is in or behind a cycle."""
    waiting = {name: sources_of(graph, name) & graph.keys() for name in graph}
    while free := [name for name, sources in waiting.items() if not sources & waiting.keys()]:
        for name in free:
            del waiting[name]
    in_cycle = [name for name in waiting if _reaches(waiting, name, name)]
    if in_cycle:
        names = ", ".join(f"'{name}'" for name in in_cycle)
        yield _invalid(f"these nodes refer to each other in a circle: {names}", outer)


def _reaches(waiting: dict[str, set[str]], start: str, goal: str) -> bool:
    seen: set[str] = set()
    todo = [start]
    while todo:
        for source in waiting.get(todo.pop(), set()):
            if source == goal:
                return True
            if source not in seen:
                seen.add(source)
                todo.append(source)
    return False
