"""The navigation at the left: all jobs, accounts with their state, fixed views and the person's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.core.accounts import AccountId, AccountStatus
from openeo_desktop.core.times import utc_now
from openeo_desktop.models.navigation import Place, View
from openeo_desktop.ui.accounts.account_menu import AccountRequests, account_menu
from openeo_desktop.ui.kit.labels import SectionLabel
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.window.account_list import AccountList
from openeo_desktop.ui.window.navigation_item import NavigationItem
from openeo_desktop.ui.window.navigation_views import NavigationViews

if TYPE_CHECKING:
    from openeo_desktop.services.accounts import AccountsService
    from openeo_desktop.ui.jobs.jobs_viewing import JobsViewing

_VIEW_ICONS = {
    View.ALL: Icon.ALL_JOBS,
    View.ACTIVE: Icon.PULSE,
    View.READY: Icon.STATUS_CREATED,
    View.FAILED_THIS_WEEK: Icon.ERROR,
    View.FINISHED_THIS_WEEK: Icon.SUCCESS,
}

CLOCK_MS = 30_000


class NavigationPane(QWidget):
    """One place is chosen at a time.

    Signals: `place_chosen(Place)`, `add_account_requested()`, `reorder_requested(tuple)` of all
    account ids. What is asked of an account: see `requests`.
    """

    place_chosen = Signal(object)
    add_account_requested = Signal()
    reorder_requested = Signal(object)

    def __init__(
        self,
        accounts: AccountsService,
        parent: QWidget | None = None,
        now: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("navigation_pane")
        self._accounts = accounts
        self._now = now
        self._place = Place()
        self._items: dict[Place, NavigationItem] = {}
        self._group = QButtonGroup(self)
        self.requests = AccountRequests(self)
        self.account_list = AccountList(self)
        self.view_list = NavigationViews(self)
        self.view_list.chosen.connect(self._choose)
        self.view_list.rebuilt.connect(self._follow_views)
        self._connect_list()
        self._lay_out()
        stop = accounts.changed.connect(self._on_accounts_changed)
        self.destroyed.connect(stop)
        self._show_accounts(accounts.statuses())
        self.set_place(Place())
        self.clock = QTimer(self, interval=CLOCK_MS)
        self.clock.timeout.connect(self._on_time_passed)
        self.clock.start()

    @property
    def place(self) -> Place:
        return self._place

    def set_place(self, place: Place) -> None:
        """Mark a place as chosen, without a signal; all jobs if it is not there."""
        self._place = place.line if place.line in self._items else Place()
        self._items[self._place].setChecked(True)

    def go_to(self, place: Place) -> None:
        """Choose a place, as the person would."""
        self.set_place(place)
        self.place_chosen.emit(self._place)

    def show_views(self, viewing: JobsViewing) -> None:
        """Show the person's own views under the fixed ones, and which of them was changed."""
        self.view_list.changes = viewing.changes
        self.view_list.follow(viewing.views)
        viewing.view_changed.connect(self.view_list.set_changed)

    def item(self, place: Place) -> NavigationItem:
        """The line of a place. Raises KeyError."""
        return self._items[place.line]

    def _on_time_passed(self) -> None:
        """«Offline since just now» is true for a moment only."""
        self._show_accounts(self._accounts.statuses())

    def _connect_list(self) -> None:
        accounts, requests = self.account_list, self.requests
        accounts.chosen.connect(lambda account: self._choose(Place(account=account)))
        accounts.sign_in_requested.connect(requests.sign_in_requested)
        accounts.retry_requested.connect(requests.refresh_requested)
        accounts.menu_requested.connect(self._open_menu)
        accounts.reordered.connect(self.reorder_requested)
        requests.move_requested.connect(accounts.move_account)

    def _lay_out(self) -> None:
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(2)
        column.addWidget(self._view_item(View.ALL, self.tr("All jobs")))
        column.addSpacing(12)
        column.addWidget(self._section(self.tr("Accounts")))
        column.addWidget(self.account_list)
        self._add = NavigationItem(self.tr("Add account…"), Icon.ADD, body)
        self._add.setCheckable(False)
        self._add.setObjectName("add_account_item")
        self._add.clicked.connect(self.add_account_requested)
        column.addWidget(self._add)
        column.addSpacing(12)
        column.addWidget(self._section(self.tr("Views")))
        column.addWidget(self._view_item(View.ACTIVE, self.tr("Running and queued")))
        column.addWidget(self._view_item(View.READY, self.tr("Not started yet")))
        column.addWidget(self._view_item(View.FAILED_THIS_WEEK, self.tr("Failed this week")))
        column.addWidget(self._view_item(View.FINISHED_THIS_WEEK, self.tr("Finished this week")))
        column.addWidget(self.view_list)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(_scrolled(body))

    def _section(self, text: str) -> SectionLabel:
        label = SectionLabel(text, self)
        label.setContentsMargins(10, 4, 0, 4)
        return label

    def _view_item(self, view: View, text: str) -> NavigationItem:
        item = NavigationItem(text, _VIEW_ICONS[view], self)
        self._add_item(Place(view), item)
        return item

    def _add_item(self, place: Place, item: NavigationItem) -> None:
        item.setObjectName(f"place_{place.to_text()}")
        item.clicked.connect(lambda: self._choose(place))
        self._items[place] = item
        self._group.addButton(item)

    def _choose(self, place: Place) -> None:
        if place != self._place:
            self._place = place
            self.place_chosen.emit(place)

    def _on_accounts_changed(self, change: object) -> None:
        del change  # the service has them in order
        self._show_accounts(self._accounts.statuses())

    def _show_accounts(self, statuses: tuple[AccountStatus, ...]) -> None:
        if self.account_list.show_statuses(statuses, self._now()):
            self._follow_list()

    def _follow_list(self) -> None:
        """Other lines stand there now; the place stays chosen if its account is still there."""
        accounts = self.account_list.items()
        lines = {Place(account=account_id): item for account_id, item in accounts.items()}
        for place, item in lines.items():
            item.setObjectName(f"place_{place.to_text()}")
        self._replace([place for place in self._items if place.account is not None], lines)

    def _follow_views(self) -> None:
        """A view that was deleted while it was shown leaves all jobs."""
        old = [place for place in self._items if place.saved]
        self._replace(old, self.view_list.items())

    def _replace(self, old: Sequence[Place], lines: Mapping[Place, NavigationItem]) -> None:
        for place in old:
            del self._items[place]
        for place, item in lines.items():
            self._items[place] = item
            self._group.addButton(item)
        if self._place not in self._items:
            self._place = Place()
            self.place_chosen.emit(self._place)
        self._items[self._place].setChecked(True)

    def _open_menu(self, account_id: AccountId, at: QPoint) -> None:
        menu = self.account_menu(account_id)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def account_menu(self, account_id: AccountId) -> QMenu:
        """What can be done with an account."""
        status = next(s for s in self._accounts.statuses() if s.account.id == account_id)
        return account_menu(status, self.requests, self)


def _scrolled(body: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # else a click takes the keyboard from the table
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    return area
