"""The words of the log: cells, copied lines. Pure functions; no widgets here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.formatting import format_exact, format_number, visible_text
from openeo_desktop.core.json_values import as_dict, as_number, as_text, json_text
from openeo_desktop.core.log_formats import text_line
from openeo_desktop.core.logs import LogEntry, LogLevel, PathStep
from openeo_desktop.models.log_table import LogColumn
from openeo_desktop.ui.kit.numbers import count_text, short_count
from openeo_desktop.ui.kit.plain_text import plain_tool_tip

MAX_CELL = 1000
MAX_TOOL_TIP = 2000
MAX_DETAIL = 200_000
# Fields that are shown in a form of their own.
_SHOWN_FIELDS = frozenset(("id", "level", "message", "time", "code", "data", "usage", "path"))
MAX_METRICS = 50
MAX_STEP = 80


def _tr(text: str) -> str:
    return QCoreApplication.translate("Log", text)


def headers() -> tuple[str, ...]:
    """A word for each `LogColumn`."""
    return (
        _tr("Time"),
        _tr("Level"),
        _tr("Code"),
        _tr("Process node"),
        _tr("Entry id"),
        _tr("Message"),
    )


def level_name(level: LogLevel) -> str:
    """The level on its chip."""
    return {
        LogLevel.ERROR: _tr("Error"),
        LogLevel.WARNING: _tr("Warning"),
        LogLevel.INFO: _tr("Info"),
        LogLevel.DEBUG: _tr("Debug"),
    }[level]


def _level_word(level: LogLevel) -> str:
    """The level in a line. Words of their own: not every language writes them small there."""
    return {
        LogLevel.ERROR: _tr("error"),
        LogLevel.WARNING: _tr("warning"),
        LogLevel.INFO: _tr("info"),
        LogLevel.DEBUG: _tr("debug"),
    }[level]


def cell_text(entry: LogEntry, column: LogColumn, *, dates: bool = False) -> str:
    """What a cell shows; line breaks of a message become a visible sign."""
    if column is LogColumn.MESSAGE:
        return one_line(entry.message)
    if column is LogColumn.TIME:
        return time_text(entry, dates=dates)
    if column is LogColumn.LEVEL:
        return _level_word(entry.level)
    return one_line({LogColumn.CODE: entry.code, LogColumn.NODE: entry.node}.get(column, entry.id))


def time_text(entry: LogEntry, *, dates: bool) -> str:
    """The local time of day, after the date if wished."""
    if entry.time is None:
        return ""
    local = entry.time.astimezone()
    return f"{local:%Y-%m-%d %H:%M:%S}" if dates else f"{local:%H:%M:%S}"


def one_line(message: str) -> str:
    """A message of any length and many lines as one line of reasonable length."""
    head = message[: MAX_CELL + 1]
    text = " ⏎ ".join(line.strip() for line in head.strip().splitlines())
    text = visible_text(text.replace("\t", "    "))
    return f"{text[:MAX_CELL]}…" if len(head) > MAX_CELL else text


def cell_tool_tip(entry: LogEntry, column: LogColumn) -> str:
    """What hovering a cell tells, escaped for rich text."""
    if column is LogColumn.TIME:
        return plain_tool_tip(format_exact(entry.time))
    if column is LogColumn.LEVEL:
        return ""
    whole = {LogColumn.CODE: entry.code, LogColumn.NODE: entry.node, LogColumn.ID: entry.id}
    text = visible_text(whole.get(column, entry.message)[:MAX_TOOL_TIP])
    return plain_tool_tip(text)


def copied_line(entry: LogEntry) -> str:
    """An entry as a line of text for the clipboard: exact time, level, whole message."""
    return text_line(entry)


def detail_head(entry: LogEntry) -> str:
    """One line over the message: time, level, code, id."""
    parts = (format_exact(entry.time), level_name(entry.level), entry.code, entry.id)
    return visible_text("  ·  ".join(part for part in parts if part))[:MAX_CELL]


def detail_text(entry: LogEntry) -> str:
    """The whole message, then what else the entry carries: usage, data and the rest as JSON."""
    parts = [entry.message]
    if usage := usage_lines(entry):
        parts.append("\n".join((_tr("Usage"), *usage)))
    if entry.raw.get("data") is not None:
        data = _tr("Data")
        parts.append(f"{data}\n{json_text(entry.raw['data'], 2)}")
    trace = _trace_text(entry.raw.get("stacktrace"))
    if trace:
        called = _tr("Stack trace")
        parts.append(f"{called}\n{trace}")
    shown = _SHOWN_FIELDS | {"stacktrace"} if trace else _SHOWN_FIELDS
    rest = {name: value for name, value in entry.raw.items() if name not in shown}
    rest = {name: value for name, value in rest.items() if value not in (None, [], {}, "")}
    if rest:
        further = _tr("Further fields")  # in a variable: lupdate does not look into f-strings
        parts.append(f"{further}\n{json_text(rest, 2)}")
    text = "\n\n".join(parts)
    if len(text) > MAX_DETAIL:
        text = text[:MAX_DETAIL] + "\n…"
    return visible_text(text)


def _trace_text(raw: object) -> str:
    """The lines of a `stacktrace` (openEO API 1.3); empty if it is another thing: told as JSON."""
    said = raw if isinstance(raw, list) else [raw]
    lines = [line.rstrip("\n") for line in said if isinstance(line, str)]
    return "\n".join(lines).strip() if len(lines) == len(said) else ""


def usage_lines(entry: LogEntry) -> list[str]:
    """What this step took, a line for each metric: `cpu: 12 cpu-seconds`."""
    lines = []
    for name, raw in list(as_dict(entry.raw.get("usage")).items())[:MAX_METRICS]:
        metric = as_dict(raw)
        value = as_number(metric.get("value") if metric else raw)
        if value is not None:
            unit = as_text(metric.get("unit"))
            lines.append(f"  {name}: {format_number(value)} {unit}".rstrip())
    return lines


def step_text(step: PathStep) -> str:
    """A node on its button: `load1 (load_collection)`."""
    text = f"{step.node} ({step.process})" if step.process else step.node
    return visible_text(text)[:MAX_STEP]


def follow_text(*, following: bool, shown: int, total: int) -> str:
    """`following · 9 of 9`; nothing to say about an empty log."""
    if not total:
        return ""
    count = _tr("{shown} of {total}").format(shown=count_text(shown), total=count_text(total))
    return f"{_tr('following')}  ·  {count}" if following else count


def short_follow_text(*, following: bool, shown: int, total: int) -> str:
    """The same where there is little room: `following`, or `1.2k of 20k` of a filtered log."""
    if following and shown == total and total:
        return _tr("following")
    if shown == total:
        return ""
    return _tr("{shown} of {total}").format(shown=short_count(shown), total=short_count(total))


def found_text(place: int | None, count: int) -> str:
    """`3 of 120` where a match is chosen, else how many there are."""
    if not count:
        return _tr("No match")
    if place is not None:
        return _tr("{place} of {count}").format(
            place=count_text(place + 1), count=count_text(count)
        )
    return _tr("1 match") if count == 1 else _tr("{count} matches").format(count=count_text(count))


def new_entries_text(count: int) -> str:
    """The button that goes to the newest entry and stays there."""
    if not count:
        return _tr("Follow")
    return _tr("Follow  ·  {count} new").format(count=count_text(count))
