"""Pictures of the «History» dialog: as it opens, exporting, and how it ended."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from openeo_desktop.ui.history.history_dialog import HistoryDialog
from tests.shots.shot import Shot
from tests.support.fake_history import FakeHistory, FakeShown
from tests.support.fake_services import LoopSpawn

_SIZE = (560, 620)


def _dialog(act: Callable[[HistoryDialog, FakeHistory], object] | None = None) -> QWidget:
    services, spawn = FakeHistory(), LoopSpawn()
    dialog = HistoryDialog(cast("Any", services), spawn, FakeShown())
    spawn.setParent(dialog)
    if act is not None:
        act(dialog, services)
    return dialog


def _exporting(dialog: HistoryDialog, services: FakeHistory) -> None:
    services.gate = asyncio.Event()
    services.progress = (3200, 20_113)
    dialog.transfer.export_to(Path("openeo-history.json"))


def _exported(dialog: HistoryDialog, _services: FakeHistory) -> None:
    dialog.transfer.export_to(Path("openeo-history-2026-11-22.json"))


SHOTS = (
    Shot("history", _dialog, _SIZE),
    Shot("history-exporting", lambda: _dialog(_exporting), _SIZE),
    Shot("history-exported", lambda: _dialog(_exported), _SIZE),
)
