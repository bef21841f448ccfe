"""The bands that a result document names. Standard library only.

Source: STAC 1.1 `bands`; the EO and Raster extensions (`eo:bands`, `raster:bands`); the Datacube
extension (`cube:dimensions` of type `bands`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from openeo_desktop.core.json_values import as_dict, as_dicts, as_text, as_texts

MAX_BANDS = 100
_MAX_ASSETS = 500


def band_names(document: Mapping[str, Any]) -> tuple[str, ...]:
    """Names in their order, each once, at most 100."""
    found: dict[str, None] = {}
    for name in _names(document):
        if name.strip():
            found.setdefault(name.strip()[:80])
        if len(found) == MAX_BANDS:
            break
    return tuple(found)


def _names(document: Mapping[str, Any]) -> Iterator[str]:
    properties, summaries = as_dict(document.get("properties")), as_dict(document.get("summaries"))
    assets = list(as_dict(document.get("assets")).values())[:_MAX_ASSETS]
    for place in (document, properties, summaries, *map(as_dict, assets)):
        for member in ("bands", "eo:bands", "raster:bands"):
            for band in as_dicts(place.get(member))[:MAX_BANDS]:
                yield as_text(band.get("name"))
        for dimension in as_dict(place.get("cube:dimensions")).values():
            if as_dict(dimension).get("type") == "bands":
                yield from as_texts(dimension.get("values"))[:MAX_BANDS]
