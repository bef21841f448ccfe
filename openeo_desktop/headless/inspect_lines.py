"""The facts of a file as lines for a person; they say the same as the JSON of `inspect_facts`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from openeo_desktop.core.formatting import format_size

Facts = dict[str, Any]
_MOST_NAMED = 12
_HEADINGS = ("band", "type", "minimum", "maximum", "mean", "valid", "no data")


def lines_of(facts: Facts) -> Iterator[str]:
    """All facts, one or more lines each."""
    yield f"{facts['file']}: {summary(facts)}"
    for layer in facts.get("layers", ()):
        yield from _layer_lines(layer, several=len(facts["layers"]) > 1)
    if facts["kind"] == "series":
        yield from _series_lines(facts["lines"])
    for name in ("columns", "members", "properties"):
        if facts.get(name):
            yield f"  {name.capitalize()}: {_named(facts[name])}"
    if facts.get("bounds_lonlat"):
        yield f"  Degrees: {_box(facts['bounds_lonlat'])}"
    if facts.get("note"):
        yield f"  Note: {facts['note']}"


def summary(facts: Facts) -> str:
    """Kind and size of a file in a few words."""
    parts = [_kind(facts), format_size(facts.get("size"))]
    return ", ".join(part for part in parts if part)


def _kind(facts: Facts) -> str:
    kind = facts["kind"]
    if kind == "raster":
        layers = facts["layers"]
        of = f", {len(layers)} layers" if len(layers) > 1 else ""
        first = layers[0] if layers else None
        bands = _count(len(first["bands"]), "band") if first else "nothing"
        size = f", {first['width']} x {first['height']} pixels, {bands}" if first else ""
        return f"raster ({facts['driver']}){of}{size}"
    if kind == "series":
        return f"time series, {_count(len(facts['lines']), 'line')}"
    if kind == "table":
        return f"table, {_count(facts['rows'], 'row')}, {_count(len(facts['columns']), 'column')}"
    if kind == "vector":
        kinds = ", ".join(f"{count} {name}" for name, count in facts["kinds"].items())
        return f"vector, {_count(facts['features'], 'feature')}" + (f" ({kinds})" if kinds else "")
    if kind == "tree":
        entries = facts.get("entries")
        return "JSON" if entries is None else f"JSON, {_count(entries, 'entry', 'entries')}"
    return f"text, {_count(facts['lines'], 'line')}"


def _layer_lines(layer: Facts, *, several: bool) -> Iterator[str]:
    if several:
        bands = _count(len(layer["bands"]), "band")
        yield f"  {layer['name']}: {layer['width']} x {layer['height']} pixels, {bands}"
    facts = {
        "Title": layer["title"],
        "Coordinates": _system(layer),
        "Bounds": _box(layer["bounds"]),
        "Degrees": _box(layer["bounds_lonlat"]),
        "Times": _times(layer["times"]),
        "Smaller copies": ", ".join(f"1/{factor}" for factor in layer["overviews"]),
    }
    for name, value in facts.items():
        if value:
            yield f"  {name}: {value}"
    yield from _table([_HEADINGS, *(_row(band) for band in layer["bands"])])
    if any(band.get("exact") is False for band in layer["bands"]):
        yield "  The numbers are of a part of the pixels."


def _system(layer: Facts) -> str:
    name, code = layer["crs_name"], layer["crs"]
    short = code if len(code) <= 20 else ""
    if name and short and name != short:
        return f"{name} ({short})"
    return name or short or ("" if not code else "a system of its own (WKT)")


def _row(band: Facts) -> tuple[str, ...]:
    name = f"{band['index']} {band['name'] or band['time'] or ''}".strip()
    unit = f" {band['unit']}" if band["unit"] else ""
    valid = band.get("valid")
    return (
        name,
        band["dtype"],
        f"{_number(band.get('minimum'))}{unit}",
        f"{_number(band.get('maximum'))}{unit}",
        f"{_number(band.get('mean'))}{unit}",
        "" if valid is None else f"{valid * 100:.4g} %",
        "-" if band["nodata"] is None else _number(band["nodata"]),
    )


def _series_lines(lines: Sequence[Facts]) -> Iterator[str]:
    rows = [("line", "times", "missing", "from", "to", "minimum", "maximum", "mean")]
    rows += [
        (
            line["name"],
            str(line["times"]),
            str(line["missing"]),
            line["start"] or "-",
            line["end"] or "-",
            _number(line["minimum"]),
            _number(line["maximum"]),
            _number(line["mean"]),
        )
        for line in lines
    ]
    yield from _table(rows)


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    flat = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in flat) for column in range(len(flat[0]))]
    for row in flat:
        cells = zip(row, widths, strict=True)
        yield "  " + "  ".join(f"{cell:<{width}}" for cell, width in cells).rstrip()


def _times(times: Sequence[str | None]) -> str:
    known = [time for time in times if time]
    if len(known) <= 1:
        return "".join(known)
    return f"{len(known)}, {known[0]} to {known[-1]}"


def _box(box: Sequence[float] | None) -> str:
    return ", ".join(f"{value:.10g}" for value in box) if box else ""


def _named(names: Sequence[str]) -> str:
    shown = ", ".join(" ".join(name.split()) for name in names[:_MOST_NAMED])
    return shown if len(names) <= _MOST_NAMED else f"{shown} and {len(names) - _MOST_NAMED} more"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.6g}"


def _count(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"
