"""The theme of the running application: which scheme holds, and applying it.

`apply_theme` is called once by the composition root; painters and icons ask `tokens()` while they
paint, so a change of scheme needs nothing but a repaint. No widgets are made here.
"""

from __future__ import annotations

import logging
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from openeo_desktop.ui.look.fonts import body_font
from openeo_desktop.ui.look.style_sheet import style_sheet
from openeo_desktop.ui.look.tokens import DARK, LIGHT, Tokens

Scheme = Literal["system", "light", "dark"]

_logger = logging.getLogger(__name__)
_current: Tokens = LIGHT
_theme: Theme | None = None


def tokens() -> Tokens:
    """The colours that hold now (light before a theme was applied)."""
    return _current


def color(value: str) -> QColor:
    """A token as a QColor."""
    return QColor(value)


def apply_theme(app: QApplication, scheme: Scheme = "system") -> Theme:
    """Dress the application, and follow the system's scheme while `scheme` is "system".

    Calling it again changes the scheme of the same `Theme`.
    """
    global _theme
    if _theme is None or _theme.parent() is not app:
        app.setStyle("Fusion")
        _theme = Theme(app)
    _theme.use_scheme(scheme)
    return _theme


class Theme(QObject):
    """Keeps palette, font and style sheet of the application in step with the chosen scheme.

    Signals: `scheme_changed(Tokens)` after everything is applied.
    """

    scheme_changed = Signal(object)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme: Scheme = "system"
        self._applied: Tokens | None = None
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    @property
    def scheme(self) -> Scheme:
        """What was asked for, not what came of it."""
        return self._scheme

    def use_scheme(self, scheme: Scheme) -> None:
        """Follow the system, or force light or dark (title bars and native menus too)."""
        self._scheme = scheme
        hints = self._app.styleHints()
        wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(scheme)
        if wanted is None:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(wanted)
        self._refresh()

    @Slot()
    def _on_system_scheme_changed(self) -> None:
        if self._scheme == "system":
            self._refresh()

    def _refresh(self) -> None:
        wanted = self._wanted()
        if wanted is self._applied:
            return
        global _current
        _current = self._applied = wanted
        _logger.debug("colour scheme: %s", wanted.name)
        self._app.setPalette(palette_of(wanted))
        self._app.setFont(body_font())
        self._app.setStyleSheet(style_sheet(wanted))
        self.scheme_changed.emit(wanted)

    def _wanted(self) -> Tokens:
        if self._scheme != "system":
            return DARK if self._scheme == "dark" else LIGHT
        system = self._app.styleHints().colorScheme()
        return DARK if system == Qt.ColorScheme.Dark else LIGHT


def palette_of(scheme: Tokens) -> QPalette:
    """Every role of the palette, so that nothing falls back to the platform's other scheme."""
    role = QPalette.ColorRole
    colors = {
        role.Window: scheme.window,
        role.WindowText: scheme.text,
        role.Base: scheme.surface,
        role.AlternateBase: scheme.raised,
        role.Text: scheme.text,
        role.Button: scheme.surface,
        role.ButtonText: scheme.text,
        role.BrightText: scheme.error.text,
        role.ToolTipBase: scheme.raised,
        role.ToolTipText: scheme.text,
        role.PlaceholderText: scheme.muted,
        role.Highlight: scheme.selection,
        role.HighlightedText: scheme.text,
        role.Accent: scheme.accent,
        role.Link: scheme.accent,
        role.LinkVisited: scheme.canceled.text,
        role.Light: scheme.raised,
        role.Midlight: scheme.hover,
        role.Mid: scheme.border,
        role.Dark: scheme.control,
        role.Shadow: scheme.border,
    }
    palette = QPalette()
    for where, value in colors.items():
        palette.setColor(where, QColor(value))
    faded = (role.WindowText, role.Text, role.ButtonText, role.HighlightedText, role.Link)
    for where in (*faded, role.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(scheme.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Accent, QColor(scheme.border))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(scheme.hover))
    return palette
