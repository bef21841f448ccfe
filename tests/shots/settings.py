"""Pictures of the settings, a page each, and of what is told for support."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMainWindow, QWidget

from openeo_desktop.core.paths import profile_paths
from openeo_desktop.services.services import Services, make_services
from openeo_desktop.ui.settings.settings_dialog import SettingsDialog
from openeo_desktop.ui.window.actions import WindowActions
from openeo_desktop.ui.window.diagnostics import DiagnosticsDialog, diagnostics
from tests.shots.shot import Shot
from tests.support.fake_services import LoopSpawn, three_accounts

_PAGES = ("general", "accounts", "downloads", "notices", "network", "privacy", "advanced")
_SIZE = (760, 560)
_FACTS = "openEO Desktop 0.1.0\nPython 3.12.7, PySide6 6.11.3, Qt 6.11.3\nHistory: 1,204 jobs"
_LOG = "2026-11-22 19:41:05 INFO openeo_desktop.services.sync: Listed 3 accounts"
_KEPT: list[object] = []
"""Windows that own the actions, and folders of profiles: they go with the process."""


def _services() -> Services:
    """Real ones, of a new profile: the pages ask the system."""
    folder = tempfile.TemporaryDirectory(prefix="settings-", ignore_cleanup_errors=True)
    _KEPT.append(folder)
    return make_services(profile_paths(Path(folder.name)))


def _page(at: int) -> QWidget:
    window, spawn = QMainWindow(), LoopSpawn()
    _KEPT.append(window)
    dialog = SettingsDialog(_services(), spawn, WindowActions(window), window)
    spawn.setParent(dialog)
    dialog.list.setCurrentRow(at)
    return dialog


def _diagnostics() -> QWidget:
    """As if it had been gathered, which takes an event loop with lanes."""
    spawn = LoopSpawn()
    spawn.close()
    dialog = DiagnosticsDialog(_services(), spawn, None)
    dialog.text.setPlainText(diagnostics(_FACTS, tuple(three_accounts()), _LOG))
    dialog.copy_button.setEnabled(True)
    return dialog


SHOTS = [
    *(Shot(f"settings-{name}", partial(_page, at), _SIZE) for at, name in enumerate(_PAGES)),
    Shot("settings-diagnostics", _diagnostics, (720, 520)),
]
