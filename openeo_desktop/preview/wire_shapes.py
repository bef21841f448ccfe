"""Thousands of shapes as few arrays, and back: one array for each would take longer than reading.

The other side is not trusted: sizes are checked before anything is cut.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from openeo_desktop.preview.values import Shape, Shapes

Pack = Callable[[Any], Any]
Unpack = Callable[[Any, Any], Any]
_KINDS = {"point": "p", "line": "l", "polygon": "a"}
_LETTERS = {letter: kind for kind, letter in _KINDS.items()}


def pack_shapes(shapes: Shapes, pack: Pack) -> dict[str, Any]:
    """All shapes in one header; `pack` takes arrays and plain values."""
    found = shapes.shapes
    points = [shape.points for shape in found]
    rows = _rows([shape.properties for shape in found])
    return {
        "is": "Shapes",
        "kinds": "".join(_KINDS[shape.kind] for shape in found),
        "points": pack(np.concatenate([*points, np.empty((0, 2))])),
        "sizes": pack(np.array([len(one) for one in points], np.int64)),
        "parts": pack(np.array([at for shape in found for at in shape.parts], np.int64)),
        "counts": pack(np.array([len(shape.parts) for shape in found], np.int64)),
        "properties": rows,
        "total": shapes.total,
        "bounds": pack(shapes.bounds),
        "note": shapes.note,
    }


def _rows(properties: list[Mapping[str, str]]) -> dict[str, Any]:
    """Names once for all that have the same ones."""
    known: dict[tuple[str, ...], int] = {}
    rows = []
    for one in properties:
        names = tuple(one)
        rows.append([known.setdefault(names, len(known)), *one.values()])
    return {"names": [list(names) for names in known], "rows": rows}


def unpack_shapes(raw: Mapping[str, Any], unpack: Unpack) -> Shapes:
    """What `pack_shapes` made; `unpack(kind, raw)` gives what it packed.

    Raises:
        ValueError, TypeError, LookupError: It is something else.
    """
    points = unpack(np.ndarray, raw["points"])
    ends, part_ends = _ends(unpack, raw["sizes"]), _ends(unpack, raw["counts"])
    parts = unpack(np.ndarray, raw["parts"]).tolist()
    properties = list(_properties(raw["properties"]))
    kinds = [_LETTERS[letter] for letter in unpack(str, raw["kinds"])]
    if points.ndim != 2 or points.shape[1] != 2 or ends[-1] != len(points):
        raise ValueError("points of another number")
    if part_ends[-1] != len(parts) or not len(kinds) == len(ends) - 1 == len(part_ends) - 1:
        raise ValueError("parts of another number")
    cuts = zip(itertools.pairwise(ends), itertools.pairwise(part_ends), strict=True)
    shapes = tuple(
        Shape(kind, points[first:end], tuple(parts[one:other]), own)
        for kind, ((first, end), (one, other)), own in zip(kinds, cuts, properties, strict=True)
    )
    bounds = unpack(tuple[float, float, float, float] | None, raw["bounds"])
    return Shapes(shapes, unpack(int, raw["total"]), bounds, unpack(str, raw["note"]))


def _ends(unpack: Unpack, raw: Any) -> list[int]:
    sizes = unpack(np.ndarray, raw)
    if sizes.dtype.kind != "i" or sizes.ndim != 1 or (sizes < 0).any():
        raise ValueError("no sizes")
    ends: list[int] = [0, *np.cumsum(sizes).tolist()]
    return ends


def _properties(raw: Mapping[str, Any]) -> Any:
    names = [[_text(name) for name in one] for one in raw["names"]]
    for at, *texts in raw["rows"]:
        yield dict(zip(names[at], map(_text, texts), strict=True))


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError("no text")
    return value
