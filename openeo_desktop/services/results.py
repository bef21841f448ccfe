"""Result metadata: from the back-end with fresh links, from the history without any."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace

from openeo_desktop.api import jobs as api
from openeo_desktop.core.assets import Results, parse_results
from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.events import Event
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.history import History
from openeo_desktop.services.jobs import JobsService
from openeo_desktop.store import results as store

KEPT_FRESH = 50


@dataclass(frozen=True, slots=True)
class ResultsChanged:
    """The result metadata of a job was fetched."""

    key: JobKey


class ResultsService:
    """Links are signed, so they are secrets: they stay in memory, the rest goes to the history.

    So does the price of a download, which changes with each download.
    """

    def __init__(
        self,
        history: History,
        accounts: AccountsService,
        jobs: JobsService,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        self._clock = clock
        self.changed: Event[ResultsChanged] = Event()
        self._history = history
        self._accounts = accounts
        self._jobs = jobs
        self._fresh: OrderedDict[JobKey, Results] = OrderedDict()
        jobs.restarted.connect(self._on_restarted)

    def _on_restarted(self, key: JobKey) -> None:
        self.forget(key)
        self.changed.emit(ResultsChanged(key))

    async def get(self, key: JobKey) -> Results | None:
        """What is known, None if it was never fetched; links only if fetched in this run."""
        if key in self._fresh:
            return self._fresh[key]
        stored = await self._history.read(store.load_results, key)
        return None if stored is None else parse_results(stored[0])

    async def refresh(self, key: JobKey) -> Results:
        """Fetch the metadata, with fresh links; partial where the job is not finished.

        Raises:
            BackEndError: There are no results (yet).
            AppError: See `AccountsService.call`.
        """
        job = await self._jobs.get(key)
        partial = job is not None and job.status.value != "finished"
        answer = await self._accounts.call(
            key.account_id, api.get_results, key.job_id, partial=partial
        )
        document = answer.document
        results = replace(parse_results(document), download_costs=answer.download_costs)
        self._fresh[key] = results
        self._fresh.move_to_end(key)
        while len(self._fresh) > KEPT_FRESH:
            self._fresh.popitem(last=False)
        await self._history.call(store.save_results, key, document, self._clock.now())
        self.changed.emit(ResultsChanged(key))
        return results

    def forget(self, key: JobKey) -> None:
        """The links of this job are no longer good."""
        self._fresh.pop(key, None)
