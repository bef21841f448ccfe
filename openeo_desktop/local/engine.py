"""The engine's processes as functions, with two repairs; importing them costs seconds.

For the workers and for the helper that lists the processes; the server reads only
specifications (`processes.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import openeo_processes_dask_slim.process_implementations as library
import xarray as xr

from openeo_desktop.local.processes import is_offered

Function = Callable[..., Any]


def load_functions() -> dict[str, Function]:
    """The functions by process id, as the library has them or repaired."""
    functions: dict[str, Function] = {}
    for name in dir(library):
        function = getattr(library, name)
        process_id = name.strip("_")  # `_if`, `_max`: names that Python has taken
        if callable(function) and is_offered(process_id):
            functions[process_id] = function
    return {**functions, "apply_dimension": apply_dimension, "resample_spatial": resample_spatial}


def apply_dimension(
    data: xr.DataArray,
    process: Function,
    dimension: str,
    target_dimension: str | None = None,
    context: dict[str, Any] | None = None,
) -> xr.DataArray:
    """As the library does it, but the labels stay where their number stays (specification).

    The library compares the old labels where it wants to set them, so dates are lost.
    """
    result: xr.DataArray = library.apply_dimension(
        data, process, dimension, target_dimension, context
    )
    same_length = result.sizes.get(dimension) == data.sizes.get(dimension)
    if same_length and dimension in data.coords and dimension not in result.coords:
        return result.assign_coords({dimension: data[dimension]})
    return result


def resample_spatial(
    data: xr.DataArray,
    projection: Any = None,
    resolution: Any = 0,
    method: str = "near",
    align: str = "upper-left",  # noqa: ARG001 - see processes.py
) -> xr.DataArray:
    """As the library does it; `align`, which openEO clients always send, has no effect."""
    resampled: xr.DataArray = library.resample_spatial(data, projection, resolution, method)
    return resampled
