"""Finds texts that do not fit where they are shown: for tests of translations and of scale factors.

`python -m tests.support.cut_texts LANGUAGE` builds the window, its dialogs and all pages of its
settings in a language, and prints what is cut, one a line. The scale factor is the environment's
(QT_SCALE_FACTOR), which Qt reads once a process.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QWidget,
)

from openeo_desktop.core.jobs import JobKey, JobStatus
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.services.services import make_services
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.look.languages import speak
from openeo_desktop.ui.look.theme import apply_theme
from openeo_desktop.ui.settings.settings_dialog import SettingsDialog
from openeo_desktop.ui.window.diagnostics import DiagnosticsDialog
from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.fake_services import LoopSpawn
from tests.support.sketch_jobs import key_of, sketch_services

_DEADLINE_MS = 60_000
_REST_MS = 10_000


def cut_texts(root: QWidget) -> Iterator[str]:
    """What is cut among the visible parts of a widget; shortened with a tool tip is on purpose."""
    for part in (root, *root.findChildren(QWidget)):
        if part.isVisible() and not part.visibleRegion().isEmpty():
            words = _cut(part)
            if words:
                yield f"{type(root).__name__}: {type(part).__name__} «{words}»"


def still_cut(root: QWidget) -> list[str]:
    """What is cut when the layout has come to rest; nothing as soon as nothing is."""
    deadline = QDeadlineTimer(_REST_MS)
    while (found := list(cut_texts(root))) and not deadline.hasExpired():
        turn()
    return found


def _cut(part: QWidget) -> str:
    if isinstance(part, ElidedLabel):
        return ""
    if isinstance(part, QLabel):
        return part.text() if _label_is_cut(part) else ""
    if isinstance(part, (QPushButton, QToolButton, QCheckBox, QRadioButton)):
        return part.text() if _button_is_cut(part) else ""
    if isinstance(part, QComboBox):
        return part.currentText() if part.width() < part.minimumSizeHint().width() else ""
    if isinstance(part, QTabBar):
        return ", ".join(_cut_tabs(part))
    if isinstance(part, QHeaderView):
        return ", ".join(_cut_heads(part))
    return ""


def _label_is_cut(label: QLabel) -> bool:
    if not label.text() or not label.pixmap().isNull() or label.toolTip():
        return False
    # A label with a buddy underlines a letter instead of showing the «&».
    flags = int(Qt.TextFlag.TextShowMnemonic) if label.buddy() else 0
    needed = label.fontMetrics().size(flags, label.text())
    room = label.contentsRect()
    if label.wordWrap():
        widest = max(_width(label.fontMetrics(), word) for word in label.text().split() or [""])
        return widest > room.width() or label.heightForWidth(label.width()) > label.height() + 1
    return needed.width() > room.width() + 1 or needed.height() > label.height() + 1


def _button_is_cut(button: QAbstractButton) -> bool:
    if not button.text():
        return False
    if isinstance(button, QToolButton):
        if button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
            return False
        if button.toolTip() and "…" in button.text():
            return False
    needed = button.fontMetrics().size(int(Qt.TextFlag.TextShowMnemonic), button.text())
    if not button.icon().isNull():
        needed += QSize(button.iconSize().width(), 0)
    return needed.width() > button.width() or needed.height() > button.height()


def _cut_tabs(bar: QTabBar) -> list[str]:
    metrics = bar.fontMetrics()
    return [
        bar.tabText(at)
        for at in range(bar.count())
        if _width(metrics, bar.tabText(at)) > bar.tabRect(at).width() and not bar.tabToolTip(at)
    ]


def _cut_heads(header: QHeaderView) -> list[str]:
    model, font = header.model(), QFont(header.font())
    if model is None or header.orientation() is not Qt.Orientation.Horizontal:
        return []
    font.setBold(True)
    shown = [at for at in range(header.count()) if header.sectionSize(at)]
    heads = {at: str(model.headerData(at, header.orientation()) or "") for at in shown}
    metrics = QFontMetrics(font)
    return [text for at, text in heads.items() if _width(metrics, text) > header.sectionSize(at)]


def _width(metrics: QFontMetrics, text: str) -> int:
    return metrics.size(int(Qt.TextFlag.TextShowMnemonic), text).width()


def main(language: str) -> int:
    """Print what is cut in that language; 1 if anything is."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setQuitOnLastWindowClosed(False)
    apply_theme(application, "light")
    speak(application, language)
    with tempfile.TemporaryDirectory() as folder:
        found = sorted(set(_everywhere(Path(folder))))
    print("\n".join(found))
    return 1 if found else 0


def _everywhere(folder: Path) -> Iterator[str]:
    services, spawn = sketch_services(60), LoopSpawn()
    services.paths = profile_paths(folder)
    window = MainWindow(cast("Any", services), spawn)
    window.resize(1440, 900)
    window.show()
    wait_for(lambda: window.jobs_pane.model.peek(0) is not None)
    yield from still_cut(window)
    for key in _one_of_each(services):
        window.select_job(key)
        wait_for(lambda key=key: window.details_pane.job and window.details_pane.job.key == key)
        for pane in ("details", "process", "results", "log", "downloads"):
            window.show_pane(cast("Any", pane))
            turn()
            yield from still_cut(window)
    yield from _of_dialogs(window, folder, spawn)
    window.hide()
    window.shut_down()
    spawn.close()


def _one_of_each(services: Any) -> list[JobKey]:
    return [key_of(services, s) for s in (JobStatus.RUNNING, JobStatus.ERROR, JobStatus.FINISHED)]


def _of_dialogs(window: MainWindow, folder: Path, spawn: LoopSpawn) -> Iterator[str]:
    dialogs = window.dialogs
    dialogs.open_new_job()
    dialogs.open_account()
    dialogs.open_account_details(None)
    # Its pages ask the system: for them the services are real ones, of an empty folder.
    services = make_services(profile_paths(folder / "settings"))
    SettingsDialog(services, spawn, window.actions_, window).show()
    DiagnosticsDialog(services, spawn, window).show()
    dialogs.open_shortcuts()
    dialogs.open_about()
    opened = window.findChildren(QDialog)
    assert len(opened) >= 7, opened
    for dialog in opened:
        wait_for(dialog.isVisible)
        turn()
        yield from _of_dialog(dialog)
        dialog.close()


def _of_dialog(dialog: QDialog) -> Iterator[str]:
    yield from still_cut(dialog)
    pages = dialog.findChild(QStackedWidget) if dialog.objectName() == "settings_dialog" else None
    for row in range(pages.count() if pages else 0):
        cast("Any", dialog).list.setCurrentRow(row)
        turn()
        yield from (f"page {row}: {words}" for words in still_cut(dialog))


def wait_for(fact: Any) -> None:
    """Let Qt work until it is so; a minute at most."""
    deadline = QDeadlineTimer(_DEADLINE_MS)
    while not fact():
        if deadline.hasExpired():
            raise TimeoutError
        turn()


def turn() -> None:
    """Let layouts and answers of fakes happen."""
    loop = QEventLoop()
    QTimer.singleShot(15, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
