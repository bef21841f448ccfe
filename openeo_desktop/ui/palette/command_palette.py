"""The command palette itself: a field and a list over the window; the keyboard stays in the field.

What it finds is in `palette_rows`; jobs come from the history, a few at a time.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from openeo_desktop.ui.kit.labels import ElidedLabel, MutedLabel, plain_label
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon, icon
from openeo_desktop.ui.palette.palette_delegate import HEADING, ROW, PaletteDelegate
from openeo_desktop.ui.palette.palette_model import PaletteModel
from openeo_desktop.ui.palette.palette_rows import PaletteRow

WIDTH, TOP, MARGIN = 640, 64, 24
MAX_HEIGHT = 12 * ROW
_PAGE = 8
_MAX_TYPED = 200


class CommandPalette(QFrame):
    """A frame over `host`, hidden until `open_palette`.

    Signals: `typed(str)` for each new text, also the empty one at the opening; `chosen(PaletteRow)`
    after it closed; `closed()`.
    """

    typed = Signal(str)
    chosen = Signal(object)
    closed = Signal()

    def __init__(self, host: QWidget, keys: Sequence[QKeySequence] = ()) -> None:
        """`keys`: what opened it closes it again, also where a field means something else by it."""
        super().__init__(host)
        self._host = host
        self._keys = tuple(keys)
        self._before: QWidget | None = None
        self.setObjectName("command_palette")
        self.setProperty("kind", "palette")
        self.setAccessibleName(self.tr("Commands and jobs"))
        self._make_parts()
        self._lay_out()
        self.hide()
        self.field.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    # -- opening and closing -------------------------------------------------------------------

    def open_palette(self) -> None:
        """Show it with an empty field; it closes when the focus goes elsewhere."""
        self._before = self._host.focusWidget()
        self.field.clear()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.typed.emit("")

    def close_palette(self) -> None:
        """Hide it; the focus goes back to where it was, if that is still there."""
        if self.isHidden():
            return
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self._host)
        self.hide()
        self.model.set_rows([])
        if had_focus and self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.closed.emit()

    def show_rows(self, rows: list[PaletteRow]) -> None:
        """Replace what is listed; what was chosen by the arrow keys stays so if it is there."""
        kept = self.current_row() if self._moved else None
        self.model.set_rows(rows)
        at = self.model.place_of(kept) if kept is not None else -1
        self._choose(at if at >= 0 else self.model.next_choice(-1, 1))
        self._nothing.setVisible(not rows)
        self._list.setVisible(bool(rows))
        self._place()

    def current_row(self) -> PaletteRow | None:
        """The row that Enter takes."""
        return self.model.row(self._list.currentIndex().row())

    def message(self) -> str:
        """What is said at the bottom about the chosen row: why it is disabled."""
        return self._reason.text()

    # -- events --------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """What happens to the window is of interest while this is there: each filter costs."""
        super().showEvent(event)
        self._host.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._host.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_own(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._take_key(event):
                return True
        return False

    def _is_own(self, event: QKeyEvent) -> bool:
        """Keys that mean something here before they are a shortcut of the window."""
        others = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        return event.key() in (*_STEPS, *others) or self._closes(event)

    def _closes(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()) in self._keys

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape or self._closes(event):
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.current_row())
        elif key in _STEPS:
            self._move(_STEPS[key])
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        """One row round the ends, or a page up to them."""
        self._moved = True
        at = self._list.currentIndex().row()
        if abs(step) == 1:
            self._choose(self.model.next_choice(at, step))
            return
        last = self.model.rowCount() - 1
        place = min(max(at + step, 0), last)
        row = self.model.row(place)
        if row is not None and row.is_heading:
            place = self.model.next_choice(place, 1 if step < 0 or place == 0 else -1)
        self._choose(place)

    def _choose(self, at: int) -> None:
        index = self.model.index(at) if at >= 0 else QModelIndex()
        self._list.setCurrentIndex(index)
        if at == self.model.next_choice(-1, 1):
            self._list.scrollToTop()  # with its heading
        row = self.current_row()
        self._reason.setText(row.reason if row is not None else "")
        self._hint.setVisible(not self._reason.text())
        self.field.setAccessibleDescription(row.spoken() if row is not None else "")
        event = QAccessibleEvent(self.field, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)

    def _take(self, row: PaletteRow | None) -> None:
        """A disabled command stays, with its reason."""
        if row is None or row.is_heading or not row.enabled:
            return
        self.close_palette()
        self.chosen.emit(row)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._moved = True
        row = self.model.row(index.row())
        if row is not None and not row.is_heading:
            self._choose(index.row())
            self._take(row)

    def _on_text_changed(self, text: str) -> None:
        self._moved = False
        if self.isVisible():
            self.typed.emit(text)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A click elsewhere closes it; another window in front of all does not."""
        if self.isVisible() and new is not None and not self._holds(new):
            self.close_palette()

    def _holds(self, widget: QWidget) -> bool:
        return widget is self or self.isAncestorOf(widget)

    # -- parts ---------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self._moved = False
        self.field = QLineEdit(self)
        self.field.setObjectName("palette_field")
        self.field.setMaxLength(_MAX_TYPED)
        self.field.setPlaceholderText(self.tr("Type a command, or the title or ID of a job"))
        self.field.setAccessibleName(self.tr("Commands and jobs"))
        self.field.addAction(icon(Icon.SEARCH), QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(self._on_text_changed)
        self.model = PaletteModel(self)
        self._list = QListView(self)
        self._list.setObjectName("palette_list")
        self._list.setAccessibleName(self.tr("Found commands and jobs"))
        self._list.setModel(self.model)
        self._list.setItemDelegate(PaletteDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.clicked.connect(self._on_clicked)
        self._nothing = plain_label(self.tr("No command and no job fits."), self)
        self._nothing.setContentsMargins(18, 14, 18, 14)
        self._nothing.hide()
        self._reason = ElidedLabel("", self, font=fonts.small_font())
        self._hint = MutedLabel(self.tr("↑ ↓  choose     Enter  do it     Esc  close"), self)
        self._hint.setFont(fonts.small_font())
        self._foot = QWidget(self)
        self._foot.setObjectName("palette_foot")
        self._foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(18, 6, 18, 5)
        foot.addWidget(self._hint)
        foot.addWidget(self._reason, 1)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 1)
        column.setSpacing(2)
        top = QHBoxLayout()
        top.setContentsMargins(10, 2, 10, 2)
        top.addWidget(self.field)
        column.addLayout(top)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing)
        column.addWidget(self._foot)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(32)
        shadow.setOffset(0, 8)
        self.setGraphicsEffect(shadow)

    def _place(self) -> None:
        """In the upper middle, as high as its rows need and the window has."""
        width = min(WIDTH, self._host.width() - 2 * MARGIN)
        rows = [self.model.row(at) for at in range(self.model.rowCount())]
        wanted = sum(HEADING if row and row.is_heading else ROW for row in rows) + 4
        top = min(TOP, max(8, self._host.height() // 12))
        others = self.field.sizeHint().height() + self._foot.sizeHint().height() + 18
        if not rows:
            wanted = self._nothing.sizeHint().height()
        room = self._host.height() - top - MARGIN
        height = min(others + min(wanted, MAX_HEIGHT), room)
        self.setGeometry((self._host.width() - width) // 2, top, width, height)


_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}
