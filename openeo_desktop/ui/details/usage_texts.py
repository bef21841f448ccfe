"""What a job has used, with units as people read them. Pure functions; no widgets.

Source: openEO API 1.2, `usage` of a batch job; the metrics of back-ends beside it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.formatting import (
    format_duration,
    format_number,
    format_size,
    visible_text,
)
from openeo_desktop.core.json_values import as_dict, as_number, as_text
from openeo_desktop.ui.kit.key_value_grid import KeyValue

MAX_METRICS = 20
_BYTES = {"b": 1, "bytes": 1, "byte": 1, "kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12}
_BYTES |= {"kib": 1024, "mib": 1024**2, "gib": 1024**3, "tib": 1024**4}
_SECONDS = {"second": 1, "s": 1, "minute": 60, "hour": 3600, "h": 3600, "day": 86400}
_LONGEST = 1e11
"""Seconds; a number beyond is nonsense and stays as it was told."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Details", text)


def usage_rows(usage: Mapping[str, Any]) -> Iterator[KeyValue]:
    """Known metrics by a word, others by their own name; the number as told is the tool tip."""
    words = {
        "cpu": _tr("Processor"),
        "memory": _tr("Memory"),
        "duration": _tr("Wall time"),
        "network": _tr("Network"),
        "disk": _tr("Disk"),
        "storage": _tr("Storage"),
        "sentinelhub": _tr("Sentinel Hub"),
        "gpu": _tr("Graphics processor"),
        "input_pixel": _tr("Pixels read"),
        "max_executor_memory": _tr("Most memory at once"),
    }
    for name, raw in list(usage.items())[:MAX_METRICS]:
        metric = as_dict(raw)
        value = as_number(metric.get("value"))
        if value is not None:
            unit = as_text(metric.get("unit"))
            shown, told = usage_text(value, unit), _as_told(value, unit_text(unit))
            label = words.get(name) or visible_text(name[:40])
            yield KeyValue(label, shown, tool_tip=told if told != shown else "")


def usage_text(value: float, unit: str) -> str:
    """One metric: seconds as a duration, bytes as a size, memory over time in GB-hours."""
    plain = unit.lower().replace("_", "-")
    what, _dash, rest = plain.rpartition("-")
    seconds = _SECONDS.get(rest.removesuffix("s") or rest)
    if seconds and value >= 0 and value * seconds < _LONGEST:
        if what in ("", "cpu", "gpu", "core"):
            return format_duration(dt.timedelta(seconds=value * seconds))
        hours = value * _BYTES.get(what, 0) * seconds / 3.6e12
        if hours >= 0.01:
            return _as_told(hours, _tr("GB-hours"))
    if unit.lower() in _BYTES and value >= 0:
        return format_size(value * _BYTES[unit.lower()])
    known = {
        "sentinelhub-processing-unit": _tr("processing units"),
        "mega-pixel": _tr("megapixels"),
    }
    return _as_told(value, known.get(plain) or unit_text(unit))


def unit_text(unit: str) -> str:
    """A back-end's unit, bytes written as usual: `mb` is MB, `mb-seconds` is MB-seconds.

    Source: openEO API 1.2, `usage` of a batch job, whose examples have `mb` and `mb-seconds`.
    """
    first, dash, rest = unit.partition("-")
    if first.lower() in ("kb", "mb", "gb", "tb"):
        first = first.upper()
    return visible_text(first + dash + rest)


def _as_told(value: float, unit: str) -> str:
    number = f"{value:,.10g}" if value >= 100 else format_number(value)
    return f"{number} {unit}".strip()
