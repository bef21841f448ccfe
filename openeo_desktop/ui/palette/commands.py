"""The commands of a window, read from its menus: what is in a menu is in the palette, by itself.

So nothing can be forgotten, and names, shortcuts and reasons are said once, by the actions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

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
