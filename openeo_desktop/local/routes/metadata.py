"""Collections, processes, file formats and validation (openEO API 1.2)."""

from __future__ import annotations

from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue

from openeo_desktop.local.backend import Backend
from openeo_desktop.local.bodies import read_object
from openeo_desktop.local.errors import OpenEOError
from openeo_desktop.local.formats import output_formats
from openeo_desktop.local.paging import slice_page
from openeo_desktop.local.routes.discovery import base_url
from openeo_desktop.local.stac_collection import stac_collection, stac_overview


def metadata_routes(backend: Backend) -> Blueprint:
    """Public routes that tell what there is."""
    routes = Blueprint("metadata", __name__)

    @routes.get("/collections")
    def collections() -> ResponseReturnValue:
        page, links = slice_page(list(backend.catalogue.sources().items()))
        return {
            "collections": [stac_overview(name, source, base_url()) for name, source in page],
            "links": links,
        }

    @routes.get("/collections/<collection_id>")
    def collection(collection_id: str) -> ResponseReturnValue:
        source = backend.catalogue.find(collection_id)
        if source is None:
            raise OpenEOError("CollectionNotFound", identifier=collection_id)
        return stac_collection(collection_id, source, base_url())

    @routes.get("/processes")
    def processes() -> ResponseReturnValue:
        page, links = slice_page(list(backend.processes.specs().values()))
        return {"processes": page, "links": links}

    @routes.get("/file_formats")
    def file_formats() -> ResponseReturnValue:
        inputs: dict[str, Any] = {}  # there is no process that takes an input format
        return {"input": inputs, "output": output_formats()}

    @routes.post("/validation")
    def validation() -> ResponseReturnValue:
        problems = backend.validator().check(read_object().get("process_graph"))
        return {"errors": [problem.as_json() for problem in problems]}

    return routes
