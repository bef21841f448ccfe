"""Buttons of the kinds the look knows. They take the focus by Tab, not by a click, so that the
ring shows where the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from openeo_desktop.ui.look.icons import Icon, icon
from openeo_desktop.ui.look.tokens import ICON_SIZE

_BESIDE_WORDS = QSize(ICON_SIZE + 3, ICON_SIZE)
"""The glyph stands at the left of this box: 3 px of air, and Qt's own 4, before the text."""


def primary_button(
    text: str, name: Icon | None = None, parent: QWidget | None = None
) -> QPushButton:
    """The one filled button of a place: its main action."""
    return _push_button(text, name, "primary", "on_accent", parent)


def outlined_button(
    text: str, name: Icon | None = None, parent: QWidget | None = None
) -> QPushButton:
    """An ordinary action."""
    return _push_button(text, name, "", "text", parent)


def quiet_button(
    text: str, name: Icon | None = None, parent: QWidget | None = None, *, flush: bool = False
) -> QPushButton:
    """An action in the text, without an outline; `flush` with the text above and below it."""
    button = _push_button(text, name, "quiet", "accent", parent)
    button.setProperty("flush", flush)
    return button


def icon_button(
    name: Icon, text: str, parent: QWidget | None = None, *, role: str = "muted"
) -> QToolButton:
    """A button that is only an icon; `text` is its tool tip and accessible name."""
    button = QToolButton(parent)
    button.setIcon(icon(name, role))
    button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def action_button(
    action: QAction,
    parent: QWidget | None = None,
    *,
    primary: bool = False,
    icon_only: bool = False,
) -> QToolButton:
    """A tool button of an action, with its text beside the icon unless `icon_only`."""
    button = QToolButton(parent)
    button.setDefaultAction(action)
    show_words(button, beside=not icon_only)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.text().replace("&", ""))
    if primary:
        button.setProperty("kind", "primary")
    return button


def show_words(button: QToolButton, *, beside: bool) -> None:
    """Words beside the icon, with air between them, or the icon alone, in the middle."""
    style = Qt.ToolButtonStyle
    button.setToolButtonStyle(
        style.ToolButtonTextBesideIcon if beside else style.ToolButtonIconOnly
    )
    button.setIconSize(_BESIDE_WORDS if beside else QSize(ICON_SIZE, ICON_SIZE))


def _push_button(
    text: str, name: Icon | None, kind: str, role: str, parent: QWidget | None
) -> QPushButton:
    button = QPushButton(text, parent)
    button.setAutoDefault(False)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if kind:
        button.setProperty("kind", kind)
    button.setIconSize(_BESIDE_WORDS)  # also for an icon that is set later
    if name is not None:
        button.setIcon(icon(name, role))
    return button
