"""The accounts in the navigation: a line each, in an order that the person may change.

By hand (drag a line up or down) and by keyboard (Alt+Up, Alt+Down). Accounts of which only the
history is left stand below the others, greyed, and stay there.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from openeo_desktop.core.accounts import AccountId, AccountState, AccountStatus
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.ui.accounts import account_texts as texts
from openeo_desktop.ui.kit.buttons import icon_button, outlined_button
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.window.navigation_item import NavigationItem

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SPACING = 2


class AccountList(QWidget):
    """Signals: `chosen(AccountId)`, `sign_in_requested(AccountId)`, `menu_requested(AccountId,
    QPoint)` on the screen, `retry_requested(AccountId)` to ask its back-end again,
    `reordered(tuple)` of all account ids in the new order."""

    chosen = Signal(object)
    sign_in_requested = Signal(object)
    retry_requested = Signal(object)
    menu_requested = Signal(object, QPoint)
    reordered = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: dict[AccountId, NavigationItem] = {}
        self._resting: set[AccountId] = set()
        self._pressed: tuple[AccountId, QPoint] | None = None
        self._dragging = False
        self._line = QFrame(self)
        self._line.setObjectName("drop_line")
        self._line.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_SPACING)

    def items(self) -> dict[AccountId, NavigationItem]:
        """The lines, from top to bottom."""
        return dict(self._items)

    def show_statuses(self, statuses: Sequence[AccountStatus], now: dt.datetime) -> bool:
        """Show these; True if lines came, went or moved."""
        gone = AccountState.HISTORY
        ordered = sorted(statuses, key=lambda status: status.state is gone)  # stable
        self._resting = {s.account.id for s in ordered if s.state is gone}
        rebuilt = [status.account.id for status in ordered] != list(self._items)
        if rebuilt:
            self._rebuild(ordered)
        for status in ordered:
            self._show_status(status, now)
        return rebuilt

    def move_account(self, account_id: AccountId, by: int) -> None:
        """Ask for an account to stand `by` lines further down (up if negative)."""
        order = self._movable()
        if account_id not in order:
            return
        at = order.index(account_id)
        self._ask_for(account_id, at + by + (1 if by > 0 else 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, NavigationItem):
            if isinstance(event, QMouseEvent):
                return self._on_mouse(watched, event)
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._on_key(watched, event)
        return super().eventFilter(watched, event)

    # Moving.

    def _movable(self) -> list[AccountId]:
        return [account for account in self._items if account not in self._resting]

    def _ask_for(self, account_id: AccountId, gap: int) -> None:
        """`gap`: before which of the movable lines it shall stand, counted as they stand now."""
        order = self._movable()
        at = order.index(account_id)
        if not 0 <= gap <= len(order) or gap in (at, at + 1):
            return
        order.insert(gap, account_id)
        del order[at if gap > at else at + 1]
        rest = [account for account in self._items if account in self._resting]
        self.reordered.emit((*order, *rest))

    def _on_key(self, item: NavigationItem, event: QKeyEvent) -> bool:
        if self._dragging and event.key() == Qt.Key.Key_Escape:
            self._end_drag(item)
            return True
        step = _MOVES.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != _ALT:
            return False
        self.move_account(self._id_of(item), step)
        return True

    def _on_mouse(self, item: NavigationItem, event: QMouseEvent) -> bool:
        kind, at = event.type(), item.mapTo(self, event.position().toPoint())
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = (self._id_of(item), at)
        elif kind == QEvent.Type.MouseMove and self._pressed is not None:
            far = abs(at.y() - self._pressed[1].y()) >= QApplication.startDragDistance()
            if not self._dragging and far and self._pressed[0] in self._movable():
                self._begin_drag(item)
            if self._dragging:
                self._show_gap(at.y())
                return True
        elif kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            account, dragged = self._pressed[0], self._dragging
            self._end_drag(item)
            if dragged:
                self._ask_for(account, self._gap_at(at.y()))
            return dragged
        return False

    def _begin_drag(self, item: NavigationItem) -> None:
        self._dragging = True
        item.setDown(False)
        item.setCursor(Qt.CursorShape.ClosedHandCursor)
        item.grabKeyboard()

    def _end_drag(self, item: NavigationItem) -> None:
        if self._dragging:
            item.releaseKeyboard()
            item.setDown(False)
            item.unsetCursor()
        self._pressed, self._dragging = None, False
        self._line.hide()

    def _gap_at(self, y: int) -> int:
        middles = [self._items[account].geometry().center().y() for account in self._movable()]
        return sum(y > middle for middle in middles)

    def _show_gap(self, y: int) -> None:
        gap, order = self._gap_at(y), self._movable()
        if gap < len(order):
            top = self._items[order[gap]].geometry().top() - _SPACING
        else:
            top = self._items[order[-1]].geometry().bottom() + 1
        self._line.setGeometry(8, max(0, top), self.width() - 16, 2)
        self._line.show()
        self._line.raise_()

    def _id_of(self, item: NavigationItem) -> AccountId:
        return next(account for account, known in self._items.items() if known is item)

    # Lines.

    def _rebuild(self, statuses: Sequence[AccountStatus]) -> None:
        """Lines that stay keep the focus; Tab goes from top to bottom again."""
        old, self._items = self._items, {}
        for status in statuses:
            account_id = status.account.id
            known = account_id in old
            self._items[account_id] = old.pop(account_id) if known else self._item(status)
        for item in old.values():
            self._column.removeWidget(item)
            item.hide()
            item.deleteLater()
        self._pressed, self._dragging = None, False
        for item in self._items.values():
            self._column.removeWidget(item)
            self._column.addWidget(item)
        for before, after in itertools.pairwise(self._items.values()):
            QWidget.setTabOrder(before, after)

    def _item(self, status: AccountStatus) -> NavigationItem:
        account = status.account
        item = NavigationItem(visible_text(account.title), texts.account_icon(account), self)
        item.clicked.connect(lambda: self.chosen.emit(account.id))
        item.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        item.customContextMenuRequested.connect(
            lambda at: self.menu_requested.emit(account.id, item.mapToGlobal(at))
        )
        item.installEventFilter(self)
        button = outlined_button(self.tr("Sign in"), None, item)
        button.setObjectName("sign_in_button")
        button.clicked.connect(lambda: self.sign_in_requested.emit(account.id))
        again = icon_button(Icon.REFRESH, self.tr("Try again"), item)
        again.setObjectName("retry_button")
        again.clicked.connect(lambda: self.retry_requested.emit(account.id))
        row = QHBoxLayout(item)
        row.setContentsMargins(0, 0, 6, 0)
        row.addStretch(1)
        for action in (button, again):
            row.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
            action.hide()
        return item

    def _show_status(self, status: AccountStatus, now: dt.datetime) -> None:
        item = self._items[status.account.id]
        title = visible_text(status.account.title)
        wanted = texts.wants_sign_in(status)
        item.setText(title)
        # The button says the sentence's word already, and there is little room.
        sentence = "" if wanted else texts.state_sentence(status, now)
        item.set_state(texts.state_role(status.state), sentence)
        item.set_quiet(status.state.is_at_rest)
        item.setToolTip(plain_tool_tip(texts.account_tip(status)))
        again = self.tr("Ask {title} again").format(title=title)
        buttons = {
            "sign_in_button": (wanted, self.tr("Sign in to {title}").format(title=title)),
            "retry_button": (texts.wants_retry(status), again),
        }
        room = 0
        for name, (shown, words) in buttons.items():
            button = item.findChild(QWidget, name)
            if isinstance(button, QWidget):
                button.setAccessibleName(words)
                button.setVisible(shown)
                room += button.sizeHint().width() if shown else 0
        item.set_room_right(room)


_ALT = Qt.KeyboardModifier.AltModifier
