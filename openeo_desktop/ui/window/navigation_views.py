"""The person's own views in the navigation: chosen, renamed, moved and deleted there.

What a view shows is `models.job_views`; here is only its line.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.models.job_views import SavedView, SavedViews
from openeo_desktop.models.navigation import Place
from openeo_desktop.ui.jobs.ask_view_name import ask_view_name
from openeo_desktop.ui.kit.ask import Question, ask
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.window.navigation_item import NavigationItem

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class NavigationViews(QWidget):
    """One line for each view. F2 renames, Delete deletes, Alt with an arrow moves.

    `changes`: what can be done with a view that is shown otherwise than it was saved; in its menu.

    Signals: `chosen(Place)` by the person; `rebuilt()`: the lines are others now (`items`).
    """

    chosen = Signal(object)
    rebuilt = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("navigation_views")
        self._views: SavedViews | None = None
        self._changed = ""
        self.changes: Sequence[QAction] = ()
        self._items: dict[Place, NavigationItem] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def follow(self, views: SavedViews) -> None:
        """Show these, now and whenever they change."""
        self._views = views
        stop = views.changed.connect(self._rebuild)
        self.destroyed.connect(stop)
        self._rebuild(views.all())

    def set_changed(self, view_id: str) -> None:
        """Say of this view (of none if empty) that it is shown otherwise than it was saved."""
        self._changed = view_id
        for view in self._views.all() if self._views else ():
            self._mark(view, self._items[view.place.line])

    def _mark(self, view: SavedView, item: NavigationItem) -> None:
        item.set_state("muted", self.tr("Changed, not saved") if view.id == self._changed else "")

    def items(self) -> dict[Place, NavigationItem]:
        """The lines by their places, from top to bottom."""
        return dict(self._items)

    def menu_of(self, view: SavedView) -> QMenu:
        """What can be done with a view."""
        menu = QMenu(self)
        order = self._ids()
        at = order.index(view.id)
        if view.id == self._changed:
            menu.addActions(list(self.changes))
            menu.addSeparator()
        menu.addAction(self.tr("&Rename…")).triggered.connect(lambda: self._rename(view))
        menu.addSeparator()
        up = menu.addAction(self.tr("Move &up"))
        up.setEnabled(at > 0)
        up.triggered.connect(lambda: self._move(view, -1))
        down = menu.addAction(self.tr("Move &down"))
        down.setEnabled(at < len(order) - 1)
        down.triggered.connect(lambda: self._move(view, 1))
        menu.addSeparator()
        menu.addAction(self.tr("De&lete…")).triggered.connect(lambda: self._delete(view))
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and self._on_key(watched, event):
            return True
        if event.type() is QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()  # else a job might be meant
            return True
        return super().eventFilter(watched, event)

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        view = self._view_of(watched)
        if view is None:
            return False
        step = _MOVES.get(Qt.Key(event.key()))
        moved = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F2:
            self._rename(view)
        elif event.key() == Qt.Key.Key_Delete:
            self._delete(view)
        elif step is not None and moved:
            self._move(view, step)
        else:
            return False
        return True

    def _view_of(self, watched: QObject) -> SavedView | None:
        place = next((place for place, item in self._items.items() if item is watched), None)
        return self._views.get(place.saved) if place is not None and self._views else None

    def _ids(self) -> list[str]:
        return [view.id for view in self._views.all()] if self._views else []

    def _rename(self, view: SavedView) -> None:
        views = self._views
        if views is not None:
            ask_view_name(self.window(), view.name, lambda name: views.rename(view.id, name))

    def _move(self, view: SavedView, by: int) -> None:
        if self._views is None:
            return
        item = self._items[view.place.line]
        had_focus = item.hasFocus()
        self._views.move(view.id, by)
        if had_focus:
            self._items[view.place.line].setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete(self, view: SavedView) -> None:
        views = self._views
        if views is None:
            return
        name = visible_text(view.name)
        question = Question(
            self.tr("Delete the view «{name}»?").format(name=name),
            self.tr("Its filters, columns and order are forgotten. The jobs stay."),
            self.tr("Delete"),
        )
        ask(self.window(), question, lambda: views.remove(view.id))

    def _rebuild(self, views: tuple[SavedView, ...]) -> None:
        for item in self._items.values():
            self._column.removeWidget(item)
            item.hide()
            item.deleteLater()
        self._items = {view.place.line: self._make_item(view) for view in views}
        self.rebuilt.emit()

    def _make_item(self, view: SavedView) -> NavigationItem:
        item = NavigationItem(visible_text(view.name), Icon.VIEW, self)
        item.setToolTip(plain_tool_tip(visible_text(view.name)))
        item.setObjectName(f"place_{view.place.line.to_text()}")
        item.clicked.connect(lambda: self.chosen.emit(view.place.line))
        item.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        item.customContextMenuRequested.connect(lambda at: self._open_menu(view, item, at))
        item.installEventFilter(self)
        self._mark(view, item)
        self._column.addWidget(item)
        item.show()
        return item

    def _open_menu(self, view: SavedView, item: NavigationItem, at: QPoint) -> None:
        menu = self.menu_of(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(item.mapToGlobal(at))


def _is_own(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete)
