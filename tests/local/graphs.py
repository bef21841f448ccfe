"""Process graphs for the tests of the embedded back-end."""

from __future__ import annotations

from typing import Any

Node = dict[str, Any]


def from_node(name: str) -> dict[str, str]:
    return {"from_node": name}


def load(collection: str = "SAMPLE_S2", **others: Any) -> Node:
    arguments = {"id": collection, "spatial_extent": None, "temporal_extent": None, **others}
    return {"process_id": "load_collection", "arguments": arguments}


def reduce(source: str, reducer: str, dimension: str = "t") -> Node:
    callback = {
        "process_id": reducer,
        "arguments": {"data": {"from_parameter": "data"}},
        "result": True,
    }
    arguments = {
        "data": from_node(source),
        "dimension": dimension,
        "reducer": {"process_graph": {"inner": callback}},
    }
    return {"process_id": "reduce_dimension", "arguments": arguments}


def at_most(limit: float) -> dict[str, Any]:
    """A condition as `properties` of load_collection takes it."""
    arguments = {"x": {"from_parameter": "value"}, "y": limit}
    return process(lte={"process_id": "lte", "arguments": arguments, "result": True})


def save(source: str, form: str = "GTiff", **options: Any) -> Node:
    arguments = {"data": from_node(source), "format": form, "options": options}
    return {"process_id": "save_result", "arguments": arguments, "result": True}


def process(**nodes: Node) -> dict[str, Any]:
    return {"process_graph": nodes}


def quick() -> dict[str, Any]:
    """A job that ends in about two seconds."""
    one = load(bands=["B04"], temporal_extent=["2024-06-01", "2024-06-02"])
    return process(load=one, flat=reduce("load", "first"), save=save("flat"))


def endless() -> dict[str, Any]:
    """A job that computes for many minutes: kernels of 41 x 41 in a row, over all dates.

    One large kernel will not do: the engine's memory grows with the square of its area, so such a
    job runs out of memory after seconds instead of running on.
    """
    size, times = 41, 120
    nodes = {"smooth-0": load(bands=["B04"])}
    for number in range(times):
        nodes[f"smooth-{number + 1}"] = _smooth(f"smooth-{number}", size)
    return process(**nodes, save=save(f"smooth-{times}"))


def _smooth(source: str, size: int) -> Node:
    kernel = [[1.0] * size] * size
    arguments = {"data": from_node(source), "kernel": kernel, "factor": 1 / size**2}
    return {"process_id": "apply_kernel", "arguments": arguments}
