"""`openeo-desktop history`: what is kept here, into a file, and back."""

from __future__ import annotations

from pathlib import Path

from openeo_desktop.core.errors import InputError
from openeo_desktop.core.formatting import format_size
from openeo_desktop.headless.offline import Wanted
from openeo_desktop.headless.output import Output
from openeo_desktop.services.history_export import ExportParts
from openeo_desktop.services.services import Services


async def info(services: Services, output: Output) -> None:
    """How much there is, and where."""
    sizes = await services.care.sizes()
    accounts = len(services.accounts.statuses())
    output.line(f"File:            {services.paths.database}")
    output.line(f"Size:            {format_size(sizes.bytes)}")
    output.line(f"Accounts:        {accounts}")
    output.line(f"Jobs:            {sizes.jobs}")
    output.line(f"Log entries:     {sizes.log_entries}")
    output.line(f"Result metadata: {sizes.results}")
    output.document(
        {
            "file": str(services.paths.database),
            "bytes": sizes.bytes,
            "accounts": accounts,
            "jobs": sizes.jobs,
            "log_entries": sizes.log_entries,
            "results": sizes.results,
        }
    )


async def export(
    services: Services,
    path: Path,
    wanted: Wanted,
    parts: ExportParts,
    overwrite: bool,
    output: Output,
) -> None:
    """Write the history, or the jobs that are wanted of it, into a file.

    Raises:
        InputError: The file is there already.
        StorageError: It cannot be written.
    """
    target = await services.lanes.files.call(_target, path, overwrite)
    done = await services.history_export.export(target, wanted.query(), parts)
    output.line(f"Jobs: {done.jobs}, log entries: {done.log_entries}; all in {path}.")
    output.document({"file": str(path), "jobs": done.jobs, "log_entries": done.log_entries})


def _target(path: Path, overwrite: bool) -> Path:
    if path.exists() and not overwrite:
        raise InputError(f"{path} is there already.", "Choose another name, or add --overwrite.")
    return path.absolute()


async def load(services: Services, path: Path, output: Output) -> None:
    """Add what a file of `export` holds.

    Raises:
        InputError: It is no such file.
        StorageError: The history cannot be written.
    """
    done = await services.history_import.load(path)
    output.line(
        f"Jobs: {done.added} added, {done.updated} completed, {done.unchanged} known already; "
        f"log entries: {done.log_entries} added."
    )
    if done.skipped:
        output.remark(f"{done.skipped} items of the file could not be read.")
    output.document(
        {
            "added": done.added,
            "updated": done.updated,
            "unchanged": done.unchanged,
            "log_entries": done.log_entries,
            "skipped": done.skipped,
        }
    )
