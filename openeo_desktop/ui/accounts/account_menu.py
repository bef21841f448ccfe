"""What can be done with an account, as a menu: the same in the navigation and in its details."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from openeo_desktop.core.accounts import AccountState, AccountStatus
from openeo_desktop.ui.accounts.account_texts import state_words
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.look.icons import Icon, icon

_OUT = (AccountState.SIGNED_OUT, AccountState.NEEDS_SIGN_IN)


class AccountRequests(QObject):
    """What a person wants of an account; all but `move_requested` and `enable_requested` carry
    the AccountId alone, those a number of lines and a bool beside it."""

    details_requested = Signal(object)
    sign_in_requested = Signal(object)
    sign_out_requested = Signal(object)
    refresh_requested = Signal(object)
    start_requested = Signal(object)
    downloads_requested = Signal(object)
    remove_requested = Signal(object)
    enable_requested = Signal(object, bool)
    move_requested = Signal(object, int)


def account_menu(status: AccountStatus, requests: AccountRequests, parent: QWidget) -> QMenu:
    """The menu of an account in its state; what does not fit says why in its tool tip."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    add, wants = _Entries(menu, status).add, requests
    add(Icon.ACCOUNT, _tr("Account…"), wants.details_requested.emit)
    add(Icon.REFRESH, _tr("List its jobs again"), wants.refresh_requested.emit, "live")
    automatic = _tr("Automatic downloads…")
    add(Icon.DOWNLOAD, automatic, wants.downloads_requested.emit, "kept")
    if status.account.is_local:
        add(Icon.START, _tr("Start the back-end again"), wants.start_requested.emit, "stopped")
    menu.addSeparator()
    add(Icon.SIGN_IN, _tr("Sign in…"), wants.sign_in_requested.emit, "foreign live")
    add(Icon.SIGN_OUT, _tr("Sign out"), wants.sign_out_requested.emit, "foreign live in")
    if status.state is AccountState.DISABLED:
        add(Icon.START, _tr("Switch on"), lambda a: wants.enable_requested.emit(a, True))
    else:
        switch_off = _tr("Switch off")
        add(Icon.PAUSE, switch_off, lambda a: wants.enable_requested.emit(a, False), "foreign kept")
    menu.addSeparator()
    up, down = _tr("Move up\tAlt+Up"), _tr("Move down\tAlt+Down")
    add(Icon.CARET_UP, up, lambda a: wants.move_requested.emit(a, -1), "kept")
    add(Icon.CARET_DOWN, down, lambda a: wants.move_requested.emit(a, 1), "kept")
    menu.addSeparator()
    add(Icon.DELETE, _tr("Remove…"), wants.remove_requested.emit)
    return menu


def _tr(text: str) -> str:
    return QCoreApplication.translate("AccountMenu", text)


class _Entries:
    def __init__(self, menu: QMenu, status: AccountStatus) -> None:
        self._menu = menu
        self._status = status

    def add(self, name: Icon, text: str, ask: Callable[[object], object], needs: str = "") -> None:
        """`needs`: "foreign" (not this computer), "live" (asked at all), "in" (a session), "kept"
        (not history only), "stopped" (does not run)."""
        account = self._status.account.id
        action = self._menu.addAction(icon(name), text)
        action.triggered.connect(lambda: ask(account))
        reason = self._reason(set(needs.split()))
        action.setEnabled(not reason)
        action.setToolTip(plain_tool_tip(reason))

    def _reason(self, needs: set[str]) -> str:
        state = self._status.state
        if "foreign" in needs and self._status.account.is_local:
            return _tr("This computer needs no sign-in.")
        if "live" in needs and state.is_at_rest:
            return state_words(self._status)
        if "kept" in needs and state is AccountState.HISTORY:
            return state_words(self._status)
        if "stopped" in needs and state in (AccountState.ONLINE, AccountState.SIGNING_IN):
            return _tr("The back-end of this computer is running.")
        if "in" in needs and state in _OUT:
            return _tr("There is no session.")
        return ""
