"""Removes everything that the app keeps on this computer, when the person wants that.

At once: passwords and tokens in the keychain, and the entry for log-in. When the app has ended:
its folders (`data_removal_files`), because history, log and locks are in use until then. Downloads
stay unless they are chosen, and then only files that the app itself has written. No Qt here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from openeo_desktop.core.disk import disk_errors
from openeo_desktop.core.downloads import Download, DownloadState
from openeo_desktop.core.file_names import safe_file_name
from openeo_desktop.services.autostart import Autostart, make_autostart
from openeo_desktop.services.data_removal_files import size_of, write_mark
from openeo_desktop.services.data_removal_parts import own_parts
from openeo_desktop.services.result_folder import read_json
from openeo_desktop.store import downloads as store

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


@dataclass(frozen=True, slots=True)
class DataUse:
    """What there is. Bytes; `computer` is «This computer» with its jobs, a part of `own`.

    `files`: downloads of which the app knows, with what it wrote beside them.
    """

    own: int = 0
    computer: int = 0
    accounts: int = 0
    at_log_in: bool = False
    files: tuple[Path, ...] = ()
    file_bytes: int = 0


class DataRemoval:
    """Looks what there is, and has it removed."""

    def __init__(self, services: Services, autostart: Autostart | None = None) -> None:
        self._services = services
        self._autostart = autostart or make_autostart(services.paths)

    async def look(self) -> DataUse:
        """What there is on this computer.

        Raises:
            StorageError: The history cannot be read.
        """
        services = self._services
        downloads = await services.history.call(store.list_downloads)
        return await services.lanes.files.call(self._measure, downloads)

    async def begin(self, use: DataUse, *, downloads: bool) -> None:
        """Remove what can be removed now; the rest goes when the app has ended.

        Raises:
            KeychainError: The keychain is locked: nothing was removed but perhaps some secrets.
            StorageError: The entry for log-in or the data folder cannot be written.
        """
        services = self._services
        for status in services.accounts.statuses():
            await services.lanes.secrets.call(services.keychain.delete, status.account.id)
        if use.at_log_in:
            await services.lanes.files.call(self._autostart.switch, on=False)
        await services.lanes.files.call(self._mark, use.files, downloads)

    def _measure(self, downloads: Iterable[Download]) -> DataUse:
        paths = self._services.paths
        files = tuple(dict.fromkeys(_files_of(downloads)))
        return DataUse(
            own=size_of(own_parts(paths)),
            computer=size_of((paths.local_environment, paths.local_state)),
            accounts=len(self._services.accounts.statuses()),
            at_log_in=self._autostart.state().is_on,
            files=files,
            file_bytes=size_of(files),
        )

    def _mark(self, files: tuple[Path, ...], downloads: bool) -> None:
        """Downloads that stay do so wherever they are, be it in a folder of the app."""
        paths = self._services.paths
        with disk_errors(paths.data):
            write_mark(paths, *((files, ()) if downloads else ((), files)))


def _files_of(downloads: Iterable[Download]) -> Iterator[Path]:
    """Files that are there: whole ones that we finished, parts, and what we wrote beside them."""
    for download in downloads:
        own = (download.path,) if _is_whole(download) else ()
        yield from (path for path in (*own, download.part_path) if path.is_file())
        yield from _beside(download)


def _is_whole(download: Download) -> bool:
    """Whether it is the file that came; one that was changed since is the work of the person."""
    try:
        size = download.path.stat().st_size
    except OSError:
        return False
    return download.state is DownloadState.DONE and size == (download.done or size)


def _beside(download: Download) -> Iterator[Path]:
    """`job.json` and the like, if it is about this very job."""
    job_id, folder = download.job.job_id, download.path.parent
    for tail in ("", f"-{safe_file_name(job_id, max_bytes=80)}"):
        if read_json(folder / f"job{tail}.json").get("id") == job_id:
            names = (f"{name}{tail}.json" for name in ("job", "job-results", "log"))
            yield from (folder / name for name in names if (folder / name).is_file())
