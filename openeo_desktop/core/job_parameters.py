"""What a back-end lets people choose for a job beside the API, and values for it.

Source: openEO processing parameters extension 0.1.0, `GET /processing_parameters`. A value is a
property of its own in the body of `POST /jobs` or `PATCH /jobs/{job_id}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from openeo_desktop.core.json_values import (
    as_dict,
    as_dicts,
    as_list,
    as_text,
    json_text,
    read_json,
)

_OWN_FIELDS = frozenset(
    (
        *("id", "process", "title", "description", "log_level", "plan", "budget", "status"),
        *("progress", "created", "updated", "costs", "usage", "links"),
    )
)
"""The API's own properties of a job: a parameter of such a name would replace them."""
_LONGEST = 2_000
_MOST = 200
_PYTHON_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "array": list,
    "object": dict,
    "null": type(None),
}


@dataclass(frozen=True, slots=True)
class JobParameter:
    """One thing to choose. `types`: of JSON Schema, empty for any; `choices`: the only values.

    `default` is what the back-end takes without a value, None where it says nothing.
    """

    name: str
    description: str = ""
    types: tuple[str, ...] = ()
    choices: tuple[Any, ...] = ()
    default: Any = None
    required: bool = False

    def read(self, text: str) -> Any:
        """The value that a person wrote.

        Raises:
            ValueError: It is none of this parameter's types.
        """
        if self.types == ("string",):
            return text
        try:
            value = read_json(text)
        except (ValueError, RecursionError):
            value = text
        if not self.types or any(_is_of(value, name) for name in self.types):
            return value
        if "string" in self.types:
            return text
        raise ValueError(text)


@dataclass(frozen=True, slots=True)
class JobParameters:
    """What can be chosen for a new job, and what can be changed of a job that is there."""

    create: tuple[JobParameter, ...] = ()
    update: tuple[JobParameter, ...] = ()


def parse_job_parameters(raw: Mapping[str, Any]) -> JobParameters:
    """Read the answer; what is no parameter, deprecated or the API's own is left out."""
    return JobParameters(
        create=_parameters(raw.get("create_job_parameters")),
        update=_parameters(raw.get("update_job_parameters")),
    )


def value_text(value: Any) -> str:
    """A value as a person writes it: `JobParameter.read` reads it again."""
    return value if isinstance(value, str) else "" if value is None else json_text(value)


def parameter_texts(job: Mapping[str, Any]) -> dict[str, str]:
    """What a job says of itself beside the API, as texts; some back-ends list it as job options."""
    own = {name: value for name, value in job.items() if name not in _OWN_FIELDS}
    options = as_dict(own.pop("job_options", None))
    texts = {name: value_text(value) for name, value in (options | own).items()}
    return {name: text for name, text in texts.items() if text and len(text) <= _LONGEST}


def _parameters(raw: object) -> tuple[JobParameter, ...]:
    found = {one.name: one for one in _readable(as_dicts(raw)[:_MOST])}
    return tuple(found.values())


def _readable(raws: Iterable[Mapping[str, Any]]) -> Iterable[JobParameter]:
    for raw in raws:
        name = as_text(raw.get("name"))
        if name and name not in _OWN_FIELDS and raw.get("deprecated") is not True:
            yield _parameter(name, raw)


def _parameter(name: str, raw: Mapping[str, Any]) -> JobParameter:
    schema = raw.get("schema")
    schemas = as_dicts(schema) if isinstance(schema, list) else [as_dict(schema)]
    default = raw.get("default", schemas[0].get("default") if schemas else None)
    return JobParameter(
        name=name,
        description=as_text(raw.get("description")),
        types=_types(schemas),
        choices=tuple(as_list(schemas[0].get("enum"))[:_MOST]) if len(schemas) == 1 else (),
        default=default,
        required=raw.get("optional") is False and default is None,
    )


def _types(schemas: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """All that the alternatives allow; empty as soon as one of them allows anything."""
    found: list[str] = []
    for schema in schemas:
        named = schema.get("type")
        names = [named] if isinstance(named, str) else as_list(named)
        if not names:
            return ()
        found += [name for name in names if isinstance(name, str) and name not in found]
    return tuple(found)


def _is_of(value: object, name: str) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    return isinstance(value, _PYTHON_TYPES.get(name, ()))
