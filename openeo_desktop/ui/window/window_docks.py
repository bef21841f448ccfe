"""The docks around the jobs table: where they stand, their tabs, and how that is remembered.

Below 1,100 px of width the right docks go under the table, as tabs beside the log; they return when
there is room. Both arrangements are the person's own and are remembered apart.
"""

from __future__ import annotations

import base64
import binascii

from PySide6.QtCore import QByteArray, QObject, QPoint, Qt, QTimer, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QTabBar, QTabWidget, QWidget

from openeo_desktop.core.settings import Settings
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.look.icons import Icon, icon

COMPACT_BELOW = 1100
VERSION = 1
_SIDE_WIDTH = 396
_BOTTOM_HEIGHT = 250
_NAVIGATION_WIDTH = 224
_BOTTOM = ("log", "downloads")
_RIGHT = ("details", "process", "results")


class WindowDocks(QObject):
    """Docks by name: navigation, log, downloads, details, process, results."""

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._docks: dict[str, QDockWidget] = {}
        self._titles: dict[str, str] = {}
        self._icons: dict[str, Icon] = {}
        self._compact = False
        self._bare = {}  # type: dict[str, QWidget]
        self._tidy_timer = QTimer(self, singleShot=True, interval=0)
        self._tidy_timer.timeout.connect(self._tidy)
        self._size_timer = QTimer(self, singleShot=True, interval=0)
        self._size_timer.timeout.connect(self._size_first)
        self._asked: dict[str, None] = {}
        self._wide_front: list[str] = []
        self._compact_front = ""
        options = QMainWindow.DockOption
        window.setDockOptions(options.AllowNestedDocks | options.AllowTabbedDocks)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for corner, area in (
            (Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea),
            (Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea),
        ):
            window.setCorner(corner, area)

    @property
    def compact(self) -> bool:
        """Whether the right docks are under the table because the window is narrow."""
        return self._compact

    def add(self, name: str, title: str, mark: Icon, pane: QWidget) -> QDockWidget:
        """Make a dock for a pane; `arrange` places it."""
        dock = QDockWidget(title, self._window)
        dock.setObjectName(f"dock_{name}")
        dock.setWidget(pane)
        dock.toggleViewAction().setIcon(icon(mark))
        self._docks[name], self._titles[name], self._icons[name] = dock, title, mark
        for signal in (dock.topLevelChanged, dock.dockLocationChanged, dock.visibilityChanged):
            signal.connect(self._tidy_timer.start)
        if name == "navigation":
            self._set_bare(name, bare=True)
            dock.setAllowedAreas(
                Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea
            )
            pane.setMinimumWidth(170)
        return dock

    def dock(self, name: str) -> QDockWidget:
        """A dock by name. Raises KeyError."""
        return self._docks[name]

    def toggle_actions(self) -> list[QAction]:
        """To show and hide each dock, for the View menu."""
        return [dock.toggleViewAction() for dock in self._docks.values()]

    def show(self, name: str) -> None:
        """Bring a pane to the front, also if it was closed."""
        self._asked.pop(name, None)
        self._asked[name] = None
        dock = self._docks[name]
        dock.show()
        dock.raise_()

    def set_count(self, name: str, count: int) -> None:
        """A number behind the title, 0 for none."""
        title = self._titles[name]
        self._docks[name].setWindowTitle(f"{title}  {count_text(count)}" if count else title)
        self._docks[name].toggleViewAction().setText(title)
        self._tidy_timer.start()

    def count(self, name: str, counted: SignalInstance) -> None:
        """Let a signal of an int keep the number behind a title."""
        counted.connect(lambda number: self.set_count(name, number))

    def arrange(self) -> None:
        """The arrangement of a first start (or after a reset)."""
        area = Qt.DockWidgetArea
        window = self._window
        for dock in self._docks.values():
            dock.setFloating(False)
        window.addDockWidget(area.LeftDockWidgetArea, self._docks["navigation"])
        self._tab_into(area.BottomDockWidgetArea, _BOTTOM + (_RIGHT if self._compact else ()))
        if not self._compact:
            self._tab_into(area.RightDockWidgetArea, _RIGHT)
        for dock in self._docks.values():
            dock.show()
        self._docks["log"].raise_()
        if not self._compact:
            self._docks["details"].raise_()
        # Sizes take hold only once Qt has laid the docks out.
        self._size_timer.start()
        self._tidy_timer.start()

    def take_back(self, state: QByteArray) -> None:
        """An arrangement as `QMainWindow.saveState` gave it a moment ago."""
        self._size_timer.stop()
        self._window.restoreState(state, VERSION)
        self._tidy_timer.start()

    def restore(self, *, compact: bool) -> None:
        """The remembered arrangement, else that of a first start."""
        self._compact = compact
        self.arrange()
        state = _decoded(self._settings.get(self._key(), ""))
        if state and self._window.restoreState(QByteArray(state), VERSION):
            self._size_timer.stop()
        self._tidy_timer.start()

    def save(self) -> None:
        """Remember the arrangement."""
        state = bytes(self._window.saveState(VERSION).data())
        self._settings.set(self._key(), base64.b64encode(state).decode())

    def follow_width(self, width: int) -> None:
        """Change over where the window became narrow, or wide again."""
        compact = width < COMPACT_BELOW
        if compact == self._compact:
            return
        self.save()
        front = self._front()
        names = [*(front or self._wide_front), *self._asked]
        if compact and front:
            names = self._wide_front = front
            self._compact_front = front[-1]
        elif front:  # as it was before the window became narrow, then what was turned to since
            turned_to = [name for name in front if name != self._compact_front]
            names = [*self._wide_front, *self._asked, *turned_to]
        self.restore(compact=compact)
        for name in names:
            self._docks[name].raise_()
        if front:
            self._asked.clear()

    def _key(self) -> str:
        return "window.docks.compact" if self._compact else "window.docks"

    def _front(self) -> list[str]:
        """The panes that are before the eyes now; where all are tabs of one, the log comes last."""
        names = (*_RIGHT, *reversed(_BOTTOM))
        return [n for n in names if not self._docks[n].visibleRegion().isEmpty()]

    def _tab_into(self, area: Qt.DockWidgetArea, names: tuple[str, ...]) -> None:
        first = self._docks[names[0]]
        self._window.addDockWidget(area, first)
        for name in names[1:]:
            self._window.addDockWidget(area, self._docks[name])
            self._window.tabifyDockWidget(first, self._docks[name])

    def _size_first(self) -> None:
        self._tidy()  # title bars that come or go would lay out anew, and undo the sizes
        docks, widths = [self._docks["navigation"]], [_NAVIGATION_WIDTH]
        if not self._compact:
            docks.append(self._docks["details"])
            widths.append(_SIDE_WIDTH)
        self._window.resizeDocks(docks, widths, Qt.Orientation.Horizontal)
        self._window.resizeDocks([self._docks["log"]], [_BOTTOM_HEIGHT], Qt.Orientation.Vertical)

    # Tabs say what title bars would say again.

    def _tidy(self) -> None:
        for name, dock in self._docks.items():
            if name != "navigation":
                tabs = self._window.tabifiedDockWidgets(dock)
                tabbed = any(not other.isHidden() for other in tabs)
                self._set_bare(name, bare=tabbed and not dock.isFloating())
        for bar in self._window.findChildren(
            QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            self._dress(bar)

    def _set_bare(self, name: str, *, bare: bool) -> None:
        """Take the title bar away, or give it back."""
        if bare == (name in self._bare):
            return
        dock = self._docks[name]
        if bare:
            self._bare[name] = QWidget(dock)
            dock.setTitleBarWidget(self._bare[name])
        else:
            old = self._bare.pop(name)
            dock.setTitleBarWidget(None)  # type: ignore[arg-type]  # None brings Qt's own back
            old.deleteLater()

    def _dress(self, bar: QTabBar) -> None:
        """Icons, and a menu to close or detach: Qt's own tabs of docks have neither."""
        bar.setExpanding(False)
        bar.setDrawBase(False)
        bar.setElideMode(Qt.TextElideMode.ElideNone)
        names = {dock.windowTitle(): name for name, dock in self._docks.items()}
        for index in range(bar.count()):
            name = names.get(bar.tabText(index))
            if name is not None:
                bar.setTabIcon(index, icon(self._icons[name]))
        if bar.contextMenuPolicy() != Qt.ContextMenuPolicy.CustomContextMenu:
            bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            bar.customContextMenuRequested.connect(lambda at: self._open_menu(bar, at))

    def _open_menu(self, bar: QTabBar, at: QPoint) -> None:
        title = bar.tabText(bar.tabAt(at))
        dock = next((d for d in self._docks.values() if d.windowTitle() == title), None)
        if dock is None:
            return
        menu = QMenu(bar)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Detach"), lambda: dock.setFloating(True))
        menu.addAction(self.tr("Close"), dock.close)
        menu.popup(bar.mapToGlobal(at))


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        return b""
