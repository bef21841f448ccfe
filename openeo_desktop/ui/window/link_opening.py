"""Opens links into the app (`core.app_links`): a job of a known account is selected, nothing else.

No request is made, nothing is started, nobody is signed in, whatever a link says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from openeo_desktop.core.app_links import JobLink, parse_link, unknown_account, unknown_job
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.services.spawner import Spawn

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services
    from openeo_desktop.ui.window.main_window import MainWindow


class LinkOpening(QObject):
    """Finds the job of a link in the history, and selects it."""

    def __init__(self, services: Services, spawn: Spawn, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self._spawn = spawn
        self._window = window

    def open(self, text: str) -> None:
        """Select what a link names; a link that names nothing here ends in a sentence."""
        self._spawn(self._open(text), "open the link")

    async def _open(self, text: str) -> None:
        link = parse_link(text)
        self._window.notices.show_job(await self._key(link))

    async def _key(self, link: JobLink) -> JobKey:
        """The job in the first account that has it.

        Raises:
            InputError: There is no such account, or none of them has the job.
        """
        statuses = self._services.accounts.statuses()
        accounts = [status.account for status in statuses if link.is_of(status.account)]
        if not accounts:
            raise unknown_account(link)
        for account in accounts:
            key = JobKey(account.id, link.job_id)
            if await self._services.jobs.get(key) is not None:
                return key
        raise unknown_job(link)
