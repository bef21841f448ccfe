"""The process of one job: `python -m openeo_desktop.local.worker --state DIR --job ID`.

Runs the graph, writes log, progress and files; exit code 0 = done, 1 = failed and logged. It ends
itself when its standard input ends, because then the server is gone.
"""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import sys
import threading
import time
import traceback
import warnings
from pathlib import Path
from typing import Any

from openeo_desktop.local import out_of_memory
from openeo_desktop.local.catalogue import Catalogue
from openeo_desktop.local.job_context import JobContext
from openeo_desktop.local.layout import StateFolder
from openeo_desktop.local.out_of_memory import ran_out_of_memory
from openeo_desktop.local.processes import ProcessCatalogue
from openeo_desktop.local.registry import Registry
from openeo_desktop.local.validation import Validator

_BLOCK = "8MiB"  # of dask: small enough to show progress, large enough to be quick
_NICENESS = 5


def main() -> int:
    """Run one job and return the exit code."""
    options = _arguments()
    threading.Thread(target=_end_with_server, daemon=True).start()
    state = StateFolder(options.state)
    registry = Registry(state.database)
    job = registry.find(options.job)
    if job is None:
        return 1
    _limit(options.memory)
    folder = state.job(job.id)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    context = JobContext(job, registry, folder)
    try:
        done = _run(context, state, Catalogue(state, options.data))
    except Exception as error:  # noqa: BLE001 - whatever it is, the person must read of it
        if ran_out_of_memory(error):
            context.log("error", out_of_memory.TEXT, code="OutOfMemory")
        else:
            context.log("error", f"The job failed: {error}", code=type(error).__name__)
        context.log("debug", traceback.format_exc(), code=type(error).__name__)
        done = False
    finally:
        shutil.rmtree(folder / "writing", ignore_errors=True)
    return 0 if done else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="openeo_desktop.local.worker")
    parser.add_argument("--state", type=Path, required=True)
    parser.add_argument("--data", type=Path, action="append", default=[])
    parser.add_argument("--memory", type=int, default=0)
    parser.add_argument("--job", required=True)
    return parser.parse_args()


def _end_with_server() -> None:
    """Wait for the end of standard input; then nobody would see the end of this job."""
    while os.read(0, 1):  # unbuffered: a lock of sys.stdin would hold up the end of the process
        pass
    os._exit(1)


def _limit(memory_mib: int) -> None:
    """Leave the computer to the person: lower priority, and the memory limit if one is set."""
    if sys.platform != "win32":
        import resource

        os.nice(_NICENESS)
        if memory_mib:
            size = memory_mib * 1024 * 1024
            resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _run(context: JobContext, state: StateFolder, catalogue: Catalogue) -> bool:
    """Check and run the graph; True when all went well."""
    begun = time.monotonic()
    context.log("info", "Job started; loading the processing engine")
    context.registry.set_progress(context.job.id, context.job.run, 1)
    graph = context.job.process["process_graph"]
    validator = Validator(ProcessCatalogue(state).specs(), lambda name: bool(catalogue.find(name)))
    problems = validator.check(graph)
    for problem in problems:
        facts = problem.as_json()
        path = [{"node_id": node} for node in reversed(problem.node)]
        context.log("error", facts["message"], code=facts["code"], path=path)
    if problems:
        return False
    done = _compute(context, catalogue, graph)
    _tell_usage(context, time.monotonic() - begun)
    return done


def _compute(context: JobContext, catalogue: Catalogue, graph: dict[str, Any]) -> bool:
    warnings.simplefilter("ignore")  # of libraries about libraries; nothing a person can act on
    logging.basicConfig(level=logging.INFO, handlers=[logging.NullHandler()])
    import dask

    from openeo_desktop.local.engine import load_functions
    from openeo_desktop.local.execution import NodeFailedError, run_graph
    from openeo_desktop.local.loading import CollectionLoader
    from openeo_desktop.local.saving import ResultSaver

    functions = load_functions()
    saver = ResultSaver(context)
    functions["load_collection"] = CollectionLoader(context, catalogue).load_collection
    functions["save_result"] = saver.save_result
    logging.getLogger().addHandler(_JobLogHandler(context))
    context.log("info", f"Engine ready with {len(functions)} processes, {len(graph)} nodes to run")
    context.registry.set_progress(context.job.id, context.job.run, 10)
    try:
        with dask.config.set({"array.chunk-size": _BLOCK, "scheduler": "threads"}):
            result = run_graph(graph, functions, context)
            if not saver.has_saved:
                _save_unsaved(context, saver, result)
    except NodeFailedError as error:
        context.log("debug", "".join(traceback.format_exception(error.__cause__)), code="Traceback")
        return False
    return True


def _save_unsaved(context: JobContext, saver: Any, result: Any) -> None:
    """A graph without save_result would compute nothing (all is lazy): keep what it results in."""
    form = "netCDF" if {"x", "y"} <= set(getattr(result, "dims", ())) else "JSON"
    context.log("warning", f"The graph has no save_result; its result is stored as {form}.")
    saver.save_result(result, form)


def _tell_usage(context: JobContext, seconds: float) -> None:
    usage: dict[str, Any] = {
        "cpu": {"value": round(time.process_time(), 2), "unit": "cpu-seconds"},
        "duration": {"value": round(seconds, 2), "unit": "seconds"},
    }
    if sys.platform != "win32":
        import resource

        unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss: bytes there, KiB here
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
        usage["memory"] = {"value": round(peak, 1), "unit": "mb"}
    context.registry.update(context.job.id, {"usage": usage})
    cpu = usage["cpu"]["value"]
    context.log("info", f"Took {seconds:.1f} s, {cpu:.1f} s of processor time", usage=usage)


class _JobLogHandler(logging.Handler):
    """Log records of the libraries in the job's log: warnings, and all that `inspect` says."""

    def __init__(self, context: JobContext) -> None:
        super().__init__()
        self._context = context

    def emit(self, record: logging.LogRecord) -> None:
        """Store one record."""
        told = record.name.endswith(".process_implementations.inspect")
        if told or record.levelno >= logging.WARNING:
            # An error of a library is not yet an error of the job: its outcome is told apart.
            level = "info" if record.levelno < logging.WARNING else "warning"
            self._context.log(level, record.getMessage(), code="Inspect" if told else record.name)


if __name__ == "__main__":
    # Everything is written: taking the engine down in good order would cost a second more.
    os._exit(main())
