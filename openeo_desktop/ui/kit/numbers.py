"""Counts as a person reads them, grouped by thousands as the locale does."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def count_text(count: int) -> str:
    """`20,431`. The C locale, which groups nothing, is taken for English."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        locale = QLocale(QLocale.Language.English)
    return locale.toString(count)
