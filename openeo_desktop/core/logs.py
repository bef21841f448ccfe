"""Log entries of batch jobs (openEO API 1.2, `GET /jobs/{job_id}/logs`)."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from openeo_desktop.core.json_values import as_dicts, as_text, json_text
from openeo_desktop.core.times import parse_time

MAX_PATH = 20
"""Deepest nesting of processes that is shown."""


class LogLevel(enum.StrEnum):
    """The four levels, most severe first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    DEBUG = "debug"

    @property
    def severity(self) -> int:
        """3 for error down to 0 for debug."""
        return _SEVERITY[self]

    @classmethod
    def parse(cls, raw: object) -> LogLevel:
        """Read a level; critical and fatal are errors, warn a warning, the unknown is debug."""
        word = str(raw).lower()
        return _ALIASES.get(word) or (cls(word) if word in set(cls) else cls.DEBUG)


_SEVERITY = {LogLevel.ERROR: 3, LogLevel.WARNING: 2, LogLevel.INFO: 1, LogLevel.DEBUG: 0}
_ALIASES = {
    "critical": LogLevel.ERROR,
    "fatal": LogLevel.ERROR,
    "warn": LogLevel.WARNING,
}


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One entry. `id` may be empty or odd; it is the server's and only good as `offset`.

    `node` is the innermost node of the process graph the entry speaks of, if any.
    """

    id: str
    level: LogLevel
    message: str
    time: dt.datetime | None = None
    code: str = ""
    node: str = ""
    raw: Mapping[str, Any] = field(default_factory=dict, repr=False)


def _message_text(raw: object) -> str:
    if raw is None or isinstance(raw, str):
        return as_text(raw)
    return as_text(json_text(raw))


def parse_log_entry(raw: Mapping[str, Any]) -> LogEntry:
    """Read one entry leniently; a message that is not text is shown as JSON."""
    message = raw.get("message")
    path = as_dicts(raw.get("path"))
    return LogEntry(
        id=as_text(raw.get("id")),
        level=LogLevel.parse(raw.get("level")),
        message=_message_text(message),
        time=parse_time(raw.get("time")),
        code=as_text(raw.get("code")),
        node=as_text(path[0].get("node_id")) if path else "",
        raw=raw,
    )


@dataclass(frozen=True, slots=True)
class PathStep:
    """A node of a process graph that an entry speaks of, and its process (may be empty)."""

    node: str
    process: str = ""


def entry_path(entry: LogEntry) -> tuple[PathStep, ...]:
    """Where in the process graph the entry comes from: the innermost node first, its parents after.

    Source: openEO API 1.2, `log_entry`, `path`.
    """
    steps = (
        PathStep(as_text(raw.get("node_id")), as_text(raw.get("process_id")))
        for raw in as_dicts(entry.raw.get("path"))[:MAX_PATH]
    )
    return tuple(step for step in steps if step.node)
