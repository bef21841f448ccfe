"""Pictures of the menu of the tray icon: jobs that run, more than it lists, and none."""

from __future__ import annotations

import dataclasses

from PySide6.QtWidgets import QMainWindow, QWidget

from openeo_desktop.core.jobs import Job
from openeo_desktop.ui.tray.tray_menu import TrayMenu
from openeo_desktop.ui.window.actions import WindowActions
from tests.shots.shot import Shot
from tests.support.sketch_jobs import sketch_services

_SIZE = (420, 320)
_LONG = "NDVI & LAI of every parcel between the Savinja and Kamnik, 2018 to 2026"
_WINDOWS: list[QWidget] = []
"""They own the actions, and go with the process."""


def _menu(most: int) -> QWidget:
    window = QMainWindow()
    _WINDOWS.append(window)
    menu = TrayMenu(WindowActions(window), window)
    menu.show_jobs(_active()[:most])
    return menu


def _active() -> list[Job]:
    found = [job for job in sketch_services(20).jobs.jobs.values() if job.status.is_active]
    more = [dataclasses.replace(found[-1], title=f"Tile {at}") for at in range(12)]
    return [dataclasses.replace(found[0], title=_LONG), *found[1:], *more]


SHOTS = [
    Shot("tray-menu", lambda: _menu(4), _SIZE),
    Shot("tray-menu-many", lambda: _menu(12), _SIZE),
    Shot("tray-menu-idle", lambda: _menu(0), _SIZE),
]
