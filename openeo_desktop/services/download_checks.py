"""Files that are here already: verified once more, or deleted."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.checksums import parse_multihash
from openeo_desktop.core.disk import disk_errors
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState, Verification
from openeo_desktop.core.errors import AppError, DownloadError, StorageError
from openeo_desktop.services.download_queue import DownloadQueue
from openeo_desktop.services.lanes import Lanes

_PIECE = 1024 * 1024


class DownloadChecks:
    """Works on rows that are done."""

    def __init__(self, queue: DownloadQueue, lanes: Lanes) -> None:
        self._queue = queue
        self._lanes = lanes

    async def verify(self, ids: Iterable[DownloadId]) -> tuple[Download, ...]:
        """Compare with what the back-end announced; what differs is failed, its file stays."""
        wanted = [row for item in ids if (row := self._queue.get(item)) is not None]
        done = [row for row in wanted if row.state is DownloadState.DONE]
        await self._queue.update_many((row.id for row in done), state=DownloadState.VERIFYING)
        for row in done:
            await self._verify(row)
        return tuple(row for item in done if (row := self._queue.get(item.id)) is not None)

    async def _verify(self, row: Download) -> None:
        try:
            verified = await self._lanes.hashing.run(check_file, row)
        except AppError as error:
            await self._queue.forget_part(row.id)  # asked for again, it is fetched anew
            await self._end(row, state=DownloadState.FAILED, reason=str(error))
        except BaseException:
            await self._end(row, state=DownloadState.DONE)
            raise
        else:
            await self._end(row, state=DownloadState.DONE, verified=verified, reason="")

    async def _end(self, row: Download, **changes: object) -> None:
        """Unless it was asked for anew, or taken off the list, meanwhile."""
        now = self._queue.get(row.id)
        if now is not None and now.state is DownloadState.VERIFYING:
            await self._queue.update(row.id, **changes)

    async def delete_files(self, ids: Iterable[DownloadId]) -> None:
        """Delete the files of rows that are done, and take them off the list.

        Raises:
            StorageError: A file cannot be deleted; those before it are gone.
        """
        for row in [row for item in ids if (row := self._queue.get(item)) is not None]:
            if row.state is DownloadState.DONE:
                await self._lanes.files.call(_delete, row)
                await self._queue.remove([row.id])


def check_file(row: Download, token: CancelToken) -> Verification:
    """Read the file whole and compare.

    Raises:
        DownloadError: It is not there, or not what was downloaded.
        StorageError: It cannot be read.
    """
    found = compare(row.path, row.checksum, row.total, token)
    return row.verified if found is Verification.LENGTH else found


def compare(path: Path, checksum: str, size: int | None, token: CancelToken) -> Verification:
    """By a checksum (a multihash) where it is known, else by the size in bytes.

    Raises:
        DownloadError: The file is not there, or another one.
        StorageError: It cannot be read.
    """
    expected = parse_multihash(checksum)
    digest = expected.new() if expected else None
    try:
        with path.open("rb") as file:
            while digest is not None and (piece := file.read(_PIECE)):
                token.check()
                digest.update(piece)
            found = file.seek(0, 2)
    except FileNotFoundError:
        raise DownloadError(f"{path.name} is no longer there.", "Download it again.") from None
    except OSError as error:
        raise StorageError(
            f"{path.name} cannot be read ({error.strerror}).", "Check the disk and its rights."
        ) from error
    differs = expected is not None and digest is not None and digest.digest() != expected.expected
    if differs or (size is not None and found != size):
        raise DownloadError(
            f"{path.name} was changed since it was downloaded.", "Download it again."
        )
    return Verification.CHECKSUM if expected is not None else Verification.LENGTH


def _delete(row: Download) -> None:
    with disk_errors(row.path):
        row.path.unlink(missing_ok=True)
