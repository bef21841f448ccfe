"""Data files as STAC 1.0 collections with the datacube extension (`GET /collections`)."""

from __future__ import annotations

from typing import Any

from openeo_desktop.local.sources import Band, Source

_DATACUBE = "https://stac-extensions.github.io/datacube/v2.2.0/schema.json"
_EO = "https://stac-extensions.github.io/eo/v1.1.0/schema.json"


def stac_collection(collection_id: str, source: Source, base_url: str) -> dict[str, Any]:
    """The full metadata of a collection (`GET /collections/{collection_id}`)."""
    return {
        "stac_version": "1.0.0",
        "stac_extensions": [_DATACUBE, _EO],
        "type": "Collection",
        "id": collection_id,
        "title": source.title,
        "description": source.description,
        "license": "proprietary",
        "keywords": ["local file"],
        "extent": {
            "spatial": {"bbox": [list(source.bbox)]},
            "temporal": {"interval": [_interval(source)]},
        },
        "cube:dimensions": _dimensions(source),
        "summaries": _summaries(source),
        "links": _links(collection_id, base_url),
    }


def stac_overview(collection_id: str, source: Source, base_url: str) -> dict[str, Any]:
    """The short form in the list (`GET /collections`)."""
    full = stac_collection(collection_id, source, base_url)
    return {name: value for name, value in full.items() if name not in ("summaries", "assets")}


def _interval(source: Source) -> list[str | None]:
    return [min(source.times), max(source.times)] if source.times else [None, None]


def _dimensions(source: Source) -> dict[str, Any]:
    dimensions: dict[str, Any] = {
        "x": _axis("x", source.x, source.step[0], source),
        "y": _axis("y", source.y, source.step[1], source),
        "bands": {"type": "bands", "values": [band.name for band in source.bands]},
    }
    if source.names[0] is not None:
        values = sorted(source.times)
        dimensions["t"] = {"type": "temporal", "extent": _interval(source), "values": values}
    return dimensions


def _axis(name: str, ends: tuple[float, float], step: float, source: Source) -> dict[str, Any]:
    return {
        "type": "spatial",
        "axis": name,
        "extent": [min(ends), max(ends)],
        "step": abs(step),
        "reference_system": source.epsg or source.crs_wkt,
    }


def _summaries(source: Source) -> dict[str, Any]:
    summaries: dict[str, Any] = {
        "eo:bands": [eo_band(band) for band in source.bands],
        "proj:shape": [list(source.shape)],
        "file:type": [source.path.suffix.lower().lstrip(".")],
    }
    if source.epsg is not None:
        summaries["proj:epsg"] = [source.epsg]
        summaries["gsd"] = [abs(source.step[0])] if source.epsg not in (4326, 4258) else []
    return {name: value for name, value in summaries.items() if value}


def eo_band(band: Band) -> dict[str, Any]:
    """A band as the STAC extension eo 1.1 writes it."""
    facts = {
        "name": band.name,
        "description": band.description,
        "common_name": band.common_name,
        "center_wavelength": band.centre_um,
    }
    return {name: value for name, value in facts.items() if value}


def _links(collection_id: str, base_url: str) -> list[dict[str, str]]:
    return [
        {"rel": "self", "href": f"{base_url}/collections/{collection_id}"},
        {"rel": "parent", "href": f"{base_url}/collections"},
        {"rel": "root", "href": f"{base_url}/"},
    ]
