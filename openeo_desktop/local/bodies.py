"""Request bodies: JSON objects, or the error that says what is wrong."""

from __future__ import annotations

import json
from typing import Any

from flask import request

from openeo_desktop.local.errors import OpenEOError


def read_object() -> dict[str, Any]:
    """The JSON object of the request. Raises ContentTypeInvalid or ParameterValueInvalid."""
    if not request.is_json:
        raise OpenEOError("ContentTypeInvalid", types="application/json")
    try:
        body = json.loads(request.get_data())
    except (ValueError, RecursionError) as error:
        reason = f"it is not valid JSON ({error})"
        raise OpenEOError("ParameterValueInvalid", parameter="body", reason=reason) from error
    if not isinstance(body, dict):
        reason = "a JSON object is expected"
        raise OpenEOError("ParameterValueInvalid", parameter="body", reason=reason)
    return body
