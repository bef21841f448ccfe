"""Pictures of a newer release and its notes, and of the licences of what is shipped."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtWidgets import QWidget

from openeo_desktop.core.licences import collect_licences
from openeo_desktop.core.releases import Release
from openeo_desktop.ui.updates.update_card import ReleaseNotesDialog, tell_of_update
from openeo_desktop.ui.window.licences_dialog import LicencesDialog
from openeo_desktop.ui.window.main_window import MainWindow
from tests.shots.shot import Shot
from tests.support.fake_services import LoopSpawn
from tests.support.sketch_jobs import sketch_services

_NOTES = """Added
- Rasters of a result are shown while they are on the server.
- The history can be carried to another computer.

Fixed
- A job that was renamed kept its old title in the downloads."""
_RELEASE = Release("0.2.0", _NOTES, "https://example.org/openeo-desktop/releases/0.2.0")


def _card() -> QWidget:
    services = sketch_services(60)
    spawn = LoopSpawn()
    window = MainWindow(cast("Any", services), spawn)
    spawn.setParent(window)
    tell_of_update(_RELEASE, cast("Any", services.updates), window)
    return window


def _notes() -> QWidget:
    return ReleaseNotesDialog(_RELEASE, None)


def _licences() -> QWidget:
    dialog = LicencesDialog()
    dialog.show_licences(collect_licences())
    dialog.filter.setText("q")
    return dialog


def _is_filled(dialog: QWidget) -> bool:
    return isinstance(dialog, LicencesDialog) and dialog.list.count() > 0


SHOTS = [
    Shot("update-card", _card, (1440, 900)),
    Shot("update-notes", _notes, (640, 480)),
    Shot("licences", _licences, (860, 560), _is_filled),
    Shot("licences-small", _licences, (560, 420), _is_filled),
]
