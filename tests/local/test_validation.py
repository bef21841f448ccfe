"""Checks of process graphs: every rule, all errors at once, and the same over HTTP."""

from __future__ import annotations

from typing import Any

import pytest

from openeo_desktop.local.validation import Validator
from tests.local import graphs
from tests.support.local_backend import GRAPHS, LocalBackend, example_process

SPECS: dict[str, dict[str, Any]] = {
    "load_collection": {
        "id": "load_collection",
        "parameters": [
            {"name": "id", "schema": {"type": "string"}},
            {"name": "spatial_extent", "schema": [{"type": "object"}, {"type": "null"}]},
            {"name": "temporal_extent", "schema": [{"type": "array"}, {"type": "null"}]},
            {"name": "bands", "schema": [{"type": "array"}], "optional": True},
        ],
    },
    "reduce_dimension": {
        "id": "reduce_dimension",
        "parameters": [
            {"name": "data", "schema": {"type": "object"}},
            {"name": "reducer", "schema": {"type": "object"}},
            {"name": "dimension", "schema": {"type": "string"}},
        ],
    },
    "mean": {"id": "mean", "parameters": [{"name": "data", "schema": {"type": "array"}}]},
    "save_result": {
        "id": "save_result",
        "parameters": [
            {"name": "data", "schema": {"type": "object"}},
            {"name": "format", "schema": {"type": "string"}},
            {"name": "options", "schema": {"type": "object"}, "optional": True},
        ],
    },
}
VALIDATOR = Validator(SPECS, {"SAMPLE_S2"}.__contains__)


def _graph(**changes: Any) -> dict[str, Any]:
    nodes = {"load": graphs.load(), "mean": graphs.reduce("load", "mean"), **changes}
    return {**nodes, "save": changes.get("save", graphs.save("mean"))}


def test_good_graph_has_no_problems() -> None:
    assert VALIDATOR.check(_graph()) == []


@pytest.mark.parametrize(
    ("graph", "code", "words"),
    [
        (None, "ProcessGraphMissing", "doesn't contain a process graph"),
        ({}, "ProcessGraphMissing", "doesn't contain a process graph"),
        (_graph(load=5), "ProcessGraphInvalid", "Node 'load': "),
        (_graph(load={"process_id": "mean"}), "ProcessGraphInvalid", "must have arguments"),
        (_graph(mean=graphs.reduce("load", "nope")), "ProcessUnsupported", "'mean > inner'"),
        (_graph(mean=graphs.reduce("gone", "mean")), "ProcessGraphInvalid", "'gone'"),
        (_graph(mean=graphs.reduce("mean", "mean")), "ProcessGraphInvalid", "circle: 'mean'"),
        (_graph(load=graphs.load("NONE")), "CollectionNotFound", "'NONE'"),
        (_graph(load=graphs.load(zoom=3)), "ProcessParameterUnsupported", "'zoom'"),
        (_graph(load=graphs.load(bands="B04")), "ProcessParameterInvalid", "of type array"),
        (_graph(load=graphs.load(True)), "ProcessParameterInvalid", "of type string"),
        (_graph(save=graphs.save("mean", "SHP")), "FormatUnsupported", "GTiff, netCDF"),
        (_graph(save={**graphs.save("mean"), "result": False}), "ProcessGraphInvalid", "none has"),
        (
            _graph(load={**graphs.load(), "result": True}),
            "ProcessGraphInvalid",
            "these have: 'load', 'save'",
        ),
        (
            _graph(load={**graphs.load(), "namespace": "user"}),
            "ProcessUnsupported",
            "in namespace 'user'",
        ),
    ],
)
def test_each_rule_names_its_place(graph: object, code: str, words: str) -> None:
    (problem,) = VALIDATOR.check(graph)
    assert problem.code == code
    assert words in problem.as_json()["message"]


def test_missing_parameter_is_named() -> None:
    bare = {"process_id": "load_collection", "arguments": {"id": "SAMPLE_S2"}}
    problems = VALIDATOR.check(_graph(load=bare))
    assert [problem.code for problem in problems] == ["ProcessParameterRequired"] * 2
    assert "'spatial_extent' is required" in problems[0].message


def test_all_problems_are_gathered() -> None:
    codes = {
        problem.code
        for problem in VALIDATOR.check(
            _graph(load=graphs.load("NONE"), mean=graphs.reduce("gone", "nope"))
        )
    }
    assert codes == {"CollectionNotFound", "ProcessGraphInvalid", "ProcessUnsupported"}


def test_circle_of_three_names_its_members_only() -> None:
    graph = _graph(
        mean=graphs.reduce("c", "mean"), b=graphs.reduce("mean", "mean"),
        c=graphs.reduce("b", "mean"),
    )  # fmt: skip
    (problem,) = VALIDATOR.check(graph)
    assert "circle: 'mean', 'b', 'c'" in problem.message


def test_validation_over_http(backend: LocalBackend) -> None:
    answer = backend.request("POST", "/validation", json={"process_graph": _graph(load=5)})
    assert answer.status_code == 200
    assert answer.json()["errors"][0]["code"] == "ProcessGraphInvalid"


@pytest.mark.parametrize("path", sorted(GRAPHS.glob("sample_*.json")), ids=lambda path: path.stem)
def test_example_graphs_are_valid(backend: LocalBackend, path: Any) -> None:
    answer = backend.request("POST", "/validation", json=example_process(path.stem))
    assert answer.json() == {"errors": []}
