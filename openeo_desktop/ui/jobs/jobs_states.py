"""What stands in the place of the jobs table: the table, or why it is empty; and what follows the
accounts: columns that tell nothing, what can be filtered by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from openeo_desktop.core.accounts import AccountStatus
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.job_query import JobListing
from openeo_desktop.models.jobs_table import JobsTableModel
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.jobs.jobs_head import JobsHead
from openeo_desktop.ui.jobs.jobs_stack import JobsStack
from openeo_desktop.ui.jobs.jobs_viewing import JobsViewing

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services

LOADING_MS = 300
"""A listing usually takes less; saying «reading» any earlier would only flicker."""


class JobsStates(QObject):
    """Follows the model and the accounts."""

    def __init__(
        self,
        services: Services,
        spawn: Spawn,
        viewing: JobsViewing,
        model: JobsTableModel,
        parts: tuple[JobsHead, JobsStack],
    ) -> None:
        head, stack = parts
        super().__init__(stack)
        self._services = services
        self._spawn = spawn
        self._viewing = viewing
        self._model = model
        self._head = head
        self._stack = stack
        self._loading_timer = QTimer(self, singleShot=True, interval=LOADING_MS)
        self._loading_timer.timeout.connect(self._on_loading_is_slow)
        model.listed.connect(self._on_listed)
        model.first_page_listed.connect(stack.show_content)
        model.listing_failed.connect(self._on_listing_failed)
        head.panel_opened.connect(self._on_panel_opened)
        stop = services.accounts.changed.connect(self._on_accounts_changed)
        self.destroyed.connect(stop)
        self._on_accounts_changed(None)
        self._loading_timer.start()

    def follow_accounts(self) -> None:
        """Another place may have other accounts."""
        statuses = self._statuses_here()
        self._viewing.columns.set_one_account(len(statuses) == 1)
        self._head.show_accounts(statuses)

    def _statuses_here(self) -> tuple[AccountStatus, ...]:
        statuses, account = self._services.accounts.statuses(), self._viewing.place.account
        return tuple(s for s in statuses if account in (None, s.account.id))

    def _on_accounts_changed(self, _change: object) -> None:
        self.follow_accounts()
        self._show_listing()

    def _on_listed(self, listing: JobListing) -> None:
        self._loading_timer.stop()
        self._head.chips.show_counts(listing)
        self._show_listing()

    def _show_listing(self) -> None:
        listing = self._model.listing
        filtered = bool(self._head.filters.parts())
        any_account = bool(self._services.accounts.statuses())
        known = any_account or filtered or bool(listing and listing.total)
        if not known:
            self._stack.show_no_account()
        elif listing is None:
            return
        else:
            view, statuses = self._viewing.place.view, self._statuses_here()
            self._stack.show_listing(listing, view, statuses, filtered=filtered)
        self._head.setVisible(known)
        self._head.options.filter.setEnabled(known)
        why_not = "" if known else self.tr("There are no jobs yet. Add an account first.")
        self._head.options.filter.setStatusTip(why_not)

    def _on_listing_failed(self, error: AppError) -> None:
        self._loading_timer.stop()
        if self._model.rowCount() == 0:
            self._stack.show_failure(error)

    def _on_loading_is_slow(self) -> None:
        if self._model.listing is None and not self._model.rowCount():
            self._stack.show_reading()

    def _on_panel_opened(self) -> None:
        self._spawn(self._load_uses(), "read what jobs can be filtered by")

    async def _load_uses(self) -> None:
        self._head.show_uses(await self._services.jobs.known_uses())
