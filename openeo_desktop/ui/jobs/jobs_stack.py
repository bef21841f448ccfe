"""The jobs table, or in its place why there is nothing in it and what to do."""

from __future__ import annotations

import enum
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.accounts import AccountState, AccountStatus
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.job_query import JobListing
from openeo_desktop.models.navigation import View
from openeo_desktop.services.added_jobs import looks_like_job_id
from openeo_desktop.ui.jobs.first_steps import FirstSteps
from openeo_desktop.ui.kit.content_stack import ContentStack
from openeo_desktop.ui.look.icons import Icon


class EmptyAction(enum.Enum):
    """What the button of an empty table does."""

    NONE = enum.auto()
    NEW_JOB = enum.auto()
    SHOW_ALL = enum.auto()
    TRY_AGAIN = enum.auto()
    ADD_JOB = enum.auto()
    CLEAR_FILTERS = enum.auto()


class JobsStack(ContentStack):
    """Signals: `asked(EmptyAction)` when the button of an empty state is used."""

    asked = Signal(object)

    def __init__(self, table: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(table, parent)
        self._action = EmptyAction.NONE
        self.action_triggered.connect(self._on_action_triggered)
        self.first_steps = FirstSteps(self)
        self.addWidget(self.first_steps)

    def show_listing(
        self,
        listing: JobListing,
        view: View,
        statuses: Sequence[AccountStatus],
        *,
        filtered: bool = False,
    ) -> None:
        """The jobs of a listing, or why there are none; `statuses` of the accounts looked at."""
        query = listing.query
        if listing.row_ids:
            self.show_content()
        elif filtered:
            self.show_no_match_of_filters(query.text)
        elif query.text or query.statuses != view.statuses:
            self.show_no_match(query.text)
        elif view is not View.ALL:
            self.show_empty_view(view)
        else:
            self.show_no_job(statuses, first=query.account is None)

    def show_no_account(self) -> None:
        """First start."""
        self._show_first_steps(has_any=False)

    def _show_first_steps(self, *, has_any: bool) -> None:
        self._action = EmptyAction.NONE
        self.first_steps.show_accounts(has_any=has_any)
        self.setCurrentWidget(self.first_steps)

    def show_no_match_of_filters(self, text: str) -> None:
        """The filters, with whatever is searched, leave nothing."""
        self._action = EmptyAction.CLEAR_FILTERS
        words = visible_text(text)
        sentence = self.tr("The filters above let nothing through.")
        if words:
            sentence = self.tr("Nothing that fits «{text}» passes the filters above.").format(
                text=words
            )
        self.show_empty(Icon.FILTER, self.tr("No job fits"), sentence, self.tr("Clear all filters"))

    def show_no_match(self, text: str) -> None:
        """Search or chip leave nothing; what looks like an id may be one the list lacks."""
        if looks_like_job_id(text):
            self._action = EmptyAction.ADD_JOB
            sentence = self.tr(
                "Nothing fits «{text}» here. If it is the ID of a job that the list of its "
                "back-end does not show, it can be added."
            )
            self.show_empty(
                Icon.NOTHING_FOUND,
                self.tr("No job matches"),
                sentence.format(text=visible_text(text[:60])),
                self.tr("Add this job…"),
            )
            return
        self._action = EmptyAction.SHOW_ALL
        sentence = (
            self.tr("Nothing fits «{text}» here.").format(text=visible_text(text[:60]))
            if text
            else self.tr("No job is in this state.")
        )
        title = self.tr("No job matches")
        self.show_empty(Icon.NOTHING_FOUND, title, sentence, self.tr("Show all jobs"))

    def show_empty_view(self, view: View) -> None:
        """A view has nothing to show, which often is good news."""
        self._action = EmptyAction.SHOW_ALL
        words = {
            View.ACTIVE: self.tr("No job is running or queued"),
            View.READY: self.tr("No job waits to be started"),
            View.FAILED_THIS_WEEK: self.tr("No job failed this week"),
            View.FINISHED_THIS_WEEK: self.tr("No job finished this week"),
            View.ENDED: self.tr("These jobs are no longer here"),
        }
        mark = Icon.SUCCESS if view is View.FAILED_THIS_WEEK else Icon.VIEW
        self.show_empty(mark, words.get(view, ""), "", self.tr("Show all jobs"))

    def show_no_job(self, statuses: Sequence[AccountStatus], *, first: bool = False) -> None:
        """Nothing is known yet: because it is being listed, cannot be, or there is nothing.

        Args:
            statuses: Of the accounts looked at.
            first: Whether these are all accounts; with no other one than this computer, it is a
                first start.
        """
        if any(_is_listing(status) for status in statuses):
            self._action = EmptyAction.NONE
            self.show_loading(self.tr("Listing your jobs…"))
            return
        if first and all(status.account.is_local for status in statuses):
            self._show_first_steps(has_any=bool(statuses))
            return
        self._action = EmptyAction.NEW_JOB
        self.show_empty(
            Icon.ALL_JOBS,
            self.tr("No job yet"),
            self.tr("Create one from a process graph, or drop a JSON file onto this window."),
            self.tr("New job…"),
        )

    def show_failure(self, error: AppError) -> None:
        """The history cannot be read."""
        self._action = EmptyAction.TRY_AGAIN
        self.show_error(self.tr("The jobs cannot be shown"), str(error), self.tr("Try again"))

    def show_reading(self) -> None:
        """The history takes its time."""
        self._action = EmptyAction.NONE
        self.show_loading(self.tr("Reading the jobs…"))

    def take_focus(self) -> None:
        """Give the keyboard to the table, or to the button in its place."""
        targets = {
            self.empty_state: self.empty_state.button,
            self.first_steps: self.first_steps.main_button(),
        }
        now = self.currentWidget()
        target = targets.get(now, self._content) if now is not None else self._content
        target.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _on_action_triggered(self) -> None:
        self.asked.emit(self._action)


def _is_listing(status: AccountStatus) -> bool:
    """Its jobs are being listed for the first time."""
    waiting = (AccountState.ONLINE, AccountState.SIGNING_IN)
    return status.last_sync is None and (status.syncing or status.state in waiting)
