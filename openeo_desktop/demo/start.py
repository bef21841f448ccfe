"""Starts the demonstration: with a display for a person, without one by itself.

The person's own history is not touched: the demonstration has folders of its own.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from openeo_desktop.core.display import has_display
from openeo_desktop.core.errors import InputError
from openeo_desktop.core.paths import (
    AppPaths,
    expanded,
    make_private_folder,
    profile_paths,
    system_paths,
)

DEFAULT_OUT = Path("openeo-demo")


def run_demo(
    paths: AppPaths | None, data: Sequence[Path], *, headless: bool, out: Path | None
) -> int:
    """Run the demonstration; returns the exit code.

    Args:
        paths: Where to keep its things; None for a place of its own.
        data: Folders with GeoTIFF and netCDF files that become collections.
        headless: Drive the window offscreen through the main job.
        out: Where the headless run leaves its files.

    Raises:
        InputError: A data folder is not there.
        AppError: What stood in the way of the main job.
    """
    folders = [_existing(folder) for folder in data]
    if not headless and not has_display():
        print("There is no display: the window is driven offscreen, by itself.", flush=True)
        headless = True
    if not headless:
        return _run_for_person(paths or profile_paths(system_paths().data / "demo"), folders)
    target = expanded(out or DEFAULT_OUT).resolve()
    make_private_folder(target)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if paths is not None:
        return _run_by_itself(paths, folders, target)
    with tempfile.TemporaryDirectory(prefix="openeo-demo-", ignore_cleanup_errors=True) as own:
        return _run_by_itself(profile_paths(Path(own)), folders, target)


def _existing(folder: Path) -> Path:
    whole = expanded(folder).resolve()
    if not whole.is_dir():
        raise InputError(f"There is no folder {folder}.", "Give a folder with --data.")
    return whole


def _run_for_person(paths: AppPaths, folders: Sequence[Path]) -> int:
    from openeo_desktop.app import run_window
    from openeo_desktop.demo.examples import prepare_examples

    print("The window opens on a back-end on this computer.", flush=True)
    print(f"Its jobs and files are kept in {paths.data.parent}.", flush=True)
    return run_window(paths, driver=prepare_examples, data_folders=folders)


def _run_by_itself(paths: AppPaths, folders: Sequence[Path], out: Path) -> int:
    from openeo_desktop.app import run_window
    from openeo_desktop.demo.tour import Tour

    return run_window(paths, driver=Tour(out).run, data_folders=folders, alone=True)
