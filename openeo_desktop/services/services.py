"""All services of one run, wired once; the window and the command line use the same."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field

from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.core.settings import Settings
from openeo_desktop.credentials.keychain import Keychain
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.action_services import make_action_services
from openeo_desktop.services.added_jobs import AddedJobs
from openeo_desktop.services.auto_downloads import AutoDownloads
from openeo_desktop.services.downloads import DownloadsService, make_downloads
from openeo_desktop.services.fetch_ahead import FetchAhead
from openeo_desktop.services.history import History
from openeo_desktop.services.history_care import HistoryCare
from openeo_desktop.services.history_export import HistoryExport
from openeo_desktop.services.history_import import HistoryImport
from openeo_desktop.services.job_actions import JobActions
from openeo_desktop.services.job_details import JobDetails
from openeo_desktop.services.jobs import JobsService
from openeo_desktop.services.lanes import Lanes
from openeo_desktop.services.local_backend import LocalBackEndService
from openeo_desktop.services.local_environment import LocalEnvironmentService
from openeo_desktop.services.local_environment_files import EnvironmentFiles
from openeo_desktop.services.logs import LogsService
from openeo_desktop.services.notices import NoticesService
from openeo_desktop.services.previews import PreviewService
from openeo_desktop.services.results import ResultsService
from openeo_desktop.services.sessions import Sessions
from openeo_desktop.services.start_queue import StartQueue
from openeo_desktop.services.sync import SyncService
from openeo_desktop.services.trust import apply_ca_file
from openeo_desktop.services.unsettled_actions import UnsettledActions
from openeo_desktop.services.update_check import UpdateCheck
from openeo_desktop.store.late_check import check_whole, unchecked_mark
from openeo_desktop.store.salvage import Salvage

CHECK_AFTER = 30.0
"""Seconds before a large history is looked through: until then the disk is the window's."""
SAVE_SETTINGS_EVERY = 1.0


@dataclass(slots=True)
class Services:
    """Everything a face of the app needs. `salvaged`: what was saved of a damaged history."""

    paths: AppPaths
    settings: Settings
    keychain: Keychain
    lanes: Lanes
    history: History
    accounts: AccountsService
    jobs: JobsService
    actions: JobActions
    unsettled: UnsettledActions
    start_queue: StartQueue
    added: AddedJobs
    logs: LogsService
    results: ResultsService
    downloads: DownloadsService
    auto_downloads: AutoDownloads
    fetch_ahead: FetchAhead
    previews: PreviewService
    sync: SyncService
    local: LocalBackEndService
    care: HistoryCare
    notices: NoticesService
    history_export: HistoryExport
    history_import: HistoryImport
    updates: UpdateCheck
    salvaged: Salvage | None = None
    _saver: asyncio.Task[None] | None = field(default=None, repr=False)

    async def open(self) -> None:
        """Open the history and read what was there; no request is made.

        Raises:
            StorageError: The folders or the history cannot be used.
        """
        await self.lanes.store.call(self.paths.make_folders)
        self.salvaged = await self.history.open()
        await self.jobs.load()
        await self.accounts.load()
        self._saver = asyncio.create_task(self._save_settings(), name="save settings")

    async def watch(self) -> None:
        """Keep jobs up to date, settle what was left open, start what waits for a place."""
        self.added.start()
        self.sync.start()
        self.care.start()
        await self.unsettled.start()
        await self.start_queue.start()
        self.local.environment.tidy()
        self.updates.start()

    async def check_history(self) -> None:
        """Look through a large history after an unclean end; nothing to do otherwise.

        Raises:
            StorageError: It is damaged; the next start saves what can be read.
        """
        if unchecked_mark(self.paths.database).exists():
            await asyncio.sleep(CHECK_AFTER)
            await self.lanes.files.run(check_whole, self.paths.database)

    async def _save_settings(self) -> None:
        while True:
            await asyncio.sleep(SAVE_SETTINGS_EVERY)
            if self.settings.is_unsaved:
                await self.lanes.store.call(self.settings.save)

    async def close(self) -> None:
        """End what runs, write what is to be written; safe after a failed `open`."""
        if self._saver is not None:
            self._saver.cancel()
        self.logs.close()
        await asyncio.gather(self.care.close(), self.notices.close(), self.updates.close())
        await asyncio.gather(self.unsettled.close(), self.start_queue.close(), self.added.close())
        await asyncio.gather(
            self.auto_downloads.close(), self.fetch_ahead.close(), self.previews.close()
        )
        await asyncio.gather(self.sync.close(), self.downloads.close(), self.local.close())
        await self.accounts.close()
        await self.lanes.store.call(self.settings.save)
        with contextlib.suppress(RuntimeError):
            await self.history.close()
        await self.lanes.close()


def make_services(paths: AppPaths, clock: Clock = SYSTEM_CLOCK) -> Services:
    """Build all services for these folders, going by `clock`; nothing is opened or started yet."""
    lanes, settings, keychain = Lanes(), Settings(paths.settings), Keychain(paths.keychain_service)
    history = History(paths.database, lanes.store, lanes.read)
    accounts = _make_accounts(history, lanes, keychain, paths, clock, settings)
    jobs = JobsService(history, accounts, clock)
    results = ResultsService(history, accounts, jobs, clock)
    logs = LogsService(history, accounts, jobs)
    downloads = make_downloads(
        history, lanes, accounts, jobs, results, logs, settings, paths.downloads, clock
    )
    details = JobDetails(history, accounts, jobs, results, logs, clock)
    sync = SyncService(accounts, jobs, details, settings, clock)
    acting = make_action_services(history, accounts, jobs, sync, clock)
    return Services(
        paths=paths,
        settings=settings,
        keychain=keychain,
        lanes=lanes,
        history=history,
        accounts=accounts,
        jobs=jobs,
        actions=acting.actions,
        unsettled=acting.unsettled,
        start_queue=acting.start_queue,
        added=acting.added,
        logs=logs,
        results=results,
        downloads=downloads,
        fetch_ahead=FetchAhead(lanes, accounts, jobs, results, downloads, settings, paths.cache),
        previews=PreviewService(lanes, accounts, results),
        auto_downloads=AutoDownloads(history, accounts, jobs, results, downloads, settings),
        sync=sync,
        care=HistoryCare(history, jobs, settings, clock),
        notices=NoticesService(history, accounts, jobs, sync, clock),
        history_export=HistoryExport(history, accounts, jobs, lanes, clock),
        history_import=HistoryImport(history, accounts, jobs, lanes, clock),
        updates=UpdateCheck(settings, lanes.net, clock),
        local=_make_local(accounts, paths),
    )


def _make_accounts(
    history: History,
    lanes: Lanes,
    keychain: Keychain,
    paths: AppPaths,
    clock: Clock,
    settings: Settings,
) -> AccountsService:
    apply_ca_file(settings)
    sessions = Sessions(lanes, keychain, paths.data)
    return AccountsService(history, lanes, sessions, clock, settings)


def _make_local(accounts: AccountsService, paths: AppPaths) -> LocalBackEndService:
    environment = LocalEnvironmentService(EnvironmentFiles(paths.local_environment))
    return LocalBackEndService(accounts, paths.local_state, environment)
