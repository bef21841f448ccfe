"""`openeo-desktop remove-data`: says what there is and how large, asks, and removes it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from openeo_desktop.core.errors import InputError, StorageError
from openeo_desktop.core.formatting import format_size
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.core.process_lock import ProcessLock
from openeo_desktop.headless.output import Output
from openeo_desktop.headless.prompts import ask_yes
from openeo_desktop.services.data_removal import DataRemoval, DataUse
from openeo_desktop.services.data_removal_files import finish_removal
from openeo_desktop.services.data_removal_parts import own_folders, own_parts
from openeo_desktop.services.services import Services


@contextlib.contextmanager
def removing_alone(paths: AppPaths, output: Output) -> Iterator[bool]:
    """Hold the place of the window meanwhile, then remove what was ordered.

    Yields False, and makes nothing, where there is nothing to remove.

    Raises:
        StorageError: The window is open, or something could not be removed.
    """
    if not own_parts(paths):
        output.line("There is nothing to remove.")
        output.document({"removed_bytes": 0, "left": []})
        yield False
        return
    paths.make_folders()
    lock = ProcessLock(paths.data / "window.lock")
    if not lock.take():
        raise StorageError(
            "Another openEO Desktop is running.", "Quit it (also in the tray), then try again."
        )
    try:
        yield True
    finally:
        lock.release()
    _finish(paths)


async def remove_data(services: Services, downloads: bool, yes: bool, output: Output) -> None:
    """Ask, and order the removal.

    Raises:
        InputError: The person did not say yes.
        KeychainError: The passwords and tokens are still there: the keychain is locked.
    """
    removal = DataRemoval(services)
    use = await removal.look()
    for line in _lines(use, services.paths, downloads=downloads):
        output.line(line)
    size = use.own + (use.file_bytes if downloads else 0)
    if not yes and not ask_yes("Remove all of this for good?"):
        raise InputError("Nothing was removed.", "Answer y, or add --yes.")
    await removal.begin(use, downloads=downloads)
    output.line(f"Removed: {format_size(size) or '0 B'}.")
    output.document({"removed_bytes": size, "accounts": use.accounts, "downloads": downloads})


def _finish(paths: AppPaths) -> None:
    removed = finish_removal(paths)
    if removed is not None and removed.left:
        left = ", ".join(str(path) for path in removed.left[:5])
        raise StorageError(f"Not everything could be removed: {left}.", "Remove it by hand.")


def _lines(use: DataUse, paths: AppPaths, *, downloads: bool) -> Iterator[str]:
    yield f"Jobs, logs, settings and previews: {format_size(use.own - use.computer) or '0 B'}"
    for folder in own_folders(paths):
        yield f"  {folder}"
    if use.computer:
        yield f"«This computer» and its jobs: {format_size(use.computer)}"
    yield f"Accounts with their passwords and tokens: {use.accounts}"
    if use.at_log_in:
        yield "The entry that starts the app with the computer"
    if use.files:
        stay = "removed too" if downloads else "they stay; --downloads removes them"
        yield f"Downloaded files: {len(use.files)}, {format_size(use.file_bytes)} ({stay})"
