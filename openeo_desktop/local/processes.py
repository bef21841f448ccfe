"""The processes that this back-end can run, with their official specifications.

The server must not import the engine (3 s, 200 MB), so a helper process asks it once and the
answer is kept per engine version. `python -m openeo_desktop.local.processes` is that helper.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from openeo_desktop.local.commands import own_command
from openeo_desktop.local.layout import StateFolder

ENGINE = "openeo-processes-dask-slim"
# Provided by this package; see loading.py and saving.py.
OWN_PROCESSES = ("load_collection", "save_result")
# run_udf would let a process graph that came by mail run any Python code on this computer.
# quantiles fails on cubes; the others are drafts of one project, or need what is not installed.
_LEFT_OUT = frozenset(
    {"run_udf", "ddmc", "apply_neighborhood_intertwin", "create_data_cube", "quantiles"}
)
# The engine follows an older specification, but the openEO clients always send this.
_ADDED_PARAMETERS: dict[str, list[dict[str, Any]]] = {
    "resample_spatial": [
        {
            "name": "align",
            "description": "Accepted for compatibility; it has no effect on this back-end.",
            "schema": {
                "type": "string",
                "enum": ["lower-left", "upper-left", "lower-right", "upper-right"],
            },
            "default": "upper-left",
            "optional": True,
        }
    ]
}


def is_offered(process_id: str) -> bool:
    """Whether a function of the engine is a process that this back-end lists."""
    return process_id not in _LEFT_OUT and _spec_file(process_id).is_file()


def _spec_file(process_id: str) -> Path:
    # find_spec only looks: importing the package would load the engine.
    found = importlib.util.find_spec("openeo_processes_dask_slim")
    if found is None or not found.submodule_search_locations:
        message = f"{ENGINE} is not installed"
        raise RuntimeError(message)
    folder = Path(found.submodule_search_locations[0])
    return folder / "specs" / "openeo-processes" / f"{process_id}.json"


class ProcessCatalogue:
    """Specifications of the processes by id, gathered once per version of the engine."""

    def __init__(self, state: StateFolder) -> None:
        """Keep the list of names in the state folder."""
        version = importlib.metadata.version(ENGINE)
        self._cache = state.root / f"processes-{version}.json"
        self._lock = threading.Lock()
        self._specs: dict[str, dict[str, Any]] | None = None

    def specs(self) -> dict[str, dict[str, Any]]:
        """All specifications, sorted by id. The very first call may take some seconds."""
        with self._lock:
            if self._specs is None:
                self._specs = {name: self._read_spec(name) for name in self._names()}
            return self._specs

    def _names(self) -> list[str]:
        try:
            names = json.loads(self._cache.read_text("utf-8"))
        except (OSError, ValueError):
            names = self._ask_engine()
            temporary = self._cache.with_suffix(".new")
            temporary.write_text(json.dumps(names), "utf-8")
            temporary.replace(self._cache)
        return sorted({*filter(is_offered, map(str, names)), *OWN_PROCESSES})

    def _ask_engine(self) -> list[str]:
        answer = subprocess.run(
            own_command("processes"), check=True, capture_output=True, stdin=subprocess.DEVNULL
        )
        names: list[str] = json.loads(answer.stdout.splitlines()[-1])
        return names

    def _read_spec(self, process_id: str) -> dict[str, Any]:
        spec: dict[str, Any] = json.loads(_spec_file(process_id).read_text("utf-8"))
        known = {parameter["name"] for parameter in spec["parameters"]}
        added = _ADDED_PARAMETERS.get(process_id, [])
        spec["parameters"] += [one for one in added if one["name"] not in known]
        return spec


if __name__ == "__main__":
    from openeo_desktop.local.engine import load_functions

    sys.stdout.write(json.dumps(sorted(load_functions())) + "\n")
