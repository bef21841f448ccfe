"""Arguments of a process as people read them. Pure functions, safe on any thread; no widgets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.graph_nodes import GraphNode
from openeo_desktop.core.json_values import as_dict, as_list, as_number, as_text, json_text
from openeo_desktop.ui.kit.numbers import count_text

MAX_SHOWN = 300
"""Characters of one value; the whole of it is in the JSON."""
MAX_ITEMS = 12
MAX_LINES = 4
_FIRST = (
    *("id", "url", "spatial_extent", "temporal_extent", "extent", "bands", "dimension"),
    *("format", "period", "reducer", "process", "target", "nir", "red", "x", "y"),
)
_BARE = ("id", "spatial_extent", "temporal_extent", "extent", "bands", "format")
"""Arguments whose values speak for themselves on a card."""
_SIDES = ("west", "south", "east", "north")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProcessGraph", text)


def value_text(value: Any) -> str:
    """One value in one line: an extent by its sides, a list by its items, data by its node."""
    text = _object_text(value) if isinstance(value, dict) else _plain_text(value)
    flat = " ".join(visible_text(text[: 2 * MAX_SHOWN]).split())
    return flat if len(flat) <= MAX_SHOWN else flat[: MAX_SHOWN - 1] + "…"


def _plain_text(value: Any) -> str:
    if value is None:
        return _tr("not set")
    if isinstance(value, bool):
        return _tr("yes") if value else _tr("no")
    if isinstance(value, list):
        return _list_text(value)
    number = as_number(value)
    return as_text(value) if number is None else f"{value:.10g}"


def _list_text(values: list[Any]) -> str:
    if len(values) == 2 and any(_is_time(item) for item in values):
        start, end = (as_text(item) or "…" for item in values)
        return f"{_day(start)} – {_day(end)}"
    if not values:
        return _tr("none")
    shown = ", ".join(_item_text(item) for item in values[:MAX_ITEMS])
    more = len(values) - MAX_ITEMS
    return (
        _tr("{items}, and {n} more").format(items=shown, n=count_text(more)) if more > 0 else shown
    )


def _item_text(item: Any) -> str:
    """Lists within lists are not written out: a coverage's ring of points has thousands."""
    if isinstance(item, list):
        return f"[{len(item)}]"
    return _object_text(item) if isinstance(item, dict) else _plain_text(item)


def _is_time(value: Any) -> bool:
    return isinstance(value, str) and value[:4].isdigit() and value[4:5] == "-"


def _day(text: str) -> str:
    """Midnight is a day."""
    return text.removesuffix("T00:00:00Z")


def _object_text(value: Mapping[str, Any]) -> str:
    if isinstance(value.get("from_node"), str):
        return _tr("from {node}").format(node=as_text(value["from_node"])[:MAX_SHOWN])
    if isinstance(value.get("from_parameter"), str):
        return _tr("the parameter {name}").format(name=as_text(value["from_parameter"])[:MAX_SHOWN])
    if isinstance(value.get("process_graph"), dict):
        return graph_text(value["process_graph"])
    if all(as_number(value.get(side)) is not None for side in _SIDES):
        return _extent_text(value)
    if isinstance(value.get("type"), str) and ("coordinates" in value or "features" in value):
        return _geometry_text(value)
    pairs = [f"{key}: {_item_text(item)}" for key, item in list(value.items())[:MAX_ITEMS]]
    return ", ".join(pairs) if pairs else _tr("none")


def graph_text(graph: Mapping[str, Any]) -> str:
    """A sub-graph: its one process, or how many there are."""
    if len(graph) == 1:
        only = as_text(as_dict(next(iter(graph.values()))).get("process_id"))
        if only:
            return only
    return _tr("{n} processes").format(n=count_text(len(graph)))


def _extent_text(value: Mapping[str, Any]) -> str:
    west, south, east, north = (f"{float(value[side]):.6g}" for side in _SIDES)
    text = _tr("W {west}, S {south}, E {east}, N {north}").format(
        west=west, south=south, east=east, north=north
    )
    crs = as_text(value.get("crs"))
    return f"{text} (EPSG:{crs})" if crs.isdigit() else text


def _geometry_text(value: Mapping[str, Any]) -> str:
    kind = as_text(value.get("type"))[:40]
    count = len(as_list(value.get("features")))
    if not count:
        return kind
    return _tr("{kind}, {n} features").format(kind=kind, n=count_text(count))


def card_lines(node: GraphNode) -> tuple[str, ...]:
    """What a card tells beside its process: the arguments that matter most, `name: value`.

    Data that comes along an edge is left out: the edge says so.
    """
    named = [(key, value) for key, value in node.arguments.items() if _tells(value)]
    named.sort(key=lambda pair: _FIRST.index(pair[0]) if pair[0] in _FIRST else len(_FIRST))
    lines = [
        value_text(value) if key in _BARE else f"{visible_text(key[:60])}: {value_text(value)}"
        for key, value in named
    ]
    if len(lines) > MAX_LINES:
        more = _tr("and {n} more").format(n=len(lines) - MAX_LINES + 1)
        lines = [*lines[: MAX_LINES - 1], more]
    return tuple(lines)


def _tells(value: Any) -> bool:
    if isinstance(value, dict):
        return not isinstance(value.get("from_node"), str)
    if isinstance(value, list) and value:
        return not all(isinstance(item, dict) and "from_node" in item for item in value[:100])
    return value is not None


def node_json(node: GraphNode) -> str:
    """The JSON of a node, laid out."""
    return json_text(node.raw, indent=2)
