"""The process save_result: computes a cube, writes it in the asked format, records the files.

Specification: openEO processes 2.0, save_result. A file gets its final name only when it is
complete; what is recorded in the registry is complete on disk.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import xarray as xr
from dask.base import is_dask_collection
from dask.callbacks import Callback

from openeo_desktop.local.cubes import Cube, make_cube
from openeo_desktop.local.formats import OutputFormat, find_format, format_names
from openeo_desktop.local.job_context import JobContext, ProcessError
from openeo_desktop.local.raster_files import write_geotiff, write_netcdf, write_png
from openeo_desktop.local.table_files import write_csv, write_json
from openeo_desktop.local.written import Written

_COMPUTE_FROM, _COMPUTE_TO = 50.0, 95.0
_TOLD_SHARE = 0.25
_SHA256_MULTIHASH = "1220"  # multihash: code of sha2-256 and length 32
_Writer = Callable[[Cube, Path, JobContext], list[Written]]
_WRITERS: dict[str, _Writer] = {
    "GTiff": write_geotiff,
    "netCDF": write_netcdf,
    "JSON": write_json,
    "CSV": write_csv,
    "PNG": write_png,
}


@dataclass(slots=True)
class ResultSaver:
    """Saves the results of one job; remembers the names, so that they stay unique."""

    context: JobContext
    _uses: Counter[str] = field(default_factory=Counter)

    @property
    def has_saved(self) -> bool:
        """Whether the graph has called save_result."""
        return bool(self._uses)

    def save_result(
        self,
        data: Any,
        format: str,  # noqa: A002 - so named in the specification
        options: dict[str, Any] | None = None,
    ) -> Any:
        """Write `data`; returns it, so that the graph may go on. Raises ProcessError."""
        form = find_format(str(format))
        if form is None:
            message = f"Output format '{format}' is not supported. Available: {format_names()}"
            raise ProcessError("FormatUnsupported", message)
        stem = self._stem(options or {}, form)
        cube = make_cube(self._computed(data), self.context.sources)
        if 0 in cube.data.shape:
            raise ProcessError("DataCubeEmpty", "The result holds no data.")
        if form.kinds == ("raster",) and not cube.is_raster:
            message = f"{form.name} needs a result over x and y. Use JSON, CSV or netCDF here."
            raise ProcessError("FormatUnsuitable", message)
        folder = self.context.folder / "writing"
        folder.mkdir(parents=True, exist_ok=True)
        for written in _WRITERS[form.name](cube, folder / f"{stem}{form.extension}", self.context):
            self._commit(written, form)
        return data

    def _stem(self, options: dict[str, Any], form: OutputFormat) -> str:
        prefix = options.get("filename_prefix", "openEO")
        if not isinstance(prefix, str) or not re.fullmatch(r"[\w\-]{1,64}", prefix, re.ASCII):
            message = "filename_prefix may hold letters, digits, '-' and '_' only."
            raise ProcessError("FormatArgumentInvalid", message)
        stem = f"{prefix}{form.extension}"
        self._uses[stem] += 1
        return prefix if self._uses[stem] == 1 else f"{prefix}_{self._uses[stem]}"

    def _computed(self, data: Any) -> Any:
        if isinstance(data, xr.DataArray) and is_dask_collection(data):
            with _ComputeTeller(self.context):
                return data.compute()
        return data

    def _commit(self, written: Written, form: OutputFormat) -> None:
        """Give the file its final name and record it with size and checksum."""
        with written.path.open("rb+") as stream:
            os.fsync(stream.fileno())
            checksum = hashlib.file_digest(stream, "sha256").hexdigest()
        results = self.context.folder / "results"
        results.mkdir(exist_ok=True)
        name = written.path.name
        final = written.path.replace(results / name)
        size = final.stat().st_size
        stac = {
            "title": name,
            "type": form.media_type,
            "roles": ["data"],
            "file:size": size,
            "file:checksum": _SHA256_MULTIHASH + checksum,
            **written.stac,
        }
        times = sorted(self.context.times)
        interval = written.interval or ((times[0], times[-1]) if times else None)
        record = {"stac": stac, "bbox": written.bbox, "interval": interval}
        self.context.registry.put_asset(self.context.job.id, name, record)
        text = f"File written: {name} ({size:,} bytes, {form.title})"
        self.context.log("info", text, data={"file": name, "size": size})


class _ComputeTeller(Callback):
    """Progress of the lazy computation, task by task (dask calls it between tasks)."""

    def __init__(self, context: JobContext) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._context = context
        self._told = 0.0

    def _start_state(self, _graph: Any, state: dict[str, Any]) -> None:
        count = sum(len(state[name]) for name in ("waiting", "ready", "running"))
        self._context.log("info", f"Computing {count} blocks")

    def _posttask(
        self, _key: Any, _result: Any, _graph: Any, state: dict[str, Any], _worker: Any
    ) -> None:
        left = sum(len(state[name]) for name in ("waiting", "ready", "running"))
        done = len(state["finished"])
        share = done / max(1, done + left)
        self._context.progress(_COMPUTE_FROM + share * (_COMPUTE_TO - _COMPUTE_FROM))
        if share - self._told >= _TOLD_SHARE and left:
            self._told = share
            text = f"Computed {share:.0%} ({done} of {done + left} blocks)"
            self._context.log("info", text, data={"done": done, "left": left})
