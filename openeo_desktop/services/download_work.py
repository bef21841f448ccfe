"""One try of one download: the link, the transfer, and what follows from how it ends."""

from __future__ import annotations

import datetime as dt

from openeo_desktop.api.asset_request import is_link_expired
from openeo_desktop.api.connection import Connection
from openeo_desktop.api.download import Arrived, Transfer, download, finish_ready
from openeo_desktop.api.urls import shown_host
from openeo_desktop.core.accounts import AccountState
from openeo_desktop.core.assets import Asset
from openeo_desktop.core.bandwidth import Bandwidth
from openeo_desktop.core.cancel import Cancelled
from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState, PartRecord
from openeo_desktop.core.errors import (
    AppError,
    DiskFullError,
    InputError,
    KeychainError,
    PartInUseError,
    SignInError,
    SignInNeeded,
)
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.download_journal import DownloadJournal
from openeo_desktop.services.download_links import DownloadLinks
from openeo_desktop.services.download_queue import DownloadQueue
from openeo_desktop.services.download_slots import DownloadSlots
from openeo_desktop.services.download_waits import DAMAGED, may_help, wait_before
from openeo_desktop.services.history import History
from openeo_desktop.services.lanes import Lanes

MOST_OPEN = 12 * 1024 * 1024
"""So many bytes of all transfers together are not durable yet: with a piece of each, and for the
moment in which another transfer begins or ends, no more than 16 MiB are lost with a kill."""


class DownloadWork:
    """Works on one row at a time for each task that calls `run`.

    Attributes:
        errors: Why the last try of a row failed, in this run of the app.
        patient: Wait as long as a back-end is offline, instead of giving up after some tries.
    """

    def __init__(
        self,
        queue: DownloadQueue,
        slots: DownloadSlots,
        lanes: Lanes,
        history: History,
        accounts: AccountsService,
        links: DownloadLinks,
        bandwidth: Bandwidth,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        self.errors: dict[DownloadId, AppError] = {}
        self.patient = False
        self._queue = queue
        self._slots = slots
        self._lanes = lanes
        self._history = history
        self._accounts = accounts
        self._links = links
        self._bandwidth = bandwidth
        self._clock = clock
        self._restarts: dict[DownloadId, int] = {}

    async def run(self, row: Download) -> float | None:
        """One try; returns the seconds to wait before the next one, None if there is none."""
        journal = DownloadJournal(row.id, self._history, self._queue.progress)
        if not self._is(row.id, DownloadState.QUEUED):
            return None  # it was paused before its task began
        await self._queue.update(row.id, state=DownloadState.RUNNING, reason="")
        try:
            arrived = await self._whole(row, journal)
        except Cancelled:
            return None
        except AppError as error:
            return await self._after_failure(row.id, error, journal)
        if arrived is not None:
            await self._note_arrival(row.id, arrived)
        return None

    async def _note_arrival(self, item: DownloadId, arrived: Arrived) -> None:
        await self._queue.update(
            item,
            state=DownloadState.DONE,
            verified=arrived.verified,
            done=arrived.size,
            total=arrived.size,
            path=arrived.path,
            attempts=0,
            reason="",
        )
        self.reset(item)

    def reset(self, item: DownloadId) -> None:
        """Count tries anew."""
        self.errors.pop(item, None)
        self._restarts.pop(item, None)

    async def _whole(self, row: Download, journal: DownloadJournal) -> Arrived | None:
        """The file under its name; None if it goes back into the queue, or another run had it."""
        stored = await self._queue.stored(row.id)
        if stored is None:
            raise Cancelled
        current, known = stored
        if known.ready:
            finished = await self._finish(current, known)
            if finished is not None:
                return finished
        asset = await self._links.asset(row)
        if self._restarts.get(row.id):  # the checksum that did not fit may be of an older file
            asset = await self._links.asset(row, refused=asset.href)
        if not await self._at_its_host(row, asset):
            return None
        try:
            return await self._fetch(row, asset, journal)
        except AppError as error:
            if not is_link_expired(error):
                raise
            fresh = await self._links.asset(row, refused=asset.href)
            return await self._fetch(row, fresh, journal)

    async def _finish(self, row: Download, known: PartRecord) -> Arrived | None:
        """Another process has just finished it, or a kill came right before the rename."""
        transfer = Transfer("", row.part_path, row.path, known=known)
        arrived = await self._lanes.files.call(finish_ready, transfer)
        if arrived is not None and arrived.path != row.path:
            await self._queue.note_name(row.id, arrived)
        return arrived

    async def _at_its_host(self, row: Download, asset: Asset) -> bool:
        """Each host has so many slots; a row that learns its host late may have to wait for one."""
        host = shown_host(asset.href)
        if host == row.host:
            return True
        await self._queue.update(row.id, host=host)
        if self._slots.move(row, host):
            return True
        if self._is(row.id, DownloadState.RUNNING):
            await self._queue.update(row.id, state=DownloadState.QUEUED)
        return False

    def _is(self, item: DownloadId, state: DownloadState) -> bool:
        row = self._queue.get(item)
        return row is not None and row.state is state

    async def _fetch(self, row: Download, asset: Asset, journal: DownloadJournal) -> Arrived:
        """One transfer; the token is renewed once where the back-end refuses it."""
        connection = await self._connection(row)
        try:
            return await self._receive(row, asset, connection, journal)
        except SignInNeeded:
            connection = await self._connection(row, refused=connection)
            return await self._receive(row, asset, connection, journal)

    async def _connection(self, row: Download, refused: Connection | None = None) -> Connection:
        try:
            return await self._accounts.connection(row.job.account_id, refused=refused)
        except (InputError, KeychainError) as error:  # disabled, removed, or its keychain is locked
            raise SignInNeeded(error.message, error.hint) from error

    async def _receive(
        self, row: Download, asset: Asset, connection: Connection, journal: DownloadJournal
    ) -> Arrived:
        stored = await self._queue.stored(row.id)
        if stored is None:
            raise Cancelled
        current, known = stored
        if asset.checksum != current.checksum:  # another file now, whatever its ETag says
            known = PartRecord() if current.checksum else known
            await self._queue.update(row.id, checksum=asset.checksum)
        transfer = Transfer(
            url=asset.href,
            part=current.part_path,
            target=current.path,
            size=asset.size,
            checksum=asset.checksum,
            known=known,
            most_open=lambda: MOST_OPEN // max(1, self._slots.running),
        )
        return await self._lanes.download.run(
            download, connection, transfer, journal, self._bandwidth
        )

    async def _after_failure(
        self, item: DownloadId, error: AppError, journal: DownloadJournal
    ) -> float | None:
        """Note why; bytes that came in make the tries count anew."""
        row = self._queue.get(item)
        if row is None or row.state is not DownloadState.RUNNING:
            return None  # it was paused or taken off the list while it failed
        self.errors[item] = error
        attempts = row.attempts if isinstance(error, PartInUseError) else row.attempts + 1
        attempts = 1 if journal.received else attempts
        restarts = self._restarts.get(item, 0) + isinstance(error, DAMAGED)
        self._restarts[item] = restarts
        state = _state_after(error)
        if state is DownloadState.FAILED and may_help(
            error, attempts, restarts, offline=self._is_offline(row)
        ):
            return await self._wait(item, error, attempts)
        text = error.message if state.needs_person else str(error)
        await self._queue.update(item, state=state, reason=text, attempts=attempts)
        return None

    async def _wait(self, item: DownloadId, error: AppError, attempts: int) -> float:
        wait = wait_before(attempts, error)
        await self._queue.update(
            item,
            state=DownloadState.WAITING,
            reason=error.message,
            attempts=attempts,
            retry_at=self._clock.now() + dt.timedelta(seconds=wait),
        )
        return wait

    def _is_offline(self, row: Download) -> bool:
        if not self.patient:
            return False
        status = self._accounts.status(row.job.account_id)
        return status is not None and status.state is AccountState.OFFLINE


def _state_after(error: AppError) -> DownloadState:
    if isinstance(error, SignInError):
        return DownloadState.WAITING_AUTH
    if isinstance(error, DiskFullError):
        return DownloadState.WAITING_DISK
    return DownloadState.FAILED
