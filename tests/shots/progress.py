"""Pictures of what shows that something takes long."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from openeo_desktop.ui.kit.late_progress import LateProgress
from tests.shots.shot import Shot

_SIZE = (380, 120)
_WINDOWS: list[QWidget] = []
"""They own the dialogs, and go with the process."""


def _exporting() -> QWidget:
    progress = _progress(_words("JobExports", "Export process graphs"), 240)
    words = _words("JobExports", "Reading the processes: {done} of {total} jobs")
    progress.set_done(87, words.format(done=87, total=240))
    return progress


def _painting() -> QWidget:
    return _progress(_words("PaintedFile", "Painting the process graph…"), 100)


def _progress(title: str, total: int) -> LateProgress:
    window = QMainWindow()
    _WINDOWS.append(window)
    return LateProgress(title, total, window)


def _words(context: str, text: str) -> str:
    """As the app has them in its language."""
    return QCoreApplication.translate(context, text)


SHOTS = [
    Shot("progress-exporting", _exporting, _SIZE),
    Shot("progress-painting", _painting, _SIZE),
]
