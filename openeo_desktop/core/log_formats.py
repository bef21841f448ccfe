"""Log entries as text, JSON or CSV, for files and the clipboard. Standard library only."""

from __future__ import annotations

import csv
import enum
import io
from collections.abc import Iterable

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.json_values import json_text
from openeo_desktop.core.logs import LogEntry
from openeo_desktop.core.spreadsheet_cells import no_formula
from openeo_desktop.core.times import format_time

CSV_COLUMNS = ("time", "level", "code", "node", "message", "id", "data")


class LogFormat(enum.StrEnum):
    """The kinds of files, by their ending."""

    TEXT = "txt"
    JSON = "json"
    CSV = "csv"

    @classmethod
    def of_name(cls, name: str) -> LogFormat:
        """By the ending of a file's name; text for any other."""
        ending = name.rpartition(".")[2].lower()
        return cls(ending) if ending in set(cls) else cls.TEXT


def text_line(entry: LogEntry) -> str:
    """An entry as a line: local time, level, code, whole message (which may have many lines)."""
    moment = f"{entry.time.astimezone():%Y-%m-%d %H:%M:%S}" if entry.time else ""
    code = f"[{entry.code}] " if entry.code else ""
    return visible_text(f"{moment}\t{entry.level}\t{code}{entry.message}".lstrip("\t"))


def log_document(entries: Iterable[LogEntry]) -> str:
    """Entries as the back-end sends them: `{"logs": […]}` (openEO API 1.2, job logs)."""
    return opening(LogFormat.JSON) + portion(LogFormat.JSON, entries, first=True) + closing("json")


def opening(form: str) -> str:
    """What a file of this kind begins with."""
    if form == LogFormat.JSON:
        return '{"logs": ['
    return ",".join(CSV_COLUMNS) + "\r\n" if form == LogFormat.CSV else ""


def closing(form: str) -> str:
    """What it ends with."""
    return "\n]}\n" if form == LogFormat.JSON else ""


def portion(form: str, entries: Iterable[LogEntry], *, first: bool) -> str:
    """The next entries of a file; `first`: nothing but the opening is before them."""
    if form == LogFormat.JSON:
        text = ",".join(f"\n{json_text(dict(entry.raw))}" for entry in entries)
        return f",{text}" if text and not first else text
    if form == LogFormat.CSV:
        return _csv(entries)
    return "".join(f"{text_line(entry)}\n" for entry in entries)


def _csv(entries: Iterable[LogEntry]) -> str:
    """RFC 4180; times in UTC."""
    out = io.StringIO()
    writer = csv.writer(out)
    for entry in entries:
        data = entry.raw.get("data")
        texts = (entry.code, entry.node, entry.message, entry.id)
        writer.writerow(
            (
                format_time(entry.time) or "",
                entry.level.value,
                *(no_formula(text) for text in texts),
                "" if data is None else json_text(data),
            )
        )
    return out.getvalue()
