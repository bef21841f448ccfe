"""How the lines of a plot are told apart: six colours, then the same with other patterns."""

from __future__ import annotations

from PySide6.QtCore import Qt

from openeo_desktop.ui.look.theme import tokens

_PATTERNS = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
)


def _colours() -> tuple[str, ...]:
    scheme = tokens()
    tints = (scheme.queued, scheme.finished, scheme.error, scheme.canceled, scheme.created)
    return (scheme.accent, *(tint.text for tint in tints))


def line_colour(at: int) -> str:
    """Colours of the theme that are told apart: blue, amber, green, red, violet, grey."""
    colours = _colours()
    return colours[at % len(colours)]


def line_pattern(at: int) -> Qt.PenStyle:
    """Its pattern: after the colours are used up, the next one."""
    return _PATTERNS[at // len(_colours()) % len(_PATTERNS)]
