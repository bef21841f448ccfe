"""Counts as a person reads them, grouped by thousands as the locale does."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def count_text(count: int) -> str:
    """`20,431`. The C locale, which groups nothing, is taken for English."""
    return _locale().toString(count)


def short_count(count: int) -> str:
    """`999`, `1.2k`, `20k`, `1.4M`: at most four characters, rounded down, for a narrow place.

    Whoever shows it tells the exact number elsewhere (a tool tip, the accessible name).
    """
    for size, unit in ((1_000_000, "M"), (1_000, "k")):
        if count >= size:
            tenths = count * 10 // size
            whole = tenths >= 100 or tenths % 10 == 0
            digits = _locale().toString(tenths / 10, "f", 1) if not whole else str(tenths // 10)
            return f"{digits}{unit}"
    return str(count)


def _locale() -> QLocale:
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        locale = QLocale(QLocale.Language.English)
    return locale
