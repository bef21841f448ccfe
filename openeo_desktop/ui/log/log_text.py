"""The words of the log: cells, copied lines. Pure functions; no widgets here."""

from __future__ import annotations

import html
import json

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.formatting import format_exact, visible_text
from openeo_desktop.core.logs import LogEntry, LogLevel
from openeo_desktop.models.log_table import LogColumn

MAX_CELL = 1000
MAX_TOOL_TIP = 2000
MAX_DETAIL = 200_000
# Fields that the table or the head of the details show already.
_SHOWN_FIELDS = frozenset(("id", "level", "message", "time", "code"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Log", text)


def headers() -> tuple[str, ...]:
    """A word for each `LogColumn`."""
    return (_tr("Time"), _tr("Level"), _tr("Message"))


def level_name(level: LogLevel) -> str:
    """The level on its chip."""
    return {
        LogLevel.ERROR: _tr("Error"),
        LogLevel.WARNING: _tr("Warning"),
        LogLevel.INFO: _tr("Info"),
        LogLevel.DEBUG: _tr("Debug"),
    }[level]


def cell_text(entry: LogEntry, column: LogColumn) -> str:
    """What a cell shows; line breaks of a message become a visible sign."""
    if column is LogColumn.TIME:
        return f"{entry.time.astimezone():%H:%M:%S}" if entry.time else ""
    if column is LogColumn.LEVEL:
        return level_name(entry.level).lower()
    return one_line(entry.message)


def one_line(message: str) -> str:
    """A message of any length and many lines as one line of reasonable length."""
    head = message[: MAX_CELL + 1]
    text = " ⏎ ".join(line.strip() for line in head.strip().splitlines())
    text = visible_text(text.replace("\t", "    "))
    return f"{text[:MAX_CELL]}…" if len(head) > MAX_CELL else text


def cell_tool_tip(entry: LogEntry, column: LogColumn) -> str:
    """What hovering a cell tells, escaped for rich text."""
    if column is LogColumn.TIME:
        return html.escape(format_exact(entry.time))
    if column is LogColumn.LEVEL:
        return ""
    text = visible_text(entry.message[:MAX_TOOL_TIP])
    return f'<p style="white-space: pre-wrap">{html.escape(text)}</p>'


def copied_line(entry: LogEntry) -> str:
    """An entry as a line of text for the clipboard: exact time, level, whole message."""
    moment = f"{entry.time.astimezone():%Y-%m-%d %H:%M:%S}" if entry.time else ""
    code = f"[{entry.code}] " if entry.code else ""
    return f"{moment}\t{entry.level}\t{code}{visible_text(entry.message)}".lstrip("\t")


def detail_head(entry: LogEntry) -> str:
    """One line over the message: time, code, node."""
    parts = [
        format_exact(entry.time),
        entry.code,
        _tr("node {node}").format(node=entry.node) if entry.node else "",
    ]
    return visible_text("  ·  ".join(part for part in parts if part))[:MAX_CELL]


def detail_text(entry: LogEntry) -> str:
    """The whole message, then what else the entry carries as JSON."""
    further = {name: value for name, value in entry.raw.items() if name not in _SHOWN_FIELDS}
    further = {name: value for name, value in further.items() if value not in (None, [], {}, "")}
    text = entry.message
    if further:
        text += "\n\n" + json.dumps(further, indent=2, ensure_ascii=False, default=str)
    if len(text) > MAX_DETAIL:
        text = text[:MAX_DETAIL] + "\n…"
    return visible_text(text)


def follow_text(*, following: bool, shown: int, total: int) -> str:
    """`following · 9 of 9`; nothing to say about an empty log."""
    if not total:
        return ""
    count = _tr("{shown} of {total}").format(shown=f"{shown:,}", total=f"{total:,}")
    return f"{_tr('following')}  ·  {count}" if following else count
