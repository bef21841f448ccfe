"""Tries Qt in a process of its own and says what it found, as one line of JSON (`QT_PROBE`)."""

from __future__ import annotations

import json
import os

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication


def probe_qt() -> int:
    """Start Qt's part that needs the platform; a platform that cannot be had ends the process."""
    application = QGuiApplication(["openeo-desktop"])
    tell({"qt": qVersion(), "platform": application.platformName()})
    return 0


def tell(facts: dict[str, object]) -> None:
    """By number, for a program without a console has no `sys.stdout`."""
    os.write(1, json.dumps(facts).encode() + b"\n")
