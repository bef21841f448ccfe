"""What is said of a shape on a map: its name, its kind, a line for the pointer. Plain text."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.preview.values import Shape
from openeo_desktop.ui.kit.numbers import count_text

_NAMES = ("name", "title", "label")
_MOST_IN_LINE = 4
_MOST_CHARACTERS = 200


def _tr(text: str) -> str:
    return QCoreApplication.translate("MapFeatures", text)


def feature_title(shape: Shape, index: int) -> str:
    """Its own name if it has one, else its number."""
    own = {key.lower(): value for key, value in shape.properties.items()}
    for key in _NAMES:
        if own.get(key, "").strip():
            return _short(own[key])
    return _tr("Feature {number}").format(number=count_text(index + 1))


def feature_line(shape: Shape, index: int) -> str:
    """`Feature 3  ·  crop: maize  ·  area: 2.1`: its name and the first of what it holds."""
    title = feature_title(shape, index)
    facts = [
        f"{_short(key)}: {_short(value)}"
        for key, value in list(shape.properties.items())[:_MOST_IN_LINE]
        if _short(value) != title
    ]
    return "  ·  ".join([title, *facts])


def kind_text(kind: str, parts: int) -> str:
    """Point, line or area, and of how many parts."""
    words = {"point": _tr("Point"), "line": _tr("Line"), "polygon": _tr("Area")}
    word = words.get(kind, kind)
    if parts <= 1:
        return word
    return _tr("{kind}, {count} parts").format(kind=word, count=count_text(parts))


def count_line(count: int, total: int) -> str:
    """How many shapes there are; and of how many, if some were left out."""
    if total > count:
        return _tr("{count} of {total} features").format(
            count=count_text(count), total=count_text(total)
        )
    if count == 1:
        return _tr("1 feature")
    return _tr("{count} features").format(count=count_text(count))


def _short(text: str) -> str:
    return visible_text(" ".join(text.split()))[:_MOST_CHARACTERS]
