"""The commands of a window, read from its menus: what is in a menu is in the palette, by itself.

So nothing can be forgotten, and names, shortcuts and reasons are said once, by the actions. The
person's own views, which are in no menu, follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.models.job_views import SavedView
from openeo_desktop.models.navigation import Place
from openeo_desktop.ui.look.icons import Icon, icon


@dataclass(frozen=True, slots=True)
class Command:
    """One action as it is now. `group`: the menu that it is in. `reason`: why it is disabled."""

    name: str
    text: str
    group: str
    shortcut: str
    enabled: bool
    reason: str
    checked: bool
    icon: QIcon = field(repr=False, compare=False)
    action: QAction = field(repr=False, compare=False)


def menu_commands(bar: QMenuBar) -> list[Command]:
    """All actions of all menus, in their order, each once."""
    found: dict[str, Command] = {}
    for entry in bar.actions():
        menu = entry.menu()
        if isinstance(menu, QMenu) and entry.isVisible():
            group = plain_text(entry)
            for action in _actions(menu):
                command = command_of(action, group)
                found.setdefault(command.name, command)
    return list(found.values())


def view_commands(
    views: Sequence[SavedView], go_to: Callable[[Place], None], parent: QObject
) -> list[Command]:
    """One for each of the person's own views, to go there.

    Args:
        parent: Its actions belong to it.
    """
    group = QCoreApplication.translate("Palette", "Saved views")
    return [command_of(_view_action(view, go_to, parent), group) for view in views]


def _view_action(view: SavedView, go_to: Callable[[Place], None], parent: QObject) -> QAction:
    name = visible_text(" ".join(view.name.split()))
    action = QAction(name.replace("&", "&&"), parent)
    action.setObjectName(f"view/{view.id}")
    action.setProperty("mark", Icon.VIEW.value)
    action.triggered.connect(lambda: go_to(view.place))
    return action


def _actions(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        child = action.menu()
        if isinstance(child, QMenu):
            yield from _actions(child)
        elif not action.isSeparator() and action.isVisible() and action.text():
            yield action


def command_of(action: QAction, group: str) -> Command:
    """The action as it is now."""
    return Command(
        name=action.objectName() or f"{group}/{plain_text(action)}",
        text=plain_text(action),
        group=group,
        shortcut=shortcut_text(action),
        enabled=action.isEnabled(),
        reason="" if action.isEnabled() else action.statusTip(),
        checked=action.isCheckable() and action.isChecked(),
        icon=_icon(action),
        action=action,
    )


def _icon(action: QAction) -> QIcon:
    """In the colour of a list; an action may have its own for the filled button."""
    mark = action.property("mark")
    return icon(Icon(mark)) if mark in set(Icon) else action.icon()


def plain_text(action: QAction) -> str:
    """The words without mnemonics; `&&` stands for one ampersand."""
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def shortcut_text(action: QAction) -> str:
    """The first shortcut, as this system writes it."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
