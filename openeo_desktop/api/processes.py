"""Checking a process on the back-end (openEO API 1.2, `POST /validation`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openeo_desktop.api.connection import Connection
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.json_values import as_dict, as_dicts, as_text
from openeo_desktop.core.process_graph import GraphProblem, node_in_message

TIMEOUT = (5.0, 90.0)
"""Checking takes long where a back-end looks at its data, or has to load its engine first."""


def validate(
    connection: Connection, process: Mapping[str, Any], token: CancelToken
) -> list[GraphProblem]:
    """Ask the back-end; an empty list means valid. The body is the process itself.

    Raises:
        AppError: The validation itself failed; that says nothing about the process.
    """
    answer = connection.request("POST", "/validation", token, body=dict(process), timeout=TIMEOUT)
    graph = as_dict(process.get("process_graph"))
    return [_problem(raw, graph) for raw in as_dicts(as_dict(answer.document).get("errors"))]


def _problem(raw: Mapping[str, Any], graph: Mapping[str, Any]) -> GraphProblem:
    message = as_text(raw.get("message"))
    code = as_text(raw.get("code"))
    return GraphProblem(message or code, node=node_in_message(message, graph), code=code)
