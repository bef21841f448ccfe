"""One account: who one is there, how it is signed in, and what can be done with it. Not modal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from openeo_desktop.core.accounts import AccountId, AccountState, AccountStatus
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.formatting import format_exact, format_moment, visible_text
from openeo_desktop.core.times import utc_now
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.accounts import account_texts as texts
from openeo_desktop.ui.accounts.account_menu import AccountRequests
from openeo_desktop.ui.accounts.profile_card import ProfileCard
from openeo_desktop.ui.accounts.state_line import StateLine
from openeo_desktop.ui.accounts.title_editor import TitleEditor
from openeo_desktop.ui.downloads.auto_texts import rule_text
from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.kit.card import Card
from openeo_desktop.ui.kit.key_value_grid import KeyValue, KeyValueGrid
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.look.tokens import GROUP_SPACING, PANE_SPACING
from openeo_desktop.ui.loop.while_there import while_there

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services

_TICK_MS = 20_000


class AccountDetailsDialog(QDialog):
    """Follows the account; closes itself when that is removed.

    What the buttons ask for goes out by `requests`; it renames and reads the profile itself.
    """

    def __init__(
        self,
        services: Services,
        spawn: Spawn,
        account_id: AccountId,
        parent: QWidget | None = None,
        now: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._spawn, self._read = spawn, while_there(self, spawn)
        self._id = account_id
        self._closed = False
        self._now = now
        self._asked_in: AccountState | None = None
        self.requests = AccountRequests(self)
        self.setObjectName("accountDetails")
        self.setWindowTitle(self.tr("Account"))
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.destroyed.connect(services.auto_downloads.changed.connect(self._on_accounts_changed))
        self._show()

    def _on_accounts_changed(self, _change: object) -> None:
        self._show()

    def _show(self) -> None:
        status = self._status()
        if status is None:
            self.close()
            return
        self.title.set_title(status.account.title)
        self.state_line.show_status(status, self._now())
        self.connection.set_rows(self._rows(status))
        self._show_buttons(status)
        if status.state is not self._asked_in:
            self._asked_in = status.state
            self._show_profile(status)

    def _status(self) -> AccountStatus | None:
        statuses = self._services.accounts.statuses()
        return next((status for status in statuses if status.account.id == self._id), None)

    # The profile.

    def _show_profile(self, status: AccountStatus) -> None:
        if status.state is AccountState.ONLINE:
            self.profile.show_words(self.tr("Asking the back-end who you are…"), loading=True)
            self._read(self._read_profile(), "read the profile")
        elif status.state is AccountState.SIGNING_IN:
            self.profile.show_words(self.tr("Signing in…"), loading=True)
        elif texts.wants_sign_in(status):
            self.profile.show_words(self.tr("Sign in to see your plan, budget and storage."))
        elif not status.state.is_at_rest:
            self.profile.show_words(texts.state_words(status))
        self.profile.setVisible(not status.state.is_at_rest)

    async def _read_profile(self) -> None:
        accounts = self._services.accounts
        try:
            user = await accounts.user(self._id)
        except AppError as error:
            words = self.tr("The back-end does not say who you are: {error}")
            self.profile.show_words(words.format(error=visible_text(error.message)))
            return
        self.profile.show_user(user, accounts.currency(self._id))

    # Renaming.

    def _on_renamed(self, title: str) -> None:
        self._spawn(self._rename(title), "rename the account")

    async def _rename(self, title: str) -> None:
        try:
            await self._services.accounts.rename(self._id, title)
        except AppError as error:
            if self._closed:
                raise  # to the presenter: nobody looks here any more
            self.message_bar.show_error(error)
            self._show()

    def done(self, result: int) -> None:
        """Closing while it is renamed leaves that to go on."""
        self._closed = True
        super().done(result)

    # Words and buttons.

    def _rows(self, status: AccountStatus) -> list[KeyValue]:
        account, rules = status.account, self._services.auto_downloads
        listed, exact = format_moment(status.last_sync, self._now()), format_exact(status.last_sync)
        return [
            KeyValue(self.tr("Address"), visible_text(account.api_base), elide_middle=True),
            KeyValue(self.tr("User"), visible_text(account.user), elide_middle=True),
            KeyValue(self.tr("Sign-in"), "" if account.is_local else texts.method_words(account)),
            KeyValue(self.tr("Client ID"), visible_text(account.client_id), elide_middle=True),
            KeyValue(self.tr("Jobs listed"), listed, exact),
            KeyValue(self.tr("Automatic downloads"), rule_text(rules.rule_of(account.id))),
        ]

    def _show_buttons(self, status: AccountStatus) -> None:
        local, state = status.account.is_local, status.state
        wants, off = texts.wants_sign_in(status), state is AccountState.DISABLED
        self.sign_in_button.setVisible(wants)
        self.sign_out_button.setVisible(not (wants or local or state.is_at_rest))
        self.retry_button.setVisible(texts.wants_retry(status))
        self.enable_button.setVisible(off or not (local or state is AccountState.HISTORY))
        self.enable_button.setText(self.tr("S&witch on") if off else self.tr("S&witch off"))

    def _on_enable_clicked(self) -> None:
        status = self._status()
        if status is not None:
            off = status.state is AccountState.DISABLED
            self.requests.enable_requested.emit(self._id, off)

    def _make_widgets(self) -> None:
        self.title = TitleEditor(self)
        self.state_line = StateLine(self)
        self.message_bar = MessageBar(self)
        self.profile = ProfileCard(self)
        self.connection = KeyValueGrid(self)
        self.remove_button = outlined_button(self.tr("&Remove…"), None, self)
        self.remove_button.setObjectName("removeAccountButton")
        self.enable_button = outlined_button("", None, self)
        self.enable_button.setObjectName("enableButton")
        self.sign_out_button = outlined_button(self.tr("Sign &out"), None, self)
        self.sign_out_button.setObjectName("signOutButton")
        self.retry_button = outlined_button(self.tr("&Try again"), None, self)
        self.retry_button.setObjectName("retryButton")
        self.sign_in_button = outlined_button(self.tr("S&ign in…"), None, self)
        self.sign_in_button.setObjectName("signInButton")
        self.close_button = outlined_button(self.tr("Close"), None, self)
        self.close_button.setObjectName("closeButton")
        self.close_button.setDefault(True)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.start()

    def _connect(self) -> None:
        wants = self.requests
        self.title.renamed.connect(self._on_renamed)
        self._tick.timeout.connect(self._show)
        self.close_button.clicked.connect(self.close)
        self.enable_button.clicked.connect(self._on_enable_clicked)
        for button, request in (
            (self.remove_button, wants.remove_requested),
            (self.sign_out_button, wants.sign_out_requested),
            (self.sign_in_button, wants.sign_in_requested),
            (self.retry_button, wants.refresh_requested),
        ):
            button.clicked.connect(lambda _checked=False, ask=request: ask.emit(self._id))
        self.destroyed.connect(self._services.accounts.changed.connect(self._on_accounts_changed))

    def _lay_out(self) -> None:
        card = Card("", self)
        card.setAccessibleName(self.tr("Connection"))
        card.body.addWidget(self.connection)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.remove_button)
        buttons.addWidget(self.enable_button)
        buttons.addStretch(1)
        buttons.addWidget(self.sign_out_button)
        buttons.addWidget(self.sign_in_button)
        buttons.addWidget(self.retry_button)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        layout.setSpacing(GROUP_SPACING)
        layout.addWidget(self.title)
        layout.addWidget(self.state_line)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.profile)
        layout.addWidget(card)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.setMinimumWidth(460)
        self.resize(500, 400)
        self.close_button.setFocus()
