"""Whether things may move: the system's wish for less motion, and the person's own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

_reduced_by_person = False


def reduce_motion(reduced: bool) -> None:
    """The person's own choice, on top of the system's."""
    global _reduced_by_person
    _reduced_by_person = reduced


def is_motion_reduced() -> bool:
    """True if the person or the system asks for less motion (Windows and macOS tell Qt)."""
    if _reduced_by_person or QApplication.instance() is None:
        return True
    return not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
