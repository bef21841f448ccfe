"""Pictures of what is said after a crash: the card over the window, and the report."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from openeo_desktop.core.crash_reports import CrashReport
from openeo_desktop.ui.errors.crash_card import CrashReportDialog, offer_crash
from openeo_desktop.ui.window.main_window import MainWindow
from tests.shots.shot import Shot
from tests.support.fake_services import LoopSpawn
from tests.support.sketch_jobs import sketch_services

_TEXT = """openEO Desktop 0.1.0
Python 3.12.7, PySide6 6.11.3, Qt 6.11.3
Linux 6.8.0 (x86_64)
Qt platform xcb, scale 1
Started 2026-11-22 18:02:11Z
Ended 2026-11-22 19:41:06Z

Fatal Python error: Segmentation fault

Current thread 0x00007fbe1b09bb80 (most recent call first):
  File "~/openeo_desktop/ui/map/map_canvas.py", line 88 in paintEvent
  File "~/openeo_desktop/app.py", line 122 in run_window

Last lines of the log
2026-11-22 19:41:05,112 INFO openeo_desktop.ui.map.map_window [MainThread] Opened
"""


def _card() -> QWidget:
    services = sketch_services(60)
    spawn = LoopSpawn()
    window = MainWindow(cast("Any", services), spawn)
    spawn.setParent(window)
    report = CrashReport(Path("nowhere"), "Segmentation fault", "kind", _TEXT)
    offer_crash(report, services.settings, window)
    return window


def _report() -> QWidget:
    return CrashReportDialog(_TEXT, None)


SHOTS = [
    Shot("crash-card", _card, (1440, 900)),
    Shot("crash-card-small", _card, (700, 520)),
    Shot("crash-report", _report, (720, 520)),
]
