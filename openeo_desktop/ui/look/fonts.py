"""The fonts of the look: the system's family in a few sizes, and its fixed-width face."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

BODY_PX = 13
_TABULAR = QFont.Tag("tnum")


def body_px() -> int:
    """13 px, or more where the person has asked the system for larger text."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return max(BODY_PX, QFontInfo(system).pixelSize())


def body_font() -> QFont:
    """The font of the whole application."""
    return _sized(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont), 0)


def title_font() -> QFont:
    """17 px semibold: the title of a job, of a dialog."""
    font = _sized(body_font(), 4)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def strong_font() -> QFont:
    """The body font in semibold."""
    font = body_font()
    font.setWeight(QFont.Weight.DemiBold)
    return font


def small_font() -> QFont:
    """12 px: captions and hints."""
    return _sized(body_font(), -1)


def section_font() -> QFont:
    """11 px semibold capitals. The text itself stays as written, for screen readers and copying."""
    font = _sized(body_font(), -2)
    font.setWeight(QFont.Weight.DemiBold)
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 103)
    return font


def fixed_font() -> QFont:
    """The system's fixed-width face, 12 px: logs, ids, JSON."""
    font = _sized(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont), -1)
    # A system font counts as «not asked for», so a widget would take its family from its parent.
    font.setFamilies(font.families())
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font


def tabular_font(font: QFont | None = None) -> QFont:
    """The font (else the body) with figures of equal width, so that columns of numbers align."""
    tabular = QFont(font) if font is not None else body_font()
    tabular.setFeature(_TABULAR, 1)
    return tabular


def _sized(font: QFont, delta: int) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(body_px() + delta)
    return sized
