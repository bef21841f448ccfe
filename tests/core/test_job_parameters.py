"""What back-ends say of the options of a job, and what people write into them."""

from __future__ import annotations

from typing import Any

import pytest

from openeo_desktop.core.job_parameters import (
    JobParameter,
    parameter_texts,
    parse_job_parameters,
    value_text,
)
from openeo_desktop.core.job_requests import JobRequest
from openeo_desktop.core.process_graph import ProcessDraft


def test_reads_what_is_offered_and_leaves_out_the_rest() -> None:
    found = parse_job_parameters(
        {
            "create_job_parameters": [
                {
                    "name": "driver-memory",
                    "description": "Memory of the driver",
                    "optional": True,
                    "default": "8G",
                    "schema": {"type": "string"},
                },
                {"name": "executors", "optional": False, "schema": [{"type": "integer"}]},
                {"name": "log_level", "schema": {"type": "string"}},
                {"name": "old", "deprecated": True, "schema": {"type": "string"}},
                {"schema": {"type": "string"}},
                "nonsense",
            ],
            "update_job_parameters": [{"name": "tier", "schema": {"enum": ["a", "b"]}}],
            "create_service_parameters": [{"name": "other", "schema": {}}],
        }
    )
    assert found.create == (
        JobParameter("driver-memory", "Memory of the driver", ("string",), default="8G"),
        JobParameter("executors", types=("integer",), required=True),
    )
    assert [(one.name, one.choices) for one in found.update] == [("tier", ("a", "b"))]


@pytest.mark.parametrize(
    "raw", [{}, {"create_job_parameters": {"a": 1}}, {"update_job_parameters": 3}]
)
def test_an_odd_answer_offers_nothing(raw: dict[str, Any]) -> None:
    found = parse_job_parameters(raw)
    assert (found.create, found.update) == ((), ())


@pytest.mark.parametrize("schema", [None, [], "x", [{}], {"type": 5, "enum": 7}])
def test_an_odd_schema_takes_anything(schema: object) -> None:
    raw = {"create_job_parameters": [{"name": "a", "schema": schema}]}
    (found,) = parse_job_parameters(raw).create
    assert (found.types, found.choices, found.read("4")) == ((), (), 4)


@pytest.mark.parametrize(
    ("types", "text", "value"),
    [
        (("string",), "4", "4"),
        (("string", "integer"), "4", 4),
        (("string", "integer"), "4G", "4G"),
        (("number",), "1.5", 1.5),
        (("boolean",), "true", True),
        (("array",), '["a"]', ["a"]),
        ((), "plain", "plain"),
    ],
)
def test_a_text_becomes_a_value_of_a_type_that_is_taken(
    types: tuple[str, ...], text: str, value: object
) -> None:
    read = JobParameter("a", types=types).read(text)
    assert (type(read), read) == (type(value), value)
    assert value_text(read) == text


@pytest.mark.parametrize(
    ("types", "text"),
    [(("integer",), "many"), (("integer",), "true"), (("integer",), "1.5"), (("boolean",), "1")],
)
def test_a_text_of_no_type_that_is_taken_is_refused(types: tuple[str, ...], text: str) -> None:
    with pytest.raises(ValueError, match=text):
        JobParameter("a", types=types).read(text)


def test_a_job_says_its_options_at_either_place() -> None:
    raw = {"id": "j", "title": "T", "job_options": {"driver-memory": "2G", "n": 3}, "tier": "a"}
    assert parameter_texts(raw) == {"driver-memory": "2G", "n": "3", "tier": "a"}


def test_options_are_properties_of_their_own_and_replace_none_of_the_api() -> None:
    draft = ProcessDraft({"process_graph": {}})
    body = JobRequest(
        draft, title="T", parameters={"tier": "a", "title": "no", "process": 1}
    ).body()
    assert body == {"tier": "a", "title": "T", "process": {"process_graph": {}}}
