"""The tool bar and the menus of the main window, made of its actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QStyle,
    QToolBar,
    QToolButton,
    QWidget,
)

from openeo_desktop.ui.kit.buttons import action_button, icon_button, show_words
from openeo_desktop.ui.kit.search_field import SearchField
from openeo_desktop.ui.look.icons import Icon, icon
from openeo_desktop.ui.look.tokens import ICON_SIZE
from openeo_desktop.ui.window.actions import WindowActions
from openeo_desktop.ui.window.menu_key import MenuKey

SEARCH_WIDTHS = (160, 340)
"""The least and the most, in pixels."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("WindowBars", text)


class WindowToolBar(QToolBar):
    """New job, the actions on the selection, search, refresh."""

    def __init__(self, actions: WindowActions, parent: QWidget) -> None:
        super().__init__(_tr("Tool bar"), parent)
        self.setObjectName("tool_bar")
        self.setMovable(False)
        self.setFloatable(False)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.toggleViewAction().setVisible(False)
        self._on_selection: list[QToolButton] = []
        self._buttons: list[QToolButton] = []
        self._fitted: tuple[int, tuple[str, ...]] = (0, ())
        new = action_button(actions.new_job, self, primary=True)
        new.setObjectName("new_job_button")
        # Filled, so its mark has a colour of its own; the button takes the action's at each change.
        mark = icon(Icon.NEW_JOB, "on_accent")
        new.setIcon(mark)
        actions.new_job.changed.connect(lambda: new.setIcon(mark))
        self._add_button(new)
        self.addSeparator()
        for action in (
            actions.start,
            actions.stop,
            actions.download,
            actions.duplicate,
            actions.delete,
        ):
            button = action_button(action, self)
            button.setObjectName(f"{action.objectName()}_button")
            self._on_selection.append(button)
            self._add_button(button)
            action.changed.connect(self._on_action_changed)
        self._add_more(actions)
        self._add_search(actions)

    def follow_width(self, width: int) -> None:
        """Words beside the icons only where there is room for them and the search field, which
        gives way first."""
        self._fitted = (width, self._words())
        for beside in (True, False):
            for button in self._on_selection:
                show_words(button, beside=beside)
            if self._needed_width() <= width:
                break

    def _words(self) -> tuple[str, ...]:
        return tuple(button.text() for button in self._on_selection)

    def _on_action_changed(self) -> None:
        """«Start» may be «Run again» now."""
        if self._fitted[0] and self._fitted[1] != self._words():
            self.follow_width(self._fitted[0])

    def _needed_width(self) -> int:
        """Of all that stands here, the search as narrow as it may be."""
        layout, metric = (
            cast("QLayout", self.layout()),
            QStyle.PixelMetric.PM_ToolBarSeparatorExtent,
        )
        parts = [button.sizeHint().width() for button in self._buttons]
        parts += [SEARCH_WIDTHS[0], self.style().pixelMetric(metric, None, self)]
        margins = layout.contentsMargins()
        return sum(parts) + margins.left() + margins.right() + layout.spacing() * layout.count()

    def buttons(self) -> tuple[QToolButton, ...]:
        """All that stand here, from left to right."""
        return tuple(self._buttons)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _add_more(self, actions: WindowActions) -> None:
        """Everything else that can be done with jobs."""
        more = icon_button(Icon.MORE, _tr("More actions on the selected jobs"), self, role="text")
        more.setObjectName("more_button")
        menu = QMenu(more)
        menu.setToolTipsVisible(True)
        fill_job_menu(menu, actions)
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._add_button(more)

    def _add_search(self, actions: WindowActions) -> None:
        spacer = QWidget(self)
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        self.search = SearchField(
            _tr("Search title, id, process, collection"), QKeySequence.StandardKey.Find, self
        )
        self.search.setObjectName("search_field")
        self.search.setMinimumWidth(SEARCH_WIDTHS[0])
        self.search.setMaximumWidth(SEARCH_WIDTHS[1])
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addWidget(self.search)
        for action in (actions.refresh, actions.palette):
            button = action_button(action, self, icon_only=True)
            button.setObjectName(f"{action.objectName()}_button")
            self._add_button(button)

    def _add_button(self, button: QToolButton) -> None:
        """In a holder: a tool bar would give its buttons its own icon size, and so no air between
        icon and word."""
        self._buttons.append(button)
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button)
        self.addWidget(holder)


def build_menus(
    window: QMainWindow,
    actions: WindowActions,
    dock_toggles: Sequence[QAction],
    table_looks: Sequence[QAction | None],
) -> None:
    """File, Job, View, Help."""
    MenuKey(window)
    bar = window.menuBar()
    file = bar.addMenu(_tr("&File"))
    accounts = [actions.add_account, actions.account_details]
    trust = [actions.trust_file, actions.trust_system]
    last = [actions.history, actions.settings, None, actions.quit]
    _fill(
        file,
        [actions.new_job, actions.open_file, None, *accounts, None, *trust, None, *last],
    )
    job = bar.addMenu(_tr("&Job"))
    fill_job_menu(job, actions)
    _fill(job, [None, actions.add_job])
    view = bar.addMenu(_tr("&View"))
    general = [
        actions.refresh,
        actions.pause_sync,
        None,
        actions.find,
        actions.palette,
        actions.notices,
    ]
    _fill(view, [*general, None, *table_looks, None, *dock_toggles, None, actions.reset_layout])
    _fill(
        bar.addMenu(_tr("&Help")),
        [actions.shortcuts, actions.recent_messages, actions.diagnostics, None, actions.about],
    )
    for menu in bar.findChildren(QMenu):
        menu.setToolTipsVisible(True)


def fill_job_menu(menu: QMenu, actions: WindowActions) -> None:
    """What can be done with jobs, for the menu bar, the tool bar and the table's context menu."""
    run = [actions.start, actions.stop, actions.run_copy]
    download = [actions.download, actions.download_when_finished]
    change = [
        actions.rename,
        actions.edit,
        actions.duplicate,
        actions.estimate,
        actions.refresh_job,
    ]
    _fill(menu, [*run, None, *download, None, *change, None, actions.copy_id])
    away = menu.addMenu(_tr("Share and e&xport"))
    away.setToolTipsVisible(True)
    _fill(away, [actions.copy_link])
    code = away.addMenu(_tr("Copy as c&ode"))
    code.setToolTipsVisible(True)
    _fill(code, [*actions.copy_code.values()])
    _fill(away, [actions.export_graph, actions.share, actions.web_editor])
    _fill(menu, [None, actions.delete])


def job_menu(actions: WindowActions, parent: QWidget) -> QMenu:
    """The context menu of the table; deletes itself when it closes."""
    menu = QMenu(parent)
    menu.setObjectName("job_menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setToolTipsVisible(True)
    fill_job_menu(menu, actions)
    return menu


def _fill(menu: QMenu, entries: Sequence[QObject | None]) -> None:
    for entry in entries:
        if isinstance(entry, QAction):
            entry.setIconVisibleInMenu(not entry.isCheckable())  # else it hides the tick
            menu.addAction(entry)
        else:
            menu.addSeparator()
