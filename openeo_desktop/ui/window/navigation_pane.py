"""The navigation at the left: all jobs, accounts with their state, and fixed views."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.core.accounts import AccountId, AccountState, AccountStatus
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.times import utc_now
from openeo_desktop.models.navigation import Place, View
from openeo_desktop.ui.accounts import account_texts as texts
from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.kit.labels import SectionLabel
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.look.icons import Icon, icon
from openeo_desktop.ui.window.navigation_item import NavigationItem

if TYPE_CHECKING:
    from openeo_desktop.services.accounts import AccountsService

_VIEW_ICONS = {
    View.ALL: Icon.ALL_JOBS,
    View.ACTIVE: Icon.PULSE,
    View.READY: Icon.STATUS_CREATED,
    View.FAILED_THIS_WEEK: Icon.ERROR,
    View.FINISHED_THIS_WEEK: Icon.SUCCESS,
}


class NavigationPane(QWidget):
    """One place is chosen at a time.

    Signals: `place_chosen(Place)`; `sign_in_requested(AccountId)`, `sign_out_requested(AccountId)`,
    `remove_requested(AccountId)`, `refresh_requested(AccountId)` of an account's menu;
    `add_account_requested()`.
    """

    place_chosen = Signal(object)
    sign_in_requested = Signal(object)
    sign_out_requested = Signal(object)
    remove_requested = Signal(object)
    refresh_requested = Signal(object)
    add_account_requested = Signal()

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
        self._account_rows: dict[AccountId, QWidget] = {}
        self._lay_out()
        stop = accounts.changed.connect(self._on_accounts_changed)
        self.destroyed.connect(stop)
        self._show_accounts(accounts.statuses())
        self.set_place(Place())

    @property
    def place(self) -> Place:
        return self._place

    def set_place(self, place: Place) -> None:
        """Mark a place as chosen, without a signal; all jobs if it is not there."""
        self._place = place if place in self._items else Place()
        self._items[self._place].setChecked(True)

    def item(self, place: Place) -> NavigationItem:
        """The line of a place. Raises KeyError."""
        return self._items[place]

    def update_sentences(self) -> None:
        """Time goes by: «offline since»."""
        self._show_accounts(self._accounts.statuses())

    def _lay_out(self) -> None:
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(2)
        column.addWidget(self._view_item(View.ALL, self.tr("All jobs")))
        column.addSpacing(12)
        column.addWidget(self._section(self.tr("Accounts")))
        self._account_column = QVBoxLayout()
        self._account_column.setSpacing(2)
        column.addLayout(self._account_column)
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
        known = [status.account.id for status in statuses]
        if known != list(self._account_rows):
            self._rebuild_accounts(statuses)
        for status in statuses:
            self._show_status(status)

    def _rebuild_accounts(self, statuses: tuple[AccountStatus, ...]) -> None:
        for account_id, row in self._account_rows.items():
            item = self._items.pop(Place(account=account_id))
            self._group.removeButton(item)
            self._account_column.removeWidget(row)
            row.deleteLater()
        self._account_rows.clear()
        for status in statuses:
            row = self._account_row(status)
            self._account_rows[status.account.id] = row
            self._account_column.addWidget(row)
        if self._place not in self._items:
            self._place = Place()
            self.place_chosen.emit(self._place)
        self._items[self._place].setChecked(True)

    def _account_row(self, status: AccountStatus) -> QWidget:
        account = status.account
        item = NavigationItem(visible_text(account.title), texts.account_icon(account), self)
        self._add_item(Place(account=account.id), item)
        item.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        item.customContextMenuRequested.connect(
            lambda at: self._open_menu(account.id, item.mapToGlobal(at))
        )
        button = outlined_button(self.tr("Sign in"), None, item)
        button.setObjectName("sign_in_button")
        button.setAccessibleName(self.tr("Sign in to {title}").format(title=account.title))
        button.clicked.connect(lambda: self.sign_in_requested.emit(account.id))
        row = QHBoxLayout(item)
        row.setContentsMargins(0, 0, 6, 0)
        row.addStretch(1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        button.hide()
        return item

    def _show_status(self, status: AccountStatus) -> None:
        item = self._items[Place(account=status.account.id)]
        sentence = texts.state_sentence(status, self._now())
        item.setText(visible_text(status.account.title))
        wanted = texts.wants_sign_in(status)
        # The button says the sentence's word already, and there is little room.
        item.set_state(texts.state_role(status.state), "" if wanted else sentence)
        item.setToolTip(plain_tool_tip(texts.account_tip(status)))
        button = item.findChild(QWidget, "sign_in_button")
        if isinstance(button, QWidget):
            button.setVisible(wanted)
            item.set_room_right(button.sizeHint().width() if wanted else 0)

    def _open_menu(self, account_id: AccountId, at: QPoint) -> None:
        menu = self.account_menu(account_id)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def account_menu(self, account_id: AccountId) -> QMenu:
        """What can be done with an account."""
        status = next(s for s in self._accounts.statuses() if s.account.id == account_id)
        out = status.state in (AccountState.SIGNED_OUT, AccountState.NEEDS_SIGN_IN)
        menu = QMenu(self)
        sign_in = self._menu_action(menu, Icon.SIGN_IN, self.tr("Sign in…"))
        sign_in.triggered.connect(lambda: self.sign_in_requested.emit(account_id))
        sign_in.setEnabled(not status.account.is_local)
        refresh = self._menu_action(menu, Icon.REFRESH, self.tr("List its jobs again"))
        refresh.triggered.connect(lambda: self.refresh_requested.emit(account_id))
        menu.addSeparator()
        sign_out = self._menu_action(menu, Icon.SIGN_OUT, self.tr("Sign out"))
        sign_out.triggered.connect(lambda: self.sign_out_requested.emit(account_id))
        sign_out.setEnabled(not out and not status.account.is_local)
        remove = self._menu_action(menu, Icon.DELETE, self.tr("Remove account…"))
        remove.triggered.connect(lambda: self.remove_requested.emit(account_id))
        return menu

    def _menu_action(self, menu: QMenu, name: Icon, text: str) -> QAction:
        return menu.addAction(icon(name), text)


def _scrolled(body: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    return area
